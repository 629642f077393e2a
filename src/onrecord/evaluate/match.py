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


def match_contents(
    found: Sequence[Attribution], gold: Sequence[Attribution], length: int, same_level: bool = False
) -> Matching:
    """Pair statements whose contents share at least half of their characters, in a text of this `length`.

    With `same_level` a nested statement is paired with a nested one only, and an outer one with an outer one.
    """
    scores = content_overlaps(found, gold, length)
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


def content_overlaps(found: Sequence[Attribution], gold: Sequence[Attribution], length: int) -> Floats:
    """Intersection over union of the characters of every two contents: [found, gold]."""
    one, other = _covered(found, length), _covered(gold, length)
    shared = one @ other.T
    together = one.sum(axis=1)[:, None] + other.sum(axis=1)[None] - shared
    return np.asarray(shared / np.maximum(together, 1.0), dtype=np.float64)


def _covered(attributions: Sequence[Attribution], length: int) -> NDArray[np.float32]:
    covered = np.zeros((len(attributions), length), dtype=np.float32)
    for row, attribution in enumerate(attributions):
        for span in attribution.content:
            covered[row, span.start : span.end] = 1.0
    return covered
