"""The ledger of a collection: the queue and what became of each address, in one SQLite file.

A step is one transaction, made after its records are safely in the WARC file. So whenever the process is killed, the
ledger tells what counts: an address whose records it does not know is still waiting.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from onrecord.collect.ledgertables import APPLICATION_ID, DDL, VERSION
from onrecord.collect.recording import Earlier
from onrecord.collect.robots import Robots
from onrecord.collect.steps import Item, Record, Step, Validators
from onrecord.collect.urls import domain
from onrecord.collect.wanted import Evidence, Wanted
from onrecord.errors import CollectionBusy, CollectionDamaged, CollectionError

FILE: Final = "collection.sqlite"
TRIED_AGAIN: Final = "('failed', 'disallowed')"  # in the next round, without being asked


class Ledger:
    """An open ledger; no other process can open it meanwhile."""

    def __init__(self, folder: Path) -> None:
        """Raises `CollectionBusy`, `CollectionDamaged` or `CollectionError`."""
        self._path = folder / FILE
        with self._explained():
            self._db = sqlite3.connect(self._path, isolation_level=None, timeout=0.2)
            try:
                self._prepare()
            except BaseException:
                self._db.close()
                raise
        self.round = 0

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def begin_round(self, again: bool = False) -> None:
        """Go on with the round that was cut short, or begin a new one, where failures are tried again.

        With `again`, so is all that was ever settled.
        """
        with self._writing():
            last = self._db.execute("SELECT number, finished FROM round ORDER BY number DESC LIMIT 1").fetchone()
            if last and not last[1]:
                self.round = last[0]
                return
            self.round = last[0] + 1 if last else 1
            self._db.execute("INSERT INTO round (number) VALUES (?)", (self.round,))
            which = "state <> 'waiting'" if again else f"state IN {TRIED_AGAIN}"
            self._db.execute(f"UPDATE item SET {_ANEW} WHERE {which}")

    def end_round(self) -> None:
        """Nothing more is to be done in this round."""
        with self._writing():
            self._db.execute("UPDATE round SET finished = 1 WHERE number = ?", (self.round,))

    def want(self, wanted: Iterable[Wanted]) -> int:
        """Put addresses into the queue and answer how many are new; feeds and sitemaps wait again, once a round."""
        with self._writing():
            return sum(self._want(each, None) for each in wanted)

    def next_item(self) -> tuple[Item, float] | None:
        """The item that may be visited first, and when; None when nothing waits."""
        with self._explained():
            row = self._db.execute(_NEXT).fetchone()
        return (Item(*row[:-1]), row[-1]) if row else None

    def visit(self, name: str, ready_at: float) -> None:
        """Note before a request when the domain may be visited again, so that being killed makes no one impolite."""
        with self._writing():
            self._db.execute(
                "INSERT INTO domain (name, ready_at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE"
                " SET ready_at = max(ready_at, excluded.ready_at)",
                (name, ready_at),
            )

    def ready_at(self, name: str) -> float:
        """When the domain may be visited again."""
        with self._explained():
            row = self._db.execute("SELECT ready_at FROM domain WHERE name = ?", (name,)).fetchone()
        return float(row[0]) if row else 0.0

    def settle(self, step: Step) -> None:
        """Write one step, whole or not at all."""
        with self._writing():
            self._settle_item(step)
            self._db.execute(
                "UPDATE domain SET ready_at = max(ready_at, ?) WHERE name = ?",
                (step.ready_at, domain(step.item.next_url)),
            )
            if step.record:
                self._settle_record(step.item.id, step.record)
            for wanted in step.found:
                self._want(wanted, step.item.id)
            self._db.executemany(
                "INSERT OR IGNORE INTO evidence (item, found_in, field, value) VALUES (?, ?, ?, ?)",
                [(step.item.id, step.item.id, each.field, each.value) for each in step.stated],
            )
            if step.state == "unchanged":  # an index that stays the same may list sitemaps that do not
                self._db.execute(
                    f"UPDATE item SET {_ANEW} WHERE found_in = ? AND kind <> 'page' AND round < ?",
                    (step.item.id, self.round),
                )

    def robots(self, origin: str, now: float) -> tuple[Robots, float] | None:
        """The rules of an origin and until when they hold; None when they are not known or too old."""
        with self._explained():
            row = self._db.execute(
                "SELECT text, why, until FROM robots WHERE origin = ? AND until > ?", (origin, now)
            ).fetchone()
        if row is None:
            return None
        return (Robots.closed(row[1]) if row[0] is None else Robots.parse(row[0])), row[2]

    def keep_robots(self, origin: str, robots: Robots, until: float) -> None:
        """Remember the rules of an origin until then."""
        with self._writing():
            self._db.execute(
                "INSERT OR REPLACE INTO robots (origin, text, why, until) VALUES (?, ?, ?, ?)",
                (origin, robots.text, robots.why, until),
            )

    def validators(self, url: str) -> Validators | None:
        """What the last whole response for the URL offers for a conditional request."""
        with self._explained():
            row = self._db.execute(
                "SELECT etag, last_modified, digest FROM record"
                " WHERE url = ? AND status = 200 ORDER BY id DESC LIMIT 1",
                (url,),
            ).fetchone()
        earlier = self.same_payload(row[2]) if row and (row[0] or row[1]) else None
        return Validators(row[0], row[1], earlier) if earlier else None

    def same_payload(self, digest: str) -> Earlier | None:
        """The first response with this payload."""
        with self._explained():
            row = self._db.execute(
                "SELECT url, at, digest FROM record WHERE digest = ?"
                " AND kind = 'response' AND status = 200 ORDER BY id LIMIT 1",
                (digest,),
            ).fetchone()
        return Earlier(*row) if row else None

    def evidence(self, item: int) -> tuple[tuple[str, Evidence], ...]:
        """What was said about an item, each with the URL of the feed or sitemap that said it."""
        with self._explained():
            rows = self._db.execute(
                "SELECT item.url, field, value FROM evidence JOIN item ON item.id = evidence.found_in"
                " WHERE evidence.item = ? AND evidence.found_in <> evidence.item ORDER BY item.id, field, value",
                (item,),
            ).fetchall()
        return tuple((url, Evidence(field, value)) for url, field, value in rows)

    def files(self) -> list[tuple[int, int]]:
        """The numbers of the WARC files and the size that counts of each."""
        with self._explained():
            return list(self._db.execute("SELECT number, size FROM file ORDER BY number"))

    def add_file(self, number: int) -> None:
        """Announce a file before it is made."""
        with self._writing():
            self._db.execute("INSERT OR IGNORE INTO file (number, size) VALUES (?, 0)", (number,))

    def waiting(self) -> int:
        """How many items wait."""
        with self._explained():
            return int(self._db.execute("SELECT count(*) FROM item WHERE state = 'waiting'").fetchone()[0])

    def _settle_item(self, step: Step) -> None:
        following = step.next_url or (step.item.next_url if step.state == "waiting" else step.item.url)
        self._meet(domain(following))
        self._db.execute(
            "UPDATE item SET state = ?, reason = ?, status = ?, next_url = ?, domain = ?, hops = ?, tries = ?, due = ?,"
            " round = CASE WHEN ? = 'waiting' THEN round ELSE ? END WHERE id = ?",
            (
                step.state, step.reason or None, step.status, following, domain(following), step.hops, step.tries,
                step.due, step.state, self.round, step.item.id,
            ),
        )  # fmt: skip

    def _settle_record(self, item: int, record: Record) -> None:
        self._db.execute(
            "INSERT INTO record (item, url, kind, status, at, digest, file, start, length, etag, last_modified)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                item, record.url, record.kind, record.status, record.at, record.digest, record.file, record.start,
                record.length, record.etag, record.last_modified,
            ),
        )  # fmt: skip
        self._db.execute("UPDATE file SET size = ? WHERE number = ?", (record.file_size, record.file))

    def _want(self, wanted: Wanted, found_in: int | None) -> bool:
        name = domain(wanted.url)
        self._meet(name)
        new = self._db.execute(
            "INSERT OR IGNORE INTO item (url, kind, outlet, depth, found_in, next_url, domain)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (wanted.url, wanted.kind, wanted.outlet, wanted.depth, found_in, wanted.url, name),
        ).rowcount
        if not new and wanted.kind != "page":
            self._db.execute(
                f"UPDATE item SET kind = ?, {_ANEW} WHERE url = ? AND state <> 'waiting' AND round < ?",
                (wanted.kind, wanted.url, self.round),
            )
        if found_in is not None and wanted.evidence:
            (item,) = self._db.execute("SELECT id FROM item WHERE url = ?", (wanted.url,)).fetchone()
            self._db.executemany(
                "INSERT OR IGNORE INTO evidence (item, found_in, field, value) VALUES (?, ?, ?, ?)",
                [(item, found_in, each.field, each.value) for each in wanted.evidence],
            )
        return bool(new)

    def _meet(self, name: str) -> None:
        self._db.execute("INSERT OR IGNORE INTO domain (name) VALUES (?)", (name,))

    def _prepare(self) -> None:
        self._db.execute("PRAGMA locking_mode = EXCLUSIVE")  # before WAL: the lock then lasts as long as the process
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")  # losing the last steps with the power is safe, see `Recording`
        self._db.execute("PRAGMA foreign_keys = ON")
        self._db.execute("BEGIN IMMEDIATE")
        kept = self._db.execute("PRAGMA application_id").fetchone()[0], self._pragma_version()
        if kept == (0, 0) and not self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            for statement in DDL.split(";\n"):
                self._db.execute(statement)
            self._db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self._db.execute(f"PRAGMA user_version = {VERSION}")
        elif kept[0] != APPLICATION_ID or kept[1] > VERSION:
            raise CollectionDamaged(
                f"{self._path} is no ledger that this Onrecord knows",
                "Install the newest Onrecord, or collect into a new folder.",
            )
        self._db.execute("COMMIT")

    def _pragma_version(self) -> int:
        return int(self._db.execute("PRAGMA user_version").fetchone()[0])

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with self._explained():
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                if self._db.in_transaction:  # a full disk has ended it already
                    self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise _explain(error, self._path) from error


def _explain(error: sqlite3.Error, path: Path) -> CollectionError:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return CollectionBusy(f"another process is collecting into {path.parent}", "Wait for it to end.")
    if code in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return CollectionDamaged(
            f"{path} is no sound ledger", "Bring back a copy of the folder, or collect into a new one."
        )
    return CollectionError(f"{path}: {error}", "Check that the folder may be written and that the disk has room.")


_ANEW: Final = "state = 'waiting', next_url = url, hops = 0, tries = 0, due = 0"

_NEXT: Final = """
SELECT item.id, item.url, item.kind, item.outlet, item.depth, item.next_url, item.hops, item.tries,
       (SELECT url FROM item AS above WHERE above.id = item.found_in),
       max(domain.ready_at, item.due) AS at
FROM domain JOIN item ON item.id = (
    SELECT id FROM item AS first WHERE first.domain = domain.name AND first.state = 'waiting' ORDER BY due, id LIMIT 1
)
ORDER BY at, item.id LIMIT 1
"""
