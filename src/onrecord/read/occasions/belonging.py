"""To which of the occasions told in a report a statement belongs, or to none.

A log-linear model over the candidates and none (Berger, Della Pietra, Della Pietra 1996), read from the text's start to
its end with what was chosen before among the signs (`pairs.py`). Fitted by `training/belonging.py`; the weights are in
`belonging.json`, and what they are worth in `TELLINGS_CARD.md` beside it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from operator import itemgetter
from pathlib import Path

from onrecord.model import Statement
from onrecord.read.occasions.drafts import Candidate
from onrecord.read.occasions.pairs import (
    PICKS,
    Alone,
    History,
    Pair,
    Told,
    alone_signs,
    crossed_signs,
    group_signs,
    look_at,
    pair_signs,
    statement_signs,
)
from onrecord.read.occasions.scene import Scene

WEIGHTS = Path(__file__).with_name("belonging.json")
# What the rules' word is worth: for an occasion, from none to all of how likely its sentence tells it, and for none
# (right of press, which the rules were made on, and of 28 and 14 reports that they were not: .5, 2, .5: 95.9, 62.7 and
# 62.5 %; these: 96.1, 62.0 and 61.5; the rules alone: 96.5, 46.2 and 49.1).
RULED, RULED_SURELY, RULED_NONE = 1.0, 2.0, 1.0
_REMEMBERED = 1 << 15
_PICKERS = tuple((group, itemgetter(*picks)) for group, picks in enumerate(PICKS))


def signs_of(scene: Scene, told: Sequence[Told], statement: Statement, history: History) -> list[list[str]]:
    """The signs of every candidate for a statement, and last those of none."""
    own = statement_signs(scene, statement)
    return _rows(own, *look_at(scene, told, statement, own, history))


def _rows(own: tuple[str, ...], pairs: Sequence[Pair], alone: Alone) -> list[list[str]]:
    return [[*pair_signs(pair), *crossed_signs(own, pair)] for pair in pairs] + [alone_signs(own, alone)]


def choose(
    scene: Scene,
    candidates: Sequence[Candidate],
    ruled: Mapping[str, int] | None,
    fixed: Mapping[str, int],
    weights: Mapping[str, float] | None = None,
) -> dict[str, int]:
    """The number of the candidate of every statement (by id) that belongs to one.

    `ruled` is what the rules would choose, None to leave them unheard, `fixed` what is decided beforehand.
    """
    made: dict[str, int] = {}
    if not candidates:
        return made
    history, none = History(), len(candidates)
    told = [Told.of(scene, candidate) for candidate in candidates]
    for statement in scene.statements:
        choice = fixed.get(statement.id)
        if choice is None:
            own = statement_signs(scene, statement)
            pairs, alone = look_at(scene, told, statement, own, history)
            scores = _weigh(own, pairs, alone) if weights is None else _weigh_by(weights, own, pairs, alone)
            ruled_to = none if ruled is None else ruled.get(statement.id, none)
            if ruled is not None and ruled_to == none:
                scores[none] += RULED_NONE
            elif ruled is not None:
                scores[ruled_to] += RULED + RULED_SURELY * candidates[ruled_to].chance
            barred = [n for n, pair in enumerate(pairs) if n != ruled_to and _is_barred(own, pair, ruled_to != none)]
            for number in barred:
                scores[number] = -math.inf
            best = max(range(len(scores)), key=scores.__getitem__)
            choice = None if best == none else best
        history.note(statement, choice)
        if choice is not None:
            made[statement.id] = choice
    return made


def _is_barred(own: tuple[str, ...], pair: Pair, ruled: bool) -> bool:
    """Whether no speech is put to anything but a meeting that decides, or words of elsewhere to what is told apart.

    Nor do words that the rules put to another occasion go back to one told in passing some lines before.
    """
    if "unsaid" in own and pair.kind != "meeting":
        return True
    passing = "s" in pair.marks and pair.lines not in ("in", "-0")
    return ("elsewhere" in own and pair.lines != "in") or (ruled and passing)


def _weigh(own: tuple[str, ...], pairs: Sequence[Pair], alone: Alone) -> list[float]:
    """The worth of every candidate and of none; what was summed before is remembered, since signs come again."""
    return [*(_pair_worth(pair) + _crossed_worth(own, *pair[:5]) for pair in pairs), _alone_worth(own, alone)]


def _weigh_by(weights: Mapping[str, float], own: tuple[str, ...], pairs: Sequence[Pair], alone: Alone) -> list[float]:
    return [sum(weights.get(sign, 0.0) for sign in row) for row in _rows(own, pairs, alone)]


def _pair_worth(pair: Pair) -> float:
    return sum([_group_worth(group, pick(pair)) for group, pick in _PICKERS])


@lru_cache(maxsize=_REMEMBERED)
def _group_worth(group: int, values: tuple[str, ...]) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in group_signs(group, values))


@lru_cache(maxsize=_REMEMBERED)
def _crossed_worth(own: tuple[str, ...], kind: str, position: str, seat: str, prev: str, same: str) -> float:
    return sum(_sign_worth(own, tag) for tag in (f"t {kind}", f"p {position}", f"h {seat}", f"v {prev}", f"s {same}"))


@lru_cache(maxsize=_REMEMBERED)
def _sign_worth(own: tuple[str, ...], tag: str) -> float:
    weights = _weights()
    return sum(weights.get(f"{sign}|{tag}", 0.0) for sign in own)


@lru_cache(maxsize=_REMEMBERED)
def _alone_worth(own: tuple[str, ...], alone: Alone) -> float:
    weights = _weights()
    return sum(weights.get(sign, 0.0) for sign in alone_signs(own, alone))


@cache
def _weights() -> dict[str, float]:
    found: dict[str, float] = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return found
