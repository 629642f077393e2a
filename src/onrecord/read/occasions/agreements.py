"""What two sides agreed with each other: said at their meeting, although the press hears of it afterwards."""

from __future__ import annotations

import re

from onrecord.model import Span, Statement
from onrecord.read.occasions.drafts import EVENTS, Draft
from onrecord.read.occasions.people import speakers_of
from onrecord.read.occasions.scene import Scene

_AGREED = re.compile(
    r"(?:(?:have|has|had|was|were)\s+)?(?:(?:also|further|then)\s+)?(?:agree[ds]?\b(?!\s+with\b)|share[ds]?\b|"
    r"concur(?:red)?\b|reached\s+(?:an?\s+)?(?:[\w-]+\s+)?(?:agreement|understanding|consensus)\b)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:(?:have|has|had)\s+)?(?:(?:also|further|then)\s+)?(?:exchanged|discussed|reviewed|touched|considered|examined|agree[ds]?|"
    r"emphasi[sz]ed|stressed|underlined|underscored|expressed|noted|affirmed|reaffirmed|confirmed|decided|praised|welcomed|called)\b",
    re.IGNORECASE,
)
# "It was noted that": minutes of a meeting, by nobody in particular.
_NOTED = re.compile(
    r"(?:it\s+)?(?:was|were)\s+(?:also\s+|further\s+|jointly\s+)?(?:noted|stressed|emphasi[sz]ed|underlined|underscored|stated|agreed|"
    r"decided|resolved|recalled|pointed\s+out|observed|affirmed|confirmed|discussed|reviewed)\b",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"(?:(?:both|the\s+(?:two|three|four)|(?:two|three|four)|the)\s+(?:[\w-]+\s+){0,2}"
    r"(?:sides|ministers|leaders|presidents|premiers|parties|countries|states|governments|delegations|interlocutors|officials)\b|both$)",
    re.IGNORECASE,
)
# "The three met for six hours", "received today her counterpart", "following the talks": that they met is told.
_MET = re.compile(
    r"\b(?:met(?!\s+(?:the\s+)?(?:press|reporters|journalists))|talks|meeting|summit|received|hosted|consultations|negotiations)\b",
    re.IGNORECASE,
)


def is_mutual(scene: Scene, statement: Statement) -> bool:
    """Whether it is what sides that met did together ("The two sides reviewed"), or was noted there by nobody named."""
    source = scene.source(statement)
    several = len(speakers_of(statement)) > 1 or bool(_SIDES.match(source))
    return (several and bool(_TOGETHER.match(scene.cue(statement)))) or bool(_NOTED.match(scene.cue(statement)))


def is_agreed(scene: Scene, statement: Statement) -> bool:
    """Whether it is what several agreed ("The two ministers agreed that"), or was agreed by nobody named."""
    if not _AGREED.match(scene.cue(statement)):
        return False
    source = scene.source(statement)
    several = len(speakers_of(statement)) > 1 or bool(_SIDES.match(source))
    return several or source.lower() in ("", "it", "they")


def place_agreements(scene: Scene, drafts: list[Draft]) -> dict[str, int]:
    """The draft of each agreement: the meeting or call told of, else one that the report tells of in passing.

    Where no word says that they met, it is left to the occasion at which it was told.
    """
    read_out = next((n for n, draft in enumerate(drafts) if draft.main), None)
    if read_out is not None:
        return dict.fromkeys(_shared(scene), read_out)
    agreed = [statement for statement in scene.statements if is_agreed(scene, statement)]
    if not agreed:
        return {}
    number = next((n for n, draft in enumerate(drafts) if draft.type in EVENTS and not draft.side), None)
    if number is None and all(_NOTED.match(scene.cue(statement)) for statement in agreed):
        # "It was agreed" alone does not say who met.
        return {}
    if number is None:
        met = _words_of_meeting(scene)
        if met is None:
            return {}
        people = dict.fromkeys(name for statement in agreed for name in speakers_of(statement))
        # The press conference's people come after it: only what was agreed is the meeting's.
        drafts.append(Draft("meeting", [met], list(people), side=True))
        number = len(drafts) - 1
    return {statement.id: number for statement in agreed}


def _shared(scene: Scene) -> list[str]:
    """The statements of both sides, and what goes on with one ("It was agreed that ..., and decided to")."""
    found: list[str] = []
    for number, statement in enumerate(scene.statements):
        before = scene.statements[number - 1] if number else statement
        goes_on = before.id in found and scene.places[before.id] == scene.places[statement.id]
        goes_on = goes_on and statement.source in (None, before.source)
        if goes_on or is_agreed(scene, statement) or is_mutual(scene, statement):
            found.append(statement.id)
    return found


def _words_of_meeting(scene: Scene) -> Span | None:
    for sentence in scene.sentences:
        match = _MET.search(scene.narrative, sentence.span.start, sentence.span.end)
        if match and sentence.block == "body":
            return Span(*match.span())
    return None
