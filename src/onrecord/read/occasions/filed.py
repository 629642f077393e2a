"""Where a report was filed: the place of its dateline, or the one that opens its first line."""

from __future__ import annotations

import re

from onrecord.read.occasions.people import is_named_so
from onrecord.read.occasions.places import title_case
from onrecord.read.occasions.scene import Scene

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_WORD = r"[^\W\d_a-z][\w’'-]*"
# "Port Amsel, 4 March, KNA. The ...", "Karsa - The ...", "Karsa. The ...".
_OPENS = re.compile(
    rf"\s*(?P<place>{_WORD}(?:[ ](?:(?:of|am|an|de|del|la|sur|upon)[ ])?{_WORD}){{0,2}}?)"
    rf"(?:(?P<dated>,\s+(?:\d{{1,2}}\.?\s+{_MONTH}|{_MONTH}\s+\d{{1,2}})\b)|(?P<dash>\s*[–—-]{{1,2}}\s+)|(?P<stop>\.\s+))(?=[^\W\d_a-z]|[,./–—\s:(\d-])",
)
# The lines of the body that may open with a place; a byline may come first.
_LINES = 2


def filed_at(scene: Scene) -> str | None:
    """The place from which the report tells, None when it does not say."""
    return _of_dateline(scene) or _of_opening(scene)


def _of_dateline(scene: Scene) -> str | None:
    """The dateline's place; none where a headline's catchword passes for one ("CUP OF WOE: Velm slams trophy")."""
    report = scene.report
    place = title_case(report.dateline.place or "")
    if not place or any(is_named_so(place, name) for name in scene.names):
        return None
    head = report.text.lstrip().split("\n", 1)[0].rstrip()
    span = report.dateline.span
    catchword = span is not None and span.of(report.text).rstrip().endswith(":") and span.of(report.text) in head
    return None if catchword and not head.endswith(".") else place


def _of_opening(scene: Scene) -> str | None:
    """The place that opens the body as a dateline does, be it that nothing else marks it as one."""
    text = scene.report.text
    lines = list(dict.fromkeys(s.line for s in scene.sentences if s.block == "body"))[:_LINES]
    for line in lines:
        start = next(s.span.start for s in scene.sentences if s.line == line)
        match = _OPENS.match(scene.narrative, start)
        if match is None or match["place"].islower() or any(match["place"] in name for name in scene.names):
            continue
        # A bare "Karsa." could be any word; a place is named again.
        again = text.find(match["place"], match.end()) >= 0 or text.find(match["place"], 0, start) >= 0
        if not match["stop"] or again:
            return title_case(match["place"])
    return None
