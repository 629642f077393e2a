"""Intervals by article, damaged texts, and the answers that both rest on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from gold_world import answer, article, find, prediction
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import InputError, MissingInput
from onrecord.evaluate import Answer, Article, Attribution, Corpus, evaluate, load_answers, measure_drops, worst_drop
from onrecord.evaluate.bootstrap import draw_articles
from onrecord.evaluate.roughen import DAMAGES, Damage, damage_text
from onrecord.model import Span

TEXT = "The Road\n\nIlan Torve said “we wait”.\n\n“We hope,” he said, “and ‘pray’.”"
SAID = Attribution("1", (find(TEXT, "“we wait”"),), (find(TEXT, "Ilan Torve"),), (find(TEXT, "said"),))


def corpus(articles: int) -> Corpus:
    every = tuple(article(TEXT, SAID, name=f"a{number:02}") for number in range(articles))
    return Corpus("small", every, frozenset(), "0" * 64)


def test_draws_are_whole_articles_and_the_same_for_the_same_seed() -> None:
    draws = draw_articles(5, 100)
    assert draws.shape == (100, 5)
    assert (draws.sum(axis=1) == 5).all()
    assert (draws == draw_articles(5, 100)).all()


def test_an_interval_is_a_point_when_all_articles_are_alike() -> None:
    value = evaluate(corpus(6), [answer(SAID, name=f"a{n:02}") for n in range(6)]).value("statement_f1")
    assert value is not None
    assert (value.value, value.low, value.high, value.cases) == (100, 100, 100, 6)


def test_an_interval_widens_with_the_articles_differences() -> None:
    value = evaluate(corpus(10), [answer(SAID, name=f"a{n:02}") for n in range(5)]).value("statement_recall")
    assert value is not None
    assert value.value == 50
    assert 10 <= value.low <= 30
    assert 70 <= value.high <= 90


def test_articles_without_an_answer_are_named_and_count_as_missed() -> None:
    evaluation = evaluate(corpus(2), [answer(SAID, name="a00")], resamples=10)
    assert evaluation.missing == ("a01",)
    recall = evaluation.value("statement_recall")
    assert recall is not None
    assert recall.value == 50


def test_figures_that_the_gold_does_not_give_are_left_out() -> None:
    evaluation = evaluate(corpus(1), [answer(SAID, name="a00")], resamples=10)
    assert evaluation.value("speaker_right") is None
    assert evaluation.value("form_right") is None
    assert evaluation.value("nested_f1") is None


@given(st.text(alphabet="aAİß “”‘’\"'«»„\n\r\u2028", max_size=40), st.sampled_from(DAMAGES))
def test_damage_keeps_every_offset(text: str, damage: Damage) -> None:
    gold = replace(article(text), headline=Span(0, len(text)) if text else None)
    assert len(damage_text(gold, damage)) == len(text)


@pytest.mark.parametrize(
    ("damage", "expected"),
    [
        ("lost paragraph breaks", TEXT.replace("\n", " ")),
        ("straightened quotes", TEXT.translate(str.maketrans("“”‘’", "\"\"''"))),
        ("dropped quotes", TEXT.replace("“", " ").replace("”", " ")),
        ("unbalanced quotes", "The Road\n\nIlan Torve said “we wait”.\n\n We hope,” he said, “and ‘pray’. "),
        ("lower-cased headline", TEXT.replace("The Road", "the road")),
    ],
)
def test_each_damage_is_what_its_name_says(damage: Damage, expected: str) -> None:
    assert damage_text(replace(article(TEXT), headline=Span(0, 8)), damage) == expected


def test_a_drop_is_what_a_reader_loses_on_damaged_texts() -> None:
    def read(articles: Sequence[Article]) -> list[Answer]:
        return [answer(*([SAID] if "“" in item.text else []), name=item.name) for item in articles]

    gold = corpus(3)
    drops = measure_drops(gold, read(gold.articles), read, resamples=10)
    lost = {drop.damage: drop.lost for drop in drops if drop.key == "statement_f1"}
    assert lost == {
        "lost paragraph breaks": 0, "straightened quotes": 100, "dropped quotes": 100, "unbalanced quotes": 0,
        "lower-cased headline": 0,
    }  # fmt: skip
    worst = worst_drop(drops)
    assert worst is not None
    assert (worst.lost, worst.value, worst.low, worst.high) == (100, 0, 100, 100)


def test_predictions_are_known_by_the_stem_of_their_path(tmp_path: Path) -> None:
    file = tmp_path / "found.jsonl"
    good = {"content": [{"start": 3, "end": 5}], "source": None, "cue": None, "speaker": {"name": "Ilan Torve"}}
    reversed_span = {**good, "content": [{"start": 5, "end": 3}]}
    file.write_text(prediction("karsa", good, reversed_span) + "\n\n", encoding="utf-8")
    (one,) = load_answers(file)
    assert (one.name, one.broken, one.run) == ("karsa", 1, "run-1")
    assert one.attributions == (Attribution("", (Span(3, 5),), speaker="Ilan Torve"),)


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"report": {"path": "a"}, "statements": [{}]}'])
def test_lines_that_are_no_readings_are_refused(tmp_path: Path, line: str) -> None:
    file = tmp_path / "found.jsonl"
    file.write_text(line)
    with pytest.raises(InputError, match="line 1"):
        load_answers(file)
    with pytest.raises(MissingInput):
        load_answers(tmp_path / "nowhere")
