"""Statements of nobody named: questions, letters of nobody known, what "both ministers" or "the source" said."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Span, Statement
from onrecord.read.occasions.drafts import Draft
from onrecord.read.occasions.people import is_body
from onrecord.read.occasions.questions import is_question, place_question
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.told import is_own_paper

# One person, whoever it is: "the city's strong man said in an interview".
_DEFINITE = re.compile(r"(?:the|his|her|its|their|[\w’'-]+['’]s)\s+(?!.*s$)", re.IGNORECASE)
# One person by what he or she is: "the former treasurer", "the 34-year-old", "the rescuer".
_SOMEBODY = re.compile(
    r"the\s+(?:[a-z-]+\s+){0,3}(?:[a-z]*(?:er|or|ist|ian|ant|ent|man|woman|ess|eer|ee|chief|chair|head|boss|captain|coach|judge|chef|star|hunk|"
    r"candidate|nominee|politician|diplomat)|\d+-year-old|hopeful|veteran|incumbent|hero|mother|father|widow|clerk|pilot|cook|king|queen)$",
    re.IGNORECASE,
)
_ONE_OF_THEM = re.compile(r"(?:he|she|they|who)\b", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:excellency|guest|host|hostess|interlocutor|counterpart|head\s+of\s+state|minister|president|premier|ambassador|speaker|"
    r"diplomat|secretary|envoy|king|prince|visitor|delegation|side)$",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"(?:both|ministers$|leaders$|the\s+hosts|the\s+pair|(?:the\s+)?(?:two|three|four)\s+(?:[\w-]+\s+)?(?:sides|ministers|leaders|parties|countries|men|women))\b",
    re.IGNORECASE,
)


def _told_there(drafts: Sequence[Draft], statement: Statement) -> int | None:
    """The draft whose words begin at the cue itself ("A source" | "told" | "the Bell that"), whoever speaks."""
    cue = statement.cue
    return next((n for n, draft in enumerate(drafts) if cue and any(map(cue.overlaps, draft.evidence))), None)


def distance_to(draft: Draft, within: Span, statement: Statement) -> int | None:
    """How far the draft's words stand from the cue in the sentence, None when they stand in another one."""
    return min((1 + abs(s.start - position(statement)) for s in draft.evidence if within.contains(s)), default=None)


def place_unnamed(
    scene: Scene, drafts: Sequence[Draft], said: Sequence[Statement], at: int, placed: dict[str, int]
) -> int | None:
    """The draft of a question or of "both ministers": that of the answer, of the line, or of what comes next."""
    statement = said[at]
    told = _told_there(drafts, statement)
    if told is not None:
        return told
    if is_own_paper(scene, statement):
        written = [n for n, draft in enumerate(drafts) if draft.type == "written statement"]
        written = [n for n in written if drafts[n].begun(statement.content[0].start) is not None]
        return written[-1] if written else None
    if is_question(scene, statement):
        return place_question(scene, said, at, placed)
    source = scene.source(statement)
    main = next((n for n, draft in enumerate(drafts) if draft.main), None)
    if main is not None and (_ONE_OF_THEM.match(source) or (_DEFINITE.match(source) and _RANK.search(source))):
        # Whoever of the two it is, both are there.
        return main
    last = said[at - 1] if at else statement
    same_line = scene.sentence_of(last).line == scene.sentence_of(statement).line
    if same_line and _DEFINITE.match(source) and last.speaker is None and last.id in placed:
        # "A source told the Bell that ... 'Nobody slept,' the source said."
        return placed[last.id]
    near = scene.sentence_of(statement).line - scene.sentence_of(last).line <= 1
    goes_on = (near and _SOMEBODY.match(source)) or (same_line and _ONE_OF_THEM.fullmatch(source))
    if goes_on and last is not statement and last.id in placed and not is_body(source.split()[-1]):
        # "... Vandel said. The former treasurer recalled": whoever spoke last, by another name.
        return placed[last.id]
    if _DEFINITE.match(source) or _TOGETHER.match(source):
        within = scene.sentence_of(statement).span
        own = [n for n, draft in enumerate(drafts) if distance_to(draft, within, statement) is not None]
        if own:
            return own[0]
    if source:
        # "In an open letter nine of the clubs demanded": an occasion of nobody known.
        within = scene.sentence_of(statement).span
        own = [n for n, d in enumerate(drafts) if not d.people and distance_to(d, within, statement) is not None]
        if own:
            return own[0]
    if len(drafts) == 1 and scene.report.kind == "press_release":
        return 0
    if _TOGETHER.match(scene.source(statement)):
        return next((n for n, draft in enumerate(drafts) if draft.type == "joint press conference"), None)
    return None
