"""The numbers by which the text model tells body from residue where there is no markup: words, place and neighbours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.clean.features import FUNCTION_WORDS, GOOD_WORDS, Numbers, count_signs, shifted
from onrecord.clean.lines import Line
from onrecord.clean.sheet import Sheet
from onrecord.clean.textcontext import NAMES as CONTEXT_NAMES
from onrecord.clean.textcontext import context_features
from onrecord.model import BlockKind

SIGNS: Final = ("section", "pointer", "furniture", "caption", "byline", "credit", "date")
# How far around a line its neighbours are looked at, one by one and as a mean.
NEIGHBOURS: Final = (-3, -2, -1, 1, 2, 3)
WINDOWS: Final = (3, 8)
FAR: Final = 30

_TOKEN = re.compile(r"\w+")
_NAME = re.compile(r"[^\W\d_a-z]\w{3,}")
_QUOTES = re.compile('[“”„«»"]')
_BASE: Final = (
    "chars", "words", "stops", "colon", "trails", "lower", "bullet", "digits", "upper", "capital", "function", "commas",
    "quotes", "sentences", "prose", "repeats", "again", "vocabulary", "shared_names", "names",
)  # fmt: skip
_PLACES: Final = (
    "index", "lines", "prose_lines", "prose_before", "prose_after", "since_good", "until_good", "since_section",
    "since_closing", "until_closing", "short_run", "last_good", "first_good",
)  # fmt: skip
_SHIFTED: Final = ("words", "stops", "function", "prose", "capital", "vocabulary")
NAMES: Final[tuple[str, ...]] = (
    *_BASE,
    *(f"sign_{sign}" for sign in SIGNS),
    *_PLACES,
    *(f"{what}{offset:+d}" for offset in NEIGHBOURS for what in _SHIFTED),
    *(f"{what}_w{reach}" for reach in WINDOWS for what in _SHIFTED),
    *CONTEXT_NAMES,
)


def text_features(sheet: Sheet, kinds: Sequence[BlockKind], vocabulary: Numbers) -> Numbers:
    """One row of numbers for each line, in the order of `NAMES`.

    `kinds` are what the rules say of each line, `vocabulary` is what its words say alone.
    """
    base = _base(sheet.lines, vocabulary)
    marked = np.array([[sign == name for name in SIGNS] for sign in sheet.signs], dtype=np.float64)
    picked = base[:, [_BASE.index(name) for name in _SHIFTED]]
    around = [shifted(picked, NEIGHBOURS, -9.0), _windows(picked), context_features(sheet, kinds, vocabulary)]
    return np.concatenate([base, marked, _places(base, marked), *around], axis=1)


def _base(lines: Sequence[Line], vocabulary: Numbers) -> Numbers:
    repeats = Counter(line.text for line in lines)
    named = Counter(name for line in lines if line.prose for name in set(_NAME.findall(line.text)))
    seen: set[str] = set()
    rows: list[list[float]] = []
    for line, score in zip(lines, vocabulary, strict=True):
        tokens = _TOKEN.findall(line.text.casefold())
        size, count = len(line.text), max(1, len(tokens))
        names = set(_NAME.findall(line.text))
        digits, capitals = count_signs(line.text)
        # A name that only this line has says nothing of the others.
        shared = sum(named[name] - line.prose > 0 for name in names)
        rows.append(
            [
                np.log1p(size), line.words, line.stops, line.text[-1] in ":;,", line.trails_off,
                line.text[0].islower(), line.bulleted, digits / size, capitals / size,
                sum(word[:1].isupper() for word in line.text.split()) / (line.text.count(" ") + 1),
                sum(map(FUNCTION_WORDS.__contains__, tokens)) / count, line.text.count(",") / count,
                min(4, len(_QUOTES.findall(line.text))), min(9, line.text.count(". ")), line.prose,
                min(9, repeats[line.text]), line.text in seen, score, shared / max(1, len(names)), min(9, len(names)),
            ]
        )  # fmt: skip
        seen.add(line.text)
    return np.array(rows, dtype=np.float64)


def _places(base: Numbers, signs: Numbers) -> Numbers:
    total = len(base)
    index = np.arange(total)
    good = (base[:, _BASE.index("words")] >= GOOD_WORDS) & (base[:, _BASE.index("prose")] > 0)
    prose = base[:, _BASE.index("prose")]
    before = np.cumsum(prose) - prose
    closing = (signs[:, SIGNS.index("byline")] + signs[:, SIGNS.index("credit")]) > 0
    section = signs[:, SIGNS.index("section")] > 0
    span = np.flatnonzero(good)
    first, last = (int(span[0]), int(span[-1])) if len(span) else (-1, -1)
    columns = [
        index / total, np.full(total, np.log1p(total)), np.full(total, prose.sum()), np.minimum(before, FAR),
        np.minimum(prose.sum() - before - prose, FAR), _since(good), _since(good[::-1])[::-1], _since(section),
        _since(closing), _since(closing[::-1])[::-1], _runs(prose == 0), np.clip(index - last, -FAR, FAR),
        np.clip(index - first, -FAR, FAR),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float64)


def _since(where: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many lines back the last such line stands, at most `FAR`."""
    index = np.arange(len(where))
    last = np.maximum.accumulate(np.where(where, index, -FAR - 1))
    before = np.concatenate([[-FAR - 1], last[:-1]])
    return np.asarray(np.minimum(index - before, FAR))


def _runs(where: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many such lines stand in a row around each line; 0 where it is no such line."""
    cuts = np.concatenate([[0], np.cumsum(~where)])[1:]
    lengths = np.bincount(cuts[where], minlength=len(where) + 1)
    return np.asarray(np.where(where, np.minimum(lengths[cuts], FAR), 0))


def _windows(picked: Numbers) -> Numbers:
    total = len(picked)
    sums = np.concatenate([np.zeros((1, picked.shape[1])), np.cumsum(picked, axis=0)])
    index = np.arange(total)
    columns = []
    for reach in WINDOWS:
        low, high = np.maximum(0, index - reach), np.minimum(total, index + reach + 1)
        columns.append((sums[high] - sums[low]) / (high - low)[:, None])
    return np.concatenate(columns, axis=1)
