"""The published day of a page is what it states, and unknown when it states none."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean import clean_source
from onrecord.clean.outlets import outlet_key
from onrecord.model import Report, Source

BODY = "<p>Foreign Minister Ilan Torve said on 3 May 2029 that the talks had been useful and open to all sides.</p>" * 3

DAY = date(2031, 3, 4)


def cleaned(
    head: str = "",
    top: str = "",
    location: str = "https://courier.example/a",
    *,
    below: str = "",
    language: str = "en",
    fetched: datetime | None = None,
    headers: tuple[tuple[str, str], ...] = (),
) -> Report:
    markup = (
        f'<html lang="{language}"><head>{head}</head><body><article><h1>Torve praises talks</h1>{top}{BODY}</article>'
        f"{below}</body></html>"
    )
    return clean_source(Source(markup.encode(), "text/html", location, fetched, headers))


def linked(kind: str, **said: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": kind, **said})}</script>'


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


@pytest.mark.parametrize(
    "top",
    [
        "<p>4 March 2031. Updated: 6 March 2031</p>",
        "<p>4 March 2031 - last updated 6 March 2031</p>",
        "<p>Published</p><p>4 March 2031</p><p>Last updated</p><p>6 March 2031</p>",
        "<p>Posted on March 4, 2031 | Updated on March 6, 2031</p>",
        '<time class="entry-time">March 4, 2031</time><time class="modified">March 6, 2031</time>',
    ],
)
def test_published_and_changed_days_are_told_apart(top: str) -> None:
    dates = cleaned(top=top).dates
    assert (dates.published.start, dates.modified.start) == (date(2031, 3, 4), date(2031, 3, 6))


def test_a_change_alone_is_a_bound_and_no_publication() -> None:
    dates = cleaned(top="<p>Last updated 4 March 2031</p>").dates
    assert not dates.published.known
    assert (dates.modified.start, dates.bounds.end) == (date(2031, 3, 4), date(2031, 3, 4))


@pytest.mark.parametrize(
    ("head", "top"),
    [
        ('<meta name="author" content="Mira Sand">', "<p>Last updated 4 March 2031</p>"),
        ("", "<p>By Mira Sand | Updated 4 March 2031</p>"),
    ],
)
def test_a_signed_piece_that_states_its_change_alone_has_that_day(head: str, top: str) -> None:
    dates = cleaned(head, top).dates
    assert (dates.published.start, dates.published.basis, dates.modified.start) == (DAY, "text", DAY)
    assert [(item.kind, item.conflict) for item in dates.evidence] == [("modified", False)]


@pytest.mark.parametrize(
    "below",
    [
        "<footer><p>By Mira Sand | Updated 4 March 2031</p></footer>",
        "<p>Expert reviewed</p><p>Content updated 4 March 2031</p>",
    ],
)
def test_a_change_far_from_the_headline_or_unsigned_is_no_publication(below: str) -> None:
    assert not cleaned(top=BODY * 4, below=below).dates.published.known


@pytest.mark.parametrize("kind", ["Article", "BlogPosting"])
def test_a_lone_stamp_of_a_page_that_does_not_call_itself_an_article_is_kept_and_not_used(kind: str) -> None:
    stamp = linked(kind, datePublished="2031-03-04")
    dates = cleaned(f'<meta property="og:type" content="website">{stamp}').dates
    assert not dates.published.known
    assert [(item.kind, item.when.start, item.conflict) for item in dates.evidence] == [("published", DAY, False)]


@pytest.mark.parametrize(
    ("head", "top", "location"),
    [
        ('<meta property="og:type" content="article">', "", "https://courier.example/a"),
        ('<meta property="article:published_time" content="2031-03-04">', "", "https://courier.example/a"),
        ("", "<p>4 March 2031</p>", "https://courier.example/a"),
        ("", "", "https://courier.example/2031/03/04/talks"),
    ],
)
def test_a_stamp_counts_where_the_page_is_an_article_or_states_a_day_elsewhere(
    head: str, top: str, location: str
) -> None:
    stamp = linked("Article", datePublished="2031-03-04")
    assert cleaned(head + stamp, top, location).dates.published.start == DAY


def test_a_lone_stamp_of_a_page_that_is_kept_up_to_date_for_years_is_not_used() -> None:
    def tagged(changed: str) -> str:
        return (
            '<meta property="og:type" content="article"><meta name="published" content="2027-03-04">'
            f'<meta name="last-modified" content="{changed}">'
        )

    dates = cleaned(tagged("2031-03-04")).dates
    assert (dates.published.known, dates.modified.start, dates.bounds.end) == (False, DAY, DAY)
    assert cleaned(tagged("2029-03-04")).dates.published.start == date(2027, 3, 4)
    assert cleaned(tagged("2031-03-04"), "<p>4 March 2027</p>").dates.published.start == date(2027, 3, 4)


def test_the_page_language_names_the_months() -> None:
    assert cleaned(top="<p>Zveřejněno 4. března 2031</p>", language="cs").dates.published.start == date(2031, 3, 4)


def test_figures_stay_unread_until_the_page_settles_them() -> None:
    assert not cleaned(top="<p>Published 03/04/2031</p>").dates.published.known
    settled = cleaned(top="<p>Published 03/04/2031</p>", below="<p>Torve visits Norvel</p><p>02/25/2031</p>")
    assert settled.dates.published.start == date(2031, 3, 4)


def test_a_list_of_dated_lines_is_no_publication() -> None:
    rows = "".join(f"<p>{day} March 2031</p><p>Karsa fair</p>" for day in (4, 11, 18))
    assert not cleaned(top=rows).dates.published.known


def test_a_list_above_the_headline_ends_there() -> None:
    rows = "".join(f"<p>Karsa fair</p><p>{day} March 2031</p>" for day in (24, 25, 26))
    markup = f"<body><div>{rows}</div><article><h1>Torve praises talks</h1><p>4 March 2031</p>{BODY}</article></body>"
    dates = clean_source(Source(markup.encode(), "text/html", "https://courier.example/a")).dates
    assert dates.published.start == date(2031, 3, 4)


def test_a_list_of_events_on_two_days_is_no_publication() -> None:
    rows = "".join(f"<p>{day} March 2031</p><p>Karsa fair</p><p>Old town hall</p>" for day in (4, 4, 5, 5, 9))
    assert not cleaned(top=rows).dates.published.known


def test_a_day_in_a_short_sentence_is_no_publication() -> None:
    assert not cleaned(top="<p>On Sunday, 4 March 2031, we went back to the old harbour.</p>").dates.published.known


def test_a_section_heading_is_no_headline_for_the_line_below_it() -> None:
    below = "<div><p>Torve left.</p><p>So did others.</p>" * 8 + "<h1>The second round</h1><p>4 March 2031</p></div>"
    assert not cleaned(below=f"{below}<p>9 March 2031</p>").dates.published.known


FAR = "<div>" + "<p>The harbour of Karsa was rebuilt in stone after the great flood.</p>" * 14


@pytest.mark.parametrize("line", ["4 March 2031 By Mara Ilves", "4 March 2031 · 6 min read", "Date 4 March 2031"])
def test_far_from_the_headline_the_line_that_signs_the_piece_states_the_day(line: str) -> None:
    below = f"{FAR}<p>{line}</p><p>Norvel votes</p><p>1 March 2031</p></div>"
    assert cleaned(below=below).dates.published.start == date(2031, 3, 4)


def test_two_lines_that_sign_a_piece_are_those_of_teasers() -> None:
    rows = "<p>4 March 2031 By Mara Ilves</p><p>Norvel votes</p><p>1 March 2031 By Jon Asker</p>"
    assert not cleaned(below=f"{FAR}{rows}</div>").dates.published.known


def test_the_only_day_of_a_page_in_a_line_of_its_own_counts_wherever_it_stands() -> None:
    body = (
        "<article><h1>Torve praises talks</h1><p>The talks were useful and open to all sides, Torve said.</p></article>"
    )
    for line, day in (("4 March 2031", date(2031, 3, 4)), ("Karsa fair on 4 March 2031", None)):
        markup = f"<html lang='en'><body>{body}{FAR}<p>{line}</p></div></body></html>"
        dates = clean_source(Source(markup.encode(), "text/html", "https://courier.example/a")).dates
        assert dates.published.start == day


def test_the_day_in_a_link_is_of_the_story_that_it_leads_to() -> None:
    below = (
        f"{FAR}<a href='/b'><div><p>Published</p><p>1 March 2031</p></div></a><p>Published</p><p>4 March 2031</p></div>"
    )
    assert cleaned(below=below).dates.published.start == date(2031, 3, 4)


def test_the_day_of_a_photo_is_not_that_of_the_page() -> None:
    top = "<figure><img src='a.jpg'><figcaption>Harbour, 1 March 2031</figcaption></figure>"
    assert not cleaned(top=top).dates.published.known


def test_the_footer_of_an_article_is_its_own() -> None:
    footer = "<footer><time datetime='2031-03-04'>4/3</time></footer>"
    assert cleaned(top=footer).dates.published.start == date(2031, 3, 4)
    assert not cleaned(below=footer).dates.published.known


def test_a_sole_heading_is_the_headline_where_no_heading_is_like_the_title() -> None:
    markup = (
        f"<head><title>Courier</title></head><body><h1>Torve praises talks</h1><p>Karsa</p><p>4 March 2031</p>{BODY}"
    )
    dates = clean_source(Source(markup.encode(), "text/html", "https://courier.example/a")).dates
    assert dates.published.start == date(2031, 3, 4)


def test_figures_are_read_as_the_day_that_the_page_states_elsewhere() -> None:
    teaser = "<p>Torve praises talks</p><p>4 March 2031</p>"
    assert cleaned(top="<p>03/04/2031</p>", below=f"{FAR}{teaser}</div>").dates.published.start == date(2031, 3, 4)


def test_figures_are_not_read_as_a_day_after_the_last_change() -> None:
    head = '<meta property="article:modified_time" content="2031-03-20T10:00:00+01:00">'
    assert cleaned(head, "<p>Published 03/04/2031</p>").dates.published.start == date(2031, 3, 4)


def test_a_month_glued_to_the_words_before_it_is_read() -> None:
    top = "<p><span>Politics</span><span>March 4, 2031</span><span>Updated: March 6, 2031</span></p>"
    dates = cleaned(top=top).dates
    assert (dates.published.start, dates.modified.start) == (date(2031, 3, 4), date(2031, 3, 6))


@pytest.mark.parametrize("path", ["2031/mar/04/talks", "2031/march/4/"])
def test_an_address_may_have_its_month_in_words(path: str) -> None:
    assert cleaned(location=f"https://courier.example/{path}").dates.published.start == date(2031, 3, 4)


def test_a_front_page_has_no_day_of_its_own_and_keeps_what_it_states() -> None:
    head = '<meta property="article:published_time" content="2031-03-04T10:00:00+01:00">'
    dates = cleaned(head, location="https://courier.example/").dates
    assert not dates.published.known
    assert [(item.kind, item.origin) for item in dates.evidence] == [("published", "front")]


def test_a_canonical_address_of_the_front_page_makes_no_front_page_of_a_story() -> None:
    head = '<link rel="canonical" href="https://courier.example/"><meta name="date" content="2031-03-04">'
    assert cleaned(head).dates.published.start == date(2031, 3, 4)


def test_what_a_whole_page_states_counts_where_the_page_shows_that_day() -> None:
    head = linked("WebPage", datePublished="2031-03-04T10:00:00+01:00")
    assert not cleaned(head, "<p>Updated 9 March 2031</p>").dates.published.known
    assert cleaned(head, "<p>Updated 4 March 2031</p>").dates.published.start == date(2031, 3, 4)


def test_a_span_of_days_is_no_publication() -> None:
    assert not cleaned(top="<p>4 March 2031 - 9 March 2031</p>").dates.published.known


def test_days_of_other_stories_are_not_its_own() -> None:
    teaser = "<div class='related'><time datetime='2031-03-02'>2 March</time></div>"
    below = f"<aside><p>Published 1 March 2031</p></aside>{teaser}"
    assert not cleaned(below=below).dates.published.known


def test_json_ld_of_the_address_wins_over_that_of_other_stories() -> None:
    other = linked("NewsArticle", url="https://courier.example/b", datePublished="2031-01-01")
    own = linked("NewsArticle", url="https://courier.example/a", datePublished="2031-03-04")
    assert cleaned(other + own).dates.published.start == date(2031, 3, 4)


def test_a_live_blog_is_as_old_as_its_first_entry() -> None:
    entry = linked("BlogPosting", datePublished="2031-03-05T08:00:00+01:00")
    blog = linked("LiveBlogPosting", datePublished="2031-03-04T08:00:00+01:00")
    assert cleaned(entry + blog).dates.published.start == date(2031, 3, 4)


@pytest.mark.parametrize(
    "block",
    [
        '{"@type": "NewsArticle", "datePublished": "2031-03-04",}',
        '<!-- {"@type": "NewsArticle", "datePublished": "2031-03-04"} -->',
        '//<![CDATA[\n{"@type": "NewsArticle", "datePublished": "2031-03-04"}\n//]]>',
        '{"@type": "NewsArticle", "headline": "Torve\npraises", "datePublished": "2031-03-04"};',
        '[{"@graph": [{"@type": "WebSite"}, {"@type": ["Thing", "NewsArticle"], "datePublished": "2031-03-04"}]}]',
    ],
)
def test_json_ld_is_read_in_its_common_faults(block: str) -> None:
    report = cleaned(f'<script type="application/ld+json">{block}</script>')
    assert [item.origin for item in report.dates.evidence] == ["json-ld"]
    assert report.dates.published.start == date(2031, 3, 4)


def test_json_ld_beyond_repair_is_passed_over() -> None:
    head = '<script type="application/ld+json">{"@type": "NewsArticle" "datePublished"</script>'
    assert cleaned(head).dates.evidence == ()


def test_a_stamp_in_universal_time_is_put_on_the_day_of_the_address() -> None:
    head = linked("NewsArticle", datePublished="2031-03-05T02:30:00Z")
    assert cleaned(head).dates.published.start == date(2031, 3, 5)
    assert cleaned(head, location="https://c.example/2031/03/04/talks").dates.published.start == date(2031, 3, 4)


def test_a_disagreeing_day_is_kept_as_a_conflict_with_its_place() -> None:
    report = cleaned(linked("NewsArticle", datePublished="2031-03-04"), "<p>Published 9 March 2031</p>")
    assert report.dates.published.start == date(2031, 3, 4)
    (conflict,) = [item for item in report.dates.evidence if item.conflict]
    assert conflict.when.evidence is not None
    assert conflict.when.evidence.of(report.text) == "9 March 2031"


def test_a_day_of_the_metadata_has_the_place_where_the_text_shows_it() -> None:
    report = cleaned(linked("NewsArticle", datePublished="2031-03-04"), "<p>Published 4 March 2031</p>")
    published = report.dates.published
    assert published.basis == "metadata"
    assert published.evidence is not None
    assert published.evidence.of(report.text) == "4 March 2031"


def test_headers_and_the_fetch_are_bounds() -> None:
    headers = (("Last-Modified", "Wed, 05 Mar 2031 10:00:00 GMT"), ("Date", "Fri, 07 Mar 2031 10:00:00 GMT"))
    dates = cleaned(headers=headers, fetched=datetime(2031, 3, 7, 10, tzinfo=UTC)).dates
    assert [item.kind for item in dates.evidence] == ["http", "crawl", "crawl"]
    assert (dates.published.known, dates.bounds.end) == (False, date(2031, 3, 5))


def test_a_server_without_a_clock_bounds_nothing() -> None:
    dates = cleaned(headers=(("Last-Modified", "Thu, 01 Jan 1970 00:00:00 GMT"), ("Date", "soon"))).dates
    assert (dates.evidence, dates.bounds.known) == ((), False)


def test_what_a_feed_or_a_sitemap_says_states_the_day() -> None:
    feed = cleaned(headers=(("onrecord-feed-published", "Tue, 04 Mar 2031 10:00:00 +0100"),)).dates
    sitemap = cleaned(headers=(("onrecord-sitemap-published", "2031-03-04T10:00:00+01:00"),)).dates
    assert feed.published.start == sitemap.published.start == date(2031, 3, 4)
    assert [item.kind for item in (*feed.evidence, *sitemap.evidence)] == ["feed", "sitemap"]


def test_a_dateline_with_its_year_opens_the_bounds() -> None:
    top = "<p>KARSA, March 4, 2031 (NPW) - Minister Ilan Torve opened the talks in the old town hall on Tuesday.</p>"
    dates = cleaned(linked("NewsArticle", datePublished="2031-01-01"), top).dates
    assert not dates.published.known
    assert dates.bounds.start == date(2031, 3, 4)


def test_a_month_in_the_address_is_an_interval() -> None:
    published = cleaned(location="https://courier.example/2031/03/talks").dates.published
    assert (published.start, published.end, published.grain) == (date(2031, 3, 1), date(2031, 3, 31), "month")


PIECES = [
    "<p>4 March 2031</p>", "<p>Updated 9 March 2031</p>", "<p>03/04/2031</p>", "<time datetime='2031-03-04'>x</time>",
    "<time class='published' datetime='bad'>99/99/9999</time>", "<aside><time>1 March 2031</time></aside>",
    "<script type='application/ld+json'>{'@type'</script>", "<p>Published ٤ مارس ٢٠٣١</p>", "<div><div>",
    "<p>2031-02-30 2031-03-04</p>", linked("NewsArticle", datePublished="2031-03-04T99:99:99Z"),
    linked("NewsArticle", datePublished="0000-00-00", dateModified="2031-03-04"),
]  # fmt: skip


@settings(deadline=None, max_examples=25)
@given(st.lists(st.sampled_from(PIECES), max_size=6), st.sampled_from(["en", "ar", "xx", "zh-Hant", ""]))
def test_any_mixture_of_dates_is_taken_with_its_spans(pieces: list[str], language: str) -> None:
    report = cleaned(top="".join(pieces), language=language)
    for item in report.dates.evidence:
        if item.when.evidence:
            assert any(character.isdigit() for character in item.when.evidence.of(report.text))
    assert report.dates.published.start in {None, *(item.when.start for item in report.dates.evidence)}


def test_many_stamps_deep_in_a_page_that_agree_state_one_day() -> None:
    deep = "<div>" * 200 + "<time datetime='2031-03-04'>x</time>" * 60
    published = [item for item in cleaned(top=deep).dates.evidence if item.kind == "published"]
    assert [item.when.start for item in published] == [date(2031, 3, 4)]


@pytest.mark.parametrize(
    ("location", "outlet"), [("https://courier.example/a", "courier.example"), ("https://[x/2031/04/03/a", None)]
)
def test_an_address_whose_host_is_none_states_nothing_and_stops_nothing(location: str, outlet: str | None) -> None:
    markup = (
        '<head><link rel="canonical" href="https://[x/2031/04/03/a"><script type="application/ld+json">'
        '{"@type": "NewsArticle", "url": "https://[x/a", "datePublished": "2031-04-05"}</script></head>'
        "<body><article><h1>Harbour opens</h1><p>Torve said on Monday that the harbour would open.</p></article></body>"
    )
    report = clean_source(Source(markup.encode(), "text/html", location))
    assert [item.when.start for item in report.dates.evidence if item.kind == "url"] == []
    assert report.dates.published.start == date(2031, 4, 5)
    assert report.canonical is None
    assert outlet_key(report) == outlet
