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


def test_what_a_live_report_tells_was_said_on_the_day_above_its_entries() -> None:
    report = report_of(
        "Tuesday 9 June\n14:02 Torve told a briefing that it rains.\n14:10 The wind turned.\n"
        "14:20 Velm tweeted that it snows.",
        headline="Storm to end by Friday",
    )
    found = read(report, Said(TORVE, "told", "that it rains"), Said(VELM, "tweeted", "that it snows"))
    assert [occasion.when.weekday for occasion in found.of if occasion] == ["Tuesday", "Tuesday"]


def test_a_report_that_is_not_live_lends_its_day_to_no_post() -> None:
    report = report_of("Tuesday 9 June\nTorve told a briefing that it rains.\nVelm tweeted that it snows.")
    found = read(report, Said(TORVE, "told", "that it rains"), Said(VELM, "tweeted", "that it snows"))
    assert found.of[1] is not None
    assert found.of[1].when.weekday is None


def test_the_three_ministers_who_face_the_press_are_those_who_speak_in_the_report() -> None:
    report = report_of(
        "The three ministers appeared before journalists.\nTorve said it rains.\nVelm said it snows.\nIda Karr said no."
    )
    found = read(
        report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it snows"), Said("Ida Karr", "said", "no")
    )
    assert types(found) == ["joint press conference"] * 3


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Torve told a town meeting", "speech"),
        ("Torve told a caller", "interview"),
        ("In a statement to Karsa TV Torve said", "interview"),
        ("In a statement to the board Torve said", "written statement"),
        ("In a leaflet Torve said", "written statement"),
    ],
)
def test_meetings_of_a_town_callers_and_stations(words: str, kind: str) -> None:
    report = report_of(f"{words} that it rains.")
    assert types(
        read(report, Said(TORVE, words.rsplit(" ", 1)[-1] if "said" in words else "told", "that it rains"))
    ) == [kind]
