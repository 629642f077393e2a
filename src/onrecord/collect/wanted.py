"""What a collection wants: addresses, and what was said about them where they were found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ItemKind = Literal["page", "feed", "sitemap"]
Field = Literal[
    "onrecord-feed-published",
    "onrecord-feed-updated",
    "onrecord-feed-title",
    "onrecord-sitemap-modified",
    "onrecord-sitemap-published",
    "onrecord-sitemap-title",
    "onrecord-x-robots-tag",
    "onrecord-meta-robots",
    "onrecord-tdm-reservation",
]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A word of a feed, a sitemap or the page itself about a page, as it stands there; dates keep their spelling."""

    field: Field
    value: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to fetch; `url` is in the spelling of `check_url`. `depth` counts the sitemaps above a sitemap."""

    url: str
    kind: ItemKind = "page"
    outlet: str | None = None
    evidence: tuple[Evidence, ...] = ()
    depth: int = 0
