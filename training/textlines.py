"""Trains the text model: which lines of a plain text, a page's or a pasted one, are body, and which is the headline.

`python training/textlines.py PAGES --folds 5` prints the share of residue lines let through and of readable lines lost
by `onrecord.clean.revise`, on sites and outlets left out of training; without `--folds` it trains on all and writes
`textlines.onnx`, `textheads.onnx` and `textwords.npy`. `textparts.py` says what it learns from.
"""

from __future__ import annotations

import argparse
import pickle
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
from lines import FOLDS, PARAMETERS, WEIGHTS, importance_of
from linewords import Linear, fit, matrix, note_digest, write_table
from numpy.typing import NDArray
from onnxtrees import write_model
from pagelines import CACHE, Example, fold_of, load_examples
from textparts import SHAPES, Part, body_of, own_parts, page_parts

from onrecord.clean.lines import Line
from onrecord.clean.linewords import word_ids
from onrecord.clean.revise import revise
from onrecord.clean.textfeatures import NAMES
from onrecord.model import READABLE, RESIDUE, Span

Floats = NDArray[np.float64]

BODY_ROUNDS, HEAD_ROUNDS = 200, 80
SETTINGS = {**PARAMETERS, "learning_rate": 0.12, "num_leaves": 31}
# A page of news weighs as much as so many of guides and blogs, one of our own texts as much as so many of those.
NEWS, OWN = 2.0, 3.0
# Of guides and blogs, of which there are many and long ones, two of the four shapes are taken, in turns.
TURNS = (("whole page", "pasted part"), ("copied page", "thinned part"))


def word_models(examples: list[Example]) -> tuple[dict[int, Linear], Linear]:
    """For each fold what the words of lines say by a model that did not see the fold's sites, and the model of all."""
    rows = matrix([row for example in examples for row in word_ids([Line(t, Span(0, len(t))) for t in example.texts])])
    labels = np.concatenate([body_of(example) for example in examples])
    importance = importance_of(examples)
    folds = np.concatenate([np.full(len(example.labels), fold_of(example.site, FOLDS)) for example in examples])
    found = {}
    for fold in range(FOLDS):
        seen = folds != fold
        found[fold] = fit(rows[seen], labels[seen], importance[seen])
    return found, fit(rows, labels, importance)


def make_parts(examples: list[Example], models: dict[int, Linear], words: Linear) -> Iterator[Part]:
    """All texts to train on."""
    chance = random.Random(7)
    for i, example in enumerate(examples):
        shapes = SHAPES if example.page.startswith("fundus") else TURNS[i % 2]
        yield from page_parts(example, models[fold_of(example.site, FOLDS)], chance, shapes)
    yield from own_parts(words, chance)


def importance(part: Part) -> Floats:
    """Each text weighs the square root of its number of lines."""
    times = {"fundus": NEWS, "wcxb": 1.0}.get(part.source, OWN)
    return np.full(len(part.labels), times * len(part.labels) ** -0.5)


def train(parts: list[Part], target: str) -> lightgbm.Booster:
    """The model of `body` lines or of `headline` lines."""
    heads = target == "headline"
    if heads:
        parts = [part for part in parts if part.heads.any()]
    weight = np.concatenate([importance(part) * (heads | ~part.heads) for part in parts])
    labels = np.concatenate([part.heads if heads else part.labels for part in parts])
    numbers = np.concatenate([part.numbers for part in parts])
    data = lightgbm.Dataset(numbers, labels, weight=weight, feature_name=list(NAMES), free_raw_data=True)
    return lightgbm.train(SETTINGS, data, HEAD_ROUNDS if heads else BODY_ROUNDS)


@dataclass
class Scored:
    """A text with the log-odds of models that did not see its site."""

    part: Part
    scores: Floats
    heads: Floats


def cross_validate(parts: list[Part], folds: int) -> list[Scored]:
    """The texts of so many of the five folds, scored by models of the other four."""
    found = []
    for fold in range(folds):
        seen = [part for part in parts if fold_of(part.site, FOLDS) != fold]
        body, heads = train(seen, "body"), train(seen, "headline")
        for part in parts:
            if fold_of(part.site, FOLDS) == fold:
                scores = body.predict(part.numbers, raw_score=True), heads.predict(part.numbers, raw_score=True)
                found.append(Scored(part, np.asarray(scores[0]), np.asarray(scores[1])))
        print("fold", fold, file=sys.stderr, flush=True)
    return found


def print_shares(found: list[Scored]) -> None:
    """Residue lines let through, readable lines lost and headlines found, by source and shape."""
    for source, shape in dict.fromkeys((text.part.source, text.part.shape) for text in found):
        counts = np.zeros(6)
        for text in found:
            if (text.part.source, text.part.shape) == (source, shape):
                counts += _counts(text)
        through, residue, lost, readable, right, headed = counts
        print(
            f"{source} {shape}: let through {through / residue:.2%} of {residue:.0f}, lost {lost / readable:.2%} of "
            f"{readable:.0f}, headlines {right / max(1, headed):.1%} of {headed:.0f}"
        )


def _counts(text: Scored) -> Floats:
    kinds = revise(text.part.sheet, text.part.kinds, text.scores, text.heads)
    own = text.part.source not in {"fundus", "wcxb"}
    read = np.array([kind in READABLE if not own else kind not in RESIDUE for kind in kinds])
    lost = np.array([kind in RESIDUE for kind in kinds])
    readable = text.part.labels | text.part.neither | (text.part.heads & own)
    residue = ~text.part.labels & ~text.part.neither & ~text.part.heads
    right = any(kind == "headline" and head for kind, head in zip(kinds, text.part.heads, strict=True))
    counts = (
        (read & residue).sum(),
        residue.sum(),
        (lost & readable).sum(),
        readable.sum(),
        right,
        text.part.heads.any(),
    )
    return np.array(counts, dtype=np.float64)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder with fundus/ and wcxb/")
    parser.add_argument("--folds", type=int, default=0, help="measure on so many of the five folds")
    arguments = parser.parse_args()
    examples = load_examples(arguments.pages)
    models, words = word_models(examples)
    parts = list(make_parts(examples, models, words))
    print(len(parts), "parts,", sum(len(part.labels) for part in parts), "lines", file=sys.stderr, flush=True)
    if arguments.folds:
        found = cross_validate(parts, arguments.folds)
        (CACHE.parent / "textlines-folds.pickle").write_bytes(pickle.dumps(found))
        print_shares(found)
        return 0
    write_table(words, WEIGHTS / "textwords.npy", WEIGHTS / "lines.json")
    for target, name in (("body", "textlines.onnx"), ("headline", "textheads.onnx")):
        write_model(train(parts, target), len(NAMES), WEIGHTS / name)
        note_digest(WEIGHTS / name, WEIGHTS / "lines.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
