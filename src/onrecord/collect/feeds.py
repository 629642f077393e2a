"""Atom and RSS feeds: the pages they list, and their dates as they stand there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

import feedparser

from onrecord.collect.files import MEGABYTE
from onrecord.collect.urls import join
from onrecord.collect.wanted import Evidence, Field, Wanted
from onrecord.errors import BadFeed, FetchRefused, InputError

FEED_LIMIT: Final = 10 * MEGABYTE  # unpacked; 200 real feeds were 45 MB together
TAG_LIMIT: Final = 200_000  # the parser takes up to 30 microseconds a tag; a feed of 1,000 entries has some 20,000
ENTRY_LIMIT: Final = 10_000
VALUE_LIMIT: Final = 500  # characters of a date or a title that are kept
FIELDS: Final[tuple[tuple[str, Field], ...]] = (
    ("published", "onrecord-feed-published"),
    ("updated", "onrecord-feed-updated"),
    ("title", "onrecord-feed-title"),
)


@dataclass(frozen=True, slots=True)
class Listing:
    """What a feed or a sitemap lists, and what was wrong with it."""

    wanted: tuple[Wanted, ...]
    troubles: tuple[InputError, ...] = ()


def read_feed(content: bytes, url: str, outlet: str | None, ports: frozenset[int] = frozenset()) -> Listing:
    """The pages that a feed lists. `url` is its own, which relative links are read against.

    feedparser and not a faster parser, since it leaves dates as they are written: the day depends on their offset.
    What stands before a break in the XML is used, and the break is one of the troubles.
    """
    if count_tags(content) > TAG_LIMIT:
        return Listing((), (bad_feed(url, f"it has more than {TAG_LIMIT} tags"),))
    try:
        parsed = feedparser.parse(
            BytesIO(content),  # never a string: that could be taken for an address or a path
            response_headers={"content-location": url},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # a part boundary: a zero byte in the encoding's name is enough to break the parser
        return Listing((), (bad_feed(url, f"the parser breaks on it ({type(error).__name__})"),))
    troubles: list[InputError] = []
    if not parsed.get("version"):
        return Listing((), (bad_feed(url, "it is neither RSS nor Atom"),))
    if parsed.get("bozo") and not isinstance(parsed.get("bozo_exception"), _HARMLESS):
        troubles.append(bad_feed(url, f"its XML is broken ({_reason(parsed.get('bozo_exception'))})"))
    wanted: dict[str, Wanted] = {}
    for entry in parsed.entries[:ENTRY_LIMIT]:
        link = _text(entry, "feedburner_origlink") or _text(entry, "link")
        if not link:
            continue
        try:
            page = join(url, link, ports)
        except FetchRefused as error:
            troubles.append(error)
            continue
        wanted.setdefault(page, Wanted(page, "page", outlet, _evidence(entry)))
    return Listing(tuple(wanted.values()), tuple(troubles))


def count_tags(content: bytes) -> int:
    """How many tags there may be, without those inside CDATA sections, which are only text."""
    tags = at = 0
    while (start := content.find(b"<![CDATA[", at)) >= 0:
        tags += content.count(b"<", at, start) + 1
        end = content.find(b"]]>", start)
        if end < 0:
            return tags + content.count(b"<", start)
        at = end
    return tags + content.count(b"<", at)


def bad_feed(url: str, why: str) -> BadFeed:
    """The error for a feed or sitemap."""
    return BadFeed(f"{url} cannot be read in full: {why}", "Check the address in a browser, or leave it out.")


def _evidence(entry: Mapping[str, object]) -> tuple[Evidence, ...]:
    found = [(field, _text(entry, name)) for name, field in FIELDS if name in entry.keys()]  # noqa: SIM118 - see below
    return tuple(Evidence(field, value) for field, value in found if value)


def _text(entry: Mapping[str, object], name: str) -> str:
    # `in` and `get` of feedparser's dictionaries give `published` for a missing `updated`; `keys` does not.
    value = entry.get(name) if name in entry.keys() else None  # noqa: SIM118
    return " ".join(value.split())[:VALUE_LIMIT] if isinstance(value, str) else ""


def _reason(error: object) -> str:
    message = error.getMessage() if hasattr(error, "getMessage") else str(error)
    return " ".join(str(message).split())[:200]


_HARMLESS: Final = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)
