"""The dates that a page states of itself: in its metadata, its markup, its address, and lines with a date.

Searching the whole page for dates finds one for nine pages in ten, and invents one for four in ten of those that have
none: a date in a line counts when words call it published, or when it stands beside the headline and is called nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from lxml import etree

from onrecord.clean.address import split_address
from onrecord.clean.datelabels import DateLabel, label_of, tells_of_itself
from onrecord.clean.metadata import Metadata
from onrecord.clean.render import PageLine
from onrecord.clean.resolve import DatedWords
from onrecord.clean.sourcedates import of_stamp
from onrecord.clean.stamps import Stamp, read_stamp
from onrecord.clean.writtendates import Order, Written, figure_order, find_dates, names_year
from onrecord.model import DateEvidence, DateKind, DateOrigin, Span, When

# Lines before and after the headline in which its date stands; nearer ones come first.
BEFORE = 4
AFTER = 12
MAX_WORDS = 18
# A label on a line of its own ("Published") has few words.
LABEL_WORDS = 4
MAX_TIMES = 60
MAX_ABOVE = 60
# More days than this beside the headline that are called nothing are a list of stories or events.
MAX_PLAIN = 2
# Around a date that is called nothing there stand a name or a place, no sentence.
PLAIN_WORDS = 6
# Longer lines are running text, and their dates those of events.
MAX_LINE = 400

_ADDRESS_DAY = re.compile(
    r"[/_-]((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?![\d])|[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/._-])"
)
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=[/_-]|$)")
_PUBLISHED_CLASS = re.compile(r"publi[sc]|entry-?date|entry-?time|posted|created|datepublished|release-?date")
_MODIFIED_CLASS = re.compile(r"modif|updat")
_TIMES = etree.XPath("descendant::*[self::time or @itemprop='datePublished' or @itemprop='dateModified']")
_TEXT = etree.XPath("string()")
_OTHERS = re.compile(r"relat|recommend|popular|teaser|card|comment|sidebar|most-?read|latest|widget")
_RANGE = re.compile(r"\s*(?:[-–—]|to|bis|au|al|until)\s*", re.IGNORECASE)
# Marks between a label and its date.
_MARKS = " \t•·|-–—:,"


def page_evidence(
    tree: etree._Element, metadata: Metadata, address: str, lines: Sequence[PageLine], headline: int
) -> list[DatedWords]:
    """All dates that the page states of itself, metadata first; spans are in the page's text."""
    found = [*_of_metadata(metadata), *_of_times(tree), *_of_address(metadata.url or "", address)]
    found += _of_lines(lines, headline, metadata.language)
    return found


def _of_metadata(metadata: Metadata) -> Iterator[DatedWords]:
    for stated in metadata.dates:
        origin = stated.origin
        if origin == "json-ld" and not stated.words[:4].isdigit():
            origin = "json-ld text"
        yield from of_stamp(stated.kind, origin, read_stamp(stated.words), stated.words)


def _of_times(tree: etree._Element) -> Iterator[DatedWords]:
    """The days of elements that the markup itself calls a date: named ones, or all others when they agree."""
    named: dict[date, tuple[Stamp, str]] = {}
    plain: dict[date, tuple[Stamp, str]] = {}
    for element in _TIMES(tree)[:MAX_TIMES]:
        words = element.get("datetime") or element.get("content") or str(_TEXT(element))[:80]
        stamp = read_stamp(words)
        if stamp is None or _elsewhere(element):
            continue
        names = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
        label = label_of(f"{_before(element)} {words}") if element.tag == "time" else None
        if label == "modified" or (_MODIFIED_CLASS.search(names) and not _PUBLISHED_CLASS.search(names)):
            yield from of_stamp("modified", "markup", stamp, words)
        elif _PUBLISHED_CLASS.search(names) or element.get("pubdate") is not None:
            named.setdefault(stamp.start, (stamp, words))
        elif label != "other":
            plain.setdefault(stamp.start, (stamp, words))
    if len(named or plain) == 1:
        stamp, words = next(iter((named or plain).values()))
        yield from of_stamp("published", "markup" if named else "headline", stamp, words)


def _elsewhere(element: etree._Element) -> bool:
    """Whether the element stands in a list of other stories, among comments, or in the page's margins."""
    for above in islice(element.iterancestors(), MAX_ABOVE):
        if above.tag in {"aside", "nav", "footer", "li", "a"}:
            return True
        names = f"{above.get('class') or ''} {above.get('id') or ''}".lower()
        if _OTHERS.search(names):
            return above.tag not in {"body", "html", "main"}
        if above.tag in {"article", "main"}:
            return False
    return False


