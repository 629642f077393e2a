"""`onrecord show`: a report with its statements, or a statement with its report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import archive_option, json_option
from onrecord.cli.output import on_terminal, show_json, show_table
from onrecord.cli.search import show_hits
from onrecord.cli.values import speaker_name
from onrecord.model import Reading, dump_reading, occasion_json, report_json, statement_json

if TYPE_CHECKING:
    from onrecord.archive import StatementInReport


@click.command("show")
@click.argument("id_", metavar="ID")
@archive_option
@json_option
def command(id_: str, archive: Path, as_json: bool) -> int:
    """Show a report, a statement or a speaker's statements by id; the beginning of an id is enough."""
    from onrecord.archive import Archive

    with Archive.open(archive) as opened:
        name = opened.resolve(id_)
        if name.startswith("sha256:"):
            return show_report(opened.reading(name), as_json)
        if name.startswith("ac-"):
            return show_hits(opened.statements_of(name, kinds=None), as_json)
        return show_statement(opened.statement(name), as_json)


def show_report(reading: Reading, as_json: bool) -> int:
    """Print a report: its fields, its statements, its text."""
    if as_json:
        print(dump_reading(reading))
        return 0
    report = reading.report
    fields = (
        ("id", report.id), ("title", report.title), ("outlet", report.outlet), ("byline", report.byline),
        ("credit", report.credit), ("dateline", report.dateline.place), ("path", report.location),
        ("statements", len(reading.statements)),
    )  # fmt: skip
    show_table(("", "report"), [field for field in fields if field[1] is not None])
    lines = [
        (said.id, speaker_name(said) or "?", said.form, " … ".join(span.of(report.text) for span in said.content))
        for said in reading.statements
    ]
    show_table(("id", "speaker", "form", "words"), lines)
    if on_terminal():
        print(report.text)
    return 0


def show_statement(found: StatementInReport, as_json: bool) -> int:
    """Print a statement: who, how, which words, where."""
    said, report, occasion = found.statement, found.report, found.occasion
    if as_json:
        show_json({
            **statement_json(said),
            "words": found.words,
            "report": {key: value for key, value in report_json(report).items() if key != "text"},
            "occasion": occasion_json(occasion) if occasion else None,
        })  # fmt: skip
        return 0
    fields = (
        ("id", said.id), ("speaker", speaker_name(said) or "?"),
        ("office", said.speaker.office if said.speaker else None),
        ("words", found.words), ("cue", said.cue.of(report.text) if said.cue else None),
        ("form", said.form), ("kind", said.kind), ("act", said.act),
        ("occasion", f"{occasion.type}, {occasion.place or 'place unknown'}" if occasion else None),
        ("outlet", report.outlet), ("report", report.title or report.location), ("report id", report.id),
    )  # fmt: skip
    show_table(("", "statement"), [field for field in fields if field[1] is not None])
    return 0
