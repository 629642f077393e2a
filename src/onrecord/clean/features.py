"""The numbers by which the line model tells body from residue: words, markup, place and neighbours of each line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.clean.lines import Line
from onrecord.clean.marks import ABOVE, HEADINGS, HINTS
from onrecord.clean.metadata import Metadata
from onrecord.clean.render import Page, PageLine, tokens_of
from onrecord.clean.signs import Sign
from onrecord.clean.wordlists import words

Numbers = NDArray[np.float64]

TAGS = ("p", "h1", "h2", "h3", "h4", "li", "div", "td", "blockquote", "figcaption", "button", "dd", "section", "label")
SIGNS = ("section", "pointer", "furniture", "caption", "byline", "credit", "date")
LEVELS = 4
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
# A line that reads as prose and is not mostly a link; what lies near such lines is more often body.
GOOD_WORDS = 12
GOOD_LINKS = 0.4

_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_DIGITS = b"0123456789"
_CAPITALS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_QUOTES = re.compile('[“”„«»"]')
FUNCTION_WORDS = words(
    """
    the of and to in a is that for it was on with as be at by this from or are have not but an his he they which you
    were her she their has had been will would its who said more when we our than there also into after about
    der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
    sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
    de la le et les des en un une du que est pour qui dans par plus pas au sur ne se ce il sont avec son aux d l été
    el los las por con una para del al lo como más pero sus su ya o fue este ha si porque esta entre cuando muy sin
    il di che è e per non sono da si nel con della dei gli delle anche ma come alla ha più i degli dal
    o os as não uma do da dos das no na em para com mais ao foi pelo pela seu sua ou quando
    het een van en dat op te zijn voor met die niet aan er om maar ook bij naar dan uit door nog over
    och att det som på är av för med till den har inte om ett han de var men sig från så kan när vi
    i w na z do się że nie to jest o jak po co od ale za przez czy
    и в не на что с по как к из у за от но его так же для бы это она они мы
    ve bir bu da için ile de olarak çok daha gibi en olan sonra
    """
)

_BASE = (
    "chars", "words", "stops", "colon", "trails", "lower", "bullet", "digits", "upper", "capital", "function", "commas",
    "quotes", "links", "bold", "sentences", "prose", "hidden", "depth", "title", "in_title", "repeats", "again",
    "in_description", "in_body", "linked_all",
)  # fmt: skip
_POSITION = (
    "index", "from_headline", "prose_before", "since_good", "until_good", "like_last", "like_next",
    "since_section", "since_heading", "in_parent", "in_grandparent",
)  # fmt: skip
_SHIFTED = ("words", "stops", "links", "function", "prose", "capital")
NAMES: tuple[str, ...] = (
    *_BASE,
    *(f"sign_{sign}" for sign in SIGNS),
    *(f"tag_{tag}" for tag in TAGS),
    *(f"above_{tag}" for tag in ABOVE),
    *(f"hint_{name}" for name in HINTS),
    *(f"own_{name}" for name in HINTS),
    *(f"{what}_{level}" for level in range(LEVELS) for what in ("prose", "share", "links", "lines")),
    *(f"pattern_{what}" for what in ("lines", "words", "links", "share")),
    *_POSITION,
    *(f"{what}{offset:+d}" for offset in NEIGHBOURS for what in _SHIFTED),
)


def page_features(
    page: Page, lines: Sequence[Line], found: Sequence[Sign | None], metadata: Metadata, headline: int
) -> Numbers:
    """One row of numbers for each line, in the order of `NAMES`; `found` are the lines' signs."""
    base = _base(page, lines, metadata)
    signs = np.array([[sign == name for name in SIGNS] for sign in found], dtype=np.float64)
    depths = base[:, _BASE.index("depth")]
    good = (base[:, _BASE.index("words")] >= GOOD_WORDS) & (base[:, _BASE.index("links")] < GOOD_LINKS)
    if good.any():
        depths -= np.median(depths[good])
    columns = [
        base,
        signs,
        _markup(page.lines),
        _groups(page.lines, base),
        _positions(page.lines, base, good, headline),
        _places(page.lines, signs),
        _neighbours(base),
    ]
    return np.concatenate(columns, axis=1, dtype=np.float64)


