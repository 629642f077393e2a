"""Which line above the body is the headline: the first that shares its words, not the page's own name or menu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.clean.features import FUNCTION_WORDS
from onrecord.clean.sheet import Sheet

# Inflected words share their first letters ("minister", "ministers", "ministerial").
STEM: Final = 5
MIN_WORD: Final = 4
MIN_SHARE: Final = 0.25
MAX_NAME: Final = 4
_TOKEN = re.compile(r"\w+")
_WORD = re.compile(r"[^\W\d_]+")


def headline_of(sheet: Sheet, candidates: Sequence[int]) -> int:
    """The number of the headline among the unsigned lines above the body; -1 where there is none.

    The first whose words the body has, too; where none has, the one that shares most; among equals the first.
    """
    if len(candidates) < 2:
        return candidates[0] if candidates else -1
    below = range(candidates[-1] + 1, len(sheet.lines))
    known = _stems(" ".join(sheet.lines[i].text for i in below if sheet.signs[i] is None))
    best, best_share = candidates[0], 0.0
    for i in candidates:
        own = _stems(sheet.lines[i].text)
        share = len(own & known) / len(own) if own else 0.0
        if _is_none(sheet, i):
            continue
        if share > MIN_SHARE:
            return i
        if share > best_share:
            best, best_share = i, share
    return best


def _is_none(sheet: Sheet, i: int) -> bool:
    """Whether a line is the outlet's name, which recurs in notes below, or a list item, or is made of numbers."""
    line = sheet.lines[i]
    named = line.words <= MAX_NAME and any(line.text in other.text for other in sheet.lines[i + 1 :])
    return named or line.bulleted or _counts(line.text)


def _counts(text: str) -> bool:
    """Whether a third of a line is numbers: a date, a time, a rate of exchange."""
    tokens: list[str] = _TOKEN.findall(text)
    return 3 * sum(token.isdigit() for token in tokens) >= len(tokens)


def _stems(text: str) -> set[str]:
    words = _WORD.findall(text.casefold())
    return {word[:STEM] for word in words if len(word) >= MIN_WORD and word not in FUNCTION_WORDS}
