"""Whether two names are one person's: typos, initials, particles, accents and name order taken into account."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from onrecord.read.people.lists import listed

PARTICLES = listed("""
    al el ul ud bin ibn bint abu umm ben da das de del della dela den der di dos du la le ter ten van von vom zu
    zum dal ap af av
    """)
_PREFIXES = ("al-", "el-", "ul-", "ad-", "as-", "ash-", "at-", "an-", "ar-", "d'", "o'")
GENERATIONS = listed("jr sr ii iii iv")

# A word of five letters or more may differ by one edit from another spelling of it, one of eight by two.
ONE_EDIT, TWO_EDITS = 5, 8
# A first name may be cut to its first letters ("Dash" of "Dashiell"), to so many at least.
SHORT_FORM = 3
# "Gabriel Ortega" for "Gabriel Ortega Ruiz": the first words of a longer name, in full.
FIRST_NAMES = 0.75


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """A name's word without case, accents, possessive, full stop and Arabic article."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c)).casefold()
    plain = plain.replace("’", "'").replace("‐", "-").removesuffix("'s").strip(".'")
    for prefix in _PREFIXES:
        if plain.startswith(prefix) and len(plain) > len(prefix) + 2:
            return plain[len(prefix) :]
    return plain


def core(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words of a name that tell people apart: no particles, no generation."""
    return _core(tuple(words))


@lru_cache(maxsize=8192)
def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    folded = tuple(map(fold, words))
    kept = tuple(word for word in folded if word and word not in PARTICLES and word not in GENERATIONS)
    return kept or folded


@lru_cache(maxsize=8192)
def same_word(one: str, other: str, *, lenient: bool = False) -> float:
    """How surely two folded words spell one name: 1 equal, 0.6 to 0.9 for initials and typos, 0 otherwise."""
    if one == other:
        return 1.0
    if not one or not other or one[0] != other[0]:
        return 0.0
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return 0.7
    if long in {short + "s", short + "es"}:
        return 0.0
    if "-" in long and short in long.split("-"):
        return 0.85
    allowed = 2 if len(short) >= TWO_EDITS else 1 if len(short) >= (3 if lenient else ONE_EDIT) else 0
    return 0.8 if allowed and OSA.distance(short, long, score_cutoff=allowed) <= allowed else 0.0


def same_person(one: Sequence[str], other: Sequence[str]) -> float:
    """How surely two folded names (see `core`) are one person's, from 0 to 1.

    The shorter must be found in the longer, word by word and in order, its last word at the longer's last; a single
    word may also be the first one ("Wen" of "Wen Daolin"), which is less sure.
    """
    return _same_person(tuple(one), tuple(other))


@lru_cache(maxsize=8192)
def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    short, long = sorted((one, other), key=len)
    if not short:
        return 0.0
    if len(short) == 1:
        return _single(short[0], long)
    last = same_word(short[-1], long[-1])
    if not last and len(short) > 1 and long[: len(short)] == short:
        return FIRST_NAMES
    if not last:
        turned = min(same_word(short[0], long[-1]), same_word(short[-1], long[0]))
        return 0.8 * turned if len(short) == len(long) == 2 else 0.0
    scores, position = [last], 0
    for word in short[:-1]:
        lenient = last == 1.0
        options = [(same_word(word, long[i], lenient=lenient), i) for i in range(position, len(long) - 1)]
        score, at = max(options, default=(0.0, 0), key=lambda option: (option[0], -option[1]))
        if not score:
            return 0.0
        scores.append(score)
        position = at + 1
    return min(scores)


def _single(word: str, name: tuple[str, ...]) -> float:
    last = same_word(word, name[-1])
    if last or len(name) == 1:
        return last if len(word) > 1 else 0.0
    if word == name[0] and len(word) > 1:
        return 0.75
    return 0.72 if len(word) >= SHORT_FORM and name[0].startswith(word) else 0.0
