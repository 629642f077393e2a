"""Half-open stretches of an immutable text, and the small algebra on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The stretch `[start, end)` of a report's text, in Unicode code points.

    Raises `ValueError` when it is empty, reversed or negative: a span always holds at least one character.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"[{self.start}, {self.end}) is no span: 0 <= start < end must hold")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters it covers."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether every character of `other` lies in it."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether they share a character; spans that only touch do not overlap."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same stretch in a text that has `by` more characters in front."""
        return Span(self.start + by, self.end + by)


def trim(text: str, start: int, end: int, characters: str | None = None) -> Span | None:
    """The span of `text[start:end]` without `characters` (white space by default) at its edges, if any is left."""
    piece = text[start:end]
    start += len(piece) - len(piece.lstrip(characters))
    end = start + len(piece.strip(characters))
    return Span(start, end) if end > start else None


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The fewest sorted spans that cover the same characters; touching spans become one."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def subtract(spans: Iterable[Span], holes: Iterable[Span]) -> tuple[Span, ...]:
    """What is left of `spans` without the characters of `holes`, sorted and merged."""
    kept: list[Span] = []
    blocked = union(holes)
    for span in union(spans):
        start = span.start
        for hole in blocked:
            if hole.end <= start or hole.start >= span.end:
                continue
            if hole.start > start:
                kept.append(Span(start, hole.start))
            start = max(start, hole.end)
        if start < span.end:
            kept.append(Span(start, span.end))
    return tuple(kept)


def intersect(spans: Iterable[Span], others: Iterable[Span]) -> tuple[Span, ...]:
    """The characters that lie in both, as sorted merged spans."""
    first, second = union(spans), union(others)
    return union(Span(max(a.start, b.start), min(a.end, b.end)) for a in first for b in second if a.overlaps(b))


def size(spans: Iterable[Span]) -> int:
    """How many characters they cover together."""
    return sum(len(span) for span in union(spans))


def overlap_ratio(spans: Sequence[Span], others: Sequence[Span]) -> float:
    """Jaccard index of the characters covered (intersection over union), 0 when both are empty."""
    together = size((*spans, *others))
    return size(intersect(spans, others)) / together if together else 0.0
