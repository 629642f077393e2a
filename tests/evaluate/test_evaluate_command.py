"""`onrecord evaluate`: tables, JSON, floors and the page of figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gold_world import prediction, said_rooms, write_marked

from onrecord.cli import run


def evaluate(*arguments: object) -> int:
    return run(["evaluate", *map(str, arguments)], said_rooms())


def test_evaluate_reads_the_gold_and_tells_every_figure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(write_marked(tmp_path / "press"), "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert told["corpus"] == "press"
    assert told["run"] == "said-1"
    # It finds statement 1 of 3, and one in the teaser.
    assert told["figures"]["statement_precision"]["value"] == 50
    assert told["figures"]["statement_recall"]["value"] == pytest.approx(100 / 3, abs=0.001)
    assert told["figures"]["speaker_right"]["value"] == 100
    assert told["figures"]["residue"]["value"] == 125
    assert {
        "slice": "form: direct",
        "figure": "statement_recall",
        "value": 0.0,
        "low": 0.0,
        "high": 0.0,
        "cases": 1,
    } in (told["slices"])


def test_evaluate_scores_a_file_of_predictions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = tmp_path / "found.jsonl"
    found.write_text(prediction("karsa"))
    assert evaluate(write_marked(tmp_path / "press", "karsa", "tessa"), "--predictions", found) == 0
    output = capsys.readouterr()
    assert "statements recall\t0.0\t0.0 to 0.0\t6" in output.out
    assert "1 of 2 texts have no prediction" in output.err


def test_evaluate_tells_what_damaged_texts_lose(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate(write_marked(tmp_path / "press"), "--roughen") == 0
    assert "dropped quotes: loss of statements F1\t0.0" in capsys.readouterr().out


def test_evaluate_fails_below_a_floor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, floors = write_marked(tmp_path / "press"), tmp_path / "floors.json"
    assert evaluate(gold, "--floors", floors) == 2
    assert evaluate(gold, "--floors", floors, "--update") == 0
    assert evaluate(gold, "--floors", floors) == 0
    nothing = tmp_path / "found.jsonl"
    nothing.write_text(prediction("karsa"))
    capsys.readouterr()
    assert evaluate(gold, "--floors", floors, "--predictions", nothing) == 1
    assert "floor broken: statements F1 is 0.00, below" in capsys.readouterr().err
    assert evaluate(gold, "--floors", floors, "--predictions", nothing, "--update") == 2
    assert (
        evaluate(gold, "--floors", floors, "--predictions", nothing, "--update", "--allow-regression", "a new road")
        == 0
    )
    assert "a new road" in floors.read_text()


def test_evaluate_writes_its_section_of_the_page_and_leaves_the_others(tmp_path: Path) -> None:
    page = tmp_path / "quality.md"
    for name in ("press", "dossier", "press"):
        assert evaluate(write_marked(tmp_path / name), "--markdown", page) == 0
    text = page.read_text()
    assert text.count("## press\n") == text.count("## dossier\n") == 1
    assert "| speaker right, of matched | 100.0 | 100.0 to 100.0 | 1 |" in text
    assert "run `said-1`" in text


def test_options_that_contradict_each_other_are_refused(tmp_path: Path) -> None:
    gold = write_marked(tmp_path / "press")
    assert evaluate(gold, "--predictions", "x", "--roughen") == 2
    assert evaluate(gold, "--update") == 2
    assert evaluate(tmp_path / "nowhere") == 2
