"""Stamps that machines write: ISO 8601 in its many spellings, header and feed dates, and days in words.

A stamp in universal time names an instant, not the day that the newsroom's calendar showed: `Stamp.days` gives all the
days it may have been there, and whoever has the outlet's own word for the day may choose among them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from onrecord.clean.dates import read_date

# Newsrooms stand between Honolulu, ten hours behind universal time, and Auckland, up to thirteen before it.
BEHIND = timedelta(hours=10)
AHEAD = timedelta(hours=13)
EARLIEST = 1900
LATEST = 2100

_ISO = re.compile(
    r"(?<!\d)(?P<year>\d{4})[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
    r"(?:[T\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*"
    r"(?P<zone>Z\b|UTC\b|GMT\b|[+-]\d{2}:?\d{2})?)?"
)
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?:T?\d{4,6}Z?)?(?!\d)")
_MONTH_ONLY = re.compile(r"\s*(\d{4})-(\d{2})\s*")
_YEAR_WORDS = re.compile(r"\s*(\d{4})[\s-]+([^\W\d_]{3,9})\.?[\s-]+(\d{1,2})\s*")
_EPOCH = re.compile(r"\s*(\d{10})(\d{3})?\s*")


@dataclass(frozen=True, slots=True)
class Stamp:
    """The first and last day that a stamp names as written, and the days it may have been on the spot."""

    start: date
    end: date
    days: tuple[date, date]
    grain: str = "day"


def read_stamp(words: str | None) -> Stamp | None:
    """The stamp in the words, None when they name no day that exists.

    >>> read_stamp("2031-03-05T02:30:00Z").days[0].isoformat()
    '2031-03-04'
    """
    if not words:
        return None
    words = words[:80]
    if found := _ISO.search(words):
        return _instant(found)
    if found := _COMPACT.search(words):
        return _of_day(int(found[1]), int(found[2]), int(found[3]))
    if found := _MONTH_ONLY.fullmatch(words):
        return _of_month(int(found[1]), int(found[2]))
    if found := _EPOCH.fullmatch(words):
        return _at(datetime.fromtimestamp(int(found[1]), tz=UTC))
    if found := _YEAR_WORDS.fullmatch(words):
        words = f"{found[3]} {found[2]} {found[1]}"
    written = read_date(words)
    if written and written.year:
        return _of_day(written.year, written.month, written.day)
    return None


def header_stamp(words: str) -> Stamp | None:
    """The stamp of an HTTP header or a feed entry ("Tue, 04 Mar 2031 10:00:00 GMT"), or any other it may be."""
    from email.utils import parsedate_to_datetime  # brings sockets along, and most sources have no headers

    try:
        moment = parsedate_to_datetime(words)
    except (ValueError, TypeError, IndexError, OverflowError):
        return read_stamp(words)
    return _at(moment)


def moment_stamp(moment: datetime) -> Stamp | None:
    """The stamp of a clock's moment; one without a zone is taken for universal time."""
    return _at(moment)


def _instant(found: re.Match[str]) -> Stamp | None:
    day = _of_day(int(found["year"]), int(found["month"]), int(found["day"]))
    if day is None or found["zone"] is None or int(found["hour"]) > 23 or int(found["minute"]) > 59:
        return day
    zone = found["zone"].replace(":", "")
    if zone not in {"Z", "UTC", "GMT", "+0000", "-0000"}:
        return day  # an outlet that writes its own offset writes its own day
    moment = datetime(day.start.year, day.start.month, day.start.day, int(found["hour"]), int(found["minute"]))
    return _at(moment)


def _at(moment: datetime) -> Stamp | None:
    if moment.utcoffset():
        return _of_day(moment.year, moment.month, moment.day)
    try:
        utc = moment.astimezone(UTC) if moment.tzinfo else moment
        bounds = (utc - BEHIND).date(), (utc + AHEAD).date()
    except (OverflowError, ValueError):
        return None
    day = utc.date()
    return Stamp(day, day, bounds) if EARLIEST <= day.year <= LATEST else None


def _of_day(year: int, month: int, day: int) -> Stamp | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Stamp(found, found, (found, found)) if EARLIEST <= year <= LATEST else None


def _of_month(year: int, month: int) -> Stamp | None:
    if not (1 <= month <= 12 and EARLIEST <= year <= LATEST):
        return None
    start = date(year, month, 1)
    end = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return Stamp(start, end, (start, end), "month")
