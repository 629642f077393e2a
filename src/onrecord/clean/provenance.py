"""The fields that a report's head and foot give: title, byline, credit, dateline, dates."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.clean.credits import FIRST_PUBLISHED, agency_credit, byline_names
from onrecord.clean.dates import WrittenDate, as_day, first_date, lone_date
from onrecord.clean.furniture import is_menu
from onrecord.clean.lines import Line
from onrecord.clean.names import is_signature
from onrecord.clean.plain import Labels
from onrecord.clean.resolve import DatedWords
from onrecord.model import UNKNOWN, Basis, DateEvidence, DateKind, Dateline, DateOrigin, ReportKind, Span, When

_MARKER = re.compile(
    r"^\W*(?:(?:\d+(?:st|nd|rd|th)\s+)?(?:lead[\s-]+)?(?:updated?|corrected|refile|wrapup)(?:\s*\d+)?"
    r"(?:\s*[-–—:|]+\s*|\)\s*|\]\s*))+",
    re.IGNORECASE,
)
_TRAILING_MARKER = re.compile(r"\s*[(\[–—-]\s*updated?(?:\s*\d+)?\s*[)\]]?\s*$", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"^[\W_]*(?:(?:originally|first)\s+)?"
    r"(?:published|posted|date|issued|released|veröffentlicht|publié|publicado)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"\b(?:press (?:service|office|release|department|statement)|ministry of|office of the|"
    r"department of (?:state|foreign)|embassy of|permanent mission|for immediate (?:release|publication)|"
    r"spokesperson of the)\b",
    re.IGNORECASE,
)
# A date that heads a page stands in one of its first lines.
RENDER_LINES = 2
_ANY_CHANGE = re.compile(r"^[\W_]*(?:last\s+)?(?:updated|modified)\b", re.IGNORECASE)


def bare_title(headline: str) -> str:
    """The headline without markers that tell of its versions ("Updated-", "UPDATE 2-", "(Updated)")."""
    bare = _TRAILING_MARKER.sub("", _MARKER.sub("", headline, count=1)).strip()
    return bare or headline


def version_marker(headline: str) -> int:
    """How many characters of the headline are a marker of its version in front ("Updated-"), 0 for none."""
    marker = _MARKER.match(headline)
    return marker.end() if marker and marker.end() < len(headline) else 0


def title_of(lines: Sequence[Line], labels: Labels) -> str | None:
    """The title: the headline's words on one line, without version markers."""
    line = _first(lines, labels, "headline")
    return bare_title(" ".join(line.text.split())) if line else None


def byline_of(lines: Sequence[Line], labels: Labels) -> str | None:
    """Who signed, as written; people's names win over desks ("Local Editor")."""
    desks: list[str] = []
    for line, kind in zip(lines, labels.kinds, strict=True):
        if kind != "byline":
            continue
        named = byline_names(line.text)
        words = line.text[slice(*named)] if named else line.text.strip(" –—-()[]|\t")
        if is_signature(words):
            return words.strip(" –—-|")
        desks.append(words)
    return desks[0] if desks else None


def credit_of(lines: Sequence[Line], labels: Labels) -> str | None:
    """The agency credit as written: a source line with its whole reprint chain, else the dateline's agency."""
    for line, kind in zip(lines, labels.kinds, strict=True):
        if kind == "credit" and not FIRST_PUBLISHED.match(line.text):
            named = agency_credit(line.text)
            return line.text[slice(*named)] if named else line.text.strip("()[]–—- ")
    return labels.opening.agency if labels.opening else None


def dateline_of(lines: Sequence[Line], labels: Labels) -> Dateline:
    """The dateline with its span; its date is a day only when its year is written."""
    opening = labels.opening
    if opening is None:
        return Dateline()
    start = lines[labels.opening_line].span.start
    when = as_day(opening.date, "dateline", _shift(opening.date_at, start)) if opening.date else None
    if opening.weekday and when is None:
        when = When(grain="weekday", basis="dateline", weekday=opening.weekday, evidence=_shift(opening.date_at, start))
    return Dateline(opening.place, when or UNKNOWN, Span(start, start + opening.close))


def dates_stated(lines: Sequence[Line], labels: Labels, kind: ReportKind) -> Iterator[DatedWords]:
    """The dates that head and foot state. A lone date above the headline is the day the page was rendered."""
    headline = next((i for i, label in enumerate(labels.kinds) if label == "headline"), None)
    body = next((i for i, label in enumerate(labels.kinds) if label == "body"), len(lines))
    for i, (line, label) in enumerate(zip(lines, labels.kinds, strict=True)):
        if label != "furniture":
            continue
        called = first_date(line.text)
        if called and _ANY_CHANGE.search(line.text):
            yield from _evidence(called, line, "modified", "label")
        elif called and _PUBLISHED.search(line.text):
            yield from _evidence(called, line, "published", "label")
        elif _ANY_CHANGE.search(line.text) or i >= body:
            continue
        elif alone := lone_date(line.text) or (called if is_menu(line.text) else None):
            if kind != "article" or (headline is not None and i > headline):
                yield from _evidence(alone, line, "published", "head")
            elif i <= RENDER_LINES:
                yield from _evidence(alone, line, "page_render", "head")
    if kind != "article":
        yield from _head_date(lines, labels)


def issued_by_office(lines: Sequence[Line], labels: Labels) -> bool:
    """Whether the head is that of a press release: an office's own line above it, or place and full date alone."""
    opening = labels.opening
    if opening and opening.date and opening.date.year and opening.agency is None and opening.place:
        return True
    body = next((i for i, label in enumerate(labels.kinds) if label == "body"), len(lines))
    return any(
        label == "furniture" and _OFFICE.search(line.text)
        for line, label in zip(lines[:body], labels.kinds[:body], strict=True)
    )


def _head_date(lines: Sequence[Line], labels: Labels) -> Iterator[DatedWords]:
    """The date in the place-and-date line that heads a release or a transcript: it is the day it was issued."""
    opening, at = labels.opening, labels.opening_line
    if opening is None or opening.date is None or opening.agency is not None:
        return
    when = as_day(opening.date, "dateline", _shift(opening.date_at, lines[at].span.start))
    if when and when.start:
        yield DatedWords(DateEvidence("published", when, "head"), (when.start, when.start))


def _evidence(
    found: tuple[WrittenDate, int, int], line: Line, kind: DateKind, origin: DateOrigin
) -> Iterator[DatedWords]:
    written, start, end = found
    basis: Basis = "page_render" if kind == "page_render" else "text"
    when = as_day(written, basis, Span(line.span.start + start, line.span.start + end))
    if when and when.start:
        yield DatedWords(DateEvidence(kind, when, origin), (when.start, when.start))


def _shift(place: tuple[int, int] | None, by: int) -> Span | None:
    return Span(place[0] + by, place[1] + by) if place else None


def _first(lines: Sequence[Line], labels: Labels, kind: str) -> Line | None:
    return next((line for line, label in zip(lines, labels.kinds, strict=True) if label == kind), None)
