"""Finding statements and reports by their words, best first, page by page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    column,
    func,
    literal,
    literal_column,
    select,
)
from sqlalchemy.sql.expression import Select, TableClause
from sqlalchemy.sql.expression import table as named_table

from onrecord.archive import rows
from onrecord.archive.load import load_statements, load_summaries
from onrecord.archive.query import fts_expression
from onrecord.archive.results import Hit, Page, ReportHit, Snippet
from onrecord.archive.schema import actor, mention, report, statement
from onrecord.archive.snippet import CLOSE, OPEN, excerpt, plain_excerpt
from onrecord.errors import SearchError
from onrecord.model import Form, Kind

Order = Literal["best", "newest"]
WINDOW: Final = 1000  # matches that are counted, and ranked: over all of a million that alone takes seconds
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


@dataclass(frozen=True, slots=True)
class _Search:
    """One search: the table, its index, the words and what else must hold."""

    table: Table
    fts: TableClause
    expression: str | None
    conditions: tuple[ColumnElement[bool], ...] = ()

    def matches(self) -> Select[tuple[int]]:
        """The numbers of the rows that match."""
        query = select(self.table.c.number.label("number")).where(*self.conditions)
        if self.expression is None:
            return query
        joined = self.fts.join(self.table, self.table.c.number == self.fts.c.rowid)
        return query.select_from(joined).where(self.match())

    def match(self) -> ColumnElement[bool]:
        """The full-text condition alone."""
        return literal_column(self.fts.name).op("MATCH", is_comparison=True)(self.expression)


@dataclass(frozen=True, slots=True)
class _Found:
    """The row numbers of one page, the cursor of the next one, and how many rows match."""

    numbers: list[int]
    following: str | None
    total: int


def search_statements(
    connection: Connection, query: str, filters: Filters, order: Order, limit: int, after: str | None
) -> Page[Hit]:
    """Statements whose content or speaker matches; without words, all that pass the filters, newest first."""
    expression = fts_expression(query)
    if expression is None and query.strip():
        return Page()
    search = _Search(statement, statement_fts, expression, tuple(filters.conditions()))
    found = _find(connection, search, order, limit, after)
    said = load_statements(connection, found.numbers)
    columns = select(statement.c.number, statement.c.report, statement.c.words)
    rows_ = {row.number: row for row in connection.execute(columns.where(statement.c.number.in_(found.numbers)))}
    reports = load_summaries(connection, sorted({row.report for row in rows_.values()}))
    marked = _marked(connection, search, 0, found.numbers)
    hits = tuple(
        Hit(
            said[number],
            rows_[number].words,
            _snippet(rows_[number].words, marked.get(number)),
            reports[rows_[number].report],
        )
        for number in found.numbers
    )
    return Page(hits, found.following, found.total)


def search_reports(
    connection: Connection, query: str, outlet: str | None, order: Order, limit: int, after: str | None
) -> Page[ReportHit]:
    """Reports whose title or text matches; without words, all of them, newest first."""
    expression = fts_expression(query)
    if expression is None and query.strip():
        return Page()
    conditions = () if outlet is None else (report.c.outlet == outlet,)
    search = _Search(report, report_fts, expression, conditions)
    found = _find(connection, search, order, limit, after)
    summaries = load_summaries(connection, found.numbers)
    marked = _marked(connection, search, 1, found.numbers)
    columns = select(report.c.number, report.c.text).where(report.c.number.in_(found.numbers))
    texts = {row.number: row.text for row in connection.execute(columns)}
    hits = tuple(ReportHit(summaries[number], _snippet(texts[number], marked.get(number))) for number in found.numbers)
    return Page(hits, found.following, found.total)


def _find(connection: Connection, search: _Search, order: Order, limit: int, after: str | None) -> _Found:
    limit = max(1, min(limit, MAX_PAGE))
    best = order == "best" and search.expression is not None
    return (_best if best else _newest)(connection, search, limit, after)


def _spoken_by(speaker: str) -> Select[tuple[int]]:
    base = select(mention.c.statement).where(mention.c.role == "speaker")
    if speaker.startswith("ac-"):
        return base.where(mention.c.actor == speaker)
    return base.where(mention.c.actor.in_(select(actor.c.id).where(named_like(speaker))))


def named_like(name: str) -> ColumnElement[bool]:
    """Whether an actor's name holds every word of `name`, whatever the case and the accents."""
    return and_(literal(True), *(actor.c.folded.contains(word, autoescape=True) for word in rows.fold(name).split()))


def _best(connection: Connection, search: _Search, limit: int, after: str | None) -> _Found:
    """The newest `WINDOW` matches, the best of them first."""
    rank = func.bm25(literal_column(search.fts.name)).label("rank")
    newest = search.matches().add_columns(rank).order_by(search.fts.c.rowid.desc()).limit(WINDOW)
    ranked = sorted((row.rank, -row.number) for row in connection.execute(newest))
    start = 0
    if after is not None:
        number, last_rank = read_cursor(after)
        start = bisect_right(ranked, (last_rank, -number))
    page = ranked[start : start + limit]
    following = f"{-page[-1][1]}:{page[-1][0]!r}" if start + limit < len(ranked) else None
    return _Found([-number for _, number in page], following, len(ranked))


def _newest(connection: Connection, search: _Search, limit: int, after: str | None) -> _Found:
    """All matches, the last added first."""
    base = search.matches()
    key = search.fts.c.rowid if search.expression else search.table.c.number
    chosen = base.order_by(key.desc()).limit(limit + 1)
    if after is not None:
        chosen = chosen.where(key < read_cursor(after)[0])
    found = [row.number for row in connection.execute(chosen)]
    total = connection.execute(select(func.count()).select_from(base.limit(WINDOW).subquery())).scalar_one()
    following = f"{found[limit - 1]}:0" if len(found) > limit else None
    return _Found(found[:limit], following, total)


def read_cursor(after: str) -> tuple[int, float]:
    """The place a cursor stands for. Raises `SearchError` when it is none of ours."""
    number, _, rank = after.partition(":")
    try:
        return int(number), float(rank)
    except ValueError:
        raise SearchError(f"{after!r} is no page of this search", "Start from the first page.") from None


def _marked(connection: Connection, search: _Search, part: int, found: list[int]) -> dict[int, str]:
    """The searched texts with the matching words between `OPEN` and `CLOSE`."""
    if search.expression is None or not found:
        return {}
    highlighted = func.highlight(literal_column(search.fts.name), part, OPEN, CLOSE)
    query = select(search.fts.c.rowid, highlighted).where(search.match(), search.fts.c.rowid.in_(found))
    return {row[0]: row[1] for row in connection.execute(query)}


def _snippet(text: str, marked: str | None) -> Snippet:
    return excerpt(text, marked) if marked is not None else plain_excerpt(text)
