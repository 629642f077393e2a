"""Labels for the lines of a page: the line model tells the body, markup and signs tell the rest apart."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.clean.blocknames import name_ids
from onrecord.clean.choice import MIN_BODY_WORDS, choose
from onrecord.clean.dateline import find_opening
from onrecord.clean.features import block_ids, page_features
from onrecord.clean.linemodel import body_scores
from onrecord.clean.lines import Line
from onrecord.clean.linewords import word_ids
from onrecord.clean.marks import HEADINGS
from onrecord.clean.metadata import Metadata
from onrecord.clean.plain import Labels
from onrecord.clean.render import Page, PageLine, tokens_of
from onrecord.clean.signs import Sign, sign_of
from onrecord.model import BlockKind

# A line of this many words that stands in the page twice is in the body once.
REPEATED = 8
# The dateline opens one of the first lines of the body.
DATELINE_LINES = 4


def label_page(page: Page, lines: Sequence[Line], metadata: Metadata, headline: int) -> Labels:
    """One kind for each line of the page, with the dateline among its first body lines."""
    signs = [sign_of(line.text, line.words) for line in lines]
    body = _body(page, lines, signs, metadata, headline)
    first = next((i for i, chosen in enumerate(body) if chosen), len(lines))
    last = max((i for i, chosen in enumerate(body) if chosen), default=-1)
    kinds: list[BlockKind] = []
    for i, (line, shown) in enumerate(zip(lines, page.lines, strict=True)):
        if i == headline:
            kinds.append("headline")
            continue
        if body[i]:
            kinds.append(_body_kind(shown, line, signs[i], after_first=i > first))
        else:
            kinds.append(_other_kind(shown, line, signs[i], near=min(headline, first) - 2 <= i <= last + 3))
    for i in [i for i, kind in enumerate(kinds) if kind == "body"][:DATELINE_LINES]:
        opening = find_opening(lines[i].text)
        if opening:
            return Labels(tuple(kinds), opening, i)
    return Labels(tuple(kinds))


def _body(
    page: Page, lines: Sequence[Line], signs: Sequence[Sign | None], metadata: Metadata, headline: int
) -> list[bool]:
    numbers = page_features(page, lines, signs, metadata, headline)
    scores = body_scores(numbers, block_ids(page.lines), word_ids(lines), name_ids(page))
    chosen = [bool(picked) for picked in choose(scores, np.array([line.words for line in lines]), headline)]
    seen: set[str] = set()
    for i, line in enumerate(lines):
        if chosen[i] and line.words >= REPEATED:
            chosen[i] = line.text not in seen
            seen.add(line.text)
    if sum(line.words for line, keep in zip(lines, chosen, strict=True) if keep) >= MIN_BODY_WORDS:
        return chosen
    outside = [shown.mark.under("nav", "aside", "footer", "form") for shown in page.lines]
    return [line.prose and not out and i != headline for i, (line, out) in enumerate(zip(lines, outside, strict=True))]


def find_headline(page: Page, metadata: Metadata) -> int:
    """The number of the title's line: the heading most like the metadata's title, or the `h1`; -1 for none."""
    title = set(tokens_of(metadata.title or ""))
    best, best_score = -1, 0.5
    for i, (line, words) in enumerate(zip(page.lines, page.tokens, strict=True)):
        tokens = set(words)
        if not tokens or line.mark.hidden or line.mark.under("nav"):
            continue
        alike = len(tokens & title) / len(tokens | title) if title else 0.0
        score = alike + (0.3 if line.mark.tag == "h1" else 0.1 if line.mark.tag in HEADINGS else 0.0)
        if line.mark.tag == "h1" and not title:
            score = 0.9
        if score > best_score:
            best, best_score = i, score
    return best


def _body_kind(shown: PageLine, line: Line, sign: Sign | None, *, after_first: bool) -> BlockKind:
    if sign == "byline" and not line.prose:
        return "byline"
    if sign == "credit" and not line.prose:
        return "credit"
    if sign == "caption" and shown.mark.under("figure", "figcaption"):
        return "caption"
    heading = shown.mark.tag in HEADINGS or (shown.bold >= len(line.text) and not line.stops)
    return "subhead" if heading and after_first and not line.prose else "body"


def _other_kind(shown: PageLine, line: Line, sign: Sign | None, *, near: bool) -> BlockKind:
    if shown.mark.under("figure", "figcaption") or (sign == "caption" and not line.prose):
        return "caption"
    if near and sign == "byline":
        return "byline"
    if near and sign == "credit":
        return "credit"
    if sign == "pointer" or (line.words >= 5 and shown.linked > 0.6 * len(line.text)):
        return "teaser"
    return "teaser" if line.words >= 5 and shown.mark.hinted("related") and sign is None else "furniture"
