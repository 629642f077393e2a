"""Transcripts are known by their turns, and each turn by its speaker."""

from __future__ import annotations

import pytest

from onrecord.clean import clean_source, speaker_turns
from onrecord.model import Report, Source


def cleaned(text: str) -> Report:
    return clean_source(Source(text.encode(), "text/plain", "report.txt"))


def turns(text: str) -> list[tuple[str, str]]:
    report = cleaned(text)
    return [
        (turn.speaker.of(report.text), " ".join(span.of(report.text) for span in turn.speech))
        for turn in speaker_turns(report)
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("MINISTER TORVE", "QUESTION"),
        ("Ilan Torve", "Question"),
        ("Foreign Minister Torve", "Question (Norvel Courier)"),
        ("A", "Q"),
        ("DR. VELM-ORN", "MODERATOR"),
        ("Министр Торве", "Вопрос"),
    ],
)
def test_turns_are_found_in_many_styles(first: str, second: str) -> None:
    text = (
        "Joint press conference in Karsa\n\n"
        f"{first}: We have agreed on the plan.\n\n{second}: When will it start?\n\n"
        f"{first}: In the spring.\n\nNot before the snow has gone.\n\n{second}: And who pays?\n\n{first}: Both sides.\n"
    )
    assert cleaned(text).kind == "transcript"
    assert turns(text) == [
        (first, "We have agreed on the plan."),
        (second, "When will it start?"),
        (first, "In the spring. Not before the snow has gone."),
        (second, "And who pays?"),
        (first, "Both sides."),
    ]


def test_questions_are_marked() -> None:
    text = (
        "Remarks to the press\n\nTORVE: We agreed.\n\nQUESTION: On what?\n\nTORVE: On the plan.\n\nQUESTION: Thanks.\n"
    )
    report = cleaned(text)
    assert [turn.question for turn in speaker_turns(report)] == [False, True, False, True]


def test_a_name_on_a_line_of_its_own_opens_a_turn() -> None:
    text = "Transcript\n\nIlan Torve:\nWe agreed on it.\n\nDara Velm:\nSo did we.\n\nIlan Torve:\nThank you.\n"
    assert turns(text) == [
        ("Ilan Torve", "We agreed on it."),
        ("Dara Velm", "So did we."),
        ("Ilan Torve", "Thank you."),
    ]


def test_an_article_with_a_colon_quotation_is_no_transcript() -> None:
    text = (
        "Torve: Velia is ready\n\nThe minister spoke on Tuesday for an hour about the valley and its people.\n\n"
        "He added: “We are ready for every talk that brings the valley nearer to peace.”\n\n"
        "The envoy left the hall without a word to the press, and his car drove off at once.\n"
    )
    assert cleaned(text).kind == "article"
    assert speaker_turns(cleaned(text)) == ()


def test_turns_are_body_and_no_datelines() -> None:
    text = "Transcript\n\nTORVE: We agreed.\n\nVELM: So did we.\n\nTORVE: Thank you.\n"
    report = cleaned(text)
    assert [block.kind for block in report.blocks] == ["headline", "body", "body", "body"]
    assert report.dateline.place is None


def test_a_report_that_quotes_after_colons_is_no_transcript() -> None:
    text = (
        "Ilan Torve: Velia is afraid of the debate\n\nTorve told listeners on Monday that Velia was afraid.\n\n"
        "Torve continued: “They are asking for a referee.”\n\nTorve added: “Nobody asked me.”\n\n"
        "He concluded: “I will be there.”\n\nTorve added: “With my own chair.”\n"
    )
    assert cleaned(text).kind == "article"
