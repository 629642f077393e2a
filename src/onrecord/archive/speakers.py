"""Whom statements are ascribed to, with how often, where and in which offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import ColumnElement, Connection, select

from onrecord.archive.results import SpeakerSummary
from onrecord.archive.schema import actor, tally
from onrecord.archive.search import named_like


def list_speakers(connection: Connection, query: str, limit: int) -> tuple[SpeakerSummary, ...]:
    """The speakers whose name holds every word of the query, the most quoted first."""
    return _summaries(connection, named_like(query), limit)


def load_speaker(connection: Connection, speaker_id: str) -> SpeakerSummary | None:
    """One speaker by id; None when no statement is ascribed to it."""
    found = _summaries(connection, actor.c.id == speaker_id, 1)
    return found[0] if found else None


def _summaries(connection: Connection, condition: ColumnElement[bool], limit: int) -> tuple[SpeakerSummary, ...]:
    found = connection.execute(
        select(actor.c.id, actor.c.name, tally.c.statements, tally.c.reports)
        .join(tally, tally.c.actor == actor.c.id)
        .where(tally.c.facet == "all", condition)
        .order_by(tally.c.statements.desc(), actor.c.name, actor.c.id)
        .limit(limit)
    ).all()
    ids = [row.id for row in found]
    offices, outlets = _values(connection, "office", ids), _values(connection, "outlet", ids)
    return tuple(
        SpeakerSummary(row.id, row.name, row.statements, row.reports, offices[row.id], outlets[row.id]) for row in found
    )


def _values(connection: Connection, facet: str, ids: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """The different values of a facet of each speaker, the most frequent first."""
    gathered: dict[str, list[str]] = defaultdict(list)
    for row in connection.execute(
        select(tally.c.actor, tally.c.value)
        .where(tally.c.actor.in_(ids), tally.c.facet == facet)
        .order_by(tally.c.statements.desc(), tally.c.value)
    ):
        gathered[row.actor].append(row.value)
    return {name: tuple(gathered[name]) for name in ids}
