"""Texts to train and measure the text model on: pages in the shapes in which people paste them, and our own.

A page is taken whole; as copied from a browser, with blank lines around paragraphs, menus run together and some
residue lost; as the report with some lines around it; and as the report with most residue gone. Our own pasted pages
(`training/pasted`) and reports (`training/reports`) are taken as they are, the former with less residue, too.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from linewords import Linear, matrix
from numpy.typing import NDArray
from pagelines import NAMES as PAGE_NAMES
from pagelines import ROOT, Example, words_of

from onrecord.clean.lines import Line, line_table
from onrecord.clean.linewords import word_ids
from onrecord.clean.plain import rule_kinds
from onrecord.clean.runon import split_run_ons
from onrecord.clean.sheet import Sheet
from onrecord.clean.textfeatures import text_features
from onrecord.clean.transcript import report_kind
from onrecord.evaluate.markup import compile_report
from onrecord.model import RESIDUE, BlockKind, Span

SHAPES = ("whole page", "copied page", "pasted part", "thinned part")
PASTED, REPORTS = ROOT / "training" / "pasted", ROOT / "training" / "reports"
# Mean numbers of lines before and behind a pasted report, and how much of its residue a thinned one may keep.
BEFORE, BEHIND = 4, 12
KEPT = (0.0, 0.05, 0.15, 0.4)
# The same for our own pasted pages, and how many thinned texts are made of each.
LEFT, THINNED = (0.15, 0.4, 0.7), 2
# How often, on a page, lines of a menu run together and lines of residue are lost; and how long a run gets.
JOINED, LOST, RUN = (0.0, 0.3, 0.8), (0.0, 0.0, 0.1, 0.3), 12
MENU_WORDS = 6
# What a browser puts blank lines around.
SPACED = ("p", "h1", "h2", "h3", "h4", "blockquote")
HEAD_CHARACTERS = 600
# A line that shares so much of its words with the headline is the headline once more.
ALIKE, MIN_HEADLINE = 0.7, 3


@dataclass
class Part:
    """A text as numbers, with the labels of its lines; headlines are neither body nor residue."""

    site: str
    source: str
    shape: str
    sheet: Sheet
    kinds: list[BlockKind]
    numbers: NDArray[np.float32]
    labels: NDArray[np.bool_]
    heads: NDArray[np.bool_]
    neither: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, dtype=np.bool_))


@dataclass(frozen=True)
class Own:
    """A text of our own with the gold kind of each line."""

    outlet: str
    source: str
    lines: list[Line]
    gold: list[str]

    def body(self) -> NDArray[np.bool_]:
        """The lines of its body, subheads among them."""
        return np.array([kind in {"body", "subhead"} for kind in self.gold])


@dataclass
class _Row:
    text: str
    body: bool
    head: bool
    spaced: bool


def body_of(example: Example) -> NDArray[np.bool_]:
    """The lines of the body, the cells of its tables among them."""
    return example.labels | example.cells


def page_parts(example: Example, words: Linear, chance: random.Random, shapes: Sequence[str]) -> Iterator[Part]:
    """The page in these shapes; `words` is a model of words that did not see its site."""
    spaced = example.numbers[:, [PAGE_NAMES.index(f"tag_{tag}") for tag in SPACED]].any(axis=1)
    headline = set(words_of(example.texts[example.headline])) if example.headline >= 0 else set()
    heads = [i == example.headline or _alike(headline, words_of(text)) for i, text in enumerate(example.texts)]
    rows = [
        _Row(text, bool(body) and not head, head, bool(space))
        for text, body, head, space in zip(example.texts, body_of(example), heads, spaced, strict=True)
    ]
    for shape in shapes:
        shown = rows if shape == "whole page" else list(_copied(rows, chance))
        shown = list(_cut(shown, shape, chance)) if shape.endswith("part") else shown
        if shown:
            yield _part(example, shape, shown, words, blanks=shape != "whole page" and chance.random() < 0.7)


def _alike(headline: set[str], words: list[str]) -> bool:
    """Whether a line is the headline once more, as above breadcrumbs or with the site's name."""
    own = set(words)
    return len(headline) >= MIN_HEADLINE and len(own & headline) >= ALIKE * len(own | headline)


