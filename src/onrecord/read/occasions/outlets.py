"""Interviews with the report's own outlet, known by its signature: "told SNB" in a report that SNB signs."""

from __future__ import annotations

import re

from onrecord.model import Span
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


def _signature(scene: Scene) -> str:
    """The words by which outlet and agency sign; the place of the dateline is none of them."""
    report = scene.report
    signed = [span.of(report.text) for span in report.spans_of("dateline", "byline", "credit", "furniture")]
    first = next((s.span.start for s in scene.sentences if s.block == "body"), 0)
    # "KARSA, March 4 - Courier. The minister": the agency may stand behind what was read as the dateline.
    signed.append(report.text[first : first + _OPENING] if report.dateline.place else "")
    whole = " | ".join([*signed, report.outlet or "", report.byline or "", report.credit or ""])
    return whole.replace(report.dateline.place, "") if report.dateline.place else whole
