"""Trains the text model: which lines of a plain text, a page's or a pasted one, are body, and which is the headline.

`python training/textlines.py PAGES --folds 5` prints the share of residue lines let through and of readable lines lost
by `onrecord.clean.revise`, on sites and outlets left out of training; without `--folds` it trains on all and writes
`textlines.onnx`, `textheads.onnx`, `textsigners.onnx` and `textwords.npy`. `textparts.py` says what it learns from.
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
from lines import PARAMETERS, WEIGHTS
from linewords import note_digest, write_table
from numpy.typing import NDArray
from onnxtrees import write_model
from pagelines import CACHE, Example, fold_of, load_examples
from textparts import SHAPES, Own, Part, own_parts, own_texts, page_parts
from vocabulary import FOLDS, OWN, Folded, word_models

from onrecord.clean.namefeatures import NAMES as SIGNER_NAMES
from onrecord.clean.namefeatures import name_features
from onrecord.clean.revise import revise
from onrecord.clean.signed import correct_signers
from onrecord.clean.textfeatures import NAMES
from onrecord.model import READABLE, RESIDUE

Floats = NDArray[np.float64]

BODY_ROUNDS, HEAD_ROUNDS = 200, 80
SETTINGS = {**PARAMETERS, "learning_rate": 0.12, "num_leaves": 31}
SIGNER_ROUNDS = 100
SIGNER_SETTINGS = {
    **PARAMETERS, "learning_rate": 0.08, "num_leaves": 15, "min_data_in_leaf": 8, "bagging_fraction": 0.8,
}  # fmt: skip
TARGETS = {"body": "textlines.onnx", "headline": "textheads.onnx", "signer": "textsigners.onnx"}
PAGES = ("fundus", "wcxb")
# A page of news weighs as much as so many of guides and blogs, as one of our own texts does (`vocabulary.OWN`).
NEWS = 2.0
# Of guides and blogs, of which there are many and long ones, two of the four shapes are taken, in turns.
TURNS = (("whole page", "pasted part"), ("copied page", "thinned part"))


def make_parts(examples: list[Example], texts: list[Own], words: Folded) -> Iterator[Part]:
    """All texts to train on."""
    chance = random.Random(7)
    for i, example in enumerate(examples):
        shapes = SHAPES if example.page.startswith("fundus") else TURNS[i % 2]
        yield from page_parts(example, words.unseen(example.site), chance, shapes)
    yield from own_parts(texts, words.unseen, chance)


def importance(part: Part) -> Floats:
    """Each text weighs the square root of its number of lines."""
    return {"fundus": NEWS, "wcxb": 1.0}.get(part.source, OWN) * _even(len(part.labels))


def _even(lines: int) -> Floats:
    return np.full(lines, lines**-0.5)


def train(parts: list[Part], target: str) -> lightgbm.Booster:
    """The model of `body` lines, of `headline` lines, or of `signer` lines, which only our own texts have marked."""
    heads = target == "headline"
    if heads:
        parts = [part for part in parts if part.heads.any()]
    if target == "signer":
        return _train_signers([part for part in parts if part.source not in PAGES])
    weight = np.concatenate([importance(part) * (heads | ~part.heads) for part in parts])
    labels = np.concatenate([part.heads if heads else part.labels for part in parts])
    numbers = np.concatenate([part.numbers for part in parts])
    data = lightgbm.Dataset(numbers, labels, weight=weight, feature_name=list(NAMES), free_raw_data=True)
    return lightgbm.train(SETTINGS, data, HEAD_ROUNDS if heads else BODY_ROUNDS)


def _train_signers(parts: list[Part]) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        np.concatenate([signer_numbers(part) for part in parts]), np.concatenate([part.neither for part in parts]),
        weight=np.concatenate([importance(part) for part in parts]), feature_name=list(SIGNER_NAMES),
        free_raw_data=True,
    )  # fmt: skip
    return lightgbm.train(SIGNER_SETTINGS, data, SIGNER_ROUNDS)


def signer_numbers(part: Part) -> NDArray[np.float32]:
    """The numbers of a text's lines for the model of signatures."""
    return name_features(part.sheet, part.numbers.astype(np.float64)).astype(np.float32)


@dataclass
class Scored:
    """A text with the log-odds of models that did not see its site."""

    part: Part
    scores: Floats
    heads: Floats
    signers: Floats


def cross_validate(parts: list[Part], folds: int) -> list[Scored]:
    """The texts of so many of the five folds, scored by models of the other four."""
    found = []
    for fold in range(folds):
        seen = [part for part in parts if fold_of(part.site, FOLDS) != fold]
        body, heads, signers = (train(seen, target) for target in TARGETS)
        for part in parts:
            if fold_of(part.site, FOLDS) == fold:
                scores = [model.predict(part.numbers, raw_score=True) for model in (body, heads)]
                scores.append(signers.predict(signer_numbers(part), raw_score=True))
                found.append(Scored(part, *(np.asarray(column) for column in scores)))
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
    kinds = correct_signers(text.part.sheet, kinds, text.signers)
    own = text.part.source not in PAGES
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
    texts = list(own_texts())
    words = word_models(examples, texts)
    parts = list(make_parts(examples, texts, words))
    print(len(parts), "parts,", sum(len(part.labels) for part in parts), "lines", file=sys.stderr, flush=True)
    if arguments.folds:
        found = cross_validate(parts, arguments.folds)
        (CACHE.parent / "textlines-folds.pickle").write_bytes(pickle.dumps(found))
        print_shares(found)
        return 0
    write_table(words.whole, WEIGHTS / "textwords.npy", WEIGHTS / "lines.json")
    for target, name in TARGETS.items():
        model = train(parts, target)
        write_model(model, model.num_feature(), WEIGHTS / name)
        note_digest(WEIGHTS / name, WEIGHTS / "lines.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
