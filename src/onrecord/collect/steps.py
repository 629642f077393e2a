"""What a visit to an address is about and what it changes: the rows of the ledger as values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.collect.recording import Earlier
from onrecord.collect.wanted import Evidence, ItemKind, Wanted

State = Literal["waiting", "kept", "unchanged", "gone", "failed", "refused", "disallowed", "reserved"]


@dataclass(frozen=True, slots=True)
class Item:
    """An address in the queue; `next_url` is where its redirects have led so far, `via` the feed it was found in."""

    id: int
    url: str
    kind: ItemKind
    outlet: str | None
    depth: int
    next_url: str
    hops: int
    tries: int
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask whether a page has changed, and the response that it would be unchanged from."""

    etag: str
    last_modified: str
    earlier: Earlier


@dataclass(frozen=True, slots=True)
class Record:
    """A response or revisit in a WARC file, and the size of that file with it."""

    url: str
    kind: str
    status: int
    at: str
    digest: str
    file: int
    start: int
    length: int
    file_size: int
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What one visit changes: the item's new state, its record, what was found and said there."""

    item: Item
    state: State
    ready_at: float
    reason: str = ""
    status: int | None = None
    next_url: str | None = None
    hops: int = 0
    tries: int = 0
    due: float = 0.0
    record: Record | None = None
    found: tuple[Wanted, ...] = ()
    stated: tuple[Evidence, ...] = ()
