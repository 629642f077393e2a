"""The shipped weights keep their floors on the dossier and on our own press gold."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.clean import clean_source
from onrecord.evaluate import check_floors, evaluate, load_floors, load_gold, read_answers
from onrecord.evaluate.floors import HELD
from onrecord.model import Reading, Source
from onrecord.read import Reader
from onrecord.read.encoder import WEIGHTS

GOLD = {
    "dossier": "src/onrecord/demo/dossier",
    "fresh": "evaluation/gold/fresh",
    "press": "evaluation/gold/press",
}


@pytest.mark.slow
@pytest.mark.parametrize("name", GOLD)
def test_reading_keeps_its_floors(name: str, root: Path) -> None:
    if not (WEIGHTS / "manifest.json").exists():
        pytest.skip("the weights are not in this checkout")
    held = {floors.corpus: floors for floors in load_floors(root / "evaluation" / "floors.json")}
    reader = Reader.load()

    def read(path: str, text: str) -> Reading:
        return reader.read(clean_source(Source(text.encode(), "text/plain", path)))

    corpus = load_gold(root / GOLD[name])
    evaluation = evaluate(corpus, read_answers(corpus.articles, read), resamples=10)
    assert [breach.problem for breach in check_floors(held[name], evaluation)] == []


def test_floors_are_of_figures_that_are_measured(root: Path) -> None:
    held = load_floors(root / "evaluation" / "floors.json")
    assert {floors.corpus for floors in held} >= set(GOLD)
    assert {floor.figure for floors in held for floor in floors.floors} <= set(HELD)


@pytest.mark.parametrize("name", GOLD)
def test_floors_were_set_on_the_gold_that_is_here(name: str, root: Path) -> None:
    held = {floors.corpus: floors for floors in load_floors(root / "evaluation" / "floors.json")}
    assert load_gold(root / GOLD[name]).digest == held[name].digest
