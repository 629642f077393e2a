"""A collection: politeness, resuming, and everything kept as it came."""

from __future__ import annotations

import gzip
import socketserver
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest
from small_web import NO_ROBOTS, WHO, Answer, Asked, Clock, Wanted, answer, collect, redirect, serving
from warcio.archiveiterator import ArchiveIterator

from onrecord.collect import Collector, Manners
from onrecord.collect.ledger import Ledger
from onrecord.collect.wanted import Evidence
from onrecord.errors import CollectionBusy, CollectionDamaged

PAGE = "http://courier.example/a"
POLITE = Manners()
RSS = (
    b'<rss version="2.0"><channel><title>The Norvel Courier</title><item><link>/a</link><title>Talks</title>'
    b"<pubDate>Tue, 3 Mar 2026 01:30:00 +0200</pubDate></item><item><link>/b</link></item></channel></rss>"
)


@dataclass(frozen=True)
class Kept:
    """A record in the files."""

    kind: str
    url: str | None
    status: str
    content: bytes
    headers: dict[str, str]


def records(folder: Path) -> list[Kept]:
    """All records, their digests checked."""
    return [record for path in sorted(folder.glob("*.warc.gz")) for record in _records(path)]


def _records(path: Path) -> Iterator[Kept]:
    with path.open("rb") as stream:
        for record in ArchiveIterator(stream, check_digests="raise"):
            status = record.http_headers.get_statuscode() if record.http_headers else ""
            content = record.content_stream().read()
            headers = dict(record.rec_headers.headers)
            yield Kept(record.rec_type, record.rec_headers.get_header("WARC-Target-URI"), status, content, headers)


def responses(folder: Path) -> list[tuple[str, str | None, str]]:
    return [(each.kind, each.url, each.status) for each in records(folder) if each.kind in ("response", "revisit")]


def states(folder: Path) -> dict[str, str]:
    with closing(sqlite3.connect(folder / "collection.sqlite")) as ledger:
        return dict(ledger.execute("SELECT url, state FROM item"))


def test_a_page_is_kept_as_it_came(tmp_path: Path) -> None:
    body = gzip.compress("<p>Ilan Torve said “no”.</p>".encode())
    sent = answer(body, Content_Type="text/html", Content_Encoding="gzip", X_Odd="na\xefve")
    with serving({"courier.example/a": sent}) as (_, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE)
    assert (visited.url, visited.state) == (PAGE, "kept")
    info, response, request = records(tmp_path)
    assert (info.kind, response.kind, request.kind) == ("warcinfo", "response", "request")
    assert f"http-header-user-agent: {WHO.agent}".encode() in info.content
    assert response.content.decode() == "<p>Ilan Torve said “no”.</p>"
    assert response.headers["WARC-IP-Address"] == "127.0.0.1"
    assert response.headers["WARC-Payload-Digest"].startswith("sha256:")
    assert request.headers["WARC-Concurrent-To"] == response.headers["WARC-Record-ID"]
    raw = b"".join(gzip.decompress(path.read_bytes()) for path in tmp_path.glob("*.warc.gz"))
    assert sent in raw, "headers and body byte for byte"


def test_chunked_bodies_are_kept_without_their_chunks(tmp_path: Path) -> None:
    sent = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n"
    with serving({"courier.example/a": sent}) as (_, _, guard):
        collect(tmp_path, guard, PAGE)
    assert records(tmp_path)[1].content == b"abcde"


def test_sites_see_who_we_are(tmp_path: Path) -> None:
    with serving({"courier.example/a": answer(b"page")}) as (server, _, guard):
        collect(tmp_path, guard, PAGE)
    assert {asked.headers["user-agent"] for asked in server.asked} == {WHO.agent}
    assert "cookie" not in server.asked[-1].headers