def _before(element: etree._Element) -> str:
    """The words right before an element: its older sibling's, or those before the blocks that it opens."""
    for inner in (element, *islice(element.iterancestors(), MAX_ABOVE)):
        above, earlier = inner.getparent(), inner.getprevious()
        words = "" if above is None else (above.text or "")
        if earlier is not None:
            words = f"{_TEXT(earlier)} {earlier.tail or ''}"
        if words.strip():
            return str(words.strip()[-60:])
        if above is None or above.tag in {"article", "main", "body"}:
            break
    return ""


def _of_address(*addresses: str) -> Iterator[DatedWords]:
    for address in addresses:
        if not address.startswith(("http://", "https://")):
            continue
        path = split_address(address).path
        for pattern in (_ADDRESS_DAY, _ADDRESS_MONTH):
            found = pattern.search(path)
            stamp = read_stamp("-".join(part.zfill(2) for part in found.groups() if part)) if found else None
            if found and stamp:
                yield from of_stamp("url", "url", stamp, found[0].strip("/_-"))
                return


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in a line, what it is called, how far the line is from the headline, and whether it stands beside it."""

    line: PageLine
    written: Written
    label: DateLabel | None
    distance: tuple[int, bool]
    beside: bool


def _of_lines(lines: Sequence[PageLine], headline: int, language: str | None) -> Iterator[DatedWords]:
    dated = sorted(_dated(lines, headline, language), key=lambda item: item.distance)
    if any(item.written.day is None for item in dated):
        order = figure_order((line.text for line in lines if len(line.text) < MAX_LINE), language)
        dated = sorted(_dated(lines, headline, language, order), key=lambda item: item.distance)
    plain = [item for item in dated if item.label is None and item.beside]
    below = {item.written.days for item in plain if not item.distance[1]}
    beside = plain[0] if plain and len(below) <= MAX_PLAIN else None
    yield from _as_evidence(_called(dated, "published"), "published", "label")
    yield from _as_evidence(beside, "published", "headline")
    yield from _as_evidence(_called(dated, "modified"), "modified", "label")


def _called(dated: Sequence[_Dated], label: DateLabel) -> _Dated | None:
    """The nearest date that is called this beside the headline; elsewhere only where the page has no second one."""
    called = [item for item in dated if item.label == label]
    near = next((item for item in called if item.beside), None)
    if near or len({item.written.days for item in called}) != 1:
        return near
    return called[0]


def _dated(
    lines: Sequence[PageLine], headline: int, language: str | None, order: Order | None = None
) -> Iterator[_Dated]:
    for i, line in enumerate(lines):
        if len(line.text) > MAX_LINE or not names_year(line.text):
            continue
        margin = line.mark.under("aside") and not line.mark.under("article", "main")
        if margin or line.mark.hinted("comment") or line.mark.under("nav"):
            continue
        found = list(find_dates(line.text, language, order))
        if not found:
            continue
        after_title = i > 0 and lines[i - 1].mark.tag == "h1"
        distance = (1, False) if after_title else (abs(i - headline), i < headline) if headline >= 0 else (i, False)
        beside = after_title or (headline >= 0 and distance[0] <= (BEFORE if distance[1] else AFTER))
        for written, label in _labelled(line, found, lines[i - 1].text if i else "", beside=beside):
            yield _Dated(line, written, label, distance, beside)


def _labelled(
    line: PageLine, found: Sequence[Written], above: str, *, beside: bool
) -> Iterator[tuple[Written, DateLabel | None]]:
    """The dates of a line with what they are called; a short line above may hold the label of the first."""
    prose = line.text.count(" ") >= MAX_WORDS
    end = 0
    labels: list[DateLabel | None] = []
    for written in found:
        before = line.text[end : written.start]
        if not end and not before.strip(_MARKS) and above.count(" ") < LABEL_WORDS:
            before = above
        labels.append("published" if prose and tells_of_itself(before) else label_of(before, plain=beside))
        end = written.end
    spanned = {j for i in range(1, len(found)) for j in (i - 1, i) if _RANGE.fullmatch(_between(line.text, found, i))}
    for i, (written, label) in enumerate(zip(found, labels, strict=True)):
        if i in spanned or (label is None and line.text[: written.start].count(" ") > PLAIN_WORDS):
            continue
        if prose and not tells_of_itself(line.text[: written.start]):
            continue
        # "4 March 2031. Updated: 6 March 2031" calls its first date nothing, and means the published one.
        changed_later = label is None and i + 1 < len(labels) and labels[i + 1] == "modified"
        yield written, "published" if changed_later else label


def _between(text: str, found: Sequence[Written], i: int) -> str:
    return text[found[i - 1].end : found[i].start]


def _as_evidence(item: _Dated | None, kind: DateKind, origin: DateOrigin) -> Iterator[DatedWords]:
    day = item.written.day if item else None
    if item and day:
        start = item.line.span.start
        span = Span(start + item.written.start, start + item.written.end)
        yield DatedWords(DateEvidence(kind, When(day, day, "day", "text", evidence=span), origin), (day, day))
