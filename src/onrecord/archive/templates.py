"""The lines that each outlet prints under its stories: counted while reports come in, asked before they are read.

What `clean.templatetable` holds in memory stands here in two tables, by the same rules. A report is counted once, when
its text first arrives: the same text again, or read again by another run, counts nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from sqlalchemy import Connection, delete, exists, func, select, text
from sqlalchemy.dialects.sqlite import insert as upsert

from onrecord.archive.schema import report, template_line, template_story
from onrecord.clean.templates import Trace, line_keys, trace_of
from onrecord.clean.templatetable import KEPT, MIN_SHARE, MIN_STORIES
from onrecord.model import Report

IN_STEPS: Final = 500  # keys in one IN list; SQLite's oldest limit on parameters is 999
_TRIM: Final = text(
    "DELETE FROM template_line WHERE line = :line AND story > "
    "(SELECT story FROM template_line WHERE line = :line ORDER BY story LIMIT 1 OFFSET :last)"
)


def count_lines(connection: Connection, made: Report, number: int) -> None:
    """Add what the report has to the counts of its outlet."""
    trace = trace_of(made)
    if trace is None:
        return
    values = {"report": number, "outlet": trace.outlet, "story": trace.story}
    connection.execute(upsert(template_story).on_conflict_do_nothing(), values)
    if not trace.lines:
        return
    lines = [{"line": line, "story": trace.story} for line in sorted(trace.lines)]
    connection.execute(upsert(template_line).on_conflict_do_nothing(), lines)
    over = [line for line, count, _ in _counts(connection, trace.lines) if count > KEPT]
    if over:
        connection.execute(_TRIM, [{"line": line, "last": KEPT - 1} for line in over])


def discount_lines(connection: Connection, number: int) -> None:
    """Take a report that leaves out of the counts, but for a story that another report of the outlet tells, too."""
    told = connection.execute(
        select(template_story.c.outlet, template_story.c.story, report.c.text)
        .join(report, report.c.number == template_story.c.report)
        .where(template_story.c.report == number)
    ).first()
    if told is None:
        return
    connection.execute(delete(template_story).where(template_story.c.report == number))
    again = exists().where(template_story.c.outlet == told.outlet, template_story.c.story == told.story)
    if connection.execute(select(again)).scalar():
        return
    lines = sorted({key for _, key in line_keys(told.text, told.outlet)})
    for step in _steps(lines):
        connection.execute(
            delete(template_line).where(template_line.c.story == told.story, template_line.c.line.in_(step))
        )


def frequent_lines(connection: Connection, trace: Trace) -> frozenset[int]:
    """Which lines of the trace are its outlet's own, by the reports that are in the archive."""
    stories = _stories_up_to(connection, trace.outlet, None)
    return frozenset(
        line
        for line, count, largest in _counts(connection, trace.lines)
        if count >= MIN_STORIES
        and count >= MIN_SHARE * (stories if count < KEPT else _stories_up_to(connection, trace.outlet, largest))
    )


def _counts(connection: Connection, lines: Iterable[int]) -> Iterator[tuple[int, int, int]]:
    """Each line that is known, with the number and the largest of the story keys kept of it."""
    kept = template_line.c
    for step in _steps(sorted(lines)):
        query = select(kept.line, func.count(), func.max(kept.story)).where(kept.line.in_(step)).group_by(kept.line)
        yield from ((line, count, largest) for line, count, largest in connection.execute(query).all())


def _stories_up_to(connection: Connection, outlet: str, largest: int | None) -> int:
    """How many stories of the outlet have a key up to the largest given."""
    query = select(func.count(template_story.c.story.distinct())).where(template_story.c.outlet == outlet)
    if largest is not None:
        query = query.where(template_story.c.story <= largest)
    return connection.execute(query).scalar_one()


def _steps(lines: Sequence[int]) -> Iterator[Sequence[int]]:
    return (lines[at : at + IN_STEPS] for at in range(0, len(lines), IN_STEPS))
