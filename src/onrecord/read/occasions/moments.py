"""When an occasion was: by its own words, by the sentences of its statements, or by what the report said before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import UNKNOWN, OccasionType, Span, Statement, When
from onrecord.read.occasions.drafts import Draft
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.times import anchor_of, find_times

_DAYS = frozenset({"minute", "day", "weekday"})
_SAME_DAY = re.compile(
    r"\b(?:(?:the|that)\s+same\s+(?:day|morning|afternoon|evening|night)|(?:that|this)\s+(?:day|morning|afternoon|evening|night)|"
    r"hours?\s+(?:later|earlier)|minutes\s+(?:later|earlier|before|after)|earlier|later)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|would|until|by|before|next|expected|due|scheduled|plans?|planned|coming)\b[^.,;]{0,40}$"
)
_UNDATED: frozenset[OccasionType] = frozenset({"written statement"})


def find_when(
    scene: Scene, drafts: Sequence[Draft], number: int, members: Sequence[Statement], known: dict[int, When]
) -> When:
    """The day of an occasion; `known` holds the days of those already told."""
    draft = drafts[number]
    own = [scene.around(span) for span in draft.evidence]
    said = [scene.sentence_of(statement).span for statement in members]
    for spans, days_only in ((own, False), (said, True)):
        found = [when for span in spans for when in _times(scene, span) if when.grain in _DAYS or not days_only]
        for when in sorted(found, key=lambda when: when.grain not in _DAYS):
            return when
    return _carried_over(scene, draft, own, known)


def _times(scene: Scene, span: Span) -> Iterator[When]:
    """The times of a sentence's narrative that are not ahead of it and say something."""
    for when in find_times(scene.narrative, anchor_of(scene.report), span.start, span.end):
        said = when.evidence or span
        if (when.known or when.grain not in _DAYS) and not _AHEAD.search(scene.narrative, span.start, said.start):
            yield when


def _carried_over(scene: Scene, draft: Draft, own: Sequence[Span], known: dict[int, When]) -> When:
    """The day already told when the words carry it on ("the same day"), or the paper's own date."""
    if any(_SAME_DAY.search(scene.narrative, span.start, span.end) for span in own):
        earlier = [when for when in known.values() if when.known]
        if earlier:
            return earlier[-1]
    dated = scene.report.dateline.date
    if scene.report.kind in ("press_release", "transcript") and dated.known:
        return dated
    if draft.separate or draft.side or draft.type in _UNDATED:
        return UNKNOWN
    before = [
        when
        for sentence in scene.sentences
        if sentence.span.start < draft.evidence[0].start
        for when in _times(scene, sentence.span)
        if when.grain in _DAYS
    ]
    return before[-1] if before else UNKNOWN
