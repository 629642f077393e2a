"""The readable sentences of a report, and its narrative: the text without what speakers said."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import READABLE, BlockKind, Report, Span, Statement, subtract, trim

# What stands in for a character of somebody's words; no pattern of this package matches it.
SAID = "\x00"
# A longer "sentence" is no prose but a list or a page without full stops; it is read in pieces of this length.
LONGEST = 2000
_ASKED = re.compile(r"ask|question|press(?:ed|ing)", re.IGNORECASE)
_PUT = re.compile(
    r"\s(?:at|in|during)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,3}(?:conference|briefing|presser|interview)\b"
)
# How far apart two pieces of one content may stand with what lies between them still told, in characters.
_GAP = 80
_LINE = re.compile(r"[^\n]+")
_END = re.compile(r"[.!?…][\"”’»')\]]*\s+(?=[\"“‘„«'(\[]?[^\W\da-z_]|[\"“‘„«'][^\W\d_]|\d)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Hon|Rev|Fr|Amb|Min|Messrs|vs|Gen|Col|Lt|Capt|Sgt|Sen|Rep|Gov|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|"
    r"H\.E|U\.S|U\.N|[A-Z])|\d)\.$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a readable block; `line` numbers the lines that hold sentences, headline included."""

    span: Span
    line: int
    block: BlockKind


def read_sentences(report: Report) -> tuple[Sentence, ...]:
    """The sentences of headline, subheads and body in text order. Text in no block is body."""
    closed = [block.span for block in report.blocks if block.kind not in READABLE]
    heads = [block for block in report.blocks if block.kind == "headline" or block.kind == "subhead"]
    found: list[Sentence] = []
    for line, span in enumerate(_lines(report.text, closed)):
        kind: BlockKind = next((block.kind for block in heads if block.span.overlaps(span)), "body")
        found.extend(Sentence(piece, line, kind) for piece in _split(report.text, span))
    return tuple(found)


def narrative_of(text: str, statements: Iterable[Statement]) -> str:
    """The text with every character of a content replaced by `SAID`; offsets stay what they are."""
    pieces, at = [], 0
    for span in sorted(span for statement in statements for span in _said(text, statement)):
        start = max(span.start, at)
        if span.end > start:
            pieces += [text[at:start], SAID * (span.end - start)]
            at = span.end
    return "".join([*pieces, text[at:]])


def _said(text: str, statement: Statement) -> Iterator[Span]:
    """The content, and what lies between two pieces of it: that is told too, unless the speaker is named there.

    Where a question was put is not what was asked: "Asked about the call at a briefing on Monday, ...".
    """
    asked = statement.cue is not None and _ASKED.match(text, statement.cue.start)
    for span in statement.content:
        where = _PUT.search(text, span.start, span.end) if asked else None
        yield Span(span.start, where.start()) if where and where.start() > span.start else span
    own = [span for span in (statement.cue, statement.source) if span]
    pieces = sorted(statement.content)
    for one, other in itertools.pairwise(pieces):
        gap = other.start - one.end
        if 0 < gap <= _GAP and not any(one.end <= span.start < other.start for span in own):
            yield Span(one.end, other.start)


def sentence_at(sentences: Sequence[Sentence], position: int) -> int:
    """The number of the sentence that holds the position, or of the last one before it."""
    return max(0, bisect_right(sentences, position, key=lambda sentence: sentence.span.start) - 1)


def _lines(text: str, closed: Sequence[Span]) -> Iterator[Span]:
    if not text:
        return
    for open_span in subtract([Span(0, len(text))], closed):
        for match in _LINE.finditer(text, open_span.start, open_span.end):
            span = trim(text, match.start(), match.end())
            if span:
                yield span


def _split(text: str, line: Span) -> Iterator[Span]:
    start = line.start
    for match in _END.finditer(text, line.start, line.end):
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(start, match.start() - 6), match.start() + 1):
            continue
        span = trim(text, start, match.end())
        if span:
            yield from _pieces(span)
        start = match.end()
    rest = trim(text, start, line.end)
    if rest:
        yield from _pieces(rest)


def _pieces(span: Span) -> Iterator[Span]:
    for start in range(span.start, span.end, LONGEST):
        yield Span(start, min(start + LONGEST, span.end))
