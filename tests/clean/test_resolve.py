"""Evidence resolves under its constraints to one interval or unknown, and nothing of it is lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean.resolve import EVERGREEN, SLACK, DatedWords, resolve
from onrecord.model import DateEvidence, DateKind, DateOrigin, Span, When

DAY = date(2031, 3, 4)


def stated(
    kind: DateKind, origin: DateOrigin, day: int, *, words: str | None = None, wide: tuple[int, int] = (0, 0)
) -> DatedWords:
    """Evidence for the day this many days after 4 March 2031; `wide` are days more that it allows on either side."""
    when = DAY + timedelta(days=day)
    evidence = DateEvidence(kind, When(when, when, "day", "metadata"), origin, words)
    return DatedWords(evidence, (when - timedelta(days=wide[0]), when + timedelta(days=wide[1])))


def test_nothing_stated_is_unknown() -> None:
    assert not resolve([]).published.known
    dates = resolve([stated("modified", "meta", 0), stated("crawl", "fetch", 2)])
    assert not dates.published.known
    assert (dates.bounds.end, dates.bounds.basis) == (DAY, "bounds")


def test_the_more_reliable_place_wins_and_the_other_is_a_conflict() -> None:
    dates = resolve([stated("published", "headline", 5), stated("published", "json-ld", 0)])
    assert dates.published.start == DAY
    assert [item.conflict for item in dates.evidence] == [True, False]


def test_agreement_is_no_conflict() -> None:
    dates = resolve([stated("published", "json-ld", 0), stated("published", "label", 0), stated("url", "url", 0)])
    assert not any(item.conflict for item in dates.evidence)


def test_two_lines_beside_the_headline_that_differ_leave_it_unknown() -> None:
    dates = resolve([stated("published", "headline", 0), stated("published", "headline", 3)])
    assert not dates.published.known
    assert all(item.conflict for item in dates.evidence)


def test_nothing_is_published_after_it_was_fetched() -> None:
    dates = resolve([stated("published", "json-ld", 9), stated("published", "label", 0), stated("crawl", "fetch", 2)])
    assert dates.published.start == DAY
    assert dates.evidence[0].conflict


def test_nothing_is_published_before_its_dateline() -> None:
    dates = resolve([stated("published", "meta", -9), stated("url", "url", 1), stated("dateline", "dateline", 0)])
    assert dates.published.start == DAY + timedelta(days=1)
    assert dates.bounds.start == DAY


def test_a_line_is_not_believed_when_the_page_was_last_changed_before_it() -> None:
    assert not resolve([stated("published", "headline", 9), stated("modified", "meta", 0)]).published.known


def test_what_waits_for_its_hour_may_be_changed_before() -> None:
    dates = resolve([stated("published", "json-ld", 9), stated("modified", "json-ld", 0)])
    assert dates.published.start == DAY + timedelta(days=9)
    assert not dates.modified.known
    assert dates.evidence[1].conflict


def test_the_day_of_rendering_is_a_bound_and_never_a_date() -> None:
    alone = resolve([stated("page_render", "head", 0)])
    assert (alone.published.known, alone.page_render.start, alone.bounds.end) == (False, DAY, DAY)
    assert not resolve([stated("page_render", "head", 0), stated("published", "head", 9)]).published.known


def test_an_instant_is_put_on_the_day_that_the_outlet_shows() -> None:
    dates = resolve([stated("published", "json-ld", 1, wide=(1, 0)), stated("url", "url", 0)])
    assert dates.published.start == DAY
    assert not any(item.conflict for item in dates.evidence)


def test_the_hour_of_a_build_yields_to_an_earlier_day_that_is_shown() -> None:
    stamp = "2031-03-20T10:00:00Z"
    built = [stated("published", "json-ld", 16, words=stamp), stated("modified", "json-ld", 16, words=stamp)]
    assert resolve(built).published.start == DAY + timedelta(days=16)
    assert resolve([*built, stated("published", "headline", 0)]).published.start == DAY


def test_a_build_is_one_whatever_zone_and_seconds_its_two_stamps_are_written_with() -> None:
    built = [
        stated("published", "meta", 16, words="2031-03-20T10:00:13Z"),
        stated("modified", "meta", 16, words="2031-03-20T10:00:02-04:00"),
    ]
    assert resolve([*built, stated("published", "headline", 0)]).published.start == DAY


def shown(kind: DateKind, origin: DateOrigin, day: int) -> DatedWords:
    """The same evidence in a line of the text."""
    item = stated(kind, origin, day)
    when = replace(item.evidence.when, basis="text", evidence=Span(0, 4))
    return DatedWords(replace(item.evidence, when=when), item.days)


def test_a_day_shown_long_before_a_stamp_that_no_line_shows_is_the_first() -> None:
    stamp = stated("published", "meta", 400)
    assert resolve([stamp, shown("published", "headline", 0)]).published.start == DAY
    assert resolve([stamp, shown("published", "headline", 397)]).published.start == DAY + timedelta(days=400)
    both = [stamp, shown("published", "headline", 0), shown("modified", "label", 400)]
    assert resolve(both).published.start == DAY + timedelta(days=400)


def test_an_instant_stays_on_the_day_as_written_where_a_line_shows_it() -> None:
    stamp = stated("published", "json-ld", 0, wide=(0, 1))
    assert resolve([stamp, stated("url", "url", 1), shown("published", "headline", 0)]).published.start == DAY
    assert resolve([stamp, stated("url", "url", 1)]).published.start == DAY + timedelta(days=1)


def test_a_month_of_the_address_is_an_interval() -> None:
    when = When(date(2031, 3, 1), date(2031, 3, 31), "month", "metadata")
    month = DatedWords(DateEvidence("url", when, "url"), (date(2031, 3, 1), date(2031, 3, 31)))
    assert resolve([month]).published == when
    assert resolve([month, stated("published", "json-ld page", 0)]).published.start == DAY


def test_a_signed_change_counts_only_where_nothing_states_a_day_and_within_the_bounds() -> None:
    change = replace(shown("modified", "label", 0), signed=True)
    assert resolve([change]).published.start == DAY
    assert not resolve([change, stated("published", "json-ld page", -9)]).published.known
    assert not resolve([change, stated("crawl", "fetch", -9)]).published.known
    assert resolve([change, stated("published", "json-ld", -9)]).published.start == DAY - timedelta(days=9)


def test_a_doubted_stamp_counts_where_a_feed_states_a_day_too() -> None:
    stamp = replace(stated("published", "json-ld", 0), doubted=True)
    assert not resolve([stamp]).published.known
    assert resolve([stamp, stated("feed", "feed", 0)]).published.start == DAY


def test_a_stamp_is_withheld_from_the_day_on_that_makes_a_page_evergreen() -> None:
    stamp = stated("published", "meta", 0)
    assert resolve([stamp, stated("modified", "meta", EVERGREEN.days - 1)]).published.start == DAY
    assert not resolve([stamp, stated("modified", "meta", EVERGREEN.days)]).published.known


def test_what_a_whole_page_says_of_itself_is_kept_and_not_used() -> None:
    dates = resolve([stated("published", "json-ld page", 0)])
    assert not dates.published.known
    assert len(dates.evidence) == 1


KINDS: list[DateKind] = ["published", "modified", "url", "feed", "crawl", "http", "dateline", "page_render"]
ORIGINS: dict[DateKind, list[DateOrigin]] = {
    "published": ["json-ld", "meta", "label", "headline"], "modified": ["meta", "label"], "url": ["url"],
    "feed": ["feed"], "crawl": ["fetch"], "http": ["header"], "dateline": ["dateline"], "page_render": ["head"],
}  # fmt: skip
pieces = st.lists(
    st.sampled_from(KINDS).flatmap(
        lambda kind: st.builds(stated, st.just(kind), st.sampled_from(ORIGINS[kind]), st.integers(-9, 9))
    ),
    max_size=7,
)


@settings(deadline=None, max_examples=200)
@given(pieces)
def test_the_published_day_keeps_to_its_bounds_and_is_one_that_was_stated(found: list[DatedWords]) -> None:
    dates = resolve(found)
    day = dates.published.start
    if day is None:
        return
    assert day in {item.days[0] for item in found if item.evidence.kind in {"published", "url", "feed"}}
    seen = [item.days[1] for item in found if item.evidence.kind in {"crawl", "page_render"}]
    filed = [item.days[0] for item in found if item.evidence.kind == "dateline"]
    assert all(day <= bound + SLACK for bound in seen)
    assert all(day >= bound - SLACK for bound in filed)


@settings(deadline=None, max_examples=200)
@given(pieces)
def test_every_piece_of_evidence_is_kept_in_order(found: list[DatedWords]) -> None:
    kept = resolve(found).evidence
    assert [(item.kind, item.when) for item in kept] == [(item.evidence.kind, item.evidence.when) for item in found]
