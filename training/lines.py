"""Trains the line model: which lines of a page are the report's body, at a first look and at a second.

`python training/lines.py PAGES --folds 5` cross-validates by site and prints body F1 and exact share on pages of sites
left out of training; without `--folds` it trains on all pages and writes `lines.onnx`, `secondlines.onnx` and
`blocknames.npy` to `src/onrecord/weights`. The second look learns from first looks and linear models (`vocabulary.py`)
that did not see the page's site. `pagelines.py` says where the labels come from.
"""

from __future__ import annotations

import argparse
import pickle
import sys
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from linewords import matrix, note_digest, write_table
from numpy.typing import NDArray
from onnxtrees import write_model
from pagelines import CACHE, NAMES, REPEATED, ROOT, Example, fold_of, importance_of, load_examples, measure, words_of
from textparts import body_of, own_texts
from vocabulary import FOLDS, Folded, lines_of, name_models, word_models

from onrecord.clean.choice import choose
from onrecord.clean.linewords import word_ids
from onrecord.clean.secondlook import NAMES as SECOND_NAMES
from onrecord.clean.secondlook import second_features

Scores = dict[str, NDArray[np.float64]]
Linears = dict[str, list[NDArray[np.float64]]]

WEIGHTS = ROOT / "src" / "onrecord" / "weights"
PARAMETERS = {
    "objective": "binary", "num_leaves": 63, "learning_rate": 0.05, "min_data_in_leaf": 40, "feature_fraction": 0.4,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 127, "num_threads": 1, "seed": 7,
    "verbose": -1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
ROUNDS = 400
SECOND_PARAMETERS = {**PARAMETERS, "num_leaves": 31, "learning_rate": 0.1, "feature_fraction": 0.5}
SECOND_ROUNDS = 120


def train(examples: list[Example]) -> lightgbm.Booster:
    """The line model of these pages, for the first look."""
    labels = np.concatenate([example.labels for example in examples])
    return _trained(examples, [example.numbers for example in examples], labels, list(NAMES), PARAMETERS, ROUNDS)


def train_second(examples: list[Example], first: Scores, linear: Linears) -> lightgbm.Booster:
    """The model of the second look, from first looks and linear models that did not see the pages' sites."""
    numbers = [second_numbers(example, first[example.page], linear[example.page]) for example in examples]
    labels = np.concatenate([body_of(example) for example in examples])
    return _trained(examples, numbers, labels, [*NAMES, *SECOND_NAMES], SECOND_PARAMETERS, SECOND_ROUNDS)


def second_numbers(
    example: Example, first: NDArray[np.float64], linear: list[NDArray[np.float64]]
) -> NDArray[np.float32]:
    """The numbers of a page's lines with those of the second look."""
    again = second_features(first, example.blocks, linear)
    return np.concatenate([example.numbers, again], axis=1).astype(np.float32)


def linear_looks(examples: list[Example], words: Folded, names: Folded) -> Linears:
    """The scores of each page's words and block names by models that did not see its site."""
    return {
        example.page: [
            words.unseen(example.site).scores(matrix(word_ids(lines_of(example)))),
            names.unseen(example.site).scores(matrix(example.names)),
        ]
        for example in examples
    }


def _trained(
    examples: list[Example],
    numbers: list[NDArray[np.float32]],
    labels: NDArray[np.bool_],
    names: list[str],
    parameters: dict[str, Any],
    rounds: int,
) -> lightgbm.Booster:
    data = lightgbm.Dataset(
        np.concatenate(numbers), labels, weight=importance_of(examples), feature_name=names, free_raw_data=True
    )
    return lightgbm.train(parameters, data, rounds)


def body(example: Example, chosen: NDArray[np.bool_]) -> str:
    """The text of the chosen lines without the headline and without what was there before."""
    kept: dict[tuple[str, int], None] = {}
    for i, (text, keep) in enumerate(zip(example.texts, chosen, strict=True)):
        if keep and i != example.headline:
            kept.setdefault((text, 0 if len(words_of(text)) >= REPEATED else i + 1))
    return "\n".join(text for text, _ in kept)


def cross_validate(examples: list[Example], first: Scores | None = None, linear: Linears | None = None) -> Scores:
    """Log-odds of each line by a model that saw no page of its site, of second looks where `first` ones are given."""
    found: Scores = {}
    for fold in range(FOLDS):
        seen = [example for example in examples if fold_of(example.site, FOLDS) != fold]
        again = first is not None and linear is not None
        model = train_second(seen, first, linear) if again else train(seen)
        for example in examples:
            if fold_of(example.site, FOLDS) == fold:
                page = example.page
                numbers = second_numbers(example, first[page], linear[page]) if again else example.numbers
                found[page] = np.asarray(model.predict(numbers, raw_score=True))
        print("fold", fold, file=sys.stderr, flush=True)
    return found


def print_figures(examples: list[Example], found: Scores) -> None:
    """Body F1 and exact share by source, for the labels themselves and for some thresholds."""
    for name in ("fundus", "wcxb"):
        group = [example for example in examples if example.page.startswith(name)]
        print(name, "labels    ", measure([(example.gold, body(example, example.labels)) for example in group]))
        for threshold in (-0.4, -0.2, 0.0, 0.2, 0.4):
            pairs = [(example.gold, body(example, _chosen(example, found, threshold))) for example in group]
            print(name, f"from {threshold:+.1f}", measure(pairs))
        print(name, _line_shares([(body_of(example), _chosen(example, found)) for example in group]))


def _chosen(example: Example, found: Scores, threshold: float = 0.0) -> NDArray[np.bool_]:
    words = np.array([line.words for line in lines_of(example)])
    return choose(found[example.page] - threshold, words, example.headline)


def _line_shares(pairs: list[tuple[NDArray[np.bool_], NDArray[np.bool_]]]) -> str:
    """The share of residue lines let through and of body lines lost."""
    gold = np.concatenate([labels for labels, _ in pairs])
    chosen = np.concatenate([picked for _, picked in pairs])
    return f"residue lines let through {chosen[~gold].mean():.2%}, body lines lost {(~chosen[gold]).mean():.2%}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder with fundus/ and wcxb/")
    parser.add_argument("--folds", type=int, choices=(FOLDS,), help="cross-validate instead of writing the weights")
    arguments = parser.parse_args()
    examples = load_examples(arguments.pages)
    print(len(examples), "pages,", sum(len(example.labels) for example in examples), "lines", file=sys.stderr)
    first, names = first_looks(examples), name_models(examples)
    linear = linear_looks(examples, word_models(examples, list(own_texts())), names)
    if arguments.folds:
        for looks in (first, cross_validate(examples, first, linear)):
            print_figures(examples, looks)
        return 0
    write_model(train(examples), len(NAMES), WEIGHTS / "lines.onnx")
    write_model(train_second(examples, first, linear), len(NAMES) + len(SECOND_NAMES), WEIGHTS / "secondlines.onnx")
    write_table(names.whole, WEIGHTS / "blocknames.npy", WEIGHTS / "lines.json")
    for name in ("lines.onnx", "secondlines.onnx"):
        note_digest(WEIGHTS / name, WEIGHTS / "lines.json")
    return 0


def first_looks(examples: list[Example]) -> Scores:
    """First looks at all pages by models of the other folds, from the cache when it has them."""
    path = CACHE.parent / "first-looks.pickle"
    if path.exists() and path.stat().st_mtime >= CACHE.stat().st_mtime:
        return pickle.loads(path.read_bytes())
    found = cross_validate(examples)
    path.write_bytes(pickle.dumps(found))
    return found


if __name__ == "__main__":
    sys.exit(main())
