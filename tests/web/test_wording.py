from __future__ import annotations

from datetime import date

import pytest

from onrecord.model import CreditLink, DateEvidence, Dateline, Dates, Report, Span, Statement, When
from onrecord.web.excerpt import LONGEST, after, before, clipped, sentence_around
from onrecord.web.wording import (
    chain_words,
    evidence_words,
    not_named,
    percent,
    report_date,
    reprint_chain,
    shorten,
    when_words,
)

DAY = date(2018, 4, 21)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(), "date unknown"),
        (When(grain="weekday", basis="text", weekday="Tuesday"), "Tuesday, date unknown, from the report’s words"),
        (When(DAY, DAY, "day", "dateline"), "21 April 2018, from the dateline"),
        (When(DAY, None, "day", "dateline"), "21 April 2018, from the dateline"),
        (When(DAY, DAY, "day", "metadata", "Saturday"), "Saturday, 21 April 2018, from the page’s metadata"),
        (When(DAY, date(2018, 4, 30), "month", "text"), "April 2018, from the report’s words"),
        (When(DAY, date(2018, 12, 31), "year", "text"), "2018, from the report’s words"),
        (When(DAY, date(2018, 4, 25), "week", "bounds"), "21 April 2018 to 25 April 2018, between two known days"),
        (When(None, DAY, "unknown", "bounds"), "until 21 April 2018, between two known days"),
        (When(DAY, DAY, "day", "page_render"), "page rendered on 21 April 2018, not used as a date"),
    ],
)
def test_when_words_name_the_date_and_its_basis(when: When, words: str) -> None:
    assert when_words(when) == words


def test_report_date_takes_the_dateline_before_a_rendered_page() -> None:
    rendered = Dates(page_render=When(DAY, DAY, "day", "page_render"))
    report = Report("x", "", "", dates=rendered, dateline=Dateline("Karsa", When(DAY, DAY, "day", "dateline")))
    assert report_date(report) == "21 April 2018, from the dateline"
    assert report_date(Report("x", "", "", dates=rendered)).endswith("not used as a date")


def test_not_named_tells_why() -> None:
    text = "An official said no."
    assert not_named(Statement("st-1", (Span(17, 19),)), text) == "the report gives no source for these words"
    named = Statement("st-1", (Span(17, 19),), source=Span(0, 11))
    assert not_named(named, text) == "the report says only “An official”"


def test_percent_is_never_certain() -> None:
    assert [percent(value) for value in (0.0, 0.934, 1.0)] == ["1 %", "93 %", "99 %"]


def test_reprint_chain_reads_from_the_reprint_to_the_origin() -> None:
    assert reprint_chain("SANA / RedGlobe") == "RedGlobe, after SANA"
    assert reprint_chain("SANA") == reprint_chain(None) == "none told"


def test_shorten_cuts_at_a_word() -> None:
    assert shorten("one  two\nthree", 40) == "one two three"
    assert shorten("one two three", 10) == "one two …"


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("One. He said no. Two.", "no", "He said no."),
        ("“Mr. X waits,” he said. “Go.” Then.", "Go.", "“Go.”"),
        ("Head\nHe said no\nTail", "no", "He said no"),
        ("no", "no", "no"),
    ],
)
def test_sentence_around_finds_the_sentence(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    assert sentence_around(text, [Span(start, start + len(words))]).of(text) == sentence


def test_before_and_after_are_the_neighbouring_sentences() -> None:
    text = "One is here. He said no. Two is there. Three."
    span = sentence_around(text, [Span(21, 23)])
    left, right = before(text, span), after(text, span)
    assert left is not None
    assert right is not None
    assert (left.of(text), right.of(text)) == ("One is here.", "Two is there.")
    assert before(text, Span(0, 3)) is None
    assert after(text, Span(40, len(text))) is None


def test_an_excerpt_is_never_longer_than_the_limit() -> None:
    text = "word " * 2000
    window = clipped(text, Span(0, len(text)), 5000)
    assert window.start <= 5000 < window.end
    assert len(window) <= LONGEST


def test_a_date_that_disagrees_says_so() -> None:
    told = DateEvidence("published", When(DAY, DAY, "day", "text"), "label", conflict=True)
    assert evidence_words(told) == "published 21 April 2018, in a line that says so; disagrees, not used"
    rendered = DateEvidence("page_render", When(DAY, DAY, "day", "page_render"), "head")
    assert evidence_words(rendered) == "page render 21 April 2018, at the head of the text"


def test_the_chain_names_who_passed_the_text_on_first() -> None:
    assert chain_words((CreditLink("VNA"), CreditLink("Courier", "via"))) == "via Courier, after VNA"
    assert chain_words((CreditLink("VNA"),)) == ""
