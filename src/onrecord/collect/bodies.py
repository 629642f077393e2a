"""Bodies of HTTP answers, while they come in and as they were kept: chunks joined, compression undone within limits.

A small answer must not become a large one, so what is unpacked is counted piece by piece and stopped at the limits.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Final

import brotli

from onrecord.collect.files import MEGABYTE, SIZE_LIMIT
from onrecord.errors import Damaged, TooLarge, UnsupportedFormat

# Of 600 press pages the best packed shrank to a thirteenth, a sitemap of 50,000 numbered pages to a 54th, zeros to less
# than a thousandth: between the last two lies the limit.
RATIO_LIMIT: Final = 200
RATIO_FROM: Final = MEGABYTE  # below that no ratio is harmful
PIECE: Final = 64 * 1024
GZIP_MAGIC: Final = b"\x1f\x8b"
ZLIB_CODINGS: Final = frozenset({"gzip", "x-gzip", "deflate"})
CODINGS: Final = ZLIB_CODINGS | {"br"}
AGAIN: Final = "Fetch it again, or leave it out."


class Unpacker:
    """Undoes one content coding piece by piece; keeps nothing itself, and stops at the limits.

    `stray` allows bytes behind the end of a gzip file that begin no other one, as some archives have them.
    """

    def __init__(self, coding: str, limit: int = SIZE_LIMIT, ratio: int = RATIO_LIMIT, *, stray: bool = False) -> None:
        self._stream = _Zlib(coding == "deflate", stray) if coding in ZLIB_CODINGS else _Brotli()
        self._limit, self._ratio = limit, ratio
        self.taken = self.made = 0

    def feed(self, data: bytes) -> bytes:
        """What the next bytes become. Raises `TooLarge` at a limit and `Damaged` for broken data."""
        self.taken += len(data)
        made: list[bytes] = []
        try:
            for piece in self._stream.pieces(data):
                made.append(piece)
                self._count(len(piece))
        except (zlib.error, brotli.error) as error:
            raise Damaged("its compression is broken", AGAIN) from error
        return b"".join(made)

    def finish(self) -> None:
        """Raises `Damaged` when the end is missing."""
        if self.taken and not self._stream.whole:
            raise Damaged("its compression ends too early", AGAIN)

    def _count(self, size: int) -> None:
        self.made += size
        if self.made > self._limit or (self.made > RATIO_FROM and self.made > self._ratio * self.taken):
            raise TooLarge(
                f"{self.taken} bytes unpack to more than {self.made - 1} bytes",
                "It is no page of text; leave it out.",
            )


class _Zlib:
    """gzip, of several members where there are several, and what servers send as deflate: with zlib's header or not."""

    def __init__(self, deflate: bool, stray: bool) -> None:
        self._deflate, self._stray = deflate, stray
        self._head = b""
        self._stream = None if deflate else _gunzip()

    @property
    def whole(self) -> bool:
        return self._stream is not None and self._stream.eof

    def pieces(self, data: bytes) -> Iterator[bytes]:
        if self._stream is None:
            data = self._head = self._head + data
            if len(data) < 2:
                return
            # RFC 1950: method 8, and both bytes as one number are a multiple of 31; no raw stream begins like that.
            headed = data[0] & 15 == 8 and (data[0] << 8 | data[1]) % 31 == 0
            self._stream = zlib.decompressobj(zlib.MAX_WBITS if headed else -zlib.MAX_WBITS)
        full = False
        while data or full:
            if self._stream.eof:
                if self._deflate or not data.strip(b"\0") or (self._stray and not data.startswith(GZIP_MAGIC)):
                    return
                self._stream = _gunzip()
            piece = self._stream.decompress(data, PIECE)
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
            full = len(piece) == PIECE
            yield piece


class _Brotli:
    def __init__(self) -> None:
        self._stream = brotli.Decompressor()

    @property
    def whole(self) -> bool:
        return bool(self._stream.is_finished())

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while not self._stream.is_finished():
            piece = self._stream.process(data, output_buffer_limit=PIECE)
            if not piece and self._stream.can_accept_more_data():
                return
            yield piece
            data = b""


def unpack_file(data: bytes, limit: int = SIZE_LIMIT) -> bytes:
    """The content of a gzip file, or the bytes as they are when they are none. Raises `TooLarge` and `Damaged`."""
    if not data.startswith(GZIP_MAGIC):
        return data
    return _unpacked(data, Unpacker("gzip", limit))


def plain_body(data: bytes, transfer: str, content: str, limit: int = SIZE_LIMIT) -> bytes:
    """A body that was kept, without the transfer and content codings that its headers name.

    Many archives keep the headers and undo the codings; a body that does not begin as its coding would is taken as it
    is. Raises `TooLarge` at a limit, `Damaged` for a broken coding and `UnsupportedFormat` for an unknown one.
    """
    if "chunked" in transfer.lower():
        data = _joined(data)
    for coding in reversed([name.strip().lower() for name in content.split(",")]):
        if coding and coding != "identity":
            data = _decoded(data, coding, limit)
    return data


def _decoded(data: bytes, coding: str, limit: int) -> bytes:
    if coding not in CODINGS:
        raise UnsupportedFormat(f"its compression {coding!r} is none that is read here", "Store it in another one.")
    if coding.endswith("gzip") and not data.startswith(GZIP_MAGIC):
        return data
    try:
        return _unpacked(data, Unpacker(coding, limit, stray=True))
    except Damaged:
        if data.lstrip()[:1] == b"<":
            return data
        raise


def _unpacked(data: bytes, unpacker: Unpacker) -> bytes:
    whole = unpacker.feed(data)
    unpacker.finish()
    return whole


def _gunzip() -> zlib._Decompress:
    return zlib.decompressobj(zlib.MAX_WBITS | 16)


def _joined(data: bytes) -> bytes:
    """The chunks as one; the bytes as they are when they do not begin with the size of a chunk."""
    pieces: list[bytes] = []
    position = 0
    while position < len(data):
        end = data.find(b"\n", position, position + 200)
        size = _size(data[position:end]) if end >= 0 else None
        if size is None:
            if not pieces:
                return data
            raise Damaged("its chunks are broken", AGAIN)
        if size == 0:
            break
        pieces.append(data[end + 1 : end + 1 + size])
        position = end + 1 + size
        position += 2 if data[position : position + 2] == b"\r\n" else 1
    return b"".join(pieces)


def _size(line: bytes) -> int | None:
    digits = line.partition(b";")[0].strip()
    try:
        return int(digits, 16) if digits.isalnum() else None
    except ValueError:
        return None
