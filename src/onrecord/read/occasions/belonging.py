"""To which of the occasions told in a report a statement belongs, or to none, by the signs of each pair."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from onrecord.model import Statement
from onrecord.read.occasions.drafts import FAR, Draft
from onrecord.read.occasions.elsewhere import is_elsewhere
from onrecord.read.occasions.people import is_body, speakers_of
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.sentences import sentence_at
from onrecord.read.occasions.told import is_hearsay, is_own_paper, is_said
from onrecord.read.occasions.voices import is_presumed

WEIGHTS = Path(__file__).with_name("belonging.json")
_PRONOUN = re.compile(r"(?:he|she|they|it|who|i|we)$", re.IGNORECASE)
_DEFINITE = re.compile(r"(?:the|his|her|its|their|this)\s", re.IGNORECASE)
_INDEFINITE = re.compile(r"(?:an?|one|another|some|several|two|three|many|most|few)\s", re.IGNORECASE)
_ASK = re.compile(r"ask|question|press(?:ed|ing)|wonder|wanted to know|wants to know", re.IGNORECASE)
_HAD = re.compile(r"had\b", re.IGNORECASE)
_HAS = re.compile(r"(?:has|have)\b", re.IGNORECASE)
_ANSWER = re.compile(r"(?:repl|answer|respond|retort|shot back|counter)", re.IGNORECASE)
_NOW = re.compile(r"\w+s$")
_NEAR, _FAR_OFF = 2, 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """An occasion told in the report, how surely, and whether a rule found it."""

    draft: Draft
    chance: float = 1.0
    ruled: bool = True


@dataclass
class History:
    """What was chosen so far, in text order: the statements and their candidates, None for no occasion."""

    said: list[tuple[Statement, int | None]] = field(default_factory=list)
    of: dict[str, tuple[Statement, int | None]] = field(default_factory=dict)

    def note(self, statement: Statement, choice: int | None) -> None:
        """Remember a choice."""
        self.said.append((statement, choice))
        if statement.speaker:
            self.of[statement.speaker.name] = (statement, choice)


def signs_of(
    scene: Scene,
    candidates: Sequence[Candidate],
    statement: Statement,
    history: History,
    ruled: Mapping[str, int] | None,
) -> list[list[str]]:
    """The signs of every candidate, and last those of none."""
    own = tuple(_statement_signs(scene, statement))
    sentence = scene.sentence_of(statement)
    within = sentence.span
    name = statement.speaker.name if statement.speaker else ""
    last = history.said[-1] if history.said else None
    before = history.of.get(name) if name else None
    begun = [candidate.draft.begun(within.end) for candidate in candidates]
    latest = max((at for at in begun if at is not None), default=None)
    has = [bool(name) and candidate.draft.has(name) for candidate in candidates]
    mine = max((at for at, h in zip(begun, has, strict=True) if at is not None and h), default=None)
    rows: list[list[str]] = []
    for number, candidate in enumerate(candidates):
        draft = candidate.draft
        position_sign, lines = _position(scene, draft, statement)
        seat = "has" if has[number] else "nospk" if not name else "open" if not draft.people else "not"
        prev = _prev(scene, statement, last, number)
        same = _same(before, number)
        recent = "latest" if begun[number] is not None and begun[number] == latest else "mine" if begun[number] is not None and begun[number] == mine else "older"
        between = _between(scene, history, draft, statement)
        evs = _evidence_speaker(scene, draft, statement)
        kind = draft.type
        marks = "".join(
            letter
            for letter, holds in (("s", draft.side), ("w", draft.whole or draft.main), ("h", scene.is_head(draft.evidence[0])))
            if holds
        )
        sure = f"{int(candidate.chance * 4.99)}"
        row = [
            f"t {kind}", f"p {position_sign}", f"l {lines}", f"h {seat}", f"v {prev}", f"s {same}", f"r {recent}",
            f"b {between}", f"e {evs}", f"m {marks}", f"c {sure}",
            f"tp {kind} {position_sign}", f"th {kind} {seat}", f"tv {kind} {prev}", f"tm {kind} {marks}",
            f"ph {position_sign} {seat}", f"pl {position_sign} {lines}", f"ps {position_sign} {same}", f"pv {position_sign} {prev}",
            f"pe {position_sign} {evs}", f"pc {position_sign} {sure}",
            f"hs {seat} {same}", f"hv {seat} {prev}", f"hr {seat} {recent}", f"hb {seat} {between}", f"hl {seat} {lines}",
            f"he {seat} {evs}", f"hm {seat} {marks}", f"sv {same} {prev}", f"lr {lines} {recent}", f"br {between} {recent}",
            f"hsv {seat} {same} {prev}", f"thp {kind} {seat} {position_sign}", f"hsr {seat} {same} {recent}",
        ]  # fmt: skip
        for sign in own:
            row += [
                f"{sign}|p {position_sign}",
                f"{sign}|h {seat}",
                f"{sign}|v {prev}",
                f"{sign}|t {kind}",
                f"{sign}|s {same}",
            ]
        if ruled is not None:
            yes = "yes" if ruled.get(statement.id) == number else "no"
            row += [f"R {yes}", f"R {yes} {sure}", f"R {yes} {kind}", f"R {yes} {seat}", f"R {yes} {position_sign}"]
        rows.append(row)
    here = any(within.contains(span) for c in candidates for span in c.draft.evidence)
    some = "any" if any(has) else "spk" if name else "nospk"
    prev = "first" if last is None else "none" if last[1] is None else "some"
    same = "first" if before is None else "none" if before[1] is None else "some"
    near = _prev(scene, statement, last, -1)
    row = [f"N here{int(here)}", f"N {some}", f"N v {near}", f"N s {same}", f"N {some} {same}", f"N {some} here{int(here)}", f"N {prev} {same}",
           f"N kind {scene.report.kind}"]  # fmt: skip
    for sign in own:
        row += [f"N {sign}", f"N {sign} {some}", f"N {sign} {same}", f"N {sign} here{int(here)}", f"N {sign} {near}"]
    if ruled is not None:
        none = "yes" if statement.id not in ruled else "no"
        row += [f"N R {none}", f"N R {none} {some}", f"N R {none} {same}"]
    rows.append(row)
    return rows


def _statement_signs(scene: Scene, statement: Statement) -> Iterator[str]:
    cue, source = scene.cue(statement), scene.source(statement)
    sentence = scene.sentence_of(statement)
    yield f"k {statement.kind}"
    yield f"f {statement.form}"
    if not cue:
        yield "q -"
    elif cue == ":" or cue == "-":
        yield "q :"
    elif is_hearsay(scene, statement):
        yield "q acc"
    elif _ASK.match(cue):
        yield "q ask"
    elif _HAD.match(cue):
        yield "q had"
    elif _HAS.match(cue):
        yield "q has"
    elif _ANSWER.match(cue):
        yield "q ans"
    else:
        yield "q s" if _NOW.match(cue.split()[0]) else "q ed"
    if not source:
        yield "o -"
    elif _PRONOUN.match(source):
        yield "o pro"
    elif statement.speaker is None:
        yield "o the?" if _DEFINITE.match(source) else "o a?" if _INDEFINITE.match(source) else "o ?"
    elif is_body(statement.speaker.name) or " " not in statement.speaker.name:
        yield "o body"
    else:
        yield "o the" if _DEFINITE.match(source) else "o name"
    if is_presumed(statement):
        yield "presumed"
    if sentence.block != "body":
        yield "head"
    if not is_said(scene, statement, whole=False):
        yield "unsaid"
    if is_own_paper(scene, statement):
        yield "paper"
    if is_elsewhere(scene, statement):
        yield "elsewhere"
    if any(when.grain in FAR for when in scene.times(sentence.span)):
        yield "far"


def _bucket(value: int) -> str:
    return str(value) if value <= _NEAR else "3" if value <= _FAR_OFF else "9"


def _position(scene: Scene, draft: Draft, statement: Statement) -> tuple[str, str]:
    """Where the draft's words stand beside the statement: in its sentence, before or behind, and how many lines off."""
    number = scene.places[statement.id]
    here = scene.sentences[number]
    at = position(statement)
    inside = [span for span in draft.evidence if here.span.contains(span)]
    if inside:
        near = min(inside, key=lambda span: abs(span.start - at))
        return ("in<" if near.start < at else "in>"), "in"
    before = draft.begun(here.span.start)
    if before is not None:
        told = sentence_at(scene.sentences, before)
        return f"-{_bucket(number - told)}", f"-{_bucket(here.line - scene.sentences[told].line)}"
    told = sentence_at(scene.sentences, min(span.start for span in draft.evidence))
    return f"+{_bucket(told - number)}", f"+{_bucket(scene.sentences[told].line - here.line)}"


