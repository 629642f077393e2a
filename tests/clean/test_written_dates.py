"""Dates on pages are read in the page's language, and figures that can be read two ways stay two."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.clean.datelabels import label_of, tells_of_itself
from onrecord.clean.dates import read_date
from onrecord.clean.writtendates import figure_order, find_dates

DAY = date(2031, 3, 4)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("Tuesday, March 4, 2031 10:15", "en"), ("18:00 4th March 2031", "en"), ("Mar. 4, 2031Share", "en"),
        ("4. März 2031", "de"), ("4 mars 2031", "fr"), ("4 de marzo de 2031", "es"), ("4 de março de 2031", "pt"),
        ("4 marzo 2031", "it"), ("4 maart 2031", "nl"), ("4. maaliskuuta 2031", "fi"), ("4. března 2031", "cs"),
        ("4 marca 2031", "pl"), ("4 марта 2031", "ru"), ("4 березня 2031", "uk"), ("4 Μαρτίου 2031", "el"),
        ("4 Mart 2031", "tr"), ("2031. március 4.", "hu"), ("4 مارس 2031", "ar"), ("4 במרץ 2031", "he"),
        ("4 Maret 2031", "id"), ("4 मार्च 2031", "hi"), ("2031年3月4日", "ja"), ("2031년 3월 4일", "ko"),
        ("2031-03-04T08:10+02:00", "en"), ("2031/03/04", None), ("04.03.2031", None), ("۴ مارس ۲۰۳۱", "fa"),
    ],
)  # fmt: skip
def test_a_full_date_is_read(line: str, language: str | None) -> None:
    assert [written.day for written in find_dates(line, language)] == [DAY]


@pytest.mark.parametrize("line", ["4 March", "March 2031", "2031", "31/02/2031", "2031-00-04", "1/2/2031/4", "May 4"])
def test_what_is_no_full_date_is_none(line: str) -> None:
    assert not list(find_dates(line, "en"))


def test_a_month_name_counts_in_its_own_language_only() -> None:
    (polish,) = find_dates("4 listopada 2031", "pl")
    (croatian,) = find_dates("4. listopada 2031.", "hr")
    assert (polish.day, croatian.day) == (date(2031, 11, 4), date(2031, 10, 4))


def test_figures_that_can_be_read_two_ways_stay_two() -> None:
    (written,) = find_dates("03/04/2031")
    assert written.day is None
    assert set(written.days) == {date(2031, 4, 3), date(2031, 3, 4)}


@pytest.mark.parametrize(
    ("others", "language", "order"),
    [
        (["Posted 25/02/2031"], "en", "day first"),
        (["Posted 02/25/2031"], "en", "month first"),
        (["Posted 02/25/2031", "25/02/2031"], "en", None),
        (["Posted 02/03/2031"], "en", None),
        (["Posted 02/03/2031"], "it", "day first"),
        ([], "en", None),
    ],
)
def test_other_dates_of_the_page_settle_the_order(others: list[str], language: str, order: str | None) -> None:
    assert figure_order(others, language) == order


def test_a_settled_order_gives_one_day() -> None:
    assert [written.day for written in find_dates("03/04/2031", order="month first")] == [DAY]


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("Published on ", "published"), ("Veröffentlicht am ", "published"), ("Publié le ", "published"),
        ("Опубликовано: ", "published"), ("Last updated ", "modified"), ("Mis à jour le ", "modified"),
        ("Stand: ", "modified"), ("Last published, now updated ", "modified"), ("© Courier ", "other"),
        ("Accessed ", "other"), ("By Mara Ilves, ", None), ("Republic of Karsa, ", None), ("", None),
        ("Reviewed by Mara Ilves ", None),
    ],
)  # fmt: skip
def test_words_before_a_date_say_what_it_is(before: str, label: str | None) -> None:
    assert label_of(before) == label


def test_a_date_called_date_counts_beside_the_headline_only() -> None:
    assert (label_of("Date: "), label_of("Date: ", plain=True)) == (None, "published")


def test_running_text_speaks_of_itself_only_when_it_says_so() -> None:
    assert tells_of_itself("This article was originally published on ")
    assert not tells_of_itself("The treaty was originally published on ")


@pytest.mark.parametrize("words", ["5 MAı 2031", "maı 5, 2031", "5 AUGUſT 2031", "5 Mayıs 2031", "5 MAYIS 2031"])
def test_letters_that_a_pattern_takes_for_others_name_their_month(words: str) -> None:
    written = read_date(words)
    assert written is not None
    assert (written.day, written.month in (5, 8), written.year) == (5, True, 2031)
