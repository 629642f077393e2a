"""Crawls: which records are pages, their bodies and evidence, and files that break off."""

from __future__ import annotations

import gzip
import zlib
from datetime import UTC, datetime
from pathlib import Path

import brotli
import pytest

from benchmarks.samples import PAGE, chunked, make_wacz, warc_record
from onrecord.clean import clean_source
from onrecord.collect import load_sources
from onrecord.errors import Damaged, InputError, MissingInput, TooLarge, UnsupportedFormat
from onrecord.model import Source

HTML = "Content-Type: text/html; charset=utf-8"
SAID = b"<p>Minister Torve said on Monday that the crossing would open.</p>"


def read(path: Path, data: bytes) -> list[Source | InputError]:
    path.write_bytes(data)
    return list(load_sources(path))


def pages(found: list[Source | InputError]) -> list[tuple[str, bytes]]:
    return [(item.location, item.data) for item in found if isinstance(item, Source)]


def test_a_page_comes_with_its_address_and_what_bounds_its_date(tmp_path: Path) -> None:
    headers = (HTML, "Last-Modified: Mon, 05 May 2031 08:00:00 GMT", "Date: Tue, 06 May 2031 09:30:00 GMT", "X-A: b")
    (source,) = read(tmp_path / "a.warc", warc_record("https://a.example/1", PAGE.encode(), headers))
    assert isinstance(source, Source)
    assert (source.location, source.data) == ("https://a.example/1", PAGE.encode())
    assert source.fetched_at == datetime(2031, 5, 6, 9, 30, tzinfo=UTC)
    told = dict(source.headers)
    assert told["last-modified"] == "Mon, 05 May 2031 08:00:00 GMT"
    assert told["date"] == "Tue, 06 May 2031 09:30:00 GMT"
    assert told["onrecord-container"] == str(tmp_path / "a.warc")
    assert "x-a" not in told
    assert "Torve said on Monday" in clean_source(source).text


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (chunked(SAID), ("Transfer-Encoding: chunked",)),
        (gzip.compress(SAID, mtime=0), ("Content-Encoding: gzip",)),
        (zlib.compress(SAID), ("Content-Encoding: deflate",)),
        (zlib.compress(SAID)[2:-4], ("Content-Encoding: deflate",)),
        (brotli.compress(SAID), ("Content-Encoding: br",)),
        (chunked(gzip.compress(SAID, mtime=0)), ("Transfer-Encoding: chunked", "Content-Encoding: gzip")),
        (SAID, ("Transfer-Encoding: chunked", "Content-Encoding: gzip")),
        (SAID, ("Content-Encoding: br",)),
    ],
)
def test_bodies_lose_their_codings_where_they_have_them(tmp_path: Path, body: bytes, headers: tuple[str, ...]) -> None:
    record = warc_record("https://a.example/1", body, (HTML, *headers))
    assert pages(read(tmp_path / "a.warc", record)) == [("https://a.example/1", SAID)]


def test_the_charset_of_the_header_counts(tmp_path: Path) -> None:
    body = "<p>Министр сказал в понедельник: мы останемся здесь.</p>".encode("cp1251")
    (source,) = read(
        tmp_path / "a.warc",
        warc_record("https://a.example/1", body, ("Content-Type: text/html; charset=windows-1251",)),
    )
    assert isinstance(source, Source)
    assert clean_source(source).text == "Министр сказал в понедельник: мы останемся здесь."


def test_only_pages_of_success_are_taken(tmp_path: Path) -> None:
    url = "https://a.example/"
    data = b"".join([
        warc_record(url + "moved", SAID, status="301 Moved Permanently"),
        warc_record(url + "gone", SAID, status="404 Not Found"),
        warc_record(url + "a.png", b"\x89PNG", ("Content-Type: image/png",)),
        warc_record(url + "robots.txt", b"User-agent: *", ("Content-Type: text/plain",)),
        warc_record(url + "again", b"", kind="revisit"),
        warc_record(url + "asked", b"GET / HTTP/1.1\r\n\r\n", ("Content-Type: application/http",), "request"),
        warc_record("dns:a.example", b"x", ("Content-Type: text/dns",), "resource"),
        warc_record(url + "blank", b"  ", (HTML,)),
        warc_record(url + "untold.bin", b"\x00\x01", ("Content-Type: application/octet-stream",)),
        warc_record(url + "note.txt", b"Torve said so.", ("Content-Type: text/plain",), "resource"),
        warc_record(url + "untold", SAID.replace(b"<p>", b"<html><p>"), ("Server: x",)),
    ])  # fmt: skip
    found = read(tmp_path / "a.warc", data)
    assert [place for place, _ in pages(found)] == [url + "note.txt", url + "untold"]
    assert len(found) == 2


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "whole.warc.gz", "a.wacz"])
def test_all_containers_give_the_same_pages(tmp_path: Path, name: str) -> None:
    records = [warc_record(f"https://a.example/{number}", SAID) for number in range(5)]
    data = {
        "a.warc": b"".join(records),
        "a.warc.gz": b"".join(gzip.compress(record) for record in records),
        "whole.warc.gz": gzip.compress(b"".join(records)),
        "a.wacz": make_wacz(b"".join(records)),
    }[name]
    found = read(tmp_path / name, data)
    assert pages(found) == [(f"https://a.example/{number}", SAID) for number in range(5)]
    assert len(found) == 5


