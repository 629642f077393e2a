"""Quality floors on our own gold: datelines, and the labels of lines. They only rise."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

DATELINES = 0.99
RESIDUE_THROUGH = 0.01
READABLE_LOST = 0.01
# Reports as pasted from whole pages, most of each residue.
PASTED_THROUGH = 0.007
PASTED_LOST = 0.0
PASTED_TITLES = 0.93
TURNS = 0.98


@pytest.fixture
def evaluation(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of scorers, importable."""
    monkeypatch.syspath_prepend(str(root / "evaluation"))
    return root / "evaluation"


def test_dateline_fields_stay_above_the_floor(evaluation: Path) -> None:
    import datelines

    with (evaluation / "gold" / "datelines" / "lines.tsv").open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right, wrong = datelines.score(rows)
    assert len(rows) >= 250
    assert sum(right.values()) / (4 * len(rows)) >= DATELINES, wrong


def test_labels_of_lines_stay_above_the_floor(evaluation: Path, root: Path) -> None:
    import blocks

    score = blocks.Score()
    for folder in (evaluation / "gold" / "press", root / "src" / "onrecord" / "demo" / "dossier"):
        for path in sorted(folder.glob("*.gold")):
            blocks.score_report(path, score)
    assert score.lines(True) > 100
    assert score.crossed(True) <= RESIDUE_THROUGH * score.lines(True), score.wrong
    assert score.crossed(False) <= READABLE_LOST * score.lines(False), score.wrong


def test_labels_of_pasted_pages_stay_above_the_floor(evaluation: Path) -> None:
    import blocks

    score = blocks.Score()
    paths = sorted((evaluation / "gold" / "residue").glob("*.gold"))
    for path in paths:
        blocks.score_report(path, score)
    assert score.lines(True) >= 280
    assert score.crossed(True) <= PASTED_THROUGH * score.lines(True), score.wrong
    assert score.crossed(False) <= PASTED_LOST * score.lines(False), score.wrong
    assert score.fields["title", True] >= PASTED_TITLES * len(paths), score.wrong


@pytest.mark.usefixtures("evaluation")
def test_turns_of_transcripts_stay_above_the_floor() -> None:
    import transcripts

    counts, wrong = transcripts.score()
    assert counts["samples"] >= 20
    assert counts["kinds"] == counts["samples"]
    assert counts["right"] >= TURNS * counts["turns"], wrong
