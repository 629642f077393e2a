"""The label path is the best one that the labels' grammar allows, and outside where nothing else is likely."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.paths import CUES, LINKS, Labels, best_paths, stretches


def allowed(path: tuple[int, ...], labels: Labels) -> bool:
    steps = all(labels.follows[a, b] == 0 for a, b in pairwise(path))
    return bool(steps and labels.begins[path[0]] == 0 and labels.ends[path[-1]] == 0)


@pytest.mark.parametrize("labels", [LINKS, CUES])
@settings(max_examples=25, deadline=None)
@given(length=st.integers(1, 4), seed=st.integers(0, 2**32 - 1))
def test_search_finds_what_brute_force_finds(labels: Labels, length: int, seed: int) -> None:
    width = len(labels.begins)
    scores = np.random.default_rng(seed).normal(size=(1, length, width)).astype(np.float32)
    paths = [path for path in product(range(width), repeat=length) if allowed(path, labels)]
    best = max(paths, key=lambda path: sum(scores[0, index, label] for index, label in enumerate(path)))
    assert tuple(best_paths(scores, np.ones((1, length), bool), labels)[0].tolist()) == best


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 5), st.integers(0, 2**32 - 1))
def test_rows_searched_together_are_as_if_searched_alone(rows: int, seed: int) -> None:
    random = np.random.default_rng(seed)
    scores = random.normal(size=(rows, 12, 9)).astype(np.float32)
    open_to = random.random((rows, 12)) < 0.6
    together = best_paths(scores, open_to, LINKS)
    alone = [best_paths(scores[row : row + 1], open_to[row : row + 1], LINKS)[0] for row in range(rows)]
    assert np.array_equal(together, alone)
    assert not together[~open_to].any()


def test_stretches_are_the_runs_of_true() -> None:
    assert stretches(np.array([True, True, False, True])) == [(0, 2), (3, 4)]
