"""Whom statements are ascribed to, with how often, where and in which offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, distinct, func, select

from onrecord.archive.results import SpeakerSummary
from onrecord.archive.schema import actor, mention, report, statement
from onrecord.archive.search import named_like


def list_speakers(connection: Connection, query: str, limit: int) -> tuple[SpeakerSummary, ...]:
    """The speakers whose name holds every word of the query, the most quoted first."""
    return _summaries(connection, named_like(query), limit)


def load_speaker(connection: Connection, speaker_id: str) -> SpeakerSummary | None:
    """One speaker by id; None when no statement is ascribed to it."""
    found = _summaries(connection, actor.c.id == speaker_id, 1)
    return found[0] if found else None


def _summaries(connection: Connection, condition: ColumnElement[bool], limit: int) -> tuple[SpeakerSummary, ...]:
    said = func.count(distinct(mention.c.statement)).label("said")
    found = connection.execute(
        select(actor.c.id, actor.c.name, said, func.count(distinct(statement.c.report)).label("reports"))
        .join(mention, mention.c.actor == actor.c.id)
        .join(statement, statement.c.number == mention.c.statement)
        .where(mention.c.role == "speaker", condition)
        .group_by(actor.c.id)
        .order_by(said.desc(), actor.c.name, actor.c.id)
        .limit(limit)
    ).all()
    ids = [row.id for row in found]
    offices = _values(connection, mention.c.office, ids)
    outlets = _values(connection, report.c.outlet, ids)
    return tuple(
        SpeakerSummary(row.id, row.name, row.said, row.reports, offices[row.id], outlets[row.id]) for row in found
    )


def _values(connection: Connection, what: ColumnElement[str], ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The different values that a speaker's statements have there, the most frequent first."""
    times = func.count().label("times")
    gathered: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        select(mention.c.actor, what.label("value"), times)
        .join(statement, statement.c.number == mention.c.statement)
        .join(report, report.c.number == statement.c.report)
        .where(mention.c.actor.in_(ids), mention.c.role == "speaker", what.is_not(None))
        .group_by(mention.c.actor, what)
        .order_by(mention.c.actor, times.desc(), what)
    ):
        gathered[row.actor].append(row.value)
    return {name: tuple(gathered[name]) for name in ids}
