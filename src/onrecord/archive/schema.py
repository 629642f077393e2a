"""The tables. Every row follows from the sources and the readings alone: no clock, no counter that time moves.

A report gets the next whole `number` when it first arrives and keeps it; statement `position` of report `number` is
row `number * STATEMENTS_PER_REPORT + position`. So two archives that took in the same reports in the same order are
equal row for row, however often the work was interrupted.
"""

from __future__ import annotations

import json
from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, MetaData, Table, Text, TypeDecorator
from sqlalchemy.engine import Dialect
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import BLOB, INTEGER, REAL, TEXT

APPLICATION_ID: Final = 0x4F6E5265  # "OnRe": tells `file` and us whose database it is
HEAD: Final = "0003"  # the newest revision in versions/; a test holds the two together
STATEMENTS_PER_REPORT: Final = 1 << 20


class Json(TypeDecorator[list[list[str]]]):
    """Pairs of strings kept as JSON text, since SQLite's STRICT tables know no JSON type."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: list[list[str]] | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(self, value: str | None, dialect: Dialect) -> list[list[str]] | None:  # noqa: ARG002
        return None if value is None else json.loads(value)


metadata = MetaData()


def _table(name: str, *parts: SchemaItem, rowid: bool = True) -> Table:
    return Table(name, metadata, *parts, sqlite_strict=True, sqlite_with_rowid=rowid)


def _report_key() -> SchemaItem:
    return Column("report", INTEGER, ForeignKey("report.number"), primary_key=True)


def _span() -> tuple[SchemaItem, ...]:
    start, end = Column("start", INTEGER, nullable=False), Column("end", INTEGER, nullable=False)
    return start, end, CheckConstraint('0 <= start AND start < "end"')


def _when() -> tuple[SchemaItem, ...]:
    """The columns of one `When`; days are ISO dates."""
    return (
        Column("when_start", TEXT),
        Column("when_end", TEXT),
        Column("grain", TEXT, nullable=False),
        Column("basis", TEXT, nullable=False),
        Column("weekday", TEXT),
        Column("evidence_start", INTEGER),
        Column("evidence_end", INTEGER),
    )


run = _table("run", Column("id", TEXT, primary_key=True))

source = _table(
    "source",
    Column("sha256", TEXT, primary_key=True),
    Column("data", BLOB, nullable=False),
    Column("packing", TEXT, nullable=False),
    Column("media_type", TEXT, nullable=False),
    Column("location", TEXT, nullable=False),
    Column("fetched_at", TEXT),
    Column("headers", Json, nullable=False),
)

report = _table(
    "report",
    Column("number", INTEGER, primary_key=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("text", TEXT, nullable=False),
    Column("source_sha256", TEXT, ForeignKey("source.sha256"), nullable=False),
    Column("location", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("title", TEXT),
    Column("outlet", TEXT),
    Column("byline", TEXT),
    Column("credit", TEXT),
    Column("dateline_place", TEXT),
    Column("dateline_start", INTEGER),
    Column("dateline_end", INTEGER),
    Column("language", TEXT),
    Column("run", TEXT, ForeignKey("run.id"), nullable=False),
    Index("report_outlet", "outlet"),
)

report_source = _table(
    "report_source",
    Column("source", TEXT, ForeignKey("source.sha256"), primary_key=True),
    Column("report", INTEGER, ForeignKey("report.number"), nullable=False),
    Index("report_source_report", "report"),
    rowid=False,
)

report_when = _table("report_when", _report_key(), Column("field", TEXT, primary_key=True), *_when(), rowid=False)

# What a report tells of its origin beyond the columns above, as one line of JSON; searched by nothing yet.
provenance = _table("provenance", _report_key(), Column("told", TEXT, nullable=False), rowid=False)

block = _table(
    "block",
    _report_key(),
    Column("position", INTEGER, primary_key=True),
    Column("kind", TEXT, nullable=False),
    *_span(),
    rowid=False,
)

statement = _table(
    "statement",
    Column("number", INTEGER, primary_key=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("report", INTEGER, ForeignKey("report.number"), nullable=False),
    Column("form", TEXT, nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("act", TEXT, nullable=False),
    Column("nested_in", TEXT),
    Column("occasion", TEXT),
    Column("confidence", REAL, nullable=False),
    Column("words", TEXT, nullable=False),
    Column("speaker", TEXT),
    Index("statement_report", "report"),
)

statement_span = _table(
    "statement_span",
    Column("statement", INTEGER, ForeignKey("statement.number"), primary_key=True),
    Column("role", TEXT, primary_key=True),
    Column("position", INTEGER, primary_key=True),
    *_span(),
    rowid=False,
)

actor = _table(
    "actor",
    Column("id", TEXT, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("folded", TEXT, nullable=False),
)

mention = _table(
    "mention",
    Column("statement", INTEGER, ForeignKey("statement.number"), primary_key=True),
    Column("role", TEXT, primary_key=True),
    Column("actor", TEXT, ForeignKey("actor.id"), nullable=False),
    Column("name", TEXT, nullable=False),
    Column("office", TEXT),
    Column("confidence", REAL, nullable=False),
    Index("mention_actor", "actor", "role"),
    rowid=False,
)

# How much each speaker said, by facet: "all" (value ""), "office" and "outlet". Kept while writing, since counting a
# million mentions for every page takes seconds.
tally = _table(
    "tally",
    Column("actor", TEXT, ForeignKey("actor.id"), primary_key=True),
    Column("facet", TEXT, primary_key=True),
    Column("value", TEXT, primary_key=True),
    Column("statements", INTEGER, nullable=False),
    Column("reports", INTEGER, nullable=False),
    Index("tally_facet", "facet", "statements"),
    rowid=False,
)

occasion = _table(
    "occasion",
    _report_key(),
    Column("id", TEXT, primary_key=True),
    Column("position", INTEGER, nullable=False),
    Column("type", TEXT, nullable=False),
    Column("place", TEXT),
    *_when(),
    rowid=False,
)

occasion_participant = _table(
    "occasion_participant",
    _report_key(),
    Column("occasion", TEXT, primary_key=True),
    Column("position", INTEGER, primary_key=True),
    Column("name", TEXT, nullable=False),
    Column("role", TEXT, nullable=False),
    rowid=False,
)

occasion_span = _table(
    "occasion_span",
    _report_key(),
    Column("occasion", TEXT, primary_key=True),
    Column("position", INTEGER, primary_key=True),
    *_span(),
    rowid=False,
)

withdrawn = _table(
    "withdrawn",
    Column("statement", TEXT, primary_key=True),
    Column("report_id", TEXT, nullable=False),
    Column("run", TEXT, nullable=False),
    rowid=False,
)

# Which lines an outlet prints under its stories: of each report its story, of each line the smallest keys of the
# stories that have it. A line's key is its outlet's own, so that it needs no outlet beside it.
template_story = _table(
    "template_story",
    _report_key(),
    Column("outlet", TEXT, nullable=False),
    Column("story", INTEGER, nullable=False),
    Index("template_story_outlet", "outlet", "story"),
    rowid=False,
)

template_line = _table(
    "template_line",
    Column("line", INTEGER, primary_key=True),
    Column("story", INTEGER, primary_key=True),
    rowid=False,
)

# Rows that one reading made, children before their parents: what a re-read takes away.
READ_ROWS: Final = (occasion_span, occasion_participant, occasion, block, report_when, provenance)

TOKENIZER: Final = "tokenize='unicode61 remove_diacritics 2'"
SEARCH_DDL: Final = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS statement_fts USING fts5"
    f"(words, speaker, content='statement', content_rowid='number', {TOKENIZER})",
    "CREATE VIRTUAL TABLE IF NOT EXISTS report_fts USING fts5"
    f"(title, text, content='report', content_rowid='number', {TOKENIZER})",
)
