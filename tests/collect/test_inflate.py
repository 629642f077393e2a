"""Undoing compression within limits."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect.inflate import RATIO_FROM, Inflater, inflate
from onrecord.errors import FetchFailed, TooLarge


@settings(deadline=None)
@given(st.binary(max_size=300).map(lambda data: data * 500), st.integers(1, 5000), st.sampled_from(["gzip", "deflate"]))
def test_pieces_of_any_size_give_the_whole(data: bytes, size: int, coding: str) -> None:
    packed = gzip.compress(data) if coding == "gzip" else zlib.compress(data)
    inflater = Inflater(coding, ratio=10_000)
    pieces = [inflater.feed(packed[start : start + size]) for start in range(0, len(packed), size)]
    inflater.finish()
    assert b"".join(pieces) == data


def test_members_follow_one_another() -> None:
    assert inflate(gzip.compress(b"one, ") + gzip.compress(b"two") + b"\0\0") == b"one, two"


def test_what_is_not_packed_stays() -> None:
    assert inflate(b"<urlset>") == b"<urlset>"


def test_a_bomb_is_stopped_before_it_takes_memory() -> None:
    squeeze = zlib.compressobj(9, wbits=31)
    bomb = b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(60)) + squeeze.flush()
    tracemalloc.start()
    with pytest.raises(TooLarge, match="unpack"):
        inflate(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(bomb) < 100_000
    assert peak < 120_000_000


def test_a_ratio_is_stopped_below_the_size_limit() -> None:
    with pytest.raises(TooLarge):
        inflate(gzip.compress(bytes(2 * RATIO_FROM)), limit=50 * RATIO_FROM)


def test_small_answers_may_have_any_ratio() -> None:
    assert len(inflate(gzip.compress(bytes(RATIO_FROM)))) == RATIO_FROM


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(b"half" * 100, mtime=0)[:-9], b"\x1f\x8bnot gzip at all", gzip.compress(b"a", mtime=0) + b"x"],
)
def test_broken_data_is_told(packed: bytes) -> None:
    with pytest.raises(FetchFailed, match="not whole"):
        inflate(packed)
