"""Title, byline, credit, dateline and dates come from the words that state them, and from nothing else."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.clean import clean_source
from onrecord.model import Report, Source

BODY = (
    "Foreign Minister Ilan Torve said on Tuesday that the talks in Karsa had been useful and open.\n\n"
    "He added that both sides would meet again before the winter, according to the agreed plan.\n\n"
)


def cleaned(text: str) -> Report:
    return clean_source(Source(text.encode(), "text/plain", "report.txt"))


@pytest.mark.parametrize("marker", ["Updated-", "Updated: ", "UPDATE 2-", "(Updated) ", "WRAPUP 3-", "Update: "])
def test_the_title_has_no_version_marker(marker: str) -> None:
    report = cleaned(f"{marker}Torve calls for a joint front\n\n{BODY}")
    assert report.title == "Torve calls for a joint front"
    assert report.blocks[0].kind == "furniture"
    assert report.spans_of("headline")[0].of(report.text) == "Torve calls for a joint front"


def test_a_date_above_the_text_is_the_day_the_page_was_rendered() -> None:
    report = cleaned("Saturday, 21. April 2029\n\n" + BODY)
    assert report.dates.page_render.start == date(2029, 4, 21)
    assert report.dates.page_render.basis == "page_render"
    assert report.dates.page_render.evidence is not None
    assert report.dates.page_render.evidence.of(report.text) == "Saturday, 21. April 2029"
    assert not report.dates.published.known


@pytest.mark.parametrize("line", ["Published: 4 March 2031", "4 March 2031, 14:05", "Posted on March 4, 2031"])
def test_a_date_below_the_headline_is_the_published_date(line: str) -> None:
    report = cleaned(f"Torve praises talks\n{line}\n\n{BODY}")
    assert report.dates.published.start == date(2031, 3, 4)
    assert not report.dates.page_render.known


@pytest.mark.parametrize("line", ["Last updated: 4 March 2031", "03/04/2031", "4 March", "Tuesday"])
def test_no_date_is_guessed(line: str) -> None:
    assert not cleaned(f"Torve praises talks\n{line}\n\n{BODY}").dates.published.known


def test_the_dateline_has_a_day_only_with_its_year() -> None:
    with_year = cleaned("Torve praises talks\n\nKARSA, March 4, 2031 (NPW) - " + BODY)
    without = cleaned("Torve praises talks\n\nKARSA, March 4 (NPW) - " + BODY)
    assert with_year.dateline.date.start == date(2031, 3, 4)
    assert with_year.dateline.date.basis == "dateline"
    assert not without.dateline.date.known
    assert without.dateline.place == "Karsa"


def test_a_release_is_dated_by_its_place_and_date_line() -> None:
    report = cleaned("Minister Torve receives Minister Velm\n\nKarsa, 11 March 2032\n\n" + BODY)
    assert report.kind == "press_release"
    assert report.dates.published.start == date(2032, 3, 11)
    assert report.dateline.place == "Karsa"


@pytest.mark.parametrize(
    "head", ["PRESS RELEASE No. 12", "FOR IMMEDIATE RELEASE", "Ministry of Trade / Press service / News"]
)
def test_the_head_tells_a_press_release(head: str) -> None:
    assert cleaned(f"{head}\n\nMinister Torve receives Minister Velm\n\n{BODY}").kind == "press_release"


def test_people_win_over_desks_as_byline() -> None:
    assert cleaned("Torve praises talks\nLocal Editor\n\n" + BODY + "Mara Ilves\n").byline == "Mara Ilves"


def test_what_nobody_states_is_unknown() -> None:
    report = cleaned("Torve praises talks\n\n" + BODY)
    assert (report.byline, report.credit, report.outlet, report.dateline.place) == (None, None, None, None)


def test_cleaning_twice_gives_the_same_report() -> None:
    text = "Torve praises talks\n\nKARSA, (VTA)- " + BODY + "Mara Ilves\n\nCheck Also\n\nBridge opens\n"
    assert cleaned(text) == cleaned(text)
