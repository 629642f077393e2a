"""A few thousand mutated documents of every kind: nothing breaks, nothing hangs, all refusals are errors of ours."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import benchmarks.fuzz
from benchmarks.fuzz import Tally, fuzz, run_one, run_source
from benchmarks.mutations import MUTATIONS, TOKENS, make_input, seeds
from onrecord.clean import clean_source
from onrecord.model import Report, Source


@pytest.mark.slow
@pytest.mark.parametrize("first", [5_000_000, 5_001_000, 5_002_000])
def test_mutated_documents_neither_break_nor_hang_the_cleaner(first: int) -> None:
    tally = fuzz(seed=1, first=first, count=1_000)
    assert tally.crashes == []
    assert tally.hangs == []
    assert tally.reports > 300, "most pages survive a mutation or two"


def test_a_fault_is_kept_as_it_happens_and_the_run_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    faults, begun = StringIO(), []

    def broken(source: Source) -> Report:
        if len(begun) == 2:
            raise KeyError("a fault of ours")
        return clean_source(source)

    def begins(number: int, _: Tally) -> None:
        begun.append(number)
        assert ("crash" in faults.getvalue()) == (number > 41)

    monkeypatch.setattr(benchmarks.fuzz, "clean_source", broken)
    monkeypatch.setattr(benchmarks.fuzz, "make_input", lambda *_: ("txt", b"Torve said so."))
    tally = fuzz(seed=1, first=40, count=4, begins=begins, faults=faults)
    assert begun == [40, 41, 42, 43]
    assert tally.crashes == ["41 (txt): KeyError: 'a fault of ours'"]
    assert faults.getvalue().startswith("crash: seed 1, number 41 (txt)\nTraceback")
    assert tally.inputs == len(begun)


def test_a_run_that_is_interrupted_tells_what_there_is(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Source) -> Report:
        raise KeyboardInterrupt

    monkeypatch.setattr(benchmarks.fuzz, "clean_source", interrupted)
    monkeypatch.setattr(benchmarks.fuzz, "make_input", lambda *_: ("txt", b"Torve said so."))
    assert fuzz(seed=1, first=0, count=4).inputs == 0


def test_an_input_is_the_same_whenever_it_is_made() -> None:
    assert [make_input(7, number) for number in range(20)] == [make_input(7, number) for number in range(20)]
    assert {make_input(7, number)[0] for number in range(300)} >= {"html", "txt", "eml", "warc"}
    assert len(MUTATIONS) > 5


def test_the_documents_that_are_mutated_are_read_when_they_are_whole(tmp_path: Path) -> None:
    for kind, documents in seeds().items():
        for data in documents:
            tally = Tally()
            run_one(kind, data, tmp_path, tally)
            assert tally.reports, kind
            assert not tally.refused, kind


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from([*TOKENS, b"<p>Torve said so.", b" ", b"\n"]) | st.binary(max_size=20), max_size=40))
def test_any_bytes_are_read_or_refused(pieces: list[bytes]) -> None:
    for kind in ("text/html", "text/plain", ""):
        tally = Tally()
        run_source(Source(b"".join(pieces), kind, "fuzz"), tally)
        assert tally.reports + tally.refused.total() == 1
