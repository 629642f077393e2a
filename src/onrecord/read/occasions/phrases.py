"""The words that name an occasion: "in a joint press conference", "told reporters", "in a written statement"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import OccasionType, Span

_ADJECTIVES = r"(?:[\w'’“”\"-]+,?\s+){0,5}?"
_DETERMINER = r"(?P<det>an?|the|his|her|their|its|this|that|these|what was|[\w-]+['’]s?)"
_INTO = (
    r"\b(?P<prep>in|at|during|to|tell|tells|told|telling|address(?:ed|ing|es)?|for|from|of|gives?|gave|giving|holds?|held|"
    r"holding|opened|opening|wrapped up|over|ended|concluded|used)"
)
_NOUNS: dict[OccasionType, str] = {
    "joint press conference": r"joint\s+(?:[\w-]+\s+)?(?:(?:press|news|media)\s+(?:conference|availability|briefing|"
    r"appearance|point)|presser|remarks\s+to\s+the\s+(?:press|media)|statements?\s+to\s+the\s+(?:press|media))",
    "press conference": r"(?:press|news|media)\s+(?:conference|availability|appearance|point)|presser|"
    r"remarks\s+to\s+(?:the\s+)?(?:press|media|reporters|journalists)",
    "briefing": r"briefing",
    "interview": r"interview(?!er)(?:\s+with\s+(?P<outlet>(?:the\s+)?(?-i:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})))?",
    "phone call": r"(?:tele)?phone\s+(?:call|conversation|talks?)|(?:conference\s+)?call|video\s*(?:call|conference)",
    "speech": r"speech|address|sermon|lecture|keynote",
    "meeting": r"meeting|talks|consultations|audience|reception|working\s+(?:lunch|dinner|breakfast)|tête-à-tête",
    "written statement": r"statement|communiqué|press\s+release|open\s+letter",
}
_PLURAL = r"(?!s?['’-]|\w)"
_REPORTERS = r"(?:reporters|journalists|newsmen|correspondents|(?:the\s+)?(?:press|media))"
_AUDIENCE = (
    r"(?:parliament|MPs|lawmakers|deputies|senators|legislators|congress|(?:the\s+|a\s+|an\s+)?(?:[\w'’-]+\s+){0,3}?(?:assembly|"
    r"senate|house|chamber|legislature|rally|congress|forum|summit|plenary|session|Security Council|"
    r"General Assembly|(?-i:[A-Z][\w’'-]*\s+Hall)|convention|congregation|strikers|supporters|delegates|villagers|students|"
    r"veterans|workers|farmers|graduates|ceremony))"
)
_VERBS: tuple[tuple[OccasionType, str], ...] = (
    ("joint press conference", rf"\bfac(?:ed|ing)\s+{_REPORTERS}\s+(?:together|side by side|jointly)"),
    ("press conference", rf"\bfac(?:ed|ing)\s+{_REPORTERS}"),
    ("phone call", r"\b(?:by|over\s+the|on\s+the|via)\s+(?:tele)?phone\b|\b(?:tele)?phoned\b"),
    ("meeting", r"\breceived\b(?=[^.;]*\b(?:by|at|in|today|on)\b)"),
    (
        "speech",
        rf"\b(?:tell|tells|told|telling|address(?:ed|ing|es)|(?:spoke|speaking)\s+(?:to|before|at))\s+{_AUDIENCE}",
    ),
)
_WEAK = re.compile(
    rf"\b(?:tells?|told|telling|said\s+to|spoke\s+to|speaking\s+to|talking\s+to|speaks\s+to)\s+(?:[\w-]+\s+)?{_REPORTERS}\b"
)
_OUTLET = re.compile(
    r"\b(?:told|tells|telling|speaking\s+to|spoke\s+to|in\s+remarks\s+to|in\s+comments\s+to)\s+(?:the\s+)?"
    r"(?P<outlet>(?:[\w’'-]+\s+){0,3}(?-i:[A-Z][\w-]*(?:[Tt]imes|News|TV|FM|[Rr]adio|Post|Herald|Courier|Agency|Telegraph|Gazette|Tribune|"
    r"Broadcaster|Channel|Daily|Press|\d+)\b|(?:state|public|national|local|regional|private)\s+(?:television|radio|broadcaster|TV)|"
    r"(?:newspaper|daily|weekly|magazine|broadcaster|radio|television|channel|agency)\b))"
)
# Listeners that a press conference may have as well as a speech.
_CROWD = re.compile(
    r"\b(?:told|tells|telling)\s+(?:the\s+|a\s+)?(?:[\w'’-]+\s+)?(?:crowd|audience|gathering)\b|"
    r"\b(?:spoke|speaking)\s+(?:to|before|at)\s+(?:the|a)\s+(?:[\w'’-]+\s+){0,2}(?:crowd|audience|gathering|hall)\b",
    re.IGNORECASE,
)
_SEPARATE = re.compile(r"\b(?:separate|another|second|later|earlier|subsequent|next)\b", re.IGNORECASE)
_DEFINITE = frozenset({"the", "this", "that"})
_FUTURE = re.compile(
    r"\b(?:will|would|shall|plans?\s+to|planned\s+to|(?:is|are|was|were)\s+(?:to|due|scheduled|expected|set)|ahead\s+of|"
    r"expected\s+to|intends\s+to|before)\b(?:\s+[\w-]+){0,4}\s*$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name an occasion. `weak` ones ("told reporters") rather go on with one than open one."""

    type: OccasionType
    span: Span
    definite: bool = False
    separate: bool = False
    weak: bool = False
    outlet: str | None = None


