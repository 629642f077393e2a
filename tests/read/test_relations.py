"""The label path is the best one that the labels' grammar allows."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.decode import LABELS, TRANSITIONS, _viterbi

STARTS, ENDS = {0, 1, 4, 5, 8}, {0, 3, 4, 7, 8}


def allowed(path: tuple[int, ...]) -> bool:
    steps = all(TRANSITIONS[a, b] == 0 for a, b in pairwise(path))
    return steps and path[0] in STARTS and path[-1] in ENDS


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 4), st.integers(0, 2**32 - 1))
def test_viterbi_finds_what_brute_force_finds(length: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(1, length, LABELS)).astype(np.float32)
    paths = [path for path in product(range(LABELS), repeat=length) if allowed(path)]
    best = max(paths, key=lambda path: sum(scores[0, index, label] for index, label in enumerate(path)))
    assert tuple(_viterbi(scores.copy())[0].tolist()) == best
