"""Pairing what was found with what the gold has: one to one, the best total first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.assign import assign
from onrecord.evaluate.corpus import Attribution

SAME_CONTENT: Final = 0.5  # of the characters of both contents together: below it, they are two statements

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Matching:
    """Pairs (found, gold), and what stands alone on either side."""

    pairs: tuple[tuple[Attribution, Attribution], ...]
    surplus: tuple[Attribution, ...]
    missed: tuple[Attribution, ...]


def match_contents(found: Sequence[Attribution], gold: Sequence[Attribution], same_level: bool = False) -> Matching:
    """Pair statements whose contents share at least half of their characters.

    With `same_level` a nested statement is paired with a nested one only, and an outer one with an outer one.
    """
    scores = content_overlaps(found, gold)
    if same_level and scores.size:
        levels = np.array([said.nested for said in found])[:, None] == np.array([said.nested for said in gold])
        scores = scores * levels
    places = [(row, column) for row, column in assign(scores) if scores[row, column] >= SAME_CONTENT]
    rows, columns = {row for row, _ in places}, {column for _, column in places}
    return Matching(
        tuple((found[row], gold[column]) for row, column in places),
        tuple(said for row, said in enumerate(found) if row not in rows),
        tuple(said for column, said in enumerate(gold) if column not in columns),
    )


def content_overlaps(found: Sequence[Attribution], gold: Sequence[Attribution]) -> Floats:
    """Intersection over union of the characters of every two contents: [found, gold].

    The text is cut wherever a content begins or ends, so that no array is as long as the text.
    """
    spans = [span for said in (*found, *gold) for span in said.content]
    cuts = np.unique(np.array([edge for span in spans for edge in (span.start, span.end)], dtype=np.int64))
    lengths = np.diff(cuts).astype(np.float64)
    one, other = _covered(found, cuts), _covered(gold, cuts)
    shared = np.einsum("fc,c,gc->fg", one, lengths, other, optimize=True)
    together = (one @ lengths)[:, None] + (other @ lengths)[None] - shared
    return np.asarray(shared / np.maximum(together, 1.0), dtype=np.float64)


def _covered(attributions: Sequence[Attribution], cuts: NDArray[np.int64]) -> Floats:
    covered = np.zeros((len(attributions), max(0, len(cuts) - 1)))
    for row, attribution in enumerate(attributions):
        for span in attribution.content:
            first, last = np.searchsorted(cuts, (span.start, span.end))
            covered[row, first:last] = 1.0
    return covered
