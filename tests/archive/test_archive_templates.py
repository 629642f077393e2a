"""The archive learns which lines an outlet prints under its stories, and counts no report twice."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from onrecord.clean.templates import mark_templates, trace_of
from onrecord.clean.templatetable import table_of
from onrecord.model import Block, Reading, Report, Source, Span

SHARE = "Help keep family and friends informed by sharing this"


def story(number: int, *lines: str) -> tuple[Source, Report]:
    text = "\n".join(
        [f"The board of pier {'i' * number} said that no ferry would leave before {number} o'clock.", *lines]
    )
    location = f"https://korva.example/{number}"
    blocks, start = [], 0
    for line in text.split("\n"):
        blocks.append(Block("body", Span(start, start + len(line))))
        start += len(line) + 1
    source = Source(text.encode(), "text/plain", location)
    return source, Report(text, source.sha256, location, tuple(blocks))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "archive.sqlite"


def add(archive: Archive, source: Source, report: Report, run: str = "run-1") -> None:
    archive.add(source, Reading(report, run=run))


def rows(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return [
            *connection.execute("SELECT * FROM template_story ORDER BY 1"),
            *connection.execute("SELECT * FROM template_line ORDER BY 1, 2"),
        ]


def test_a_line_under_three_stories_is_furniture_in_the_fourth(path: Path) -> None:
    with Archive.create(path) as archive:
        kinds = []
        for number in range(1, 5):
            source, report = story(number, SHARE)
            marked = archive.mark_templates(report)
            kinds.append(marked.blocks[1].kind)
            add(archive, source, marked)
    assert kinds == ["body", "body", "body", "furniture"]


def test_the_same_report_again_or_read_anew_counts_once(path: Path) -> None:
    with Archive.create(path) as archive:
        source, report = story(1, SHARE)
        add(archive, source, report)
        before = rows(path)
        add(archive, source, report)
        add(archive, source, report, run="run-2")
        add(archive, replace(source, location="copy.txt"), report, run="run-2")
    assert rows(path) == before


def test_another_outlets_line_says_nothing(path: Path) -> None:
    with Archive.create(path) as archive:
        for number in range(1, 5):
            add(archive, *story(number, SHARE))
        _, report = story(9, SHARE)
        assert archive.mark_templates(replace(report, location="https://selm.example/9")).blocks[1].kind == "body"


def test_a_report_that_leaves_takes_its_count_along(path: Path) -> None:
    with Archive.create(path) as archive:
        source, report = story(1, SHARE)
        add(archive, source, report)
        other = replace(report, text=report.text.replace("board", "council"))
        add(archive, source, other, run="run-2")
        assert archive.counts().reports == 1
    trace = trace_of(other)
    assert trace is not None
    found = rows(path)
    assert found[0][1:] == (trace.outlet, trace.story)
    assert set(found[1:]) == {(line, trace.story) for line in trace.lines}


def test_an_outlet_without_a_name_is_not_counted(path: Path) -> None:
    with Archive.create(path) as archive:
        source, report = story(1, SHARE)
        add(archive, source, replace(report, location="a.txt"))
    assert rows(path) == []


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 60), st.sets(st.sampled_from("abcd"))), max_size=12))
def test_the_archive_and_the_table_agree(tmp_path: Path, told: list[tuple[int, set[str]]]) -> None:
    path = tmp_path / f"{abs(hash(str(told)))}.sqlite"
    path.unlink(missing_ok=True)
    stories = [story(number, *(f"Line {letter} of the page" for letter in sorted(letters))) for number, letters in told]
    _, asked = story(99, *(f"Line {letter} of the page" for letter in "abcd"))
    table = table_of(trace for _, report in stories if (trace := trace_of(report)))
    trace = trace_of(asked)
    assert trace is not None
    with Archive.create(path) as archive:
        for source, report in stories:
            add(archive, source, report)
        marked = archive.mark_templates(asked)
    known = [block.kind == "furniture" for block in marked.blocks]
    assert known == [block.kind == "furniture" for block in mark_templates(asked, table.frequent(trace)).blocks]
