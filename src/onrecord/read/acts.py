"""The act of a statement: what the source does with the content, by the codebook of docs/acts.md.

The cue lexicon speaks first, the border cases that words settle by themselves second (`rulings`), and where neither
decides, the signs of cue and content are weighed by a linear model. Its weights are a table that can be read:
`acts.json`, one row a sign, one column an act, fitted by `training/acts.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from onrecord.model import ACTS, Act, Kind
from onrecord.read.lexicon import CueLabel, label_of
from onrecord.read.rulings import ruled
from onrecord.read.signs import opens_a_clause, plain, signs_of

WEIGHTS = Path(__file__).parent / "acts.json"


@dataclass(frozen=True, slots=True)
class Weighing:
    """The fitted table: the row of every sign, and the weights [signs, acts]."""

    rows: dict[str, int]
    weights: NDArray[np.float32]

    def scores(self, evidence: frozenset[str]) -> NDArray[np.float32]:
        """The score of every act, in the order of `ACTS`; signs without a row say nothing."""
        rows = self.rows
        found: NDArray[np.float32] = self.weights[[rows[sign] for sign in evidence if sign in rows]].sum(axis=0)
        return found


def act_of(cue: str, content: str, source: str, kind: Kind) -> Act:
    """The act of a statement with these words as cue, content and source ("" where there is none)."""
    label = label_of(cue)
    settled = ruling_of(cue, content, source, kind, label)
    if settled:
        return settled
    return ACTS[int(weighing().scores(evidence_of(cue, content, source, label)).argmax())]


def ruling_of(cue: str, content: str, source: str, kind: Kind, label: CueLabel | None) -> Act | None:
    """The act that a border case of the codebook settles."""
    words = " ".join(cue.lower().replace("’", "'").split())
    return ruled(words, plain(content), source, kind, label, opens_a_clause(content))


def evidence_of(cue: str, content: str, source: str, label: CueLabel | None) -> frozenset[str]:
    """Everything the linear model weighs: the cue's label, and the signs; "named" where the cue names its act."""
    return frozenset(_evidence(cue, content, source, label))


def _evidence(cue: str, content: str, source: str, label: CueLabel | None) -> Iterator[str]:
    yield "always"
    if label is None:
        yield "lexicon:none"
    else:
        yield "lexicon:generic" if label.generic else f"lexicon:{label.act}"
        yield f"lexicon:{label.kind}"
        if label.negated:
            yield f"lexicon:not {label.act}"
    signs = set(signs_of(cue, content, source))
    if label is not None and label.strong:
        yield "named"
        yield from (f"named {sign}" for sign in signs)
    else:
        yield from signs


@cache
def weighing() -> Weighing:
    """The shipped table."""
    table = json.loads(WEIGHTS.read_text(encoding="utf8"))
    if table["acts"] != list(ACTS):
        raise ValueError(f"{WEIGHTS.name} is of other acts than this release's")
    signs: dict[str, list[float]] = table["signs"]
    return Weighing({sign: row for row, sign in enumerate(signs)}, np.array(list(signs.values()), dtype=np.float32))
