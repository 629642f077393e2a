"""The words that name an occasion, by families, and those that only look like it."""

from __future__ import annotations

import pytest
from occasions_world import Said, read, report_of, types

from onrecord.model import Dateline, OccasionType, Span, When
from onrecord.read.occasions.phrases import find_phrases

TORVE, VELM = "Ilan Torve", "Dara Velm"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Torve told the Dawn programme that", "interview"),
        ("Torve told a Sunday breakfast programme that", "interview"),
        ("Torve told the daily Rund that", "interview"),
        ("Torve told Velian state media that", "interview"),
        ("In comments published by the Karsa Times, Torve said", "interview"),
        ("Reached at home, Torve said", "interview"),
        ("Torve told listeners that", "interview"),
        ("Torve told a dinner of donors that", "speech"),
        ("Torve told a hustings at the club that", "speech"),
        ("Torve said to loud applause that", "speech"),
        ("Torve said at a memorial service that", "speech"),
        ("Torve said on the floor of the Senate that", "speech"),
        ("Torve said in a New Year message that", "speech"),
        ("Torve said in a memo to staff that", "written statement"),
        ("Torve said in an e-mailed response that", "written statement"),
        ("Torve called his counterpart on Monday", "phone call"),
        ("Torve told the cabinet that", "meeting"),
        ("Torve told a packed press room that", "press conference"),
        ("Torve said on a call with reporters that", "briefing"),
    ],
)
def test_a_family_of_words_names_an_occasion(words: str, kind: OccasionType) -> None:
    assert [phrase.type for phrase in find_phrases(words, Span(0, len(words)))] == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "In a phrase lawyers call dry, it says",
        "Torve could not be reached for comment.",
        "He told Velm over dinner that",
        "The World Food Programme said",
    ],
)
def test_words_that_only_look_like_it_name_none(words: str) -> None:
    assert find_phrases(words, Span(0, len(words))) == ()


def test_two_who_meet_the_press_in_the_headline_do_so_together() -> None:
    report = report_of("Torve said it rains.\nVelm said it snows.", headline="Torve and Velm speak to the press")
    found = read(report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it snows"))
    assert types(found) == ["joint press conference"] * 2


def test_one_who_meets_the_press_in_the_headline_holds_a_press_conference() -> None:
    report = report_of("Torve told journalists that it rains.", headline="Torve meets press")
    assert types(read(report, Said(TORVE, "told", "that it rains"))) == ["press conference"]


def test_a_letter_of_nobody_known_is_a_written_statement() -> None:
    report = report_of("Torve said it rains.\nA letter signed by forty teachers asks for roofs.")
    found = read(
        report,
        Said(TORVE, "said", "it rains"),
        Said(None, "asks", "for roofs", source="A letter signed by forty teachers", kind="document"),
    )
    assert types(found) == [None, "written statement"]
    assert found.occasions[0].participants == ()


def test_who_is_not_named_gives_the_interview_although_another_speaks_in_the_sentence() -> None:
    report = report_of("Torve said it rains, a day after two aides told the Karsa Herald that it snows.")
    found = read(
        report,
        Said(TORVE, "said", "it rains"),
        Said(None, "told", "that it snows", source="two aides"),
    )
    assert types(found) == [None, "interview"]


def test_what_is_told_in_a_quotation_is_no_interview() -> None:
    report = report_of("It is grey.", headline="‘Torve told me it rains’: fury in Karsa")
    assert types(read(report, Said(TORVE, "told", "it rains"))) == [None]


def test_a_judge_who_writes_for_the_majority_puts_out_no_statement() -> None:
    report = report_of("“It rains,” Judge Dara Velm wrote for the majority.")
    assert types(read(report, Said(VELM, "wrote", "“It rains,”"))) == [None]


def test_a_weekday_in_the_dateline_is_the_day_of_what_is_told() -> None:
    filed = Dateline("Karsa", When(grain="weekday", basis="dateline", weekday="Tuesday"))
    report = report_of("Torve told a press conference that it rains.", dateline=filed)
    assert read(report, Said(TORVE, "told", "that it rains")).occasions[0].when.weekday == "Tuesday"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Torve said in an interview on his porch that it rains.", "his porch"),
        ("Torve warned in the Assembly that it rains.", "Assembly"),
        ("Torve said to laughter in a feed store here that it rains.", "Karsa"),
    ],
)
def test_rooms_chambers_and_here_are_places(words: str, place: str) -> None:
    report = report_of(words, dateline=Dateline("Karsa"))
    cue = "warned" if "warned" in words else "said"
    assert read(report, Said(TORVE, cue, "that it rains")).occasions[0].place == place
