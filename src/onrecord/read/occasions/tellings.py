"""Whether a sentence tells an occasion, and of which type, where no phrase that we know names one.

Each word that may tell one is weighed by the signs around it (`mentions.py`); a sentence tells what one of its words
tells: a log-linear model whose classes are none and every pair of a word and a type (multiple-instance learning:
Dietterich, Lathrop, Lozano-Pérez 1997). Fitted by `training/occasions.py` on sentences written for it and on our
reports; the weights are in `tellings.json`, and what they are worth in `TELLINGS_CARD.md` beside it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.model import OCCASION_TYPES, OccasionType, Span
from onrecord.read.occasions.mentions import Mention, Setting, find_mentions

WEIGHTS = Path(__file__).with_name("tellings.json")
TYPES = OCCASION_TYPES
# How likely a sentence must tell an occasion to be weighed with the others (right of 28 reports that the rules were not
# made on: 61.7 % at .15, 62.0 at .2, 60.0 at .3).
LEAST = 0.2


@dataclass(frozen=True, slots=True)
class Telling:
    """The likeliest type of occasion that a sentence tells, how likely it is that it tells one, and by which word."""

    type: OccasionType
    chance: float
    span: Span
    chances: tuple[float, ...]


def read_telling(narrative: str, span: Span, setting: Setting) -> Telling | None:
    """What the sentence tells most likely, with the chance that it tells anything; None when it has no word of ours."""
    return likeliest(read_tellings(narrative, [(span, setting)])[0])


def likeliest(tellings: Sequence[Telling]) -> Telling | None:
    """The likeliest of a sentence's tellings, with the chance that it tells anything."""
    best = max(tellings, key=lambda telling: telling.chance, default=None)
    return replace(best, chance=sum(best.chances)) if best else None


def read_tellings(narrative: str, sentences: Sequence[tuple[Span, Setting]]) -> list[tuple[Telling, ...]]:
    """What each sentence tells by type, likely enough to be shown; empty for a sentence without words of ours.

    `chances` are those of `TYPES`, and what is left to 1 is that of none.
    """
    bias, place, weights = load_weights()
    mentions = [tuple(find_mentions(narrative, span, setting)) for span, setting in sentences]
    # A sign without a weight is the last row, of zeros.
    unknown = len(weights) - 1
    signs = [[place.get(sign, unknown) for sign in mention.signs] for own in mentions for mention in own]
    if not signs:
        return [()] * len(sentences)
    starts = np.cumsum([0, *map(len, signs[:-1])])
    flat = np.fromiter((sign for own in signs for sign in own), dtype=np.int64)
    worth = np.exp(np.add.reduceat(weights[flat], starts) + bias)
    made: list[tuple[Telling, ...]] = []
    at = 0
    for own in mentions:
        made.append(_tellings(own, worth[at : at + len(own)]))
        at += len(own)
    return made


def _tellings(mentions: Sequence[Mention], worth: NDArray[np.float64]) -> tuple[Telling, ...]:
    if not mentions:
        return ()
    totals = worth.sum(0)
    shares, best = (totals / (1 + totals.sum())).tolist(), worth.argmax(0).tolist()
    chances = tuple(shares)
    top = max(shares)
    return tuple(
        Telling(kind, chance, mentions[word].span, chances)
        for kind, chance, word in zip(TYPES, shares, best, strict=True)
        if chance >= LEAST or chance == top
    )


Weights = tuple[NDArray[np.float64], dict[str, int], NDArray[np.float64]]


@cache
def load_weights() -> Weights:
    """The bias of every type, the rows of the signs, and the weights [signs and none, types]."""
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    rows = [*data["weights"].values(), [0.0] * len(TYPES)]
    return np.array(data["bias"]), {sign: row for row, sign in enumerate(data["weights"])}, np.array(rows)
