"""Interviews, letters, posts and programmes: words told elsewhere than before the whole press."""

from __future__ import annotations

import pytest
from occasions_world import Said, read, report_of, types

from onrecord.model import Block, Span
from onrecord.read.occasions import find_occasions

TORVE = "Ilan Torve"


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("In a letter to the board Torve said it rains.", "written statement"),
        ("In an email Torve said it rains.", "written statement"),
        ("Torve said on social media it rains.", "written statement"),
        ("Torve, who posted on Telegram, said it rains.", "written statement"),
        ("Torve issued a statement and said it rains.", "written statement"),
        ("In a communiqué Torve said it rains.", "written statement"),
        ("In a Facebook post Torve said it rains.", "written statement"),
        ("Torve took to X and said it rains.", "written statement"),
        ("Torve, replying in writing, said it rains.", "written statement"),
        ("Speaking to The Daily Trumpet Torve said it rains.", "interview"),
        ("In a phone call with this newspaper Torve said it rains.", "interview"),
        ("On her podcast Torve said it rains.", "interview"),
        ("When I met her Torve said it rains.", "interview"),
        ("Torve faced the cameras and said it rains.", "press conference"),
        ("Torve, who was taking questions, said it rains.", "press conference"),
        ("While briefing newsmen Torve said it rains.", "briefing"),
        ("Torve told hacks and said it rains.", "briefing"),
        ("Speaking at the opening Torve said it rains.", "speech"),
        ("On the Karsa Morning Show Torve said it rains.", "interview"),
        ("Torve said on BBC that it rains.", "interview"),
        ("Torve told Reuters and said it rains.", "interview"),
        ("Torve told Breakfast at the Harbour and said it rains.", "interview"),
        ("Torve told the Karsa Review and said it rains.", "interview"),
        ("Torve told a Tolm news channel and said it rains.", "interview"),
        ("In an exclusive chat Torve said it rains.", "interview"),
        ("In a chat with The Karsa Herald Torve said it rains.", "interview"),
        ("Both squared up side by side in front of the cameras and Torve said it rains.", "joint press conference"),
        ("At a shared press conference Torve said it rains.", "joint press conference"),
        ("The pair fielded questions and Torve said it rains.", "joint press conference"),
        ("The two stood before the press in Karsa and Torve said it rains.", "joint press conference"),
        ("Torve welcomed Minister Velm to Lark House for talks. Torve said it rains.", "meeting"),
        ("Standing together before reporters Torve said it rains.", "joint press conference"),
        ("Torve said it rains as a joint press conference turned into a brawl.", "joint press conference"),
    ],
)
def test_listeners_and_papers_name_the_occasion(words: str, kind: str) -> None:
    assert types(read(report_of(words), Said(TORVE, "said", "it rains"))) == [kind]


@pytest.mark.parametrize(
    "words",
    [
        "Torve, whose bank posted a profit, said it rains.",
        "Torve, who received wounds on Monday, said it rains.",
        "In a chat with the baker Torve said it rains.",
        "At Monday's debate Torve said it rains.",
        "The Karsa Herald wrote and said it rains.",
    ],
)
def test_these_words_name_none(words: str) -> None:
    speaker = "Karsa Herald" if words.startswith("The Karsa Herald") else TORVE
    assert types(read(report_of(words), Said(speaker, "said", "it rains"))) == [None]


def test_what_was_said_at_a_debate_is_not_put_to_the_rally_told_before() -> None:
    report = report_of("At a rally in Karsa Torve said it rains.\nDuring the first debate Torve said it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "said", "it snows"))
    assert types(found) == ["speech", None]


@pytest.mark.parametrize(("credit", "kind"), [("KNB", "interview"), ("Other News", None)])
def test_who_signs_the_report_interviewed(credit: str, kind: str | None) -> None:
    from dataclasses import replace

    from occasions_world import locate

    body = "Baker Ilan Torve told KNB that it rains.\n"
    report = replace(
        report_of(body + credit), blocks=(Block("credit", Span(len(body), len(body) + len(credit))),), credit=credit
    )
    occasions, linked = find_occasions(report, locate(report, Said(TORVE, "told", "that it rains")))
    assert [occasion.type for occasion in occasions] == ([kind] if kind else [])
    assert (linked[0].occasion is not None) == (kind is not None)


def test_where_an_analyst_works_is_not_where_the_interview_was() -> None:
    report = report_of("Torve, who teaches at the Centre of Tide Studies, told Reuters it rains.")
    (occasion,) = read(report, Said(TORVE, "told", "it rains")).occasions
    assert occasion.place is None