def _base(page: Page, lines: Sequence[Line], metadata: Metadata) -> Numbers:
    repeats = Counter(line.text for line in lines)
    title = set(tokens_of(metadata.title or ""))
    description = _Shingles(metadata.description or "")
    body = _Shingles(metadata.body or "") if metadata.body and len(metadata.body) > 300 else None
    seen: set[str] = set()
    rows: list[list[float]] = []
    for line, shown, tokens in zip(lines, page.lines, page.tokens, strict=True):
        text, own = line.text, set(tokens)
        size, count = len(text), max(1, len(tokens))
        shared = len(own & title)
        digits, capitals = count_signs(text)
        first_letters = [word[0] for word in text.split()]
        rows.append(
            [
                size, line.words, line.stops, text[-1] in ":;,", line.trails_off,
                text[0].islower(), line.bulleted, digits / size, capitals / size,
                sum(map(str.isupper, first_letters)) / (text.count(" ") + 1),
                sum(map(FUNCTION_WORDS.__contains__, tokens)) / count, text.count(",") / count,
                min(4, len(_QUOTES.findall(text))), shown.linked / size, shown.bold / size,
                min(9, text.count(". ")), line.prose, shown.mark.hidden, shown.depth,
                shared / (len(own) + len(title) - shared) if own and title else 0.0,
                shared / len(own) if own else 0.0, min(9, repeats[text]), text in seen,
                description.share(tokens), body.share(tokens) if body else -1.0,
                shown.linked >= size,
            ]
        )  # fmt: skip
        seen.add(text)
    table = np.array(rows, dtype=np.float64)
    table[:, 0] = np.log1p(table[:, 0])
    return table


def count_signs(text: str) -> tuple[int, int]:
    """How many digits and how many capital letters a text has; letters beyond ASCII one by one, the rest at once."""
    if text.isascii():
        plain, others = text.encode("ascii"), ""
    else:
        plain, others = text.encode("ascii", "ignore"), "".join(_BEYOND_ASCII.findall(text))
    size = len(plain)
    digits, capitals = size - len(plain.translate(None, _DIGITS)), size - len(plain.translate(None, _CAPITALS))
    return digits + sum(map(str.isdigit, others)), capitals + sum(map(str.isupper, others))


class _Shingles:
    """The four-word shingles and whole lines of a text, to ask how much of a line is in it."""

    def __init__(self, text: str) -> None:
        rows = [tokens_of(row) for row in text.split("\n")]
        self.whole = {" ".join(row) for row in rows if row}
        self.inner = {tuple(row[i : i + 4]) for row in rows for i in range(len(row) - 3)}

    def share(self, tokens: list[str]) -> float:
        """The share of the line's shingles that the text has; 1 for a whole line of it."""
        if not tokens or not self.whole:
            return 0.0
        if " ".join(tokens) in self.whole:
            return 1.0
        count = len(tokens) - 3
        own = zip(tokens, tokens[1:], tokens[2:], tokens[3:], strict=False)
        return sum(map(self.inner.__contains__, own)) / count if count > 0 else 0.0


def _markup(lines: Sequence[PageLine]) -> Numbers:
    tags = {tag: i for i, tag in enumerate(TAGS)} | {"h5": TAGS.index("h4"), "h6": TAGS.index("h4"), "th": 7, "dt": 11}
    rows = np.zeros((len(lines), len(TAGS)), dtype=np.float64)
    for i, line in enumerate(lines):
        column = tags.get(line.mark.tag)
        if column is not None:
            rows[i, column] = 1
    above = _bits([line.mark.above for line in lines], len(ABOVE))
    hints = _bits([line.mark.hints for line in lines], len(HINTS))
    own = _bits([line.mark.own for line in lines], len(HINTS))
    return np.concatenate([rows, above, hints, own], axis=1)


def _bits(values: list[int], count: int) -> Numbers:
    return ((np.array(values)[:, None] >> np.arange(count)) & 1).astype(np.float64)


def block_ids(lines: Sequence[PageLine]) -> NDArray[np.int64]:
    """For each line the numbers of its `LEVELS` nearest blocks, and of the pattern of blocks that it stands in."""
    rows = []
    for mark in (line.mark for line in lines):
        above = mark.path[1 : LEVELS + 1]
        # Where there are fewer, the outermost stands for those that lack.
        rows.append([*above, *mark.path[-1:] * (LEVELS - len(above)), mark.pattern])
    return np.array(rows, dtype=np.int64)


