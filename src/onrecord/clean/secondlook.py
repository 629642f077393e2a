"""The numbers of the page model's second look: what its first look says of the lines and the blocks around a line.

One line in a block of body is more often body, whatever its words; the first look sees the blocks' words, not its own
verdict on them. Beside them stands what linear models say of each line's words and of the names of its blocks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.clean.features import LEVELS, Numbers, shifted

Group = tuple[NDArray[np.intp], NDArray[np.int64]]

NEIGHBOURS: Final = (-3, -2, -1, 1, 2, 3)
WINDOWS: Final = (4, 10, 25)
LINEAR: Final = ("word", "name")
LINEAR_NEIGHBOURS: Final = (-2, -1, 1, 2)
LINEAR_WINDOWS: Final = (4, 10)
NAMES: Final[tuple[str, ...]] = (
    "first",
    *(f"first{offset:+d}" for offset in NEIGHBOURS),
    *(f"first_w{reach}" for reach in WINDOWS),
    *(f"{what}_{block}" for block in (*range(1, LEVELS + 1), "pattern") for what in ("first", "body")),
    "body_share", "body_lines", "body_before",
    *(f"{linear}{what}" for linear in LINEAR for what in (
        "", *(f"{offset:+d}" for offset in LINEAR_NEIGHBOURS), *(f"_w{reach}" for reach in LINEAR_WINDOWS),
        *(f"_{block}" for block in (*range(1, LEVELS + 1), "pattern")), "_page",
    )),
)  # fmt: skip


def second_features(scores: Numbers, blocks: NDArray[np.int64], linear: Sequence[Numbers]) -> Numbers:
    """One row of numbers for each line, in the order of `NAMES`.

    `scores` are the first look's log-odds, `blocks` the lines' blocks as `features.block_ids` numbers them, `linear`
    the scores of the lines' words and of their blocks' names.
    """
    groups = [_group(numbers) for numbers in blocks.T]
    return np.concatenate([_looks(scores, groups), *(_spread(values, groups) for values in linear)], axis=1)


def _looks(scores: Numbers, groups: Sequence[Group]) -> Numbers:
    body = 1 / (1 + np.exp(-scores))
    total = max(1e-6, float(body.sum()))
    columns = [scores, *(_around(scores, reach) for reach in WINDOWS)]
    means = [_mean(group, values) for group in groups for values in (scores, body)]
    page = [np.full(len(scores), body.mean()), np.full(len(scores), body.sum()), np.cumsum(body) / total]
    near = shifted(scores[:, None], NEIGHBOURS, -9.0)
    return np.concatenate(
        [np.stack(columns[:1], axis=1), near, np.stack([*columns[1:], *means, *page], axis=1)], axis=1
    )


def _spread(values: Numbers, groups: Sequence[Group]) -> Numbers:
    """The values with those of neighbours, and their means around each line, in its blocks and on the page."""
    near = shifted(values[:, None], LINEAR_NEIGHBOURS, -9.0)
    means = [_around(values, reach) for reach in LINEAR_WINDOWS]
    means += [_mean(group, values) for group in groups]
    means.append(np.full(len(values), values.mean()))
    return np.concatenate([values[:, None], near, np.stack(means, axis=1)], axis=1)


def _around(values: Numbers, reach: int) -> Numbers:
    """The mean over each line and so many lines on both sides."""
    total, index = len(values), np.arange(len(values))
    sums = np.concatenate([[0.0], np.cumsum(values)])
    low, high = np.maximum(0, index - reach), np.minimum(total, index + reach + 1)
    return np.asarray((sums[high] - sums[low]) / (high - low))


def _group(numbers: NDArray[np.int64]) -> Group:
    """For each line the place of its block among all, and the size of each block."""
    _, inverse, sizes = np.unique(numbers, return_inverse=True, return_counts=True)
    return inverse, sizes


def _mean(group: Group, values: Numbers) -> Numbers:
    """The mean of the values over the lines of each line's block."""
    inverse, sizes = group
    return np.asarray((np.bincount(inverse, weights=values) / sizes)[inverse])
