"""Places: what the words of an occasion name, and not what else they mention."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.read.occasions.people import named_beside
from onrecord.read.occasions.places import find_place, find_standing, is_building, title_case


def place_of(sentence: str, phrase: str = "press conference", names: tuple[str, ...] = ()) -> str | None:
    start = sentence.index(phrase)
    return find_place(sentence, Span(0, len(sentence)), Span(start, start + len(phrase)), names)


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("At a press conference in Karsa on Monday, she said", "Karsa"),
        ("In a press conference in New Tashir Wednesday, he said", "New Tashir"),
        ("speaking at a press conference in the town of Maruvale", "Maruvale"),
        ("In Karsa, she told a press conference", "Karsa"),
        ("a press conference with the head of the Bank in Tolm, Ann Bee, held in Karsa", "Karsa"),
        ("On the steps of the assembly she told a press conference", "the steps of the assembly"),
        ("their joint press conference, Karsa, 4 March 2031", "Karsa"),
        ("a press conference with her counterpart from Orile", None),
        ("Speaking from Karsa, she told a press conference", "Karsa"),
        ("a press conference in the Palace of the Sails", "Palace of the Sails"),
        ("a press conference in the Velian capital", None),
        ("a press conference at the Karsa embassy in Tolm", "Tolm"),
        ("She welcomed the envoy to the Lark House before a press conference", "Lark House"),
        ("a press conference in June", None),
        ("a press conference at the Ministry", None),
        ("a press conference", None),
    ],
)
def test_the_place_is_the_one_of_the_occasion(sentence: str, place: str | None) -> None:
    assert place_of(sentence) == place


def test_a_name_after_the_place_is_no_part_of_it() -> None:
    assert place_of("At a press conference in Karsa Dara Velm said", names=("Dara Velm",)) == "Karsa"


def test_a_speech_was_where_its_listeners_sit() -> None:
    assert place_of("She told parliament on Tuesday", "told parliament") == "parliament"


def test_where_others_met_is_not_where_the_speaker_stands() -> None:
    talks, stood = "This follows their meeting in Tolm.", "She stood right next to him in Karsa."
    assert find_standing(talks, Span(0, len(talks))) is None
    assert find_standing(stood, Span(0, len(stood))) == "Karsa"


def test_a_datelines_capitals_are_put_down_and_acronyms_left() -> None:
    assert [title_case(place) for place in ("PORT AMSEL", "Karsa", "UN")] == ["Port Amsel", "Karsa", "UN"]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("with his Sareni counterpart Dara Velm in Karsa on Monday", ("Dara Velm",)),
        ("with his US counterpart, Ann Bee, he said", ("Ann Bee",)),
        (
            "with Secretary General of the League Omar al-Sahir and Minister Eva de la Cruz.",
            ("Omar al-Sahir", "Eva de la Cruz"),
        ),
        ("with his counterparts", ()),
    ],
)
def test_names_beside_the_speaker_are_read_without_their_titles(words: str, names: tuple[str, ...]) -> None:
    assert named_beside(words, 0, len(words)) == names


@pytest.mark.parametrize(("place", "building"), [("Palace of the Sails", True), ("Karsa airport", False)])
def test_a_building_is_told_with_its_town(place: str, building: bool) -> None:
    assert is_building(place) is building


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("She wrestled with the microphone at Karsa town hall on Monday", "Karsa town hall"),
        ("She stood at the windy Lark Palace", "Lark Palace"),
        ("He waited inside the Velian embassy", "Velian embassy"),
        ("He spoke at length of the town hall", None),
    ],
)
def test_one_stands_in_a_venue_that_has_a_name(sentence: str, place: str | None) -> None:
    assert find_standing(sentence, Span(0, len(sentence))) == place
