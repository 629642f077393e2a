"""Undoing compression within limits: a small answer must not become a large one."""

from __future__ import annotations

import zlib
from typing import Final

from onrecord.collect.files import MEGABYTE, SIZE_LIMIT
from onrecord.errors import FetchFailed, TooLarge

# Of 600 press pages the best packed shrank to a thirteenth, a sitemap of 50,000 numbered pages to a 54th, zeros to less
# than a thousandth: between the last two lies the limit.
RATIO_LIMIT: Final = 200
RATIO_FROM: Final = MEGABYTE  # below that no ratio is harmful
PIECE: Final = 64 * 1024
GZIP_MAGIC: Final = b"\x1f\x8b"
CODINGS: Final = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


class Inflater:
    """Undoes one content coding piece by piece; keeps nothing itself, and stops at the limits."""

    def __init__(self, coding: str, limit: int = SIZE_LIMIT, ratio: int = RATIO_LIMIT) -> None:
        self._bits = CODINGS[coding]
        self._stream = zlib.decompressobj(self._bits)
        self._limit, self._ratio = limit, ratio
        self.taken = self.made = 0

    def feed(self, data: bytes) -> bytes:
        """What the next bytes become. Raises `TooLarge` at a limit and `FetchFailed` for broken data."""
        self.taken += len(data)
        made: list[bytes] = []
        try:
            while data or (made and len(made[-1]) == PIECE):
                if self._stream.eof:  # a gzip file may consist of several members, and zeros may follow them
                    if self._bits == zlib.MAX_WBITS or not data.strip(b"\0"):
                        break
                    self._stream = zlib.decompressobj(self._bits)
                made.append(self._stream.decompress(data, PIECE))
                data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail
                self._count(len(made[-1]))
        except zlib.error as error:
            raise broken("its compression is broken") from error
        return b"".join(made)

    def finish(self) -> None:
        """Raises `FetchFailed` when the end is missing."""
        if self.taken and not self._stream.eof:
            raise broken("its compression ends too early")

    def _count(self, size: int) -> None:
        self.made += size
        if self.made > self._limit or (self.made > RATIO_FROM and self.made > self._ratio * self.taken):
            raise TooLarge(
                f"{self.taken} bytes unpack to more than {self.made - 1} bytes",
                "It is no page of text; leave it out.",
            )


def inflate(data: bytes, limit: int = SIZE_LIMIT) -> bytes:
    """The content of a gzip file, or the bytes as they are when they are none."""
    if not data.startswith(GZIP_MAGIC):
        return data
    inflater = Inflater("gzip", limit)
    whole = inflater.feed(data)
    inflater.finish()
    return whole


def broken(why: str) -> FetchFailed:
    """The error for an answer that is not whole."""
    return FetchFailed(f"the answer is not whole: {why}", "Run the same command again later.")
