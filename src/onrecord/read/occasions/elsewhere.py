"""Which statements were made at none of the occasions told of: at another time, or in a book, a text, a corridor."""

from __future__ import annotations

import re

from onrecord.model import Statement
from onrecord.read.occasions.drafts import FAR
from onrecord.read.occasions.phrases import find_phrases
from onrecord.read.occasions.questions import QUESTION
from onrecord.read.occasions.scene import Scene, once
from onrecord.read.occasions.times import find_times

# Words sent or said outside every occasion.
_ELSEWHERE = re.compile(
    r"\b(?i:in|by|via)\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+)?(?:text|memoir|book|blog|article|column)\b|"
    r"\b(?i:at|in|during)\s+(?:an?|the|[\w-]+['’]s)\s+(?:[\w-]+\s+){0,3}(?:debate|hearing)\b|"
    r"\bin\s+the\s+corridor\b|\bafter\s+the\s+(?:phone\s+)?call\b"
)
_PREVIOUSLY = re.compile(r"\b(?:previously|had\s+earlier|in\s+the\s+past)\b", re.IGNORECASE)
_HAD = re.compile(r"had\b", re.IGNORECASE)
# How far behind a cue its time may stand, in characters.
_BEHIND = 30


@once
def is_elsewhere(scene: Scene, statement: Statement) -> bool:
    """Whether its sentence, or the question that it answers, tells of another time or of words sent or written."""
    number = scene.places[statement.id]
    here, before = scene.sentences[number], scene.sentences[max(0, number - 1)]
    if _told_of_another_time(scene, statement):
        return True
    asked = before.line == here.line and any(QUESTION.search(scene.cue(s)) for s in scene.in_sentence(number - 1))
    return bool(_ELSEWHERE.search(scene.narrative, (before if asked else here).span.start, here.span.end))


def _told_of_another_time(scene: Scene, statement: Statement) -> bool:
    """Whether the sentence tells of another time and no occasion: "said last week that", "On Monday she had said"."""
    if not statement.cue:
        return False
    span = scene.sentence_of(statement).span
    if _PREVIOUSLY.search(scene.cue(statement)) or (_HAD.match(scene.cue(statement)) and scene.times(span)):
        return not find_phrases(scene.narrative, span)
    end = min(span.end, statement.cue.end + _BEHIND)
    far = any(when.grain in FAR for when in find_times(scene.narrative, None, statement.cue.start, end))
    return far and not find_phrases(scene.narrative, span)
