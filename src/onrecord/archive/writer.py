"""The single writer: one report goes in whole, in one transaction, with its search rows, or not at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import Connection, Table, delete, exists, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.archive import rows
from onrecord.archive.results import Added
from onrecord.archive.schema import (
    READ_ROWS,
    STATEMENTS_PER_REPORT,
    actor,
    block,
    mention,
    occasion,
    occasion_participant,
    occasion_span,
    provenance,
    report,
    report_source,
    report_when,
    run,
    source,
    statement,
    statement_span,
    withdrawn,
)
from onrecord.archive.tallies import count_in, count_out
from onrecord.archive.templates import count_lines, discount_lines
from onrecord.model import Reading, Report, Source, Span, Statement, dump_provenance

IN_STEPS: Final = 500  # ids in one IN list; SQLite's oldest limit on parameters is 999


def add(connection: Connection, received: Source, reading: Reading) -> Added:
    """Take in one source with its reading. The same again changes nothing, not one row."""
    check_reading(received, reading)
    sha256, report_id = received.sha256, reading.report.id
    linked = _linked(connection, sha256)
    if linked and linked[1] == reading.run:
        return Added.UNCHANGED
    _ensure(connection, source, rows.source_row(received))
    _ensure(connection, run, {"id": reading.run})
    number, known_run = _known(connection, report_id)
    if number is None:
        number = _next_number(connection)
        connection.execute(insert(report), rows.report_row(reading, number))
        _write_reading(connection, reading, number)
        count_lines(connection, reading.report, number)
    elif known_run != reading.run:
        _replace_reading(connection, reading, number)
    _link(connection, sha256, number)
    if linked and linked[0] != number:
        _leave(connection, linked[0], reading.run)
    return Added.REREAD if linked else Added.ADDED


def check_reading(received: Source, reading: Reading) -> None:
    """Refuse what no reader may hand over. Raises `ValueError` with the statement that is wrong."""
    made = reading.report
    if made.source_sha256 != received.sha256:
        raise ValueError(f"{made.location}: the report was not made from this source")
    if len(reading.statements) > STATEMENTS_PER_REPORT:
        raise ValueError(f"{made.location}: more than {STATEMENTS_PER_REPORT} statements")
    length = len(made.text)
    for said in reading.statements:
        if any(span.end > length for span in statement_spans(said)):
            raise ValueError(f"{made.location}: statement {said.id} reaches beyond the text")
    if any(part.span.end > length for part in made.blocks):
        raise ValueError(f"{made.location}: a block reaches beyond the text")


def statement_spans(said: Statement) -> tuple[Span, ...]:
    """All the spans of a statement: source, cue and content."""
    return tuple(span for span in (said.source, said.cue, *said.content) if span)


def _linked(connection: Connection, sha256: str) -> tuple[int, str] | None:
    found = connection.execute(
        select(report.c.number, report.c.run).join(report_source).where(report_source.c.source == sha256)
    ).first()
    return (found.number, found.run) if found else None


def _known(connection: Connection, report_id: str) -> tuple[int | None, str | None]:
    found = connection.execute(select(report.c.number, report.c.run).where(report.c.id == report_id)).first()
    return (found.number, found.run) if found else (None, None)


def _next_number(connection: Connection) -> int:
    last = connection.execute(select(func.max(report.c.number))).scalar()
    return 1 if last is None else int(last) + 1


def _ensure(connection: Connection, table: Table, values: rows.Values) -> None:
    connection.execute(upsert(table).on_conflict_do_nothing(), values)


def _link(connection: Connection, sha256: str, number: int) -> None:
    values = {"source": sha256, "report": number}
    connection.execute(upsert(report_source).on_conflict_do_update(index_elements=["source"], set_=values), values)


def _leave(connection: Connection, number: int, by_run: str) -> None:
    """Take away a report that no source gives any more: its only source now reads as another text."""
    if connection.execute(select(exists().where(report_source.c.report == number))).scalar():
        return
    gone = _clear_reading(connection, number)
    discount_lines(connection, number)
    _withdraw(connection, gone, number, by_run)
    _unindex(connection, "report_fts", "title, text", "report", "number", number)
    connection.execute(delete(report).where(report.c.number == number))


def _replace_reading(connection: Connection, reading: Reading, number: int) -> None:
    """Put another run's reading in the place of the one that is there; ids that fall away stay on record."""
    before = _clear_reading(connection, number)
    now = {said.id for said in reading.statements}
    _withdraw(connection, [name for name in before if name not in now], number, reading.run)
    _unindex(connection, "report_fts", "title, text", "report", "number", number)
    connection.execute(update(report).where(report.c.number == number), rows.report_row(reading, number))
    _write_reading(connection, reading, number)


