"""Bodies called by their noun, sides and peoples that are countries, both who spoke, counterparts told later."""

from __future__ import annotations

import pytest
from people_world import speakers

TWO = (
    "<s1 Velian Foreign Minister Ilan Torve> <c1 said> <q1 it was done>. "
    "<s2 Sareni Foreign Minister Daro Velm> <c2 said> <q2 it was not>. "
)


def test_a_body_with_a_capital_and_no_longer_name_is_named_by_its_noun() -> None:
    assert speakers("It rained. <s1 The Ministry> <c1 reminds> <q1 all that it rains>.") == ["Ministry"]


def test_a_body_in_small_letters_is_named_by_its_sort() -> None:
    told = "<s1 Ada Pell> <c1 blamed> <q1 the electoral commission>. <s2 The commission> <c2 denied> <q2 it>."
    assert speakers(told)[1] == "electoral commission"


def test_the_agency_may_be_a_bureau() -> None:
    told = "The Reed Safety Bureau met. <s1 The agency's report> <c1 says> <q1 it rained>."
    assert speakers(told) == ["Reed Safety Bureau"]


def test_the_body_in_a_title_is_the_one_that_is_meant() -> None:
    told = "<s1 Meridian Bank chief Ada Pell> <c1 wept>. <q1 It was late>. <s2 The bank> <c2 said> <q2 no>."
    assert speakers(told)[1] == "Meridian Bank"


@pytest.mark.parametrize("source", ["The local police", "The foreign ministries of three states"])
def test_loose_bodies_are_nobody(source: str) -> None:
    assert speakers(f"<s1 {source}> <c1 said> <q1 no>.") == [None]


def test_a_report_by_somebody_without_a_name_is_nobodys() -> None:
    assert speakers("<s1 The report, by a firm of surveyors in Leeford,> <c1 finds> <q1 cracks>.") == [None]


def test_a_body_behind_its_sort_is_named() -> None:
    assert speakers("<s1 The pressure group Reed Watch> <c1 called for> <q1 a count>.") == ["Reed Watch"]


def test_a_spokesman_without_more_speaks_for_the_body_before() -> None:
    told = "<s1 The Reed Bank> <c1 denied> <q1 it>. <q2 “Not us,”> <c2 said> <s2 a spokesman>."
    assert speakers(told)[1] == "Reed Bank"


def test_his_spokesman_speaks_for_him() -> None:
    told = "<s1 Premier Ilan Torve> <c1 slept>. <q1 It rained>. <s2 His spokesman> <c2 denied> <q2 that>."
    assert speakers(told)[1] == "Ilan Torve"


def test_both_are_the_two_who_spoke() -> None:
    assert speakers(TWO + "<s3 Both> <c3 hoped> <q3 for rain>.")[2] == "Ilan Torve and Daro Velm"


def test_her_excellency_is_she() -> None:
    told = (
        "<s1 The Minister of Trade, H.E. Ada Pell,> <c1 slept>. <q1 It rained>. <s2 Her Excellency> <c2 said> <q2 so>."
    )
    assert speakers(told)[1] == "Ada Pell"


def test_for_her_part_tells_who_the_minister_is() -> None:
    met = "Minister Ada Pell met Minister Ilan Torve. <s1 Mr Torve> <c1 said> <q1 yes>. "
    assert speakers(met + "<s2 The Minister>, for her part, <c2 said> <q2 no>.")[1] == "Ada Pell"


def test_a_counterpart_may_be_named_later() -> None:
    told = (
        "<s1 Velian Foreign Minister Ilan Torve> <c1 said> "
        "<q1 that <s2in1 his counterpart> <c2 had asked> <q2 for time>>. "
        "<s3 Sareni Foreign Minister Daro Velm> <c3 denied> <q3 it>."
    )
    assert speakers(told)[1] == "Daro Velm"


def test_a_minister_of_something_is_no_premier() -> None:
    told = "<s1 Premier Ada Pell> <c1 said> <q1 yes>. Later <s2 the Foreign Minister> <c2 said> <q2 no>."
    assert speakers(told)[1] is None


def test_a_people_in_a_ministers_mouth_is_its_country() -> None:
    told = "The road to Velia is shut. <q1 “<s2in1 The Velians> <c2in1 say> <q2in1 they are tired>,”> "
    told += "<c1 said> <s1 Ada Pell>."
    assert speakers(told)[1] == "Velia"


def test_her_side_is_her_country() -> None:
    told = "<s1 Velia's Minister Ada Pell> <c1 said> <q1 that <s2in1 her side> <c2 insists on> <q2 doctors>>."
    assert speakers(told)[1] == "Velia"


def test_it_is_the_body_that_speaks_beside_it() -> None:
    told = (
        "<s1 Ada Pell> <c1 said> <q1 <s2in1 the Reed Assembly> <c2 wishes> <q2 for rain>, "
        "and <s3in1 it> <c3 has asked> <q3 the army to wait>>."
    )
    assert speakers(told)[2] == "Reed Assembly"


def test_no_title_goes_on_with_a_verb() -> None:
    told = (
        "<s1 Ada Pell> <c1 wept>. <q1 It was late>. According to Pell, Governor Ilan Torve promised to pay. "
        "<s2 Torve> <c2 said> <q2 no>. <s3 The governor> <c3 slept>. <q3 It was dark>."
    )
    assert speakers(told)[2] == "Ilan Torve"


def test_the_judges_are_the_court() -> None:
    told = "<s1 The harbour court> <c1 ruled> <q1 that the quay stays>. <s2 The judges> <c2 found> <q2 no cracks>."
    assert speakers(told)[1] == "harbour court"


def test_the_leader_of_the_opposition_does_not_govern() -> None:
    told = "<s1 Premier Ada Pell> <c1 said> <q1 yes>. <s2 The opposition leader> <c2 said> <q2 no>."
    assert speakers(told)[1] is None


def test_a_spokesman_between_commas_is_the_one_named_before() -> None:
    told = "Ilan Torve, <s1 transport spokesman of the Meadow Party>, <c1 told> <q1 that the road was shut>."
    assert speakers(told) == ["Ilan Torve"]


def test_somebody_of_a_body_is_no_body() -> None:
    assert speakers("<s1 The Cabinet firebrand> <c1 hinted> <q1 at rain>.") == [None]


def test_the_lanky_islander_is_no_name() -> None:
    told = "Goalie Ilan Torve of Osterland slept. <s1 The lanky Osterlander> <c1 said> <q1 it rained>."
    assert "Osterlander" not in speakers(told)
