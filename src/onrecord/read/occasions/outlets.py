"""Interviews with the report's own outlet, known by its signature: "told SNB" in a report that SNB signs."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.read.occasions import media
from onrecord.read.occasions.phrases import Phrase
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.sentences import sentence_at

# How far into the first line an agency may sign, in characters.
_OPENING = 60
_OUTLET = r"\s+(?:the\s+)?(?P<outlet>[A-Z][\w’-]+(?:\s+(?:of\s+|&\s+)?[A-Z][\w’-]+){0,3})\b"
# One pattern a word: a search for a fixed beginning takes no time.
_TOLD = tuple(
    re.compile(word + _OUTLET)
    for word in (
        *("told", "tells", "telling", r"sp(?:eaking|oke|oken|eaks)\s+to", r"talk(?:ed|s|ing)\s+to", r"down\s+with"),
        *(
            r"chat(?:ted|s|ting)\s+(?:to|with)",
            r"(?:said|says|explained|explains|admitted|confessed|confided|revealed|confirmed|related)\s+to",
            r"opened\s+up\s+to",
        ),
    )
)
# "Told Dnevni Sport that": a name without a rank before it.
_TOLD_A_NAME = re.compile(
    r"\b(?:told|tells|telling|(?:said|confirmed|admitted|revealed|related)\s+to)\s+"
    r"(?P<outlet>[A-Z][\w’-]+(?:\s+(?:&\s+)?[A-Z][\w’-]+){1,2})(?=\s+(?:that|he|she|they|in|on|at|by|over|between|after|last|this)\b|\s*[.,:;\x00])"
)


def told_to_us(scene: Scene) -> list[tuple[int, Phrase]]:
    """The interviews that somebody gave to those who sign the report."""
    found = [match for pattern in _TOLD for match in pattern.finditer(scene.narrative)]
    if not found or not scene.statements:
        return []
    signature = _signature(scene)
    return [
        (
            sentence_at(scene.sentences, match.start()),
            Phrase("interview", Span(*match.span()), outlet=match["outlet"]),
        )
        for match in sorted(found, key=lambda match: match.start())
        if re.search(rf"\b{re.escape(match['outlet'])}\b", signature)
    ]


def told_to_papers(scene: Scene) -> list[tuple[int, Phrase]]:
    """The interviews that somebody gave to what bears a name of two words and stands nowhere else in the report.

    Persons who are told something are named more than once, or have their rank before them.
    """
    text = scene.report.text
    found: list[tuple[int, Phrase]] = []
    for match in _TOLD_A_NAME.finditer(scene.narrative):
        words = [word for word in match["outlet"].split() if word[0].isupper()]
        if any(text.count(word) > 1 for word in words) or media.RANK.search(match["outlet"]):
            continue
        if media.HOUSE.search(match["outlet"]) or any(word in name for word in words for name in scene.names):
            continue
        number = sentence_at(scene.sentences, match.start())
        found.append((number, Phrase("interview", Span(*match.span()), outlet=match["outlet"])))
    return found


def _signature(scene: Scene) -> str:
    """The words by which outlet and agency sign; the place of the dateline is none of them."""
    report = scene.report
    signed = [span.of(report.text) for span in report.spans_of("dateline", "byline", "credit", "furniture")]
    first = next((s.span.start for s in scene.sentences if s.block == "body"), 0)
    # "KARSA, March 4 - Courier. The minister": the agency may stand behind what was read as the dateline.
    signed.append(report.text[first : first + _OPENING] if report.dateline.place else "")
    whole = " | ".join([*signed, report.outlet or "", report.byline or "", report.credit or ""])
    return whole.replace(report.dateline.place, "") if report.dateline.place else whole
