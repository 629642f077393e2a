"""Pages with their gold bodies as examples of lines: texts, numbers and labels, for the two line models.

Labels come from the gold bodies: a line is body when the gold has it, or half of its four-word shingles. The text
model also takes lines as body whose words stand in a row of the gold with those of the next lines: cells of tables.
"""

from __future__ import annotations

import hashlib
import pickle
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "evaluation"))

from extraction import GoldPage, load_pages, measure  # noqa: E402

from onrecord.clean.blocknames import name_ids  # noqa: E402
from onrecord.clean.decode import declared_charset, decode  # noqa: E402
from onrecord.clean.features import NAMES, block_ids, page_features  # noqa: E402
from onrecord.clean.lines import Line  # noqa: E402
from onrecord.clean.metadata import read_metadata  # noqa: E402
from onrecord.clean.pagelabels import find_headline  # noqa: E402
from onrecord.clean.render import render  # noqa: E402
from onrecord.clean.signs import sign_of  # noqa: E402

CACHE = ROOT / "training" / "runs" / "lines.pickle"
# Half of a line's shingles in the gold: above .6 lines with a linked "(subscribe)" get lost, below .4 teasers get in.
SHARE = 0.5
# Nine tenths of a line's words in known shingles change little; half would take in what stands between paragraphs.
COVERED = 0.75
# A line of this many words that stands in the page twice is in the body once.
REPEATED = 8

__all__ = [
    "CACHE",
    "NAMES",
    "REPEATED",
    "ROOT",
    "Example",
    "fold_of",
    "importance_of",
    "load_examples",
    "measure",
    "words_of",
]

_TOKEN = re.compile(r"\w+")


@dataclass
class Example:
    """One page: its lines' texts, numbers, blocks, their names' buckets and labels, with the gold body."""

    page: str
    site: str
    texts: list[str]
    numbers: NDArray[np.float32]
    labels: NDArray[np.bool_]
    gold: str
    headline: int
    cells: NDArray[np.bool_]
    blocks: NDArray[np.int64]
    names: list[NDArray[np.int64]]


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
        page.name, page.site, texts, numbers, labels_of(texts, page.paragraphs), "\n".join(page.paragraphs),
        headline, cells_of(texts, page.paragraphs, headline), block_ids(shown.lines),
        name_ids(shown),
    )  # fmt: skip


def labels_of(texts: list[str], paragraphs: tuple[str, ...]) -> NDArray[np.bool_]:
    """Whether each line belongs to the gold body."""
    rows = [words_of(paragraph) for paragraph in paragraphs]
    whole = {" ".join(row) for row in rows}
    inside = " " + " ".join(" ".join(row) for row in rows) + " "
    shingles = {tuple(row[i : i + 4]) for row in rows for i in range(len(row) - 3)}
    labels = []
    seen: set[str] = set()
    for text in texts:
        words = words_of(text)
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


def cells_of(texts: list[str], paragraphs: tuple[str, ...], headline: int) -> NDArray[np.bool_]:
    """Whether most words of each line stand in shingles that run on over lines in the page and in the gold."""
    first = {text: i for i, text in reversed(list(enumerate(texts)))}
    covered = np.array(_covered(texts, [words_of(paragraph) for paragraph in paragraphs])) >= COVERED
    again = [len(words_of(text)) >= REPEATED and first[text] != i for i, text in enumerate(texts)]
    return covered & ~np.array(again) & (np.arange(len(texts)) != headline)


def _covered(texts: list[str], rows: list[list[str]]) -> list[float]:
    """The share of each line's words in four-word shingles that run on over lines, in the page as in the gold."""
    gold = [word for row in rows for word in row]
    known = {tuple(gold[i : i + 4]) for i in range(len(gold) - 3)}
    lines = [words_of(text) for text in texts]
    stream = [word for line in lines for word in line]
    inside = np.zeros(len(stream))
    for i in range(len(stream) - 3):
        if tuple(stream[i : i + 4]) in known:
            inside[i : i + 4] = 1
    ends = np.cumsum([len(line) for line in lines])
    return [float(inside[end - len(line) : end].mean()) if line else 0.0 for end, line in zip(ends, lines, strict=True)]


def words_of(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def fold_of(site: str, folds: int) -> int:
    """The fold of a site, the same in every run."""
    return int(hashlib.sha256(site.encode()).hexdigest(), 16) % folds


def importance_of(examples: Sequence[Example]) -> NDArray[np.float64]:
    """Each page weighs the square root of its number of lines."""
    return np.concatenate([np.full(len(example.labels), len(example.labels) ** -0.5) for example in examples])


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
