"""Lines that hold names and nothing else, as reports are signed ("Mara Ilves /Tomas/ Hanna Korv")."""

from __future__ import annotations

import re

from onrecord.clean.wordlists import words

_PARTICLES = words(
    "al bin ibn bint abu ben da das de del della den der di do dos du e el la le san ter ten van von y zu zum"
)
# Capitalised words of page furniture; a run of names has none of them.
_NO_NAMES = words("""
    about account advertisement also agencies analysis archive articles back breaking business careers category check
    close comment comments contact cookie cookies copyright culture download edition editorial email english events
    facebook feedback follow footer gallery help home instagram interview jobs latest life links live local login
    magazine map media menu middle more most multimedia news newsletter newsletters next online opinion page partners
    photos photo pictures podcast podcasts policy politics popular posts press previous print privacy profile radio
    read recent region related report reports rss science search service services share shop site sitemap social
    source special sport sports stories subscribe support tag tags team technology terms text today top topics travel
    trending twitter us use video videos view views watch weather web whatsapp world youtube east africa asia europe
    america conclusion background context summary introduction conference ministry statement government agreement
    council security nations international national state states united
    """)
_SPLIT = re.compile(r"\s*(?:[/|&;,+•·]|\band\b|\bund\b|\bet\b|\by\b|\bwith\b|\s[–—-]\s)\s*")
_EDGES = " \t\u00a0()[]{}–—-/|.*~_"
# Agencies' editors sign with their initials in small letters ("rlp/tmq", "STA/rlp").
_INITIALS = re.compile(r"(?:[A-Z]{2,6}|[^\W\d_A-Z]{2,4})(?:/[^\W\d_A-Z]{2,4}){1,4}")
_TITLE_PREFIXES = ("al-", "el-", "ar-", "as-", "at-", "ash-", "an-", "ad-", "d'", "d’", "o'", "o’", "l'", "l’")


def is_signature(line: str) -> bool:
    """Whether the line is a row of people's names; one name must have at least two words.

    >>> is_signature("Mara Ilves /Tomas/ Hanna Korv")
    True
    """
    bare = line.strip(_EDGES)
    if _INITIALS.fullmatch(bare):
        return True
    if not bare or len(bare) > 90 or any(character.isdigit() or character in '“”"«»:?!' for character in bare):
        return False
    people = [person for person in _SPLIT.split(bare) if person.strip(_EDGES)]
    if not people or len(people) > 6:
        return False
    longest = max(len(person.split()) for person in people)
    slashed = len(people) >= 2 and "/" in bare
    return all(_is_person(person.strip(_EDGES)) for person in people) and (longest >= 2 or slashed)


def split_names(line: str) -> list[tuple[str, int]]:
    """The people of a row of names, each with its place in the line.

    >>> split_names("Mara Ilves /Tomas/ Hanna Korv")
    [('Mara Ilves', 0), ('Tomas', 12), ('Hanna Korv', 19)]
    """
    people = [person.strip(_EDGES) for person in _SPLIT.split(line)]
    found: list[tuple[str, int]] = []
    position = 0
    for person in filter(None, people):
        start = line.index(person, position)
        position = start + len(person)
        found.append((person, start))
    return found


def signed_names(words: str) -> str:
    """The names at the start of a byline, without the place, office or outlet behind them ("X, Karsa bureau")."""
    return re.split(r"\s+(?:in|for|at|from)\s+|\s+@\w|,\s|\s[|–—-]\s|\s\(|\s*[|•·]\s*", words.strip(_EDGES))[0]


def _is_person(person: str) -> bool:
    words = person.split()
    return 1 <= len(words) <= 5 and all(map(_is_name_word, words)) and any(word[:1].isupper() for word in words)


def _is_name_word(word: str) -> bool:
    lowered = word.lower().strip(".")
    if lowered in _PARTICLES or (lowered.startswith(_TITLE_PREFIXES) and word[-1:].isalpha()):
        return True
    if lowered in _NO_NAMES or not word[:1].isupper():
        return False
    return bool(re.fullmatch(r"(?:[^\W\d_]\.){2,3}|[^\W\d_](?:[^\W\d_]|[’'`-](?=\w)|\.(?=\w))*\.?", word)) and (
        not word.endswith(".") or len(word) <= 4
    )
