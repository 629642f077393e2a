"""The words of a sentence that name an occasion: "in a joint press conference", "told reporters"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import OccasionType, Span
from onrecord.read.occasions import gatherings, listeners, media, nouns, wording
from onrecord.read.occasions.sentences import SAID

# How far before the words "according" may stand, in characters.
_BACK = 12
# What is left of a sentence that is all somebody's words.
_NO_WORDS = f"{SAID} .,;:!?\"'“”‘’„«»–—-"
# How many reports are remembered while their sentences are read one by one.
_NARRATIVES = 4
# At these one speaks alone, unless somebody is named beside the speaker.
_ALONE: frozenset[OccasionType] = frozenset({"press conference", "briefing"})
# "The host of the talks", "in reaction to a statement": spoken of, not spoken at.
_SPOKEN_OF: frozenset[OccasionType] = frozenset({"meeting", "written statement"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that name an occasion. `weak` ones ("told reporters") rather go on with one than open one.

    `outlet` is who asked, `chamber` says that a parliament or council listens, `separate` says "another", `together`
    that somebody stood beside the speaker, `told` that the words stand in what an office tells ("X spoke by telephone
    with Y, the press service said").
    """

    type: OccasionType
    span: Span
    definite: bool = False
    separate: bool = False
    weak: bool = False
    together: bool = False
    told: bool = False
    outlet: str | None = None
    chamber: bool = False


def find_phrases(narrative: str, span: Span, *, head: bool = False) -> tuple[Phrase, ...]:
    """The phrases of one sentence in text order; of overlapping ones the first in the order of the types wins.

    A `head` (headline or subhead) names its occasion without more ado: "Joint press availability by ...".
    """
    found: list[Phrase] = []
    small = narrative[span.start : span.end].lower()
    if not small.strip(_NO_WORDS):
        return ()
    for phrase in (
        *_strong(narrative, span, small),
        *_weak(narrative, span, small),
        *(_bare(narrative, span) if head else ()),
    ):
        mentioned = wording.FUTURE if phrase.type not in wording.EVENTS else wording.ONLY_MENTIONED
        ahead = mentioned.search(narrative, span.start, phrase.span.start)
        if not ahead and not any(phrase.span.overlaps(other.span) for other in found):
            found.append(phrase)
    return tuple(sorted(found or _gatherings(narrative, span, small), key=lambda phrase: phrase.span))


def _hinted(small: str, hints: tuple[str, ...]) -> bool:
    return any(map(small.__contains__, hints))


@lru_cache(maxsize=_NARRATIVES)
def _spoken_of_here(narrative: str) -> tuple[tuple[OccasionType, tuple[str, ...], re.Pattern[str]], ...]:
    """The strong patterns of which a hint stands anywhere in the report, a quarter of them, with those hints alone."""
    small = narrative.lower()
    found = ((kind, tuple(hint for hint in hints if hint in small), pattern) for kind, hints, pattern in wording.STRONG)
    return tuple(entry for entry in found if entry[1])


def _strong(narrative: str, span: Span, small: str) -> Iterator[Phrase]:
    for kind, hints, pattern in _spoken_of_here(narrative):
        if not _hinted(small, hints):
            continue
        for match in pattern.finditer(narrative, span.start, span.end):
            groups = match.groupdict()
            about = kind in _SPOKEN_OF and (groups.get("prep") or "").lower() in wording.ABOUT
            if about and not wording.ACCORDING.search(narrative, max(0, match.start() - _BACK), match.start()):
                continue
            press = _by_the_press(narrative, span, kind, match)
            if press:
                yield Phrase("interview", Span(*press.span()), outlet=press["outlet"])
                continue
            if (
                kind == "interview"
                and match.group().endswith((" me", " us"))
                and in_quotes(narrative, span.start, match.start())
            ):
                # "'She told me he was gone': landlady's fury": told to the one who speaks.
                continue
            if kind in _ALONE and listeners.TOGETHER.search(narrative, match.end(), span.end):
                kind = "joint press conference"
            chamber = kind == "speech" and wording.CHAMBER.search(match.group()) is not None
            yield Phrase(
                type=kind,
                span=Span(*match.span()),
                chamber=chamber,
                definite=(groups.get("det") or "").lower() in wording.DEFINITE
                or listeners.is_asker(match.group())
                or (kind == "interview" and media.HOST.search(match.group()) is not None),
                separate=bool(wording.SEPARATE.search(groups.get("adj") or "")),
                outlet=groups.get("outlet"),
            )


def _by_the_press(narrative: str, span: Span, kind: OccasionType, match: re.Match[str]) -> re.Match[str] | None:
    """The words by which a call with a newspaper, or a statement to a station, is an interview."""
    if kind == "phone call":
        press = media.BROADCASTER.search(narrative, match.start(), span.end)
        return press if press and press.start() <= match.end() else None
    return media.BROADCASTER.match(narrative, match.start(), span.end) if kind == "written statement" else None


def in_quotes(narrative: str, start: int, at: int) -> bool:
    """Whether a quotation opened since `start` is still open at a position."""
    before = narrative[start:at]
    opened = max(before.rfind(mark) for mark in "“‘„«")
    return opened >= 0 and not re.search(r"[”»]|’(?!\w)", before[opened:])


def _weak(narrative: str, span: Span, small: str) -> Iterator[Phrase]:
    if _hinted(small, listeners.TOLD_REPORTERS_HINTS):
        for match in listeners.TOLD_REPORTERS.finditer(narrative, span.start, span.end):
            together = listeners.TOGETHER.search(narrative, span.start, span.end) is not None
            kind: OccasionType = "joint press conference" if together else "briefing"
            yield Phrase(kind, Span(*match.span()), weak=not together, together=together)
    if _hinted(small, listeners.TOLD_CROWD_HINTS):
        for match in listeners.TOLD_CROWD.finditer(narrative, span.start, span.end):
            yield Phrase("speech", Span(*match.span()), weak=True)
    if _hinted(small, media.BROADCASTER_HINTS):
        for match in media.BROADCASTER.finditer(narrative, span.start, span.end):
            yield Phrase("interview", Span(*match.span()), outlet=match["outlet"])


def _gatherings(narrative: str, span: Span, small: str) -> Iterator[Phrase]:
    if _hinted(small, gatherings.HINTS):
        for match in gatherings.GATHERING.finditer(narrative, span.start, span.end):
            before = narrative[span.start : match.start()].rstrip()
            if before.endswith(SAID) or gatherings.BEFORE.search(before):
                yield Phrase("speech", Span(*match.span()), weak=True)


def _bare(narrative: str, span: Span) -> Iterator[Phrase]:
    for match in nouns.HEAD.finditer(narrative, span.start, span.end):
        yield Phrase("joint press conference", Span(*match.span()))
    for match in nouns.HEAD_PRESS.finditer(narrative, span.start, span.end):
        yield Phrase("press conference", Span(*match.span()))
