"""From the phrases of a report to its occasions in the making: strong phrases open one, later ones go on with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import OccasionType, Span
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, FAR, Draft
from onrecord.read.occasions.media import PAPER
from onrecord.read.occasions.people import is_body, speakers_of
from onrecord.read.occasions.phrases import Phrase
from onrecord.read.occasions.places import find_place
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.seats import PAIR, find_speaking, seat_beside, seat_who_met
from onrecord.read.occasions.told import is_a_paper, is_own_paper

_UNSPOKEN: frozenset[OccasionType] = EVENTS | {"written statement"}
_PAST_PERFECT = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:said|told|stated|added|announced|affirmed|declared|stressed|called|warned|promised|described)\b"
)
_ANOTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|later|earlier|this\s+time|subsequent(?:ly)?|afterwards?|meanwhile)\b", re.IGNORECASE
)
# Who comes or goes speaks apart: "told reporters on his arrival".
_COMING = re.compile(
    r"\b(?:arrival|arriving|departure|departing|before\s+(?:leaving|boarding|departing|flying|heading|setting\s+off|entering|getting\s+into)|on\s+(?:his|her)\s+way|"
    r"as\s+(?:he|she)\s+(?:left|arrived|boarded|entered|emerged|departed))\b"
)
# "In a joint press conference later with ...": how far behind its words the sign of another occasion may end.
_AFTERTHOUGHT = 12
_WROTE = re.compile(
    r"\bwrote\b(?!\s+(?:to\b|(?:for|on\s+behalf\s+of)\s+(?:the\s+)?\w+|in\s+dissent|in\s+(?:an?|the|his|her|its|their)\b))"
)
_MEANWHILE = re.compile(r"[Mm]eanwhile\b|[Ee]lsewhere\b")
_STATEMENT = re.compile(
    r"(?:statement|letter|message|e-?mail|reply|readout|release|advisory|(?-i:post)|notice)$|^it$", re.IGNORECASE
)
_PHONE = re.compile(r"phone|video", re.IGNORECASE)
_MET = re.compile(r"met\b")


def gather(scene: Scene, phrases: Sequence[tuple[int, Phrase]]) -> list[Draft]:
    """The drafts of a report: strong phrases open them, later ones may go on with one, weak ones fill the gaps."""
    drafts: list[Draft] = []
    for weak in (False, True):
        for number, phrase in phrases:
            if phrase.weak == weak:
                take(scene, drafts, number, phrase)
    _take_writings(scene, drafts)
    seat_who_met(scene, drafts)
    return sorted(drafts, key=lambda draft: draft.evidence[0])


def _take_writings(scene: Scene, drafts: list[Draft]) -> None:
    """What a speaker "wrote" is a written statement, unless one is told of already."""
    for statement in scene.statements:
        names = speakers_of(statement)
        written = [draft for draft in drafts if draft.type == "written statement" and any(draft.has(n) for n in names)]
        if (
            names
            and statement.cue
            and not PAPER.search(names[0])
            and _WROTE.match(scene.report.text, statement.cue.start)
            and not written
        ):
            drafts.append(Draft("written statement", [statement.cue], list(names), side=True))
        papers = (draft for draft in drafts if draft.type == "written statement")
        if (
            statement.source
            and (_STATEMENT.search(scene.source(statement)) or is_a_paper(scene, statement))
            and is_own_paper(scene, statement)
            and (is_a_paper(scene, statement) or not any(d.begun(statement.content[0].end) is not None for d in papers))
        ):
            # "The statement concluded": whoever spoke last put it on paper.
            author = [] if is_a_paper(scene, statement) else scene.said_before(scene.places[statement.id])
            side = not any(map(is_body, author))
            drafts.append(Draft("written statement", [statement.source], author, side=side))


def take(scene: Scene, drafts: list[Draft], number: int, phrase: Phrase) -> None:
    """Let a phrase open a draft, or go on with one that it fits."""
    phrase = _conversation(drafts, phrase, phrase.span.of(scene.narrative))
    span = scene.sentences[number].span
    if _MET.match(scene.narrative, phrase.span.start) and any(when.grain in FAR for when in scene.times(span)):
        # "Torve met Velm in June": background.
        return
    people = find_speaking(scene, number, phrase)
    lead = scene.is_lead(number) and phrase.type not in EVENTS
    side = told_in_passing(scene, span, lead=lead) or _is_elsewhere(scene, drafts, number, phrase)
    end = min(span.end, phrase.span.end + _AFTERTHOUGHT)
    separate = phrase.separate or bool(_ANOTHER.search(scene.narrative, span.start, end))
    separate = separate or (phrase.weak and _COMING.search(scene.narrative, span.start, span.end) is not None)
    fresh = separate or side
    draft = _earlier_draft(drafts, phrase, people, fresh=fresh)
    if draft is None:
        draft = Draft(phrase.type, [phrase.span], side=side, separate=separate, interviewer=phrase.outlet)
        draft.loose, draft.chamber = phrase.weak, phrase.chamber
        draft.meanwhile = _is_meanwhile(scene, number, phrase, people)
        drafts.append(draft)
    else:
        draft.evidence.append(phrase.span)
        if phrase.type == "joint press conference":
            draft.type = phrase.type
    if len(draft.evidence) == 1 or not phrase.definite or any(s.speaker for s in scene.in_sentence(number)):
        draft.add(people)
    seat_beside(scene, draft, number, phrase)


def _is_elsewhere(scene: Scene, drafts: Sequence[Draft], number: int, phrase: Phrase) -> bool:
    """Whether "a briefing in Tolm on Sunday" is none of those told before, with a place and a day of its own."""
    if phrase.weak or phrase.definite or phrase.type not in FACING_THE_PRESS:
        return False
    place, days = _where_and_when(scene, scene.sentences[number].span, phrase.span)
    before = [draft for draft in drafts if draft.type in FACING_THE_PRESS and not draft.side]
    told = [_where_and_when(scene, scene.around(span), span) for draft in before for span in draft.evidence]
    places = {where for where, _ in told if where}
    known = {day for _, those in told for day in those}
    return bool(place and days and places) and place not in places and not days & known


def _where_and_when(scene: Scene, sentence: Span, words: Span) -> tuple[str | None, set[str]]:
    days = {when.weekday for when in scene.times(sentence) if when.weekday}
    return find_place(scene.narrative, sentence, words, scene.names), {str(day) for day in days}


def _is_meanwhile(scene: Scene, number: int, phrase: Phrase, people: Sequence[str]) -> bool:
    """Whether it happens elsewhere: "Meanwhile" opens its sentence, or the one before it by the same speaker."""
    for back in (0, 1):
        start, end = scene.sentences[max(0, number - back)].span.start, phrase.span.end
        said = back == 0 or any(name in people for name in scene.said_before(number))
        if said and _MEANWHILE.search(scene.narrative, start, end):
            return True
    return False


def _conversation(drafts: Sequence[Draft], phrase: Phrase, words: str) -> Phrase:
    """A "conversation" of which no word says that it was by phone: that of those who are told to have met."""
    if phrase.type != "phone call" or not words.endswith("conversation") or _PHONE.search(words):
        return phrase
    told = next((draft.type for draft in drafts if draft.type in EVENTS), phrase.type)
    return replace(phrase, type=told)


def _earlier_draft(drafts: Sequence[Draft], phrase: Phrase, people: Sequence[str], *, fresh: bool) -> Draft | None:
    """The draft that the phrase goes on with, None when it opens one."""
    if phrase.weak and not fresh:
        own = [draft for draft in drafts if not draft.side and draft.type not in _UNSPOKEN]
        open_ones = [draft for draft in own if draft.type == "joint press conference" and draft.seats() < PAIR]
        # "Told reporters" goes on with no speech, "told the crowd" may with either; neither does with an interview.
        fitting = [d for d in own if d.type in FACING_THE_PRESS or d.type == phrase.type == "speech"]
        theirs = [draft for draft in fitting if any(draft.has(name) for name in people)]
        return next(iter([*theirs, *open_ones]), None)
    if fresh:
        return None
    for draft in reversed(drafts):
        alike = draft.type == phrase.type or {draft.type, phrase.type} <= FACING_THE_PRESS
        known = not draft.people or any(draft.has(name) for name in people) or (draft.chamber and phrase.chamber)
        if alike and not draft.side and (phrase.definite or known):
            return draft
    return None


def told_in_passing(scene: Scene, span: Span, *, lead: bool) -> bool:
    """Whether it lies before what the report is about; what a report opens with does not, however long ago."""
    if _PAST_PERFECT.search(scene.narrative, span.start, span.end):
        return True
    return not lead and any(when.grain in FAR for when in scene.times(span))
