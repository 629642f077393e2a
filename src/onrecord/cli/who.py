"""`onrecord who`: the speakers."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import archive_option, json_option, limit_option
from onrecord.cli.output import note, show_json, show_table
from onrecord.cli.values import speaker_json


@click.command("who")
@click.argument("name", default="")
@limit_option
@archive_option
@json_option
def command(name: str, limit: int, archive: Path, as_json: bool) -> int:
    """List the speakers, the most quoted first; with NAME only those whose name holds it."""
    from onrecord.archive import Archive

    with Archive.open(archive) as opened:
        found = opened.speakers(name, limit)
    if not found:
        note(f"no speaker named {name}" if name else "no speakers in this archive")
        return 1
    if as_json:
        for speaker in found:
            show_json(speaker_json(speaker))
        return 0
    lines = [
        (speaker.id, speaker.name, speaker.statements, speaker.reports, "; ".join(speaker.offices),
         "; ".join(speaker.outlets))
        for speaker in found
    ]  # fmt: skip
    show_table(("id", "name", "statements", "reports", "offices", "outlets"), lines)
    return 0
