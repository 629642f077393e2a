"""Interviews that no word calls so: portraits, whose writer sat with the person portrayed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span, Statement
from onrecord.read.occasions.drafts import Draft
from onrecord.read.occasions.people import is_body, is_person, speakers_of
from onrecord.read.occasions.scene import Scene

# A portrait is told in the present.
_SAYS = re.compile(
    r"(?:says|explains|adds|recalls|replies|answers|admits|tells|laughs|jokes|insists|remembers|asks|sighs|grins)\b"
)
# What only one who is there can see: "she says, and sits down", "Velm says at the door", "he pours the tea".
_SEEN = re.compile(
    r"\b(?:says|explains|adds|recalls|replies|answers|admits|laughs|jokes)(?:,?\s+(?:and|before|as\s+(?:she|he|we))\s+\w+(?:s|ing)?\b|,\s+\w+ing\b|"
    r"\s+(?:at\s+the|over|from\s+behind|in\s+(?:his|her)|on\s+the\s+(?:stairs|porch|pier|quay|bench|balcony|terrace))\s+\w+)|"
    r"\b(?:sits|pours|leans|shrugs|smiles|nods|grins|chuckles|gestures|sips|lights|stirs|frowns|sighs|blinks|winks)\b"
)
# Fewer words in the present are a quotation among others.
_FEWEST = 2


def visited(scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """The interview of the one person whom a report quotes in the present tense and has under its eyes."""
    if any(not draft.side for draft in drafts):
        return None
    voices: dict[str, list[Statement]] = {}
    for statement in scene.statements:
        for name in speakers_of(statement):
            if (
                is_person(name)
                and not is_body(name)
                and statement.form == "direct"
                and _SAYS.match(scene.cue(statement))
            ):
                voices.setdefault(name, []).append(statement)
    if not voices:
        return None
    name, said = max(voices.items(), key=lambda item: len(item[1]))
    lines = {scene.sentence_of(statement).line for statement in said}
    if len(said) < _FEWEST or len(lines) < _FEWEST:
        return None
    seen = [
        match for s in said for match in (_SEEN.search(scene.narrative, *_span(scene.sentence_of(s).span)),) if match
    ]
    return Draft("interview", [Span(*seen[0].span())], [name]) if seen else None


def _span(span: Span) -> tuple[int, int]:
    return span.start, span.end
