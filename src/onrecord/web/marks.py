"""A report's text as flat, marked pieces: what the reading view and every excerpt are rendered from.

At most two layers lie on a piece: the background says the form of the outermost statement that holds it, the underline
says whether it is a source, a cue, or the content of a nested statement. Everything deeper is in the list beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from onrecord.model import RESIDUE, Block, BlockKind, Report, Span, Statement, intersect
from onrecord.web.segment import Segment, segment
from onrecord.web.wording import BLOCK_LABELS, speaker_name

Role = Literal["source", "cue", "content"]
LINE_ENDS = "\n\r"
_UNDERLINE_ORDER: tuple[Role, ...] = ("source", "cue")


@dataclass(frozen=True, slots=True)
class Note:
    """Words of ours between pieces, never part of the stored text: where a statement begins or ends, what a block is.

    `begins` is the visible number of a statement, linked to the list; `aside` is for those who hear the page; `label`
    names a block that is no body text.
    """

    kind: Literal["begins", "aside", "label"]
    words: str
    number: int = 0
    statement: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """One flat span of the stored text: its style classes, the statements on it, our notes around it."""

    text: str
    classes: str = ""
    statements: str = ""
    before: tuple[Note, ...] = ()
    after: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Some lines of the stored text that begin with a block of this kind; all passages join back to the text."""

    kind: BlockKind
    label: str | None
    residue: bool
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A span with a role in a numbered statement."""

    span: Span
    role: Role
    statement: Statement
    number: int


def text_order(statements: Iterable[Statement]) -> list[Statement]:
    """The statements as a reader meets them; an outer one before the one nested in it."""
    return sorted(statements, key=lambda item: (item.content[0].start, -item.content[-1].end, item.id))


def marks_of(statements: Sequence[Statement]) -> list[Mark]:
    """Every span of the statements, numbered from 1 in the order given."""
    marks = []
    for number, statement in enumerate(statements, start=1):
        marks += [Mark(span, "content", statement, number) for span in statement.content]
        if statement.source:
            marks.append(Mark(statement.source, "source", statement, number))
        if statement.cue:
            marks.append(Mark(statement.cue, "cue", statement, number))
    return marks


def passages(report: Report, statements: Sequence[Statement]) -> tuple[Passage, ...]:
    """The whole stored text, cut into passages at the lines where blocks begin and end, each of flat pieces."""
    marks = marks_of(statements)
    blocks = sorted(report.blocks, key=lambda block: block.span)
    lines = _passage_spans(report.text, blocks)
    heads = [_head(report.text, line, blocks) for line in lines]
    rows: list[list[Piece]] = [[] for _ in lines]
    row = 0
    for item in segment(report.text, [*(mark.span for mark in marks), *(block.span for block in blocks), *lines]):
        while item.span.start >= lines[row].end:
            row += 1
        block = _block_of(item, blocks, len(marks))
        rows[row].append(_piece(item, marks, block if block is not heads[row] else None, lines[row].start))
    return tuple(_passage(head, line, pieces, blocks) for head, line, pieces in zip(heads, lines, rows, strict=True))


def excerpt_pieces(text: str, window: Span, statement: Statement, matches: Iterable[Span] = ()) -> tuple[Piece, ...]:
    """The stored words of a window with one statement's marks and the words searched for, without our notes."""
    marks = [mark for mark in marks_of([statement]) if mark.span.overlaps(window)]
    found = list(intersect(matches, [window]))
    spans = [_within(span, window) for span in (*(mark.span for mark in marks), *found)]
    return tuple(
        Piece(item.text, " ".join((*_classes(_covering(item, marks)).split(), *_match(item, len(marks)))))
        for item in segment(window.of(text), spans)
    )


def _within(span: Span, window: Span) -> Span:
    return Span(max(span.start, window.start), min(span.end, window.end)).shifted(-window.start)


def _match(item: Segment, offset: int) -> list[str]:
    return ["match"] if any(index >= offset for index in item.covers) else []


