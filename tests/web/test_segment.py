from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.web.segment import segment


@st.composite
def texts_with_spans(draw: st.DrawFn) -> tuple[str, list[Span]]:
    text = draw(st.text(min_size=1, max_size=60))
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] != pair[1])
    return text, [Span(min(pair), max(pair)) for pair in draw(st.lists(edges, max_size=12))]


@settings(deadline=None)  # a busy machine is no bug
@given(texts_with_spans())
def test_segment_joins_back_to_the_exact_text(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    pieces = segment(text, spans)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.span.of(text) == piece.text for piece in pieces)


@settings(deadline=None)  # a busy machine is no bug
@given(texts_with_spans())
def test_segment_covers_are_exactly_the_spans_that_hold_the_piece(case: tuple[str, list[Span]]) -> None:
    text, spans = case
    for piece in segment(text, spans):
        holding = tuple(i for i, span in enumerate(spans) if span.contains(piece.span))
        touching = tuple(i for i, span in enumerate(spans) if span.overlaps(piece.span))
        assert piece.covers == holding == touching


def test_segment_of_nothing_is_nothing() -> None:
    assert segment("", []) == []


def test_segment_refuses_a_span_past_the_text() -> None:
    with pytest.raises(ValueError, match="reaches past a text of 3 characters"):
        segment("abc", [Span(1, 4)])
