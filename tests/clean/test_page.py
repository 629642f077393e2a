"""HTML becomes one canonical text with every visible line labelled."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.clean import clean_source
from onrecord.errors import EmptyInput
from onrecord.model import Report, Source

PARAGRAPHS = (
    "Foreign Minister Ilan Torve said on Tuesday that the talks in Karsa had been useful and open to all sides.",
    "He added that both delegations would meet again before the winter, according to the plan agreed in spring.",
    "Dara Velm, who leads the other delegation, told reporters that her side had come to listen and not to sign.",
)
PAGE = """<!doctype html><html lang="en-GB"><head><title>Torve praises talks | Norvel Courier</title>
<meta property="og:site_name" content="Norvel Courier"><meta name="author" content="Mara Ilves">
<meta property="article:published_time" content="2031-03-04T10:00:00+01:00">
<script>var hidden = "tracking";</script><style>p {{ color: red }}</style></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
<article><h1>Torve praises talks</h1>
<figure><img src="x.jpg"><figcaption>Ilan Torve in Karsa</figcaption></figure>
{body}
</article>
<aside class="related"><h3>Related stories</h3><a href="/b">Envoy warns of a hard winter in the whole valley</a></aside>
<footer>All rights reserved</footer></body></html>"""


def cleaned(markup: str | bytes, headers: tuple[tuple[str, str], ...] = ()) -> Report:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return clean_source(Source(data, "text/html", "https://courier.example/a", headers=headers))


def page(*paragraphs: str) -> str:
    return PAGE.format(body="\n".join(f"<p>{text}</p>" for text in paragraphs or PARAGRAPHS))


def kind_of(report: Report, words: str) -> str:
    start = report.text.index(words)
    return next(block.kind for block in report.blocks if block.span.start <= start < block.span.end)


def test_every_visible_line_is_kept_and_labelled() -> None:
    report = cleaned(page())
    assert kind_of(report, "Torve praises talks") == "headline"
    assert kind_of(report, "Ilan Torve in Karsa") == "caption"
    assert {kind_of(report, text) for text in PARAGRAPHS} == {"body"}
    assert kind_of(report, "Envoy warns") == "teaser"
    assert kind_of(report, "All rights reserved") == "furniture"
    assert kind_of(report, "World") == "furniture"


def test_scripts_and_styles_never_enter_the_text() -> None:
    report = cleaned(page() + "<p>Left <script>alert('x')</script>over</p>")
    assert "alert" not in report.text
    assert "tracking" not in report.text
    assert "color" not in report.text


def test_white_space_is_folded_and_blocks_stand_apart() -> None:
    report = cleaned("<body><p>One\n   line\tonly</p><p>Next<br>row</p></body>")
    assert report.text == "One line only\n\nNext\nrow"


def test_fields_come_from_the_metadata() -> None:
    report = cleaned(page())
    assert (report.title, report.outlet, report.byline) == ("Torve praises talks", "Norvel Courier", "Mara Ilves")
    assert report.dates.published.start == date(2031, 3, 4)
    assert report.dates.published.basis == "metadata"
    assert report.language == "en"


def test_json_ld_wins_over_meta_tags() -> None:
    script = (
        '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Talks praised",'
        '"datePublished": "2031-03-05", "author": [{"name": "Hanna Korv"}], "publisher": {"name": "SNB"}}]}</script>'
    )
    report = cleaned(page().replace("</head>", script + "</head>"))
    assert (report.title, report.outlet, report.byline) == ("Talks praised", "SNB", "Hanna Korv")
    assert report.dates.published.start == date(2031, 3, 5)


def test_broken_json_ld_is_passed_over() -> None:
    report = cleaned(page().replace("</head>", '<script type="application/ld+json">{"@type": [</script></head>'))
    assert report.title == "Torve praises talks"


def test_the_dateline_of_a_page_is_cut_from_its_first_paragraph() -> None:
    report = cleaned(page("KARSA, March 4 (NPW) - " + PARAGRAPHS[0], *PARAGRAPHS[1:]))
    assert report.dateline.place == "Karsa"
    assert report.credit == "NPW"
    assert kind_of(report, "KARSA") == "dateline"


def test_a_page_without_metadata_has_no_published_date() -> None:
    report = cleaned("<body><article>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS) + "</article></body>")
    assert not report.dates.published.known


@pytest.mark.parametrize("depth", [300, 3_000, 40_000])
def test_deep_nesting_comes_back_with_its_text(depth: int) -> None:
    report = cleaned("<div>" * depth + "Hello there" + "</div>" * depth)
    assert report.text == "Hello there"


@pytest.mark.parametrize(
    "markup", ["<p>One <b>two <p>three</i></table><td>four", "<html><p>a < b & c<p>&#0;d", "<a <b <p>x</p>"]
)
def test_broken_markup_comes_back_with_its_text(markup: str) -> None:
    assert cleaned(markup).text


@pytest.mark.parametrize("markup", ["<html><script>x()</script></html>", "<html></html>", "<!-- a -->"])
def test_a_page_that_shows_nothing_is_refused(markup: str) -> None:
    with pytest.raises(EmptyInput):
        cleaned(markup)


def test_the_charset_of_the_header_is_used() -> None:
    markup = "<body><p>Переговоры в Карсе завершились, заявил министр.</p></body>".encode("koi8-r")
    report = cleaned(markup, headers=(("Content-Type", "text/html; charset=koi8-r"),))
    assert report.text == "Переговоры в Карсе завершились, заявил министр."


def test_the_same_page_always_gives_the_same_report() -> None:
    assert cleaned(page()) == cleaned(page())


def test_html_is_known_by_its_bytes_when_nobody_names_its_type() -> None:
    source = Source(b"<!DOCTYPE html><p>Hello there", "application/octet-stream", "download")
    assert clean_source(source).text == "Hello there"
