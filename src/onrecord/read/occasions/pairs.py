"""The signs of a statement beside an occasion told in its report: where it is told, who speaks, what came before."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.model import Statement
from onrecord.read.occasions.drafts import FAR, Candidate, Draft
from onrecord.read.occasions.elsewhere import is_elsewhere
from onrecord.read.occasions.people import is_body, speakers_of
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.sentences import sentence_at
from onrecord.read.occasions.told import is_hearsay, is_own_paper, is_said
from onrecord.read.occasions.voices import is_presumed

_PRONOUN = re.compile(r"(?:he|she|they|it|who|i|we)$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|his|her|its|their|this)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|several|two|three|many|most|few)\s", re.IGNORECASE)
# What a cue does, the first that fits.
_CUES = (
    ("ask", re.compile(r"ask|question|press(?:ed|ing)|wonder|want(?:ed|s)\s+to\s+know", re.IGNORECASE)),
    ("had", re.compile(r"had\b", re.IGNORECASE)),
    ("has", re.compile(r"(?:has|have)\b", re.IGNORECASE)),
    ("ans", re.compile(r"repl|answer|respond|retort|shot\s+back|counter", re.IGNORECASE)),
    ("s", re.compile(r"\w+s\b")),
)
# Distances up to the first are told apart, those up to the second are one, and so are those beyond.
_NEAR, _MIDDLE = 2, 6
_FIRST_LINES = 2
_MOST = 3
# A chance is one of so many steps.
_STEPS = 4.99


class Pair(NamedTuple):
    """A statement beside a candidate.

    `kind` is the occasion's type, `position` and `lines` how far its words stand off, `seat` whether the speaker takes
    part, `prev` what the statement before was put to, `same` what the speaker's last one was, `recent` whether the
    occasion was spoken of last, `between` how many statements of others were made since, `told` whether the speaker
    speaks where it is told, `marks` what the draft is, `sure` its chance, `alone` how many candidates the speaker takes
    part in, `voice` how the source names the speaker.
    """

    kind: str
    position: str
    seat: str
    prev: str
    same: str
    lines: str
    recent: str
    between: str
    told: str
    marks: str
    sure: str
    alone: str
    voice: str


class Alone(NamedTuple):
    """A statement beside no occasion: the report's kind, and what is told of others where it stands."""

    kind: str
    here: str
    seat: str
    prev: str
    near: str
    same: str
    surest: str
    voice: str


@dataclass(frozen=True, slots=True)
class Told:
    """What holds of a candidate whatever statement stands beside it: where its words begin, and who speaks there."""

    draft: Draft
    starts: tuple[int, ...]
    first: int
    within: frozenset[int]
    voices: frozenset[str]
    marks: str
    sure: str
    chance: float

    @classmethod
    def of(cls, scene: Scene, candidate: Candidate) -> Told:
        """Look at a candidate."""
        draft = candidate.draft
        starts = sorted(span.start for span in (*draft.evidence, *draft.again))
        first = sentence_at(scene.sentences, draft.evidence[0].start)
        there = scene.in_sentence(first)
        return cls(
            draft=draft,
            starts=tuple(starts),
            first=first,
            within=frozenset(sentence_at(scene.sentences, start) for start in starts),
            voices=frozenset(name for other in there for name in speakers_of(other)),
            marks=_marks(scene, draft),
            sure=str(int(candidate.chance * _STEPS)),
            chance=candidate.chance,
        )

    def begun(self, end: int) -> int | None:
        """Where it was last spoken of before `end`."""
        at = bisect_left(self.starts, end)
        return self.starts[at - 1] if at else None


@dataclass
class History:
    """What was chosen so far, in text order: the statements and their candidates, None for no occasion."""

    said: list[tuple[Statement, int | None]] = field(default_factory=list)
    of: dict[str, int | None] = field(default_factory=dict)
    seats: dict[str, list[bool]] = field(default_factory=dict)

    def note(self, statement: Statement, choice: int | None) -> None:
        """Remember a choice."""
        self.said.append((statement, choice))
        if statement.speaker:
            self.of[statement.speaker.name] = choice


