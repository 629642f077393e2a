"""Occasions in the making: the phrases of a report gathered into happenings with their people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.model import OccasionType, Span
from onrecord.read.occasions import wording
from onrecord.read.occasions.listeners import is_asker
from onrecord.read.occasions.media import PAPER
from onrecord.read.occasions.people import (
    is_body,
    is_person,
    named_beside,
    named_in,
    persons_of,
    same_person,
    speakers_of,
)
from onrecord.read.occasions.phrases import Phrase
from onrecord.read.occasions.places import find_place
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.told import is_a_paper, is_own_paper

FACING_THE_PRESS: frozenset[OccasionType] = frozenset({"joint press conference", "press conference", "briefing"})
# Happenings that reports tell of without anybody being quoted from them.
EVENTS = wording.EVENTS
_UNSPOKEN: frozenset[OccasionType] = EVENTS | {"written statement"}
# "The joint press conference that followed": of those who met before.
_FOLLOWED = re.compile(r"\b(?:followed|following|after|afterwards?)\b", re.IGNORECASE)
_PAST_PERFECT = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:said|told|stated|added|announced|affirmed|declared|stressed|called|warned|promised|described)\b"
)
_ANOTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|later|earlier|this\s+time|subsequent(?:ly)?|afterwards?|meanwhile)\b", re.IGNORECASE
)
_SUBJECT = re.compile(
    r"\b(?:he|she|they|the\s+(?:\w+\s+)?(?:minister|president|envoy|official|diplomat|premier|leader|secretary|chancellor|ambassador|"
    r"speaker|governor|mayor|chief|head|director|commissioner|spokesman|spokeswoman|king|queen|bishop|general|councillor|senator))\b",
    re.IGNORECASE,
)
# Who comes or goes speaks apart: "told reporters on his arrival".
_COMING = re.compile(
    r"\b(?:arrival|arriving|departure|departing|before\s+(?:leaving|boarding|departing|flying|heading|setting\s+off|entering|getting\s+into)|on\s+(?:his|her)\s+way|"
    r"as\s+(?:he|she)\s+(?:left|arrived|boarded|entered|emerged|departed))\b"
)
# "In a joint press conference later with ...": how far behind its words the sign of another occasion may end.
_AFTERTHOUGHT = 12
_SAME = re.compile(r"\bsame\b")
# "Dara Velm of Upper Tesh", "in Port Sable": places, though they speak elsewhere in the report.
_OF = re.compile(r"\b(?:of|in|at|from|the)\s+(?:\w+\s+)?$")
_WROTE = re.compile(
    r"\bwrote\b(?!\s+(?:to\b|(?:for|on\s+behalf\s+of)\s+(?:the\s+)?\w+|in\s+dissent|in\s+(?:an?|the|his|her|its|their)\b))"
)
_MEANWHILE = re.compile(r"[Mm]eanwhile\b|[Ee]lsewhere\b")
_STATEMENT = re.compile(r"(?:statement|letter|message|e-?mail)$|^it$", re.IGNORECASE)
_PHONE = re.compile(r"phone|video", re.IGNORECASE)
_NOBODY = re.compile(
    r"^(?:an?|one|another|some|several|two|three|many)\b|\b(?:sources?|insiders?|officials?|aides?|advisers?|diplomats|spokes\w+)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    rf"{_NOBODY.pattern}|^(?:the|both|all|most)\s+(?:[\w-]+\s+)?(?:[\w-]+s|men|women|people)$", re.IGNORECASE
)
_MET = re.compile(r"met\b")
_AND = re.compile(r"\band\b")
# A joint press conference has two at least.
_PAIR = 2
# Times that lie behind the report: what was said then is told in passing.
FAR = frozenset({"week", "month", "season", "year"})


@dataclass(slots=True)
class Draft:
    """An occasion while it is put together.

    `side` ones are told in passing: only what follows on them is theirs. `separate` ones stand beside another,
    `meanwhile` ones somewhere else; `loose` ones rest on a weak phrase ("told reporters").
    `main` is the meeting or call that a readout tells of, `chamber` a speech to a parliament or council, `whole` a
    paper or transcript that is one occasion from its title on.
    """

    type: OccasionType
    evidence: list[Span]
    people: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    interviewer: str | None = None
    side: bool = False
    separate: bool = False
    meanwhile: bool = False
    loose: bool = False
    whole: bool = False
    main: bool = False
    chamber: bool = False

    def has(self, name: str, *, asking: bool = True) -> bool:
        """Whether the person takes part, the interviewer too unless `asking` is false."""
        seated = (*self.people, *self.beside, *([self.interviewer] if self.interviewer and asking else []))
        return bool(name.strip()) and any(same_person(person, other) for person in persons_of(name) for other in seated)

    def add(self, names: Sequence[str]) -> None:
        """Let persons take part who do not yet."""
        self.people += [name for name in names if not self.has(name)]

    def seats(self) -> int:
        """How many are known to take part."""
        return len(self.people) + len(self.beside)

    def begun(self, end: int) -> int | None:
        """Where it was last spoken of before `end`, None when that comes later."""
        return max((span.start for span in self.evidence if span.start < end), default=None)


def gather(scene: Scene, phrases: Sequence[tuple[int, Phrase]]) -> list[Draft]:
    """The drafts of a report: strong phrases open them, later ones may go on with one, weak ones fill the gaps."""
    drafts: list[Draft] = []
    for weak in (False, True):
        for number, phrase in phrases:
            if phrase.weak == weak:
                _take(scene, drafts, number, phrase)
    _take_writings(scene, drafts)
    _seat_who_met(scene, drafts)
    return sorted(drafts, key=lambda draft: draft.evidence[0])


def _seat_who_met(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Who met sits at the joint press conference that followed."""
    met = [name for draft in drafts if draft.type in EVENTS and not draft.side for name in draft.people]
    for draft in drafts:
        own = [scene.around(span) for span in draft.evidence]
        follows = any(_FOLLOWED.search(scene.narrative, span.start, span.end) for span in own)
        if draft.type == "joint press conference" and follows:
            draft.add(met)


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


