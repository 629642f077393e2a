"""Cuts the readable words of a report into the windows that the encoder sees."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from onrecord.model import READABLE, Report
from onrecord.read.chunks import STOP
from onrecord.read.pieces import AFTER_LINE, BLANK_LINE, GAP, MARK, Ints, Pieces

# Lengths in words; together the encoder's 512 positions. Most reports are one window.
CORE = 448
CONTEXT = 64

_SENTENCE_ENDS = frozenset({1029, 999})  # ? !


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces `[start, end)` of which those from `core` on are read here; the ones before it are context."""

    start: int
    core: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start


def readable_pieces(report: Report, pieces: Pieces) -> tuple[Pieces, Ints]:
    """The pieces of headline, body and subhead blocks, and for each the number of its block.

    What lies between two blocks is as far away for the encoder as a paragraph break.
    """
    owner = np.full(len(pieces), -1, dtype=np.int64)
    for number, block in enumerate(report.blocks):
        if block.kind in READABLE:
            first, last = pieces.within(block.span)
            owner[first:last] = number
    kept = np.flatnonzero(owner >= 0)
    owners = owner[kept]
    features = pieces.features[kept].copy()
    jumps = np.flatnonzero(np.diff(kept, prepend=-1) > 1)
    features[jumps, GAP] = np.maximum(features[jumps, GAP], BLANK_LINE)
    chosen = Pieces(pieces.ids[kept], pieces.starts[kept], pieces.ends[kept], features, pieces.quotations)
    return chosen, owners


def cut_windows(pieces: Pieces) -> list[Window]:
    """Whole lines packed into windows, each with the lines before it as context; every piece is core once."""
    windows: list[Window] = []
    lines = list(_lines(pieces))
    for first, last in _packed(lines):
        start = first
        for begin, end in reversed(lines):
            if end <= first and first - begin <= CONTEXT:
                start = begin
        if start == first and first > 0 and windows:
            start = max(0, first - CONTEXT // 2)
        windows.append(Window(start, first, last))
    return windows


def ends_sentence(pieces: Pieces, index: int) -> bool:
    """Whether a sentence may end with this word."""
    return int(pieces.features[index, MARK]) == STOP or int(pieces.ids[index, 0]) in _SENTENCE_ENDS


def _lines(pieces: Pieces) -> Iterator[tuple[int, int]]:
    """Runs of pieces between line breaks; a longer line is cut at a sentence end, or where it must be."""
    breaks = np.flatnonzero(pieces.features[:, GAP] >= AFTER_LINE).tolist()
    start = 0
    for end in [*breaks, len(pieces)]:
        while end - start > CORE:
            cut = start + CORE
            cut = next((at for at in range(start + CORE // 2 + 1, cut) if ends_sentence(pieces, at - 1)), cut)
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        start = end


def _packed(lines: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    first = last = None
    for start, end in lines:
        if first is None or last is None:
            first = start
        elif end - first > CORE:
            yield first, last
            first = start
        last = end
    if first is not None and last is not None:
        yield first, last
