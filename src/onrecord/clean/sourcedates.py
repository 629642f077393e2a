"""The dates of a source rather than of its page: what feed and sitemap say of it, when it was served and fetched."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.clean.resolve import DatedWords
from onrecord.clean.stamps import Stamp, header_stamp, moment_stamp
from onrecord.model import DateEvidence, DateKind, Dateline, DateOrigin, Source, When

# Headers under which whoever collects hands on what a feed or a sitemap said of an address.
FEED_PUBLISHED = "onrecord-feed-published"
FEED_UPDATED = "onrecord-feed-updated"
SITEMAP_PUBLISHED = "onrecord-sitemap-published"
SITEMAP_MODIFIED = "onrecord-sitemap-modified"

# Servers that know no date send the beginning of their clock; nothing was served before there was a web.
WEB = 1990

_HEADERS: dict[str, tuple[DateKind, DateOrigin]] = {
    FEED_PUBLISHED: ("feed", "feed"),
    FEED_UPDATED: ("modified", "feed"),
    SITEMAP_PUBLISHED: ("sitemap", "sitemap"),
    SITEMAP_MODIFIED: ("modified", "sitemap"),
    "last-modified": ("http", "header"),
    "date": ("crawl", "header"),
}


def of_stamp(kind: DateKind, origin: DateOrigin, stamp: Stamp | None, words: str | None = None) -> Iterator[DatedWords]:
    """The stamp as evidence, nothing when there is none."""
    if stamp:
        when = When(stamp.start, stamp.end, "month" if stamp.grain == "month" else "day", "metadata")
        yield DatedWords(DateEvidence(kind, when, origin, words), stamp.days)


def source_evidence(source: Source) -> Iterator[DatedWords]:
    """The dates in the headers of a source and the day it was fetched."""
    for name, words in source.headers:
        known = _HEADERS.get(name.lower())
        if known:
            kind, origin = known
            stamp = header_stamp(words)
            if stamp and stamp.start.year >= WEB:
                yield from of_stamp(kind, origin, stamp, words)
    if source.fetched_at:
        yield from of_stamp("crawl", "fetch", moment_stamp(source.fetched_at), source.fetched_at.isoformat())


def dateline_evidence(dateline: Dateline) -> Iterator[DatedWords]:
    """The day in the dateline: nothing is published before it was filed."""
    day = dateline.date.start
    if day:
        yield DatedWords(DateEvidence("dateline", dateline.date, "dateline"), (day, day))
