"""One text version made from a source, with its blocks and what its head and foot say."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Literal, get_args

from onrecord.model.span import Span
from onrecord.model.when import UNKNOWN, When

BlockKind = Literal["headline", "dateline", "body", "subhead", "byline", "credit", "caption", "teaser", "furniture"]
ReportKind = Literal["article", "transcript", "press_release"]

DateKind = Literal[
    "published", "modified", "feed", "sitemap", "url", "http", "crawl", "page_render", "dateline",
]  # fmt: skip
DateOrigin = Literal[
    "json-ld", "json-ld text", "json-ld page", "meta", "markup", "label", "headline", "head", "front", "url",
    "header", "feed", "sitemap", "fetch", "dateline",
]  # fmt: skip
Contribution = Literal["author", "editor", "translator", "photographer"]
CreditRelation = Literal["source", "via", "first_published"]

BLOCK_KINDS: tuple[BlockKind, ...] = get_args(BlockKind)
RESIDUE: frozenset[BlockKind] = frozenset({"caption", "teaser", "furniture"})
READABLE: frozenset[BlockKind] = frozenset({"headline", "body", "subhead"})


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the report's text with a kind. Residue is kept in the text and never read for statements."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date that open a wire report ("MOSCOW, April 4 (ST) -"); either may be unknown."""

    place: str | None = None
    date: When = UNKNOWN
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class DateEvidence:
    """One date that something states about a report, and what it speaks of; `words` are as written outside the text.

    `conflict` marks what cannot be true beside the rest, or differs from what was believed: kept, and not used.
    """

    kind: DateKind
    when: When
    origin: DateOrigin
    words: str | None = None
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates a report carries, each with its own basis, and all the evidence that they rest on.

    `bounds` is the interval in which the report was published as far as its other dates tell: not before its dateline,
    not after it was changed, fetched or rendered. It is a bound, and never stands in for `published`.
    """

    published: When = UNKNOWN
    page_render: When = UNKNOWN
    modified: When = UNKNOWN
    bounds: When = UNKNOWN
    evidence: tuple[DateEvidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who made the report, in a role, with the place of the name in the text where it stands there."""

    name: str
    role: Contribution = "author"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class CreditLink:
    """One link of the chain by which a report came here: the agency it is from, the outlet it came through."""

    name: str
    relation: CreditRelation = "source"
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """One immutable text version of a source, named by the digest of the text.

    `text` is never changed after storing: every span of every statement points into it.
    """

    text: str = field(repr=False)
    source_sha256: str
    location: str
    blocks: tuple[Block, ...] = ()
    kind: ReportKind = "article"
    title: str | None = None
    outlet: str | None = None
    byline: str | None = None
    credit: str | None = None
    dateline: Dateline = Dateline()
    dates: Dates = Dates()
    language: str | None = None
    domain: str | None = None
    canonical: str | None = None
    contributors: tuple[Contributor, ...] = ()
    chain: tuple[CreditLink, ...] = ()

    @property
    def id(self) -> str:
        """`sha256:` and the digest of the text in UTF-8; equal texts are one report."""
        return "sha256:" + hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()

    def spans_of(self, *kinds: BlockKind) -> tuple[Span, ...]:
        """The spans of the blocks of these kinds, in text order."""
        return tuple(block.span for block in self.blocks if block.kind in kinds)
