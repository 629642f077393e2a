"""Connections to the archive file, with the driver's errors told in our own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, ExceptionContext
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from onrecord.errors import (
    ArchiveCorrupt,
    ArchiveError,
    ArchiveFull,
    ArchiveLocked,
    ArchiveMissing,
    OnrecordError,
    SearchError,
)

WAIT_SECONDS: Final = 5.0  # how long a writer waits for another one before it gives up
CACHE_KIB: Final = 32 * 1024  # holds the upper pages of every index of a million statements
PRIMARY_CODE: Final = 0xFF  # SQLite's extended codes carry the primary one in the low byte


def connect(path: Path, wait: float = WAIT_SECONDS) -> Engine:
    """An engine on the file; nothing is opened before the first connection.

    The driver's own transactions are off, so that DDL and the first read of a write lie inside ours.
    """
    url = URL.create("sqlite", database=str(path), query={"timeout": str(wait)})
    engine = create_engine(url, connect_args={"isolation_level": None})

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.execute("PRAGMA synchronous = NORMAL")
        cursor.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        mode = "IMMEDIATE" if connection.get_execution_options().get("writes") else "DEFERRED"
        connection.exec_driver_sql(f"BEGIN {mode}")

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            raise explain(context.original_exception, path) from context.original_exception

    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A connection that sees one state of the archive throughout."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """The one writer's transaction: taken at once, committed whole or not at all."""
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        yield connection


def explain(error: sqlite3.Error, path: Path) -> OnrecordError:
    """The driver's error as one of ours, with what to do about it."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & PRIMARY_CODE
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return ArchiveLocked(
            f"{path} is being written by another process", "Wait for it to end, then run the same command again."
        )
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return corrupt(path)
    if code == sqlite3.SQLITE_FULL:
        return ArchiveFull(
            f"no room on the disk for {path}",
            "Free some space and run the same command again; nothing is half-written.",
        )
    if code == sqlite3.SQLITE_CANTOPEN:
        return ArchiveMissing(f"{path} cannot be opened", "Check that its folder exists and that you may write there.")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH):
        return ArchiveError(f"{path} may not be written", "Change its permissions, or name another with --archive.")
    if "fts5" in str(error):
        return SearchError(f"the search was not understood: {error}", 'Use words, "phrases", prefix*, OR and -not.')
    return ArchiveError(f"{path}: {error}", "Run `onrecord doctor` on it.")


def corrupt(path: Path) -> ArchiveCorrupt:
    """The error for a file that is no sound archive."""
    return ArchiveCorrupt(
        f"{path} is no sound Onrecord archive",
        "Move it away and run `onrecord add` on your reports again, or bring back a copy.",
    )


def missing(path: Path) -> ArchiveMissing:
    """The error for a path where no archive is."""
    return ArchiveMissing(
        f"there is no archive at {path}", "Make one with `onrecord add PATH...`, or name another with --archive."
    )
