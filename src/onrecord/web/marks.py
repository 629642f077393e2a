"""A report's text as flat, marked pieces: what the reading view and every excerpt are rendered from.

At most two layers lie on a piece: the background says the form of the outermost statement that holds it, the underline
says whether it is a source, a cue, or the content of a nested statement. Everything deeper is in the list beside.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.model import RESIDUE, Block, BlockKind, Report, Span, Statement, intersect
from onrecord.web.segment import Segment, segment
from onrecord.web.wording import BLOCK_LABELS, speaker_name

Role = Literal["source", "cue", "content"]
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


def passages(report: Report, statements: Sequence[Statement], focus: str | None = None) -> tuple[Passage, ...]:
    """The whole stored text, cut into passages at blocks that begin a line, each of flat pieces."""
    marks = marks_of(statements)
    blocks = sorted(report.blocks, key=lambda block: block.span)
    cuts = _passage_cuts(report.text, blocks)
    spans = [mark.span for mark in marks] + [block.span for block in blocks] + [Span(a, b) for a, b in cuts]
    rows: list[list[Piece]] = [[] for _ in cuts]
    row = 0
    for item in segment(report.text, spans):
        while item.span.start >= cuts[row][1]:
            row += 1
        block = _block_of(item, blocks, len(marks))
        rows[row].append(_piece(item, marks, block, focus, block is not None and block.span.start != cuts[row][0]))
    return tuple(_passage(start, pieces, blocks) for (start, _), pieces in zip(cuts, rows, strict=True))


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


def _passage_cuts(text: str, blocks: Sequence[Block]) -> list[tuple[int, int]]:
    starts = {block.span.start for block in blocks if _begins_line(text, block.span.start)}
    edges = sorted({0, *starts} - {len(text)}) if text else []
    return list(zip(edges, [*edges[1:], len(text)], strict=True))


def _begins_line(text: str, position: int) -> bool:
    return position == 0 or text[position - 1] in "\n\r"


def _passage(start: int, pieces: list[Piece], blocks: Sequence[Block]) -> Passage:
    kind: BlockKind = next((block.kind for block in blocks if block.span.start == start), "body")
    return Passage(kind, BLOCK_LABELS.get(kind), kind in RESIDUE, tuple(pieces))


def _block_of(item: Segment, blocks: Sequence[Block], offset: int) -> Block | None:
    inside = [blocks[index - offset] for index in item.covers if offset <= index < offset + len(blocks)]
    return min(inside, key=lambda block: len(block.span)) if inside else None


def _covering(item: Segment, marks: Sequence[Mark]) -> list[Mark]:
    return [marks[index] for index in item.covers if index < len(marks)]


def _piece(item: Segment, marks: Sequence[Mark], block: Block | None, focus: str | None, glued: bool) -> Piece:
    covering = _covering(item, marks)
    classes = _classes(covering)
    before = [note for mark in covering if mark.span.start == item.span.start for note in _opening(mark)]
    after = [_closing(mark) for mark in reversed(covering) if mark.span.end == item.span.end and mark.role == "content"]
    if block and glued and (block.kind in RESIDUE or block.kind in ("byline", "credit", "dateline")):
        classes = f"{classes} glued {block.kind}".strip()
        if block.span.start == item.span.start:
            before.insert(0, Note("label", BLOCK_LABELS[block.kind]))
    if focus and any(mark.statement.id == focus and mark.role == "content" for mark in covering):
        classes += " focus"
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