def _take(scene: Scene, drafts: list[Draft], number: int, phrase: Phrase) -> None:
    phrase = _conversation(drafts, phrase, phrase.span.of(scene.narrative))
    span = scene.sentences[number].span
    if _MET.match(scene.narrative, phrase.span.start) and any(when.grain in FAR for when in scene.times(span)):
        # "Torve met Velm in June": background.
        return
    people = _speaking(scene, number, phrase)
    if phrase.type == "press conference" and scene.is_head(phrase.span) and _is_pair(scene, span, people):
        phrase = replace(phrase, type="joint press conference")
    lead = scene.is_lead(number) and phrase.type not in EVENTS
    side = _told_in_passing(scene, span, lead=lead) or _is_elsewhere(scene, drafts, number, phrase)
    end = min(span.end, phrase.span.end + _AFTERTHOUGHT)
    separate = phrase.separate or bool(_ANOTHER.search(scene.narrative, span.start, end))
    separate = separate or (phrase.weak and _COMING.search(scene.narrative, span.start, span.end) is not None)
    fresh = separate or side
    draft = _of_headline(scene, drafts, phrase, fresh=fresh) or _earlier_draft(drafts, phrase, people, fresh=fresh)
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
    _seat(scene, draft, number, phrase)


def _is_pair(scene: Scene, span: Span, people: Sequence[str]) -> bool:
    """Whether a headline names two by "and": "Torve and Velm meet the press"."""
    at = sorted(at for at, name in named_in(scene.narrative, span, people) if is_person(name) and not is_body(name))
    return len(at) >= _PAIR and _AND.search(scene.narrative, at[0], at[-1]) is not None


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


def _of_headline(scene: Scene, drafts: Sequence[Draft], phrase: Phrase, *, fresh: bool) -> Draft | None:
    """The meeting or call of which so far a headline alone told, whomever it named."""
    alike = (draft for draft in drafts if draft.type == phrase.type and phrase.type in EVENTS and not fresh)
    return next((draft for draft in alike if all(scene.is_head(span) for span in draft.evidence)), None)


def _earlier_draft(drafts: Sequence[Draft], phrase: Phrase, people: Sequence[str], *, fresh: bool) -> Draft | None:
    """The draft that the phrase goes on with, None when it opens one."""
    if phrase.weak and not fresh:
        own = [draft for draft in drafts if not draft.side and draft.type not in _UNSPOKEN]
        open_ones = [draft for draft in own if draft.type == "joint press conference" and draft.seats() < _PAIR]
        # "Told reporters" goes on with no speech and no interview; "told the crowd" may.
        fitting = [draft for draft in own if phrase.type == "speech" or draft.type in FACING_THE_PRESS]
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


def _speaking(scene: Scene, number: int, phrase: Phrase) -> list[str]:
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
        return named[:1]
    if _SUBJECT.search(scene.narrative, sentence.span.start, phrase.span.end):
        return scene.said_before(number) or scene.said_after(number)
    return named[:1] or scene.said_after(number)


def _seat(scene: Scene, draft: Draft, number: int, phrase: Phrase) -> None:
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
        elif not draft.has(name):
            draft.beside.append(name)
    if draft.type == "joint press conference" or draft.type in EVENTS:
        named = sorted(named_in(text, span, scene.names))
        draft.add([name for at, name in named if is_person(name) and not _OF.search(text, span.start, at)])


def _told_in_passing(scene: Scene, span: Span, *, lead: bool) -> bool:
    """Whether it lies before what the report is about; what a report opens with does not, however long ago."""
    if _PAST_PERFECT.search(scene.narrative, span.start, span.end):
        return True
    return not lead and any(when.grain in FAR for when in scene.times(span))
