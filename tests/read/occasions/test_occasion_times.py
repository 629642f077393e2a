"""Time expressions: what the words say against an anchor, and no more than they say without one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Dateline, Dates, Report, When
from onrecord.read.occasions.times import Anchor, anchor_of, find_times

WEDNESDAY = Anchor(date(2031, 3, 5), "dateline")


def only(text: str, anchor: Anchor | None = None) -> When:
    (when,) = find_times(text, anchor)
    return when


@pytest.mark.parametrize(
    ("words", "start", "end", "grain"),
    [
        ("on Tuesday", date(2031, 3, 4), date(2031, 3, 4), "day"),
        ("on Wednesday", date(2031, 3, 5), date(2031, 3, 5), "day"),
        ("last Wednesday", date(2031, 2, 26), date(2031, 2, 26), "day"),
        ("next Wednesday", date(2031, 3, 12), date(2031, 3, 12), "day"),
        ("today", date(2031, 3, 5), date(2031, 3, 5), "day"),
        ("last night", date(2031, 3, 4), date(2031, 3, 4), "day"),
        ("tomorrow", date(2031, 3, 6), date(2031, 3, 6), "day"),
        ("on March 4", date(2031, 3, 4), date(2031, 3, 4), "day"),
        ("on 28 December", date(2030, 12, 28), date(2030, 12, 28), "day"),
        ("last week", date(2031, 2, 24), date(2031, 3, 2), "week"),
        ("two weeks ago", date(2031, 2, 17), date(2031, 2, 23), "week"),
        ("this month", date(2031, 3, 1), date(2031, 3, 31), "month"),
        ("in June", date(2030, 6, 1), date(2030, 6, 30), "month"),
        ("since the year's start", date(2031, 1, 1), date(2031, 3, 5), "year"),
        ("since the beginning of the month", date(2031, 3, 1), date(2031, 3, 5), "month"),
        ("since May", date(2030, 5, 1), date(2031, 3, 5), "month"),
        ("last winter", date(2030, 12, 1), date(2031, 2, 28), "season"),
    ],
)
def test_an_anchor_makes_days_of_the_words(words: str, start: date, end: date, grain: str) -> None:
    when = only(f"He said {words} that", WEDNESDAY)
    assert (when.start, when.end, when.grain, when.basis) == (start, end, grain, "dateline")


@pytest.mark.parametrize(
    "words", ["4 March 2031", "March 4, 2031", "the 4th of March 2031", "2031-03-04", "Tuesday, 4. March 2031"]
)
def test_a_full_date_needs_no_anchor(words: str) -> None:
    when = only(words)
    assert (when.start, when.weekday, when.basis) == (date(2031, 3, 4), "Tuesday", "text")
    assert when.evidence is not None
    assert when.evidence.of(words) == words.removeprefix("the ") or when.evidence.of(words) == words


def test_a_bare_weekday_without_an_anchor_is_a_weekday_and_no_date() -> None:
    when = only("earlier on Tuesday")
    assert (when.weekday, when.grain, when.start, when.basis) == ("Tuesday", "weekday", None, "text")


@pytest.mark.parametrize(("words", "grain"), [("today", "day"), ("in June", "month"), ("last week", "week")])
def test_relative_words_without_an_anchor_keep_their_grain_and_are_not_known(words: str, grain: str) -> None:
    when = only(f"He spoke {words}.")
    assert (when.start, when.grain, when.known) == (None, grain, False)


def test_a_day_without_a_year_and_an_anchor_says_nothing() -> None:
    assert not list(find_times("on March 4 he spoke"))


@pytest.mark.parametrize("words", ["31 June 2031", "the Tuesday market", "He may speak", "1951 villages", "2031-13-40"])
def test_what_is_no_time_is_none(words: str) -> None:
    assert not list(find_times(words, WEDNESDAY))


def test_the_dateline_is_the_anchor_before_the_day_of_publication() -> None:
    day, later = (When(date(2031, 3, d), date(2031, 3, d), "day", "text") for d in (4, 5))
    both = Report("", "", "", dateline=Dateline("Karsa", day), dates=Dates(published=later))
    assert anchor_of(both) == Anchor(date(2031, 3, 4), "dateline")
    assert anchor_of(Report("", "", "", dates=Dates(published=later))) == Anchor(date(2031, 3, 5), "metadata")


def test_the_day_a_page_was_rendered_is_never_an_anchor() -> None:
    rendered = When(date(2031, 3, 5), date(2031, 3, 5), "day", "page_render")
    assert anchor_of(Report("", "", "", dates=Dates(page_render=rendered))) is None


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("inlastTuesdayMarch 4,2031ago-"), max_size=60), st.dates())
def test_no_text_raises_and_evidence_is_where_it_stands(text: str, day: date) -> None:
    for when in find_times(text, Anchor(day, "metadata") if date(100, 1, 1) < day < date(9900, 1, 1) else None):
        assert when.evidence is not None
        assert 0 <= when.evidence.start < when.evidence.end <= len(text)
