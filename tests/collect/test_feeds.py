"""Pages and dates out of feeds."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect.feeds import read_feed
from onrecord.collect.wanted import Evidence, Wanted
from onrecord.errors import BadFeed, FetchRefused

URL = "https://courier.example/news/rss.xml"
RSS = b"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>The Norvel Courier</title>
<item><title>Talks &amp; tea</title><link>https://courier.example/a</link>
  <pubDate>Tue, 3 Mar 2026 01:30:00 +0200</pubDate></item>
<item><title>Undated</title><link>/b?x=1&amp;y=2</link></item>
<item><title>Odd date</title><link>c.html#part</link><pubDate>Toosday, early</pubDate></item>
<item><title>No link</title></item>
<item><title>Again</title><link>https://courier.example/a</link></item>
</channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title>One</title><link rel="alternate" href="https://post.example/one"/>
  <published>2026-03-03T01:30:00+02:00</published><updated>2026-03-04T00:00:00Z</updated></entry>
<entry><title>Two</title><link href="two"/></entry></feed>"""


def test_rss_lists_pages_with_dates_as_they_are_written() -> None:
    listing = read_feed(RSS, URL, "The Norvel Courier")
    assert listing.troubles == ()
    assert listing.wanted == (
        Wanted(
            "https://courier.example/a", "page", "The Norvel Courier",
            (
                Evidence("onrecord-feed-published", "Tue, 3 Mar 2026 01:30:00 +0200"),
                Evidence("onrecord-feed-title", "Talks & tea"),
            ),
        ),
        Wanted(
            "https://courier.example/b?x=1&y=2", "page", "The Norvel Courier",
            (Evidence("onrecord-feed-title", "Undated"),),
        ),
        Wanted(
            "https://courier.example/news/c.html", "page", "The Norvel Courier",
            (Evidence("onrecord-feed-published", "Toosday, early"), Evidence("onrecord-feed-title", "Odd date")),
        ),
    )  # fmt: skip


def test_atom_keeps_published_and_updated_apart() -> None:
    first, second = read_feed(ATOM, "https://post.example/atom", None).wanted
    assert first.evidence == (
        Evidence("onrecord-feed-published", "2026-03-03T01:30:00+02:00"),
        Evidence("onrecord-feed-updated", "2026-03-04T00:00:00Z"),
        Evidence("onrecord-feed-title", "One"),
    )
    assert second == Wanted("https://post.example/two", "page", None, (Evidence("onrecord-feed-title", "Two"),))


def test_broken_xml_gives_one_error_and_what_stands_before() -> None:
    listing = read_feed(RSS[: RSS.index(b"<item><title>Odd date")] + b"<item><link>&&<<", URL, None)
    assert [wanted.url for wanted in listing.wanted] == [
        "https://courier.example/a",
        "https://courier.example/b?x=1&y=2",
    ]
    (trouble,) = listing.troubles
    assert isinstance(trouble, BadFeed)
    assert URL in trouble.message
    assert "\n" not in str(trouble)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<html><body><p>No feed</p></body></html>",
        b"\x00\x01\x02",
        b"{}",
        RSS.replace(b"utf-8", b"u\0tf"),
    ],
)
def test_what_is_no_feed_is_told(content: bytes) -> None:
    listing = read_feed(content, URL, None)
    assert listing.wanted == ()
    assert [type(trouble) for trouble in listing.troubles] == [BadFeed]


def test_content_is_never_taken_for_an_address_or_a_path() -> None:
    for content in (b"http://127.0.0.1/feed", b"/etc/passwd", b"file:///etc/passwd"):
        assert read_feed(content, URL, None).wanted == ()


def test_private_and_odd_links_are_told_and_passed_over() -> None:
    items = b"".join(
        b"<item><link>%s</link></item>" % link
        for link in (b"javascript:alert(1)", b"http://0x7f.1/", b"http://ok.example/")
    )
    listing = read_feed(b'<rss version="2.0"><channel><title>T</title>%s</channel></rss>' % items, URL, None)
    assert [wanted.url for wanted in listing.wanted] == ["http://ok.example/"]
    assert [type(trouble) for trouble in listing.troubles] == [FetchRefused, FetchRefused]


def test_entities_are_not_expanded_without_end() -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20 if n else "lol" * 100}">' for n in range(9))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE rss [{names}]><rss version="2.0"><channel><title>&e8;</title></channel></rss>'
    )
    began = time.process_time()
    assert read_feed(bomb.encode(), URL, None).wanted == ()
    assert time.process_time() - began < 2


@pytest.mark.parametrize("piece", [b"<x>", b"<item>", b"<a ", b"<", b"<![CDATA["])
def test_feeds_made_to_be_slow_are_not(piece: bytes) -> None:
    slow = b'<rss version="2.0"><channel>' + piece * (3_000_000 // len(piece))
    began = time.process_time()
    listing = read_feed(slow, URL, None)
    assert time.process_time() - began < 5
    assert listing.wanted == ()
    assert listing.troubles


def test_files_are_not_read_through_entities() -> None:
    text = (
        b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss version="2.0"><channel>'
        b"<title>T</title><item><link>https://courier.example/a</link><title>&f;</title></item></channel></rss>"
    )
    assert "root" not in repr(read_feed(text, URL, None))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(RSS)), st.integers(0, len(RSS)), st.binary(max_size=20))
def test_a_damaged_feed_never_breaks_the_reader(start: int, end: int, put: bytes) -> None:
    listing = read_feed(RSS[: min(start, end)] + put + RSS[max(start, end) :], URL, None)
    assert len(listing.wanted) <= 4
    assert all("\n" not in str(trouble) for trouble in listing.troubles)