def look_at(
    scene: Scene, told: Sequence[Told], statement: Statement, own: tuple[str, ...], history: History
) -> tuple[list[Pair], Alone]:
    """The statement beside every candidate, and beside none."""
    number, at = scene.places[statement.id], position(statement)
    here = scene.sentences[number]
    name = statement.speaker.name if statement.speaker else ""
    last = history.said[-1] if history.said else None
    near = _nearness(scene, statement, last)
    begun = [one.begun(here.span.end) for one in told]
    has = _seated(told, name, history)
    latest = max((start for start in begun if start is not None), default=None)
    mine = max((s for s, seated in zip(begun, has, strict=True) if s is not None and seated), default=None)
    alone, voice = str(min(sum(has), _MOST)), next(sign for sign in own if sign.startswith("o "))
    pairs: list[Pair] = []
    for choice, (one, since, seated) in enumerate(zip(told, begun, has, strict=True)):
        where, lines = _position(scene, one, number, at)
        pairs.append(
            Pair(
                kind=one.draft.type,
                position=where,
                seat="has" if seated else "nospk" if not name else "open" if not one.draft.people else "not",
                prev="first" if last is None else _chosen(last[1], choice) + near,
                same=_chosen(history.of[name], choice) if name in history.of else "first",
                lines=lines,
                recent="older"
                if since is None
                else "latest"
                if since == latest
                else "mine"
                if since == mine
                else "older",
                between=_between(history, one, statement, at),
                told="?" if not name else "=" if name in one.voices else "/" if one.voices else "0",
                marks=one.marks,
                sure=one.sure,
                alone=alone,
                voice=voice,
            )
        )
    inside = [one.chance for one in told if number in one.within]
    chosen = history.of.get(name)
    return pairs, Alone(
        kind=scene.report.kind or "",
        here="here1" if inside else "here0",
        seat="any" if any(has) else "spk" if name else "nospk",
        prev="first" if last is None else "none" if last[1] is None else "some",
        near="first" if last is None else _chosen(last[1], -1) + near,
        same="first" if name not in history.of else "none" if chosen is None else "some",
        surest=str(int(max(inside, default=0.0) * _STEPS)),
        voice=voice,
    )


def _seated(told: Sequence[Told], name: str, history: History) -> list[bool]:
    found = history.seats.get(name)
    if found is None:
        found = history.seats[name] = [bool(name) and one.draft.has(name) for one in told]
    return found


# The signs of a pair in groups: the fields that one looks at, and the signs that they make alone and together.
_GROUPS: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = (
    (("kind", "position", "seat", "sure"), ("0", "1", "2", "3", "01", "02", "12", "13", "021", "013")),
    (("seat", "same", "prev", "kind"), ("1", "2", "01", "02", "12", "32", "012", "302")),
    (("seat", "lines", "recent", "kind"), ("1", "2", "01", "02", "12", "301")),
    (("seat", "between", "recent"), ("1", "01", "12")),
    (("position", "lines", "same"), ("01", "02")),
    (("position", "told", "seat"), ("1", "01", "12")),
    (("position", "prev"), ("01",)),
    (("kind", "seat", "marks"), ("2", "02", "12", "012")),
    (("seat", "alone", "position"), ("01", "012")),
    (("seat", "same", "recent"), ("012",)),
    (("voice", "same", "prev"), ("012",)),
    (("voice", "seat", "recent", "prev"), ("0123",)),
)
PICKS = tuple(tuple(Pair._fields.index(name) for name in names) for names, _ in _GROUPS)


def group_signs(group: int, values: tuple[str, ...]) -> list[str]:
    """The signs of one group, each named by its fields."""
    names, together = _GROUPS[group]
    return [" ".join([*(names[int(at)] for at in places), *(values[int(at)] for at in places)]) for places in together]


def pair_signs(pair: Pair) -> list[str]:
    """The signs of a statement beside a candidate, each by itself and some together."""
    return [
        sign for group, picks in enumerate(PICKS) for sign in group_signs(group, tuple(pair[pick] for pick in picks))
    ]


def crossed_signs(own: tuple[str, ...], pair: Pair) -> list[str]:
    """The signs of the statement itself, each beside some of the candidate's."""
    tags = (f"t {pair.kind}", f"p {pair.position}", f"h {pair.seat}", f"v {pair.prev}", f"s {pair.same}")
    return [f"{sign}|{tag}" for sign in own for tag in tags]


