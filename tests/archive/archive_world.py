"""A small world for the archive's tests: reports of a few lines, and how to look at every row."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.model import (
    Block,
    Contributor,
    CreditLink,
    DateEvidence,
    Dateline,
    Dates,
    Kind,
    Occasion,
    Participant,
    Reading,
    Report,
    Source,
    Span,
    Speaker,
    Statement,
    When,
    actor_id,
    statement_id,
)

TEXT = 'KARSA, March 4 - Ilan Torve said on Tuesday that "the talks went well", adding that Velia would sign.\n'


def source_of(text: str, location: str = "karsa.txt") -> Source:
    return Source(text.encode("utf-8", "surrogatepass"), "text/plain", location)


def report_of(text: str, location: str = "karsa.txt", **fields: object) -> Report:
    report = Report(text, source_of(text, location).sha256, location, title="Torve: the talks went well")
    return replace(report, **fields)


def speaker_of(name: str, office: str | None = None) -> Speaker:
    return Speaker(actor_id(name), name, 0.9, office)


def said(
    report: Report, words: str, name: str | None = None, kind: Kind = "statement", office: str | None = None
) -> Statement:
    start = report.text.index(words)
    content = (Span(start, start + len(words)),)
    speaker = speaker_of(name, office) if name else None
    return Statement(statement_id(report.id, None, content), content, kind=kind, speaker=speaker)


def full_reading(run: str = "run-1") -> tuple[Source, Reading]:
    """A report that has something in every field."""
    day = When(date(2031, 3, 4), date(2031, 3, 4), "day", "dateline", None, Span(7, 14))
    report = report_of(
        TEXT,
        blocks=(Block("dateline", Span(0, 16)), Block("body", Span(17, len(TEXT)))),
        kind="transcript",
        outlet="The Norvel Courier",
        byline="Ana Rell",
        credit="VNA",
        dateline=Dateline("Karsa", day, Span(0, 14)),
        dates=Dates(
            day,
            When(date(2031, 3, 9), None, "day", "page_render", None, None),
            evidence=(
                DateEvidence("published", day, "label", None),
                DateEvidence("url", day, "url", "2031/03/04", True),
            ),
        ),
        language="en",
        domain="norvel.example",
        contributors=(Contributor("Ana Rell", "author", Span(17, 27)),),
        chain=(CreditLink("VNA"),),
    )
    outer = replace(
        said(report, '"the talks went well"', "Ilan Torve", office="Foreign Minister"),
        source=Span(17, 27),
        cue=Span(28, 32),
        form="direct",
        act="praise",
        addressee=speaker_of("Dara Velm"),
        occasion="oc-1",
        confidence=0.123456789,
    )
    inner = replace(
        said(report, "Velia would sign", "Velia"), nested_in=outer.id, content=(Span(84, 89), Span(90, 100))
    )
    tuesday = When(grain="weekday", basis="text", weekday="Tuesday", evidence=Span(36, 43))
    people = (Participant("Ilan Torve", "speaker"), Participant("Dara Velm", "beside"))
    occasions = (
        Occasion("oc-2", "meeting"),
        Occasion("oc-1", "joint press conference", "Karsa", people, tuesday, (Span(0, 5), Span(33, 43))),
    )
    return source_of(TEXT), Reading(report, (outer, inner), occasions, run)


def simple_reading(text: str, *words: str, run: str = "run-1", location: str = "a.txt") -> tuple[Source, Reading]:
    """A report in which Ilan Torve says each of `words`."""
    report = report_of(text, location, title=None, outlet="The Norvel Courier")
    statements = tuple(said(report, piece, "Ilan Torve", office="Minister") for piece in words)
    return source_of(text, location), Reading(report, statements, (), run)


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, the search index's own ones included."""
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for (name,) in tables}
