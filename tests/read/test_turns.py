"""A transcript's turns are direct statements of the speaker whom it names."""

from __future__ import annotations

from onrecord.model import Block, Report, Span
from onrecord.read.turns import read_turns

TEXT = (
    "Ilan Torve: Good evening, thank you for coming.\n\nWe shall open the road in May.\n\n"
    "Question: When will it close?\n\nDARA VELM: It will not close. We have agreed on it."
)
REPORT = Report(TEXT, "", "", (Block("body", Span(0, len(TEXT))),), kind="transcript")


def test_turns_are_statements_of_the_named_speaker_without_courtesies_and_questions() -> None:
    found = [(s.source.of(TEXT) if s.source else "", s.content[0].of(TEXT), s.form) for s in read_turns(REPORT, ())]
    assert found == [
        ("Ilan Torve", "We shall open the road in May", "direct"),
        ("DARA VELM", "It will not close. We have agreed on it", "direct"),
    ]
