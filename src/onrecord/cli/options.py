"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import click

from onrecord.collect import Columns, parse_columns

F = TypeVar("F", bound=Callable[..., object])

DEFAULT_ARCHIVE: Final = "onrecord.sqlite"
HOST: Final = "127.0.0.1"
PORT: Final = 8765


def archive_option(command: F) -> F:
    """`--archive PATH`, or the environment's ONRECORD_ARCHIVE."""
    return click.option(
        "--archive",
        type=click.Path(path_type=Path, dir_okay=False),
        default=DEFAULT_ARCHIVE,
        envvar="ONRECORD_ARCHIVE",
        show_default=True,
        show_envvar=True,
        help="The archive file.",
    )(command)


def json_option(command: F) -> F:
    """`--json`: one JSON object a line."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON object a line.")(command)


def limit_option(command: F) -> F:
    """`--limit N`."""
    return click.option(
        "--limit", type=click.IntRange(1, 500), default=20, show_default=True, help="How many to show at most."
    )(command)


def paths_argument(command: F) -> F:
    """Files and folders to read."""
    return click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")(command)


def outlets_option(command: F) -> F:
    """`--outlets FOLDER`, or the environment's ONRECORD_OUTLETS."""
    return click.option(
        "--outlets",
        type=click.Path(path_type=Path, file_okay=False),
        envvar="ONRECORD_OUTLETS",
        show_envvar=True,
        help="A folder of outlets that you declared, one TOML file each.",
    )(command)


def columns_option(command: F) -> F:
    """`--column FIELD=COLUMN`, as often as needed."""
    return click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="FIELD=COLUMN",
        callback=_columns,
        help="For tables: which column holds what. FIELD is text, html, url, published, outlet, title, byline or "
        "language; usual names are found without it.",
    )(command)


def _columns(context: click.Context, parameter: click.Parameter, pairs: tuple[str, ...]) -> Columns:  # noqa: ARG001
    try:
        return parse_columns(pairs)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


def server_options(command: F) -> F:
    """`--host` and `--port`."""
    command = click.option("--host", default=HOST, show_default=True, help="The address to listen on.")(command)
    return click.option(
        "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Another one when it is taken."
    )(command)