def _copied(rows: Sequence[_Row], chance: random.Random) -> Iterator[_Row]:
    """The rows with short lines of residue joined and others lost, as often as on one page."""
    join, lose = chance.choice(JOINED), chance.choice(LOST)
    run: list[str] = []
    for row in rows:
        residue = not row.body and not row.head
        short = residue and len(row.text.split()) <= MENU_WORDS
        if run and (not short or len(run) >= RUN or chance.random() >= join):
            yield _Row(" ".join(run), body=False, head=False, spaced=False)
            run = []
        if residue and chance.random() < lose:
            continue
        if short:
            run.append(row.text)
        else:
            yield row
    if run:
        yield _Row(" ".join(run), body=False, head=False, spaced=False)


def _cut(rows: Sequence[_Row], shape: str, chance: random.Random) -> Iterator[_Row]:
    """The report with some lines before and behind it, thinned out or not."""
    kept = [i for i, row in enumerate(rows) if row.body]
    if not kept:
        return
    low = min([kept[0], *(i for i, row in enumerate(rows) if row.head)])
    low = max(0, low - int(chance.expovariate(1 / BEFORE)))
    high = kept[-1] + 1 + int(chance.expovariate(1 / BEHIND))
    share = 1.0 if shape == "pasted part" else chance.choice(KEPT)
    for row in rows[low:high]:
        if row.body or row.head or chance.random() < share:
            yield row


def _part(example: Example, shape: str, rows: Sequence[_Row], words: Linear, *, blanks: bool) -> Part:
    lines: list[Line] = []
    for i, row in enumerate(rows):
        gap = blanks and i > 0 and (row.spaced or rows[i - 1].spaced)
        lines.append(Line(row.text, Span(0, len(row.text)), gap))
    sheet = Sheet(lines, transcript=False)
    kinds = rule_kinds(sheet)
    return Part(
        example.site, example.page.split("/")[0], shape, sheet, kinds, numbers_of(sheet, kinds, words),
        np.array([row.body for row in rows]), np.array([row.head for row in rows]), np.zeros(len(rows), dtype=np.bool_),
    )  # fmt: skip


def numbers_of(sheet: Sheet, kinds: list[BlockKind], words: Linear) -> NDArray[np.float32]:
    """The numbers of a text's lines."""
    return text_features(sheet, kinds, words.scores(matrix(word_ids(sheet.lines)))).astype(np.float32)


def own_texts(folders: Sequence[Path] = (PASTED, REPORTS)) -> Iterator[Own]:
    """Our own texts but transcripts, with the kind of each line."""
    for folder in folders:
        for path in sorted(folder.glob("*.gold")):
            text, record = compile_report(path)
            lines = split_run_ons(line_table(text))
            if report_kind(lines, text[:HEAD_CHARACTERS]) != "transcript":
                gold = [_kind(line.span, record["blocks"]) for line in lines]
                yield Own(str(record.get("outlet") or path.stem), folder.name, lines, gold)


def own_parts(texts: Sequence[Own], words: Callable[[str], Linear], chance: random.Random) -> Iterator[Part]:
    """Our own texts; bylines, credits and datelines alone on a line are neither body nor residue.

    Of a pasted page there are two more, with a part of its residue and, now and then, no blank lines. `words` gives the
    model of words that did not see an outlet's texts.
    """
    for own in texts:
        yield _own_part(own, "as it is", words(own.outlet))
        for _ in range(THINNED if own.source == PASTED.name else 0):
            share, blanks = chance.choice(LEFT), chance.random() < 0.5
            kept = [i for i, kind in enumerate(own.gold) if kind not in RESIDUE or chance.random() < share]
            thin = [replace(own.lines[i], after_blank=blanks and own.lines[i].after_blank) for i in kept]
            fewer = Own(own.outlet, own.source, thin, [own.gold[i] for i in kept])
            yield _own_part(fewer, "thinned", words(own.outlet))


def _own_part(own: Own, shape: str, words: Linear) -> Part:
    sheet = Sheet(own.lines, transcript=False)
    kinds = rule_kinds(sheet)
    return Part(
        own.outlet, own.source, shape, sheet, kinds, numbers_of(sheet, kinds, words),
        own.body(), np.array([kind == "headline" for kind in own.gold]),
        np.array([kind in {"byline", "credit", "dateline"} for kind in own.gold]),
    )  # fmt: skip


def _kind(span: Span, blocks: Sequence[dict[str, object]]) -> str:
    """The kind that most characters of a line are marked with, body where nothing is."""
    shares = {"body": float(span.end - span.start)}
    for block in blocks:
        shared = min(span.end, int(str(block["end"]))) - max(span.start, int(str(block["start"])))
        if shared > 0:
            kind = str(block["kind"])
            shares[kind] = shares.get(kind, 0.0) + shared
            shares["body"] -= shared
    return max(shares, key=lambda kind: shares[kind])
