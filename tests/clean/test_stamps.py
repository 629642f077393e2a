"""Machine stamps name a day, and an instant in universal time all the days it may have been on the spot."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from onrecord.clean.stamps import header_stamp, moment_stamp, read_stamp


@pytest.mark.parametrize(
    "words",
    [
        "2031-03-04", "2031-03-04T23:30:00-05:00", "2031-3-4 10:00", "2031/03/04", "20310304", "20310304T101500Z",
        "2031 Mar 4", "March 4, 2031", "4 March 2031", "1930387500",
    ],
)  # fmt: skip
def test_a_stamp_names_its_day_as_written(words: str) -> None:
    stamp = read_stamp(words)
    assert stamp is not None
    assert (stamp.start, stamp.end, stamp.grain) == (date(2031, 3, 4), date(2031, 3, 4), "day")


@pytest.mark.parametrize("words", ["", None, "soon", "2031-13-40", "99999999", "0001-01-01T00:00:00Z", "03/04/2031"])
def test_what_names_no_day_is_none(words: str | None) -> None:
    assert read_stamp(words) is None


def test_a_month_alone_is_the_whole_month() -> None:
    stamp = read_stamp("2031-12")
    assert stamp is not None
    assert (stamp.start, stamp.end, stamp.grain) == (date(2031, 12, 1), date(2031, 12, 31), "month")


def test_universal_time_near_midnight_may_be_either_day() -> None:
    late, noon = read_stamp("2031-03-05T02:30:00Z"), read_stamp("2031-03-05T10:30:00+00:00")
    assert late is not None
    assert noon is not None
    assert late.days == (date(2031, 3, 4), date(2031, 3, 5))
    assert noon.days == (date(2031, 3, 5), date(2031, 3, 5))


def test_an_outlet_that_writes_its_own_offset_writes_its_own_day() -> None:
    stamp = read_stamp("2031-03-05T02:30:00+03:00")
    assert stamp is not None
    assert stamp.days == (date(2031, 3, 5), date(2031, 3, 5))


@pytest.mark.parametrize("words", ["Tue, 04 Mar 2031 10:00:00 GMT", "Tue, 04 Mar 2031 10:00:00 +0100", "2031-03-04"])
def test_headers_and_feeds_are_read(words: str) -> None:
    stamp = header_stamp(words)
    assert stamp is not None
    assert stamp.start == date(2031, 3, 4)


def test_a_broken_header_is_none() -> None:
    assert header_stamp("yesterday at noon") is None


def test_a_clock_without_a_zone_is_universal_time() -> None:
    aware = datetime(2031, 3, 4, 23, 0, tzinfo=UTC)
    assert moment_stamp(aware) == moment_stamp(aware.replace(tzinfo=None))
