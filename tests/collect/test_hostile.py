"""Sites that mean harm or are broken: no crash, no hang, no private address, and the rest goes on."""

from __future__ import annotations

import gzip
import itertools
import socketserver
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest
import small_web
from small_web import Answer, Asked, answer, collect, drip, redirect, serving

from onrecord.collect import SIZE_LIMIT
from onrecord.collect.fetch import Fetcher
from onrecord.errors import FetchFailed, FetchRefused, InputError, OnrecordError, TooLarge

URL = "http://courier.example/a"
HEAD = b"HTTP/1.1 200 OK\r\n"


def fetch(answered: Answer, deadline: float = 5.0, limit: int = SIZE_LIMIT) -> bytes:
    """What one request to a site that answers so gives."""
    with serving({"courier.example/a": answered}) as (_, _, guard):
        fetcher = Fetcher(guard, "test", deadline, limit)
        try:
            return fetcher.get(URL).body
        finally:
            fetcher.close()


def bomb(size: int, coding: str = "gzip") -> bytes:
    squeeze = zlib.compressobj(9, wbits=31)
    piece = bytes(1_000_000)
    packed = b"".join(squeeze.compress(piece) for _ in range(size // len(piece))) + squeeze.flush()
    return answer(packed, Content_Encoding=coding)


def endless(first: bytes, piece: bytes) -> Answer:
    def send(_asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
        handler.wfile.write(first)
        while True:
            handler.wfile.write(piece)

    return send


def hang(_asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
    handler.rfile.read(1)  # until the client goes


def never() -> Iterator[bytes]:
    yield HEAD + b"Content-Length: 100000\r\n\r\n"
    yield from itertools.repeat(b"x")


@pytest.mark.parametrize(
    ("answered", "message"),
    [
        (drip(never(), 0.02), "within 0.3 s"),
        (drip(itertools.chain([HEAD], itertools.repeat(b"A: b\r\n")), 0.02), "within 0.3 s"),
        (drip(itertools.repeat(b"H"), 0.02), "within 0.3 s"),
        (hang, "within 0.3 s"),
        (endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n" * 100), "within 0.3 s"),
    ],
    ids=["slow body", "slow headers", "slow status", "silence", "endless continues"],
)
def test_slow_sites_are_left_at_the_deadline(answered: Answer, message: str) -> None:
    began = time.monotonic()
    with pytest.raises(FetchFailed, match=message):
        fetch(answered, deadline=0.3)
    assert time.monotonic() - began < 3


@pytest.mark.parametrize(
    "answered",
    [
        bomb(6_000_000),
        answer(b"", Content_Length="60000000"),
        endless(HEAD + b"\r\n", bytes(1 << 20)),
        endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + bytes(1 << 16) + b"\r\n"),
    ],
    ids=["gzip bomb", "said to be large", "endless body", "endless chunks"],
)
def test_large_answers_are_cut_short(answered: Answer) -> None:
    with pytest.raises(TooLarge):
        fetch(answered, deadline=30, limit=4_000_000)


def test_a_page_over_50_mb_is_not_taken() -> None:
    with pytest.raises(TooLarge, match="50 MB"):
        fetch(endless(HEAD + b"\r\n", bytes(1 << 22)), deadline=30)


@pytest.mark.parametrize(
    "answered",
    [
        b"",
        b"\0\xff\xfe garbage \r\n\r\n",
        b"HTTP/1.1 999999 What\r\n\r\n",
        b"HTTP/1.1 -1 What\r\n\r\n",
        HEAD + b"Content-Length: 10\r\n\r\nhalf",
        HEAD + b"Content-Length: 3, 4\r\n\r\nabcd",
        HEAD + b"Content-Length: -3\r\n\r\nabc",
        HEAD + b"Content-Length: " + b"9" * 500 + b"\r\n\r\nabc",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhe",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n0\r\n\r\n",
        HEAD + b"Transfer-Encoding: gzip\r\n\r\nabc",
        HEAD + b" folded: header\r\n\r\nabc",
        HEAD + b"no colon\r\n\r\nabc",
        HEAD + b"A: " + b"x" * 200_000 + b"\r\n\r\nabc",
        HEAD + b"A: b\r\n" * 1000 + b"\r\nabc",
        answer(b"not gzip", Content_Encoding="gzip"),
        answer(gzip.compress(b"half" * 1000, mtime=0)[:-20], Content_Encoding="gzip"),
        answer(b"\x0b\x02\x80hello\x03", Content_Encoding="br"),
        answer(gzip.compress(gzip.compress(b"twice", mtime=0), mtime=0), Content_Encoding="gzip, gzip"),
    ],
)
def test_broken_answers_fail(answered: bytes) -> None:
    with pytest.raises((FetchFailed, TooLarge)) as caught:
        fetch(answered, deadline=5)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/", "http://2130706433/",
        "http://0x7f000001/", "http://0177.0.0.1/", "http://127.1/", "http://localhost:22/", "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/", "http://0.0.0.0/", "http://10.0.0.1/", "http://user@10.0.0.1/", "file:///etc/passwd",
        "ftp://courier.example/", "gopher://127.0.0.1/", "//127.0.0.1/", "http:\\\\127.0.0.1/", "http://courier.example:6379/",
        "javascript:alert(1)", "http://%31%32%37.0.0.1/",
    ],
)  # fmt: skip
def test_redirects_into_the_dark_are_refused(target: str, tmp_path: Path) -> None:
    with serving({"courier.example/a": redirect(target)}) as (_, lane, guard):
        (visited,) = collect(tmp_path, guard, URL)
    assert visited.state in ("refused", "gone")
    assert set(lane.dialled) == {(small_web.PUBLIC, 80)}


def test_a_name_that_turns_private_between_two_requests_is_refused(tmp_path: Path) -> None:
    with serving({"courier.example/a": redirect("/b"), "courier.example/b": answer(b"secret")}) as (
        server,
        lane,
        guard,
    ):
        answers = iter([[small_web.PUBLIC], [small_web.PUBLIC], ["127.0.0.1"]])  # robots.txt, /a, then /b
        guard._resolve = lambda host, port: next(answers)  # noqa: ARG005
        (visited,) = collect(tmp_path, guard, URL)
    assert visited.state == "refused"
    assert lane.dialled == [(small_web.PUBLIC, 80)] * 2
    assert "/b" not in server.paths


def test_redirects_end_after_five(tmp_path: Path) -> None:
    def round_and_round(asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
        handler.wfile.write(redirect(f"/a?{len(asked.path)}"))

    with serving({}) as (server, _, guard):
        server.find = lambda asked: round_and_round if asked.path != "/robots.txt" else small_web.NO_ROBOTS  # type: ignore[method-assign]
        (visited,) = collect(tmp_path, guard, URL)
    assert visited.state == "gone"
    assert len(server.paths) == 6


def test_a_robots_file_that_leads_into_the_dark_forbids_the_site(tmp_path: Path) -> None:
    routes: dict[str, Answer] = {
        "courier.example/robots.txt": redirect("http://169.254.169.254/robots.txt"),
        "courier.example/a": answer(b"page"),
    }
    with serving(routes) as (server, lane, guard):
        (visited,) = collect(tmp_path, guard, URL)
    assert visited.state == "disallowed"
    assert server.paths == []
    assert set(lane.dialled) == {(small_web.PUBLIC, 80)}


def test_feeds_cannot_lead_into_the_dark(tmp_path: Path) -> None:
    links = [
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://2130706433/",
        "file:///etc/passwd",
        "http://inner.example/x",
        URL,
    ]
    items = "".join(f"<item><link>{link}</link></item>" for link in links)
    feed = f'<rss version="2.0"><channel><title>T</title>{items}</channel></rss>'.encode()
    with serving({"courier.example/rss": answer(feed), "courier.example/a": answer(b"page")}) as (_, lane, guard):
        guard._resolve = lambda host, port: ["10.0.0.7"] if host == "inner.example" else [small_web.PUBLIC]  # noqa: ARG005
        visits = collect(tmp_path, guard, small_web.Wanted("http://courier.example/rss", "feed"))
    assert {visited.url: visited.state for visited in visits} == {
        "http://courier.example/rss": "kept",
        "http://127.0.0.1/": "refused",
        "http://[::1]/": "refused",
        "http://inner.example/x": "refused",
        URL: "kept",
    }
    assert set(lane.dialled) == {(small_web.PUBLIC, 80)}


def test_one_bad_site_does_not_hold_up_the_others(tmp_path: Path) -> None:
    routes: dict[str, Answer] = {
        "bomb.example/a": bomb(6_000_000),
        "half.example/a": HEAD + b"Content-Length: 10\r\n\r\nhalf",
        "empty.example/a": answer(b""),
        "plain.example/a": HEAD + b"\r\n<p>No content type, no length</p>",
        "good.example/a": answer(b"<p>Good</p>", Content_Type="text/html"),
    }
    with serving(routes) as (_, _, guard):
        visits = collect(tmp_path, guard, *(f"http://{name}" for name in routes))
    states = {visited.url.split("/")[2].split(".")[0]: visited.state for visited in visits}
    assert states == {"bomb": "refused", "half": "failed", "empty": "failed", "plain": "kept", "good": "kept"}
    assert all(isinstance(trouble, InputError) for visited in visits for trouble in visited.troubles)


def test_a_refused_address_is_told_with_a_next_step() -> None:
    with serving({}) as (_, _, guard), pytest.raises(FetchRefused) as caught:
        Fetcher(guard, "test").get("http://127.0.0.1/")
    assert isinstance(caught.value, OnrecordError)
    assert caught.value.next_step
