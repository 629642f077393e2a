"""Files and folders as sources."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from io import BufferedReader
from pathlib import Path
from typing import Final

from onrecord.errors import EmptyInput, InputError, MissingInput, TooLarge, UnsupportedFormat
from onrecord.model import Source

MEGABYTE: Final = 1_000_000
SIZE_LIMIT: Final = 50 * MEGABYTE  # the longest press page seen is under 5 MB; above 50 MB it is a dump, not a report
SNIFFED: Final = 1024  # bytes looked at to tell HTML from plain text
SUFFIXES: Final = {
    ".txt": "text/plain", ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".eml": "message/rfc822", ".mhtml": "multipart/related", ".mht": "multipart/related",
}  # fmt: skip
CRAWLS: Final = (".warc", ".warc.gz", ".wacz")  # read record by record, whatever their size
TABLES: Final = (".csv", ".tsv", ".jsonl", ".ndjson")  # the same, row by row
HTML_SIGNS: Final = (b"<!doctype html", b"<html", b"<head", b"<body")


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files to read: those named, and those of `SUFFIXES` and `CRAWLS` in the folders named, sorted by path.

    In folders, hidden files and folders, links to folders and tables are passed over: a folder of reports often holds
    a table that lists them, and which tables hold texts only the user knows. A path that does not exist is given
    back as it is, so that `load_file` tells about it in its turn.
    """
    for path in paths:
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path


def load_file(path: Path | str, limit: int = SIZE_LIMIT) -> Source:
    """The bytes of a file as a source; at most `limit` bytes are ever read.

    Raises `MissingInput`, `EmptyInput`, `TooLarge`, or `UnsupportedFormat` for what is no regular file.
    """
    path = Path(path)
    try:
        data = _read(path, limit)
    except OSError as error:
        raise explain(error, path) from error
    if len(data) > limit:
        raise TooLarge(
            f"{path} is larger than {limit // MEGABYTE} MB",
            "Cut it into single reports, one page of text each.",
        )
    if not data.strip():
        raise EmptyInput(f"{path} is empty", "Check how it was saved, or leave it out.")
    return Source(data=data, media_type=media_type(path, data), location=str(path))


def open_file(path: Path) -> BufferedReader:
    """A file that is read piece by piece. Raises `MissingInput`, or `UnsupportedFormat` for what is no regular file."""
    try:
        return _opened(path)
    except OSError as error:
        raise explain(error, path) from error


def media_type(path: Path, data: bytes) -> str:
    """By the suffix where it tells, else by how the bytes begin."""
    known = SUFFIXES.get(path.suffix.lower())
    if known:
        return known
    if data.startswith(b"%PDF-"):
        return "application/pdf"
    head = data[:SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "text/html" if any(sign in head for sign in HTML_SIGNS) else "text/plain"


def explain(error: OSError, path: Path) -> InputError:
    """The system's refusal as one of our errors."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return MissingInput(f"there is no file {path}", "Check the path.")
    if isinstance(error, IsADirectoryError):
        return UnsupportedFormat(f"{path} is a folder", "Name the files in it.")
    if isinstance(error, PermissionError):
        return MissingInput(f"{path} may not be read", "Change its permissions (chmod u+r) or leave it out.")
    reason = error.strerror or type(error).__name__
    return MissingInput(f"{path} cannot be read: {reason}", "Check the disk and the path.")


def _walk(folder: Path) -> Iterator[Path]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith(".") and name.lower().endswith((*SUFFIXES, *CRAWLS)):
                yield path


def _read(path: Path, limit: int) -> bytes:
    """One byte more than the limit at most."""
    with _opened(path) as stream:
        return stream.read(limit + 1)


def _opened(path: Path) -> BufferedReader:
    """Opening does not wait, so that a pipe cannot hold the batch up."""
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    stream = open(handle, "rb")  # noqa: SIM115 - handed on, or closed below
    mode = os.fstat(handle).st_mode
    if stat.S_ISREG(mode):
        return stream
    stream.close()
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(str(path))
    raise UnsupportedFormat(f"{path} is no regular file", "Save what it gives to a file and name that.")
