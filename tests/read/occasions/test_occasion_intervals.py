"""The calendar algebra of press dates."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.read.occasions import intervals

DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))
WEEKDAYS = st.integers(0, 6)


@settings(deadline=None)
@given(DAYS, WEEKDAYS)
def test_a_weekday_is_the_latest_on_or_before_the_anchor(anchor: date, weekday: int) -> None:
    day = intervals.weekday_before(anchor, weekday)
    assert day.weekday() == weekday
    assert timedelta(0) <= anchor - day < timedelta(7)


@settings(deadline=None)
@given(DAYS, WEEKDAYS)
def test_last_weekday_is_never_the_anchor_itself(anchor: date, weekday: int) -> None:
    assert timedelta(0) < anchor - intervals.weekday_before(anchor, weekday, strictly=True) <= timedelta(7)


@settings(deadline=None)
@given(DAYS, WEEKDAYS)
def test_next_weekday_is_within_the_week_after_the_anchor(anchor: date, weekday: int) -> None:
    day = intervals.weekday_after(anchor, weekday)
    assert day.weekday() == weekday
    assert timedelta(0) < day - anchor <= timedelta(7)


@settings(deadline=None)
@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(-30, 30))
def test_steps_there_and_back_come_to_the_same_unit(anchor: date, unit: intervals.Unit, steps: int) -> None:
    there = intervals.unit_of(anchor, unit, steps)
    assert there[0] <= there[1]
    assert intervals.unit_of(there[0], unit, -steps) == intervals.unit_of(anchor, unit, 0)


@settings(deadline=None)
@given(DAYS, st.sampled_from(["day", "week", "month", "year"]), st.integers(-30, 30))
def test_units_follow_each_other_without_a_gap(anchor: date, unit: intervals.Unit, steps: int) -> None:
    one, following = intervals.unit_of(anchor, unit, steps), intervals.unit_of(anchor, unit, steps + 1)
    assert following[0] - one[1] == timedelta(1)


@settings(deadline=None)
@given(DAYS, st.integers(1, 12))
def test_a_named_month_is_the_latest_that_had_begun(anchor: date, month: int) -> None:
    start, end = intervals.latest_month(anchor, month)
    assert start <= anchor
    assert (start.month, end.month) == (month, month)
    assert intervals.month_of(start.year + 1, month)[0] > anchor


@settings(deadline=None)
@given(DAYS, DAYS)
def test_a_day_without_a_year_is_less_than_half_a_year_away(anchor: date, named: date) -> None:
    found = intervals.nearest_day(anchor, named.month, min(named.day, 28))
    assert found is not None
    assert abs(found - anchor) <= timedelta(183)


def test_a_day_that_no_calendar_has_is_none() -> None:
    assert intervals.real_day(2031, 6, 31) is None
    assert intervals.real_day(2031, 2, 29) is None
    assert intervals.real_day(2032, 2, 29) == date(2032, 2, 29)


def test_winter_runs_over_the_turn_of_the_year() -> None:
    assert intervals.latest_season(date(2031, 3, 5), "winter") == (date(2030, 12, 1), date(2031, 2, 28))
