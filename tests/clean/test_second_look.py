"""The numbers that a page's first look gives to its second."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.clean.secondlook import NAMES, second_features

# Two blocks of two lines and a line of its own; all lines are of one pattern.
BLOCKS = np.array([[1, 1, 1, 1, 9], [1, 1, 1, 1, 9], [2, 1, 1, 1, 9], [2, 1, 1, 1, 9], [3, 3, 3, 3, 9]])
SCORES = np.array([4.0, 2.0, -3.0, -5.0, 0.0])
WORDS = np.array([1.0, 2.0, 3.0, 4.0, 5.0])


def features() -> dict[str, list[float]]:
    rows = second_features(SCORES, BLOCKS, [WORDS, -WORDS])
    assert rows.shape == (len(SCORES), len(NAMES))
    return {name: rows[:, i].tolist() for i, name in enumerate(NAMES)}


def test_names_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_a_line_has_the_mean_of_its_blocks() -> None:
    found = features()
    assert found["first"] == SCORES.tolist()
    assert found["first_1"] == [3, 3, -4, -4, 0]
    assert found["first_2"] == [-0.5] * 4 + [0]
    assert found["first_pattern"] == pytest.approx([-0.4] * 5)


def test_neighbours_past_the_ends_are_missing() -> None:
    found = features()
    assert found["first-1"] == [-9, 4, 2, -3, -5]
    assert found["first+2"] == [-3, -5, 0, -9, -9]


def test_scores_of_words_and_names_stand_beside_their_means() -> None:
    found = features()
    assert found["word"] == WORDS.tolist()
    assert found["word+1"] == [2, 3, 4, 5, -9]
    assert found["word_1"] == [1.5, 1.5, 3.5, 3.5, 5]
    assert found["word_page"] == [3] * 5
    assert found["name_page"] == [-3] * 5


def test_the_share_of_body_before_a_line_grows_to_one() -> None:
    before = features()["body_before"]
    assert before == sorted(before)
    assert before[-1] == pytest.approx(1)
    assert features()["body_lines"][0] == pytest.approx(float((1 / (1 + np.exp(-SCORES))).sum()))


def test_one_line_is_a_page() -> None:
    assert np.isfinite(second_features(np.array([-9.0]), BLOCKS[:1], [WORDS[:1], WORDS[:1]])).all()
