"""Which column of a table holds what: as the user maps them, else by the names that tables of news use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from onrecord.model import ROW_FIELDS

# Column names in small letters without spaces, hyphens and underscores; the first that a table has is taken.
USUAL: Final[Mapping[str, tuple[str, ...]]] = {
    "text": (
        "text", "body", "content", "articletext", "fulltext", "maintext", "articlebody", "bodytext", "plaintext",
        "article", "story",
    ),
    "html": ("html", "rawhtml", "bodyhtml", "contenthtml", "pagehtml"),
    "url": ("url", "link", "sourceurl", "pageurl", "articleurl", "canonicalurl", "permalink", "weburl", "uri"),
    "published": (
        "published", "publishedat", "date", "publishdate", "publisheddate", "publicationdate", "pubdate", "datepublish",
        "datepublished", "datetime", "timestamp",
    ),
    "outlet": (
        "outlet", "site", "publisher", "publication", "sitename", "source", "sourcename", "newspaper", "domain",
        "sourcedomain",
    ),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "language": ("language", "lang"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """What the user said about the columns: pairs of one of our fields and a column's name."""

    named: tuple[tuple[str, str], ...] = ()

    def of(self, header: Sequence[str]) -> dict[str, str]:
        """The table's column for each field that has one; a named one is there even when the header lacks it."""
        known = {_bare(name): name for name in reversed(header)}
        found = {
            field: next((known[name] for name in names if name in known), None)
            for field, names in USUAL.items()
        }  # fmt: skip
        chosen = {field: column for field, column in found.items() if column is not None}
        named = {
            field: column if column in header else known.get(_bare(column), column) for field, column in self.named
        }
        taken = set(named.values())
        return {field: column for field, column in chosen.items() if column not in taken} | named


def parse_columns(pairs: Iterable[str]) -> Columns:
    """The mapping in words like `text=body`. Raises `ValueError` with what is wrong."""
    named: dict[str, str] = {}
    for pair in pairs:
        field, sign, column = (part.strip() for part in pair.partition("="))
        if not sign or not column:
            raise ValueError(f"{pair!r} is no FIELD=COLUMN")
        if field not in ROW_FIELDS:
            raise ValueError(f"{field!r} is none of {', '.join(ROW_FIELDS)}")
        named[field] = column
    return Columns(tuple(named.items()))


def _bare(name: str) -> str:
    return "".join(name.casefold().split()).replace("_", "").replace("-", "")