def test_requests_to_a_domain_are_nine_seconds_apart(tmp_path: Path) -> None:
    times: list[tuple[str, float]] = []
    clock = Clock()

    def note(asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
        times.append((asked.host, clock.now))
        handler.wfile.write(NO_ROBOTS if asked.path == "/robots.txt" else answer(asked.url.encode()))

    urls = [
        f"http://{host}/{n}" for n in range(3) for host in ("www.courier.example", "m.courier.example", "post.example")
    ]
    with serving({}) as (server, _, guard):
        server.find = lambda _asked: note  # type: ignore[method-assign]
        collect(tmp_path, guard, *urls, manners=POLITE, clock=clock)
    for name in ("courier.example", "post.example"):
        moments = [moment for host, moment in times if host.endswith(name)]
        assert all(later - earlier >= 9 for earlier, later in pairwise(moments))
    assert len(times) == 9 + 3
    assert clock.now - times[0][1] < 9 * 9, "the sites wait beside one another"


def test_a_longer_crawl_delay_is_kept(tmp_path: Path) -> None:
    robots = answer(b"User-agent: *\nCrawl-delay: 30")
    clock = Clock()
    with serving({"courier.example/robots.txt": robots}) as (_, _, guard):
        collect(tmp_path, guard, PAGE, "http://courier.example/b", manners=POLITE, clock=clock)
    assert clock.slept == [pytest.approx(9), pytest.approx(30)]


def test_the_pause_outlives_the_run(tmp_path: Path) -> None:
    clock = Clock()
    with serving({}) as (_, _, guard):
        collect(tmp_path, guard, PAGE, manners=POLITE, clock=clock)
        before = len(clock.slept)
        collect(tmp_path, guard, "http://courier.example/b", manners=POLITE, clock=clock)
    assert clock.slept[before:] == [pytest.approx(9)]


def test_robots_are_asked_once_a_day_and_obeyed(tmp_path: Path) -> None:
    routes: dict[str, Answer] = {
        "courier.example/robots.txt": answer(b"User-agent: onrecord\nDisallow: /b"),
        "courier.example/a": answer(b"a"),
    }
    clock = Clock()
    with serving(routes) as (server, _, guard):
        visits = collect(tmp_path, guard, PAGE, "http://courier.example/b", clock=clock)
        collect(tmp_path, guard, PAGE, again=True, clock=clock)
        asked_first = [asked.path for asked in server.asked].count("/robots.txt")
        clock.now += 25 * 3600
        collect(tmp_path, guard, PAGE, again=True, clock=clock)
    assert {visited.url: visited.state for visited in visits} == {
        PAGE: "kept",
        "http://courier.example/b": "disallowed",
    }
    assert asked_first == 1
    assert [asked.path for asked in server.asked].count("/robots.txt") == 2
    assert "/b" not in server.paths


@pytest.mark.parametrize("robots", [answer(status="503 Busy"), b"", answer(status="429 Slow")])
def test_robots_that_cannot_be_had_forbid_the_site(tmp_path: Path, robots: bytes) -> None:
    with serving({"courier.example/robots.txt": robots, "courier.example/a": answer(b"a")}) as (server, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE)
    assert visited.state == "disallowed"
    assert "robots.txt" in visited.troubles[0].message
    assert server.paths == []


def test_robots_are_followed_through_redirects(tmp_path: Path) -> None:
    routes: dict[str, Answer] = {
        "courier.example/robots.txt": redirect("http://www.courier.example/robots.txt"),
        "www.courier.example/robots.txt": answer(b"User-agent: *\nDisallow: /a"),
    }
    with serving(routes) as (_, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE)
    assert visited.state == "disallowed"


@pytest.mark.parametrize("as_date", [True, False])
def test_retry_after_is_waited_for(tmp_path: Path, as_date: bool) -> None:
    clock = Clock()
    answers = iter([0, 1])

    def busy(_asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
        later = Clock(clock.now + 120)
        wait = later.date if as_date else "120"
        handler.wfile.write(answer(b"a") if next(answers) else answer(b"", "503 Busy", Retry_After=wait))

    with serving({"courier.example/a": busy}) as (_, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE, manners=POLITE, clock=clock)
    assert visited.state == "kept"
    assert 119 <= clock.slept[-1] <= 121


def test_a_long_retry_after_ends_the_run_and_is_kept_by_the_next(tmp_path: Path) -> None:
    clock = Clock()
    routes: dict[str, Answer] = {"courier.example/a": answer(b"", "429 Slow down", Retry_After="7200")}
    with serving(routes) as (server, _, guard):
        assert collect(tmp_path, guard, PAGE, manners=POLITE, clock=clock) == []
        assert collect(tmp_path, guard, PAGE, "http://courier.example/b", manners=POLITE, clock=clock) == []
        assert server.paths == ["/a"], "the whole domain is left in peace"
        clock.now += 7300
        routes["courier.example/a"] = answer(b"a")
        visits = collect(tmp_path, guard, manners=POLITE, clock=clock)
    assert {visited.url: visited.state for visited in visits} == {PAGE: "kept", "http://courier.example/b": "gone"}


def test_failures_are_tried_again_later_and_given_up_after_three(tmp_path: Path) -> None:
    clock = Clock()
    with serving({"courier.example/a": answer(b"", "500 Broken")}) as (server, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE, manners=POLITE, clock=clock)
        assert (visited.state, len(server.paths)) == ("failed", 3)
        first, second = [wait for wait in clock.slept if wait > 9.5]
        assert 30 <= first <= 60 <= second <= 120
        server.routes["courier.example/a"] = answer(b"a")
        (visited,) = collect(tmp_path, guard, manners=POLITE, clock=clock)
    assert visited.state == "kept"
    assert responses(tmp_path) == [("response", PAGE, "200")]


@pytest.mark.parametrize("status", ["404 Not Found", "410 Gone", "403 Forbidden", "451 Unavailable", "301 Nowhere"])
def test_a_plain_no_is_not_asked_again(tmp_path: Path, status: str) -> None:
    with serving({"courier.example/a": answer(b"no", status)}) as (server, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE)
        assert collect(tmp_path, guard, PAGE) == []
    assert visited.state == "gone"
    assert server.paths == ["/a"]


def conditional(asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
    same = asked.headers.get("if-none-match") == '"v1"' and "if-modified-since" in asked.headers
    headers = {"ETag": '"v1"', "Last_Modified": "Tue, 03 Mar 2026 10:00:00 GMT"}
    handler.wfile.write(answer(status="304 Not Modified", **headers) if same else answer(b"page", **headers))


def test_pages_are_asked_for_again_only_on_condition(tmp_path: Path) -> None:
    with serving({"courier.example/a": conditional}) as (server, _, guard):
        assert [visited.state for visited in collect(tmp_path, guard, PAGE)] == ["kept"]
        assert collect(tmp_path, guard, PAGE) == []
        assert [visited.state for visited in collect(tmp_path, guard, PAGE, again=True)] == ["unchanged"]
        assert [visited.state for visited in collect(tmp_path, guard, PAGE, again=True)] == ["unchanged"]
    assert server.paths == ["/a", "/a", "/a"]
    assert responses(tmp_path) == [("response", PAGE, "200"), ("revisit", PAGE, "304"), ("revisit", PAGE, "304")]
    first, second, _ = (each for each in records(tmp_path) if each.kind in ("response", "revisit"))
    assert second.headers["WARC-Profile"].endswith("/revisit/server-not-modified")
    assert second.headers["WARC-Refers-To-Date"] == first.headers["WARC-Date"]
    assert second.headers["WARC-Payload-Digest"] == first.headers["WARC-Payload-Digest"]


def test_an_unasked_304_fails(tmp_path: Path) -> None:
    with serving({"courier.example/a": answer(status="304 Not Modified")}) as (_, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE)
    assert visited.state == "gone"


def test_the_same_payload_is_stored_once(tmp_path: Path) -> None:
    with serving({"courier.example/a": answer(b"page"), "post.example/b": answer(b"page")}) as (_, _, guard):
        visits = collect(tmp_path, guard, PAGE, "http://post.example/b")
        again = collect(tmp_path, guard, PAGE, again=True)
    assert [visited.state for visited in visits] == ["kept", "kept"]
    assert [visited.state for visited in again] == ["unchanged", "kept"]
    assert [kind for kind, _, _ in responses(tmp_path)] == ["response", "revisit", "revisit", "revisit"]
    assert all(
        each.headers["WARC-Refers-To-Target-URI"] == PAGE for each in records(tmp_path) if each.kind == "revisit"
    )


def test_redirects_are_kept_hop_by_hop(tmp_path: Path) -> None:
    routes: dict[str, Answer] = {
        "courier.example/a": redirect("http://www.courier.example/a", "301 Moved"),
        "www.courier.example/a": redirect("/b", "307 Over there"),
        "www.courier.example/b": answer(b"page"),
    }
    clock = Clock()
    with serving(routes) as (_, _, guard):
        (visited,) = collect(tmp_path, guard, PAGE, manners=POLITE, clock=clock)
    assert (visited.url, visited.state) == (PAGE, "kept")
    assert responses(tmp_path) == [
        ("response", PAGE, "301"),
        ("response", "http://www.courier.example/a", "307"),
        ("response", "http://www.courier.example/b", "200"),
    ]
    assert clock.slept == [pytest.approx(9)] * 4, "two robots.txt and three pages on one domain"


def test_feeds_lead_to_pages_and_their_words_are_kept(tmp_path: Path) -> None:
    routes: dict[str, Answer] = {
        "courier.example/rss": answer(RSS),
        "courier.example/a": answer(b"a"),
        "courier.example/b": answer(b"b"),
    }
    feed = Wanted("http://courier.example/rss", "feed", "The Norvel Courier")
    with serving(routes) as (server, _, guard):
        visits = collect(tmp_path, guard, feed)
        assert [visited.state for visited in visits] == ["kept"] * 3
        assert [visited.state for visited in collect(tmp_path, guard, feed)] == ["unchanged"]
    assert server.paths == ["/rss", "/a", "/b", "/rss"], "a feed is asked in every run, a page once"
    told = {each.url: each.content.decode() for each in records(tmp_path) if each.kind == "metadata"}
    assert told[PAGE] == (
        "outlet: The Norvel Courier\r\nvia: http://courier.example/rss\r\n"
        "onrecord-feed-published: Tue, 3 Mar 2026 01:30:00 +0200\r\nonrecord-feed-title: Talks\r\n"
    )
    assert told["http://courier.example/b"] == "outlet: The Norvel Courier\r\nvia: http://courier.example/rss\r\n"


def test_a_broken_feed_is_told_and_what_it_lists_is_fetched(tmp_path: Path) -> None:
    broken = RSS[: RSS.index(b"<item><link>/b")] + b"<item><<<"
    with serving({"courier.example/rss": answer(broken), "courier.example/a": answer(b"a")}) as (_, _, guard):
        first, second = collect(tmp_path, guard, Wanted("http://courier.example/rss", "feed"))
    assert (first.state, len(first.troubles)) == ("failed", 1)
    assert (second.url, second.state) == (PAGE, "kept")


def test_sitemap_indexes_are_followed_even_when_they_stay_the_same(tmp_path: Path) -> None:
    index = b"<sitemapindex><sitemap><loc>http://courier.example/1.xml.gz</loc></sitemap></sitemapindex>"
    pages = ["a", "b"]

    def inner(_asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
        urls = "".join(f"<url><loc>http://courier.example/{page}</loc></url>" for page in pages)
        handler.wfile.write(answer(gzip.compress(f"<urlset>{urls}</urlset>".encode())))

    routes: dict[str, Answer] = {
        "courier.example/map.xml": answer(index, ETag='"1"'),
        "courier.example/1.xml.gz": inner,
    }
    routes |= {f"courier.example/{page}": answer(page.encode()) for page in "abc"}
    with serving(routes) as (server, _, guard):
        collect(tmp_path, guard, Wanted("http://courier.example/map.xml", "sitemap"))
        pages.append("c")
        server.routes["courier.example/map.xml"] = answer(status="304 Not Modified")
        collect(tmp_path, guard, Wanted("http://courier.example/map.xml", "sitemap"))
    assert server.paths == ["/map.xml", "/1.xml.gz", "/a", "/b", "/map.xml", "/1.xml.gz", "/c"]


def test_a_run_that_is_cut_short_is_gone_on_with(tmp_path: Path) -> None:
    routes: dict[str, Answer] = {"courier.example/rss": answer(RSS), "courier.example/a": answer(b"a")}
    feed = Wanted("http://courier.example/rss", "feed")
    clock = Clock()
    with serving(routes) as (server, _, guard):
        with Collector(tmp_path, WHO, guard, Manners(pause=0), clock, clock.sleep) as collector:
            visiting = collector.collect([feed])
            next(visiting)
            visiting.close()
        collect(tmp_path, guard, feed)
    assert server.paths == ["/rss", "/a", "/b"], "the feed belongs to the run that goes on"


def test_what_was_not_committed_is_cut_off_and_fetched_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(self: Ledger, step: object) -> None:  # noqa: ARG001
        raise KeyboardInterrupt

    with serving({"courier.example/a": answer(b"a")}) as (_, _, guard):
        with monkeypatch.context() as patch:
            patch.setattr(Ledger, "settle", die)
            with pytest.raises(KeyboardInterrupt):
                collect(tmp_path, guard, PAGE)
        assert len(responses(tmp_path)) == 1, "written, but not in the ledger"
        clock = Clock()
        with Collector(tmp_path, WHO, guard, Manners(pause=0), clock, clock.sleep) as collector:
            assert collector.cut > 0
            assert responses(tmp_path) == []
            assert [visited.state for visited in collector.collect([])] == ["kept"]
    assert responses(tmp_path) == [("response", PAGE, "200")]


@pytest.mark.parametrize("tail", [b"\x1f", b"\x1f\x8b\x08\0\0\0\0\0\0\x03 torn", bytes(5000)])
def test_a_torn_tail_is_cut_off(tmp_path: Path, tail: bytes) -> None:
    with serving({"courier.example/a": answer(b"a"), "courier.example/b": answer(b"b")}) as (_, _, guard):
        collect(tmp_path, guard, PAGE)
        (path,) = tmp_path.glob("*.warc.gz")
        whole = path.read_bytes()
        path.write_bytes(whole + tail)
        with Collector(tmp_path, WHO) as collector:
            assert collector.cut == len(tail)
        assert path.read_bytes() == whole
        collect(tmp_path, guard, "http://courier.example/b")
    assert [url for _, url, _ in responses(tmp_path)] == [PAGE, "http://courier.example/b"]


def test_a_file_that_was_announced_and_never_made_is_made(tmp_path: Path) -> None:
    opened = Ledger(tmp_path)
    opened.add_file(1)
    opened.close()
    with serving({"courier.example/a": answer(b"a")}) as (_, _, guard):
        collect(tmp_path, guard, PAGE)
    assert responses(tmp_path) == [("response", PAGE, "200")]


def test_files_end_at_their_limit(tmp_path: Path) -> None:
    clock = Clock()
    urls = [Wanted(f"http://courier.example/{number}") for number in range(4)]
    with (
        serving({f"courier.example/{n}": answer(bytes(range(256)) * 4 + str(n).encode()) for n in range(4)}) as (
            _,
            _,
            guard,
        ),
        Collector(tmp_path, WHO, guard, Manners(pause=0), clock, clock.sleep, file_limit=500) as collector,
    ):
        list(collector.collect(urls))
    assert [path.name for path in sorted(tmp_path.glob("*.warc.gz"))] == [
        f"onrecord-{n:05}.warc.gz" for n in range(1, 5)
    ]
    assert len(responses(tmp_path)) == 4
    assert [each.kind for each in records(tmp_path)].count("warcinfo") == 4


def test_two_cannot_collect_into_one_folder(tmp_path: Path) -> None:
    with Collector(tmp_path, WHO), pytest.raises(CollectionBusy, match="another process"):
        Collector(tmp_path, WHO)
    Collector(tmp_path, WHO).close()


def test_a_shortened_file_is_told(tmp_path: Path) -> None:
    with serving({"courier.example/a": answer(b"a")}) as (_, _, guard):
        collect(tmp_path, guard, PAGE)
    (path,) = tmp_path.glob("*.warc.gz")
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CollectionDamaged, match="shorter"):
        Collector(tmp_path, WHO)


@pytest.mark.parametrize("data", [b"no database, but long enough to look at" * 100, b"SQLite format 3\0" + bytes(4000)])
def test_a_ledger_that_is_none_is_told(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "collection.sqlite").write_bytes(data)
    with pytest.raises(CollectionDamaged):
        Collector(tmp_path, WHO)


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "collection.sqlite")) as other:
        other.execute("CREATE TABLE mine (a)")
    with pytest.raises(CollectionDamaged, match="no ledger"):
        Collector(tmp_path, WHO)
    with closing(sqlite3.connect(tmp_path / "collection.sqlite")) as other:
        assert other.execute("SELECT name FROM sqlite_master").fetchall() == [("mine",)]


def test_evidence_of_several_feeds_is_kept_apart(tmp_path: Path) -> None:
    other = RSS.replace(b"01:30:00 +0200", b"02:00:00 +0200")
    routes: dict[str, Answer] = {"courier.example/rss": answer(RSS), "courier.example/atom": answer(other)}
    with serving(routes) as (_, _, guard):
        collect(tmp_path, guard, *(Wanted(f"http://courier.example/{name}", "feed") for name in ("rss", "atom")))
    with closing(sqlite3.connect(tmp_path / "collection.sqlite")) as ledger:
        (item,) = ledger.execute("SELECT id FROM item WHERE url = ?", (PAGE,)).fetchone()
    opened = Ledger(tmp_path)
    try:
        dates = [(url, each) for url, each in opened.evidence(item) if each.field == "onrecord-feed-published"]
    finally:
        opened.close()
    assert dates == [
        ("http://courier.example/rss", Evidence("onrecord-feed-published", "Tue, 3 Mar 2026 01:30:00 +0200")),
        ("http://courier.example/atom", Evidence("onrecord-feed-published", "Tue, 3 Mar 2026 02:00:00 +0200")),
    ]
