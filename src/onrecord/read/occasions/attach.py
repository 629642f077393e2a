"""Which statement was made at which occasion: by its own sentence, by who speaks, and by the order of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import Span, Statement
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, Draft
from onrecord.read.occasions.elsewhere import is_elsewhere
from onrecord.read.occasions.people import speakers_of
from onrecord.read.occasions.questions import QUESTION, asks
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.sentences import Sentence, sentence_at
from onrecord.read.occasions.told import is_hearsay, is_said
from onrecord.read.occasions.unnamed import distance_to, place_unnamed
from onrecord.read.occasions.voices import is_presumed

_PRONOUN = re.compile(r"(?:he|she|they|it|who)\b", re.IGNORECASE)
_QUOTED = re.compile(r"\bquoted\b|\bcited\b")
# They are told of one speaker, often beside what a report is about.
_ASIDE = frozenset({"interview", "written statement"})
# In lines. 1 and 3 to 4 cost 2 statements each on our gold.
_ASIDE_REACH = 2
# "Velia" is in "Velian": so much of a country's name stands in that of its people.
_STEM = 4
# How far before a name its country stands, in characters.
_BEFORE_NAME = 80
# How far after a headline or subhead its own occasion may be named, in sentences.
_HEAD_REACH = 2
# A meeting that the report is about is told in these first lines of its body.
_LEAD_LINES = 2


@dataclass
class _Walk:
    """The statements already placed, on the way through the text."""

    placed: dict[str, int] = field(default_factory=dict)
    current: dict[str, int] = field(default_factory=dict)


def attach(
    scene: Scene, drafts: Sequence[Draft], default: int | None = None, agreed: Mapping[str, int] | None = None
) -> dict[str, int]:
    """The number of the draft for every statement (by id) that was made at one.

    `default` is the draft of those who take part in no other one, `agreed` holds what is placed beforehand.
    """
    walk = _Walk()
    whole = default is not None
    said = [s for s in scene.statements if is_said(scene, s, whole=whole) or (agreed and s.id in agreed)]
    asked = {statement.id for statement in said if asks(scene, drafts, statement)}
    for statement in said:
        if agreed and statement.id in agreed:
            walk.placed[statement.id] = agreed[statement.id]
            continue
        if statement.speaker is None or statement.id in asked:
            continue
        number = _choose(scene, drafts, statement, walk)
        if number is None and is_elsewhere(scene, statement):
            continue
        if number is None:
            number = _borrowed(scene, drafts, statement, walk)
        if number is None and not is_hearsay(scene, statement):
            number = default
        if number is not None:
            walk.placed[statement.id] = walk.current[statement.speaker.name] = number
    for number_in_text, statement in enumerate(said):
        open_one = statement.speaker is None or is_presumed(statement) or statement.id in asked
        if open_one and statement.id not in walk.placed and not is_elsewhere(scene, statement):
            found = place_unnamed(scene, drafts, said, number_in_text, walk.placed)
            if found is not None:
                walk.placed[statement.id] = found
    return walk.placed


def _choose(scene: Scene, drafts: Sequence[Draft], statement: Statement, walk: _Walk) -> int | None:
    """The draft of a named speaker: said in the sentence, gone on with, begun last, or still to come."""
    name = statement.speaker.name if statement.speaker else ""
    mine = [n for n, draft in enumerate(drafts) if draft.has(name)]
    mine = [n for n in mine if all(drafts[n].has(person) for person in speakers_of(statement))] or mine
    sentence = scene.sentence_of(statement)
    own = {n: at for n in mine for at in (distance_to(drafts[n], sentence.span, statement),) if at}
    if own:
        return min(own, key=lambda n: (drafts[n].type in EVENTS, own[n]))
    if is_elsewhere(scene, statement):
        return None
    opened = [n for n in mine if _just_opened(scene, drafts[n], statement)]
    if opened:
        return opened[-1]
    if sentence.block != "body":
        ahead = scene.sentences[min(scene.places[statement.id] + _HEAD_REACH, len(scene.sentences) - 1)].span
        near = [
            n
            for n in mine
            if not drafts[n].side and any(ahead.end > span.start >= sentence.span.end for span in drafts[n].evidence)
        ]
        if near:
            return near[0]
    now = walk.current.get(name)
    if now is not None and now in mine and drafts[now].side and _PRONOUN.match(scene.source(statement)):
        asked = QUESTION.search(scene.narrative, sentence.span.start, max(sentence.span.start, position(statement)))
        return next((n for n in mine if asked and drafts[n].type in FACING_THE_PRESS), now)
    going = [n for n in mine if _goes_on(scene, drafts[n], sentence)]
    going = [n for n in going if n in walk.placed.values() or _told_from(scene, drafts[n])]
    if going:
        others = any(_has_begun(scene, drafts[n], sentence) for n in mine if drafts[n].type not in EVENTS)
        here = [s.id for s in scene.statements if scene.sentence_of(s).line == sentence.line and s.id in walk.placed]
        if not others or (here and walk.placed[here[-1]] == going[-1]):
            return going[-1]
    main = [n for n in mine if not drafts[n].side] or [
        n for n in mine if drafts[n].begun(sentence.span.start) is not None
    ]
    spoken = [n for n in main if drafts[n].type not in EVENTS]
    met = [n for n in main if n not in spoken and (n in walk.placed.values() or _told_from(scene, drafts[n]))]
    begun = _last_begun(drafts, spoken, sentence)
    if begun is not None:
        return begun
    # What is told long before an interview or a letter was said elsewhere, but for what the headline takes from it.
    if sentence.block == "body":
        spoken = [
            n
            for n in spoken
            if drafts[n].type not in _ASIDE or _line(scene, drafts[n].evidence[0]) - sentence.line < _ASIDE_REACH
        ]
    if not spoken:
        begun = _last_begun(drafts, met, sentence)
        if begun is not None:
            return begun
    main = spoken or met
    # An attitude told before any occasion is nobody's words at it.
    return main[0] if main and (statement.kind != "belief" or drafts[main[0]].main) else None


def _last_begun(drafts: Sequence[Draft], among: Sequence[int], sentence: Sentence) -> int | None:
    """Which of these was spoken of last up to the sentence's end."""
    begun = {n: at for n in among for at in (drafts[n].begun(sentence.span.end),) if at is not None}
    return max(begun, key=lambda n: begun[n]) if begun else None


