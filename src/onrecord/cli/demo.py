"""`onrecord demo`: the bundled dossier, read into an archive and served."""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

import click

from onrecord.cli.add import add_files
from onrecord.cli.options import outlets_option, server_options
from onrecord.cli.output import note
from onrecord.cli.rooms import Rooms
from onrecord.errors import MissingInput


@click.command("demo")
@click.option(
    "--archive",
    type=click.Path(path_type=Path, dir_okay=False),
    default="onrecord-demo.sqlite",
    show_default=True,
    help="The archive file to make.",
)
@outlets_option
@server_options
@click.option("--no-serve", is_flag=True, help="Only make the archive.")
@click.pass_obj
def command(rooms: Rooms, archive: Path, outlets: Path | None, host: str, port: int, no_serve: bool) -> int:
    """Build an archive from the sample dossier (invented people, states and outlets) and serve it."""
    dossier = files("onrecord") / "demo" / "dossier"
    if not dossier.is_dir():
        raise MissingInput("the sample dossier is not installed", "Install Onrecord again.")
    archive.parent.mkdir(parents=True, exist_ok=True)
    with as_file(dossier) as folder:
        counts, failed = add_files(rooms, (folder,), archive, below=folder.parent, outlets=outlets)
    note(", ".join(f"{number} {what}" for what, number in {**counts, "failed": failed}.items()))
    if no_serve:
        return 2 if failed else 0
    from onrecord.cli.server import serve_archive

    return serve_archive(archive, host, port)
