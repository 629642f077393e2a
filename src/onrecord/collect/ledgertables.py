"""The tables of a collection's ledger. Moments are seconds since 1970 by the wall clock, so that they outlive a run."""

from __future__ import annotations

from typing import Final

APPLICATION_ID: Final = 0x4F6E4C67  # "OnLg"
VERSION: Final = 1

DDL: Final = """
-- One run of the command, or several when the first were cut short.
CREATE TABLE round (number INTEGER PRIMARY KEY, finished INTEGER NOT NULL DEFAULT 0) STRICT;

-- The WARC files and how much of each counts.
CREATE TABLE file (number INTEGER PRIMARY KEY, size INTEGER NOT NULL) STRICT;

-- When a domain may be visited again.
CREATE TABLE domain (name TEXT PRIMARY KEY, ready_at REAL NOT NULL DEFAULT 0) STRICT, WITHOUT ROWID;

-- What is wanted. `next_url` moves along redirects, and `domain` with it; `round` is the last one it was settled in.
CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    outlet TEXT,
    depth INTEGER NOT NULL DEFAULT 0,
    found_in INTEGER REFERENCES item (id),
    state TEXT NOT NULL DEFAULT 'waiting',
    reason TEXT,
    status INTEGER,
    next_url TEXT NOT NULL,
    domain TEXT NOT NULL REFERENCES domain (name),
    hops INTEGER NOT NULL DEFAULT 0,
    tries INTEGER NOT NULL DEFAULT 0,
    due REAL NOT NULL DEFAULT 0,
    round INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX item_waiting ON item (domain, due, id) WHERE state = 'waiting';
CREATE INDEX item_found_in ON item (found_in) WHERE kind <> 'page';

-- The response and revisit records in the files; redirects are responses too.
CREATE TABLE record (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES item (id),
    url TEXT NOT NULL,
    kind TEXT NOT NULL,
    status INTEGER NOT NULL,
    at TEXT NOT NULL,
    digest TEXT NOT NULL,
    file INTEGER NOT NULL REFERENCES file (number),
    start INTEGER NOT NULL,
    length INTEGER NOT NULL,
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL
) STRICT;
CREATE INDEX record_digest ON record (digest) WHERE kind = 'response';
CREATE INDEX record_url ON record (url);

-- What feeds and sitemaps say of a page, in their own spelling; a page found in itself is what it says of itself.
CREATE TABLE evidence (
    item INTEGER NOT NULL REFERENCES item (id),
    found_in INTEGER NOT NULL REFERENCES item (id),
    field TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (item, found_in, field, value)
) STRICT, WITHOUT ROWID;

-- The robots.txt of each origin; without a text everything is forbidden until then.
CREATE TABLE robots (
    origin TEXT PRIMARY KEY, text TEXT, why TEXT NOT NULL, until REAL NOT NULL
) STRICT, WITHOUT ROWID;
"""
