"""The published day of a page is what it states, and unknown when it states none."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.clean import clean_source
from onrecord.model import Report, Source

BODY = "<p>Foreign Minister Ilan Torve said on 3 May 2029 that the talks had been useful and open to all sides.</p>" * 3


def cleaned(head: str = "", top: str = "", location: str = "https://courier.example/a") -> Report:
    markup = f"<html><head>{head}</head><body><article><h1>Torve praises talks</h1>{top}{BODY}</article></body></html>"
    return clean_source(Source(markup.encode(), "text/html", location))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2031-03-04T23:30:00-05:00">',
        '<meta name="date" content="2031-03-04">',
        '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-04"}</script>',
    ],
)
def test_metadata_state_the_day(head: str) -> None:
    published = cleaned(head).dates.published
    assert (published.start, published.basis) == (date(2031, 3, 4), "metadata")


@pytest.mark.parametrize(
    "top",
    [
        '<time itemprop="datePublished" datetime="2031-03-04">4/3</time>',
        '<time class="published" datetime="2031-03-04">',
    ],
)
def test_markup_states_the_day(top: str) -> None:
    assert cleaned(top=top).dates.published.start == date(2031, 3, 4)


@pytest.mark.parametrize("location", ["https://c.example/2031/03/04/talks", "https://c.example/news-20310304.html"])
def test_the_address_states_the_day(location: str) -> None:
    assert cleaned(location=location).dates.published.start == date(2031, 3, 4)


def test_a_file_name_is_no_address() -> None:
    assert not cleaned(location="pages/2031/03/04/talks.html").dates.published.known


def test_a_line_beside_the_headline_states_the_day_with_its_span() -> None:
    report = cleaned(top="<p>By Mara Ilves</p><p>Published 4 March 2031, 10:00</p>")
    published = report.dates.published
    assert (published.start, published.basis) == (date(2031, 3, 4), "text")
    assert published.evidence is not None
    assert published.evidence.of(report.text) == "4 March 2031"


@pytest.mark.parametrize("top", ["<p>Last updated 4 March 2031</p>", "<p>© 4 March 2031 Courier</p>", "<p>4 March</p>"])
def test_other_dates_are_not_taken_for_it(top: str) -> None:
    assert not cleaned(top=top).dates.published.known
