"""Trains the text model: which lines of a plain text, a page's or a pasted one, are the report's body.

`python training/textlines.py PAGES --folds 2` prints the share of residue lines let through and of body lines lost, on
sites left out of training, for whole pages and for pasted parts; without `--folds` it trains on all pages and writes
`textlines.onnx` and `textwords.npy`. It learns from the examples of `lines.py`, each as a whole page, as the
report with some lines before and behind it, and as the report with most residue gone, as people paste reports.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
from lines import FOLDS, PARAMETERS, WEIGHTS, importance_of
from linewords import Linear, fit, matrix, note_digest, write_table
from numpy.typing import NDArray
from onnxtrees import write_model
from pagelines import Example, fold_of, load_examples

from onrecord.clean.lines import Line
from onrecord.clean.linewords import word_ids
from onrecord.clean.sheet import Sheet
from onrecord.clean.textfeatures import NAMES, text_features
from onrecord.model import Span

ROUNDS = 160
SETTINGS = {**PARAMETERS, "learning_rate": 0.12, "num_leaves": 31}
SHAPES = ("whole page", "pasted part", "thinned part")
# Mean numbers of lines before and behind a pasted report, and how much of its residue a thinned one may keep.
BEFORE, BEHIND = 4, 12
KEPT = (0.0, 0.05, 0.15, 0.4)


@dataclass
class Part:
    """Some lines of an example as a text of their own; `counts` is false for headlines, which are neither."""

    site: str
    source: str
    shape: str
    numbers: NDArray[np.float32]
    labels: NDArray[np.bool_]
    counts: NDArray[np.bool_]


def body_of(example: Example) -> NDArray[np.bool_]:
    """The lines of the body, the cells of its tables among them."""
    return example.labels | example.cells


def selections(example: Example, chance: random.Random) -> Iterator[list[int]]:
    """The numbers of the lines of each shape."""
    total = len(example.texts)
    yield list(range(total))
    labels = body_of(example)
    body = [i for i in range(total) if labels[i]]
    if not body:
        return
    low, high = body[0], body[-1]
    if 0 <= example.headline < low:
        low = example.headline
    first, last = low - int(chance.expovariate(1 / BEFORE)), high + 1 + int(chance.expovariate(1 / BEHIND))
    yield list(range(max(0, first), min(total, last)))
    first, last = low - int(chance.expovariate(1 / BEFORE)), high + 1 + int(chance.expovariate(1 / BEHIND))
    share = chance.choice(KEPT)
    yield [
        i
        for i in range(max(0, first), min(total, last))
        if labels[i] or i == example.headline or chance.random() < share
    ]


def plain_lines(texts: Sequence[str]) -> list[Line]:
    """Lines as of a plain text."""
    return [Line(text, Span(0, len(text))) for text in texts]


def parts_of(example: Example, vocabulary: NDArray[np.float64], chance: random.Random) -> Iterator[Part]:
    """The example in its shapes, as numbers."""
    for shape, chosen in zip(SHAPES, selections(example, chance), strict=False):
        lines = plain_lines([example.texts[i] for i in chosen])
        if not lines:
            continue
        numbers = text_features(lines, Sheet(lines, transcript=False).signs, vocabulary[chosen]).astype(np.float32)
        counts = np.array([i != example.headline for i in chosen])
        yield Part(example.site, example.page.split("/")[0], shape, numbers, body_of(example)[chosen], counts)


def vocabulary_of(examples: list[Example]) -> tuple[list[NDArray[np.float64]], Linear]:
    """What the words of each line say by a model that did not see its site's fold, and the model of all."""
    rows = matrix([row for example in examples for row in word_ids(plain_lines(example.texts))])
    labels = np.concatenate([body_of(example) for example in examples])
    importance = importance_of(examples)
    folds = np.concatenate([np.full(len(example.labels), fold_of(example.site, FOLDS)) for example in examples])
    scores = np.zeros(len(labels))
    for fold in range(FOLDS):
        seen = folds != fold
        scores[~seen] = fit(rows[seen], labels[seen], importance[seen]).scores(rows[~seen])
    ends = np.cumsum([len(example.labels) for example in examples])
    return np.split(scores, ends[:-1]), fit(rows, labels, importance)


def train(parts: list[Part]) -> lightgbm.Booster:
    """The text model of these parts; each weighs the square root of its number of lines."""
    data = lightgbm.Dataset(
        np.concatenate([part.numbers for part in parts]),
        np.concatenate([part.labels for part in parts]),
        weight=np.concatenate([part.counts * len(part.labels) ** -0.5 for part in parts]),
        feature_name=list(NAMES),
        free_raw_data=True,
    )
    return lightgbm.train(SETTINGS, data, ROUNDS)


def print_shares(parts: list[Part], scores: list[NDArray[np.float64]]) -> None:
    """Residue lines let through and body lines lost, by source, shape and threshold."""
    for source in sorted({part.source for part in parts}):
        for shape in SHAPES:
            group = [(part, score) for part, score in zip(parts, scores, strict=True) if part.source == source]
            group = [(part, score) for part, score in group if part.shape == shape]
            gold = np.concatenate([part.labels[part.counts] for part, _ in group])
            found = np.concatenate([score[part.counts] for part, score in group])
            for threshold in (0.2, 0.35, 0.5):
                through, lost = (found[~gold] >= threshold).mean(), (found[gold] < threshold).mean()
                print(f"{source} {shape} {threshold}: residue let through {through:.2%}, body lost {lost:.2%}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder with fundus/ and wcxb/")
    parser.add_argument("--folds", type=int, default=0, help="measure on so many of the five folds")
    arguments = parser.parse_args()
    examples = load_examples(arguments.pages)
    vocabulary, words = vocabulary_of(examples)
    chance = random.Random(7)
    parts = [
        part for example, scores in zip(examples, vocabulary, strict=True) for part in parts_of(example, scores, chance)
    ]
    print(len(parts), "parts,", sum(len(part.labels) for part in parts), "lines", file=sys.stderr)
    held: list[Part] = []
    found: list[NDArray[np.float64]] = []
    for fold in range(arguments.folds):
        model = train([part for part in parts if fold_of(part.site, FOLDS) != fold])
        tested = [part for part in parts if fold_of(part.site, FOLDS) == fold]
        held += tested
        found += [model.predict(part.numbers) for part in tested]
    if arguments.folds:
        print_shares(held, found)
        return 0
    write_table(words, WEIGHTS / "textwords.npy", WEIGHTS / "lines.json")
    write_model(train(parts), len(NAMES), WEIGHTS / "textlines.onnx")
    note_digest(WEIGHTS / "textlines.onnx", WEIGHTS / "lines.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
