"""Bytes become text or a clear refusal."""

from __future__ import annotations

import pytest

from onrecord.clean import clean_source
from onrecord.errors import EmptyInput, NotText, TooLarge, UnsupportedFormat
from onrecord.model import Report, Source

SENTENCE = "Karsa’s minister Ilan Torve said “the café is open” – on Tuesday."


def cleaned(data: bytes, media_type: str = "text/plain", location: str = "report.txt") -> Report:
    return clean_source(Source(data, media_type, location))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert cleaned(SENTENCE.encode(encoding)).text == SENTENCE


def test_cyrillic_text_in_an_old_encoding_is_detected() -> None:
    text = "Министр иностранных дел заявил во вторник, что переговоры в Карсе прошли успешно и будут продолжены. " * 3
    assert cleaned(text.encode("cp1251")).text == text


def test_line_ends_stay_as_they_are() -> None:
    text = "Talks end\r\n\r\nThe ministers met on Tuesday and agreed.\r\n"
    assert cleaned(text.encode()).text == text


def test_windows_bytes_inside_utf8_are_read_one_by_one() -> None:
    data = ("Das Gespräch über Größe und Öl war „gut“, sagte er. " * 9).encode() + b"It\x92s done."
    assert cleaned(data).text.endswith("It’s done.")


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x89PNG\r\n\x1a\n" + bytes(range(200)), b"\x7fELF\x00\x01"])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(NotText, match="binary"):
        cleaned(data)


@pytest.mark.parametrize("data", [b"", b"  \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_nothing_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyInput, match="empty"):
        cleaned(data)


@pytest.mark.parametrize("data", [b"%PDF-1.7 ...", b"PK\x03\x04....", b"\x1f\x8b\x08...."])
def test_other_formats_are_named(data: bytes) -> None:
    with pytest.raises(UnsupportedFormat):
        cleaned(data)


def test_another_media_type_is_refused_with_a_next_step() -> None:
    with pytest.raises(UnsupportedFormat) as refusal:
        cleaned(b"...", "image/png", "photo.png")
    assert "image/png" in refusal.value.message
    assert refusal.value.next_step


def test_fifty_megabytes_are_refused_at_once() -> None:
    with pytest.raises(TooLarge, match="50 MB"):
        cleaned(b"a" * 50_000_000)


def test_more_lines_than_any_report_are_refused() -> None:
    with pytest.raises(TooLarge, match="60000 lines"):
        cleaned(b"x\n" * 60_000)
