"""What holds for any report: readouts, chambers, sources without a name, and where a report was filed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.read.occasions import find_occasions
from tests.read.occasions.occasions_world import Said, locate, read, report_of, types

TORVE, VELM = "Ilan Torve", "Dara Velm"


def test_a_readout_puts_both_sides_and_what_they_noted_to_the_meeting() -> None:
    report = report_of(
        "Minister Ilan Torve stressed that trade grew. This came during his meeting with the Ambassador of Velia.\n"
        "For her part, Dara Velm thanked the hosts.\nIt was noted that freight fell."
    )
    found = read(
        report,
        Said(TORVE, "stressed", "that trade grew"),
        Said(VELM, "thanked", "the hosts"),
        Said(None, "was noted", "that freight fell"),
    )
    assert types(found) == ["meeting", "meeting", "meeting"]


def test_a_source_without_a_name_gives_its_interview_to_nobody_else() -> None:
    report = report_of("Torve said it rains.\nA clerk told the Karsa Herald that it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(None, "told", "that it snows", source="A clerk"))
    assert types(found) == [None, "interview"]


def test_who_speaks_to_a_chamber_later_speaks_at_the_same_debate() -> None:
    report = report_of("Torve told councillors on Tuesday it rains.\nVelm reminded the chamber that it snows.")
    found = read(report, Said(TORVE, "told", "it rains"), Said(VELM, "reminded", "that it snows"))
    assert types(found) == ["speech", "speech"]
    assert found.of[0] is found.of[1]


def test_in_turn_from_another_capital_makes_no_joint_press_conference() -> None:
    report = report_of("Torve told reporters that it rains.\nVelm, in turn, denied that it rains.")
    found = read(report, Said(TORVE, "told", "that it rains"), Said(VELM, "denied", "that it rains"))
    assert types(found) == ["briefing", None]


def test_a_question_goes_with_its_answer() -> None:
    report = report_of("Torve told a rally that it rains.\nAsked whether it snows, Velm said never.")
    found = read(
        report,
        Said(TORVE, "told", "that it rains"),
        Said(None, "Asked", "whether it snows"),
        Said(VELM, "said", "never"),
    )
    assert types(found) == ["speech", None, None]


@pytest.mark.parametrize("opening", ["Karsa, 4 March, KNA. ", "Karsa – ", "KARSA, March 4. "])
def test_a_place_that_opens_the_first_line_is_where_the_report_was_filed(opening: str) -> None:
    report = report_of(opening + "Torve told a press conference that it rains.")
    assert read(report, Said(TORVE, "told", "that it rains")).occasions[0].place == "Karsa"


def test_the_day_of_another_thing_is_not_that_of_the_press_conference() -> None:
    report = report_of("Ahead of Friday's vote Torve told a press conference on Tuesday that it rains.")
    assert read(report, Said(TORVE, "told", "that it rains")).occasions[0].when.weekday == "Tuesday"


def test_a_report_without_capitals_has_its_place_and_day() -> None:
    report = report_of("minister torve told a press conference in port amsel on tuesday that it rains.")
    occasion = read(report, Said("ilan torve", "told", "that it rains")).occasions[0]
    assert (occasion.place, occasion.when.weekday) == ("Port Amsel", "Tuesday")


def test_what_is_told_long_before_an_interview_was_said_elsewhere() -> None:
    calm = "".join(f"The valley was calm in year {number}.\n" for number in range(4))
    report = report_of(f"It is grey.\nTorve said it rains.\n{calm}Torve told the Karsa Herald that it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "told", "that it snows"))
    assert types(found) == [None, "interview"]


def test_a_portrait_is_an_interview() -> None:
    report = report_of("“It rains,” Torve says, and sits down.\nThe room is cold.\n“It snows,” explains Torve.")
    said = locate(report, Said(TORVE, "says", "“It rains,”"), Said(TORVE, "explains", "“It snows,”"))
    occasions, linked = find_occasions(report, [replace(statement, form="direct") for statement in said])
    assert [occasion.type for occasion in occasions] == ["interview"]
    assert {statement.occasion for statement in linked} == {occasions[0].id}
