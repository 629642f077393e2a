"""The buckets of a line's words: a long line's are told by its ends, the same as if it were read whole."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import linewords
from onrecord.clean.lines import line_table

WORDS = st.lists(st.text(alphabet="abcıİẞß9.,’-", min_size=1, max_size=14), min_size=1, max_size=160)


@given(WORDS)
def test_the_ends_of_a_long_line_have_the_words_of_the_whole(words: list[str]) -> None:
    text = " ".join(words)
    found = linewords._ends(text)
    if len(text) > 2 * linewords.END and found is not None:
        assert found == linewords._cut(linewords._words(text))


def test_a_long_line_is_told_by_its_first_and_last_words() -> None:
    first, last = " ".join(["harbour"] * 60), " ".join(["lantern"] * 60)
    one, other = (
        linewords.word_ids(line_table(text))[0]
        for text in (f"{first} {'grain ' * 40}{last}", f"{first} {'sand ' * 40}{last}")
    )
    assert np.array_equal(one, other)
