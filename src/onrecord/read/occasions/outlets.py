"""Interviews with the report's own outlet, known by its signature: "told SNB" in a report that SNB signs."""

from __future__ import annotations

import re

from onrecord.model import Span
from onrecord.read.occasions.phrases import Phrase
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.sentences import sentence_at

_TOLD = re.compile(
    r"\b(?:told|tells|telling|speaking\s+to|spoke\s+to)\s+(?:the\s+)?(?P<outlet>[A-Z][\w’-]+(?:\s+(?:of\s+)?[A-Z][\w’-]+){0,3})\b"
)


def told_to_us(scene: Scene) -> list[tuple[int, Phrase]]:
    """The interviews that somebody gave to those who sign the report."""
    found = [match for match in _TOLD.finditer(scene.narrative) if scene.statements]
    if not found:
        return []
    signature = _signature(scene)
    return [
        (
            sentence_at(scene.sentences, match.start()),
            Phrase("interview", Span(*match.span()), outlet=match["outlet"]),
        )
        for match in found
        if re.search(rf"\b{re.escape(match['outlet'])}\b", signature)
    ]


def _signature(scene: Scene) -> str:
    """The words by which outlet and agency sign; the place of the dateline is none of them."""
    report = scene.report
    signed = [span.of(report.text) for span in report.spans_of("dateline", "byline", "credit")]
    whole = " | ".join([*signed, report.outlet or "", report.byline or "", report.credit or ""])
    return whole.replace(report.dateline.place, "") if report.dateline.place else whole