def _compiled() -> tuple[tuple[OccasionType, re.Pattern[str]], ...]:
    nouns = [
        (kind, re.compile(rf"{_INTO}\s+{_DETERMINER}\s+(?P<adj>{_ADJECTIVES})(?P<noun>{noun}){_PLURAL}", re.IGNORECASE))
        for kind, noun in _NOUNS.items()
    ]
    return (*nouns, *((kind, re.compile(verb, re.IGNORECASE)) for kind, verb in _VERBS))


_PATTERNS = _compiled()
_HEAD = re.compile(_NOUNS["joint press conference"], re.IGNORECASE)


def find_phrases(narrative: str, span: Span, *, head: bool = False) -> Iterator[Phrase]:
    """The phrases of one sentence in text order; of overlapping ones the first in the order of the types wins.

    A `head` (headline or subhead) names its occasion without more ado: "Joint press availability by ...".
    """
    taken: list[Span] = []
    found: list[Phrase] = []
    for phrase in (*_candidates(narrative, span), *(_bare(narrative, span) if head else ())):
        if any(phrase.span.overlaps(other) for other in taken):
            continue
        taken.append(phrase.span)
        if not _FUTURE.search(narrative, span.start, phrase.span.start):
            found.append(phrase)
    yield from sorted(found, key=lambda phrase: phrase.span)


def _bare(narrative: str, span: Span) -> Iterator[Phrase]:
    for match in _HEAD.finditer(narrative, span.start, span.end):
        yield Phrase("joint press conference", Span(*match.span()))


def _candidates(narrative: str, span: Span) -> Iterator[Phrase]:
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(narrative, span.start, span.end):
            groups = match.groupdict()
            words = groups.get("adj") or ""
            yield Phrase(
                type=kind,
                span=Span(*match.span()),
                definite=(groups.get("det") or "").lower() in _DEFINITE,
                separate=bool(_SEPARATE.search(words)),
                outlet=groups.get("outlet"),
            )
    for match in _CROWD.finditer(narrative, span.start, span.end):
        yield Phrase("speech", Span(*match.span()), weak=True)
    for match in _WEAK.finditer(narrative, span.start, span.end):
        yield Phrase("briefing", Span(*match.span()), weak=True)
    for match in _OUTLET.finditer(narrative, span.start, span.end):
        yield Phrase("interview", Span(*match.span()), outlet=match["outlet"])