def _groups(lines: Sequence[PageLine], base: Numbers) -> Numbers:
    """What the blocks around a line hold together, for its nearest ancestors and for all blocks built alike."""
    count = base[:, _BASE.index("words")]
    linked = base[:, _BASE.index("links")] * count
    prose = count * (base[:, _BASE.index("prose")] > 0)
    total = max(1.0, float(prose.sum()))
    columns: list[Numbers] = []
    *blocks, pattern = block_ids(lines).T
    for group in blocks:
        sums, sizes, inverse = _sums(group, prose, linked, count)
        columns += [
            np.log1p(sums[0])[inverse], (sums[0] / total)[inverse], (sums[1] / np.maximum(1, sums[2]))[inverse],
            np.log1p(sizes)[inverse],
        ]  # fmt: skip
    sums, sizes, inverse = _sums(pattern, prose, linked, count)
    columns += [
        np.log1p(sizes)[inverse], (sums[2] / sizes)[inverse], (sums[1] / np.maximum(1, sums[2]))[inverse],
        (sums[0] / total)[inverse],
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float64)


def _sums(
    group: NDArray[np.int64], *values: Numbers
) -> tuple[list[NDArray[np.float64]], NDArray[np.int64], NDArray[np.intp]]:
    _, inverse, sizes = np.unique(group, return_inverse=True, return_counts=True)
    return [np.bincount(inverse, weights=value).astype(np.float64) for value in values], sizes, inverse


def _positions(lines: Sequence[PageLine], base: Numbers, good: NDArray[np.bool_], headline: int) -> Numbers:
    total = len(lines)
    index = np.arange(total)
    prose = base[:, 1] * good
    before = np.concatenate([[0.0], np.cumsum(prose)[:-1]]) / max(1.0, float(prose.sum()))
    last, following = np.full(total, -1), np.full(total, -1)
    recent = -1
    for i in range(total):
        last[i] = recent
        recent = i if good[i] else recent
    recent = -1
    for i in range(total - 1, -1, -1):
        following[i] = recent
        recent = i if good[i] else recent
    kin = [[_kinship(lines, i, int(j)) for i, j in enumerate(near)] for near in (last, following)]
    columns: list[Numbers] = [
        index / total,
        np.clip(index - headline, -50, 50) if headline >= 0 else np.full(total, -99),
        before,
        np.where(last >= 0, np.minimum(index - last, 20), 21),
        np.where(following >= 0, np.minimum(following - index, 20), 21),
        np.array(kin[0]),
        np.array(kin[1]),
    ]
    return np.stack(columns, axis=1).astype(np.float64)


def _places(lines: Sequence[PageLine], signs: Numbers) -> Numbers:
    """How far back the last head of a list and the last heading stand, and where in its parents the line is."""
    rows = np.zeros((len(lines), 4))
    sizes = [Counter(line.mark.path[min(level, len(line.mark.path) - 1)] for line in lines) for level in (1, 2)]
    passed: list[Counter[int]] = [Counter(), Counter()]
    section, heading = -99, -99
    for i, line in enumerate(lines):
        rows[i, 0], rows[i, 1] = min(20, i - section), min(20, i - heading)
        if signs[i, 0]:
            section = i
        if line.mark.tag in HEADINGS:
            heading = i
        for level in (1, 2):
            block = line.mark.path[min(level, len(line.mark.path) - 1)]
            passed[level - 1][block] += 1
            rows[i, 1 + level] = passed[level - 1][block] / sizes[level - 1][block]
    return rows


def _kinship(lines: Sequence[PageLine], one: int, other: int) -> float:
    """How near two lines stand in the markup: 4 in one block, 3 in one parent ... 0 far apart; half more if alike."""
    if other < 0:
        return -1.0
    first, second = lines[one].mark, lines[other].mark
    path, other_path = first.path, second.path
    near = next((len(path) - 1 - i for i, number in enumerate(path) if number in other_path), 0)
    return near + (0.5 if first.pattern == second.pattern else 0.0)


def _neighbours(base: Numbers) -> Numbers:
    return shifted(base[:, [_BASE.index(name) for name in _SHIFTED]], NEIGHBOURS, -1.0)


def shifted(picked: Numbers, offsets: Sequence[int], missing: float) -> Numbers:
    """The features of every line's neighbours side by side, `missing` where there is no such line."""
    columns: list[Numbers] = []
    for offset in offsets:
        moved = np.full_like(picked, missing)
        if offset < 0:
            moved[-offset:] = picked[:offset]
        else:
            moved[:-offset] = picked[offset:]
        columns.append(moved)
    return np.concatenate(columns, axis=1)
