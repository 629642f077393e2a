"""Intervals: articles are drawn with replacement again and again, and every figure computed for each draw."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.evaluate.figures import Figure, compute
from onrecord.evaluate.tally import Floats, Table

RESAMPLES: Final = 2000
SEED: Final = 20261122
COVERED: Final = (2.5, 97.5)


@dataclass(frozen=True, slots=True)
class Value:
    """A figure measured, with its 95 % interval and the number of cases that it rests on."""

    key: str
    title: str
    value: float
    low: float
    high: float
    cases: int
    slice: str = ""


@dataclass(frozen=True, slots=True)
class Drop:
    """What a figure loses when the texts are damaged, with the 95 % interval of the loss over the same draws."""

    damage: str
    key: str
    title: str
    value: float
    lost: float
    low: float
    high: float


def draw_articles(articles: int, resamples: int = RESAMPLES, seed: int = SEED) -> Floats:
    """How often each article is in each draw: [resamples, articles]. The same seed always draws the same."""
    generator = np.random.default_rng(seed)
    drawn = generator.multinomial(articles, np.full(articles, 1 / articles), size=resamples)
    return np.asarray(drawn, dtype=np.float64)


def measure(figure: Figure, table: Table, draws: Floats) -> Value | None:
    """The figure on all articles and its interval over the draws; None when there is nothing to count."""
    point = compute(figure, table, np.ones((1, draws.shape[1])))
    if point is None or not np.isfinite(point[0]):
        return None
    low, high = interval(compute(figure, table, draws), float(point[0]))
    return Value(figure.key, figure.title, float(point[0]), low, high, _cases(figure, table), figure.slice)


def interval(values: Floats | None, point: float) -> tuple[float, float]:
    """The middle 95 % of the draws that have a value; the point itself when none has."""
    finite = values[np.isfinite(values)] if values is not None else np.zeros(0)
    if not finite.size:
        return point, point
    low, high = np.percentile(finite, COVERED)
    return float(low), float(high)


def _cases(figure: Figure, table: Table) -> int:
    """What is counted under the fraction: the gold's cases, or the found ones for a precision."""
    place = table.place(figure.measures[0], figure.slice)
    column = 1 if figure.rule == "precision" else 2
    return int(table.counts[:, place, column].sum()) if place is not None else 0
