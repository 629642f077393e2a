"""The quote state never raises and finds what stands in marks, however the marks are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.read.quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [quotation.span.of(text) for quotation in find_quotations(text)]


@pytest.mark.parametrize(
    "text",
    [
        "He said “the road is open” today.",
        'He said "the road is open" today.',
        "He said «the road is open» today.",
        "He said „the road is open“ today.",
        "He said ``the road is open'' today.",
        "He said ‘the road is open’ today.",
        "He said 'the road is open' today.",
    ],
)
def test_every_kind_of_mark_is_known(text: str) -> None:
    (words,) = quoted(text)
    assert words.strip("“”\"«»„‘’'`") == "the road is open"


@pytest.mark.parametrize(
    "text", ["Velia's road isn’t open.", "The ministers' talks ended.", "Rock 'n roll of the '90s.", "O’Dell’s plan"]
)
def test_apostrophes_open_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_inner_quotation_is_deeper() -> None:
    text = "“They told us ‘not now’ twice,” she said."
    outer, inner = find_quotations(text)
    assert (outer.depth, inner.depth) == (0, 1)
    assert inner.span.of(text) == "‘not now’"


def test_a_quotation_goes_on_where_the_next_paragraph_opens_again() -> None:
    text = "“We came early.\n\n“We left late,” he said."
    first, second = find_quotations(text)
    assert (first.closed, first.continued) == (False, True)
    assert second.closed


def test_an_unclosed_mark_ends_with_its_paragraph_and_says_so() -> None:
    text = "He said: “We came early.\n\nThe road was empty."
    (only,) = find_quotations(text)
    assert not only.closed
    assert not only.continued
    assert only.span.of(text) == "“We came early."


def test_a_glued_caption_stays_outside() -> None:
    text = "He said “all rights are respected.”torve, velm"
    assert quoted(text) == ["“all rights are respected.”"]


def test_a_lone_closing_mark_is_passed_over() -> None:
    assert quoted("The road is open,” he said.") == []


@given(st.text(alphabet="ab .,\n\"'“”‘’«»„`", max_size=60))
def test_quotations_never_raise_and_lie_inside_the_text(text: str) -> None:
    for quotation in find_quotations(text):
        assert 0 <= quotation.span.start < quotation.span.end <= len(text)
