"""A report's text as words with exact offsets, and what an uncased vocabulary cannot see.

The encoder reads one vector a word, the mean of its word pieces (a name of four pieces costs as much as "said"): a
tenth fewer positions, and no edge can fall inside a word. A comma or stop after a word is no position of its own (that
would be another tenth) but a feature of the word. The vocabulary is uncased and knows nothing of layout: the case of a
word, whether it stands inside quotation marks and whether a line begins with it travel as small features too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.clean.wordlists import words
from onrecord.model import Span
from onrecord.read.quotes import Quotation, find_quotations

Ints = NDArray[np.int64]

SHAPES = 6  # lower, Initial, UPPER, miXed, digits, punctuation
QUOTE_STATES = 6  # outside, inside, inside an inner one, opening mark, closing mark, inside one that never closes
GAPS = 6  # (unused), touches what is before, after a space, after a line break, after a blank line, first
MARKS = 3  # followed by neither, by a comma, by a stop
FEATURES = (SHAPES, QUOTE_STATES, GAPS, MARKS)
SHAPE, QUOTE_STATE, GAP, MARK = range(len(FEATURES))
COMMA, STOP = 1, 2

# Word pieces that a word's vector is the mean of; of a longer word the first ones and the last.
MOST_PIECES = 4
NO_PIECE = 0

# Words that are remembered: a newspaper's vocabulary, not its names.
_REMEMBERED = 1 << 15

_APOSTROPHES = "'’"
_JOINTS = frozenset("-‑.,:&/_" + _APOSTROPHES)
_MARKS = {",": COMMA, ".": STOP}
# Words whose stop belongs to them also at the end of a name, beside single letters and what has a stop inside.
_ABBREVIATIONS = words("inc jr sr co corp ltd bros st mr mrs ms dr gen sen rep gov lt col prof")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words and marks of one text: ids of their word pieces, code-point offsets and the features of each.

    All arrays have the length of the text in words; `ids` has MOST_PIECES columns, filled up with NO_PIECE; `features`
    has the columns SHAPE, QUOTE_STATE, GAP and MARK. The comma or stop of the column MARK stands behind the word's end.
    """

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints
    quotations: tuple[Quotation, ...]

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, span: Span) -> tuple[int, int]:
        """The range of pieces that touch the span."""
        first = int(np.searchsorted(self.ends, span.start, side="right"))
        last = int(np.searchsorted(self.starts, span.end, side="left"))
        return first, max(first, last)


def cut_pieces(text: str, tokenizer: Tokenizer, breaks: Iterable[int] = ()) -> Pieces:
    """Tokenise the text and join word pieces to words; offsets are code points of exactly this text.

    No word goes over a break: where a caption is glued to a stop, "winter.torve" would be one word of the report.
    """
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    pieces = np.array(encoding.ids, dtype=np.int64)
    first = np.flatnonzero(~_joined(text, encoding.offsets, frozenset(breaks)))
    last = np.append(first[1:], len(pieces)) - 1 if len(first) else first
    starts, ends = offsets[first, 0], offsets[last, 1]
    quotations = find_quotations(text)
    gaps, marks, kept = _gaps(text, starts, ends), _marks(text, starts, ends), np.ones(len(starts), dtype=bool)
    kept[1:] = marks[:-1] == 0
    for index in np.flatnonzero(marks == STOP):
        ends[index] += _abbreviated(text[starts[index] : ends[index]])
    first, last, starts, ends, gaps, marks = (each[kept] for each in (first, last, starts, ends, gaps, marks))
    shapes = np.array([_shape(text[a:b]) for a, b in zip(starts.tolist(), ends.tolist(), strict=True)], dtype=np.int64)
    features = np.stack([shapes, _quote_states(text, starts, quotations), gaps, marks], axis=1)
    return Pieces(_columns(pieces, first, last), starts, ends, features, quotations)


def _marks(text: str, starts: Ints, ends: Ints) -> Ints:
    """Which mark touches each word from behind; a mark itself and what stands before three stops has none."""
    marks = np.zeros(len(starts), dtype=np.int64)
    alone = (starts[1:] == ends[:-1]) & (ends[1:] == starts[1:] + 1)
    for index in np.flatnonzero(alone):
        at = starts[index + 1]
        mark = _MARKS.get(text[at])
        if mark and text[at - 1] not in ".," and text[at + 1 : at + 2] != ".":
            marks[index] = mark
    return marks


@lru_cache(_REMEMBERED)
def _abbreviated(word: str) -> bool:
    """Whether a stop behind a word is part of it ("U.S.", "J.", "Inc.")."""
    return (len(word) == 1 and word.isupper()) or "." in word[1:] or word.lower() in _ABBREVIATIONS


def _columns(pieces: Ints, first: Ints, last: Ints) -> Ints:
    """The ids of every word's pieces [words, MOST_PIECES]."""
    ids = np.full((len(first), MOST_PIECES), NO_PIECE, dtype=np.int64)
    if len(first):
        for column in range(MOST_PIECES - 1):
            at = first + column
            ids[:, column] = np.where(at <= last, pieces[np.minimum(at, last)], NO_PIECE)
        ids[:, -1] = np.where(last - first >= MOST_PIECES - 1, pieces[last], NO_PIECE)
    return ids


def _joined(text: str, offsets: Sequence[tuple[int, int]], breaks: frozenset[int]) -> NDArray[np.bool_]:
    """Whether a piece goes on with the word of the piece before."""
    joined = np.zeros(len(offsets), dtype=bool)
    end_before = -1
    for index, (start, end) in enumerate(offsets):
        if start == end_before and start not in breaks:
            before, here = text[start - 1], text[start]
            if before.isalnum():
                inside = end == start + 1 and end not in breaks and here in _JOINTS and _joins(text, start)
                joined[index] = here.isalnum() or inside
            elif before in _JOINTS and here.isalnum():
                joined[index] = _joins(text, start - 1) or (before in _APOSTROPHES and _ends_word(text, start))
        end_before = end
    return joined


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


@lru_cache(_REMEMBERED)
def _shape(word: str) -> int:
    if word.islower():
        return 0
    if any(character.isdigit() for character in word):
        return 4
    if not any(character.isalpha() for character in word):
        return 5
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 3


def _quote_states(text: str, starts: Ints, quotations: tuple[Quotation, ...]) -> Ints:
    states = np.zeros(len(text) + 1, dtype=np.int64)
    for quotation in quotations:
        inside = 5 if not quotation.closed and not quotation.continued else min(2, quotation.depth + 1)
        states[quotation.span.start : quotation.span.end] = inside
    for quotation in quotations:
        states[quotation.span.start] = 3
        if quotation.closed:
            states[quotation.span.end - 1] = 4
    return states[starts]


def _gaps(text: str, starts: Ints, ends: Ints) -> Ints:
    gaps = np.full(len(starts), 2, dtype=np.int64)
    if len(starts):
        gaps[0] = 5
    touching = starts[1:] == ends[:-1]
    gaps[np.flatnonzero(touching) + 1] = 1
    for index in np.flatnonzero(~touching) + 1:
        if starts[index] - ends[index - 1] == 1 and text[ends[index - 1]] == " ":
            continue
        breaks = text.count("\n", ends[index - 1], starts[index])
        if breaks:
            gaps[index] = 3 if breaks == 1 else 4
    return gaps