def _withdraw(connection: Connection, ids: Iterable[str], number: int, by_run: str) -> None:
    report_id = connection.execute(select(report.c.id).where(report.c.number == number)).scalar_one()
    _insert(connection, withdrawn, [{"statement": name, "report_id": report_id, "run": by_run} for name in ids])


def _clear_reading(connection: Connection, number: int) -> list[str]:
    """Delete what a reading wrote, and answer the ids of its statements."""
    statements = select(statement.c.number).where(statement.c.report == number)
    ids = list(connection.execute(select(statement.c.id).where(statement.c.report == number)).scalars())
    actors = list(
        connection.execute(select(mention.c.actor).where(mention.c.statement.in_(statements)).distinct()).scalars()
    )
    count_out(connection, number)
    _unindex(connection, "statement_fts", "words, speaker", "statement", "report", number)
    for table in (mention, statement_span):
        connection.execute(delete(table).where(table.c.statement.in_(statements)))
    connection.execute(delete(statement).where(statement.c.report == number))
    for table in READ_ROWS:
        connection.execute(delete(table).where(table.c.report == number))
    for name in actors:
        unused = ~exists().where(mention.c.actor == name)
        connection.execute(delete(actor).where(actor.c.id == name, unused))
    return ids


def _write_reading(connection: Connection, reading: Reading, number: int) -> None:
    _write_report_parts(connection, reading.report, number)
    _write_statements(connection, reading, number)
    for position, occurred in enumerate(reading.occasions):
        key: rows.Values = {"report": number, "occasion": occurred.id}
        _insert(connection, occasion, [rows.occasion_row(occurred, number, position)])
        _insert(connection, occasion_participant, list(rows.participant_rows(occurred, number)))
        _insert(connection, occasion_span, list(rows.span_rows(occurred.evidence, key)))
    _index(connection, "report_fts", "title, text", "report", "number", number)
    _index(connection, "statement_fts", "words, speaker", "statement", "report", number)


def _write_report_parts(connection: Connection, made: Report, number: int) -> None:
    _insert(connection, block, list(rows.block_rows(made, number)))
    _insert(connection, report_when, list(rows.when_rows(made, number)))
    told = dump_provenance(made)
    _insert(connection, provenance, [{"report": number, "told": told}] if told else [])


def _write_statements(connection: Connection, reading: Reading, number: int) -> None:
    first = number * STATEMENTS_PER_REPORT
    said = list(enumerate(reading.statements, first))
    people = [person for _, item in said for person in (item.speaker, item.addressee) if person]
    if people:
        connection.execute(upsert(actor).on_conflict_do_nothing(), [rows.actor_row(person) for person in people])
    text_ = reading.report.text
    _insert(connection, statement, [rows.statement_row(item, text_, number, at - first) for at, item in said])
    _insert(connection, statement_span, [row for at, item in said for row in rows.statement_span_rows(item, at)])
    _insert(connection, mention, [row for at, item in said for row in rows.mention_rows(item, at)])
    count_in(connection, number)
    ids = [item.id for item in reading.statements]
    for at in range(0, len(ids), IN_STEPS):
        connection.execute(delete(withdrawn).where(withdrawn.c.statement.in_(ids[at : at + IN_STEPS])))


def _insert(connection: Connection, table: Table, values: Sequence[rows.Values]) -> None:
    if values:
        connection.execute(insert(table), values)


def _index(connection: Connection, fts: str, columns: str, table: str, key: str, number: int) -> None:
    connection.execute(
        text(f"INSERT INTO {fts}(rowid, {columns}) SELECT number, {columns} FROM {table} WHERE {key} = :number"),
        {"number": number},
    )


def _unindex(connection: Connection, fts: str, columns: str, table: str, key: str, number: int) -> None:
    """Take rows out of an external-content index; it must be told the very words that went in."""
    connection.execute(
        text(
            f"INSERT INTO {fts}({fts}, rowid, {columns}) "
            f"SELECT 'delete', number, {columns} FROM {table} WHERE {key} = :number"
        ),
        {"number": number},
    )
