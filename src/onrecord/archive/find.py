"""Looking things up by id, whole or by its beginning."""

from __future__ import annotations

from typing import Final, TypeVar

from sqlalchemy import Connection, select

from onrecord.archive.load import load_occasion, load_report, load_statements
from onrecord.archive.results import StatementInReport
from onrecord.archive.schema import actor, report, statement, withdrawn
from onrecord.errors import NotFound, SearchError

T = TypeVar("T")
PREFIX: Final = "sha256:"
CLOSED: Final = "\U0010ffff"  # sorts after every id with the same beginning


def present(found: T | None, what: str, name: str) -> T:
    """What was found. Raises `NotFound` when it is None."""
    if found is None:
        raise NotFound(f"no {what} {name}", "Find it with `onrecord search` or `onrecord who`.")
    return found


def statement_in_report(connection: Connection, statement_id: str) -> StatementInReport:
    """A statement with its report. Raises `NotFound`, which tells when a later reading withdrew the statement."""
    row = connection.execute(
        select(statement.c.number, statement.c.report, statement.c.occasion, report.c.id)
        .join(report)
        .where(statement.c.id == statement_id)
    ).first()
    if row is None:
        raise _missing_statement(connection, statement_id)
    said = load_statements(connection, [row.number])[row.number]
    home = present(load_report(connection, row.id), "report", row.id)
    occurred = load_occasion(connection, row.report, row.occasion) if row.occasion else None
    return StatementInReport(said, home, occurred)


def _missing_statement(connection: Connection, statement_id: str) -> NotFound:
    gone = connection.execute(select(withdrawn).where(withdrawn.c.statement == statement_id)).first()
    if gone is None:
        return NotFound(f"no statement {statement_id}", "Find it with `onrecord search`.")
    return NotFound(
        f"statement {statement_id} was withdrawn: a later reading of its report does not have it",
        f"Open the report with `onrecord show {gone.report_id}`.",
    )


def resolve(connection: Connection, beginning: str) -> str:
    """The one id that begins so. Raises `NotFound` when none does and `SearchError` when several do."""
    beginning = beginning.strip()
    found = set(_candidates(connection, beginning)) if beginning else set()
    if beginning in found:
        return beginning
    if not found:
        raise NotFound(f"nothing has the id {beginning}", "Find ids with `onrecord search` or `onrecord who`.")
    if len(found) > 1:
        raise SearchError(f"more than one id begins with {beginning}", "Give more of it.")
    return found.pop()


def _candidates(connection: Connection, beginning: str) -> list[str]:
    """At most two ids of each kind that begin so: two are enough to know that it is ambiguous."""
    digest = beginning if beginning.startswith(PREFIX) else PREFIX + beginning
    wanted = ((report.c.id, digest), (statement.c.id, beginning), (actor.c.id, beginning))
    names: list[str] = []
    for column, start in wanted:
        query = select(column).where(column >= start, column < start + CLOSED).order_by(column).limit(2)
        names.extend(connection.execute(query).scalars())
    if not names:
        query = select(withdrawn.c.statement).where(withdrawn.c.statement == beginning)
        names.extend(connection.execute(query).scalars())
    return names
