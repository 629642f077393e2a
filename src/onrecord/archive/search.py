"""Finding statements and reports by their words, best first, page by page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy.sql.expression import FromClause, Select
from sqlalchemy.sql.expression import table as named_table

from onrecord.archive import rows
from onrecord.archive.load import load_statements, load_summaries
from onrecord.archive.query import fts_expression
from onrecord.archive.results import Hit, Page, ReportHit, Snippet
from onrecord.archive.schema import actor, mention, report, statement
from onrecord.archive.snippet import CLOSE, OPEN, excerpt, plain_excerpt
from onrecord.errors import SearchError
from onrecord.model import Form, Kind

COUNT_LIMIT: Final = 1000  # matches counted for `Page.total`: counting all of a million costs more than the search
PAGE: Final = 20
MAX_PAGE: Final = 500

statement_fts = named_table("statement_fts", column("rowid"))
report_fts = named_table("report_fts", column("rowid"))


@dataclass(frozen=True, slots=True)
class Filters:
    """What a statement must be besides matching the words; None asks for nothing.

    `speaker` is an actor's id or a part of a name.
    """

    kinds: Collection[Kind] | None = None
    form: Form | None = None
    speaker: str | None = None
    outlet: str | None = None

    def conditions(self) -> list[ColumnElement[bool]]:
        """As conditions on the statement table."""
        found: list[ColumnElement[bool]] = []
        if self.kinds is not None:
            found.append(statement.c.kind.in_(sorted(self.kinds)))
        if self.form is not None:
            found.append(statement.c.form == self.form)
        if self.speaker is not None:
            found.append(statement.c.number.in_(_spoken_by(self.speaker)))
        if self.outlet is not None:
            by_outlet = select(report.c.number).where(report.c.outlet == self.outlet)
            found.append(statement.c.report.in_(by_outlet))
        return found


def search_statements(
    connection: Connection, query: str, filters: Filters, limit: int = PAGE, after: str | None = None
) -> Page[Hit]:
    """Statements whose content or speaker matches; without words, all that pass the filters, newest first."""
    expression = fts_expression(query)
    if expression is None and query.strip():
        return Page()
    base = _matches(statement, statement_fts, expression).where(*filters.conditions())
    found, following, total = _page(connection, base, statement, statement_fts, expression, limit, after)
    said = load_statements(connection, found)
    homes = dict(
        connection.execute(select(statement.c.number, statement.c.report).where(statement.c.number.in_(found))).all()
    )
    reports = load_summaries(connection, list(homes.values()))
    texts = dict(
        connection.execute(select(statement.c.number, statement.c.words).where(statement.c.number.in_(found))).all()
    )
    marked = _marked(connection, statement_fts, 0, expression, found)
    hits = tuple(
        Hit(said[number], texts[number], _snippet(texts[number], marked.get(number)), reports[homes[number]])
        for number in found
    )
    return Page(hits, following, total)


def search_reports(
    connection: Connection, query: str, limit: int = PAGE, after: str | None = None, outlet: str | None = None
) -> Page[ReportHit]:
    """Reports whose title or text matches; without words, all of them, newest first."""
    expression = fts_expression(query)
    if expression is None and query.strip():
        return Page()
    base = _matches(report, report_fts, expression)
    if outlet is not None:
        base = base.where(report.c.outlet == outlet)
    found, following, total = _page(connection, base, report, report_fts, expression, limit, after)
    summaries = load_summaries(connection, found)
    marked = _marked(connection, report_fts, 1, expression, found)
    texts = dict(connection.execute(select(report.c.number, report.c.text).where(report.c.number.in_(found))).all())
    hits = tuple(ReportHit(summaries[number], _snippet(texts[number], marked.get(number))) for number in found)
    return Page(hits, following, total)


def _spoken_by(speaker: str) -> Select[tuple[int]]:
    base = select(mention.c.statement).where(mention.c.role == "speaker")
    if speaker.startswith("ac-"):
        return base.where(mention.c.actor == speaker)
    return base.where(mention.c.actor.in_(select(actor.c.id).where(named_like(speaker))))


def named_like(name: str) -> ColumnElement[bool]:
    """Whether an actor's name holds every word of `name`, whatever the case and the accents."""
    return and_(literal(True), *(actor.c.folded.contains(word, autoescape=True) for word in rows.fold(name).split()))


def _matches(table: Table, fts: FromClause, expression: str | None) -> Select[tuple[int]]:
    if expression is None:
        return select(table.c.number)
    joined = fts.join(table, table.c.number == fts.c.rowid)
    return select(table.c.number).select_from(joined).where(_match(fts, expression))


def _match(fts: FromClause, expression: str) -> ColumnElement[bool]:
    return literal_column(_name(fts)).op("MATCH", is_comparison=True)(expression)


def _page(
    connection: Connection,
    base: Select[tuple[int]],
    table: Table,
    fts: FromClause,
    expression: str | None,
    limit: int,
    after: str | None,
) -> tuple[list[int], str | None, int]:
    """The row numbers of one page, the cursor of the next one, and how many rows match."""
    limit = max(1, min(limit, MAX_PAGE))
    rank: ColumnElement[float] = func.bm25(literal_column(_name(fts))) if expression else literal(0.0)
    chosen = base.add_columns(rank.label("rank")).order_by(literal_column("rank"), table.c.number.desc())
    if after is not None:
        last_rank, last_number = read_cursor(after)
        chosen = chosen.where(or_(rank > last_rank, and_(rank == last_rank, table.c.number < last_number)))
    found = connection.execute(chosen.limit(limit + 1)).all()
    counted = connection.execute(select(func.count()).select_from(base.limit(COUNT_LIMIT).subquery())).scalar_one()
    following = f"{found[limit - 1].number}:{found[limit - 1].rank!r}" if len(found) > limit else None
    return [row.number for row in found[:limit]], following, counted


def read_cursor(after: str) -> tuple[float, int]:
    """The place a cursor stands for. Raises `SearchError` when it is none of ours."""
    number, _, rank = after.partition(":")
    try:
        return float(rank), int(number)
    except ValueError:
        raise SearchError(f"{after!r} is no page of this search", "Start from the first page.") from None


def _marked(
    connection: Connection, fts: FromClause, part: int, expression: str | None, found: list[int]
) -> dict[int, str]:
    """The searched texts with the matching words between `OPEN` and `CLOSE`."""
    if expression is None or not found:
        return {}
    highlighted = func.highlight(literal_column(_name(fts)), part, OPEN, CLOSE)
    query = select(fts.c.rowid, highlighted).where(_match(fts, expression), fts.c.rowid.in_(found))
    return {row[0]: row[1] for row in connection.execute(query)}


def _snippet(text: str, marked: str | None) -> Snippet:
    return excerpt(text, marked) if marked is not None else plain_excerpt(text)


def _name(fts: FromClause) -> str:
    return "statement_fts" if fts is statement_fts else "report_fts"
