"""Dates with their year as pages write them, in the words of the page's own language.

Month names are Unicode's (CLDR, by way of Babel), for the language that the page declares. Figures that can be read two
ways (03/04/2031) are returned as such: another date of the page may settle which comes first, or nothing does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from onrecord.clean.dates import MONTHS
from onrecord.clean.wordlists import words

Order = Literal["day first", "month first"]

EARLIEST = 1900
LATEST = 2100
# Languages whose readers write the day first, whatever the country. English is not one of them.
_DAY_FIRST = words("de fr es it pt nl da fi nb no cs sk pl ru uk bg el tr ro hr sl et sr mk sq id vi he ar")


@dataclass(frozen=True, slots=True)
class Written:
    """A date in a line: its place there, and one day or the two that its figures may mean."""

    start: int
    end: int
    days: tuple[date, ...]

    @property
    def day(self) -> date | None:
        """The day, None while it can be read two ways."""
        return self.days[0] if len(self.days) == 1 else None


def find_dates(line: str, language: str | None = None, order: Order | None = None) -> Iterator[Written]:
    """The full dates of a line in text order, also those that can be read two ways.

    >>> [written.day.isoformat() for written in find_dates("4. března 2031", "cs")]
    ['2031-03-04']
    """
    if not names_year(line):
        return
    months, pattern = _grammar(language if language and language != "en" else "")
    for found in pattern.finditer(line):
        days = tuple(_days(found, months, order))
        if days:
            yield Written(*found.span(), days)


def names_year(line: str) -> bool:
    """Whether a line has four digits that may be a year; without them it has no full date."""
    return not (line.isascii() and "20" not in line and "19" not in line) and _YEAR.search(line) is not None


def figure_order(lines: Iterable[str], language: str | None) -> Order | None:
    """Which of two figures is the day on this page: what its plain cases show, else what its language writes."""
    seen: set[Order] = set()
    for line in lines:
        for found in _FIGURES.finditer(line):
            first, second = int(found[1]), int(found[2])
            if first > 12 >= second:
                seen.add("day first")
            elif second > 12 >= first:
                seen.add("month first")
    if seen:
        return seen.pop() if len(seen) == 1 else None
    return "day first" if language in _DAY_FIRST else None


# The look behind comes after the first digit: a pattern that begins with a set is searched for at full speed.
_YEAR = re.compile(r"[12٠-٩۰-۹०-९](?<!\d.)\d{3}(?!\d)")
_FIGURES = re.compile(r"(?<![\d/.-])(\d{1,2})[/-](\d{1,2})[/-]\d{4}(?![\d/])")


@lru_cache(maxsize=64)
def _grammar(language: str) -> tuple[dict[str, int], re.Pattern[str]]:
    months = MONTHS | {"sept": 9} | (_cldr_months(language) if language else {})
    names = "|".join(re.escape(name) for name in sorted(months, key=len, reverse=True))
    pattern = rf"""
        (?<![\d/.-])(?P<d1>\d{{1,2}})(?:st|nd|rd|th|er|[.ºª])?[\s-]{{0,2}}(?:(?:de|of|da|di|ng)\s+)?(?:ב)?
            (?P<m1>{names})\.?,?[\s-]{{0,2}}(?:(?:de|del|do|рік|року)\s+)?(?P<y1>\d{{4}})(?!\d)
      | (?:(?<![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z])))
            (?P<m2>{names})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y2>\d{{4}})(?!\d)
      | (?<!\d)(?P<y3>\d{{4}})[.년]?\s{{0,2}}(?P<m3>{names})\.?\s{{0,2}}(?P<d3>\d{{1,2}})(?!\d)
      | (?<!\d)(?P<y4>\d{{4}})\s?[年년]\s?(?P<m4>\d{{1,2}})\s?[月월]\s?(?P<d4>\d{{1,2}})
      | (?<![\d/.-])(?P<y5>\d{{4}})(?:-(?=\d\d?-)|/(?=\d\d?/)|\.\s?(?=\d\d?\.))
            (?P<m5>\d{{1,2}})[-/.]\s?(?P<d5>\d{{1,2}})(?!\d)
      | (?<![\d/.-])(?P<a>\d{{1,2}})(?P<mark>[./-])\s?(?P<b>\d{{1,2}})(?P=mark)\s?(?P<y6>\d{{4}})(?![\d/])
    """
    return months, re.compile(pattern, re.IGNORECASE | re.VERBOSE)


def _cldr_months(language: str) -> dict[str, int]:
    from babel import Locale, UnknownLocaleError

    try:
        named = Locale.parse(language).months["format"]
    except (UnknownLocaleError, ValueError, KeyError):
        return {}
    return {
        str(name).casefold().rstrip("."): number
        for width in ("abbreviated", "wide")
        for number, name in named[width].items()
        if not str(name)[:1].isdigit()
    }


def _days(found: re.Match[str], months: dict[str, int], order: Order | None) -> Iterator[date]:
    for i in "12345":
        if found[f"y{i}"]:
            month = found[f"m{i}"]
            number = int(month) if month.isdigit() else months.get(month.casefold().rstrip("."), 0)
            yield from _day(int(found[f"y{i}"]), number, int(found[f"d{i}"]))
            return
    first, second, year = int(found["a"]), int(found["b"]), int(found["y6"])
    day_first, month_first = [*_day(year, second, first)], [*_day(year, first, second)]
    if found["mark"] == "." or order == "day first" or first == second:
        yield from day_first
    elif order == "month first":
        yield from month_first
    else:
        yield from day_first + month_first


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if EARLIEST <= year <= LATEST:
        try:
            yield date(year, month, day)
        except ValueError:
            return
