"""Who stands at an occasion: speakers found by name in its sentence, and those named beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from onrecord.model import Span, Statement

_PARTICLE = r"(?:al|bin|ibn|de|del|della|da|dos|van|von|der|den|el|di|ten|la)"
_TOKEN = r"(?:al-|el-|d['’]|O['’])?[^\W\d_a-z][\w’'-]*"
_NAME = re.compile(rf"{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN})*")
_BESIDE = re.compile(r"\b(?:with|alongside|beside|next\s+to|flanked\s+by|hosted|hosting|by|received|met)\s+")
_STOP = re.compile(
    r"[.;:!?\x00]|\s(?:held|today|yesterday|tonight|earlier|late|after|following|during|before|while|where|when|who|which|"
    r"that|said|says|told|on|at)\b|\s(?:in|at)\s+(?=(?:the\s+)?[^\W\d_]+\s+(?:on|today|yesterday|[A-Z]\w+day)\b)|"
    r"\sin\s+(?=[^\W\d_]+\s*(?:,|$|\.))"
)
_TITLE_WORDS = """
    a an the his her its their mr mrs ms dr h.e. minister ministers foreign prime deputy first vice defence defense
    interior trade finance energy transport resettlement health justice culture agriculture environment water president
    premier chancellor king queen prince princess emir sultan secretary general secretary-general state undersecretary
    chief head director chair chairman chairwoman commissioner envoy special representative ambassador governor mayor
    speaker senator councillor colonel admiral affairs external internal economy economic fm pm us u.s. uk eu un
    spokesman spokeswoman spokesperson counterpart colleague sir dame lord lady sheikh high commander captain
"""
# Words that open or fill a title and are no part of a name.
_TITLES = frozenset(_TITLE_WORDS.split())
_SEVERAL = re.compile(r",\s*(?:and\s+)?|\s+and\s+")
# "the head of the League Omar Sahir": the first word is the body's.
_OF = re.compile(r"\b(?:of|for)\s+(?:the\s+)?$")
_BETWEEN = re.compile(r",|\band\b")
# How far behind "with" the last name of a list may stand, in characters.
_REACH = 200
_BODY = re.compile(
    r"\b(?:forum|union|league|society|federation|association|council|board|office|ministry|authority|commission|"
    r"committee|court|bank|agency|group|front|party|movement|brigades?|army|institute|cent(?:re|er)|university|police|"
    r"government|embassy|archive|bureau|organi[sz]ation|assembly|foundation|charity|company|corporation|observatory|"
    r"mission|service|network|congress|parliament|cabinet|navy|side|lobby|consortium|bench|republic|guild|watch|press|"
    r"department|administration|secretariat|alliance|coalition|chamber|senate|fund|directorate)\b",
    re.IGNORECASE,
)
_SHORTEST_SURNAME = 3
_LONGEST_NAME = 4


@lru_cache(maxsize=1024)
def persons_of(name: str) -> tuple[str, ...]:
    """The persons of a joint speaker ("Ilan Torve and Dara Velm"), a single name as it is; "Minister of X" is one."""
    parts = tuple(part for part in _SEVERAL.split(name) if part)
    return parts if len(parts) > 1 and all(" " in part for part in parts) else (name,)


def is_person(name: str) -> bool:
    """Whether a name has the shape of one person's: two to four capitalised words."""
    words = name.split()
    plain = all(word[0].isupper() or re.fullmatch(_PARTICLE, word) or "-" in word for word in words)
    return 1 < len(words) <= _LONGEST_NAME and plain and words[0] != "The"


@lru_cache(maxsize=1024)
def is_body(name: str) -> bool:
    """Whether a name is a body's and no person's ("Ferry Hands Union", "Ministry of Health")."""
    return _BODY.search(name) is not None


def is_named_so(word: str, name: str) -> bool:
    """Whether a word that passes for a place is a person's surname ("TORVE: I'll sink them")."""
    return is_person(name) and not is_body(name) and surname(name) == word


def surname(name: str) -> str:
    """The word by which a report goes on naming a person, the whole name of a body ("Ministry of Health")."""
    return name if " of " in name else name.split()[-1] if name.strip() else ""


@lru_cache(maxsize=4096)
def same_person(one: str, other: str) -> bool:
    """Whether two names of one report are one person's: equal last words, or one name inside the other."""
    first, second = one.casefold(), other.casefold()
    if surname(first) == surname(second):
        return True
    if is_body(one) != is_body(other):
        return False
    return f" {first} " in f" {second} " or f" {second} " in f" {first} "


def named_in(narrative: str, span: Span, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where in the span the narrative has the names, whole or by their last word, as (offset, name)."""
    for name in names:
        at = _find_word(narrative, _mention(name), span)
        if at < 0 and is_person(name) and not is_body(name):
            at = _find_family(narrative, name.split()[0], span)
        if at >= 0:
            yield at, name


def _mention(name: str) -> str:
    short = surname(name)
    return short if len(short) >= _SHORTEST_SURNAME else name


def _find_word(text: str, word: str, span: Span) -> int:
    """Where a word stands whole in the span, -1 when it does not; every report has new names, so none is compiled."""
    at = text.find(word, span.start, span.end) if word else -1
    while at >= 0:
        end = at + len(word)
        if not _is_letter(text[max(0, at - 1) : at]) and not _is_letter(text[end : end + 1]):
            return at
        at = text.find(word, at + 1, span.end)
    return -1


def _find_family(text: str, word: str, span: Span) -> int:
    """Where a person's first word stands alone, as family names that come first do ("Ku" of Ku Hae-jong), else -1."""
    at = _find_word(text, word, span)
    behind = text[at + len(word) : at + len(word) + 2]
    return -1 if at < 0 or (behind[:1] in (" ", "-") and behind[1:].isalpha() and behind[1:].isupper()) else at


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"


def named_beside(narrative: str, start: int, end: int) -> tuple[str, ...]:
    """The full names of persons after "with", "alongside", "next to" in a stretch of narrative.

    >>> named_beside("with his Velian counterpart Dara Velm in Karsa on Monday", 0, 56)
    ('Dara Velm',)
    """
    found: dict[str, None] = {}
    for match in _BESIDE.finditer(narrative, start, end):
        reach = min(end, match.end() + _REACH)
        stop = _STOP.search(narrative, match.end(), reach)
        for piece in _BETWEEN.split(narrative[match.end() : stop.start() if stop else reach]):
            name = _trailing_name(piece.strip())
            if name:
                found[name] = None
    return tuple(found)


def _trailing_name(piece: str) -> str | None:
    """The person's name that a noun phrase ends with: two capitalised words or more after the title."""
    runs = [match for match in _NAME.finditer(piece) if match.end() == len(piece)]
    if not runs:
        return None
    words = runs[-1].group().split()
    last_title = max((number for number, word in enumerate(words) if word.lower() in _TITLES), default=-1)
    words = words[last_title + 1 :]
    if last_title < 0 and _OF.search(piece, 0, runs[-1].start()):
        words = words[-2:]
    return " ".join(words) if 1 < len(words) <= _LONGEST_NAME else None


def speakers_of(statement: Statement) -> tuple[str, ...]:
    """The persons a statement is ascribed to, none when the speaker is unknown."""
    return persons_of(statement.speaker.name) if statement.speaker and statement.speaker.name.strip() else ()
