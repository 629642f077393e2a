"""What the words of a source refer by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.people.sources import read_source
from onrecord.read.people.words import phrase_words


@pytest.mark.parametrize(
    ("source", "way"),
    [
        ("He", "he"),
        ("she", "she"),
        ("who", "relative"),
        ("I", "first"),
        ("Foreign Minister Ilan Torve", "name"),
        ("Russia's Foreign Minister Ilan Torve", "name"),
        ("the head of the Harbour Council Ilan Torve", "name"),
        ("Her Velian counterpart, Dara Velm", "name"),
        ("Ilan Torve of the growers' league", "name"),
        ("Mr. King", "name"),
        ("Ministers Ilan Torve and Dara Velm", "joint"),
        ("The Minister", "role"),
        ("his Velian counterpart", "relational"),
        ("the 70-year-old", "person_noun"),
        ("The ministry", "body"),
        ("Velia", "body"),
        ("A spokesman for the ministry", "voice"),
        ("A report by the Lakes Mission", "document"),
        ("both ministers", "both"),
        ("officials", "group"),
        ("many Velians", "group"),
        ("a senior official", "group"),
        ("You", "group"),
    ],
)
def test_a_source_refers_in_one_way(source: str, way: str) -> None:
    found = read_source(phrase_words(source)).way
    assert found == way or {found, way} == {"name", "body"}


def test_the_name_stands_without_its_title() -> None:
    reference = read_source(phrase_words("Russian Deputy Foreign Minister Ilan Torve"))
    assert [word.text for word in reference.names[0].name] == ["Ilan", "Torve"]


def test_the_country_behind_of_is_no_part_of_the_name() -> None:
    reference = read_source(phrase_words("Foreign Minister of Suvash Bakhtiyar Omural"))
    assert [word.text for word in reference.names[0].name] == ["Bakhtiyar", "Omural"]


def test_a_role_keeps_its_place() -> None:
    role = read_source(phrase_words("The Velian Deputy Minister")).role
    assert role is not None
    assert role.family == "minister"
    assert role.places == {"velian"}


_ODD = [
    "the",
    "The",
    "a",
    "city",
    "of",
    ",",
    "Velm",
    "Ilan",
    "Torve",
    "and",
    "who",
    "report",
    "112",
    "'s",
    "&",
    "(",
    ")",
]


@given(st.lists(st.sampled_from(_ODD), min_size=1, max_size=8))
def test_no_words_of_a_source_are_too_odd(words: list[str]) -> None:
    assert read_source(phrase_words(" ".join(words))).way
