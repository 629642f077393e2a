"""What pages reserve: read from headers and markup, honoured, and on record."""

from __future__ import annotations

import gzip
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_web import NO_ROBOTS, QUICK, WHO, Answer, Clock, Wanted, answer, collect, serving

from onrecord.collect import Collector
from onrecord.collect.fetch import Exchange
from onrecord.collect.reservations import HEAD_BYTES, RESPECTED, read_reservations
from onrecord.errors import FetchReserved

URL = "http://courier.example/a"
HTML = ("Content-Type", "text/html; charset=utf-8")


def exchange(body: bytes = b"<p>Sera Onn said so.</p>", *headers: tuple[str, str]) -> Exchange:
    pairs = tuple((name.encode("latin-1"), value.encode("latin-1")) for name, value in (HTML, *headers))
    return Exchange(URL, (), "/a", "HTTP/1.1", 200, "OK", pairs, body, "", datetime.now(UTC))


def raw(folder: Path) -> bytes:
    return b"".join(gzip.decompress(path.read_bytes()) for path in sorted(folder.glob("*.warc.gz")))


def evidence(folder: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(folder / "collection.sqlite")) as ledger:
        return ledger.execute("SELECT field, value FROM evidence ORDER BY field, value").fetchall()


@pytest.mark.parametrize(
    ("name", "value", "kinds"),
    [
        ("X-Robots-Tag", "noarchive", {"noarchive"}),
        ("x-robots-tag", "nofollow, NOARCHIVE,noindex", {"noarchive", "noindex"}),
        ("X-Robots-Tag", "none", {"noindex"}),
        ("X-Robots-Tag", "googlebot: noarchive", set()),
        ("X-Robots-Tag", "onrecord: noarchive", {"noarchive"}),
        ("X-Robots-Tag", "unavailable_after: 25 Jun 2031 15:00:00 PST, noarchive", {"noarchive"}),
        ("X-Robots-Tag", "max-snippet:0, noindex", {"noindex"}),
        ("X-Robots-Tag", "all", set()),
        ("tdm-reservation", "1", {"tdm"}),
        ("TDM-Reservation", "0", set()),
        ("X-Other", "noarchive", set()),
    ],
)
def test_headers_reserve(name: str, value: str, kinds: set[str]) -> None:
    assert read_reservations(exchange(b"x", (name, value))).kinds == kinds


@pytest.mark.parametrize(
    ("markup", "kinds"),
    [
        ('<meta name="robots" content="noarchive">', {"noarchive"}),
        ("<META CONTENT='index,NoArchive' NAME=Robots />", {"noarchive"}),
        ('<meta name="onrecord" content="noindex">', {"noindex"}),
        ('<meta name="googlebot" content="noarchive">', set()),
        ('<meta name="tdm-reservation" content="1"/>', {"tdm"}),
        ('<meta name="description" content="robots noarchive">', set()),
        ("<p>noarchive</p>", set()),
    ],
)
def test_markup_reserves(markup: str, kinds: set[str]) -> None:
    assert read_reservations(exchange(f"<html><head>{markup}</head></html>".encode())).kinds == kinds


def test_a_packed_page_is_looked_into() -> None:
    page = gzip.compress(b'<meta name="robots" content="noarchive">')
    assert read_reservations(exchange(page, ("Content-Encoding", "gzip"))).kinds == {"noarchive"}


def test_only_the_beginning_of_a_page_is_looked_at() -> None:
    late = b" " * HEAD_BYTES + b'<meta name="robots" content="noarchive">'
    assert read_reservations(exchange(late)).kinds == frozenset()


@given(st.binary(max_size=200), st.text(alphabet="nonearchivdx:, ;1", max_size=40))
def test_no_page_breaks_it(body: bytes, words: str) -> None:
    found = read_reservations(exchange(b"<meta " + body + b">", ("X-Robots-Tag", words)))
    assert bool(found.kinds) == bool(found.stated)


@pytest.mark.parametrize(
    "sent",
    [
        answer(b"<p>kept by nobody</p>", Content_Type="text/html", X_Robots_Tag="noarchive"),
        answer(b'<meta name="robots" content="noarchive"><p>kept by nobody</p>', Content_Type="text/html"),
        answer(b"<p>kept by nobody</p>", Content_Type="text/html", tdm_reservation="1"),
    ],
)
def test_a_reserved_page_is_not_kept_and_not_asked_for_again(tmp_path: Path, sent: bytes) -> None:
    with serving({"courier.example/a": sent}) as (web, _, guard):
        (visited,) = collect(tmp_path, guard, URL)
        assert (visited.state, type(visited.troubles[0])) == ("reserved", FetchReserved)
        assert collect(tmp_path, guard, URL) == []
        assert web.paths == ["/a"]
    assert b"kept by nobody" not in raw(tmp_path)
    assert len(evidence(tmp_path)) == 1


def test_noindex_is_on_record_beside_the_page(tmp_path: Path) -> None:
    sent = answer(b"<p>kept</p>", Content_Type="text/html", X_Robots_Tag="noindex, nofollow")
    with serving({"courier.example/a": sent}) as (_, _, guard):
        for again in (False, True):
            (visited,) = collect(tmp_path, guard, URL, again=again)
            assert visited.state == ("unchanged" if again else "kept")
    assert evidence(tmp_path) == [("onrecord-x-robots-tag", "noindex, nofollow")]
    assert raw(tmp_path).count(b"onrecord-x-robots-tag: noindex, nofollow\r\n") == 2
    assert b"via: http://courier.example/a" not in raw(tmp_path)


def test_with_leave_a_reserved_page_is_kept_with_what_it_says(tmp_path: Path) -> None:
    sent = answer(b"<p>kept</p>", Content_Type="text/html", tdm_reservation="1")
    with (
        serving({"courier.example/a": sent}) as (_, _, guard),
        Collector(tmp_path, WHO, guard, QUICK, (clock := Clock()), clock.sleep) as collector,
    ):
        (visited,) = collector.collect([Wanted(URL)], respect=frozenset())
    assert visited.state == "kept"
    assert b"onrecord-tdm-reservation: 1" in raw(tmp_path)


def test_a_feed_is_read_whatever_it_reserves(tmp_path: Path) -> None:
    feed = b'<rss version="2.0"><channel><title>C</title><item><link>/a</link></item></channel></rss>'
    routes: dict[str, Answer] = {
        "courier.example/rss": answer(feed, X_Robots_Tag="noindex, noarchive"),
        "courier.example/a": answer(b"a"),
        "courier.example/robots.txt": NO_ROBOTS,
    }
    with serving(routes) as (_, _, guard):
        visited = collect(tmp_path, guard, Wanted("http://courier.example/rss", "feed"))
    assert [each.state for each in visited] == ["kept", "kept"]


def test_the_command_line_knows_the_same_defaults() -> None:
    from onrecord.cli.collect import RESPECTED as DEFAULTS

    assert frozenset(DEFAULTS) == RESPECTED
