"""Whether a sentence tells an occasion, and of which type, where no phrase that we know names one.

Each word that may tell one is weighed by the signs around it (`mentions.py`); a sentence tells what one of its words
tells: a log-linear model whose classes are none and every pair of a word and a type (multiple-instance learning:
Dietterich, Lathrop, Lozano-Pérez 1997). Fitted by `training/occasions.py` on sentences written for it and on our
reports; the weights are in `tellings.json`, and what they are worth in `TELLINGS_CARD.md` beside it.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
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
    """What the sentence tells, None when it has no word of ours.

    `chances` are those of `TYPES`, and what is left to 1 is that of none.
    """
    bias, weights = _weights()
    totals, best = [0.0] * len(TYPES), [(0.0, span)] * len(TYPES)
    found = False
    for mention in find_mentions(narrative, span, setting):
        found = True
        own = list(bias)
        for sign in mention.signs:
            row = weights.get(sign)
            if row:
                for kind, weight in row:
                    own[kind] += weight
        for kind, total in enumerate(own):
            worth = math.exp(total)
            totals[kind] += worth
            if worth > best[kind][0]:
                best[kind] = (worth, mention.span)
    if not found:
        return None
    whole = 1 + sum(totals)
    chances = [total / whole for total in totals]
    kind = max(range(len(TYPES)), key=chances.__getitem__)
    return Telling(TYPES[kind], 1 - 1 / whole, best[kind][1], tuple(chances))


@cache
def _weights() -> tuple[tuple[float, ...], dict[str, tuple[tuple[int, float], ...]]]:
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    rows = {
        sign: tuple((kind, weight) for kind, weight in enumerate(row) if weight)
        for sign, row in data["weights"].items()
    }
    return tuple(data["bias"]), rows
