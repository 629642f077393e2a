"""What the names of the blocks around a line say of it: learned weights, looked up by hash.

Publishing systems call a report's blocks by the same few hundred names, and no list of ours has them all.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from zlib import crc32

import numpy as np

from onrecord.clean.linewords import SIZE, Ids
from onrecord.clean.marks import BlockName
from onrecord.clean.render import Page

# A line's own block and its parent count apart, those further up as one: how far up a name stands differs by site.
DEPTHS: Final = 3
LONGEST: Final = 200
_PART = re.compile(r"[a-z]+")
_DIGITS = re.compile(r"\d+")


def name_ids(page: Page) -> list[Ids]:
    """The buckets of the names of each line's nearest blocks."""
    known: dict[tuple[int, ...], Ids] = {}
    rows: list[Ids] = []
    for line in page.lines:
        path = line.mark.path
        row = known.get(path)
        if row is None:
            names = [_ids(page.blocks[number])[min(depth, DEPTHS - 1)] for depth, number in enumerate(path)]
            known[path] = row = np.concatenate(names)
        rows.append(row)
    return rows


# Pages of one outlet share their blocks' names, and many are the same everywhere.
@lru_cache(maxsize=16_384)
def _ids(name: BlockName) -> tuple[Ids, ...]:
    """The buckets of a block's names at each depth."""
    words = {name.tag}.union(*(_words(value) for value in name[1:] if value))
    buckets = [_buckets(word) for word in words]
    return tuple(np.array(list({bucket[depth] for bucket in buckets}), dtype=np.int64) for depth in range(DEPTHS))


@lru_cache(maxsize=32_768)
def _words(value: str) -> frozenset[str]:
    """The words of a class, an id or an itemprop, whole and in parts."""
    wholes = value[:LONGEST].lower().split()
    return frozenset({_DIGITS.sub("0", whole) for whole in wholes}.union(*map(_PART.findall, wholes)))


@lru_cache(maxsize=32_768)
def _buckets(word: str) -> tuple[int, ...]:
    return tuple(crc32(f"{depth}{word}".encode("utf-8", "replace")) & (SIZE - 1) for depth in range(DEPTHS))
