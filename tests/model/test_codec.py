"""A reading survives the trip to JSON and back unchanged."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import (
    ACTS,
    BLOCK_KINDS,
    FORMS,
    KINDS,
    OCCASION_TYPES,
    UNKNOWN,
    WEEKDAYS,
    Block,
    Contributor,
    CreditLink,
    DateEvidence,
    Dateline,
    Dates,
    Occasion,
    Participant,
    Reading,
    Report,
    Span,
    Speaker,
    Statement,
    When,
    dump_provenance,
    dump_reading,
    load_reading,
    statement_id,
    with_provenance,
)

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
maybe = st.none() | words
spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 50), st.integers(1, 20))
share = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
whens = st.just(UNKNOWN) | st.builds(
    When,
    start=days,
    grain=st.sampled_from(["day", "month"]),
    basis=st.sampled_from(["text", "dateline", "page_render"]),
    weekday=st.none() | st.sampled_from(WEEKDAYS),
    evidence=st.none() | spans,
)
speakers = st.none() | st.builds(Speaker, words, words, share, maybe)
statements = st.builds(
    Statement, id=words, content=st.lists(spans, min_size=1, max_size=3).map(tuple), source=st.none() | spans,
    cue=st.none() | spans, form=st.sampled_from(FORMS), kind=st.sampled_from(KINDS), act=st.sampled_from(ACTS),
    speaker=speakers, addressee=speakers, nested_in=maybe, occasion=maybe, confidence=share,
)  # fmt: skip
occasions = st.builds(
    Occasion, id=words, type=st.sampled_from(OCCASION_TYPES), place=maybe,
    participants=st.lists(st.builds(Participant, words, st.sampled_from(["speaker", "beside"])), max_size=2).map(tuple),
    when=whens, evidence=st.lists(spans, max_size=2).map(tuple),
)  # fmt: skip
evidence = st.builds(
    DateEvidence, st.sampled_from(["published", "crawl"]), whens, st.sampled_from(["json-ld", "label"]), maybe,
    st.booleans(),
)  # fmt: skip
all_dates = st.builds(Dates, whens, whens, whens, whens, st.lists(evidence, max_size=1).map(tuple))
reports = st.builds(
    Report, text=words, source_sha256=words, location=words,
    blocks=st.lists(st.builds(Block, st.sampled_from(BLOCK_KINDS), spans), max_size=3).map(tuple),
    kind=st.sampled_from(["article", "transcript"]), title=maybe, outlet=maybe, byline=maybe, credit=maybe,
    dateline=st.builds(Dateline, maybe, whens, st.none() | spans), dates=all_dates,
    language=maybe, domain=maybe, canonical=maybe,
    contributors=st.lists(st.builds(Contributor, words, st.sampled_from(["author", "editor"]), st.none() | spans),
                          max_size=1).map(tuple),
    chain=st.lists(st.builds(CreditLink, words, st.sampled_from(["source", "via"]), st.none() | spans),
                   max_size=1).map(tuple),
)  # fmt: skip
readings = st.builds(
    Reading, reports, st.lists(statements, max_size=3).map(tuple), st.lists(occasions, max_size=2).map(tuple), words
)


@given(readings)
def test_reading_round_trips_through_json(reading: Reading) -> None:
    assert load_reading(dump_reading(reading)) == reading


@given(readings)
def test_dumped_reading_is_one_line(reading: Reading) -> None:
    line = dump_reading(reading)
    assert "\n" not in line
    assert set(json.loads(line)) >= {"report", "blocks", "statements", "occasions"}


@settings(max_examples=30)
@given(reports)
def test_provenance_alone_restores_what_it_holds(report: Report) -> None:
    stripped = replace(
        report, domain=None, canonical=None, contributors=(), chain=(),
        dates=Dates(report.dates.published, report.dates.page_render),
    )  # fmt: skip
    assert with_provenance(stripped, dump_provenance(report)) == report
    assert dump_provenance(stripped) is None


def test_statement_id_depends_on_the_words_that_make_it_only() -> None:
    first = statement_id("sha256:a", Span(3, 7), [Span(8, 20)])
    assert first == statement_id("sha256:a", Span(3, 7), [Span(8, 20)])
    assert (
        len({first, statement_id("sha256:b", Span(3, 7), [Span(8, 20)]), statement_id("sha256:a", None, [Span(8, 20)])})
        == 3
    )


def test_a_grain_without_days_is_kept() -> None:
    from onrecord.model import when_json

    week = When(grain="week", basis="text", evidence=Span(3, 12))
    written = when_json(week)
    assert written is not None
    assert (written["grain"], written["start"]) == ("week", None)
    assert when_json(When()) is None
