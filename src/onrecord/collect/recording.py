"""Answers as WARC 1.1 records: response or revisit, its request, and what feeds said about the page.

Every record is its own gzip member (ISO 28500, annex D). A file only ever grows at its end, and what lies beyond the
length that the ledger knows was never counted: it is cut off when the collection is opened again.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Final

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from onrecord.collect.fetch import Exchange
from onrecord.errors import CollectionDamaged, CollectionError

FILE_LIMIT: Final = 1_000_000_000  # bytes; the size that WARC files usually have
NAME: Final = "onrecord-{:05}.warc.gz"
IDENTICAL: Final = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
NOT_MODIFIED: Final = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
# The body is stored without its transfer coding, so the header that announces one must not mislead readers.
RENAMED: Final = {b"transfer-encoding": b"X-Archive-Orig-Transfer-Encoding"}


@dataclass(frozen=True, slots=True)
class Earlier:
    """A response on record that a later one repeats: its URL, its WARC-Date and its payload's digest."""

    url: str
    at: str
    digest: str


@dataclass(frozen=True, slots=True)
class Records:
    """The bytes to append, one gzip member a record; the first `length` of them are the response's or revisit's."""

    data: bytes
    length: int
    kind: str
    digest: str
    at: str


def payload_digest(body: bytes) -> str:
    """SHA-256, since answers with the same digest are stored once and SHA-1 can be forged."""
    return "sha256:" + base64.b32encode(hashlib.sha256(body).digest()).decode("ascii")


def write_records(exchange: Exchange, earlier: Earlier | None, fields: Sequence[tuple[str, str]]) -> Records:
    """The records of an exchange. With `earlier` it is a revisit, which holds the headers only.

    `fields` become a metadata record beside it.
    """
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    at = warc_date(exchange.at)
    digest = earlier.digest if earlier else payload_digest(exchange.body)
    kind = "revisit" if earlier else "response"
    headers = {"WARC-Date": at, "WARC-Payload-Digest": digest}
    if exchange.address:
        headers["WARC-IP-Address"] = exchange.address
    if earlier:
        headers["WARC-Profile"] = NOT_MODIFIED if exchange.status == 304 else IDENTICAL
        headers |= {"WARC-Refers-To-Target-URI": earlier.url, "WARC-Refers-To-Date": earlier.at}
    response = writer.create_warc_record(
        exchange.url, kind, None if earlier else BytesIO(exchange.body), None if earlier else len(exchange.body),
        warc_headers_dict=headers, http_headers=_response_head(exchange),
    )  # fmt: skip
    writer.write_record(response)
    length = out.tell()
    beside = {"WARC-Date": at, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")}
    request = writer.create_warc_record(
        exchange.url, "request", warc_headers_dict=dict(beside), http_headers=_request_head(exchange)
    )
    writer.write_record(request)
    if fields:
        text = "".join(f"{name}: {_one_line(value)}\r\n" for name, value in fields).encode()
        writer.write_record(
            writer.create_warc_record(exchange.url, "metadata", BytesIO(text), len(text), warc_headers_dict=beside)
        )
    return Records(out.getvalue(), length, kind, digest, at)


def warc_date(moment: datetime) -> str:
    """A moment as WARC 1.1 writes it."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Recording:
    """The file that records are appended to."""

    def __init__(self, folder: Path, name: str, size: int, about: Sequence[tuple[str, str]]) -> None:
        """Open the file, of which `size` bytes count; `about` goes into its first record."""
        self.name, self.size, self._about = name, size, about
        self._handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o644)

    def append(self, data: bytes) -> int:
        """Write at the end, through to the disk, and answer where it begins. Raises `CollectionError`.

        It counts only when the ledger has the file's new `size`.
        """
        head = self._head() if self.size == 0 else b""
        begin = self.size + len(head)
        try:
            os.lseek(self._handle, self.size, os.SEEK_SET)
            left = memoryview(head + data)
            while left:
                left = left[os.write(self._handle, left) :]
            os.fsync(self._handle)
        except OSError as error:
            raise CollectionError(
                f"{self.name} cannot be written: {error.strerror}",
                "Free some space and run the same command again; nothing is lost.",
            ) from error
        self.size = begin + len(data)
        return begin

    def close(self) -> None:
        """Let go of the file."""
        os.close(self._handle)

    def _head(self) -> bytes:
        out = BytesIO()
        writer = WARCWriter(out, gzip=True, warc_version="1.1")
        writer.write_record(writer.create_warcinfo_record(self.name, dict(self._about)))
        return out.getvalue()


def settle_file(path: Path, size: int) -> int:
    """Bring a file back to the length that the ledger knows, and answer how many bytes were cut off.

    Raises `CollectionDamaged` when it is shorter than that.
    """
    actual = path.stat().st_size if path.exists() else 0
    if actual < size:
        raise CollectionDamaged(
            f"{path} is shorter than it was left ({actual} of {size} bytes)",
            "Bring back a copy of the folder, or collect into a new one.",
        )
    if actual > size:
        os.truncate(path, size)
    return actual - size


class _Head(StatusAndHeaders):  # type: ignore[misc]
    """Headers written byte for byte: warcio would rewrite what is not ASCII."""

    def __init__(self, first: bytes, headers: Sequence[tuple[bytes, bytes]]) -> None:
        text = [(name.decode("latin-1"), value.decode("latin-1")) for name, value in headers]
        protocol, _, rest = first.decode("latin-1").partition(" ")
        super().__init__(rest, text, protocol=protocol)
        self._raw = b"\r\n".join([first, *(name + b": " + value for name, value in headers), b"", b""])

    def compute_headers_buffer(self, header_filter: object = None) -> None:  # noqa: ARG002 - warcio's signature
        self.headers_buff = self._raw


def _response_head(exchange: Exchange) -> _Head:
    headers = [(RENAMED.get(name.lower(), name), value) for name, value in exchange.headers]
    first = f"{exchange.version} {exchange.status} {exchange.reason}".rstrip().encode("latin-1")
    return _Head(first, headers)


def _request_head(exchange: Exchange) -> _Head:
    return _Head(f"GET {exchange.target} HTTP/1.1".encode("ascii"), exchange.request_headers)


def _one_line(value: str) -> str:
    return " ".join(value.split())
