"""Statements hang on the innermost one that holds them, and on none that is not there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, Statement, statement_id
from onrecord.read.nesting import holds, nest


def statement(cue: tuple[int, int], content: tuple[int, int]) -> Statement:
    spans = (Span(*content),)
    return Statement(
        id=statement_id("report", Span(*cue), spans), content=spans, source=None, cue=Span(*cue), form="indirect",
        kind="statement", act="state", confidence=1.0,
    )  # fmt: skip


OUTER, MIDDLE, INNER = statement((0, 4), (5, 100)), statement((10, 14), (15, 90)), statement((20, 24), (25, 80))


def test_a_statement_hangs_on_the_innermost_that_holds_it() -> None:
    found = nest([(OUTER, False), (MIDDLE, True), (INNER, True)])
    assert [item.nested_in for item in found] == [None, OUTER.id, MIDDLE.id]


def test_nothing_hangs_on_an_inner_one_that_lies_in_none() -> None:
    assert nest([(MIDDLE, True), (INNER, False)]) == (INNER,)
    assert nest([(MIDDLE, True), (INNER, True)]) == ()


@st.composite
def drafts(draw: st.DrawFn) -> list[tuple[Statement, bool]]:
    found = []
    for _ in range(draw(st.integers(1, 7))):
        start = draw(st.integers(0, 60))
        gap = draw(st.integers(1, 4))
        end = start + 4 + gap + draw(st.integers(1, 60))
        found.append((statement((start, start + 4), (start + 4 + gap, end)), draw(st.booleans())))
    return list({item.id: (item, inner) for item, inner in found}.values())


@given(drafts())
def test_what_a_statement_hangs_on_is_there_and_holds_it(found: list[tuple[Statement, bool]]) -> None:
    kept = {item.id: item for item in nest(found)}
    assert {item.id for item, inner in found if not inner} <= set(kept)
    for item in kept.values():
        assert item.nested_in is None or holds(kept[item.nested_in], item)
