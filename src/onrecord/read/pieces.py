"""A report's text as words with exact offsets, and what an uncased vocabulary cannot see.

The encoder reads one vector a word, the mean of its word pieces (a name of four pieces costs as much as "said"): a
tenth fewer positions, and no edge can fall inside a word. A comma or stop after a word and an article before it are no
positions of their own (a tenth more each) but features of the word: of 7,196 spans of PolNeAR dev, 7 begin behind an
article. The vocabulary is uncased and knows nothing of layout: the case of a word, whether it stands inside quotation
marks and whether a line begins with it travel as small features too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.model import Span
from onrecord.read.chunks import (
    COLUMNS,
    END,
    FIRST_PIECE,
    GAPPED,
    IS_ARTICLE,
    MARKED,
    SHAPED,
    START,
    TAKES_ARTICLE,
    take_apart,
)  # fmt: skip
from onrecord.read.quotes import Quotation, find_quotations

Ints = NDArray[np.int64]

SHAPES = 6  # lower, Initial, UPPER, miXed, digits, punctuation
QUOTE_STATES = 6  # outside, inside, inside an inner one, opening mark, closing mark, inside one that never closes
GAPS = 6  # (unused), touches what is before, after a space, after a line break, after a blank line, first
MARKS = 3  # followed by neither, by a comma, by a stop
ARTICLES = 3  # behind no article, behind "the", behind "a" or "an"
FEATURES = (SHAPES, QUOTE_STATES, GAPS, MARKS, ARTICLES)
SHAPE, QUOTE_STATE, GAP, MARK, ARTICLE = range(len(FEATURES))
TOUCHING, AFTER_SPACE, AFTER_LINE, BLANK_LINE, FIRST = range(1, GAPS)

_CHUNK = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Pieces:
    """The words and marks of one text: ids of their word pieces, code-point offsets and the features of each.

    All arrays have the length of the text in words; `ids` has MOST_PIECES columns, filled up with NO_PIECE; `features`
    has the columns SHAPE, QUOTE_STATE, GAP, MARK and ARTICLE. The comma or stop of the column MARK stands behind the
    word's end, the article of the column ARTICLE at its start.
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
    """Cut the text into words; offsets are code points of exactly this text.

    No word goes over a break: where a caption is glued to a stop, "winter.torve" would be one word of the report.
    """
    quotations = find_quotations(text)
    apart = sorted(breaks)
    spans = _chunks(text, apart)
    tables = take_apart([text[start:end] for start, end in spans], tokenizer)
    table = np.concatenate([*tables, np.zeros((0, COLUMNS), dtype=np.int64)])
    counts = np.array([len(words) for words in tables], dtype=np.int64)
    offsets = np.repeat(np.array([start for start, _ in spans], dtype=np.int64), counts)
    starts, ends = table[:, START] + offsets, table[:, END] + offsets
    gaps = table[:, GAPPED].copy()
    heads = np.cumsum(counts) - counts
    for gap, head, count in zip(_gaps(text, spans, counts.tolist()), heads.tolist(), counts.tolist(), strict=True):
        if count:
            gaps[head] = gap
    articles = np.zeros(len(table), dtype=np.int64)
    articles[1:] = table[:-1, IS_ARTICLE] * table[1:, TAKES_ARTICLE] * (gaps[1:] == AFTER_SPACE)
    articles[np.isin(starts, apart)] = 0
    behind = np.flatnonzero(articles)
    starts[behind], gaps[behind] = starts[behind - 1], gaps[behind - 1]
    features = np.stack(
        [table[:, SHAPED], _quote_states(text, starts, quotations), gaps, table[:, MARKED], articles], axis=1
    )
    kept = np.ones(len(table), dtype=bool)
    kept[behind - 1] = False
    return Pieces(table[kept, FIRST_PIECE:], starts[kept], ends[kept], features[kept], quotations)


def _chunks(text: str, breaks: Iterable[int]) -> list[tuple[int, int]]:
    """The stretches without white space, cut at the breaks."""
    spans = [match.span() for match in _CHUNK.finditer(text)]
    for cut in breaks:
        at = bisect_right(spans, cut, key=itemgetter(0)) - 1
        start, end = spans[at] if at >= 0 else (cut, cut)
        if start < cut < end:
            spans[at : at + 1] = [(start, cut), (cut, end)]
    return spans


def _gaps(text: str, spans: Iterable[tuple[int, int]], counts: Iterable[int]) -> Iterator[int]:
    """What lies before the first word of every chunk; a chunk without words is as if it were not there."""
    end_before = -1
    for (start, end), count in zip(spans, counts, strict=True):
        if end_before < 0:
            yield FIRST
        elif start == end_before:
            yield TOUCHING
        elif start == end_before + 1 and text[end_before] == " ":
            yield AFTER_SPACE
        else:
            yield min(AFTER_SPACE + text.count("\n", end_before, start), BLANK_LINE)
        if count:
            end_before = end


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