def alone_signs(own: tuple[str, ...], alone: Alone) -> list[str]:
    """The signs of a statement that belongs to none."""
    kind, here, seat, prev, near, same, surest, voice = alone
    found = [
        f"N {here}", f"N {seat}", f"N v {near}", f"N s {same}", f"N {seat} {same}", f"N {seat} {here}",
        f"N {prev} {same}", f"N kind {kind}", f"N {voice} {same} {near}", f"N {voice} {same} {seat} {here}",
        f"N surest {surest}",
    ]  # fmt: skip
    for sign in own:
        found += [f"N {sign}", f"N {sign} {seat}", f"N {sign} {same}", f"N {sign} {here}", f"N {sign} {near}"]
    return found


def statement_signs(scene: Scene, statement: Statement) -> tuple[str, ...]:
    """What a statement is by itself: its kind, its form, what its cue does, how its source names the speaker."""
    cue, sentence = scene.cue(statement), scene.sentence_of(statement)
    if not cue or cue in (":", "-"):
        does = ":" if cue else "-"
    elif is_hearsay(scene, statement):
        does = "acc"
    else:
        does = next((name for name, pattern in _CUES if pattern.match(cue)), "ed")
    marks = {
        "presumed": is_presumed(statement),
        "head": sentence.block != "body",
        "unsaid": not is_said(scene, statement, whole=False),
        "paper": is_own_paper(scene, statement),
        "elsewhere": is_elsewhere(scene, statement),
        "far": any(when.grain in FAR for when in scene.times(sentence.span)),
    }
    return (
        f"k {statement.kind}",
        f"f {statement.form}",
        f"q {does}",
        f"o {_voice(scene, statement)}",
        *(mark for mark, holds in marks.items() if holds),
    )


def _voice(scene: Scene, statement: Statement) -> str:
    """How the source names the speaker."""
    source, speaker = scene.source(statement), statement.speaker
    if not source or _PRONOUN.match(source):
        return "pro" if source else "-"
    if speaker is None:
        return "the?" if _DEFINITE.match(source) else "a?" if _INDEFINITE.match(source) else "?"
    if is_body(speaker.name) or " " not in speaker.name:
        return "body"
    return "the" if _DEFINITE.match(source) else "name"


def _position(scene: Scene, told: Told, number: int, at: int) -> tuple[str, str]:
    """Where the draft's words stand: in the statement's sentence, or how many sentences and lines before or behind."""
    here = scene.sentences[number]
    inside = [start for start in told.starts if here.span.start <= start < here.span.end]
    if inside:
        return ("in<" if min(inside, key=lambda start: abs(start - at)) < at else "in>"), "in"
    before = told.begun(here.span.start)
    other = told.first if before is None else sentence_at(scene.sentences, before)
    sign = "+" if before is None else "-"
    lines = scene.sentences[other].line - here.line
    return sign + _bucket(abs(other - number)), sign + _bucket(abs(lines))


def _bucket(distance: int) -> str:
    return str(distance) if distance <= _NEAR else "3" if distance <= _MIDDLE else "9"


def _chosen(choice: int | None, number: int) -> str:
    return "none" if choice is None else "this" if choice == number else "other"


def _nearness(scene: Scene, statement: Statement, last: tuple[Statement, int | None] | None) -> str:
    """How many lines the statement before stands off, and whether the same voice made it."""
    if last is None:
        return ""
    before = last[0]
    gap = scene.sentence_of(statement).line - scene.sentence_of(before).line
    alike = before.speaker and statement.speaker and before.speaker.name == statement.speaker.name
    return f"{min(gap, _NEAR)}{'=' if alike else '/'}"


def _between(history: History, told: Told, statement: Statement, at: int) -> str:
    """How many statements of others were made since the draft's words."""
    start = told.begun(at)
    if start is None:
        return "-"
    count = 0
    for other, _ in reversed(history.said):
        if count == _MOST or position(other) < start:
            break
        count += other.speaker != statement.speaker
    return str(count)


def _marks(scene: Scene, draft: Draft) -> str:
    """What the draft is: told in passing, the report as a whole, in a headline, in the first lines."""
    first = draft.evidence[0]
    marks = {
        "s": draft.side,
        "w": draft.whole or draft.main,
        "h": scene.is_head(first),
        "f": scene.line_of(first) <= _FIRST_LINES,
    }
    return "".join(mark for mark, holds in marks.items() if holds)