@pytest.mark.parametrize("packed", [False, True])
def test_of_a_file_that_breaks_off_all_whole_records_are_read(tmp_path: Path, packed: bool) -> None:
    records = [warc_record(f"https://a.example/{number}", SAID) for number in range(4)]
    if packed:
        records = [gzip.compress(record) for record in records]
    data, end = b"".join(records), len(records[3])
    for cut in range(5, end, 9):  # the last four bytes are blank lines, which nobody misses
        found = read(tmp_path / "a.warc", data[:-cut])
        whole = [place for place, _ in pages(found)]
        assert whole[:3] == [f"https://a.example/{number}" for number in range(3)]
        assert isinstance(found[-1], Damaged)
        assert "breaks off behind record" in found[-1].message
        assert len(whole) == 3 or (packed and cut <= 14), "only a check sum was lost"


def test_garbage_between_records_is_one_error(tmp_path: Path) -> None:
    record = warc_record("https://a.example/1", SAID)
    first, error = read(tmp_path / "a.warc", record + b"garbage\r\n\r\n" + record)
    assert isinstance(first, Source)
    assert isinstance(error, Damaged)


def test_a_record_that_cannot_be_read_does_not_end_the_file(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 60_000_000)
    data = warc_record("https://a.example/bomb", bomb, (HTML, "Content-Encoding: gzip"))
    data += warc_record("https://a.example/odd", SAID, (HTML, "Content-Encoding: lzma"))
    data += warc_record("https://a.example/1", SAID)
    bomb_error, odd_error, page = read(tmp_path / "a.warc", data)
    assert isinstance(bomb_error, TooLarge)
    assert isinstance(odd_error, UnsupportedFormat)
    assert "https://a.example/odd in" in odd_error.message
    assert isinstance(page, Source)


def test_what_was_heard_about_a_page_stays_with_it(tmp_path: Path) -> None:
    one, two = "<urn:uuid:00000000-0000-4000-8000-00000000000a>", "<urn:uuid:00000000-0000-4000-8000-00000000000b>"
    fields = ("Content-Type: application/warc-fields",)
    data = warc_record("https://a.example/1", SAID, record=one)
    data += warc_record(
        "https://a.example/1",
        b"onrecord-feed-published: 2031-05-04\r\nother: x\r\n",
        fields,
        "metadata",
        record=two,
        more=(f"WARC-Concurrent-To: {one}",),
    )
    data += warc_record("https://a.example/2", SAID, record=two)
    first, second = read(tmp_path / "a.warc", data)
    assert isinstance(first, Source)
    assert isinstance(second, Source)
    assert first.headers[-1] == ("onrecord-feed-published", "2031-05-04")
    assert "onrecord-feed-published" not in dict(second.headers)


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.warc", b"no WARC at all" * 50), ("a.warc", b""), ("a.wacz", b"PK\x03\x04 broken"), ("a.wacz", b"")],
)
def test_what_is_no_crawl_is_told(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(Damaged) if name == "a.wacz" else pytest.raises(ValueError, match="told"):
        found = list(load_sources(tmp_path / name))
        raise ValueError("told" if isinstance(found[0], Damaged) else "not told")


def test_a_missing_crawl_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="there is no file"):
        list(load_sources(tmp_path / "none.warc.gz"))


def test_a_crawl_is_read_record_by_record(tmp_path: Path) -> None:
    record = warc_record("https://a.example/1", SAID)
    (tmp_path / "a.warc").write_bytes(record * 3 + b"garbage\r\n\r\n")
    reading = load_sources(tmp_path / "a.warc")
    assert isinstance(next(reading), Source), "the first page comes before the end is reached"


def test_a_fault_in_the_native_reader_is_one_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        """Its like comes out of Rust."""

    def panic(*_: object, **__: object) -> None:
        raise PanicException("index out of range")

    monkeypatch.setattr("onrecord.collect.warc.ArchiveIterator", panic)
    (error,) = read(tmp_path / "a.warc", warc_record("https://a.example/1", SAID))
    assert isinstance(error, Damaged)
