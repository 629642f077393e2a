"""Pieces keep exact offsets in code points and carry what an uncased vocabulary loses."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from onrecord.model import Block, Report, Span
from onrecord.read.chunks import COMMA, STOP, THE, A, take_apart
from onrecord.read.encoder import WEIGHTS
from onrecord.read.pieces import ARTICLE, BLANK_LINE, FIRST, GAP, cut_pieces
from onrecord.read.windows import CONTEXT, CORE, cut_windows, readable_pieces

TOKENIZER = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
OTHER = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))


def test_offsets_count_code_points_beside_emoji_curly_quotes_and_combining_marks() -> None:
    text = "😀 “Zoe\u0308” said"
    pieces = cut_pieces(text, TOKENIZER)
    said = [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)][-1]
    assert said == "said"


def words_of(text: str, breaks: Iterable[int] = ()) -> list[str]:
    pieces = cut_pieces(text, TOKENIZER, breaks)
    return [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)]


def test_features_tell_case_quotation_line_breaks_and_marks_apart() -> None:
    pieces = cut_pieces("NATO said, “yes.”\n\nNo", TOKENIZER)
    shapes, quotes, gaps, marks, _articles = pieces.features.T.tolist()
    assert shapes == [2, 0, 5, 0, 5, 1]
    assert quotes == [0, 0, 3, 1, 4, 0]
    assert gaps == [5, 2, 2, 1, 1, 4]
    assert marks == [0, COMMA, 0, STOP, 0, 0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("al-Jubeir", ["al-Jubeir"]),
        ("a U.S.-led talk", ["a U.S.", "-", "led", "talk"]),
        ("250,000 at 10:30, he", ["250,000", "at", "10:30", "he"]),
        ("Velm's don't O’Neill", ["Velm", "'s", "don't", "O’Neill"]),
        ("an end.He went", ["an end", "He", "went"]),
        ("respected.”velm", ["respected", "”", "velm"]),
        ("J. Velm of Inc. left...", ["J.", "Velm", "of", "Inc.", "left", ".", ".", "."]),
        ("“No”, she said.", ["“", "No", "”", "she", "said"]),
        ("stop . And , go", ["stop", ".", "And", ",", "go"]),
    ],
)
def test_words_hold_their_inner_marks_and_no_others(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("text", "words", "articles"),
    [
        ("The minister of a port", ["The minister", "of", "a port"], [THE, 0, A]),
        ("an envoy and the A. Velm", ["an envoy", "and", "the A.", "Velm"], [A, 0, THE, 0]),
        ("the “axis”", ["the", "“", "axis", "”"], [0, 0, 0, 0]),
        ("said the\nminister", ["said", "the", "minister"], [0, 0, 0]),
        ("the the end", ["the", "the end"], [0, THE]),
        ("plan a, plan the", ["plan", "a", "plan", "the"], [0, 0, 0, 0]),
    ],
)
def test_an_article_belongs_to_the_word_one_space_behind_it(text: str, words: list[str], articles: list[int]) -> None:
    assert words_of(text) == words
    assert cut_pieces(text, TOKENIZER).features[:, ARTICLE].tolist() == articles


def test_an_article_does_not_go_over_a_block() -> None:
    assert words_of("the minister", [4]) == ["the", "minister"]


def test_the_first_word_of_a_line_behind_an_article_still_begins_it() -> None:
    assert cut_pieces("Yes\n\nThe talks", TOKENIZER).features[:, GAP].tolist() == [FIRST, BLANK_LINE]


@given(st.lists(st.sampled_from(["the", "Velm's", "U.S.", "“yes,”", "...", "\u200b", "10:30,", "é"]), max_size=30))
def test_a_chunk_reads_alike_by_itself_and_among_others(chunks: list[str]) -> None:
    together = take_apart(chunks, TOKENIZER)
    alone = [take_apart([chunk], OTHER)[0] for chunk in chunks]
    assert [table.tolist() for table in together] == [table.tolist() for table in alone]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_pieces_of_any_text_lie_inside_it_in_order(text: str) -> None:
    pieces = cut_pieces(text, TOKENIZER)
    assert all(0 <= a < b <= len(text) for a, b in zip(pieces.starts, pieces.ends, strict=True))
    assert (pieces.starts[1:] >= pieces.starts[:-1]).all()


@settings(deadline=None)
@given(st.lists(st.integers(1, 800), min_size=1, max_size=12))
def test_every_piece_is_core_of_exactly_one_window(lines: list[int]) -> None:
    text = "\n\n".join("word " * count for count in lines)
    windows = cut_windows(cut_pieces(text, TOKENIZER))
    core = [index for window in windows for index in range(window.core, window.end)]
    assert core == list(range(sum(lines)))
    assert all(window.end - window.core <= CORE and window.core - window.start <= CONTEXT for window in windows)


@settings(deadline=None)
@given(st.text(alphabet="aB1 .,\"'\n", max_size=80))
def test_no_letter_is_lost_and_no_mark_begins_a_word_with_letters(text: str) -> None:
    words = words_of(text)
    assert sum(sum(map(str.isalnum, word)) for word in words) == sum(map(str.isalnum, text))
    assert not [word for word in words if word[0] in ".," and len(word) > 1]


def test_residue_is_not_among_the_readable_pieces() -> None:
    text = "He spoke.\nCheck Also\nShe spoke."
    blocks = (Block("body", Span(0, 9)), Block("teaser", Span(10, 20)), Block("body", Span(21, 31)))
    pieces, owners = readable_pieces(Report(text, "", "", blocks), cut_pieces(text, TOKENIZER))
    assert [text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)] == ["He", "spoke", "She", "spoke"]
    assert owners.tolist() == [0, 0, 2, 2]
    assert pieces.features[2, GAP] == BLANK_LINE


def test_no_word_goes_over_a_block_glued_to_it() -> None:
    text = "He spoke of winter.torve, velm"
    assert words_of(text)[3:] == ["winter.torve", "velm"]
    assert words_of(text, [text.index("torve")])[3:] == ["winter", "torve", "velm"]
