"""`onrecord read`: statements of files, without an archive."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.batch import Batch, note_nothing_found
from onrecord.cli.options import columns_option, json_option, outlets_option, paths_argument
from onrecord.cli.output import on_terminal, show_table
from onrecord.cli.rooms import Rooms
from onrecord.collect import Columns
from onrecord.model import Reading, Statement, dump_reading


@click.command("read")
@paths_argument
@columns_option
@outlets_option
@json_option
@click.pass_obj
def command(rooms: Rooms, paths: tuple[Path, ...], columns: Columns, outlets: Path | None, as_json: bool) -> int:
    """Read files and folders and print the statements in them; nothing is stored."""
    clean = rooms.cleaner(outlets)
    reader = rooms.load_reader()
    batch = Batch(paths, columns, rooms.unpack)
    readings = batch.results(lambda source: reader.read(clean(source)), rooms.preparer(outlets))
    read = 0
    for reading in readings:
        read += 1
        if as_json:
            print(dump_reading(reading), flush=True)
        else:
            show_reading(reading)
    if not batch.files:
        note_nothing_found()
    return 2 if batch.failed else 0 if read else 1


def show_reading(reading: Reading) -> None:
    """One table a report; in a pipe one line a statement with the path in front."""
    report = reading.report
    lines = [_line(statement, reading) for statement in reading.statements]
    if on_terminal():
        title = f"{report.title or report.location} ({len(lines)} statements)"
        show_table(("speaker", "cue", "form", "words"), [line[1:5] for line in lines], title)
    else:
        show_table((), lines)


def _line(statement: Statement, reading: Reading) -> tuple[str, str, str, str, str, str]:
    text = reading.report.text
    speaker = statement.speaker.name if statement.speaker else statement.source.of(text) if statement.source else "?"
    return (
        reading.report.location,
        speaker,
        statement.cue.of(text) if statement.cue else "",
        statement.form,
        " … ".join(span.of(text) for span in statement.content),
        statement.id,
    )
