"""Datelines in the styles of the agencies, and sentences that look like one."""

from __future__ import annotations

import pytest

from onrecord.clean.dateline import find_opening, place_and_date
from onrecord.clean.dates import WrittenDate

SENTENCE = "The ministers met on Tuesday."


@pytest.mark.parametrize(
    ("prefix", "place", "agency"),
    [
        ("KARSA, March 4 (Reuters) - ", "Karsa", "Reuters"),
        ("KARSA/THE HAGUE, March 4 (Reuters) - ", "Karsa/The Hague", "Reuters"),
        ("March 4 (Reuters) - ", None, "Reuters"),
        ("KARSA, Velia (AP) — ", "Karsa", "AP"),
        ("KARSA, January 21. /TASS/. ", "Karsa", "TASS"),
        ("KARSA. July 4 (Interfax) - ", "Karsa", "Interfax"),
        ("Karsa, VTA – ", "Karsa", "VTA"),
        ("Karsa, VTA- ", "Karsa", "VTA"),
        ("KARSA, (VTA)- ", "Karsa", "VTA"),
        ("Karsa, March 4, 2031, SPA -- ", "Karsa", "SPA"),
        ("KARSA / NINA / ", "Karsa", "NINA"),
        ("PORT ANSEL — ", "Port Ansel", None),
        ("NDOLWE-MJI, NSG. ", "Ndolwe-Mji", "NSG"),
        ("Ndolwe-City, 14 October, NSG. ", "Ndolwe-City", "NSG"),
        ("Karsa, Tuesday - ", "Karsa", None),
        ("KARSA, Tuesday (AP) - ", "Karsa", "AP"),
    ],
)
def test_a_dateline_gives_place_and_agency(prefix: str, place: str | None, agency: str | None) -> None:
    opening = find_opening(prefix + SENTENCE)
    assert opening is not None
    assert (opening.place, opening.agency) == (place, agency)
    assert (prefix + SENTENCE)[opening.end :] == SENTENCE


@pytest.mark.parametrize(
    "line",
    [
        "Torve: Velia is ready for talks.",
        "Torve – the minister – left the hall.",
        "The Harbour Task Force (HTF) is to meet.",
        "Mara Ilves, CEO - a founder - left.",
        "BREAKING: Minister resigns",
        "On Tuesday – a holiday – the shops were shut.",
        "“We agreed,” he said – and left.",
        "QUESTION: When?",
        "Tuesday - the market day - was quiet.",
        "",
        "-",
    ],
)
def test_a_sentence_is_no_dateline(line: str) -> None:
    assert find_opening(line) is None


def test_a_dateline_may_have_a_weekday_alone() -> None:
    opening = find_opening("Karsa, Tuesday - " + SENTENCE)
    assert opening is not None
    assert (opening.weekday, opening.date, opening.region) == ("Tuesday", None, None)


def test_a_line_of_place_and_full_date_is_one() -> None:
    opening = place_and_date("Karsa, 11 March 2032")
    assert opening is not None
    assert (opening.place, opening.date) == ("Karsa", WrittenDate(11, 3, 2032))


@pytest.mark.parametrize("line", ["Karsa, 11 March", "The minister spoke on 11 March 2032", "11 March 2032"])
def test_other_lines_are_no_place_and_date(line: str) -> None:
    assert place_and_date(line) is None
