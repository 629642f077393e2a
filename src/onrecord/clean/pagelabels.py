"""Labels for the lines of a page: the extractor votes for the body, markup tells the rest apart."""

from __future__ import annotations

import re

from onrecord.clean.dateline import Opening, find_opening
from onrecord.clean.lines import Line
from onrecord.clean.marks import HEADINGS
from onrecord.clean.metadata import Metadata
from onrecord.clean.plain import Labels
from onrecord.clean.render import Page, PageLine
from onrecord.clean.signs import sign_of
from onrecord.model import BlockKind

# A line belongs to the extractor's output when this share of its four-word shingles does.
SHARE = 0.6

# The extractor takes seconds for each megabyte of text; no report of 2,000 pages has a quarter of this.
MAX_VOTED = 1_000_000

_TOKEN = re.compile(r"\w+")


def label_page(page: Page, lines: list[Line], metadata: Metadata) -> Labels:
    """One kind for each line of the page, with the dateline of its first body line."""
    voted = _voted(page)
    headline = find_headline(page, metadata)
    first = next((i for i, vote in enumerate(voted) if vote and i != headline), len(lines))
    kinds: list[BlockKind] = []
    opening: Opening | None = None
    opening_line = -1
    for i, line in enumerate(lines):
        kind = _kind(page.lines[i], line, voted[i], i == headline, i > first)
        if kind == "body" and opening is None and i <= first + 3:
            opening = find_opening(line.text)
            opening_line = i if opening else -1
        kinds.append(kind)
    return Labels(tuple(kinds), opening, opening_line)


def _voted(page: Page) -> list[bool]:
    """Whether the extractor keeps each line; all prose counts when the page is too deep for it to walk."""
    if page.deep or page.tree is None or len(page.text) > MAX_VOTED:
        return [Line(line.text, line.span).prose for line in page.lines]
    kept = extracted(page)
    whole = {" ".join(tokens) for row in kept.split("\n") if (tokens := _tokens(row))}
    shingles = {shingle for row in kept.split("\n") for shingle in _shingles(_tokens(row))}
    return [_is_kept(_tokens(line.text), whole, shingles) for line in page.lines]


def extracted(page: Page) -> str:
    """What trafilatura keeps of the page in its precision mode."""
    from trafilatura import extract

    return extract(page.tree, favor_precision=True, fast=True, include_comments=False, include_tables=True) or ""


def _is_kept(tokens: list[str], whole: set[str], shingles: set[tuple[str, ...]]) -> bool:
    if " ".join(tokens) in whole:
        return True
    own = _shingles(tokens)
    return len(own) > 1 and sum(shingle in shingles for shingle in own) >= SHARE * len(own)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def _shingles(tokens: list[str]) -> list[tuple[str, ...]]:
    return [tuple(tokens[i : i + 4]) for i in range(len(tokens) - 3)]


def find_headline(page: Page, metadata: Metadata) -> int:
    """The number of the line that is the title: the heading most like the metadata's, else the first `h1`."""
    title = set(_tokens(metadata.title or ""))
    best, best_score = -1, 0.5
    for i, line in enumerate(page.lines):
        tokens = set(_tokens(line.text))
        if not tokens or line.mark.hidden or line.mark.under("nav"):
            continue
        alike = len(tokens & title) / len(tokens | title) if title else 0.0
        score = alike + (0.3 if line.mark.tag == "h1" else 0.1 if line.mark.tag in HEADINGS else 0.0)
        if line.mark.tag == "h1" and not title:
            score = 0.9
        if score > best_score:
            best, best_score = i, score
    return best


def _kind(shown: PageLine, line: Line, voted: bool, headline: bool, inside: bool) -> BlockKind:
    if headline:
        return "headline"
    sign = sign_of(line.text, line.words)
    mark = shown.mark
    if mark.under("figcaption") or (sign == "caption" and not line.prose):
        return "caption"
    if sign == "byline":
        return "byline"
    if sign == "credit":
        return "credit"
    if voted and sign is None:
        heading = mark.tag in HEADINGS and not line.prose
        return "subhead" if heading and inside else "body"
    if sign in {"section", "pointer"} or (shown.linked > 0.6 * len(line.text) and line.words >= 5):
        return "teaser"
    return "teaser" if mark.hinted("related") and line.words >= 5 else "furniture"
