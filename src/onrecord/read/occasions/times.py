"""Time expressions of press prose, read against an anchor day: what the words leave open stays open.

A bare weekday is the latest one on or before the anchor: 44 % of the bare weekdays of news are the day of
publication itself. Without an anchor it stays a weekday ("Tuesday, date unknown"), and "last week" or "in June" keep
their grain and no days.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.clean.wordlists import any_case
from onrecord.model import WEEKDAYS, Basis, Grain, Report, Span, When
from onrecord.read.occasions import intervals
from onrecord.read.occasions.intervals import Interval, Unit

_MONTH_NAMES = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, 1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"Sept": 9}
_WEEKDAY = "|".join(WEEKDAYS)
_MONTH = rf"(?:{'|'.join(_MONTH_NAMES)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"
_NUMBER = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_STEP = {"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_TODAY = r"today|tonight|this\s+(?:morning|afternoon|evening)|earlier\s+in\s+the\s+day"

_EXPRESSION = re.compile(
    rf"""\b(?:
    (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})
  | (?:(?P<dated>{_WEEKDAY}),?\s+)?(?:the\s+)?(?:
        (?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?!\d){_ORDINAL}(?:\s*,?\s+(?P<y1>\d{{4}}))?
      | (?P<d2>\d{{1,2}}){_ORDINAL}\.?\s+(?:of\s+)?(?P<m2>{_MONTH})(?:\s*,?\s+(?P<y2>\d{{4}}))?)
  | (?<!\b[Tt]he\s)(?:(?P<which>[Ll]ast|[Nn]ext|[Tt]his(?:\s+coming)?)\s+)?(?P<weekday>{_WEEKDAY}){_PART}
  | (?P<today>{_TODAY}) | (?P<yesterday>yesterday|last\s+night) | (?P<tomorrow>tomorrow)
  | (?P<open>since)\s+(?:(?:the\s+)?(?:start|beginning|turn)\s+of\s+(?:the|this)\s+(?P<of>week|month|year)
      | the\s+(?P<its>week|month|year)['’]s\s+(?:start|beginning|turn)
      | (?P<since>{_MONTH})(?:\s+(?P<sy>\d{{4}}))?)
  | (?P<step>last|past|previous|this|current|next|coming)\s+(?P<unit>week|month|year)
  | (?P<count>\d{{1,3}}|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Tt]en)
      \s+(?P<ago>day|week|month|year)s?\s+ago
  | (?:(?P<sprep>[Ll]ast|[Tt]his|[Ii]n\s+the)\s+)(?P<season>spring|summer|autumn|fall|winter)(?:\s+(?P<ny>\d{{4}}))?
  | (?:[Ii]n|[Ll]ast|[Dd]uring)\s+(?:early\s+|late\s+|mid-)?(?P<month>{_MONTH})(?:\s+(?P<my>\d{{4}}))?
  | [Ii]n\s+(?P<year>(?:19|20)\d{{2}})
    )\b""",
    re.VERBOSE,
)

# One of these stands in every time expression: a cheap look before the dear pattern.
_SIGNS = (
    *"0123456789",
    *(name[:3].lower() for name in _MONTH_NAMES),
    *"day night morrow morning afternoon evening week month year spring summer autumn fall winter".split(),  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day a report was written, and where it says so."""

    day: date
    basis: Basis


def anchor_of(report: Report) -> Anchor | None:
    """The day of the dateline or, failing that, of publication; never the day a page was rendered."""
    for when, basis in ((report.dateline.date, "dateline"), (report.dates.published, "metadata")):
        if when.start and when.grain in ("day", "minute"):
            return Anchor(when.start, "dateline" if basis == "dateline" else "metadata")
    return None


def find_times(text: str, anchor: Anchor | None = None, start: int = 0, end: int | None = None) -> Iterator[When]:
    """The time expressions of `text[start:end]` in text order, each with its evidence.

    >>> [when.weekday for when in find_times("They met in Karsa on Monday.")]
    ['Monday']
    """
    end = len(text) if end is None else end
    small = text[start:end].lower()
    if not any(map(small.__contains__, _SIGNS)):
        return
    for match in _EXPRESSION.finditer(text, start, end):
        when = _read(match, anchor)
        if when:
            yield when


def _read(match: re.Match[str], anchor: Anchor | None) -> When | None:
    for group, reader in _READERS.items():
        if match[group]:
            return reader(match, anchor)
    return None


