"""Turns of a transcript: the words of a speaker whom the transcript itself names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import Report, Span, Statement, statement_id, trim

# "Ilan Torve: ...", "FOREIGN MINISTER VELM: ...", "Q: ..."; the name is short and starts with a capital.
_TURN = re.compile(
    r"^[ \t]*(?P<name>[A-Z][\w.'’-]*(?:[ \t]+(?:[A-Z][\w.'’-]*|al-\w+|bin|de|van|of|for|the|and|&)){0,9})"
    r"[ \t]*(?:\([^)\n]{1,80}\))?:(?=[ \t\n])",
    re.MULTILINE,
)
_QUESTION = re.compile(r"(?:question|q|journalist|reporter|correspondent|moderator|press|media)s?\b", re.IGNORECASE)
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*")
_COURTESY = re.compile(
    r"\b(?:good (?:morning|afternoon|evening|day)|thank you|thanks|welcome|ladies and gentlemen)\b", re.I
)
# Up to this many words a paragraph that thanks or greets says nothing else.
COURTESY_WORDS = 12
# From this share of a turn's characters on, a statement found in it is the turn itself.
SAME_WORDS = 0.9


def read_turns(report: Report, attributed: Sequence[Statement]) -> tuple[Statement, ...]:
    """The paragraphs of each named speaker's turns as direct statements; what was attributed in them hangs on them."""
    turns = list(_turn_statements(report))
    held = {statement.id: turn for statement in attributed if (turn := _turn_of(statement, turns))}
    kept = [
        replace(statement, nested_in=statement.nested_in if statement.nested_in in held else held[statement.id].id)
        for statement in attributed
        if statement.id in held
    ]
    return tuple(sorted([*turns, *kept], key=lambda item: (item.content[0].start, -item.content[0].end)))


def _turn_of(statement: Statement, turns: Sequence[Statement]) -> Statement | None:
    """The turn that a statement was made in; None for one outside of all turns, or that is a turn told again."""
    turn = next((turn for turn in turns if all(turn.content[0].contains(span) for span in statement.content)), None)
    if turn is None or statement.nested_in is not None:
        return turn
    inside = turn.content[0]
    again = sum(map(len, statement.content)) >= SAME_WORDS * len(inside)
    return None if again or (statement.cue and not inside.contains(statement.cue)) else turn


def _turn_statements(report: Report) -> Iterator[Statement]:
    text = report.text
    body = report.spans_of("body", "subhead")
    turns = [
        match for match in _TURN.finditer(text) if any(span.start <= match.start("name") < span.end for span in body)
    ]
    for number, turn in enumerate(turns):
        if _QUESTION.match(turn["name"]):
            continue
        end = turns[number + 1].start() if number + 1 < len(turns) else len(text)
        source = Span(turn.start("name"), turn.end("name"))
        for paragraph in _PARAGRAPH.finditer(text, turn.end(), end):
            span = trim(text, paragraph.start(), paragraph.end())
            if span is None or not any(block.overlaps(span) for block in body) or _is_courtesy(span.of(text)):
                continue
            span = trim(text, span.start, span.end, " .") or span
            yield Statement(
                id=statement_id(report.id, None, [span]), content=(span,), source=source, form="direct", confidence=1.0
            )


def _is_courtesy(paragraph: str) -> bool:
    return len(paragraph.split()) <= COURTESY_WORDS and bool(_COURTESY.search(paragraph))
