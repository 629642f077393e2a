"""Pages made to be slow: each must be done in processor time that its size explains."""

from __future__ import annotations

import time

import pytest

from onrecord.clean import clean_source
from onrecord.clean.decode import MAX_BYTES
from onrecord.clean.render import render
from onrecord.errors import TooLarge
from onrecord.model import Source

SAID = "<p>Minister Torve said on Monday that the crossing would open.</p>"
SECONDS = 5.0  # what was quadratic took minutes; what is linear takes well below one


@pytest.mark.parametrize(
    ("markup", "kept"),
    [
        ("<div>" * 40_000 + SAID + "</div>" * 40_000, True),
        ("<p>" + "<b>" * 40_000 + SAID, True),
        ("<table><tr><td>" * 13_000 + SAID, True),
        (SAID + "<script " * 50_000, True),
        (SAID + "<!-- " * 50_000, True),
        ("<div>" * 300 + SAID + "x<!--" * 50_000, True),
        ("<" * 200_000 + SAID, False),
        (SAID + "<p>" + "(" * 200_000, True),
        (SAID + "<script type='application/ld+json'>" + "[" * 200_000 + "</script>", True),
    ],
)
def test_markup_costs_its_length(markup: str, kept: bool) -> None:
    begun = time.process_time()
    report = clean_source(Source(markup.encode(), "text/html", "https://a.example/"))
    assert time.process_time() - begun < SECONDS
    assert ("Minister Torve said on Monday" in report.text) or not kept


@pytest.mark.parametrize("text", ["a" * 60_000, "Photo. " + "x" * 60_000, "(" * 60_000, "MOSCOW, " * 20_000])
def test_an_endless_line_of_plain_text_costs_its_length(text: str) -> None:
    begun = time.process_time()
    assert clean_source(Source(text.encode(), "text/plain", "a.txt")).text == text
    assert time.process_time() - begun < SECONDS


def test_a_page_of_50_megabytes_is_refused_before_it_is_parsed() -> None:
    begun = time.process_time()
    with pytest.raises(TooLarge, match="a report may have 20 MB"):
        clean_source(Source(SAID.encode() * (50_000_000 // len(SAID)), "text/html", "a.html"))
    assert time.process_time() - begun < 1
    assert MAX_BYTES == 20_000_000


@pytest.mark.parametrize("charset", ["punycode", "idna", "unicode_escape", "undefined", "rot13", "zlib", "no-such"])
def test_charsets_that_no_page_is_written_in_are_not_believed(charset: str) -> None:
    data = f"<p>Torve said {'so. ' * 5_000}</p>".encode() + b"\xff"
    report = clean_source(Source(data, f"text/html; charset={charset}", "a.html"))
    assert report.text.startswith("Torve said so.")


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a<!-- b > -->c", "a\n\nc"),
        ("a<script>x < y</script>b", "a\n\nb"),
        ("a<style>p {}</style >b", "a\n\nb"),
        ("a<!-- b", "a<!-- b"),
        ("a<b class='x'>c", "a\n\nc"),
        ("1 < 2 and <i>so</i>", "1 < 2 and\n\nso"),
    ],
)
def test_markup_that_no_parser_takes_loses_its_tags(monkeypatch: pytest.MonkeyPatch, markup: str, text: str) -> None:
    monkeypatch.setattr("onrecord.clean.render._parsed", lambda _: None)
    assert render(markup).text == text
