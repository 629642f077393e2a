"""One-to-one assignment: never worse than trying every pairing, and the same pairs as scipy's."""

from __future__ import annotations

from itertools import permutations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from onrecord.evaluate.assign import assign

# Few distinct values: ties are where assignment goes wrong.
SCORES = st.tuples(st.integers(1, 5), st.integers(1, 5)).flatmap(
    lambda shape: st.lists(
        st.lists(st.sampled_from([0.0, 0.5, 1.0, 1.5, 3.0]), min_size=shape[1], max_size=shape[1]),
        min_size=shape[0],
        max_size=shape[0],
    )
)


def best_total(scores: NDArray[np.float64]) -> float:
    rows, columns = scores.shape
    if rows > columns:
        return best_total(scores.T)
    return max(
        sum(scores[row, column] for row, column in enumerate(order)) for order in permutations(range(columns), rows)
    )


@settings(deadline=None)
@given(SCORES)
def test_assign_reaches_the_best_total_of_all_pairings(lines: list[list[float]]) -> None:
    scores = np.array(lines)
    pairs = assign(scores)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs) == min(scores.shape)
    assert sum(scores[row, column] for row, column in pairs) == best_total(scores)


@settings(deadline=None)
@given(SCORES)
def test_assign_pairs_as_scipy_does(lines: list[list[float]]) -> None:
    scores = np.array(lines)
    assert assign(scores) == tuple(zip(*(map(int, side) for side in linear_sum_assignment(-scores)), strict=True))


def test_assign_of_nothing_is_nothing() -> None:
    assert assign(np.zeros((0, 3))) == () == assign(np.zeros((3, 0)))
