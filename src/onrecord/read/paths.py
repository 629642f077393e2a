"""Best label paths: Viterbi over many short stretches at once, since most words of a report are surely in no role."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Labels:
    """A labelling scheme: log weights `follows` [before, after], and which labels may begin and end a stretch.

    Label 0 is outside and may follow, precede, begin and end.
    """

    follows: Floats
    begins: Floats
    ends: Floats


def _allow(count: int, pairs: dict[int, tuple[int, ...]], begins: tuple[int, ...], ends: tuple[int, ...]) -> Labels:
    follows = np.full((count, count), FORBIDDEN, dtype=np.float32)
    for before, after in pairs.items():
        follows[before, list(after)] = 0
    edge = np.full((2, count), FORBIDDEN, dtype=np.float32)
    edge[0, list(begins)] = 0
    edge[1, list(ends)] = 0
    return Labels(follows, edge[0], edge[1])


_FREE = (0, 1, 4, 5, 8)
# Outside, then begin, inside, end and single of a source, and the same of a content.
LINKS = _allow(
    9,
    {**dict.fromkeys((0, 3, 4, 7, 8), _FREE), 1: (2, 3), 2: (2, 3), 5: (6, 7), 6: (6, 7)},
    _FREE,
    (0, 3, 4, 7, 8),
)
# Outside, begin, inside of a cue; one cue never follows another directly.
CUES = _allow(3, {0: (0, 1), 1: (0, 2), 2: (0, 2)}, (0, 1), (0, 1, 2))


def best_paths(scores: Floats, open_to: Flags, labels: Labels) -> Ints:
    """The best path [rows, length] of log scores [rows, length, labels]: outside where not `open_to` [rows, length]."""
    paths: Ints = np.where(open_to, scores.argmax(axis=2), 0)
    # The best labels one by one are the best path where they may follow each other, as they mostly do.
    broken = _broken(paths, labels)
    if not broken.any():
        return paths
    places = [place for place in _stretches(open_to) if broken[place[0], place[1] : place[2]].any()]
    # Stretches of like length together: the search takes as many steps as its longest is long.
    places.sort(key=lambda place: place[2] - place[1])
    for group in _halves(places):
        longest = max(last - first for _, first, last in group)
        block = np.full((len(group), longest, scores.shape[2]), FORBIDDEN, dtype=np.float32)
        block[:, :, 0] = 0
        for index, (row, first, last) in enumerate(group):
            block[index, : last - first] = scores[row, first:last]
        for (row, first, last), path in zip(group, _search(block, labels), strict=True):
            paths[row, first:last] = path[: last - first]
    return paths


def _broken(paths: Ints, labels: Labels) -> Flags:
    """Where a label does not follow the one before it, both of them."""
    broken = np.zeros(paths.shape, dtype=bool)
    apart = labels.follows[paths[:, :-1], paths[:, 1:]] < 0
    broken[:, 1:] |= apart
    broken[:, :-1] |= apart
    broken[:, 0] |= labels.begins[paths[:, 0]] < 0
    broken[:, -1] |= labels.ends[paths[:, -1]] < 0
    return broken


def _halves(places: list[tuple[int, int, int]]) -> list[list[tuple[int, int, int]]]:
    """The shorter three quarters and the longer rest."""
    cut = len(places) * 3 // 4
    return [group for group in (places[:cut], places[cut:]) if group]


def _search(scores: Floats, labels: Labels) -> Ints:
    count, length, width = scores.shape
    back = np.empty((length, count, width), dtype=np.int8)
    best = scores[:, 0] + labels.begins
    for index in range(1, length):
        through = best[:, :, None] + labels.follows
        back[index] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[:, index]
    paths = np.empty((count, length), dtype=np.int64)
    paths[:, -1] = (best + labels.ends).argmax(axis=1)
    rows = np.arange(count)
    for index in range(length - 1, 0, -1):
        paths[:, index - 1] = back[index, rows, paths[:, index]]
    return paths


def _stretches(marked: Flags) -> list[tuple[int, int, int]]:
    """The runs of True in every row: the row, and where the run begins and ends."""
    rows, length = marked.shape
    apart = np.zeros((rows, length + 1), dtype=np.int8)
    apart[:, :length] = marked
    edges = np.flatnonzero(np.diff(apart.reshape(-1), prepend=np.int8(0))).reshape(-1, 2)
    row = edges[:, :1] // (length + 1)
    found: list[tuple[int, int, int]] = np.concatenate([row, edges - row * (length + 1)], axis=1).tolist()
    return [(a, b, c) for a, b, c in found]


def stretches(marked: Flags) -> list[tuple[int, int]]:
    """The runs of True."""
    return [(first, last) for _, first, last in _stretches(marked[None])]
