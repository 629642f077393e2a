"""From a report and its statements to the occasions at which they were made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from onrecord.model import Occasion, OccasionType, Participant, Report, Span, Statement
from onrecord.read.occasions.belonging import choose
from onrecord.read.occasions.candidates import candidates_of
from onrecord.read.occasions.drafts import FACING_THE_PRESS, Draft
from onrecord.read.occasions.filed import filed_at
from onrecord.read.occasions.moments import find_when
from onrecord.read.occasions.people import speakers_of
from onrecord.read.occasions.places import find_own_place, find_place, find_standing, is_building, says_here
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.sentences import sentence_at
from onrecord.read.occasions.sites import find_site
from onrecord.read.occasions.tellingwords import CHAMBERS

# Held where the report was filed, unless it says otherwise; so is a speech that the report opens with.
FACE_TO_FACE: frozenset[OccasionType] = FACING_THE_PRESS | {"meeting"}
_NOWHERE: frozenset[OccasionType] = frozenset({"phone call", "written statement"})
# The lines that set the scene.
_LEAD_LINES = 3
_PARTICIPLE = re.compile(r"\w+ing\b")
_COMMA = re.compile(r",\s+(?:(?:and|while|also)\s+)?$")
_COMMA_REACH = 12
# "had told", "was asked": an earlier act, not more of the same.
_OTHERS = re.compile(r"(?:had|has|have|was|were|is|are|been|reports?|claims?)\b")
# How many sentences behind an occasion's words may tell where it was held.
_BEHIND = 2
_WAS_HELD = re.compile(
    r"(?:It|The\s+(?:[\w-]+\s+){0,2}(?:interview|conversation|meeting|talks|conference|briefing|speech|event))\s+"
    r"(?:(?:was|were)\s+(?:\w+ly\s+)?(?:held|broadcast|recorded|filmed|conducted|given)|took\s+place)\b"
)
_BACK = re.compile(r"\bhours?\s+later\b|\bwas\s+back\b")


def find_occasions(
    report: Report, statements: Sequence[Statement]
) -> tuple[tuple[Occasion, ...], tuple[Statement, ...]]:
    """The occasions of a report and its statements, each with the id of the occasion at which it was made, or None.

    Pure: the same report and statements always give the same occasions. What the report does not say stays unknown,
    and a happening at which no statement was made is only mentioned, not an occasion.
    """
    scene = Scene.of(report, statements)
    if not scene.sentences:
        return (), tuple(replace(statement, occasion=None) for statement in statements)
    candidates, ruled, fixed = candidates_of(scene)
    attached = choose(scene, candidates, ruled, fixed)
    drafts = [candidate.draft for candidate in candidates]
    made: dict[int, Occasion] = {}
    for number in sorted(set(attached.values())):
        members = [statement for statement in scene.statements if attached.get(statement.id) == number]
        made[number] = _occasion(scene, drafts, number, members, made)
    numbers = {**attached, **_inner(scene, statements, attached)}
    ids = {statement: made[number].id for statement, number in numbers.items()}
    return tuple(made.values()), tuple(_linked(statement, ids.get(statement.id)) for statement in statements)


def _linked(statement: Statement, occasion: str | None) -> Statement:
    return statement if statement.occasion == occasion else replace(statement, occasion=occasion)


def _inner(scene: Scene, statements: Sequence[Statement], attached: dict[str, int]) -> dict[str, int]:
    """The inner statements that go on with their outer one: "..., urging them to go", "... and appealed to them"."""
    text = scene.report.text
    return {
        s.id: attached[s.nested_in]
        for s in statements
        if s.nested_in in attached and s.cue and s.nested_in is not None and _goes_on(text, s, s.cue)
    }


def _goes_on(text: str, statement: Statement, cue: Span) -> bool:
    if _PARTICIPLE.match(text, cue.start):
        return bool(_COMMA.search(text, max(0, cue.start - _COMMA_REACH), cue.start))
    return statement.source is None and statement.speaker is None and not _OTHERS.match(text, cue.start)


def occasion_id(report_id: str, kind: OccasionType, start: int) -> str:
    """A stable id of the words that tell of an occasion."""
    return "oc-" + hashlib.sha256(f"{report_id}|{kind}|{start}".encode()).hexdigest()[:16]


def _occasion(
    scene: Scene, drafts: Sequence[Draft], number: int, members: Sequence[Statement], made: dict[int, Occasion]
) -> Occasion:
    draft = drafts[number]
    voices = dict.fromkeys(name for s in members for name in speakers_of(s) if draft.has(name) or not draft.people)
    guessed = {name for name in scene.names if name not in scene.sure}
    if draft.interviewer:
        voices.pop(draft.interviewer, None)
    people = [Participant(name, "speaker") for name in voices if name not in guessed]
    people += [
        Participant(name, "beside")
        for name in (*draft.people, *draft.beside)
        if name not in voices and name != draft.interviewer and name not in guessed
    ]
    if draft.interviewer:
        people.append(Participant(draft.interviewer, "interviewer"))
    when = find_when(scene, drafts, number, members, {n: occasion.when for n, occasion in made.items()})
    return Occasion(
        id=occasion_id(scene.report.id, draft.type, draft.evidence[0].start),
        type=draft.type,
        place=_place(scene, drafts, draft, members, made),
        participants=tuple(people),
        when=when,
        evidence=tuple(sorted({*draft.evidence, *([when.evidence] if when.evidence else [])})),
    )


def _place(
    scene: Scene, drafts: Sequence[Draft], draft: Draft, members: Sequence[Statement], made: dict[int, Occasion]
) -> str | None:
    if draft.type in _NOWHERE:
        return None
    for span in draft.evidence:
        sentence = scene.around(span)
        place = find_place(scene.narrative, sentence, span, (*scene.names, *draft.beside))
        if place:
            return _with_town(place, filed_at(scene)) if draft.type in FACE_TO_FACE else place
    if draft.type == "interview":
        for span in draft.evidence:
            room = find_own_place(scene.narrative, span)
            if room:
                return room
    behind = next((p for span in draft.evidence for p in _told_behind(scene, span)), None)
    if behind:
        return behind
    town = _town(scene, drafts, draft, members, made)
    sites = [find_site(scene.narrative, scene.around(span), span) for span in draft.evidence]
    sites += [_chamber(scene, draft), *(_set_before(scene, span) for span in draft.evidence)]
    site = next((site for site in sites if site), None)
    return f"{site}, {town}" if site and town and town.casefold() not in site.casefold() else site or town


def _chamber(scene: Scene, draft: Draft) -> str | None:
    """The house in which a speech was made, when its words name nothing else ("rose in the Commons")."""
    words = (span.of(scene.narrative) for span in draft.evidence)
    return next((word for word in words if draft.type == "speech" and word.lower() in CHAMBERS), None)


def _set_before(scene: Scene, span: Span) -> str | None:
    """The place of the sentence before, of the same line, in which nobody speaks: "The reply came from the square"."""
    number = sentence_at(scene.sentences, span.start)
    if not number or scene.in_sentence(number - 1):
        return None
    before, here = scene.sentences[number - 1], scene.sentences[number]
    if before.line != here.line:
        return None
    words = Span(before.span.start, before.span.start + 1)
    place = find_place(scene.narrative, before.span, words, scene.names)
    return place or find_site(scene.narrative, before.span, words)


def _town(
    scene: Scene, drafts: Sequence[Draft], draft: Draft, members: Sequence[Statement], made: dict[int, Occasion]
) -> str | None:
    """Where an occasion was of which no sentence says it: where the report was filed, or has its speakers stand."""
    filed = filed_at(scene)
    if filed and any(says_here(scene.narrative, scene.around(span)) for span in draft.evidence):
        return filed
    filed_there = draft.type in FACE_TO_FACE or (draft.type == "speech" and not draft.side and not draft.separate)
    if filed_there and not draft.meanwhile and filed:
        return filed
    sentence = scene.around(draft.evidence[0])
    if made and _BACK.search(scene.narrative, sentence.start, sentence.end):
        return list(made.values())[-1].place
    if draft.separate or draft.side or draft.meanwhile or draft.type == "interview":
        return None
    others = [
        scene.around(span) for other in drafts if other is not draft and not other.likely for span in other.evidence
    ]
    own = [scene.around(span) for span in draft.evidence]
    return _standing(scene, members, {span for span in others if span not in own})


def _told_behind(scene: Scene, span: Span) -> Iterator[str]:
    """The place of "It was held in Karsa" behind the words of an occasion."""
    number = sentence_at(scene.sentences, span.start)
    for sentence in scene.sentences[number + 1 : number + 1 + _BEHIND]:
        held = _WAS_HELD.match(scene.narrative, sentence.span.start, sentence.span.end)
        place = find_place(scene.narrative, sentence.span, Span(*held.span()), scene.names) if held else None
        if place:
            yield place


def _with_town(place: str, town: str | None) -> str:
    """A building with the town of the dateline, which tells where it is: "Palace of the Sails, Port Amsel"."""
    indoors = is_building(place) or place.startswith("the ")
    if not town or not indoors or town.casefold() in place.casefold():
        return place
    return f"{place}, {town}"


def _standing(scene: Scene, members: Sequence[Statement], others: Collection[Span]) -> str | None:
    """The place in which the report's first sentences have the speakers stand, but for those of other occasions."""
    told = dict.fromkeys([scene.sentence_of(statement).span for statement in members])
    lead = [sentence.span for sentence in scene.sentences if sentence.line <= _LEAD_LINES]
    for span in (*told, *lead):
        place = None if span in others else find_standing(scene.narrative, span, scene.names)
        if place:
            return place
    return None
