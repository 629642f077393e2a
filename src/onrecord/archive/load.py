"""Rows back into the model: statements by the page, readings whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import Connection, Row, func, select

from onrecord.archive import rows
from onrecord.archive.results import ReportSummary
from onrecord.archive.schema import (
    block,
    mention,
    occasion,
    occasion_participant,
    occasion_span,
    provenance,
    report,
    report_source,
    report_when,
    statement,
    statement_span,
)
from onrecord.model import (
    UNKNOWN,
    Block,
    Dates,
    Occasion,
    Participant,
    Reading,
    Report,
    Span,
    Speaker,
    Statement,
    When,
    with_provenance,
)


def load_reading(connection: Connection, report_id: str) -> Reading | None:
    """The reading of a report as it was added; None when there is no such report."""
    row = connection.execute(select(report).where(report.c.id == report_id)).first()
    if row is None:
        return None
    numbers = connection.execute(
        select(statement.c.number).where(statement.c.report == row.number).order_by(statement.c.number)
    ).scalars()
    said = load_statements(connection, list(numbers))
    return Reading(_report(connection, row), tuple(said.values()), _occasions(connection, row.number), row.run)


def load_report(connection: Connection, report_id: str) -> Report | None:
    """The report with this id, None when there is none."""
    row = connection.execute(select(report).where(report.c.id == report_id)).first()
    return None if row is None else _report(connection, row)


def load_statements(connection: Connection, numbers: Sequence[int]) -> dict[int, Statement]:
    """The statements in these rows, in the order asked for."""
    spans: dict[tuple[int, str], list[Span]] = defaultdict(list)
    for row in connection.execute(
        select(statement_span)
        .where(statement_span.c.statement.in_(numbers))
        .order_by(statement_span.c.statement, statement_span.c.role, statement_span.c.position)
    ):
        spans[row.statement, row.role].append(Span(row.start, row.end))
    people = {
        (row.statement, row.role): Speaker(row.actor, row.name, row.confidence, row.office)
        for row in connection.execute(select(mention).where(mention.c.statement.in_(numbers)))
    }
    found = {
        row.number: _statement(row, spans, people)
        for row in connection.execute(select(statement).where(statement.c.number.in_(numbers)))
    }
    return {number: found[number] for number in numbers if number in found}


def load_summaries(connection: Connection, numbers: Sequence[int]) -> dict[int, ReportSummary]:
    """The reports in these rows without their texts, in the order asked for."""
    said = select(func.count()).where(statement.c.report == report.c.number).scalar_subquery()
    sources = select(func.count()).where(report_source.c.report == report.c.number).scalar_subquery()
    columns = [column for column in report.c if column.name != "text"]
    found = {
        row.number: ReportSummary(
            id=row.id,
            title=row.title,
            outlet=row.outlet,
            kind=row.kind,
            location=row.location,
            credit=row.credit,
            published=_whens(connection, row.number).get("published", UNKNOWN),
            dateline=row.dateline_place,
            statements=row.said,
            sources=row.sources,
        )
        for row in connection.execute(
            select(*columns, said.label("said"), sources.label("sources")).where(report.c.number.in_(numbers))
        ).all()
    }
    return {number: found[number] for number in numbers if number in found}


def load_occasion(connection: Connection, number: int, occasion_id: str) -> Occasion | None:
    """One occasion of a report."""
    return next((item for item in _occasions(connection, number) if item.id == occasion_id), None)


def _report(connection: Connection, row: Row[tuple[object, ...]]) -> Report:
    whens = _whens(connection, row.number)
    told = connection.execute(select(provenance.c.told).where(provenance.c.report == row.number)).scalar()
    made = Report(
        text=row.text,
        source_sha256=row.source_sha256,
        location=row.location,
        blocks=_blocks(connection, row.number),
        kind=row.kind,
        title=row.title,
        outlet=row.outlet,
        byline=row.byline,
        credit=row.credit,
        dateline=rows.load_dateline(row, whens.get("dateline", UNKNOWN)),
        dates=Dates(whens.get("published", UNKNOWN), whens.get("page_render", UNKNOWN)),
        language=row.language,
    )
    return with_provenance(made, told)


def _whens(connection: Connection, number: int) -> dict[str, When]:
    found = connection.execute(select(report_when).where(report_when.c.report == number))
    return {row.field: rows.load_when(row) for row in found}


def _blocks(connection: Connection, number: int) -> tuple[Block, ...]:
    found = connection.execute(select(block).where(block.c.report == number).order_by(block.c.position))
    return tuple(Block(row.kind, Span(row.start, row.end)) for row in found)


def _statement(
    row: Row[tuple[object, ...]],
    spans: dict[tuple[int, str], list[Span]],
    people: dict[tuple[int, str], Speaker],
) -> Statement:
    source, cue = spans.get((row.number, "source")), spans.get((row.number, "cue"))
    return Statement(
        id=row.id,
        content=tuple(spans.get((row.number, "content"), ())),
        source=source[0] if source else None,
        cue=cue[0] if cue else None,
        form=row.form,
        kind=row.kind,
        act=row.act,
        speaker=people.get((row.number, "speaker")),
        addressee=people.get((row.number, "addressee")),
        nested_in=row.nested_in,
        occasion=row.occasion,
        confidence=row.confidence,
    )


def _occasions(connection: Connection, number: int) -> tuple[Occasion, ...]:
    people: dict[str, list[Participant]] = defaultdict(list)
    for row in connection.execute(
        select(occasion_participant)
        .where(occasion_participant.c.report == number)
        .order_by(occasion_participant.c.occasion, occasion_participant.c.position)
    ):
        people[row.occasion].append(Participant(row.name, row.role))
    spans: dict[str, list[Span]] = defaultdict(list)
    for row in connection.execute(
        select(occasion_span)
        .where(occasion_span.c.report == number)
        .order_by(occasion_span.c.occasion, occasion_span.c.position)
    ):
        spans[row.occasion].append(Span(row.start, row.end))
    found = connection.execute(select(occasion).where(occasion.c.report == number).order_by(occasion.c.position))
    return tuple(
        Occasion(row.id, row.type, row.place, tuple(people[row.id]), rows.load_when(row), tuple(spans[row.id]))
        for row in found
    )
