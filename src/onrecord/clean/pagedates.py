"""The dates that a page states of itself: in its metadata, its markup, its address, and lines with a date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from lxml import etree

from onrecord.clean.address import split_address
from onrecord.clean.datelabels import label_of
from onrecord.clean.linedates import line_evidence
from onrecord.clean.metadata import Metadata
from onrecord.clean.render import PageLine
from onrecord.clean.resolve import DatedWords
from onrecord.clean.sourcedates import of_stamp
from onrecord.clean.stamps import Stamp, read_stamp

MAX_TIMES = 60
MAX_ABOVE = 60

_ADDRESS_DAY = re.compile(
    r"[/_-]((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?![\d])|[/-]((?:19|20)\d\d)(\d\d)(\d\d)(?=[/._-])"
)
_ADDRESS_WORDS = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})(?=[/_-]|$)", re.IGNORECASE)
_ADDRESS_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0[1-9]|1[0-2])(?=[/_-]|$)")
_PUBLISHED_CLASS = re.compile(r"publi[sc]|entry-?date|entry-?time|posted|created|datepublished|release-?date")
_MODIFIED_CLASS = re.compile(r"modif|updat")
_TIMES = etree.XPath("descendant::*[self::time or @itemprop='datePublished' or @itemprop='dateModified']")
_TEXT = etree.XPath("string()")
_OTHERS = re.compile(r"relat|recommend|popular|teaser|card|comment|sidebar|most-?read|latest|widget")


def page_evidence(
    tree: etree._Element, metadata: Metadata, address: str, lines: Sequence[PageLine], headline: int
) -> list[DatedWords]:
    """All dates that the page states of itself, metadata first; spans are in the page's text.

    What the front page of a site calls published has the origin `front`: it is kept and not used.
    """
    found = [*_of_metadata(metadata), *_of_times(tree), *_of_address(metadata.url or "", address)]
    found += line_evidence(lines, headline, metadata.language, found, signed=bool(metadata.author))
    return [_of_front(item) for item in found] if _is_front(address, metadata.url or "") else found


def _is_front(address: str, canonical: str) -> bool:
    """Whether the page is the front page of its site, which has stories and no day of its own."""
    web = ("http://", "https://")
    if not address.startswith(web):
        return False
    parts = [split_address(known) for known in (address, canonical) if known.startswith(web)]
    return bool(parts[0].netloc) and not any(part.path.strip("/") or part.query for part in parts)


def _of_front(item: DatedWords) -> DatedWords:
    if item.evidence.kind != "published":
        return item
    return replace(item, evidence=replace(item.evidence, origin="front"))


def _of_metadata(metadata: Metadata) -> Iterator[DatedWords]:
    for stated in metadata.dates:
        origin = stated.origin
        if origin == "json-ld" and not stated.words[:4].isdigit():
            origin = "json-ld text"
        doubted = origin in {"json-ld", "json-ld text"} and not metadata.article
        for item in of_stamp(stated.kind, origin, read_stamp(stated.words), stated.words):
            yield replace(item, doubted=doubted)


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
    footer = False
    for above in islice(element.iterancestors(), MAX_ABOVE):
        if above.tag in {"aside", "nav", "li", "a"}:
            return True
        names = f"{above.get('class') or ''} {above.get('id') or ''}".lower()
        if _OTHERS.search(names):
            return above.tag not in {"body", "html", "main"}
        footer = footer or above.tag == "footer"
        if above.tag == "article" or (above.tag == "main" and not footer):
            return False  # the footer of an article is the article's own
    return footer


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
        for pattern in (_ADDRESS_DAY, _ADDRESS_WORDS, _ADDRESS_MONTH):
            found = pattern.search(path)
            stamp = read_stamp("-".join(part.zfill(2) for part in found.groups() if part)) if found else None
            if found and stamp:
                yield from of_stamp("url", "url", stamp, found[0].strip("/_-"))
                return
