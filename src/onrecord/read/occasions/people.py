"""Who stands at an occasion: speakers found by name in its sentence, and those named beside them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from onrecord.model import Span, Statement

_PARTICLE = r"(?:al|bin|ibn|de|del|della|da|dos|van|von|der|den|el|di|ten|la)"
_TOKEN = r"(?:al-|el-|d['’]|O['’])?[^\W\d_a-z][\w’'-]*"
_NAME = re.compile(rf"{_TOKEN}(?:\s+(?:{_PARTICLE}\s+)*{_TOKEN})*")
_BESIDE = re.compile(r"\b(?:with|alongside|beside|next\s+to|together\s+with|flanked\s+by|hosted|hosting|by)\s+")
_STOP = re.compile(
    r"[.;:!?\x00]|\s(?:held|today|yesterday|tonight|earlier|late|after|following|during|before|while|where|when|who|which|that|"
    r"and\s+(?:said|told|added)|said|says|told|on|at)\b|"
    r"\s(?:in|at)\s+(?=(?:the\s+)?[^\W\d_]+\s+(?:on|today|yesterday|[A-Z]\w+day)\b)|\s(?:in)\s+(?=[^\W\d_]+\s*(?:,|$|\.))"
)
# Words that open or fill a title and are no part of a name.
_TITLES = frozenset(
    ["a", "an", "the", "his", "her", "its", "their", "mr", "mrs", "ms", "dr", "h.e.", "minister", "ministers", "foreign", "prime", "deputy", "first", "vice", "defence", "defense", "interior", "trade", "finance", "energy", "transport", "resettlement", "borderlands", "health", "justice", "culture", "agriculture", "environment", "water", "president", "premier", "chancellor", "king", "queen", "prince", "princess", "emir", "sultan", "secretary", "general", "secretary-general", "state", "undersecretary", "chief", "head", "director", "chair", "chairman", "chairwoman", "commissioner", "envoy", "special", "representative", "ambassador", "governor", "mayor", "speaker", "senator", "councillor", "general", "colonel", "admiral", "affairs", "external", "internal", "economy", "economic", "fm", "pm", "us", "u.s.", "uk", "eu", "un", "spokesman", "spokeswoman", "spokesperson", "counterpart", "colleague", "justice", "sir", "dame", "lord", "lady", "sheikh", "high", "commander", "captain"]
)
_LEAST_INITIAL = 2


def surname(name: str) -> str:
    """The word by which a report goes on naming a person."""
    return name.split()[-1]


def named_in(narrative: str, span: Span, names: Iterable[str]) -> Iterator[tuple[int, str]]:
    """Where in the span the narrative has the names, whole or by their last word, as (offset, name)."""
    for name in names:
        words = re.escape(name) if len(surname(name)) <= _LEAST_INITIAL else re.escape(surname(name))
        match = re.compile(rf"(?<!\w){words}(?!\w)").search(narrative, span.start, span.end)
        if match:
            yield match.start(), name


def named_beside(narrative: str, start: int, end: int) -> tuple[str, ...]:
    """The full names of persons after "with", "alongside", "next to" in a stretch of narrative.

    >>> named_beside("with his Velian counterpart Dara Velm in Karsa on Monday", 0, 56)
    ('Dara Velm',)
    """
    found: list[str] = []
    for match in _BESIDE.finditer(narrative, start, end):
        stop = _STOP.search(narrative, match.end(), end)
        for piece in re.split(r",|\band\b", narrative[match.end() : stop.start() if stop else end]):
            name = _trailing_name(piece.strip())
            if name and name not in found:
                found.append(name)
    return tuple(found)


def _trailing_name(piece: str) -> str | None:
    """The person's name that a noun phrase ends with: two capitalised words or more after the title."""
    runs = [match for match in _NAME.finditer(piece) if match.end() == len(piece)]
    if not runs:
        return None
    words = runs[-1].group().split()
    last_title = max((number for number, word in enumerate(words) if word.lower() in _TITLES), default=-1)
    words = words[last_title + 1 :]
    return " ".join(words) if 2 <= len(words) <= 4 else None


def same_person(one: str, other: str) -> bool:
    """Whether two names of one report are one person's: equal last words, or one name inside the other."""
    return surname(one).casefold() == surname(other).casefold() or one.casefold() in other.casefold()


def speaker_name(statement: Statement) -> str | None:
    """The name a statement is ascribed to."""
    return statement.speaker.name if statement.speaker else None
