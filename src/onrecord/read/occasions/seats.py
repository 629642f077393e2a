"""Who takes part in an occasion by the words that tell of it: who speaks there, and who is named beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.clean.wordlists import any_case
from onrecord.model import Span
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, Draft
from onrecord.read.occasions.listeners import is_asker
from onrecord.read.occasions.people import is_body, is_person, named_beside, named_in, same_person, speakers_of
from onrecord.read.occasions.phrases import Phrase
from onrecord.read.occasions.places import is_building
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.told import is_own_paper

# "The joint press conference that followed": of those who met before.
_FOLLOWED = re.compile(r"\b(?:followed|following|after|afterwards?)\b", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\b(?:he|she|they|the\s+(?:\w+\s+)?(?:minister|president|envoy|official|diplomat|premier|leader|secretary|chancellor|ambassador|"
    r"speaker|governor|mayor|chief|head|director|commissioner|spokesman|spokeswoman|king|queen|bishop|general|councillor|senator))\b",
    re.IGNORECASE,
)
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_COUNT = re.compile(
    r"\b(?:(?:the|all)\s+)?(?P<count>both|two|three|four)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:ministers|leaders|presidents|premiers|chiefs|commissioners|heads|chancellors|secretaries|mayors|envoys|diplomats|men|women)\b",
    re.IGNORECASE,
)
_SAME = re.compile(r"\bsame\b")
# "Dara Velm of Upper Tesh", "in Port Sable": places, though they speak elsewhere in the report.
_OF = re.compile(r"\b(?:of|in|at|from|the)\s+(?:\w+\s+)?$")
_NOBODY = re.compile(
    r"^(?:an?|one|another|some|several|two|three|many)\b|\b(?:sources?|insiders?|officials?|aides?|advisers?|diplomats|spokes\w+)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    rf"{_NOBODY.pattern}|^(?:the|both|all|most)\s+(?:[\w-]+\s+)?(?:[\w-]+s|men|women|people)$", re.IGNORECASE
)
_AND = re.compile(r"\band\b")
# A joint press conference has two at least.
PAIR = 2


def seat_who_met(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Who met sits at the joint press conference that followed."""
    met = [name for draft in drafts if draft.type in EVENTS and not draft.side for name in draft.people]
    for draft in drafts:
        own = [scene.around(span) for span in draft.evidence]
        follows = any(_FOLLOWED.search(scene.narrative, span.start, span.end) for span in own)
        if draft.type == "joint press conference" and follows:
            draft.add(met)


def find_speaking(scene: Scene, number: int, phrase: Phrase) -> list[str]:
    """Who speaks at the phrase's occasion: speakers of its sentence, else persons it names, else who speaks nearby."""
    if is_asker(phrase.span.of(scene.narrative)):
        return []
    own = [statement for statement in scene.in_sentence(number) if statement.speaker]
    sentence = scene.sentences[number]
    here = scene.in_sentence(number)
    if here and all(s.speaker is None and _NOBODY.search(scene.source(s)) for s in here):
        # "A source told the Bell": nobody known.
        return []
    nearest_of_all = min(here, key=lambda s: abs(position(s) - phrase.span.start), default=None)
    if nearest_of_all and nearest_of_all.speaker is None and _UNNAMED.search(scene.source(nearest_of_all)):
        # "Two aides told the Bell", though she speaks in the same sentence.
        return []
    if nearest_of_all and nearest_of_all.speaker is None and phrase.type == "written statement" and not own:
        source = scene.source(nearest_of_all)
        if source and not is_own_paper(scene, nearest_of_all) and not _SUBJECT.match(source):
            # "In an open letter nine of the clubs demanded".
            return []
    if phrase.told:
        return [name for _, name in sorted(named_in(scene.report.text, scene.told_in(phrase.span), scene.names))]
    if own:
        nearest = min(own, key=lambda statement: abs(position(statement) - phrase.span.start))
        earlier = scene.said_before(number) if _SAME.search(phrase.span.of(scene.narrative)) else []
        speaking = [*earlier, *speakers_of(nearest)]
        if any(is_person(name) and not is_body(name) for name in speaking):
            return speaking
        # A body or a capital may be its source by mistake: "..., spokeswoman Dara Velm said at a briefing".
        around = sorted(named_in(scene.narrative, sentence.span, scene.names))
        near = [name for _, name in around if is_person(name) and not is_body(name)]
        return [*near[-1:], *speaking]
    named = [name for _, name in sorted(named_in(scene.narrative, sentence.span, scene.names))]
    if sentence.block != "body":
        return named
    before = [
        item for item in sorted(named_in(scene.narrative, sentence.span, scene.names)) if item[0] < phrase.span.start
    ]
    if before:
        joined = _AND.search(scene.narrative, before[0][0], before[-1][0])
        return [name for _, name in (before if joined else before[-1:])]
    if phrase.type in EVENTS and not phrase.definite:
        # "Later the Minister was on the telephone with Dara Velm": whoever spoke last called her.
        calls = _SUBJECT.search(scene.narrative, sentence.span.start, phrase.span.start)
        return [*(scene.said_before(number) if calls else []), *named[:1]]
    if _SUBJECT.search(scene.narrative, sentence.span.start, phrase.span.end):
        return scene.said_before(number) or scene.said_after(number)
    return named[:1] or scene.said_after(number)


def _counted(scene: Scene, span: Span) -> list[str]:
    """The persons meant by "the three ministers": as many as the report lets speak first."""
    match = _COUNT.search(scene.narrative, span.start, span.end)
    persons = [name for name in scene.names if is_person(name) and not is_body(name)]
    return persons[: _NUMBERS[any_case(match["count"])]] if match else []


def seat_beside(scene: Scene, draft: Draft, number: int, phrase: Phrase) -> None:
    """Seat those named beside the speaker, by the name that the report's statements use when there is one."""
    if draft.type not in FACING_THE_PRESS | EVENTS:
        return
    text = scene.report.text if phrase.told else scene.narrative
    span = scene.told_in(phrase.span) if phrase.told else scene.sentences[number].span
    start = phrase.span.start if draft.type in FACING_THE_PRESS and not phrase.together else span.start
    for name in named_beside(text, start, span.end):
        known = next((other for other in scene.names if same_person(name, other)), None)
        if known:
            draft.add([known])
        elif not draft.has(name) and not is_building(name):
            draft.beside.append(name)
    several = _counted(scene, span)
    if several and draft.type in FACING_THE_PRESS:
        draft.type = "joint press conference"
    draft.add(several)
    if draft.type == "joint press conference" or draft.type in EVENTS:
        named = sorted(named_in(text, span, scene.names))
        draft.add([name for at, name in named if is_person(name) and not _OF.search(text, span.start, at)])
