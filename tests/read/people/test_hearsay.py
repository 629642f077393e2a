"""What nobody said gets nobody's name, and a paper asks through its reporters."""

from __future__ import annotations

import pytest
from people_world import speakers

TORVE = "The minister Ilan Torve arrived in Karsa. "


@pytest.mark.parametrize("cue", ["is expected", "is tipped", "will reportedly", "allegedly"])
def test_what_is_told_of_somebody_is_not_said_by_him(cue: str) -> None:
    assert speakers(f"{TORVE}<s1 Torve> <c1 {cue}> <q1 to resign in May>.") == [None]


def test_a_reporter_asks_for_the_paper() -> None:
    assert speakers("<s1 A reporter of the Reed Gazette> <c1 asked> <q1 whether the bridge would open>.") == [
        "Reed Gazette"
    ]


def test_the_report_of_a_bodys_own_people_is_the_bodys() -> None:
    said = "The Reed Council met. <s1 A report by the council's own surveyors> <c1 warned> <q1 that it would fall>."
    assert speakers(said) == ["Reed Council"]


def test_a_paper_may_be_named_like_its_owner() -> None:
    assert speakers("<s1 A Budget Office review> <c1 found> <q1 that the money was gone>.") == ["Budget Office"]


def test_a_body_behind_an_office_is_no_person() -> None:
    assert speakers(f"{TORVE}<s1 The Speaker of the Diet> <c1 said> <q1 that the Diet would meet>.") != ["Diet"]


def test_the_men_without_names_are_not_those_with_names() -> None:
    said = (
        "Ilan Torve and Joren Hadrik met. Three men were arrested. <s1 The men> <c1 said> <q1 that they were hungry>."
    )
    assert speakers(said) == [None]


def test_the_head_of_state_is_the_president() -> None:
    said = "President Anso Kresk met Ilan Torve. <s1 The Head of State> <c1 said> <q1 that the lake was full>."
    assert speakers(said) == ["Anso Kresk"]


def test_an_adverb_behind_the_name_is_no_part_of_it() -> None:
    assert speakers("Ilan Torve spoke. <s1 Torve always> <c1 says> <q1 that it rains>.") == ["Ilan Torve"]


def test_those_around_somebody_do_not_speak_for_him() -> None:
    assert speakers("Ilan Torve spoke. <s1 Torve's inner circle> <c1 thinks> <q1 that he will go>.") == [None]
