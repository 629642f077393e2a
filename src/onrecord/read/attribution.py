"""Attribution: which words of a report are somebody's, by which source and cue. Pure function of text and weights."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from onrecord.model import Report, Span, Statement, overlap_ratio, statement_id, subtract, trim
from onrecord.read.acts import act_of
from onrecord.read.belief import LEAST_BELIEF, belief_of, weigh
from onrecord.read.decode import Relation, Runs, WindowScores, find_relations
from onrecord.read.encoder import Ints, Weights
from onrecord.read.forms import form_of
from onrecord.read.kinds import kind_of
from onrecord.read.nesting import holds, nest
from onrecord.read.pieces import Pieces, cut_pieces
from onrecord.read.quotes import Quotation
from onrecord.read.windows import cut_windows, readable_pieces

# Two statements that share more of their content than this are one, told twice ("He added “...”, Torve noted").
SAME_CONTENT = 0.5

# A content with this share of a quotation and one of its ends is meant to have the other end too (swept .1 and .4 on
# PolNeAR dev: no difference; an end: within EDGE characters, the mark and a comma).
MUCH_OF_QUOTATION = 0.1
EDGE = 3
# A content that ends this near to the end of its quotation lacks but the closing mark, and the stop before it.
CLOSE = 2

# Two names with a comma between them, the first a full one, behind a word that the first explains.
_TWO_NAMES = re.compile(r"(?:[A-Z][\w’'.-]*\s)+[A-Z][\w’'.-]+,\s(?P<own>[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+){0,2})")
_BEFORE_NAMES = re.compile(r"(?:,|\b(?!(?:of|in|from|at|near|and|or|by)\s)[a-z]\w+)\s$")
LINE = 40

_EDGES = " \t\r\n\u00a0,;:–—-"


@dataclass(frozen=True, slots=True)
class Draft:
    """A statement that the network found, believed or not, and what speaks for it (`read/belief.py`)."""

    statement: Statement
    inner: bool
    signs: tuple[float, ...]

    @property
    def believed(self) -> bool:
        """Whether it is shown; of inner ones the decoder has left those only that are."""
        return self.inner or self.statement.confidence >= LEAST_BELIEF


def attribute(report: Report, weights: Weights) -> tuple[Statement, ...]:
    """The statements of a report in text order, without speakers and occasions."""
    return settle_drafts(find_drafts(report, weights))


def find_drafts(report: Report, weights: Weights) -> list[Draft]:
    """Everything that may be a statement of a report."""
    breaks = [block.span.start for block in report.blocks]
    pieces, owners = readable_pieces(report, cut_pieces(report.text, weights.tokenizer, breaks))
    if not len(pieces):
        return []
    relations = find_relations(list(_score(pieces, weights)), weights)
    return [draft for relation in relations if (draft := _draft(report, pieces, owners, relation))]


def settle_drafts(drafts: Sequence[Draft]) -> tuple[Statement, ...]:
    """The statements that are believed, none told twice, each hung on the one that it lies in."""
    return nest(_without_doubles([(draft.statement, draft.inner) for draft in drafts if draft.believed]))


def _score(pieces: Pieces, weights: Weights) -> Iterator[WindowScores]:
    for window in cut_windows(pieces):
        cut = slice(window.start, window.end)
        yield WindowScores(window, weights.encode(pieces.ids[cut], pieces.features[cut]))


def _draft(report: Report, pieces: Pieces, owners: Ints, relation: Relation) -> Draft | None:
    text = report.text
    cue = _spans(text, pieces, owners, (relation.cue,), " \n\u00a0")
    source = _spans(text, pieces, owners, relation.source)
    if source and cue:
        source = (_own_name(text, source[0], cue[0]),)
    content = subtract(_spans(text, pieces, owners, relation.content), cue)
    near = _near(content, pieces.quotations)
    if not relation.inner:
        content = _whole_quotations(content, cue, near)
    content = _with_marks(content, near)
    content = tuple(span for span in content if any(map(str.isalnum, span.of(text))))
    if not cue or not content:
        return None
    said, told, by = cue[0].of(text), " ".join(span.of(text) for span in content), source[0].of(text) if source else ""
    kind = kind_of(relation.kinds, said, told, by)
    quoted = any(mark.closed and content == (mark.span,) for mark in near)
    signs = weigh(relation, said, bool(by), quoted)
    statement = Statement(
        id=statement_id(report.id, cue[0], content),
        content=content,
        source=source[0] if source else None,
        cue=cue[0],
        form=form_of(text, content, pieces.quotations, cue[0]),
        kind=kind,
        act=act_of(said, told, by, kind),
        confidence=relation.confidence if relation.inner else belief_of(signs),
    )
    return Draft(statement, relation.inner, signs)


def _spans(text: str, pieces: Pieces, owners: Ints, runs: Runs, edges: str = _EDGES) -> tuple[Span, ...]:
    """Character spans of piece runs, trimmed, cut where the run leaves a block."""
    spans = []
    for first, last in runs:
        for begin, end in _stretches(owners, first, last):
            span = trim(text, int(pieces.starts[begin]), int(pieces.ends[end - 1]), edges)
            if span:
                spans.append(span)
    return tuple(spans)


def _own_name(text: str, source: Span, cue: Span) -> Span:
    """The name next to the cue, where the source ran into an apposition before it.

    "With his host, Ilan Torve, Velm said": two names are no source, and the comma between them is no position of the
    network's.
    """
    two = _TWO_NAMES.fullmatch(source.of(text))
    before = _BEFORE_NAMES.search(text, max(0, source.start - LINE), source.start)
    if two and before and cue.start >= source.end:
        return Span(source.start + two.start("own"), source.end)
    return source


def _stretches(owners: Ints, first: int, last: int) -> list[tuple[int, int]]:
    """A run in one stretch, cut where it leaves out a block that is not read."""
    if owners[last - 1] == owners[first]:
        return [(first, last)]
    steps = np.flatnonzero(np.diff(owners[first:last]) > 1) + first + 1
    return list(pairwise([first, *steps.tolist(), last]))


def _near(content: Sequence[Span], quotations: Sequence[Quotation]) -> list[Quotation]:
    """The outer quotations that a content has words of."""
    if not content:
        return []
    first, last = content[0].start, content[-1].end
    return [mark for mark in quotations if not mark.depth and mark.span.start < last and mark.span.end > first]


def _whole_quotations(
    content: Sequence[Span], cue: Sequence[Span], quotations: Sequence[Quotation]
) -> tuple[Span, ...]:
    """Complete a content that ends with a quotation's end, or begins with its beginning, and holds much of it.

    A long quotation reaches further than the linker looks.
    """
    whole = []
    for span in content:
        for mark in (quotation.span for quotation in quotations if quotation.closed):
            if span.overlaps(mark) and not any(mark.contains(part) for part in cue):
                inside = min(span.end, mark.end) - max(span.start, mark.start)
                at_end, at_start = abs(span.end - mark.end) <= EDGE, abs(span.start - mark.start) <= EDGE
                if inside >= MUCH_OF_QUOTATION * len(mark) and (at_end or at_start):
                    span = Span(min(span.start, mark.start), max(span.end, mark.end))
        whole.append(span)
    return tuple(whole)


def _with_marks(content: Sequence[Span], quotations: Sequence[Quotation]) -> tuple[Span, ...]:
    """Take a quotation's marks into the content that holds all its words, so that the words stay visibly quoted."""
    whole = []
    for span in content:
        for quotation in quotations:
            inside = quotation.span
            if inside.overlaps(span):
                if span.start == inside.start + 1:
                    span = Span(inside.start, span.end)
                if quotation.closed and 0 < inside.end - span.end <= CLOSE and span.start <= inside.start:
                    span = Span(span.start, inside.end)
        whole.append(span)
    return tuple(sorted(whole))


def _without_doubles(drafts: Sequence[tuple[Statement, bool]]) -> list[tuple[Statement, bool]]:
    """Drop the less certain of two statements that claim the same content."""
    kept: list[tuple[Statement, bool]] = []
    for draft in sorted(drafts, key=lambda item: -item[0].confidence):
        if not any(_same_content(draft[0], other) for other, _ in kept):
            kept.append(draft)
    return sorted(kept, key=lambda item: (item[0].content[0], item[0].id))


def _same_content(one: Statement, other: Statement) -> bool:
    near = one.content[0].start < other.content[-1].end and other.content[0].start < one.content[-1].end
    if not near or holds(one, other) or holds(other, one):
        return False
    return overlap_ratio(one.content, other.content) > SAME_CONTENT
