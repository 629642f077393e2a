"""Noun phrases that must not mean whoever is at hand: another trade, another country, a former holder, a stranger."""

from __future__ import annotations

import pytest
from people_world import speakers

MAYOR = "Mayor Ida Lund and police chief Carl Bergh met the press. <s1 The mayor> said <q1 all was calm>.\n"
RIVALS = "<s1 Gov. Rita Sandoz> told <q1 a crowd that taxes would fall>. Her rival, Sen. Mark Odell, was in Greer.\n"


def test_a_baker_is_not_the_nurse() -> None:
    marked = "Tomas Reck, a baker, came. <s1 The baker> said <q1 flour is dear>. <s2 The nurse> said <q2 so is salt>."
    assert speakers(marked) == ["Tomas Reck", None]


def test_an_abbreviated_office_is_the_office() -> None:
    assert speakers(RIVALS + "<s2 The governor> said <q2 she kept books>.")[1] == "Rita Sandoz"


def test_a_rival_keeps_his_own_office() -> None:
    assert speakers(RIVALS + "<s2 The senator> called <q2 the books fiction>.")[1] == "Mark Odell"


def test_the_president_of_another_country_is_nobody_named() -> None:
    marked = "<s1 Velian President Oskar Tell> said <q1 grain must flow>. <s2 The Sarenian president> said <q2 no>."
    assert speakers(marked)[1] is None


def test_a_former_mayor_is_not_the_mayor() -> None:
    assert speakers(MAYOR + "<s2 The former mayor> said <q2 it was chaos>.")[1] is None


def test_an_official_without_a_name_stays_without_one() -> None:
    marked = MAYOR + "<s2 A city official> said <q2 it was fine>. <s3 The official> said <q3 it was very fine>."
    assert speakers(marked)[1:] == [None, None]


def test_a_headline_judge_is_the_judge_and_not_who_spoke_last() -> None:
    marked = (
        "<s1 Judge> tells <q1 firm to put back the sand>\n"
        "<s2 Judge Thandi Morol> ruled <q2 that the firm must put back the sand>.\n"
        "<s3 Elias Maba>, who fished there for years, said <q3 he had seen the firm take it>."
    )
    assert speakers(marked)[0] == "Thandi Morol"


def test_the_visitor_is_not_the_host() -> None:
    marked = (
        "The host, <s1 Elen Tiou>, praised <q1 the talks>. Her counterpart from Karsa, <s2 Awa Sang>, said <q2 she"
        " would pay>.\n<s3 The visitor> told <q3 the press that lamps were dear>."
    )
    assert speakers(marked)[2] == "Awa Sang"


@pytest.mark.parametrize("title", ["Cr", "Cllr", "Alhaji", "Puan", "Engr.", "DCP"])
def test_titles_of_other_countries_are_no_part_of_the_name(title: str) -> None:
    assert speakers(f"<s1 {title} Dale Finch> said <q1 that the pool was shut>.") == ["Dale Finch"]


def test_general_staff_is_no_general() -> None:
    marked = "<s1 The General Staff> said <q1 the road was calm>. <s2 He> said <q2 nothing else>."
    assert speakers(marked)[1] is None
