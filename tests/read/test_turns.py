"""A transcript's turns are direct statements of the speaker whom it names."""

from __future__ import annotations

from onrecord.model import Block, Report, Span, Statement
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


def attributed(words: str, name: str, outer: str | None = None) -> Statement:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return Statement(id=name, content=(span,), source=None, form="direct", confidence=1.0, nested_in=outer)


def test_what_lay_in_a_turn_told_again_hangs_on_the_turn() -> None:
    again = attributed("It will not close. We have agreed on it", "again")
    inside = attributed("on it", "inside", "again")
    kept = {statement.id: statement for statement in read_turns(REPORT, (again, inside))}
    assert "again" not in kept
    assert kept["inside"].nested_in in kept


def test_what_lies_in_a_statement_of_a_turn_stays_there() -> None:
    outer = attributed("We have agreed", "outer")
    inside = attributed("agreed", "inside", "outer")
    kept = {statement.id: statement for statement in read_turns(REPORT, (outer, inside))}
    assert kept["inside"].nested_in == "outer"
    assert kept["outer"].nested_in in kept
