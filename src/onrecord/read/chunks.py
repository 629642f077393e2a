"""What stands between two spaces, taken apart into words once: a newspaper has few different ones.

Everything that the letters of a chunk alone tell of its words is found here and kept; what the text around it tells
(gaps, quotation marks, articles) is in `pieces.py`. A report whose chunks are all new costs what one pass of the
tokenizer costs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.clean.wordlists import words

Ints = NDArray[np.int64]

# Word pieces that a word's vector is the mean of; of a longer word the first ones and the last.
MOST_PIECES = 4
NO_PIECE = 0

COMMA, STOP = 1, 2
THE, A = 1, 2
# Values of the feature GAP inside a chunk: what touches, and what a character without a piece parts.
TOUCHING, APART = 1, 2

# Chunks that are remembered: a newspaper's vocabulary, not its names.
_REMEMBERED = 1 << 15
# A longer chunk is an address or lost spaces, and is not met again.
_LONGEST_REMEMBERED = 40

_APOSTROPHES = "'’"
_JOINTS = frozenset("-‑.,:&/_" + _APOSTROPHES)
_MARKS = {",": COMMA, ".": STOP}
_ARTICLES = {"the": THE, "a": A, "an": A}
# Words whose stop belongs to them also at the end of a name, beside single letters and what has a stop inside.
_ABBREVIATIONS = words("inc jr sr co corp ltd bros st mr mrs ms dr gen sen rep gov lt col prof")

Row = tuple[int, ...]
# Columns of a chunk's table.
START, END, SHAPED, GAPPED, MARKED, IS_ARTICLE, TAKES_ARTICLE, FIRST_PIECE = range(8)
COLUMNS = FIRST_PIECE + MOST_PIECES

_known: WeakKeyDictionary[Tokenizer, dict[str, Ints]] = WeakKeyDictionary()


def take_apart(chunks: Sequence[str], tokenizer: Tokenizer) -> list[Ints]:
    """The table of every chunk [words, COLUMNS]; those not met before go through the tokenizer together.

    Offsets in a table are counted from the chunk's beginning.
    """
    known = _known.setdefault(tokenizer, {})
    found = {chunk: table for chunk in chunks if (table := known.get(chunk)) is not None}
    fresh = list({chunk: None for chunk in chunks if chunk not in found})
    if fresh:
        read = dict(zip(fresh, _read(fresh, tokenizer), strict=True))
        if len(known) + len(read) > _REMEMBERED:
            known.clear()
        known.update((chunk, table) for chunk, table in read.items() if len(chunk) <= _LONGEST_REMEMBERED)
        found |= read
    return [found[chunk] for chunk in chunks]


def _read(chunks: Sequence[str], tokenizer: Tokenizer) -> Iterable[Ints]:
    """One pass of the tokenizer over the chunks, a space between them."""
    encoding = tokenizer.encode(" ".join(chunks), add_special_tokens=False)
    offsets, ids, at, begin = encoding.offsets, encoding.ids, 0, 0
    for chunk in chunks:
        end, first = begin + len(chunk), at
        while at < len(offsets) and offsets[at][0] < end:
            at += 1
        pieces = [(start - begin, stop - begin, piece) for (start, stop), piece in
                  zip(offsets[first:at], ids[first:at], strict=True)]  # fmt: skip
        yield np.array(list(_rows(chunk, pieces)), dtype=np.int64).reshape(-1, COLUMNS)
        begin = end + 1


def _rows(chunk: str, pieces: Sequence[tuple[int, int, int]]) -> Iterable[Row]:
    """The rows of a chunk's table; a comma or stop that touches a word from behind has none of its own."""
    joined = _words(chunk, pieces)
    behind, end_before = False, -1
    for index, (start, end, ids) in enumerate(joined):
        gap = TOUCHING if start == end_before else APART
        end_before = end
        if behind:
            behind = False
            continue
        mark = _mark(chunk, end, joined[index + 1]) if index + 1 < len(joined) else 0
        behind = mark > 0
        end += mark == STOP and _abbreviated(chunk[start:end])
        word = chunk[start:end]
        article = 0 if mark else _ARTICLES.get(word.lower(), 0)
        takes = word[0].isalnum() and word.lower() not in _ARTICLES
        most = MOST_PIECES - 1
        columns = (*ids[:most], *[NO_PIECE] * (most - len(ids)), ids[-1] if len(ids) > most else NO_PIECE)
        yield start, end, shape_of(word), gap, mark, article, int(takes), *columns


def _words(chunk: str, pieces: Sequence[tuple[int, int, int]]) -> list[tuple[int, int, list[int]]]:
    """Pieces joined to words: start, end and ids of each."""
    joined: list[tuple[int, int, list[int]]] = []
    end_before = -1
    for start, end, piece in pieces:
        if start == end_before and _goes_on(chunk, start, end):
            first, _, ids = joined[-1]
            joined[-1] = (first, end, [*ids, piece])
        else:
            joined.append((start, end, [piece]))
        end_before = end
    return joined


def _goes_on(chunk: str, start: int, end: int) -> bool:
    """Whether the piece `[start, end)` goes on with the word of the piece that it touches."""
    before, here = chunk[start - 1], chunk[start]
    if before.isalnum():
        return here.isalnum() or (end == start + 1 and here in _JOINTS and _joins(chunk, start))
    if before in _JOINTS and here.isalnum():
        return _joins(chunk, start - 1) or (before in _APOSTROPHES and _ends_word(chunk, start))
    return False


def _joins(text: str, at: int) -> bool:
    """Whether the mark at `at` stands inside a word: a hyphen, an apostrophe, the point of an abbreviation."""
    mark, before, after = text[at], text[at - 1 : at], text[at + 1 : at + 2]
    if not (before.isalnum() and after.isalnum()):
        return False
    if mark in ",:":
        return before.isdigit() and after.isdigit()
    if mark == ".":
        alone = at < 2 or not text[at - 2].isalnum()
        return alone or after.isdigit() or after.islower()
    if mark in _APOSTROPHES:
        return not (after in "sS" and not text[at + 2 : at + 3].isalnum())
    return True


def _ends_word(text: str, at: int) -> bool:
    """Whether the letter at `at` is the whole ending of a possessive ("'s")."""
    return text[at] in "sS" and not text[at + 1 : at + 2].isalnum()


def _mark(chunk: str, end: int, following: tuple[int, int, list[int]]) -> int:
    """The mark that touches a word from behind; a mark itself and what stands before three stops has none."""
    at, stop, _ = following
    mark = _MARKS.get(chunk[at]) if at == end and stop == at + 1 else None
    return mark if mark and chunk[at - 1] not in ".," and chunk[at + 1 : at + 2] != "." else 0


def _abbreviated(word: str) -> bool:
    """Whether a stop behind a word is part of it ("U.S.", "J.", "Inc.")."""
    return (len(word) == 1 and word.isupper()) or "." in word[1:] or word.lower() in _ABBREVIATIONS


def shape_of(word: str) -> int:
    """How a word is written: 0 small, 1 Initial, 2 UPPER, 3 miXed, 4 with digits, 5 a mark."""
    if word.islower():
        return 0
    if any(character.isdigit() for character in word):
        return 4
    if not any(character.isalpha() for character in word):
        return 5
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 3