def _passage_spans(text: str, blocks: Sequence[Block]) -> list[Span]:
    """The text in whole lines: a new passage where a block begins a line, and on the line after one ends."""
    cuts = {0}
    for block in blocks:
        start, end = block.span.start, block.span.end
        cuts.add(start if start == 0 or text[start - 1] in LINE_ENDS else 0)
        while end < len(text) and text[end] not in LINE_ENDS:
            end += 1
        while end < len(text) and text[end] in LINE_ENDS:
            end += 1
        cuts.add(end)
    edges = sorted(cuts - {len(text)}) if text else []
    return [Span(start, end) for start, end in pairwise([*edges, len(text)])]


def _head(text: str, line: Span, blocks: Sequence[Block]) -> Block | None:
    """The block that a passage is, when it fills the passage; a dateline before its sentence does not."""
    inside = [block for block in blocks if block.span.start == line.start]
    return next((block for block in inside if not text[block.span.end : line.end].strip()), None)


def _passage(head: Block | None, line: Span, pieces: list[Piece], blocks: Sequence[Block]) -> Passage:
    kind: BlockKind = head.kind if head else "body"
    first = next((block.kind for block in blocks if block.span.start == line.start), kind)
    return Passage(kind, BLOCK_LABELS.get(first), kind in RESIDUE, tuple(pieces))


def _block_of(item: Segment, blocks: Sequence[Block], offset: int) -> Block | None:
    inside = [blocks[index - offset] for index in item.covers if offset <= index < offset + len(blocks)]
    return min(inside, key=lambda block: len(block.span)) if inside else None


def _covering(item: Segment, marks: Sequence[Mark]) -> list[Mark]:
    return [marks[index] for index in item.covers if index < len(marks)]


def _piece(item: Segment, marks: Sequence[Mark], inline: Block | None, line_start: int) -> Piece:
    """One flat span; `inline` is a block that it lies in besides the one that fills the passage.

    A block that opens the passage is named beside it, any other one where it begins.
    """
    covering = _covering(item, marks)
    classes = _classes(covering)
    before = [note for mark in covering if mark.span.start == item.span.start for note in _opening(mark)]
    after = [_closing(mark) for mark in reversed(covering) if mark.span.end == item.span.end and mark.role == "content"]
    if inline and inline.kind in BLOCK_LABELS:
        classes = f"{classes} inline {inline.kind}".strip()
        if inline.span.start == item.span.start != line_start:
            before.insert(0, Note("label", BLOCK_LABELS[inline.kind]))
    ids = dict.fromkeys(mark.statement.id for mark in covering)
    return Piece(item.text, classes, " ".join(ids), tuple(before), tuple(after))


def _classes(covering: Sequence[Mark]) -> str:
    contents = [mark for mark in covering if mark.role == "content"]
    roles = {mark.role for mark in covering}
    classes: list[str] = []
    if contents:
        outermost = max(contents, key=lambda mark: mark.statement.content[-1].end - mark.statement.content[0].start)
        classes.append(outermost.statement.form)
    underline = next((role for role in _UNDERLINE_ORDER if role in roles), None)
    if underline or len(contents) > 1:
        classes.append(underline or "inner")
    return " ".join(classes)


def _opening(mark: Mark) -> list[Note]:
    if mark.role != "content":
        return []
    number, statement = mark.number, mark.statement
    if mark.span == statement.content[0]:
        words = f", {quotation_words(statement)}, begins. "
        return [Note("begins", words, number, statement.id)]
    return [Note("aside", f" Statement {number} goes on. ")]


def _closing(mark: Mark) -> Note:
    ends = mark.span == mark.statement.content[-1]
    return Note("aside", f" Statement {mark.number} {'ends' if ends else 'is interrupted'}. ")


def quotation_words(statement: Statement) -> str:
    """What a reader who hears the page is told: "direct quotation by Sergey Lavrov"."""
    nouns = {"direct": "direct quotation", "mixed": "partly quoted statement", "indirect": "indirect statement"}
    return f"{nouns[statement.form]} by {speaker_name(statement.speaker)}"
