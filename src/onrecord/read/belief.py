"""How far a relation is to be believed: the chance that an annotator draws its source, cue and content just so.

The network's own probabilities are too sure of some cues and too shy of others. A logistic regression weighs them with
what else is known: whether the cue is one that the lexicon lists, and whether a whole quotation is the content. Its
dozen weights are a table that can be read, `beliefs.json`, fitted by `training/beliefs.py` on texts from which the
network did not learn.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from onrecord.read.decode import Relation
from onrecord.read.lexicon import label_of

WEIGHTS = Path(__file__).parent / "beliefs.json"

# What is believed less is left out (PolNeAR dev, by weights fitted on other articles: mean exact F1 75.53 at .34, 75.63
# at .37, 75.61 at .4, 75.45 at .43, by the network's confidence from .58 on 75.07; at .37 our fresh gold lacks one).
LEAST_BELIEF = 0.36

SIGNS = (
    "always", "confidence", "cue", "first", "last", "source", "no source", "outside", "whole quotation", "listed",
    "listed as it stands", "generic", "one word",
)  # fmt: skip


def weigh(relation: Relation, cue: str, sourced: bool, quoted: bool) -> tuple[float, ...]:
    """The value of every one of SIGNS for a relation with these words as its cue."""
    scored, label = relation.scored, label_of(cue)
    return (
        1.0, relation.confidence, scored.cue, scored.first, scored.last, scored.source, not sourced, scored.outside,
        quoted, label is not None, bool(label and label.exact), bool(label and label.generic), " " not in cue,
    )  # fmt: skip


def belief_of(signs: Sequence[float]) -> float:
    """The chance, from 0 to 1."""
    return 1 / (1 + math.exp(-sum(weight * sign for weight, sign in zip(_weights(), signs, strict=True))))


@cache
def _weights() -> tuple[float, ...]:
    table = json.loads(WEIGHTS.read_text(encoding="utf8"))["weights"]
    return tuple(table[name] for name in SIGNS)
