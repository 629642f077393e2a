"""WARC and WACZ files: the pages among their records, one at a time, with when and from where they were fetched."""

from __future__ import annotations

import gzip
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Final, Literal, TypeAlias, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from onrecord.collect.bodies import plain_body
from onrecord.collect.files import HTML_SIGNS, MEGABYTE, SIZE_LIMIT, SNIFFED, explain, open_file
from onrecord.errors import Damaged, InputError, TooLarge, UnsupportedFormat
from onrecord.model import Source

_File: TypeAlias = io.BufferedReader | zipfile.ZipExtFile

GZIP: Final = b"\x1f\x8b"
PAGES: Final = frozenset({
    "text/html", "application/xhtml+xml", "text/plain", "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
})  # fmt: skip
UNTOLD: Final = frozenset({"", "application/octet-stream", "unknown/unknown"})
# What an answer's headers tell of its page: kind and charset, language, and dates that bound when it was published.
KEPT: Final = ("content-type", "content-language", "date", "last-modified")
STATED: Final = "onrecord-"  # what whoever collected heard about the page, in a record beside it
CONTAINER: Final = "onrecord-container"
RECORD_ID: Final = "warc-record-id"
METADATA_LIMIT: Final = 100_000
_ROBOTS: Final = re.compile(r"https?://[^/]+/robots\.txt$")


def read_warc(path: Path) -> Iterator[Source | InputError]:
    """The pages in a WARC file, plain or gzipped; what is not whole comes as its error.

    A source's location is the record's URL, `fetched_at` its WARC-Date, and its headers are those of the answer that
    bear on the page. Answers that are no success, are no page, or repeat one (revisits) are passed over. Raises
    `MissingInput` or `UnsupportedFormat` for what is no file.
    """
    with open_file(path) as stream:
        yield from _sources(stream, str(path))


def read_wacz(path: Path) -> Iterator[Source | InputError]:
    """The pages in the WARC files of a WACZ package. Raises as `read_warc` does, and `Damaged` for a broken package."""
    try:
        with open_file(path) as stream, zipfile.ZipFile(stream) as package:
            names = sorted(name for name in package.namelist() if name.endswith((".warc", ".warc.gz")))
            if not names:
                raise UnsupportedFormat(f"{path} holds no WARC file", "Check that it is a WACZ package.")
            for name in names:
                with package.open(name) as member:
                    yield from _sources(cast("zipfile.ZipExtFile", member), f"{path}/{name}")  # typed as any bytes
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError) as error:
        raise Damaged(f"{path} is no whole WACZ package ({error})", "Get it again.") from error
    except OSError as error:
        raise explain(error, path) from error


