"""Every word is a query once it counts, and sees its surroundings and nothing outside the window."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.nearness import BEFORE, HALO, REACH, neighbourhoods, surroundings


@given(st.integers(1, 600))
def test_every_word_is_found_at_its_place_among_the_chunks(length: int) -> None:
    plan = neighbourhoods(length)
    assert plan.queries.flatten()[plan.places].tolist() == list(range(length))


@given(st.integers(1, 600))
def test_every_word_sees_the_halo_on_either_side(length: int) -> None:
    plan = neighbourhoods(length)
    seen = {int(at): set(keys.tolist()) for row, keys in zip(plan.queries, plan.keys, strict=True) for at in row}
    assert all(set(range(max(0, at - HALO), min(length, at + HALO + 1))) <= keys for at, keys in seen.items())
    assert all(0 <= key < length for keys in seen.values() for key in keys)


@given(st.integers(1, 600), st.data())
def test_surroundings_hold_the_cue_and_stay_inside(length: int, data: st.DataObject) -> None:
    cue = data.draw(st.integers(0, length - 1))
    (near,) = surroundings(length, np.array([cue]))
    assert cue in near
    assert near[0] >= 0
    assert near[-1] < length
    assert len(near) == min(length, REACH)
    assert cue - near[0] >= min(cue, BEFORE)
