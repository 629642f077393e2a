"""Fits the weights that rank people as the referents of pronouns and noun phrases.

usage: python training/speakers.py GOLD[:PREFIX]... [--texts FOLDER] [--write]
The arguments are those of `evaluation/speakers.py`. The fit is a softmax over the people of a report and nobody,
with a Gaussian prior around weights set by hand: a few hundred references cannot tell forty weights by themselves.
Without --write it only shows the cross-validated figures.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent))

from evaluation.speakers import gold_records, gold_report, gold_statements, same_name
from onrecord.model import Report, Statement
from onrecord.read.people import ranking
from onrecord.read.people.resolve import decide

Weights = Mapping[str, float]
TARGET = Path(ranking.__file__).with_name("weights.json")

PRONOUN_PRIOR: Weights = {
    "speaker_here": 2.5, "speaker_before": 1.8, "subject_before": 1.5, "subject_here": 1.0, "named_here": 0.3,
    "in_paragraph": 0.4, "newer": 1.8, "nearest": 0.7, "distance": -0.5, "often": 0.8, "lead": 0.2, "speaks": 0.8,
    "gender": 1.2, "clash": -5.0, "quoted": -0.8, "reported": -0.6, "governed": -0.7, "outer": 1.0,
    "outer_quoted": -7.0, "other_party": 1.0, "ahead": -1.5, "unseen": -3.0,
    "delayed": 2.0, "opens": 0.5, "echo": 3.0, "nobody": -1.0,
}  # fmt: skip
ROLE_PRIOR: Weights = {
    "speaker_here": 0.7, "speaker_before": 0.5, "subject_before": 0.3, "subject_here": 0.2, "in_paragraph": 0.2,
    "newer": 0.4, "nearest": 0.3, "distance": -0.2, "often": 0.6, "lead": 0.5, "speaks": 0.8, "gender": 0.8,
    "clash": -5.0, "outer": -0.7, "outer_quoted": -2.0, "other_party": 0.5, "ahead": 0.0, "unseen": -0.5, "delayed": 3.0, "opens": 1.5,
    "noun": 3.5, "family": 2.5, "kin": 1.0, "no_role": -0.3, "other_role": -2.5, "place": 3.0, "other_place": -2.5,
    "place_of_another": -2.5, "unknown_place": -0.7, "other_body": -2.0, "modifier": 1.2, "other_modifier": -0.8, "deputy": -2.5, "context": 1.0, "echo": 4.0,
    "nobody": 0.5, "nobody_of": 1.5,
}  # fmt: skip
# Strength of the prior (inverse variance): swept over 0.1-3 by cross-validation.
PRIOR_STRENGTH = 4.0
ROUNDS, STEPS, FOLDS = 3, 300, 5


@dataclass(frozen=True)
class Item:
    """A report with its gold speakers."""

    report: Report
    statements: list[Statement]
    speakers: dict[str, str | None]


@dataclass(frozen=True)
class Choice:
    """One reference: the features of everybody who may be meant, and which of them is right."""

    features: list[Weights]
    right: int


def load(argument: str, texts: Path | None) -> Iterator[Item]:
    """The gold reports that an argument of the command line names."""
    for name, text, record in gold_records(argument, texts):
        speakers = {str(item["id"]): item["speaker"] for item in record["statements"]}
        yield Item(gold_report(text, record, name), gold_statements(record), speakers)


def choices(items: Sequence[Item], pronoun: bool) -> Iterator[Choice]:
    """What the ranking saw, under the weights in force."""
    for item in items:
        for identity, verdict in decide(item.report, item.statements).items():
            if verdict is None or not verdict.ranked:
                continue
            gold = item.speakers[identity]
            if pronoun != ("noun_phrase" not in verdict.ranked[0].features) or (gold and " and " in gold):
                continue
            names = [candidate.entity.name if candidate.entity else None for candidate in verdict.ranked]
            nobody = names.index(None)
            right = next((i for i, name in enumerate(names) if name and gold and same_name(name, gold)), nobody)
            yield Choice([candidate.features for candidate in verdict.ranked], right)


def fit(found: Sequence[Choice], prior: Weights) -> Weights:
    """Maximum a posteriori by gradient ascent with momentum."""
    names = sorted(prior)
    mean = np.array([prior[name] for name in names])
    tables = [np.array([[f.get(name, 0.0) for name in names] for f in choice.features]) for choice in found]
    weights, speed = mean.copy(), np.zeros_like(mean)
    for _ in range(STEPS):
        gradient: NDArray[np.float64] = PRIOR_STRENGTH * (mean - weights)
        for table, choice in zip(tables, found, strict=True):
            scores = table @ weights
            chances = np.exp(scores - scores.max())
            gradient += table[choice.right] - (chances / chances.sum()) @ table
        speed = 0.9 * speed + 0.02 * gradient / (1 + len(found) / 50)
        weights = weights + speed
    return {name: round(float(value), 3) for name, value in zip(names, weights, strict=True)}


def use(pronoun: Weights, role: Weights) -> None:
    """Puts weights in force."""
    ranking.PRONOUN, ranking.ROLE = pronoun, role


def train(items: Sequence[Item]) -> tuple[Weights, Weights]:
    """Fits both sets; who spoke before depends on them, hence the rounds."""
    pronoun, role = PRONOUN_PRIOR, ROLE_PRIOR
    for _ in range(ROUNDS):
        use(pronoun, role)
        seen = [list(choices(items, kind)) for kind in (True, False)]
        pronoun, role = fit(seen[0], PRONOUN_PRIOR), fit(seen[1], ROLE_PRIOR)
    return pronoun, role


def outcome(items: Sequence[Item]) -> NDArray[np.int64]:
    """Right, wrong and all references, first of pronouns, then of noun phrases."""
    counts = np.zeros(6, dtype=np.int64)
    for kind, pronoun in enumerate((True, False)):
        for choice in choices(items, pronoun):
            nobody = next(i for i, f in enumerate(choice.features) if "nobody" in f)
            counts[3 * kind] += choice.right == 0
            counts[3 * kind + 1] += choice.right != 0 and nobody != 0
            counts[3 * kind + 2] += 1
    return counts


def cross_validate(items: Sequence[Item], fitter: Callable[[Sequence[Item]], tuple[Weights, Weights]]) -> None:
    """Prints how the weights do on reports that they have not seen."""
    total = np.zeros(6, dtype=np.int64)
    for fold in range(FOLDS):
        use(*fitter([item for i, item in enumerate(items) if i % FOLDS != fold]))
        total += outcome(items[fold::FOLDS])
    for name, part in (("pronouns", total[:3]), ("noun phrases", total[3:])):
        print(f"{name:14} {part[2]:5} right {100 * part[0] / part[2]:.1f} % wrong {100 * part[1] / part[2]:.1f} %")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+")
    parser.add_argument("--texts", type=Path, help="folder of the texts of a file of labels")
    parser.add_argument("--write", action="store_true", help=f"write {TARGET.name}")
    arguments = parser.parse_args()
    items = [item for argument in arguments.gold for item in load(argument, arguments.texts)]
    print("by hand")
    cross_validate(items, lambda _: (PRONOUN_PRIOR, ROLE_PRIOR))
    print("fitted, cross-validated")
    cross_validate(items, train)
    if arguments.write:
        pronoun, role = train(items)
        TARGET.write_text(json.dumps({"pronoun": pronoun, "role": role}, indent=1) + "\n", encoding="utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
