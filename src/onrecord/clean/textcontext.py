"""What the rest of a plain text says of a line: the longest run of prose, its words, alike lines, the rules' labels.

Beside `textfeatures`, which looks at a line and its next neighbours, these numbers reach over the whole text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from math import fsum, log1p
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.clean.features import FUNCTION_WORDS, Numbers, shifted
from onrecord.clean.lines import Line
from onrecord.clean.sheet import Sheet
from onrecord.model import BLOCK_KINDS, RESIDUE, BlockKind

FAR: Final = 30
# A paragraph counts this many words at most, and any other line takes so many away, where runs of prose are weighed.
MAX_WORDS: Final = 60
GAP: Final = 8.0
# Scores of words count with as many words as this, and lines of no clear score take away so much.
MAX_SCORED: Final = 30
SCORED_GAP: Final = 2.0
WINDOW: Final = 4
ALIKE: Final = 10
SEARCHED: Final = 400
HEAD_WORDS: Final = 4

# Words that tell texts apart are long; scripts without spaces are cut into pairs of characters.
_CONTENT = re.compile("[\u3040-\u30ff\u3400-\u9fff]{2}|[^\\W\\d_]{5,}")
_CAPITALS = re.compile(r"\b[A-ZÀ-Þ]{2,}\b")
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\d{1,2}[:.h]\d\d\b", r"\b(?:19|20)\d\d\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2,4}", r"@|https?:|www\.", r"[?]\W*$",
        r"^\W*\d", r"[|›»>·•/]", r"^[“”„«»\"'‘]", r"^(?:[^\W\d_]+ ?){1,3}:\s", r"[(\[][^()\[\]]+[)\]]\W*$",
    )
)  # fmt: skip
_OWN: Final = ("content", "overlap", "overlap_depth", "overlapping", "capitals", "longest_word", "mean_word", "twins")
_RUNS: Final = ("run_start", "run_end", "run_inside", "run_share", "ahead", "behind", "score_ahead", "score_behind")
_RULES: Final = ("rule_start", "rule_end", "rule_since", "rule_until", "rule_before", "rule_after", "rule_bodies")
_BREAKS: Final = ("blank_before", "blank_after", "blanks")
NAMES: Final[tuple[str, ...]] = (
    *_OWN,
    *_RUNS,
    *_RULES,
    *_BREAKS,
    *(f"alike_{reach}" for reach in ("1", "2", "3-4", f"{ALIKE}")),
    *(f"pattern_{number}" for number in range(len(_PATTERNS))),
    *(f"rule_{kind}" for kind in BLOCK_KINDS),
    *(f"overlap{offset:+d}" for offset in (-2, -1, 1, 2)),
    f"overlap_w{WINDOW}", f"residue_w{WINDOW}",
)  # fmt: skip


def context_features(sheet: Sheet, kinds: Sequence[BlockKind], vocabulary: Numbers) -> Numbers:
    """One row of numbers for each line, in the order of `NAMES`; `kinds` are what the rules say."""
    lines = sheet.lines
    prose = np.array([sheet.signs[i] is None and line.prose and not line.trails_off for i, line in enumerate(lines)])
    words = np.array([line.words for line in lines], dtype=np.float64)
    weights = np.where(prose, np.minimum(words, MAX_WORDS), -GAP)
    start, end = _heaviest(weights)
    inside = (np.arange(len(lines)) >= start) & (np.arange(len(lines)) <= end)
    own = _own(lines, prose & inside)
    residue = np.array([kind in RESIDUE for kind in kinds], dtype=np.float64)
    overlap = own[:, 1]
    columns = [
        own, _runs(weights, words * prose, start, end, vocabulary, words), _rules(kinds, residue), _breaks(lines),
        _alike(sheet), _patterns(lines), np.array([[kind == name for name in BLOCK_KINDS] for kind in kinds]),
        shifted(overlap[:, None], (-2, -1, 1, 2), -9.0), _mean_around(overlap)[:, None], _mean_around(residue)[:, None],
    ]  # fmt: skip
    return np.concatenate(columns, axis=1, dtype=np.float64)


def _heaviest(weights: Numbers) -> tuple[int, int]:
    """The first and last line of the run of lines whose weights have the greatest sum; (-1, -1) for none."""
    best, found, total, first = 0.0, (-1, -1), 0.0, 0
    for i, weight in enumerate(weights):
        if total <= 0:
            total, first = 0.0, i
        total += weight
        if total > best:
            best, found = total, (first, i)
    return found


def _own(lines: Sequence[Line], told: NDArray[np.bool_]) -> Numbers:
    """How much of a line's words the paragraphs of the longest run have, and its shape."""
    sets = [set(_CONTENT.findall(line.text.casefold())) - FUNCTION_WORDS for line in lines]
    known = Counter(word for found, chosen in zip(sets, told, strict=True) if chosen for word in found)
    heads = [" ".join(line.text.casefold().split()[:HEAD_WORDS]) for line in lines]
    twins = Counter(head for head in heads if head.count(" ") == HEAD_WORDS - 1)
    rows: list[tuple[float, ...]] = []
    for line, found, head, self_told in zip(lines, sets, heads, told, strict=True):
        counts = [known[word] - int(self_told) for word in found]
        size = len(found)
        others = sum(count > 0 for count in counts)
        tokens = line.text.split()
        rows.append(
            (
                min(size, 20), others / size if size else -0.1, fsum(map(log1p, counts)) / size if size else -0.1,
                min(others, 9), max(map(len, _CAPITALS.findall(line.text[:SEARCHED])), default=0),
                min(30, max(map(len, tokens), default=0)), min(20.0, len(line.text) / (line.text.count(" ") + 1)),
                min(4, twins[head]),
            )
        )  # fmt: skip
    return np.array(rows, dtype=np.float64)


