"""The figures: which counts each is made of, and by which rule."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.corpus import ROLES
from onrecord.evaluate.tally import Floats, Table
from onrecord.model import KINDS

Rule = Literal["f1", "precision", "recall", "share", "per_thousand"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: the mean of a rule over measures. `slice` is empty for the whole corpus."""

    key: str
    title: str
    measures: tuple[str, ...]
    rule: Rule = "share"
    slice: str = ""
    less_is_better: bool = False


FIGURES: Final[tuple[Figure, ...]] = (
    *(Figure(f"{role}_exact", f"{role}, exact F1", (f"span.{role}",), "f1") for role in ROLES),
    Figure("mean_exact", "mean of the three exact F1", tuple(f"span.{role}" for role in ROLES), "f1"),
    Figure("triple_strict", "triples, strict F1", ("triple.strict",), "f1"),
    Figure("triple_relaxed", "triples, relaxed F1", ("triple.relaxed",), "f1"),
    Figure("triple_content", "triples, content alone F1", ("triple.content",), "f1"),
    Figure("statement_f1", "statements F1", ("statement",), "f1"),
    Figure("statement_precision", "statements precision", ("statement",), "precision"),
    Figure("statement_recall", "statements recall", ("statement",), "recall"),
    Figure("joint_f1", "statements with the right speaker F1", ("joint",), "f1"),
    Figure("speaker_right", "speaker right, of matched", ("speaker.right",)),
    Figure("speaker_whole", "speaker's whole name, of matched with one", ("speaker.whole",)),
    Figure("speaker_wrong", "speaker another name, of matched", ("speaker.wrong",), less_is_better=True),
    Figure("speaker_invented", "speaker named where none is told", ("speaker.invented",), less_is_better=True),
    Figure("speaker_abstained", "speaker left unknown, of matched", ("speaker.abstained",), less_is_better=True),
    Figure("default_precision", "default view, precision", ("default",), "precision"),
    Figure("default_recall", "default view, recall", ("default",), "recall"),
    Figure("form_right", "form right, of matched", ("form",)),
    Figure("kind_right", "kind right, of matched", ("kind",)),
    Figure("kind_macro_f1", "kind, macro F1", tuple(f"kind.{kind}" for kind in KINDS), "f1"),
    Figure("act_right", "act right, of matched", ("act",)),
    Figure("nested_f1", "nested statements F1", ("nested",), "f1"),
    Figure("occasion_right", "occasion right, of matched", ("occasion",)),
    Figure("residue", "statements per 1,000 tokens of residue", ("residue",), "per_thousand", less_is_better=True),
    Figure("integrity", "statements with sound spans", ("integrity",)),
)

SLICED: Final[tuple[Figure, ...]] = tuple(
    figure for figure in FIGURES if figure.key in {"statement_f1", "statement_recall", "speaker_right", "form_right"}
)


def compute(figure: Figure, table: Table, weights: Floats) -> Floats | None:
    """The figure under each row of article weights [draws, articles]; NaN where a draw has nothing to count.

    None when the corpus has nothing to count. A measure that the gold does not have is left out of a mean.
    """
    values: list[Floats] = []
    for measure in figure.measures:
        place = table.place(measure, figure.slice)
        if place is None:
            continue
        counts = table.counts[:, place, :]
        if len(figure.measures) > 1 and not counts[:, 2].sum():
            continue
        sums = weights @ counts
        values.append(_apply(figure.rule, sums[:, 0], sums[:, 1], sums[:, 2]))
    if not values or not np.isfinite(values[0]).any():
        return None
    return np.asarray(np.mean(values, axis=0), dtype=np.float64)


def _apply(rule: Rule, hits: Floats, found: Floats, gold: Floats) -> Floats:
    if rule == "f1":
        return _ratio(200 * hits, found + gold)
    if rule == "precision":
        return _ratio(100 * hits, found)
    return _ratio((1000 if rule == "per_thousand" else 100) * hits, gold)


def _ratio(over: Floats, under: Floats) -> Floats:
    counted: NDArray[np.bool_] = under > 0
    return np.divide(over, under, out=np.full_like(over, np.nan), where=counted)
