"""`onrecord serve`: the archive in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from onrecord.cli.options import archive_option, server_options


@click.command("serve")
@archive_option
@server_options
def command(archive: Path, host: str, port: int) -> int:
    """Serve the archive's pages, to this machine only unless told otherwise."""
    from onrecord.cli.server import serve_archive

    return serve_archive(archive, host, port)
