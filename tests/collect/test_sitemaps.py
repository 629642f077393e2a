"""Pages, dates and further sitemaps out of sitemaps."""

from __future__ import annotations

import gzip
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect import sitemaps
from onrecord.collect.sitemaps import DEPTH_LIMIT, read_sitemap
from onrecord.collect.wanted import Evidence, Wanted
from onrecord.errors import BadFeed, FetchRefused, TooLarge

URL = "https://www.courier.example/sitemap.xml"
NEWS = b"""<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<!-- a comment -->
<url><loc> https://courier.example/a?x=1&amp;y=2 </loc><lastmod>2026-03-04</lastmod>
  <news:news><news:publication><news:name>The Norvel Courier</news:name></news:publication>
  <news:publication_date>2026-03-03T01:30:00+02:00</news:publication_date><news:title>Talks</news:title></news:news></url>
<url><loc>https://www.courier.example/b</loc></url>
<url><lastmod>2026-01-01</lastmod></url>
</urlset>"""
INDEX = b"""<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>https://courier.example/news.xml.gz</loc><lastmod>2026-03-04</lastmod></sitemap></sitemapindex>"""


def urlset(*locations: str) -> bytes:
    return f"<urlset>{''.join(f'<url><loc>{each}</loc></url>' for each in locations)}</urlset>".encode()


def test_news_sitemap_gives_pages_with_their_dates() -> None:
    listing = read_sitemap(NEWS, URL, "The Norvel Courier")
    assert listing.troubles == ()
    assert listing.wanted == (
        Wanted(
            "https://courier.example/a?x=1&y=2", "page", "The Norvel Courier",
            (
                Evidence("onrecord-sitemap-modified", "2026-03-04"),
                Evidence("onrecord-sitemap-published", "2026-03-03T01:30:00+02:00"),
                Evidence("onrecord-sitemap-title", "Talks"),
            ),
        ),
        Wanted("https://www.courier.example/b", "page", "The Norvel Courier"),
    )  # fmt: skip


def test_packed_sitemaps_are_unpacked() -> None:
    assert read_sitemap(gzip.compress(NEWS), URL, None).wanted == read_sitemap(NEWS, URL, None).wanted


def test_an_index_gives_sitemaps_one_deeper() -> None:
    (found,) = read_sitemap(INDEX, URL, None).wanted
    assert (found.url, found.kind, found.depth) == ("https://courier.example/news.xml.gz", "sitemap", 1)


def test_indexes_end_at_a_depth() -> None:
    listing = read_sitemap(INDEX, URL, None, depth=DEPTH_LIMIT)
    assert listing.wanted == ()
    assert "nested too deeply" in listing.troubles[0].message


def test_other_domains_are_passed_over_and_told() -> None:
    listing = read_sitemap(urlset("https://other.example/a", "https://a.courier.example/b"), URL, None)
    assert [wanted.url for wanted in listing.wanted] == ["https://a.courier.example/b"]
    (trouble,) = listing.troubles
    assert isinstance(trouble, FetchRefused)
    assert "another domain" in trouble.message


def test_many_entries_are_all_found_and_end_at_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "ENTRY_LIMIT", 1500)
    many = [f"https://courier.example/{number}" for number in range(1600)]
    listing = read_sitemap(urlset(*many), URL, None)
    assert [wanted.url for wanted in listing.wanted] == many[:1500]


def test_broken_xml_gives_one_error_and_what_stands_before() -> None:
    listing = read_sitemap(urlset("https://courier.example/a")[:-9] + b"<url><loc>&&</url>", URL, None)
    assert [wanted.url for wanted in listing.wanted] == ["https://courier.example/a"]
    assert [type(trouble) for trouble in listing.troubles] == [BadFeed]
    assert "\n" not in str(listing.troubles[0])


@pytest.mark.parametrize("content", [b"", b"hello", b"<html><p>no</p></html>", b"<rss/>", b"\x00\x01"])
def test_what_is_no_sitemap_is_told(content: bytes) -> None:
    listing = read_sitemap(content, URL, None)
    assert listing.wanted == ()
    assert [type(trouble) for trouble in listing.troubles] == [BadFeed]


def test_a_packed_bomb_is_refused() -> None:
    with pytest.raises(TooLarge):
        read_sitemap(gzip.compress(bytes(8_000_000)), URL, None)


def test_entities_are_not_expanded() -> None:
    names = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20 if n else "lol" * 100}">' for n in range(9))
    bomb = f"<!DOCTYPE urlset [{names}]><urlset><url><loc>https://courier.example/&e8;</loc></url></urlset>".encode()
    began = time.process_time()
    assert len(read_sitemap(bomb, URL, None).wanted) <= 1
    assert time.process_time() - began < 2


def test_files_are_not_read_through_entities() -> None:
    text = b'<!DOCTYPE u [<!ENTITY f SYSTEM "file:///etc/passwd">]><urlset><url><loc>https://courier.example/&f;</loc></url></urlset>'
    assert "root" not in repr(read_sitemap(text, URL, None))


@pytest.mark.parametrize("inside", [b"", b"<url>"])
def test_too_many_tags_are_told(inside: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "TAG_LIMIT", 1000)
    listing = read_sitemap(b"<urlset>" + inside + b"<x/>" * 2000, URL, None)
    assert [type(trouble) for trouble in listing.troubles] == [BadFeed]
    assert "more than 1000 tags" in listing.troubles[0].message


def test_deep_nesting_is_told() -> None:
    listing = read_sitemap(b"<urlset>" + b"<a>" * 40_000, URL, None)
    assert [type(trouble) for trouble in listing.troubles] == [BadFeed]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, len(NEWS)), st.integers(0, len(NEWS)), st.binary(max_size=20))
def test_a_damaged_sitemap_never_breaks_the_reader(start: int, end: int, put: bytes) -> None:
    listing = read_sitemap(NEWS[: min(start, end)] + put + NEWS[max(start, end) :], URL, None)
    assert len(listing.wanted) <= 3
