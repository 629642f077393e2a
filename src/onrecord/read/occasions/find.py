"""From a report and its statements to the occasions at which they were made."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import (
    UNKNOWN,
    Occasion,
    OccasionType,
    Participant,
    Report,
    Span,
    Statement,
    When,
)
from onrecord.read.occasions.attach import attach
from onrecord.read.occasions.drafts import FACING_THE_PRESS, Draft, Scene, gather, position
from onrecord.read.occasions.people import speaker_name
from onrecord.read.occasions.phrases import find_phrases
from onrecord.read.occasions.places import find_place, title_case
from onrecord.read.occasions.sentences import narrative_of, read_sentences
from onrecord.read.occasions.times import Anchor, anchor_of, find_times

# Held where the report was filed, unless it says otherwise.
FACE_TO_FACE: frozenset[OccasionType] = FACING_THE_PRESS | {"meeting"}
_DAYS = frozenset({"minute", "day", "weekday"})


def find_occasions(
    report: Report, statements: Sequence[Statement]
) -> tuple[tuple[Occasion, ...], tuple[Statement, ...]]:
    """The occasions of a report and its statements, each with the id of the occasion at which it was made, or None.

    Pure: the same report and statements always give the same occasions. What the report does not say stays unknown.
    """
    scene = _scene(report, statements)
    if not scene.sentences:
        return (), tuple(replace(statement, occasion=None) for statement in statements)
    phrases = [
        (number, phrase)
        for number, sentence in enumerate(scene.sentences)
        for phrase in find_phrases(scene.narrative, sentence.span)
    ]
    drafts = gather(scene, phrases)
    attached = attach(scene, drafts)
    made = {
        number: _occasion(report, scene, drafts[number], _members(scene, attached, number))
        for number in sorted(set(attached.values()))
    }
    linked = tuple(replace(s, occasion=made[attached[s.id]].id if s.id in attached else None) for s in statements)
    return tuple(made.values()), linked


def occasion_id(report_id: str, kind: OccasionType, start: int) -> str:
    """A stable id of the words that tell of an occasion."""
    return "oc-" + hashlib.sha256(f"{report_id}|{kind}|{start}".encode()).hexdigest()[:16]


def _scene(report: Report, statements: Sequence[Statement]) -> Scene:
    names = dict.fromkeys(name for s in statements if (name := speaker_name(s)))
    outer = tuple(sorted(statements, key=position))
    return Scene(report.text, narrative_of(report.text, statements), read_sentences(report), outer, tuple(names))


def _members(scene: Scene, attached: dict[str, int], number: int) -> list[Statement]:
    return [statement for statement in scene.statements if attached.get(statement.id) == number]


def _occasion(report: Report, scene: Scene, draft: Draft, members: Sequence[Statement]) -> Occasion:
    voices = list(dict.fromkeys(name for s in members if (name := speaker_name(s))))
    kind: OccasionType = draft.type
    if kind == "press conference" and len(voices) > 1:
        kind = "joint press conference"
    people = [Participant(name, "speaker") for name in voices]
    people += [Participant(name, "beside") for name in (*draft.people, *draft.beside) if name not in voices]
    if draft.interviewer:
        people.append(Participant(draft.interviewer, "interviewer"))
    when = _when(scene, draft, members, anchor_of(report))
    evidence = tuple(sorted({*draft.evidence, *([when.evidence] if when.evidence else [])}))
    return Occasion(
        occasion_id(report.id, kind, draft.evidence[0].start),
        kind,
        _place(report, scene, draft),
        tuple(people),
        when,
        evidence,
    )


def _place(report: Report, scene: Scene, draft: Draft) -> str | None:
    if draft.type not in ("phone call", "written statement"):
        for span in draft.evidence:
            place = find_place(scene.narrative, _sentence_of(scene, span), span)
            if place:
                return place
    if draft.type in FACE_TO_FACE and report.dateline.place:
        return title_case(report.dateline.place)
    return None


def _when(scene: Scene, draft: Draft, members: Sequence[Statement], anchor: Anchor | None) -> When:
    spans = [_sentence_of(scene, span) for span in draft.evidence]
    for span in spans:
        times = list(find_times(scene.narrative, anchor, span.start, span.end))
        for when in sorted(times, key=lambda when: when.grain not in _DAYS):
            return when
    for statement in members:
        span = scene.sentences[scene.place_of(statement)].span
        for when in find_times(scene.narrative, anchor, span.start, span.end):
            if when.grain in _DAYS:
                return when
    return UNKNOWN


def _sentence_of(scene: Scene, span: Span) -> Span:
    return next((s.span for s in scene.sentences if s.span.contains(span)), span)