def _runs(weights: Numbers, told: Numbers, start: int, end: int, vocabulary: Numbers, words: Numbers) -> Numbers:
    """Where a line lies by the heaviest run of prose, and how much prose leads up to it from both sides."""
    index = np.arange(len(weights))
    inside = (index >= start) & (index <= end)
    scored = np.tanh(vocabulary / 3) * np.minimum(words, MAX_SCORED) - SCORED_GAP
    columns = [
        np.clip(index - start, -FAR, FAR), np.clip(index - end, -FAR, FAR), inside,
        np.full(len(weights), told[inside].sum() / max(1.0, told.sum())),
        *(flow for values in (weights, scored) for flow in _flows(values)),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float64)


def _flows(weights: Numbers) -> tuple[Numbers, Numbers]:
    """The sum of weights that has gathered at each line from above and from below, never under nought, by its most."""
    down, up = _gathered(weights), _gathered(weights[::-1])[::-1]
    most = max(1.0, float(down.max()))
    return down / most, up / most


def _gathered(weights: Numbers) -> Numbers:
    total, sums = 0.0, []
    for weight in weights.tolist():
        total = max(0.0, total + weight)
        sums.append(total)
    return np.array(sums)


def _rules(kinds: Sequence[BlockKind], residue: Numbers) -> Numbers:
    body = np.array([kind == "body" for kind in kinds])
    index, places = np.arange(len(kinds)), np.flatnonzero(body)
    first, last = (int(places[0]), int(places[-1])) if len(places) else (-1, -1)
    columns = [
        np.clip(index - first, -FAR, FAR), np.clip(index - last, -FAR, FAR), _since(body), _since(body[::-1])[::-1],
        np.concatenate([[1], residue[:-1]]), np.concatenate([residue[1:], [1]]),
        np.full(len(kinds), min(99, len(places))),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float64)


def _since(where: NDArray[np.bool_]) -> NDArray[np.int64]:
    index = np.arange(len(where))
    last = np.maximum.accumulate(np.where(where, index, -FAR - 1))
    return np.asarray(np.minimum(index - np.concatenate([[-FAR - 1], last[:-1]]), FAR))


def _breaks(lines: Sequence[Line]) -> Numbers:
    """Blank lines, which browsers put around paragraphs and headings but not around items of menus."""
    before = np.array([line.after_blank for line in lines], dtype=np.float64)
    after = np.concatenate([before[1:], [1.0]])
    return np.stack([before, after, np.full(len(lines), before.mean())], axis=1)


def _alike(sheet: Sheet) -> Numbers:
    """How many lines at some distance are built alike: lists of stories and menus repeat, reports do not."""
    shapes = [
        (sheet.signs[i], min(line.words // 3, 6), line.stops, line.text[-1:] in ":;,", line.text[0].isdigit())
        for i, line in enumerate(sheet.lines)
    ]
    codes = {shape: number for number, shape in enumerate(dict.fromkeys(shapes))}
    row = np.array([codes[shape] for shape in shapes])
    same = np.zeros((ALIKE, len(row)))
    for offset in range(1, min(ALIKE, len(row) - 1) + 1):
        equal = row[offset:] == row[:-offset]
        same[offset - 1, offset:] += equal
        same[offset - 1, :-offset] += equal
    return np.stack([same[0], same[1], same[2] + same[3], same.sum(axis=0)], axis=1)


def _patterns(lines: Sequence[Line]) -> Numbers:
    shown = [line.text[:SEARCHED] for line in lines]
    return np.array([[bool(pattern.search(text)) for pattern in _PATTERNS] for text in shown], dtype=np.float64)


def _mean_around(values: Numbers) -> Numbers:
    total, index = len(values), np.arange(len(values))
    sums = np.concatenate([[0.0], np.cumsum(values)])
    low, high = np.maximum(0, index - WINDOW), np.minimum(total, index + WINDOW + 1)
    return np.asarray((sums[high] - sums[low]) / (high - low))
