"""The algebra of spans, checked against sets of characters."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, intersect, overlap_ratio, size, subtract, trim, union

spans = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20))
many = st.lists(spans, max_size=8)


def characters(items: object) -> set[int]:
    return {index for span in items for index in range(span.start, span.end)}  # type: ignore[attr-defined]


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2)])
def test_span_refuses_empty_reversed_and_negative(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is no span"):
        Span(start, end)


@given(many)
def test_union_covers_the_same_characters_with_spans_that_do_not_touch(items: list[Span]) -> None:
    merged = union(items)
    assert characters(merged) == characters(items)
    assert all(a.end < b.start for a, b in pairwise(merged))


@given(many, many)
def test_subtract_is_set_difference(items: list[Span], holes: list[Span]) -> None:
    assert characters(subtract(items, holes)) == characters(items) - characters(holes)


@given(many, many)
def test_intersect_is_set_intersection(items: list[Span], others: list[Span]) -> None:
    assert characters(intersect(items, others)) == characters(items) & characters(others)


@given(many, many)
def test_overlap_ratio_is_the_jaccard_index(items: list[Span], others: list[Span]) -> None:
    both, either = characters(items) & characters(others), characters(items) | characters(others)
    assert overlap_ratio(items, others) == pytest.approx(len(both) / len(either) if either else 0)
    assert size(items) == len(characters(items))


@given(spans, spans)
def test_overlap_is_symmetric_and_containment_implies_it(one: Span, other: Span) -> None:
    assert one.overlaps(other) == other.overlaps(one)
    assert not one.contains(other) or one.overlaps(other)


@given(st.text(max_size=30))
def test_trim_leaves_no_space_at_the_edges(text: str) -> None:
    span = trim(text, 0, len(text))
    assert (span.of(text) if span else "") == text.strip()


def test_spans_count_code_points_not_bytes_or_utf16_units() -> None:
    text = "«Ö😀n» said"
    assert Span(1, 4).of(text) == "Ö😀n"
