"""The calendar algebra of press dates: days, weeks, months, seasons and years as closed intervals of days."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

Interval = tuple[date, date]
Unit = Literal["day", "week", "month", "year"]

_DAY = timedelta(days=1)
DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12
# Meteorological seasons of the northern hemisphere, by first month; winter runs over the turn of the year.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_SEASON_MONTHS = 3


def weekday_before(anchor: date, weekday: int, *, strictly: bool = False) -> date:
    """The latest such weekday (Monday is 0) on or before the anchor; before it when `strictly`."""
    back = (anchor.weekday() - weekday) % DAYS_IN_WEEK
    return anchor - timedelta(days=back or (DAYS_IN_WEEK if strictly else 0))


def weekday_after(anchor: date, weekday: int) -> date:
    """The first such weekday after the anchor."""
    return weekday_before(anchor, weekday) + timedelta(days=DAYS_IN_WEEK)


def week_of(day: date, weeks: int = 0) -> Interval:
    """The calendar week (Monday to Sunday) of the day, or the one so many weeks later."""
    monday = day - timedelta(days=day.weekday()) + timedelta(weeks=weeks)
    return monday, monday + timedelta(days=DAYS_IN_WEEK - 1)


def month_of(year: int, month: int) -> Interval:
    """The days of a month; months beyond 1-12 run on into other years."""
    year, month = year + (month - 1) // MONTHS_IN_YEAR, (month - 1) % MONTHS_IN_YEAR + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def year_of(year: int) -> Interval:
    """The days of a year."""
    return date(year, 1, 1), date(year, 12, 31)


def season_of(year: int, season: str) -> Interval:
    """The days of the season that begins in the year."""
    first = SEASONS[season]
    return month_of(year, first)[0], month_of(year, first + _SEASON_MONTHS - 1)[1]


def latest_month(anchor: date, month: int) -> Interval:
    """The latest such month that had begun by the anchor."""
    return month_of(anchor.year - (month > anchor.month), month)


def latest_season(anchor: date, season: str) -> Interval:
    """The latest such season that had begun by the anchor."""
    interval = season_of(anchor.year, season)
    return interval if interval[0] <= anchor else season_of(anchor.year - 1, season)


def unit_of(anchor: date, unit: Unit, steps: int) -> Interval:
    """The day, week, month or year so many steps after (before, when negative) the one of the anchor."""
    if unit == "day":
        day = anchor + steps * _DAY
        return day, day
    if unit == "week":
        return week_of(anchor, steps)
    return month_of(anchor.year, anchor.month + steps) if unit == "month" else year_of(anchor.year + steps)


def nearest_day(anchor: date, month: int, day: int) -> date | None:
    """The day of that month and number nearest to the anchor, None when no near year has it."""
    return min(
        _in_years(range(anchor.year - 1, anchor.year + 2), month, day), key=lambda d: abs(d - anchor), default=None
    )


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, None when the calendar has none such ("31 June")."""
    return next(_in_years((year,), month, day), None)


def _in_years(years: range | tuple[int, ...], month: int, day: int) -> Iterator[date]:
    for year in years:
        if date.min.year <= year <= date.max.year and 1 <= month <= MONTHS_IN_YEAR:
            first, last = month_of(year, month)
            if 1 <= day <= last.day:
                yield first.replace(day=day)
