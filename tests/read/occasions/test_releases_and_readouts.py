"""Readouts and releases: talks, the joint press conference that followed, and the office in its own name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from occasions_world import Said, locate, read, report_of, types

from onrecord.model import Dateline, When
from onrecord.read.occasions import find_occasions

TORVE, VELM, MINISTRY = "Ilan Torve", "Dara Velm", "Ministry of Bridges"
JOINT = "joint press conference"
DAY = When(date(2031, 3, 4), date(2031, 3, 4), "day", "dateline")


def test_who_was_received_met_at_the_house_that_the_sentence_names() -> None:
    report = report_of(
        "H.E. Ilan Torve received H.E. Dara Velm, Minister of Tolm, for talks at the Lark House.\n"
        "In the talks, Torve said it rains.",
        dateline=Dateline("Karsa"),
    )
    (occasion,) = read(report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it rains")).occasions
    assert (occasion.type, occasion.place) == ("meeting", "Lark House, Karsa")


def test_a_release_whose_title_names_both_tells_of_the_talks_first() -> None:
    report = report_of(
        "Torve received Minister Dara Velm on Monday for talks.\nIn the talks, Velm said it rains.\n"
        "Torve said it snows.\nAt the joint press availability that followed, Torve said it thaws.\n"
        "Velm said it hails.\nAt the close of the talks, Velm said it drips.",
        headline="Talks and joint press availability of Torve",
        kind="press_release",
    )
    found = read(
        report,
        Said(VELM, "said", "it rains"),
        Said(TORVE, "said", "it snows"),
        Said(TORVE, "said", "it thaws"),
        Said(VELM, "said", "it hails"),
        Said(VELM, "said", "it drips"),
    )
    assert types(found) == ["meeting", "meeting", JOINT, JOINT, "meeting"]


def test_the_office_that_issues_a_release_speaks_in_it() -> None:
    report = report_of(
        "At a press conference in Karsa Torve said it rains.\nThe Ministry clarifies that it snows.",
        kind="press_release",
        dateline=Dateline("Karsa", DAY),
    )
    report = replace(report, outlet=MINISTRY)
    said = locate(report, Said(TORVE, "said", "it rains"), Said(MINISTRY, "clarifies", "that it snows"))
    occasions, linked = find_occasions(report, said)
    paper = next(occasion for occasion in occasions if occasion.id == linked[1].occasion)
    assert (paper.type, paper.place, paper.when.start) == ("written statement", None, date(2031, 3, 4))


def test_an_earlier_briefing_elsewhere_leaves_the_joint_one_its_day() -> None:
    report = report_of(
        "Torve warned Tuesday that it rains.\n"
        "At a joint press conference in Karsa with Dara Velm, Torve said it snows.\n"
        "On Sunday, at a briefing in Tolm, Torve called it dry. He promised that it thaws.\n"
        "The baker said it hails.",
    )
    found = read(
        report,
        Said(TORVE, "warned", "that it rains"),
        Said(TORVE, "said", "it snows"),
        Said(TORVE, "called", "it dry"),
        Said(TORVE, "promised", "that it thaws", "He"),
        Said(TORVE, "said", "it hails", "The baker"),
    )
    assert types(found) == [JOINT, JOINT, "briefing", "briefing", JOINT]
    days = [(occasion.place, occasion.when.weekday) for occasion in found.occasions]
    assert days == [("Karsa", "Tuesday"), ("Tolm", "Sunday")]
