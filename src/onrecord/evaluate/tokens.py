"""Tokens of a text, for gold that brings none of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.model import Span

_TOKEN: Final = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")
_MARKS_ONLY: Final = re.compile(r"[\W_]+")


def cut_tokens(text: str) -> tuple[Span, ...]:
    """Words, and every other sign by itself.

    >>> [span.of("“Don’t!”") for span in cut_tokens("“Don’t!”")]
    ['“', 'Don’t', '!', '”']
    """
    return tuple(Span(*match.span()) for match in _TOKEN.finditer(text))


class TokenGrid:
    """Finds the tokens that spans touch, and peels marks off their edges."""

    def __init__(self, text: str, tokens: Sequence[Span]) -> None:
        self._starts: NDArray[np.int64] = np.array([token.start for token in tokens], dtype=np.int64)
        self._ends: NDArray[np.int64] = np.array([token.end for token in tokens], dtype=np.int64)
        self._marks = [bool(_MARKS_ONLY.fullmatch(token.of(text))) for token in tokens]

    def touched(self, spans: Sequence[Span]) -> tuple[int, ...]:
        """Numbers of the tokens that share a character with a span, in order."""
        found: set[int] = set()
        for span in spans:
            first = int(np.searchsorted(self._ends, span.start, side="right"))
            last = int(np.searchsorted(self._starts, span.end, side="left"))
            found.update(range(first, last))
        return tuple(sorted(found))

    def trimmed(self, spans: Sequence[Span]) -> tuple[int, ...]:
        """The tokens touched, without those at the two edges of the whole role that are marks only."""
        tokens = self.touched(spans)
        first, last = 0, len(tokens)
        while first < last and self._marks[tokens[first]]:
            first += 1
        while last > first and self._marks[tokens[last - 1]]:
            last -= 1
        return tokens[first:last]


def fragments(tokens: Sequence[int]) -> tuple[tuple[int, int], ...]:
    """Runs of consecutive token numbers, half-open.

    >>> fragments((3, 4, 7))
    ((3, 5), (7, 8))
    """
    runs: list[tuple[int, int]] = []
    for token in tokens:
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return tuple(runs)