class _Whole(io.RawIOBase):
    """The unpacked bytes as long as they are whole; where they break off it ends, and `broken` tells so."""

    def __init__(self, stream: _File) -> None:
        self.broken = False
        self._position = 0
        head = stream.peek(2)[:2]
        self._stream = gzip.GzipFile(fileobj=stream) if head == GZIP else stream

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Forward only, as FastWARC does to ask for the position and to pass over records."""
        target = offset if whence == io.SEEK_SET else self._position + offset
        if whence == io.SEEK_END or target < self._position:
            raise io.UnsupportedOperation("seek backwards")
        while self._position < target and self.read(min(1 << 16, target - self._position)):
            pass
        return self._position

    def read(self, size: int = -1) -> bytes:
        if self.broken:
            return b""
        try:
            data = self._stream.read1(size)  # `read` would lose what came before the break
        except (EOFError, OSError, zlib.error, zipfile.BadZipFile):
            self.broken = True
            return b""
        self._position += len(data)
        return data


def _sources(stream: _File, name: str) -> Iterator[Source | InputError]:
    """One source behind the reading, since what was heard about a page stands in a record after it."""
    whole = _Whole(stream)
    waiting: Source | None = None
    number = 0
    try:
        for record in ArchiveIterator(whole, strict_mode=False):
            if not record.headers.get("Content-Length"):  # every record has one: here the file ends
                whole.broken = True
                break
            if record.record_type == WarcRecordType.metadata:
                waiting = _told(waiting, record)
                number += 1
                continue
            found = _read(record, name)
            if found is None:
                found = "broken off" if record.consume() < record.content_length else "passed over"
            if found == "broken off":
                whole.broken = True
                break
            number += 1
            if not isinstance(found, str):
                if waiting:
                    yield waiting
                waiting = None if isinstance(found, InputError) else found
                if isinstance(found, InputError):
                    yield found
    except OSError:
        whole.broken = True
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # Rust's faults are no Exception
            raise
        whole.broken = True
    if waiting:
        yield waiting
    if whole.broken:
        yield Damaged(f"{name} breaks off behind record {number}", "What is whole was read; get the file again.")
    elif not number:
        yield Damaged(f"{name} has no WARC records", "Check that it is a WARC file.")


def _read(record: WarcRecord, name: str) -> Source | InputError | Literal["broken off", "passed over"] | None:
    """The page of a record, None where its body was not looked at."""
    url = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
        return None
    if not url.startswith(("http://", "https://")) or _ROBOTS.match(url):
        return None
    answer = record.http_headers if record.is_http else None
    status = answer.status_code if answer else 200
    kind = _header(record, "content-type")
    if status is None or not 200 <= status < 300 or not _may_be_page(kind):
        return None
    length = record.content_length
    data = record.reader.read(min(length, SIZE_LIMIT) + 1)
    if length > SIZE_LIMIT:
        return TooLarge(f"{url} in {name} is larger than {SIZE_LIMIT // MEGABYTE} MB", "Leave it out.")
    if len(data) < length:
        return "broken off"
    try:
        codings = _header(record, "transfer-encoding"), _header(record, "content-encoding")
        body = plain_body(data, *codings) if answer else data
    except InputError as error:
        return type(error)(f"{url} in {name} cannot be read: {error.message}", error.next_step)
    if kind in UNTOLD or kind.split(";")[0].strip().lower() in UNTOLD:
        kind = _sniffed(body)
    if not kind or not body.strip():
        return "passed over"
    return Source(body, kind, url, _moment(record), _headers(record, name))


def _may_be_page(kind: str) -> bool:
    return kind.split(";")[0].strip().lower() in PAGES | UNTOLD


def _sniffed(body: bytes) -> str:
    if body.startswith(b"%PDF-"):
        return "application/pdf"
    head = body[:SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return "text/html" if any(sign in head for sign in HTML_SIGNS) else ""


def _header(record: WarcRecord, name: str) -> str:
    """A header of the answer, or of the record where it holds the page itself."""
    headers = record.http_headers if record.is_http else record.headers
    return (headers.get(name) or "") if headers else ""


def _headers(record: WarcRecord, name: str) -> tuple[tuple[str, str], ...]:
    answered = tuple((header, value) for header in KEPT if record.is_http and (value := _header(record, header)))
    return (*answered, (RECORD_ID, record.headers.get("WARC-Record-ID") or ""), (CONTAINER, name))


def _moment(record: WarcRecord) -> datetime | None:
    try:
        return record.record_date
    except (ValueError, OverflowError):
        return None


def _told(waiting: Source | None, record: WarcRecord) -> Source | None:
    """The source with what the metadata record beside its own says in fields of ours."""
    beside = record.headers.get("WARC-Concurrent-To") or record.headers.get("WARC-Refers-To")
    if waiting is None or not beside or (RECORD_ID, beside) not in waiting.headers:
        return waiting
    lines = record.reader.read(METADATA_LIMIT).decode("utf-8", "replace").splitlines()
    fields = [(name.strip().lower(), value.strip()) for name, sign, value in (line.partition(":") for line in lines)]
    stated = tuple((name, value) for name, value in fields if name.startswith(STATED) and value)
    return replace(waiting, headers=waiting.headers + stated)