def _has_begun(scene: Scene, draft: Draft, sentence: Sentence) -> bool:
    """Whether an occasion was spoken of up to the sentence; in the body of a release, whose title names all of them."""
    told = [span for span in draft.evidence if span.start < sentence.span.end]
    return any(scene.report.kind != "press_release" or not scene.is_head(span) for span in told)


def _goes_on(scene: Scene, draft: Draft, sentence: Sentence) -> bool:
    """Whether it is a meeting or call spoken of in this line or the one before."""
    if draft.type not in EVENTS or draft.begun(sentence.span.start) is None:
        return False
    return any(0 <= sentence.line - _line(scene, span) <= 1 for span in draft.evidence)


def _just_opened(scene: Scene, draft: Draft, statement: Statement) -> bool:
    """Whether its words stand just before in the line, and nobody was quoted since: "They spoke by phone. He added"."""
    here, at = scene.sentence_of(statement), position(statement)
    near = [span for span in draft.evidence if span.start < here.span.start and _line(scene, span) == here.line]
    if not near:
        return False
    within = {other.id for other in scene.statements for c in other.content if any(map(c.contains, near))}
    since = max((position(s) for s in scene.statements if position(s) < at and s.id not in within), default=-1)
    return any(span.start > since for span in near)


def _line(scene: Scene, span: Span) -> int:
    return scene.sentences[sentence_at(scene.sentences, span.start)].line


def _told_from(scene: Scene, draft: Draft) -> bool:
    """Whether a meeting or call is what the report is about: in its lead, read out, or come back to ("In the call")."""
    lead = next((sentence.line for sentence in scene.sentences if sentence.block == "body"), 0) + _LEAD_LINES
    heads = [s.span for s in scene.sentences if s.line < lead]
    return (
        draft.main
        or len(draft.evidence) > 1
        or any(not draft.side and span.start <= draft.evidence[0].start < span.end for span in heads)
    )


def _borrowed(scene: Scene, drafts: Sequence[Draft], statement: Statement, walk: _Walk) -> int | None:
    """The draft of somebody else: of the one just quoted ("was quoted as saying"), or a capital for its spokesman."""
    name = statement.speaker.name if statement.speaker else ""
    before = [n for s in scene.statements if position(s) < position(statement) for n in (walk.placed.get(s.id),)]
    if _QUOTED.search(scene.cue(statement)) and before and before[-1] is not None:
        return before[-1]
    lead = scene.sentence_of(statement).line <= 1 + next((s.line for s in scene.sentences if s.block == "body"), 0)
    if " " in name or not lead:
        return None
    main = [n for n, draft in enumerate(drafts) if not draft.side]
    return main[0] if main and _speaks_for(scene, drafts[main[0]], name) else None


def _speaks_for(scene: Scene, draft: Draft, country: str) -> bool:
    """Whether not all who take part are introduced as other countries' ("Velian Minister Dara Torm")."""
    text, countries = scene.report.text, [name for name in scene.names if " " not in name]
    for name in draft.people:
        at = text.find(name)
        words = text[max(text.rfind("\n", 0, at) + 1, at - _BEFORE_NAME) : at] if at >= 0 else ""
        theirs = {other for other in countries if other[: max(_STEM, len(other) - 2)] in words}
        if not theirs or country in theirs:
            return True
    return not draft.people
