"""How commands speak: tables on a terminal, tab-separated lines in a pipe, JSON when asked, troubles on stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

from onrecord.errors import OnrecordError

if TYPE_CHECKING:
    from rich.console import Console

Cell = str | int | float | None
JsonValue = str | int | float | bool | None | Sequence["JsonValue"] | dict[str, "JsonValue"]

_TROUBLE: Final = {ord(sign): " " for sign in "\t\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"}


def on_terminal() -> bool:
    """Whether a person reads stdout."""
    return sys.stdout.isatty()


def console() -> Console:
    """A rich console on stdout."""
    from rich.console import Console

    return Console(highlight=False, soft_wrap=False)


def show_table(columns: Sequence[str], lines: Iterable[Sequence[Cell]], title: str | None = None) -> None:
    """A table on a terminal; one tab-separated line a row, without a heading, in a pipe."""
    if not on_terminal():
        for line in lines:
            print("\t".join(_plain(cell) for cell in line))
        return
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, title_justify="left", header_style="bold", show_lines=False, expand=False)
    for name in columns:
        table.add_column(name, overflow="fold")
    for line in lines:
        table.add_row(*(Text(_printable(cell)) for cell in line))
    console().print(table)


def show_json(value: JsonValue) -> None:
    """One line of JSON."""
    print(json.dumps(value, ensure_ascii=False))


def note(text: str) -> None:
    """A remark to the person at the terminal, kept out of what is piped."""
    print(text, file=sys.stderr)


def complain(error: OnrecordError) -> None:
    """An error in one line on stderr: the problem, its code, and what to do."""
    print(f"error: {_plain(str(error))}", file=sys.stderr)


def _plain(cell: Cell) -> str:
    """A value in one line: tabs and line breaks become spaces, so that columns stay columns."""
    return _printable(cell).translate(_TROUBLE)


def _printable(cell: Cell) -> str:
    """Without control characters: a report must not be able to steer the terminal."""
    text = "" if cell is None else str(cell)
    return "".join(sign for sign in text if sign.isprintable() or sign in "\t\n ")
