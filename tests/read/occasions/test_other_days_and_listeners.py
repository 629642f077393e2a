"""Days beside the one told last, listeners by other verbs and names, and places with a body's word in them."""

from __future__ import annotations

import pytest

from onrecord.model import Dateline
from tests.read.occasions.occasions_world import Said, read, report_of, types

TORVE, VELM = "Ilan Torve", "Dara Velm"


@pytest.mark.parametrize(
    ("words", "weekday"),
    [
        ("A day earlier", "Wednesday"),
        ("The day before", "Wednesday"),
        ("The next morning", "Friday"),
        ("Two weeks earlier", None),
    ],
)
def test_a_day_beside_the_one_told_is_a_day_of_its_own(words: str, weekday: str | None) -> None:
    report = report_of(f"Torve told a rally on Thursday that it rains.\n{words} Velm told a briefing that it snows.")
    found = read(report, Said(TORVE, "told", "that it rains"), Said(VELM, "told", "that it snows"))
    assert [occasion.when.weekday for occasion in found.of if occasion] == ["Thursday", weekday]


@pytest.mark.parametrize("verb", ["assured", "informed", "reminded", "warned"])
def test_the_press_is_told_by_other_verbs(verb: str) -> None:
    report = report_of(f"Torve {verb} journalists that it rains.")
    assert types(read(report, Said(TORVE, verb, "that it rains"))) == ["briefing"]


@pytest.mark.parametrize("listeners", ["a knot of reporters", "the assembled scribes", "the waiting press corps"])
def test_the_press_has_other_names(listeners: str) -> None:
    report = report_of(f"Torve told {listeners} that it rains.")
    assert types(read(report, Said(TORVE, "told", "that it rains"))) == ["briefing"]


def test_words_put_to_the_press_are_a_briefing_by_whatever_verb() -> None:
    report = report_of("“It rains,” Torve growled at reporters.")
    assert types(read(report, Said(TORVE, "growled", "“It rains,”"))) == ["briefing"]


def test_whoever_faces_the_press_together_with_another_has_a_joint_press_conference() -> None:
    report = report_of(
        "In a statement to the press together with Dara Velm, Torve said that it rains.\nVelm said it snows."
    )
    found = read(report, Said(TORVE, "said", "that it rains"), Said(VELM, "said", "no"))
    assert types(found) == ["joint press conference", "joint press conference"]


def test_our_own_outlet_with_press_in_its_name_holds_an_interview() -> None:
    report = report_of(
        "MERIDIAN PRESS - It rained.\nTorve told Meridian Press that it rains.", dateline=Dateline("Karsa")
    )
    assert "briefing" not in types(read(report, Said(TORVE, "told", "that it rains")))


def test_the_audience_does_not_sit_at_a_later_interview() -> None:
    report = report_of("Torve assured the audience that it rains.\nIn an interview later Torve said that it snows.")
    found = read(report, Said(TORVE, "assured", "that it rains"), Said(TORVE, "said", "that it snows"))
    assert types(found) == ["speech", "interview"]


def test_a_partys_congress_is_no_place() -> None:
    report = report_of("Torve told the congress that it rains.")
    found = read(report, Said(TORVE, "told", "that it rains"))
    assert found.of[0] is not None
    assert found.of[0].place != "congress"


def test_the_lobby_of_the_ministry_keeps_the_ministry() -> None:
    report = report_of(
        "Torve, speaking to journalists in the lobby of the ministry, said it rains.\n"
        "The Velian ministry said it snows."
    )
    found = read(report, Said(TORVE, "said", "it rains"), Said("Velian ministry", "said", "it snows"))
    assert found.of[0] is not None
    assert found.of[0].place == "the lobby of the ministry"


def test_whoever_spoke_last_makes_the_call_that_the_minister_makes() -> None:
    report = report_of(
        "Torve said that it rains.\nLater the Minister was on the telephone with Dara Velm.\nHe told her that it snows."
    )
    found = read(report, Said(TORVE, "said", "that it rains"), Said(TORVE, "told", "that it snows", source="He"))
    assert types(found)[1] == "phone call"