def _prev(scene: Scene, statement: Statement, last: tuple[Statement, int | None] | None, number: int) -> str:
    if last is None:
        return "first"
    gap = scene.sentence_of(statement).line - scene.sentence_of(last[0]).line
    where = "0" if gap == 0 else "1" if gap == 1 else "2"
    told = "none" if last[1] is None else "this" if last[1] == number else "other"
    voice = "=" if last[0].speaker and statement.speaker and last[0].speaker.name == statement.speaker.name else "/"
    return told + where + voice


def _same(before: tuple[Statement, int | None] | None, number: int) -> str:
    if before is None:
        return "first"
    return "none" if before[1] is None else "this" if before[1] == number else "other"


def _between(scene: Scene, history: History, draft: Draft, statement: Statement) -> str:
    """How many statements of others were made since the draft's words."""
    start = draft.begun(position(statement))
    if start is None:
        return "-"
    count = 0
    for other, _ in reversed(history.said):
        if position(other) < start:
            break
        count += other.speaker != statement.speaker
    return str(min(count, 3))


def _evidence_speaker(scene: Scene, draft: Draft, statement: Statement) -> str:
    """Whether the speaker also speaks in the sentence that tells the occasion."""
    if statement.speaker is None:
        return "?"
    told = sentence_at(scene.sentences, draft.evidence[0].start)
    there = {name for s in scene.in_sentence(told) for name in speakers_of(s)}
    return "=" if statement.speaker.name in there else "/" if there else "0"


def choose(
    scene: Scene,
    candidates: Sequence[Candidate],
    ruled: Mapping[str, int] | None,
    fixed: Mapping[str, int],
    weigh: Callable[[list[str]], float] | None = None,
) -> dict[str, int]:
    """The number of the candidate of every statement that belongs to one; `fixed` are decided beforehand."""
    weigh = weigh or _weigh
    history, made = History(), dict[str, int]()
    if not candidates:
        return made
    for statement in scene.statements:
        choice: int | None
        if statement.id in fixed:
            choice = fixed[statement.id]
        else:
            scores = [weigh(row) for row in signs_of(scene, candidates, statement, history, ruled)]
            best = max(range(len(scores)), key=scores.__getitem__)
            choice = best if best < len(candidates) else None
        history.note(statement, choice)
        if choice is not None:
            made[statement.id] = choice
    return made


def _weigh(row: list[str]) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in row)


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
