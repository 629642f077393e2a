"""Whether a sentence tells an occasion, and of which type, where no phrase that we know names one.

Each word that may tell one is weighed by the signs around it (`mentions.py`); a sentence tells what one of its words
tells: a log-linear model whose classes are none and every pair of a word and a type (multiple-instance learning:
Dietterich, Lathrop, Lozano-Pérez 1997). Fitted by `training/occasions.py` on sentences written for it and on our
reports; the weights are in `tellings.json`, and what they are worth in `TELLINGS_CARD.md` beside it.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from onrecord.model import OCCASION_TYPES, OccasionType, Span
from onrecord.read.occasions.mentions import Setting, find_mentions

WEIGHTS = Path(__file__).with_name("tellings.json")
TYPES = OCCASION_TYPES


@dataclass(frozen=True, slots=True)
class Telling:
    """The likeliest type of occasion that a sentence tells, how likely it is that it tells one, and by which word."""

    type: OccasionType
    chance: float
    span: Span
    chances: tuple[float, ...]


def read_telling(narrative: str, span: Span, setting: Setting) -> Telling | None:
    """What the sentence tells most likely, with the chance that it tells anything; None when it has no word of ours."""
    tellings = read_tellings(narrative, span, setting)
    best = max(tellings, key=lambda telling: telling.chance, default=None)
    return replace(best, chance=sum(best.chances)) if best else None


def read_tellings(narrative: str, span: Span, setting: Setting) -> list[Telling]:
    """What the sentence tells by type: each type with its chance and the word that tells it, empty without such words.

    `chances` are those of `TYPES`, and what is left to 1 is that of none.
    """
    bias, weights = load_weights()
    totals, best = [0.0] * len(TYPES), [(0.0, span)] * len(TYPES)
    for mention in find_mentions(narrative, span, setting):
        own = list(bias)
        for sign in mention.signs:
            for kind, weight in weights.get(sign, ()):
                own[kind] += weight
        for kind, total in enumerate(own):
            worth = math.exp(total)
            totals[kind] += worth
            if worth > best[kind][0]:
                best[kind] = (worth, mention.span)
    whole = 1 + sum(totals)
    chances = tuple(total / whole for total in totals)
    return [
        Telling(kind, chance, word, chances)
        for kind, chance, (worth, word) in zip(TYPES, chances, best, strict=True)
        if worth
    ]


@cache
def load_weights() -> tuple[tuple[float, ...], dict[str, tuple[tuple[int, float], ...]]]:
    """The bias of every type, and by sign the types that it speaks for or against."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    rows = {
        sign: tuple((kind, weight) for kind, weight in enumerate(row) if weight)
        for sign, row in data["weights"].items()
    }
    return tuple(data["bias"]), rows
