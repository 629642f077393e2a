"""Whether two names are one speaker's, by their words."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"\w+")
_TITLES: Final = frozenset({
    "mr", "mrs", "ms", "dr", "sir", "president", "minister", "the", "a", "an", "of", "and", "prof", "professor",
    "lord", "lady", "dame",
})  # fmt: skip


def same_name(one: str | None, other: str | None) -> bool:
    """Whether the words of one name, titles apart, are all in the other.

    >>> same_name("Foreign Minister Ilan Torve", "Torve"), same_name("Ilan Torve", "Dara Torve")
    (True, False)
    """
    first, second = name_words(one), name_words(other)
    return bool(first) and bool(second) and (first <= second or second <= first)


def whole_name(one: str | None, other: str | None) -> bool:
    """Whether two names have the same words, titles apart: a surname alone is not the whole name."""
    return bool(name_words(one)) and name_words(one) == name_words(other)


def name_words(name: str | None) -> frozenset[str]:
    """The words of a name in lower case, without titles."""
    return frozenset(word.lower() for word in _WORD.findall(name or "")) - _TITLES
