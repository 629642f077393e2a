"""Lines that a page shows once more: its title with the outlet's name behind it, and sentences pulled out as quotes.

Read as the report's own they would be its headline, or a second statement of somebody who spoke once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.clean.lines import Line

# An outlet's name behind a title has no more words.
MAX_NAME: Final = 5
MIN_TITLE: Final = 4
# A pulled sentence is shortened now and then: so much of its three-word shingles stands in the report's paragraphs.
PULLED: Final = 0.7
MIN_PULLED, MAX_PULLED = 5, 45
_NAMED = re.compile(r"(?P<title>.*\S)\s+[-–—|•:·]+\s+(?P<name>\S[^-–—|•·]*)")
_QUOTED = re.compile(r"[“”„«»\"‘'](?P<words>.*)[“”«»\"’'][.,]?")
_WORD = re.compile(r"\w+")


def find_echoes(lines: Sequence[Line]) -> set[int]:
    """The numbers of the lines that say what other lines say."""
    return _titles(lines) | _pulled(lines)


def _titles(lines: Sequence[Line]) -> set[int]:
    whole = {line.text.casefold() for line in lines if line.words >= MIN_TITLE}
    found: set[int] = set()
    for i, line in enumerate(lines):
        named = _NAMED.fullmatch(line.text) if line.words > MIN_TITLE else None
        if named and len(named["name"].split()) <= MAX_NAME and named["title"].casefold() in whole:
            found.add(i)
    return found


def _pulled(lines: Sequence[Line]) -> set[int]:
    """Lines that are one quotation whose words the paragraphs have, too; above the first paragraph it is a headline."""
    first = next((i for i, line in enumerate(lines) if line.prose and not _quoted(line.text)), len(lines))
    quotes = {
        i: words
        for i, line in enumerate(lines)
        if i > first and MIN_PULLED <= line.words <= MAX_PULLED and (words := _quoted(line.text))
    }
    if not quotes:
        return set()
    told = {
        shingle
        for i, line in enumerate(lines)
        if line.prose and i not in quotes
        for shingle in _shingles(_WORD.findall(line.text.casefold()))
    }
    return {i for i, words in quotes.items() if _share(words, told) >= PULLED}


def _quoted(text: str) -> list[str]:
    found = _QUOTED.fullmatch(text)
    return _WORD.findall(found["words"].casefold()) if found else []


def _shingles(words: list[str]) -> zip[tuple[str, str, str]]:
    return zip(words, words[1:], words[2:], strict=False)


def _share(words: list[str], told: set[tuple[str, str, str]]) -> float:
    own = list(_shingles(words))
    return sum(shingle in told for shingle in own) / len(own) if own else 0.0
