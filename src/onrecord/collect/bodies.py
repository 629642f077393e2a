"""The body of an HTTP answer as it was kept: its chunks joined and its compression undone, within a limit."""

from __future__ import annotations

import zlib
from typing import Final

import brotli

from onrecord.errors import Damaged, TooLarge, UnsupportedFormat

_GZIP: Final = b"\x1f\x8b"
_EITHER: Final = 32 + zlib.MAX_WBITS  # zlib tells gzip and zlib headers apart by itself


def plain_body(data: bytes, transfer: str, content: str, limit: int) -> bytes:
    """The body without the transfer and content codings that its headers name.

    Many archives keep the headers and undo the codings; a body that does not begin as its coding would is taken as it
    is. Raises `TooLarge` over `limit`, `Damaged` for a broken coding and `UnsupportedFormat` for an unknown one.
    """
    if "chunked" in transfer.lower():
        data = _joined(data)
    for coding in reversed([name.strip().lower() for name in content.split(",")]):
        if coding and coding != "identity":
            data = _unpacked(data, coding, limit)
    return data


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
            raise Damaged("its chunks are broken", "Fetch it again, or leave it out.")
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


def _unpacked(data: bytes, coding: str, limit: int) -> bytes:
    if coding in {"gzip", "x-gzip", "deflate"}:
        if coding != "deflate" and not data.startswith(_GZIP):
            return data
        return _inflated(data, _EITHER, limit) if coding != "deflate" else _deflated(data, limit)
    if coding == "br":
        return _brotli(data, limit)
    raise UnsupportedFormat(f"its compression {coding!r} is none that is read here", "Store it in another one.")


def _deflated(data: bytes, limit: int) -> bytes:
    """Servers send both kinds under this name: with zlib's header and without."""
    try:
        return _inflated(data, zlib.MAX_WBITS, limit)
    except Damaged:
        return _inflated(data, -zlib.MAX_WBITS, limit)


def _inflated(data: bytes, bits: int, limit: int) -> bytes:
    stream = zlib.decompressobj(bits)
    try:
        made = stream.decompress(data, limit + 1)
    except zlib.error as error:
        raise Damaged("its compression is broken", "Fetch it again, or leave it out.") from error
    if len(made) > limit:
        raise _bomb(limit)
    if not stream.eof:
        raise Damaged("its compression ends too early", "Fetch it again, or leave it out.")
    return made


def _brotli(data: bytes, limit: int) -> bytes:
    stream = brotli.Decompressor()
    made: list[bytes] = []
    size, piece = 0, data
    try:
        while True:
            part = stream.process(piece, output_buffer_limit=1 << 20)
            made.append(part)
            size += len(part)
            if size > limit:
                raise _bomb(limit)
            if stream.is_finished() or (not part and stream.can_accept_more_data()):
                break
            piece = b""
    except brotli.error as error:
        if data.lstrip()[:1] == b"<":
            return data
        raise Damaged("its compression is broken", "Fetch it again, or leave it out.") from error
    if not stream.is_finished():
        raise Damaged("its compression ends too early", "Fetch it again, or leave it out.")
    return b"".join(made)


def _bomb(limit: int) -> TooLarge:
    return TooLarge(f"it unpacks to more than {limit // 1_000_000} MB", "It is no page of text; leave it out.")
