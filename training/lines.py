"""Trains the line model: which lines of a page are the report's body.

`python training/lines.py PAGES --folds 5` cross-validates by site and prints body F1 and exact share on pages of sites
left out of training; without `--folds` it trains on all pages and writes `src/onrecord/weights/lines.onnx`.
`pagelines.py` says where the labels come from.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from pathlib import Path

import lightgbm
import numpy as np
from linewords import note_digest
from numpy.typing import NDArray
from onnxtrees import write_model
from pagelines import CACHE, NAMES, REPEATED, ROOT, Example, fold_of, load_examples, measure, words_of

WEIGHTS = ROOT / "src" / "onrecord" / "weights"
PARAMETERS = {
    "objective": "binary", "num_leaves": 63, "learning_rate": 0.05, "min_data_in_leaf": 40, "feature_fraction": 0.4,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 127, "num_threads": 1, "seed": 7,
    "verbose": -1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
ROUNDS = 400
FOLDS = 5


def importance_of(examples: list[Example]) -> NDArray[np.float64]:
    """Each page weighs the square root of its number of lines."""
    return np.concatenate([np.full(len(example.labels), len(example.labels) ** -0.5) for example in examples])


def train(examples: list[Example]) -> lightgbm.Booster:
    """The line model of these pages."""
    numbers = np.concatenate([example.numbers for example in examples])
    labels = np.concatenate([example.labels for example in examples])
    data = lightgbm.Dataset(
        numbers, labels, weight=importance_of(examples), feature_name=list(NAMES), free_raw_data=True
    )
    return lightgbm.train(PARAMETERS, data, ROUNDS)


def body(example: Example, chosen: NDArray[np.bool_]) -> str:
    """The text of the chosen lines without the headline and without what was there before."""
    kept: dict[tuple[str, int], None] = {}
    for i, (text, keep) in enumerate(zip(example.texts, chosen, strict=True)):
        if keep and i != example.headline:
            kept.setdefault((text, 0 if len(words_of(text)) >= REPEATED else i + 1))
    return "\n".join(text for text, _ in kept)


def cross_validate(examples: list[Example], folds: int) -> dict[str, NDArray[np.float64]]:
    """The probability of each line by a model that saw no page of its site."""
    found: dict[str, NDArray[np.float64]] = {}
    for fold in range(folds):
        model = train([example for example in examples if fold_of(example.site, folds) != fold])
        for example in examples:
            if fold_of(example.site, folds) == fold:
                found[example.page] = model.predict(example.numbers)
        print("fold", fold, file=sys.stderr, flush=True)
    return found


def print_figures(examples: list[Example], found: dict[str, NDArray[np.float64]]) -> None:
    """Body F1 and exact share by source, for the labels themselves and for some thresholds."""
    for name in ("fundus", "wcxb"):
        group = [example for example in examples if example.page.startswith(name)]
        print(name, "labels   ", measure([(example.gold, body(example, example.labels)) for example in group]))
        for threshold in (0.3, 0.4, 0.5, 0.6):
            pairs = [(example.gold, body(example, found[example.page] >= threshold)) for example in group]
            print(name, f"model {threshold}", measure(pairs))
        print(name, _line_shares([(example.labels, found[example.page] >= 0.5) for example in group]))


def _line_shares(pairs: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]]) -> str:
    """The share of residue lines let through and of body lines lost."""
    gold = np.concatenate([labels for labels, _ in pairs])
    chosen = np.concatenate([picked for _, picked in pairs])
    return f"residue lines let through {chosen[~gold].mean():.2%}, body lines lost {(~chosen[gold]).mean():.2%}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder with fundus/ and wcxb/")
    parser.add_argument("--folds", type=int, default=0, help="cross-validate instead of writing the weights")
    arguments = parser.parse_args()
    examples = load_examples(arguments.pages)
    print(len(examples), "pages,", sum(len(example.labels) for example in examples), "lines", file=sys.stderr)
    if arguments.folds:
        found = cross_validate(examples, arguments.folds)
        (CACHE.parent / "lines-folds.pickle").write_bytes(pickle.dumps(found))
        print_figures(examples, found)
        return 0
    write_model(train(examples), len(NAMES), WEIGHTS / "lines.onnx")
    note_digest(WEIGHTS / "lines.onnx", WEIGHTS / "lines.json")
    return 0


if __name__ == "__main__":
    sys.exit(main())
