"""Whether a statement was put to the right occasion."""

from __future__ import annotations

import re
from typing import Final

from onrecord.model import WEEKDAYS, Occasion, When

_WORD: Final = re.compile(r"[\w'’]+")
_SMALL: Final = frozenset({"the", "a", "an", "of", "in", "at"})


def same_occasion(gold: Occasion | None, found: Occasion | None) -> bool:
    """Whether type, place and time agree, the latter two where the gold tells them; none is right for none."""
    if gold is None or found is None:
        return gold is found
    if gold.type != found.type or (gold.place and not _same_place(gold.place, found.place)):
        return False
    return gold.when.grain == "unknown" or _same_when(gold.when, found.when)


def _same_place(gold: str, found: str | None) -> bool:
    """Whether the words of one are among those of the other."""
    one, other = _words(gold), _words(found or "")
    return bool(one) and bool(other) and (one <= other or other <= one)


def _words(place: str) -> frozenset[str]:
    return frozenset(_WORD.findall(place.casefold())) - _SMALL


def _same_when(gold: When, found: When) -> bool:
    """The same first day, else the same weekday, else the same grain."""
    if gold.start:
        return found.start == gold.start
    if gold.weekday:
        return gold.weekday == (found.weekday or (WEEKDAYS[found.start.weekday()] if found.start else None))
    return found.grain == gold.grain
