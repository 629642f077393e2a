"""`onrecord doctor`: whether everything that is needed is there and sound."""

from __future__ import annotations

import platform
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from onrecord import __version__
from onrecord.cli.options import archive_option, json_option, outlets_option
from onrecord.cli.output import show_json, show_table
from onrecord.cli.rooms import Rooms
from onrecord.errors import ArchiveMissing, OnrecordError


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `next_step` is empty when it is well."""

    what: str
    well: bool
    detail: str
    next_step: str = ""


@click.command("doctor")
@archive_option
@outlets_option
@json_option
@click.pass_obj
def command(rooms: Rooms, archive: Path, outlets: Path | None, as_json: bool) -> int:
    """Look at the installation, the model and the archive, and say what is wrong and what to do."""
    findings = [
        *_installation(),
        _guarded("model", lambda: _model(rooms)),
        _guarded("outlets", lambda: _outlets(outlets)),
        *_archive(archive),
    ]
    if as_json:
        for item in findings:
            show_json({"what": item.what, "well": item.well, "detail": item.detail, "next_step": item.next_step})
    else:
        lines = [("ok" if item.well else "FAULT", item.what, item.detail, item.next_step) for item in findings]
        show_table(("", "what", "found", "next step"), lines)
    return 0 if all(item.well for item in findings) else 1


def _installation() -> Iterator[Finding]:
    yield Finding("onrecord", True, __version__)
    yield Finding("python", True, platform.python_version())
    options = {row[0] for row in _sqlite("PRAGMA compile_options")}
    fts = "ENABLE_FTS5" in options
    yield Finding(
        "sqlite", fts, sqlite3.sqlite_version + ("" if fts else " without FTS5"),
        "" if fts else "Use a Python whose SQLite has FTS5, such as the one of python.org or Debian.",
    )  # fmt: skip


def _sqlite(query: str) -> list[tuple[str]]:
    connection = sqlite3.connect(":memory:")
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def _model(rooms: Rooms) -> Finding:
    return Finding("model", True, f"run {rooms.load_reader().run}")


def _outlets(folder: Path | None) -> Finding:
    from onrecord.clean import declared_outlets

    known = declared_outlets(folder).outlets
    rules = sum(len(outlet.rules) for outlet in known)
    where = f", with those of {folder}" if folder else ""
    return Finding("outlets", True, f"{len(known)} declared, {rules} rules{where}")


def _archive(path: Path) -> Iterator[Finding]:
    from onrecord.archive import Archive

    try:
        with Archive.open(path) as opened:
            counts, faults = opened.counts(), opened.check()
    except ArchiveMissing as error:
        yield Finding("archive", True, f"{error.message}: nothing to check")
        return
    except OnrecordError as error:
        yield Finding("archive", False, error.message, error.next_step)
        return
    yield Finding("archive", not faults, f"{path}: {counts.reports} reports, {counts.statements} statements")
    for fault in faults:
        yield Finding("archive", False, fault.problem, fault.next_step)


def _guarded(what: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except OnrecordError as error:
        return Finding(what, False, error.message, error.next_step)
