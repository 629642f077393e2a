"""Which words of a report see one another: chunks that attend to their neighbourhood, and the surroundings of a cue.

Attribution is settled within a few sentences, so every chunk of words attends to itself and to HALO words on either
side (block-local attention, Beltagy et al. 2020), and a report of any length up to LONGEST is one pass without a word
read twice; over the layers, what is far away still arrives.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

# In words, articles and marks not counted, as trained. Mean exact F1 on PolNeAR dev 74.9 with 36 and 18, 75.1 with 36
# and 20, 75.1 with 40 and 20, 74.7 with 40 and 18 or 44 and 22.
CHUNK = 40
HALO = 20
NEIGHBOURS = CHUNK + 2 * HALO

# The linker labels at most this many words around a cue, so many of them before it. With commas, stops and articles
# counted, 99.8 % of the relations of PolNeAR train lie whole within 192 and 80.
REACH = 168
BEFORE = 70

# The linker looks so far first, and as far as REACH only where a role comes near an end of that or none is found: mean
# exact F1 on PolNeAR dev 74.4 with REACH alone, 74.5 with 88 and 36 first, 74.4 with 72 and 30 (halfway in training).
NEAR_REACH = 72
NEAR_BEFORE = 30
NEAR_EDGE = 8


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """Positions of every chunk's words [chunks, chunk] and neighbours [chunks, neighbours].

    `places` [length] says where among the chunks' words, laid end to end, each position stands.
    """

    queries: Ints
    keys: Ints
    places: Ints


def neighbourhoods(length: int) -> Neighbourhoods:
    """Chunks that cover `length` positions; the last ones overlap rather than be padded."""
    if length <= NEIGHBOURS:
        every = np.arange(length, dtype=np.int64)
        return Neighbourhoods(every[None], every[None], every)
    count = -(-length // CHUNK)
    starts = np.minimum(np.arange(count, dtype=np.int64) * CHUNK, length - CHUNK)
    first = np.clip(starts - HALO, 0, length - NEIGHBOURS)
    queries = starts[:, None] + np.arange(CHUNK, dtype=np.int64)
    keys = first[:, None] + np.arange(NEIGHBOURS, dtype=np.int64)
    places = np.arange(length, dtype=np.int64)
    places[starts[-1] :] += count * CHUNK - length
    return Neighbourhoods(queries, keys, places)


def surroundings(length: int, first: Ints, far: bool = True) -> Ints:
    """The positions around every cue that the linker labels [cues, at most REACH, or NEAR_REACH where not `far`]."""
    reach, before = (REACH, BEFORE) if far else (NEAR_REACH, NEAR_BEFORE)
    size = min(length, reach)
    return np.clip(first[:, None] - before, 0, length - size) + np.arange(size, dtype=np.int64)
