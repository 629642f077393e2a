"""Which statement was made at which occasion: by its own sentence, by who speaks, and by the order of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Kind, Statement
from onrecord.read.occasions.drafts import EVENTS, Draft, Scene, position
from onrecord.read.occasions.people import speaker_name

# Decrees, plans and documents are told of a speaker; they are not what was said at an occasion.
SAID_THERE: frozenset[Kind] = frozenset({"statement", "belief"})
_PRONOUN = re.compile(r"(?:he|she|they|it|who)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\b(?:ask|press|wanted\s+to\s+know|wants\s+to\s+know|wonder)", re.IGNORECASE)
_TOGETHER = re.compile(
    r"\b(?:both|two|three|four|sides|hosts|ministers|leaders|pair|duo|parties|officials)\b", re.IGNORECASE
)


def attach(scene: Scene, drafts: Sequence[Draft]) -> dict[str, int]:
    """The number of the draft for every statement (by id) that was made at one."""
    attached: dict[str, int] = {}
    current: dict[str, int] = {}
    last: int | None = None
    for statement in sorted(scene.statements, key=position):
        if statement.nested_in or statement.kind not in SAID_THERE:
            continue
        number = _choose(scene, drafts, statement, current, last)
        if number is None:
            continue
        attached[statement.id] = last = number
        name = speaker_name(statement)
        if name:
            current[name] = number
    return attached


def _choose(
    scene: Scene, drafts: Sequence[Draft], statement: Statement, current: dict[str, int], last: int | None
) -> int | None:
    name = speaker_name(statement)
    if name is None:
        return _unnamed(scene, drafts, statement, last)
    sentence = scene.place_of(statement)
    own = [n for n, draft in enumerate(drafts) if draft.has(name) and _in_sentence(scene, draft, sentence)]
    if own:
        return min(own, key=lambda n: _distance(scene, drafts[n], sentence, position(statement)))
    mine = [n for n, draft in enumerate(drafts) if draft.has(name)]
    now = current.get(name)
    if now is not None and drafts[now].side:
        if _PRONOUN.match(_source(scene, statement)):
            return now
        now = None
    main = [n for n in mine if not drafts[n].side]
    begun = [n for n in main if drafts[n].sentence <= sentence]
    if now is not None and now in begun:
        return max(
            [now, *[n for n in begun if drafts[n].type not in EVENTS and drafts[n].sentence > drafts[now].sentence]]
        )
    spoken = [n for n in begun if drafts[n].type not in EVENTS] or begun
    if spoken:
        return spoken[-1]
    ahead = [n for n in main if drafts[n].type not in EVENTS] or main
    return ahead[0] if ahead else None


def _unnamed(scene: Scene, drafts: Sequence[Draft], statement: Statement, last: int | None) -> int | None:
    words = statement.cue.of(scene.text) if statement.cue else ""
    if _QUESTION.search(words):
        return last if last is not None else (0 if drafts else None)
    if _TOGETHER.search(_source(scene, statement)):
        joint = [n for n, draft in enumerate(drafts) if draft.type == "joint press conference"]
        return last if last in joint else (joint[0] if joint else None)
    return None


def _source(scene: Scene, statement: Statement) -> str:
    return statement.source.of(scene.text) if statement.source else ""


def _in_sentence(scene: Scene, draft: Draft, sentence: int) -> bool:
    span = scene.sentences[sentence].span
    return any(span.contains(evidence) for evidence in draft.evidence)


def _distance(scene: Scene, draft: Draft, sentence: int, at: int) -> int:
    span = scene.sentences[sentence].span
    return min(abs(evidence.start - at) for evidence in draft.evidence if span.contains(evidence))
