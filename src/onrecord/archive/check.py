"""Whether an archive is sound: what `onrecord doctor` asks."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.exc import DatabaseError

from onrecord.archive.results import Counts, Fault
from onrecord.archive.schema import actor, block, mention, occasion, report, source, statement, statement_span, tally
from onrecord.archive.tallies import wrong_tallies
from onrecord.errors import OnrecordError

REBUILD = "Move the archive away and run `onrecord add` on your reports again, or bring back a copy."


def find_faults(connection: Connection) -> Iterator[Fault]:
    """Everything found wrong, the gravest first; nothing when the archive is sound."""
    for (found,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if found != "ok":
            yield Fault(f"the file is damaged: {found}", REBUILD)
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Fault(f"row {row} of {table} points to a missing {parent}", REBUILD)
    yield from _loose_spans(connection)
    yield from _loose_names(connection)
    for name in wrong_tallies(connection):
        yield Fault(f"the counts of speaker {name} are out of step", REBUILD)
    for fts in ("statement_fts", "report_fts"):
        if not _in_step(connection, fts):
            yield Fault(f"the search index {fts} is out of step", REBUILD)


def count_rows(connection: Connection) -> Counts:
    """How much there is of everything."""
    speakers = select(func.count()).where(tally.c.facet == "all")
    return Counts(
        sources=_count(connection, source),
        reports=_count(connection, report),
        statements=_count(connection, statement),
        speakers=connection.execute(speakers).scalar_one(),
        occasions=_count(connection, occasion),
    )


def _count(connection: Connection, table: Table) -> int:
    return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _loose_spans(connection: Connection) -> Iterator[Fault]:
    """Spans that reach beyond their text. Lengths are counted here: SQLite's own stops at a NUL character."""
    ends = dict(
        connection.execute(
            select(statement.c.report, func.max(statement_span.c.end))
            .join(statement, statement.c.number == statement_span.c.statement)
            .group_by(statement.c.report)
        ).all()
    )
    blocks = dict(connection.execute(select(block.c.report, func.max(block.c.end)).group_by(block.c.report)).all())
    for row in connection.execute(select(report.c.number, report.c.id, report.c.text)):
        if max(ends.get(row.number, 0), blocks.get(row.number, 0)) > len(row.text):
            yield Fault(f"a span of report {row.id} reaches beyond its text", REBUILD)


def _loose_names(connection: Connection) -> Iterator[Fault]:
    """Statements said to lie in a statement, or to belong to an occasion, that is not there."""
    outer = statement.alias("outer")
    nested = select(statement.c.id).where(
        statement.c.nested_in.is_not(None), ~select(outer.c.id).where(outer.c.id == statement.c.nested_in).exists()
    )
    for name in connection.execute(nested).scalars():
        yield Fault(f"statement {name} lies in a statement that is missing", REBUILD)
    homeless = select(statement.c.id).where(
        statement.c.occasion.is_not(None),
        ~select(occasion.c.id)
        .where(occasion.c.report == statement.c.report, occasion.c.id == statement.c.occasion)
        .exists(),
    )
    for name in connection.execute(homeless).scalars():
        yield Fault(f"statement {name} belongs to an occasion that is missing", REBUILD)
    unused = select(actor.c.id).where(~select(mention.c.actor).where(mention.c.actor == actor.c.id).exists())
    for name in connection.execute(unused).scalars():
        yield Fault(f"actor {name} stands in no statement", REBUILD)


def _in_step(connection: Connection, fts: str) -> bool:
    """Whether the index holds exactly the words of its table (the `1` asks for that comparison)."""
    try:
        connection.exec_driver_sql(f"INSERT INTO {fts}({fts}, rank) VALUES('integrity-check', 1)")
    except (OnrecordError, DatabaseError, sqlite3.Error):
        return False
    return True
