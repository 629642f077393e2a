"""Undoing chunks and compression within limits, while an answer comes in and as it was kept."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect.bodies import RATIO_FROM, Unpacker, plain_body, unpack_file
from onrecord.errors import Damaged, TooLarge

PACKED = {
    "gzip": gzip.compress,
    "x-gzip": lambda data: gzip.compress(data[: len(data) // 2]) + gzip.compress(data[len(data) // 2 :]),
    "deflate": zlib.compress,
    "br": lambda data: brotli.compress(data, quality=1),
}


@settings(deadline=None)
@given(
    st.binary(max_size=300).map(lambda data: data * 500), st.integers(1, 5000), st.sampled_from(sorted(PACKED)),
    st.booleans(),
)  # fmt: skip
def test_pieces_of_any_size_give_the_whole(data: bytes, size: int, coding: str, raw: bool) -> None:
    packed = PACKED[coding](data)
    if coding == "deflate" and raw:
        packed = packed[2:-4]
    unpacker = Unpacker(coding, ratio=100_000)
    pieces = [unpacker.feed(packed[start : start + size]) for start in range(0, len(packed), size)]
    unpacker.finish()
    assert b"".join(pieces) == data
    assert unpacker.made == len(data)
    assert plain_body(packed, "", coding) == data


def test_members_follow_one_another() -> None:
    assert unpack_file(gzip.compress(b"one, ") + gzip.compress(b"two") + b"\0\0") == b"one, two"


def test_what_is_not_packed_stays() -> None:
    assert unpack_file(b"<urlset>") == b"<urlset>"


def test_a_bomb_is_stopped_before_it_takes_memory() -> None:
    squeeze = zlib.compressobj(9, wbits=31)
    bomb = b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(60)) + squeeze.flush()
    tracemalloc.start()
    with pytest.raises(TooLarge, match="unpack"):
        unpack_file(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(bomb) < 100_000
    assert peak < 120_000_000


def test_a_ratio_is_stopped_below_the_size_limit() -> None:
    with pytest.raises(TooLarge):
        unpack_file(gzip.compress(bytes(2 * RATIO_FROM)), limit=50 * RATIO_FROM)


def test_small_answers_may_have_any_ratio() -> None:
    assert len(unpack_file(gzip.compress(bytes(RATIO_FROM)))) == RATIO_FROM


@pytest.mark.parametrize(
    "packed",
    [gzip.compress(b"half" * 100, mtime=0)[:-9], b"\x1f\x8bnot gzip at all", gzip.compress(b"a", mtime=0) + b"x"],
)
def test_broken_data_is_told(packed: bytes) -> None:
    with pytest.raises(Damaged, match="its compression"):
        unpack_file(packed)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_kept_body_has_the_limits_of_an_answer(coding: str) -> None:
    packed = PACKED[coding](bytes(2 * RATIO_FROM))
    with pytest.raises(TooLarge, match="unpack"):
        Unpacker(coding).feed(packed)
    with pytest.raises(TooLarge, match="unpack"):
        plain_body(packed, "", coding)


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_body_that_ends_too_early_is_told(coding: str) -> None:
    with pytest.raises(Damaged, match="too early"):
        plain_body(PACKED[coding](b"half" * 1000)[:-6], "", coding)


def test_one_byte_of_a_coding_is_no_whole() -> None:
    unpacker = Unpacker("deflate")
    assert unpacker.feed(b"x") == b""
    with pytest.raises(Damaged):
        unpacker.finish()


def test_stray_bytes_behind_a_kept_body_do_not_lose_it() -> None:
    assert plain_body(gzip.compress(b"one, ") + gzip.compress(b"two") + b"\r\n", "", "gzip") == b"one, two"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_kept_page_that_lost_its_coding_is_taken_as_it_is(coding: str) -> None:
    assert plain_body(b"<p>Sera Onn said so.</p>", "", coding) == b"<p>Sera Onn said so.</p>"
