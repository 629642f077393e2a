"""Trains the line model: which lines of a page are the report's body.

`python training/lines.py PAGES --folds 5` cross-validates by site and prints body F1 and exact share on pages of sites
left out of training; without `--folds` it trains on all pages and writes `src/onrecord/weights/lines.onnx`.
Labels come from the gold bodies: a line is body when the gold has it, or half of its four-word shingles.
"""

from __future__ import annotations

import argparse
import hashlib
import pickle
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import lightgbm
import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "evaluation"))

from extraction import GoldPage, load_pages, measure  # noqa: E402

from onrecord.clean.decode import declared_charset, decode  # noqa: E402
from onrecord.clean.features import NAMES, page_features  # noqa: E402
from onrecord.clean.lines import Line  # noqa: E402
from onrecord.clean.metadata import read_metadata  # noqa: E402
from onrecord.clean.pagelabels import find_headline  # noqa: E402
from onrecord.clean.render import render  # noqa: E402
from onrecord.clean.signs import sign_of  # noqa: E402

WEIGHTS = ROOT / "src" / "onrecord" / "weights" / "lines.onnx"
CACHE = ROOT / "training" / "runs" / "lines.pickle"
# Half of a line's shingles in the gold: above .6 lines with a linked "(subscribe)" get lost, below .4 teasers get in.
SHARE = 0.5
# A line of this many words that stands in the page twice is in the body once.
REPEATED = 8
PARAMETERS = {
    "objective": "binary", "num_leaves": 63, "learning_rate": 0.05, "min_data_in_leaf": 40, "feature_fraction": 0.4,
    "bagging_fraction": 0.7, "bagging_freq": 1, "lambda_l2": 5.0, "max_bin": 127, "num_threads": 1, "seed": 7,
    "verbose": -1, "deterministic": True, "force_row_wise": True,
}  # fmt: skip
ROUNDS = 400

_TOKEN = re.compile(r"\w+")


@dataclass
class Example:
    """One page: its lines' texts, numbers and labels, with the gold body."""

    page: str
    site: str
    texts: list[str]
    numbers: NDArray[np.float32]
    labels: NDArray[np.bool_]
    gold: str
    headline: int


def example_of(page: GoldPage) -> Example | None:
    """The page as an example, None when it cannot be read."""
    data = page.data()
    shown = render(decode(data, page.name, declared_charset(data)))
    if shown.tree is None:
        return None
    metadata = read_metadata(shown.tree)
    lines = [Line(line.text, line.span) for line in shown.lines]
    headline = find_headline(shown, metadata)
    signs = [sign_of(line.text, line.words) for line in lines]
    numbers = page_features(shown, lines, signs, metadata, headline).astype(np.float32)
    texts = [line.text for line in lines]
    return Example(
        page.name, page.site, texts, numbers, labels_of(texts, page.paragraphs), "\n".join(page.paragraphs), headline
    )


def labels_of(texts: list[str], paragraphs: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether each line belongs to the gold body."""
    rows = [_words(paragraph) for paragraph in paragraphs]
    whole = {" ".join(row) for row in rows}
    inside = " " + " ".join(" ".join(row) for row in rows) + " "
    shingles = {tuple(row[i : i + 4]) for row in rows for i in range(len(row) - 3)}
    labels = []
    seen: set[str] = set()
    for text in texts:
        words = _words(text)
        if len(words) >= REPEATED and text in seen:
            labels.append(False)
            continue
        seen.add(text)
        own = [tuple(words[i : i + 4]) for i in range(len(words) - 3)]
        known = sum(shingle in shingles for shingle in own)
        joined = " ".join(words)
        labels.append(
            bool(words)
            and (joined in whole or (len(words) >= 6 and f" {joined} " in inside) or known >= max(1, SHARE * len(own)))
        )
    return np.array(labels)


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def fold_of(site: str, folds: int) -> int:
    """The fold of a site, the same in every run."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def load_examples(folder: Path) -> list[Example]:
    """All pages as examples, from the cache when it was made with the same numbers."""
    if CACHE.exists():
        names, cached = pickle.loads(CACHE.read_bytes())
        if names == NAMES:
            return cached
    examples = [example for page in load_pages(folder) if (example := example_of(page))]
    CACHE.parent.mkdir(parents=True, exist_ok=True)
    CACHE.write_bytes(pickle.dumps((NAMES, examples)))
    return examples


def train(examples: list[Example]) -> lightgbm.Booster:
    """A model of the examples; each page weighs the square root of its number of lines."""
    numbers = np.concatenate([example.numbers for example in examples])
    labels = np.concatenate([example.labels for example in examples])
    weights = np.concatenate([np.full(len(example.labels), len(example.labels) ** -0.5) for example in examples])
    data = lightgbm.Dataset(numbers, labels, weight=weights, feature_name=list(NAMES), free_raw_data=True)
    return lightgbm.train(PARAMETERS, data, ROUNDS)


def body(example: Example, chosen: NDArray[np.bool_]) -> str:
    """The text of the chosen lines without the headline and without what was there before."""
    kept: dict[tuple[str, int], None] = {}
    for i, (text, keep) in enumerate(zip(example.texts, chosen, strict=True)):
        if keep and i != example.headline:
            kept.setdefault((text, 0 if len(_words(text)) >= REPEATED else i + 1))
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
    from onnxtrees import write_model

    write_model(train(examples), len(NAMES), WEIGHTS)
    return 0


if __name__ == "__main__":
    sys.exit(main())
