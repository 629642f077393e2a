"""The signs of a statement beside an occasion told in its report: where its words stand, who speaks, what came before."""

from __future__ import annotations

import re
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


@dataclass
class History:
    """What was chosen so far, in text order: the statements and their candidates, None for no occasion."""

    said: list[tuple[Statement, int | None]] = field(default_factory=list)
    of: dict[str, int | None] = field(default_factory=dict)

    def note(self, statement: Statement, choice: int | None) -> None:
        """Remember a choice."""
        self.said.append((statement, choice))
        if statement.speaker:
            self.of[statement.speaker.name] = choice


def look_at(
    scene: Scene,
    candidates: Sequence[Candidate],
    statement: Statement,
    own: tuple[str, ...],
    history: History,
) -> tuple[list[Pair], Alone]:
    """The statement beside every candidate, and beside none."""
    within = scene.sentence_of(statement).span
    name = statement.speaker.name if statement.speaker else ""
    last = history.said[-1] if history.said else None
    near = _nearness(scene, statement, last)
    begun = [candidate.draft.likely_begun(within.end) for candidate in candidates]
    has = [bool(name) and candidate.draft.has(name) for candidate in candidates]
    latest = max((at for at in begun if at is not None), default=None)
    mine = max((at for at, seated in zip(begun, has, strict=True) if at is not None and seated), default=None)
    alone, voice = str(min(sum(has), _MOST)), next(sign for sign in own if sign.startswith("o "))
    pairs: list[Pair] = []
    for number, candidate in enumerate(candidates):
        draft, at = candidate.draft, begun[number]
        where, lines = _position(scene, draft, statement)
        pairs.append(
            Pair(
                kind=draft.type,
                position=where,
                seat="has" if has[number] else "nospk" if not name else "open" if not draft.people else "not",
                prev="first" if last is None else _chosen(last[1], number) + near,
                same=_chosen(history.of[name], number) if name in history.of else "first",
                lines=lines,
                recent="older" if at is None else "latest" if at == latest else "mine" if at == mine else "older",
                between=_between(history, draft, statement),
                told=_told(scene, draft, statement),
                marks=_marks(scene, draft),
                sure=str(int(candidate.chance * _STEPS)),
                alone=alone,
                voice=voice,
            )
        )
    inside = [c.chance for c in candidates if any(map(within.contains, (*c.draft.evidence, *c.draft.again)))]
    chosen = history.of.get(name) if name in history.of else None
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


def pair_signs(pair: Pair) -> list[str]:
    """The signs of a statement beside a candidate, each by itself and some together."""
    k, p, h, v, s, n, r, b, e, m, c, u, o = pair
    return [
        f"t {k}", f"p {p}", f"l {n}", f"h {h}", f"v {v}", f"s {s}", f"r {r}", f"b {b}", f"e {e}", f"m {m}", f"c {c}",
        f"tp {k} {p}", f"th {k} {h}", f"tv {k} {v}", f"tm {k} {m}", f"ph {p} {h}", f"pl {p} {n}", f"ps {p} {s}",
        f"pv {p} {v}", f"pe {p} {e}", f"pc {p} {c}", f"hs {h} {s}", f"hv {h} {v}", f"hr {h} {r}", f"hb {h} {b}",
        f"hl {h} {n}", f"he {h} {e}", f"hm {h} {m}", f"sv {s} {v}", f"lr {n} {r}", f"br {b} {r}", f"hsv {h} {s} {v}",
        f"thp {k} {h} {p}", f"hsr {h} {s} {r}", f"thv {k} {h} {v}", f"thm {k} {h} {m}", f"thl {k} {h} {n}",
        f"tpc {k} {p} {c}", f"u {h} {u}", f"up {p} {u} {h}", f"osv {o} {s} {v}", f"osr {o} {h} {r} {v}",
    ]  # fmt: skip


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


def _position(scene: Scene, draft: Draft, statement: Statement) -> tuple[str, str]:
    """Where the draft's words stand: in the statement's sentence, or how many sentences and lines before or behind."""
    number, at = scene.places[statement.id], position(statement)
    here = scene.sentences[number]
    inside = [span.start for span in (*draft.evidence, *draft.again) if here.span.contains(span)]
    if inside:
        return ("in<" if min(inside, key=lambda start: abs(start - at)) < at else "in>"), "in"
    before = draft.likely_begun(here.span.start)
    told = sentence_at(scene.sentences, draft.evidence[0].start if before is None else before)
    sign = "+" if before is None else "-"
    return tuple(  # type: ignore[return-value]
        sign + _bucket(abs(off)) for off in (told - number, scene.sentences[told].line - here.line)
    )


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


def _between(history: History, draft: Draft, statement: Statement) -> str:
    """How many statements of others were made since the draft's words."""
    start = draft.likely_begun(position(statement))
    if start is None:
        return "-"
    count = 0
    for other, _ in reversed(history.said):
        if position(other) < start or count == _MOST:
            break
        count += other.speaker != statement.speaker
    return str(count)


def _told(scene: Scene, draft: Draft, statement: Statement) -> str:
    """Whether the speaker also speaks in the sentence that tells the occasion."""
    if statement.speaker is None:
        return "?"
    there = scene.in_sentence(sentence_at(scene.sentences, draft.evidence[0].start))
    names = {name for other in there for name in speakers_of(other)}
    return "=" if statement.speaker.name in names else "/" if names else "0"


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
