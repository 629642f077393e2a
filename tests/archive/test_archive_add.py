"""What goes in comes out equal, and going in twice changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from archive_world import TEXT, dump, full_reading, said, simple_reading, source_of
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import Added, Archive
from onrecord.errors import NotFound
from onrecord.model import (
    ACTS,
    BLOCK_KINDS,
    FORMS,
    KINDS,
    OCCASION_TYPES,
    UNKNOWN,
    WEEKDAYS,
    Block,
    Dateline,
    Dates,
    Occasion,
    Participant,
    Reading,
    Report,
    Source,
    Span,
    Speaker,
    Statement,
    When,
)

texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=4, max_size=60)
names = st.text("abC é\u0301d", min_size=1, max_size=8)
maybe_names = st.none() | names


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    start = draw(st.integers(0, len(text) - 1))
    return Span(start, draw(st.integers(start + 1, len(text))))


@st.composite
def whens(draw: st.DrawFn, text: str) -> When:
    if draw(st.booleans()):
        return UNKNOWN
    days = sorted(draw(st.lists(st.dates(date(1900, 1, 1)), min_size=2, max_size=2)))
    return When(
        draw(st.sampled_from([None, days[0]])),
        draw(st.sampled_from([None, days[1]])),
        draw(st.sampled_from(["day", "weekday", "unknown"])),
        draw(st.sampled_from(["text", "dateline", "unknown"])),
        draw(st.none() | st.sampled_from(WEEKDAYS)),
        draw(st.none() | spans(text)),
    )


@st.composite
def speakers(draw: st.DrawFn) -> Speaker:
    name = draw(names)
    return Speaker(f"ac-{draw(st.integers(1, 3))}", name, draw(st.floats(0, 1)), draw(maybe_names))


@st.composite
def statements(draw: st.DrawFn, text: str, name: str) -> Statement:
    return Statement(
        name,
        tuple(draw(st.lists(spans(text), max_size=3))),
        draw(st.none() | spans(text)),
        draw(st.none() | spans(text)),
        draw(st.sampled_from(FORMS)),
        draw(st.sampled_from(KINDS)),
        draw(st.sampled_from(ACTS)),
        draw(st.none() | speakers()),
        draw(st.none() | speakers()),
        draw(st.none() | st.just("st-0")),
        draw(st.none() | st.just("oc-0")),
        draw(st.floats(0, 1)),
    )


@st.composite
def readings(draw: st.DrawFn) -> tuple[Source, Reading]:
    text = draw(texts)
    source = replace(
        source_of(text),
        fetched_at=draw(st.none() | st.just(datetime(2031, 3, 4, 5, 6, tzinfo=UTC))),
        headers=tuple(draw(st.lists(st.tuples(names, names), max_size=2))),
    )
    report = Report(
        text,
        source.sha256,
        draw(names),
        tuple(Block(draw(st.sampled_from(BLOCK_KINDS)), draw(spans(text))) for _ in range(draw(st.integers(0, 3)))),
        draw(st.sampled_from(["article", "transcript", "press_release"])),
        draw(maybe_names),
        draw(maybe_names),
        draw(maybe_names),
        draw(maybe_names),
        Dateline(draw(maybe_names), draw(whens(text)), draw(st.none() | spans(text))),
        Dates(draw(whens(text)), draw(whens(text))),
        draw(maybe_names),
    )
    people = st.builds(Participant, names, st.sampled_from(["speaker", "beside"]))
    occasions = tuple(
        Occasion(
            f"oc-{number}",
            draw(st.sampled_from(OCCASION_TYPES)),
            draw(maybe_names),
            tuple(draw(st.lists(people, max_size=2))),
            draw(whens(text)),
            tuple(draw(st.lists(spans(text), max_size=2))),
        )
        for number in range(draw(st.integers(0, 2)))
    )
    made = tuple(draw(statements(text, f"{report.id}-{number}")) for number in range(draw(st.integers(0, 3))))
    return source, Reading(report, made, occasions, draw(names))


def test_add_keeps_every_field(tmp_path: Path) -> None:
    source, reading = full_reading()
    with Archive.create(tmp_path / "a.sqlite") as archive:
        assert archive.add(source, reading) is Added.ADDED
        assert archive.reading(reading.report.id) == reading
        assert archive.report(reading.report.id) == reading.report
        assert archive.source(source.sha256) == source
        found = archive.statement(reading.statements[0].id)
        assert (found.statement, found.report) == (reading.statements[0], reading.report)
        assert found.occasion == reading.occasions[1]
        assert archive.check() == ()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("shared") / "a.sqlite") as archive:
        yield archive
        assert archive.check() == () or all("that is missing" in fault.problem for fault in archive.check())


@settings(max_examples=60, deadline=None)
@given(readings())
def test_add_gives_back_an_equal_reading(shared: Archive, made: tuple[Source, Reading]) -> None:
    source, reading = made
    shared.add(source, reading)
    for again in (replace(reading, run="one run", statements=()), replace(reading, run="another run")):
        shared.add(source, again)
        assert shared.reading(reading.report.id) == again


def test_add_keeps_what_came_with_the_bytes(tmp_path: Path) -> None:
    source, reading = full_reading()
    fetched = replace(source, fetched_at=datetime(2031, 3, 4, 5, 6, tzinfo=UTC), headers=(("etag", '"é"'),))
    with Archive.create(tmp_path / "a.sqlite") as archive:
        archive.add(fetched, reading)
        assert archive.source(source.sha256) == fetched


def test_add_the_same_bytes_twice_changes_no_row(tmp_path: Path) -> None:
    source, reading = full_reading()
    path = tmp_path / "a.sqlite"
    with Archive.create(path) as archive:
        archive.add(source, reading)
        before = dump(path)
        assert archive.add(replace(source, location="copy.txt"), reading) is Added.UNCHANGED
        assert archive.add(source, replace(reading, statements=())) is Added.UNCHANGED
        assert archive.knows(source.sha256, "run-1")
        assert not archive.knows(source.sha256, "run-2")
    assert dump(path) == before


def test_add_equal_text_from_other_bytes_is_one_report(tmp_path: Path) -> None:
    source, reading = full_reading()
    other = replace(source, data=b"\xef\xbb\xbf" + source.data, location="bom.txt")
    theirs = replace(reading, report=replace(reading.report, source_sha256=other.sha256, location="bom.txt"))
    with Archive.create(tmp_path / "a.sqlite") as archive:
        archive.add(source, reading)
        assert archive.add(other, theirs) is Added.ADDED
        assert archive.knows(other.sha256, "run-1")
        assert archive.reading(reading.report.id) == reading
        assert [report.sources for report in archive.reports().items] == [2]
        assert archive.check() == ()


def test_reread_replaces_the_rows_of_that_report_alone(tmp_path: Path) -> None:
    source, reading = full_reading()
    beside = simple_reading("Ilan Torve said rain.", "rain")
    with Archive.create(tmp_path / "a.sqlite") as archive:
        archive.add(source, reading)
        archive.add(*beside)
        again = replace(reading, statements=reading.statements[:1], occasions=reading.occasions[1:], run="run-2")
        assert archive.add(source, again) is Added.REREAD
        assert archive.reading(reading.report.id) == again
        assert archive.reading(beside[1].report.id) == beside[1]
        assert archive.search("sign").items == ()
        assert archive.speakers("velia") == ()
        assert archive.check() == ()


def test_reread_shows_a_lost_statement_as_withdrawn(tmp_path: Path) -> None:
    source, reading = full_reading()
    lost = reading.statements[1].id
    with Archive.create(tmp_path / "a.sqlite") as archive:
        archive.add(source, reading)
        archive.add(source, replace(reading, statements=reading.statements[:1], run="run-2"))
        assert archive.resolve(lost) == lost
        with pytest.raises(NotFound, match="withdrawn"):
            archive.statement(lost)
        archive.add(source, replace(reading, run="run-3"))
        assert archive.statement(lost).statement == reading.statements[1]


def test_reread_to_another_text_moves_the_source(tmp_path: Path) -> None:
    source, reading = full_reading()
    report = replace(reading.report, text=TEXT + "More.", blocks=())
    moved = Reading(report, (said(report, "Velia would sign"),), (), "run-2")
    with Archive.create(tmp_path / "a.sqlite") as archive:
        archive.add(source, reading)
        assert archive.add(source, moved) is Added.REREAD
        assert archive.reading(report.id) == moved
        assert archive.counts().reports == 1
        with pytest.raises(NotFound):
            archive.report(reading.report.id)
        assert archive.check() == ()


def test_add_undisturbed_equals_add_after_a_failure(tmp_path: Path) -> None:
    """A report that fails half-way leaves nothing: the next run continues as if it had not been tried."""
    worlds = [simple_reading(f"Ilan Torve said rain {number}.", f"rain {number}") for number in range(3)]
    source, reading = worlds[1]
    double = replace(reading, statements=reading.statements * 2)
    for name, disturbed in (("calm", False), ("rough", True)):
        with Archive.create(tmp_path / name) as archive:
            archive.add(*worlds[0])
            if disturbed:
                with pytest.raises(Exception, match="UNIQUE"):
                    archive.add(source, double)
            archive.add(source, reading)
            archive.add(*worlds[2])
    assert dump(tmp_path / "calm") == dump(tmp_path / "rough")


def test_add_refuses_what_points_outside_the_text(tmp_path: Path) -> None:
    source, reading = full_reading()
    beyond = replace(reading.statements[0], cue=Span(5, len(TEXT) + 1))
    with Archive.create(tmp_path / "a.sqlite") as archive:
        with pytest.raises(ValueError, match="beyond the text"):
            archive.add(source, replace(reading, statements=(beyond,)))
        with pytest.raises(ValueError, match="not made from this source"):
            archive.add(source_of("other"), reading)
        assert archive.counts().sources == 0


def test_add_takes_a_report_without_statements(tmp_path: Path) -> None:
    source, reading = simple_reading("Nothing was said.")
    with Archive.create(tmp_path / "a.sqlite") as archive:
        assert archive.add(source, reading) is Added.ADDED
        assert archive.reading(reading.report.id) == reading
