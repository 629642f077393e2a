"""What no name looks like, and names that stand behind forms of address."""

from __future__ import annotations

import pytest
from people_world import speakers

from onrecord.read.people.nameshape import is_sound


@pytest.mark.parametrize(
    "cut",
    ["union representing 2", "diocese in 2035", "Archdeacon", "Eng", "Tolm Bank based Velm", "Bank of", "2 Karsa", ""],
)
def test_what_is_cut_out_of_a_phrase_is_no_name(cut: str) -> None:
    assert not is_sound(cut)


@pytest.mark.parametrize(
    "whole",
    ["Channel 4", "G20", "Institute for the Study of Tides", "Halvesta central bank", "Ruud van Tolm",
     "Doctors for Velia",
     "Ilan Torve and Dara Velm", "Marinha do Sul", "diocesan synod of Harle",
     "Prime Minister's office"],
)  # fmt: skip
def test_names_with_small_words_are_whole(whole: str) -> None:
    assert is_sound(whole)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("Eng. Nermin Velm", "Nermin Velm"),
        ("The Archdeacon of Combe, the Ven. Dara Velm", "Dara Velm"),
        ("Canon Ilan Torve", "Ilan Torve"),
        ("Riaan Tolm-Velm SC", "Riaan Tolm-Velm"),
    ],
)
def test_forms_of_address_and_letters_go(source: str, name: str) -> None:
    assert speakers(f"<s1 {source}> <c1 said> <q1 the house was cold>.") == [name]


@pytest.mark.parametrize(
    "paper",
    ["A survey made for the diocese in 2035", "A 2036 review in the Journal of Joint Medicine"],
)
def test_a_paper_is_neither_its_clients_nor_its_printers(paper: str) -> None:
    assert speakers(f"Rain fell. <s1 {paper}> <c1 found> <q1 rot in the stairs>.") == [None]


def test_a_paper_by_a_body_is_that_bodys_without_the_year() -> None:
    text = "Rain fell. <s1 A study by the Tide Institute in 2035> <c1 found> <q1 rot in the stairs>."
    assert speakers(text) == ["Tide Institute"]


def test_a_body_keeps_its_sort_and_its_place() -> None:
    assert speakers("<s1 The diocesan synod of Harle> <c1 resolved> <q1 to sell>.") == ["diocesan synod of Harle"]


@pytest.mark.parametrize(
    ("office", "again"),
    [
        ("Minister of the Interior", "The head of the ministry"),
        ("Mayor", "The town's leader"),
        ("senior advocate", "The evidence leader"),
    ],
)
def test_offices_are_told_in_other_words(office: str, again: str) -> None:
    text = (
        f"The {office}, Ilan Torve, opened the sitting. Editor Dara Velm watched.\n"
        f"<s1 {again}> <c1 said> <q1 the road was shut>."
    )
    assert speakers(text) == ["Ilan Torve"]


def test_a_registrar_is_no_canon() -> None:
    text = "Canon Ilan Torve objected. <s1 The registrar> <c1 explained> <q1 that bats had a right to be heard>."
    assert speakers(text) == [None]


@pytest.mark.parametrize(
    "name",
    ["Mohamed Torve", "Reed Watch", "Sterling Bank", "Boxing Federation", "National Grid", "Human Rights Watch",
     "Royal Cruises", "Federal Reserve"],
)  # fmt: skip
def test_a_name_keeps_its_first_word(name: str) -> None:
    assert speakers(f"<s1 {name}> <c1 said> <q1 the house was cold>.") == [name]


def test_a_participle_before_a_name_goes() -> None:
    marked = "<s1 Addressing Torve>, <c1 said> <q1 so>. Ilan Torve left. <s2 Torve> <c2 said> <q2 no>."
    assert speakers(marked)[1] == "Ilan Torve"
