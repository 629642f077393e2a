"""Cutting a stored text at every boundary of the spans that lie on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from onrecord.model import Span


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text that no span begins or ends inside; `covers` are the indices of the spans that hold it."""

    span: Span
    text: str
    covers: tuple[int, ...] = ()


def segment(text: str, spans: Sequence[Span]) -> list[Segment]:
    """The text in flat pieces, cut where any span begins or ends; the pieces join back to exactly the text.

    Overlap becomes data (`covers`), never nesting. Raises `ValueError` when a span reaches past the text, since a
    mark on other characters than the ones it was made for is worse than none.

    >>> [(piece.text, piece.covers) for piece in segment("He said no.", [Span(0, 2), Span(0, 7), Span(8, 10)])]
    [('He', (0, 1)), (' said', (1,)), (' ', ()), ('no', (2,)), ('.', ())]
    """
    for span in spans:
        if span.end > len(text):
            raise ValueError(f"[{span.start}, {span.end}) reaches past a text of {len(text)} characters")
    starts, ends = _edges(spans)
    cuts = sorted({0, len(text), *starts, *ends})
    open_spans: set[int] = set()
    pieces = []
    for start, end in pairwise(cuts):
        open_spans -= ends.get(start, set())
        open_spans |= starts.get(start, set())
        pieces.append(Segment(Span(start, end), text[start:end], tuple(sorted(open_spans))))
    return pieces


def _edges(spans: Sequence[Span]) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    starts: dict[int, set[int]] = {}
    ends: dict[int, set[int]] = {}
    for index, span in enumerate(spans):
        starts.setdefault(span.start, set()).add(index)
        ends.setdefault(span.end, set()).add(index)
    return starts, ends
