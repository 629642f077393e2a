"""Which lines of a page are its body."""

from __future__ import annotations

import numpy as np

from onrecord.clean.choice import MIN_BODY_WORDS, choose

LONG = np.array([MIN_BODY_WORDS] * 4)


def chosen(
    scores: list[float], words: np.ndarray[tuple[int], np.dtype[np.int64]] = LONG, headline: int = -1
) -> list[bool]:
    return choose(np.array(scores), words, headline).tolist()


def test_the_body_is_what_is_more_probable_than_not() -> None:
    assert chosen([2.0, 0.1, -0.1, -3.0]) == [True, True, False, False]


def test_the_headline_is_never_body() -> None:
    assert chosen([2.0, 0.1, -0.1, -3.0], headline=0) == [False, True, False, False]


def test_of_a_page_without_body_the_likeliest_lines_are_body() -> None:
    assert chosen([-1.0, -1.2, -2.5, -9.0]) == [True, True, False, False]
    assert chosen([5.0, -0.5, -0.6, -9.0], np.array([1, 20, 20, 20])) == [True, False, False, False]


def test_of_a_page_of_which_nothing_is_likely_nothing_is_body() -> None:
    assert chosen([-9.0, -8.0, -9.0, -9.0]) == [False] * 4
    assert choose(np.zeros(0), np.zeros(0, dtype=np.int64), -1).tolist() == []
