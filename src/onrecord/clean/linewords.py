"""What the words of a line alone say of it: learned weights, looked up by hash.

No list of words knows every site's and every language's "read more". A linear model over words and pairs of words does
well enough to be one number beside the others of the text model and of the page model's second look.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from onrecord.clean.lines import Line
from onrecord.clean.signs import RECURRING

Ids = NDArray[np.int64]

# Buckets of the table; a word shares its own with another one now and then, which costs less than a list of words.
SIZE: Final = 1 << 16
MAX_WORDS: Final = 40  # a line's first and last words, half each
END: Final = 240  # characters at either end of a long line in which those words are looked for
MAX_PAIRED: Final = 12  # pairs of words are looked at in lines up to this length: longer ones are told by their words
_WORD = re.compile(r"\w+|[^\w\s]")
_DIGITS = re.compile(r"\d+")


def word_ids(lines: Sequence[Line]) -> list[Ids]:
    """The buckets of each line's words and pairs of words, of its first and last word and of its length."""
    return [_recurring_ids(line.text) if len(line.text) <= RECURRING else _ids(line.text) for line in lines]


def _ids(text: str) -> Ids:
    words = _ends(text) if len(text) > 2 * END else None
    words = words or _cut(_words(text))
    if not words:
        return np.zeros(0, dtype=np.int64)
    named = [*words, f"^{words[0]}", f"{words[-1]}$", f"#{len(words)}"]
    if len(words) <= MAX_PAIRED:
        named += [f"{one} {other}" for one, other in pairwise(words)]
    return np.array(sorted(set(map(_bucket, named))), dtype=np.int64)


def _words(text: str) -> list[str]:
    return _WORD.findall(_DIGITS.sub("0", text.casefold()))


def _cut(words: list[str]) -> list[str]:
    """The first and the last words of many."""
    return words if len(words) <= MAX_WORDS else words[: MAX_WORDS // 2] + words[-MAX_WORDS // 2 :]


def _ends(text: str) -> list[str] | None:
    """The same of a long text, by its ends alone; None where these have too few words."""
    first, _, _ = text[:END].rpartition(" ")
    _, _, last = text[-END:].partition(" ")
    opening, closing = _words(first), _words(last)
    enough = min(len(opening), len(closing)) >= MAX_WORDS // 2
    return opening[: MAX_WORDS // 2] + closing[-MAX_WORDS // 2 :] if enough else None


@lru_cache(maxsize=1 << 16)
def _bucket(name: str) -> int:
    return crc32(name.encode("utf-8", "replace")) & (SIZE - 1)


# Menus and buttons come again on every page of an outlet; nobody writes to these rows.
_recurring_ids = lru_cache(maxsize=16_384)(_ids)


def linear_scores(rows: Sequence[Ids], table: NDArray[np.float32]) -> NDArray[np.float64]:
    """The sum of each row's weights over the root of their number, and the offset, the last number of the table."""
    counts = np.array([len(row) for row in rows])
    ids = np.concatenate([*rows, np.zeros(0, dtype=np.int64)])
    line = np.repeat(np.arange(len(rows)), counts)
    sums = np.bincount(line, weights=table[ids], minlength=len(rows))
    return np.asarray(sums / np.sqrt(np.maximum(1, counts)) + table[-1], dtype=np.float64)
