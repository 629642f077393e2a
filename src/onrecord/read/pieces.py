"""A report's text as word pieces with exact offsets, and what an uncased vocabulary cannot see.

The encoder's vocabulary is uncased and knows nothing of layout: the case of a word, whether it stands inside
quotation marks and whether a line begins with it travel as small features beside each piece.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.model import Span
from onrecord.read.quotes import Quotation, find_quotations

Ints = NDArray[np.int64]

SHAPES = 6  # lower, Initial, UPPER, miXed, digits, punctuation
QUOTE_STATES = 6  # outside, inside, inside an inner one, opening mark, closing mark, inside one that never closes
GAPS = 6  # continues a word, touches the piece before, after a space, after a line break, after a blank line, first


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of one text: ids of the vocabulary, code-point offsets and three features a piece.

    All arrays have the length of the text in pieces; `features` has the columns shape, quote state, gap.
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


def cut_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Tokenise the text; offsets are code points of exactly this text."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = offsets[:, 0], offsets[:, 1]
    quotations = find_quotations(text)
    shapes = np.fromiter((_shape(text[a:b]) for a, b in encoding.offsets), np.int64, len(starts))
    features = np.stack([shapes, _quote_states(text, starts, quotations), _gaps(text, starts, ends)], axis=1)
    return Pieces(np.array(encoding.ids, dtype=np.int64), starts, ends, features, quotations)


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
    for index in np.flatnonzero(touching) + 1:
        word = text[starts[index] - 1].isalnum() and text[starts[index]].isalnum()
        gaps[index] = 0 if word else 1
    for index in np.flatnonzero(~touching) + 1:
        breaks = text.count("\n", ends[index - 1], starts[index])
        if breaks:
            gaps[index] = 3 if breaks == 1 else 4
    return gaps