def _when(match: re.Match[str], anchor: Anchor | None, interval: Interval | None, grain: Grain) -> When:
    """The interval with its basis: the anchor's when there is one, the words alone else."""
    start, end = interval or (None, None)
    day = start if grain == "day" else None
    return When(
        start=start,
        end=end,
        grain=grain,
        basis=anchor.basis if anchor else "text",
        weekday=WEEKDAYS[day.weekday()] if day else None,
        evidence=Span(*match.span()),
    )


def _iso(match: re.Match[str], _: Anchor | None) -> When | None:
    try:
        day = date.fromisoformat(match["iso"])
    except ValueError:
        return None
    return _when(match, None, (day, day), "day")


def _day(match: re.Match[str], anchor: Anchor | None) -> When | None:
    month = _MONTHS[(match["m1"] or match["m2"]).rstrip(".")]
    number, year = int(match["d1"] or match["d2"]), match["y1"] or match["y2"]
    if year:
        day, anchor = intervals.real_day(int(year), month, number), None
    else:
        day = intervals.nearest_day(anchor.day, month, number) if anchor else None
    if day:
        return _when(match, anchor, (day, day), "day")
    return _bare(match, match["dated"]) if match["dated"] and not year else None


def _bare(match: re.Match[str], name: str) -> When:
    weekday = next(day for day in WEEKDAYS if day == name)
    return When(grain="weekday", basis="text", weekday=weekday, evidence=Span(*match.span()))


def _weekday(match: re.Match[str], anchor: Anchor | None) -> When:
    if anchor is None:
        return _bare(match, match["weekday"])
    number = WEEKDAYS.index(match["weekday"])
    which = (match["which"] or "").lower()
    if which.startswith("next") or which.endswith("coming"):
        day = intervals.weekday_after(anchor.day, number)
    else:
        day = intervals.weekday_before(anchor.day, number, strictly=which == "last")
    return _when(match, anchor, (day, day), "day")


def _shift(steps: int) -> Callable[[re.Match[str], Anchor | None], When]:
    def read(match: re.Match[str], anchor: Anchor | None) -> When:
        return _when(match, anchor, intervals.unit_of(anchor.day, "day", steps) if anchor else None, "day")

    return read


def _step(match: re.Match[str], anchor: Anchor | None) -> When:
    unit = _unit(match["unit"])
    interval = intervals.unit_of(anchor.day, unit, _STEP[match["step"]]) if anchor else None
    return _when(match, anchor, interval, unit)


def _ago(match: re.Match[str], anchor: Anchor | None) -> When:
    unit, count = _unit(match["ago"]), match["count"]
    steps = int(count) if count.isdigit() else _NUMBER[any_case(count)]
    return _when(match, anchor, intervals.unit_of(anchor.day, unit, -steps) if anchor else None, unit)


def _since(match: re.Match[str], anchor: Anchor | None) -> When | None:
    if match["since"]:
        first = _month_interval(match["since"], match["sy"], anchor)
        grain: Grain = "month"
    else:
        grain = _unit(match["of"] or match["its"])
        first = intervals.unit_of(anchor.day, _unit(grain), 0) if anchor else None
    interval = (first[0], max(first[0], anchor.day)) if first and anchor else None
    return _when(match, anchor, interval, grain)


def _season(match: re.Match[str], anchor: Anchor | None) -> When:
    name, interval = match["season"], None
    if match["ny"]:
        interval, anchor = intervals.season_of(int(match["ny"]), name), None
    elif anchor:
        interval = intervals.latest_season(anchor.day, name)
    return _when(match, anchor, interval, "season")


def _month(match: re.Match[str], anchor: Anchor | None) -> When:
    interval = _month_interval(match["month"], match["my"], anchor)
    return _when(match, None if match["my"] else anchor, interval, "month")


def _month_interval(name: str, year: str | None, anchor: Anchor | None) -> Interval | None:
    month = _MONTHS[name.rstrip(".")]
    if year:
        return intervals.month_of(int(year), month)
    return intervals.latest_month(anchor.day, month) if anchor else None


def _year(match: re.Match[str], _: Anchor | None) -> When:
    return _when(match, None, intervals.year_of(int(match["year"])), "year")


def _unit(word: str) -> Unit:
    return next(unit for unit in ("day", "week", "month", "year") if unit == word)


_READERS: dict[str, Callable[[re.Match[str], Anchor | None], When | None]] = {
    "iso": _iso, "d1": _day, "d2": _day, "weekday": _weekday, "today": _shift(0), "yesterday": _shift(-1),
    "tomorrow": _shift(1), "open": _since, "step": _step, "ago": _ago, "season": _season, "month": _month,
    "year": _year,
}  # fmt: skip
