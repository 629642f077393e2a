"""Counts: what every figure is made of, one article at a time, so that articles can be drawn again and again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one measure in one slice: `hits` of what was `found` and of what the gold has."""

    measure: str
    hits: int
    found: int
    gold: int
    slice: str = ""


@dataclass(frozen=True, slots=True)
class ArticleScore:
    """The counts of one article."""

    name: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """The counts of a corpus: `counts` [articles, keys, 3] with hits, found and gold of each (measure, slice)."""

    keys: tuple[tuple[str, str], ...]
    counts: Floats

    def place(self, measure: str, slice_: str = "") -> int | None:
        """The number of a key, None when nothing was counted under it."""
        key = (measure, slice_)
        return self.keys.index(key) if key in self.keys else None

    @property
    def slices(self) -> tuple[str, ...]:
        """The slices that have counts, sorted, without the whole."""
        return tuple(sorted({slice_ for _, slice_ in self.keys if slice_}))


def matched(measure: str, good: bool = True) -> Tally:
    """A pair of something found and something of the gold."""
    return Tally(measure, int(good), 1, 1)


def missed(measure: str) -> Tally:
    """Something of the gold that was not found."""
    return Tally(measure, 0, 0, 1)


def surplus(measure: str) -> Tally:
    """Something found that the gold does not have."""
    return Tally(measure, 0, 1, 0)


def spread(tally: Tally, slices: Iterable[str]) -> Iterator[Tally]:
    """The tally for the whole, and once for each slice."""
    yield tally
    for slice_ in slices:
        yield Tally(tally.measure, tally.hits, tally.found, tally.gold, slice_)


def tabulate(scores: Sequence[ArticleScore]) -> Table:
    """Sum the counts of each article under their keys."""
    keys = tuple(sorted({(tally.measure, tally.slice) for score in scores for tally in score.tallies}))
    places = {key: number for number, key in enumerate(keys)}
    counted = [
        (row, places[tally.measure, tally.slice], tally.hits, tally.found, tally.gold)
        for row, score in enumerate(scores)
        for tally in score.tallies
    ]
    lines = np.array(counted, dtype=np.int64).reshape(-1, 5)
    counts = np.zeros((len(scores), len(keys), 3))
    np.add.at(counts, (lines[:, 0], lines[:, 1]), lines[:, 2:])
    return Table(keys, counts)
