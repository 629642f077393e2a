"""A few thousand mutated documents of every kind: nothing breaks, nothing hangs, all refusals are errors of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzz import MUTATIONS, TOKENS, Tally, fuzz, make_input, run_one, run_source, seeds
from onrecord.model import Source


@pytest.mark.slow
@pytest.mark.parametrize("first", [5_000_000, 5_001_000, 5_002_000])
def test_mutated_documents_neither_break_nor_hang_the_cleaner(first: int) -> None:
    tally = fuzz(seed=1, first=first, inputs=1_000)
    assert tally.crashes == []
    assert tally.hangs == []
    assert tally.reports > 300, "most pages survive a mutation or two"


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
