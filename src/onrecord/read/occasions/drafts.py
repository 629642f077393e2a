"""Occasions in the making: the phrases of a report gathered into happenings with their people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import OccasionType, Span, Statement
from onrecord.read.occasions.people import named_beside, named_in, same_person, speaker_name
from onrecord.read.occasions.phrases import Phrase
from onrecord.read.occasions.sentences import Sentence, sentence_at
from onrecord.read.occasions.times import find_times

FACING_THE_PRESS: frozenset[OccasionType] = frozenset({"joint press conference", "press conference", "briefing"})
# Happenings that reports tell of without anybody being quoted from them.
EVENTS: frozenset[OccasionType] = frozenset({"meeting", "phone call"})
_PAST_PERFECT = re.compile(
    r"\bhad\s+(?:\w+\s+)?(?:said|told|stated|added|announced|affirmed|declared|stressed|called|warned)\b"
)
_ANOTHER = re.compile(
    r"\b(?:separate(?:ly)?|another|later|earlier|this\s+time|subsequent(?:ly)?|meanwhile)\b", re.IGNORECASE
)
_EARLIER = re.compile(r"\b(?:earlier|previously|last|ago)\b", re.IGNORECASE)
_FAR = frozenset({"week", "month", "season", "year"})


@dataclass(slots=True)
class Draft:
    """An occasion while it is put together. `side` ones are told in passing: only their own sentences belong to them."""

    type: OccasionType
    evidence: list[Span]
    sentence: int
    people: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    interviewer: str | None = None
    side: bool = False

    def has(self, name: str | None) -> bool:
        """Whether the person takes part."""
        return name is not None and any(same_person(name, other) for other in (*self.people, *self.beside))

    def add(self, names: Sequence[str]) -> None:
        """Let persons take part who do not yet."""
        self.people += [name for name in names if name not in self.people]


@dataclass(frozen=True, slots=True)
class Scene:
    """A report as this package looks at it."""

    text: str
    narrative: str
    sentences: tuple[Sentence, ...]
    statements: tuple[Statement, ...]
    names: tuple[str, ...]

    def place_of(self, statement: Statement) -> int:
        """The number of the sentence in which the statement is ascribed."""
        return sentence_at(self.sentences, position(statement))


def position(statement: Statement) -> int:
    """Where a statement is ascribed: at its cue, else at its source, else where its content begins."""
    return (statement.cue or statement.source or statement.content[0]).start


def gather(scene: Scene, phrases: Sequence[tuple[int, Phrase]]) -> list[Draft]:
    """The drafts of a report: strong phrases open them, later ones may go on with one, weak ones fill the gaps."""
    drafts: list[Draft] = []
    for weak in (False, True):
        for number, phrase in phrases:
            if phrase.weak == weak:
                _take(scene, drafts, number, phrase)
    return sorted(drafts, key=lambda draft: draft.evidence[0])


def _take(scene: Scene, drafts: list[Draft], number: int, phrase: Phrase) -> None:
    people = _speaking(scene, number, phrase)
    side = _told_in_passing(scene, number)
    draft = _earlier_draft(scene, drafts, number, phrase, people, side)
    if draft is None:
        draft = Draft(phrase.type, [phrase.span], number, side=side, interviewer=phrase.outlet)
        drafts.append(draft)
    else:
        draft.evidence.append(phrase.span)
        if phrase.type == "joint press conference":
            draft.type = phrase.type
    draft.add(people)
    _seat(scene, draft, number, phrase)


def _earlier_draft(
    scene: Scene, drafts: Sequence[Draft], number: int, phrase: Phrase, people: Sequence[str], side: bool
) -> Draft | None:
    """The draft that the phrase goes on with, None when it opens one."""
    if phrase.weak and not side:
        own = [draft for draft in drafts if not draft.side and draft.type not in EVENTS | {"written statement"}]
        return next((draft for draft in own if any(draft.has(name) for name in people)), None)
    span = scene.sentences[number].span
    if phrase.separate or side or _ANOTHER.search(scene.narrative, span.start, phrase.span.end):
        return None
    for draft in reversed(drafts):
        alike = draft.type == phrase.type or {draft.type, phrase.type} <= FACING_THE_PRESS
        if alike and not draft.side and (phrase.definite or any(draft.has(name) for name in people)):
            return draft
    return None


def _speaking(scene: Scene, number: int, phrase: Phrase) -> list[str]:
    """Who speaks at the phrase's occasion: speakers of its sentence, else persons it names, else who spoke last."""
    own = [s for s in scene.statements if speaker_name(s) and scene.place_of(s) == number]
    if own:
        nearest = min(own, key=lambda statement: abs(position(statement) - phrase.span.start))
        return [name for name in (speaker_name(nearest),) if name]
    span = scene.sentences[number].span
    named = sorted(named_in(scene.narrative, span, scene.names))
    before = [name for at, name in named if at < phrase.span.start]
    if before or named:
        return before[-1:] or [named[0][1]]
    spoken = [s for s in scene.statements if speaker_name(s) and scene.place_of(s) < number]
    coming = [s for s in scene.statements if speaker_name(s) and scene.place_of(s) > number]
    nearest_one = spoken[-1:] or coming[:1]
    return [name for s in nearest_one if (name := speaker_name(s))]


def _seat(scene: Scene, draft: Draft, number: int, phrase: Phrase) -> None:
    """Seat those named beside the speaker, by the name that the report's statements use when there is one."""
    if draft.type not in FACING_THE_PRESS | EVENTS | {"interview"}:
        return
    span = scene.sentences[number].span
    for name in named_beside(
        scene.narrative, phrase.span.start if draft.type in FACING_THE_PRESS else span.start, span.end
    ):
        known = next((other for other in scene.names if same_person(name, other)), name)
        if known in scene.names:
            draft.add([known])
        elif not draft.has(known):
            draft.beside.append(known)
    if draft.type == "joint press conference":
        draft.add([name for _, name in named_in(scene.narrative, span, scene.names)])


def _told_in_passing(scene: Scene, number: int) -> bool:
    span = scene.sentences[number].span
    if _PAST_PERFECT.search(scene.narrative, span.start, span.end):
        return True
    return any(when.grain in _FAR for when in find_times(scene.narrative, None, span.start, span.end))
