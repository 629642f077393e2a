"""The line models' files are checked before they are used, and their numbers fit them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.clean.features import LEVELS, NAMES
from onrecord.clean.linemodel import FOLDER, body_scores, text_scores
from onrecord.clean.lines import Line
from onrecord.clean.linewords import SIZE, linear_scores, word_ids
from onrecord.clean.sheet import Sheet
from onrecord.clean.textfeatures import NAMES as TEXT_NAMES
from onrecord.clean.textfeatures import text_features
from onrecord.errors import WeightsError
from onrecord.model import Span


def plain(*texts: str) -> list[Line]:
    return [Line(text, Span(0, len(text))) for text in texts]


BLOCKS = np.zeros((3, LEVELS + 1), dtype=np.int64)
ROWS = [np.array([1, 2]), np.array([3]), np.zeros(0, dtype=np.int64)]
FILES = (
    "lines.onnx", "secondlines.onnx", "textlines.onnx", "textheads.onnx", "textsigners.onnx", "textwords.npy",
    "blocknames.npy",
)  # fmt: skip
LINES = plain("The talks", "The board met on Monday.", "Share this")


def test_each_row_gets_a_score() -> None:
    assert body_scores(np.zeros((3, len(NAMES))), BLOCKS, ROWS, ROWS).shape == (3,)
    scores = text_scores(Sheet(plain("One line.", "Another"), transcript=False), ["body", "body"])
    assert scores.body.shape == scores.heads.shape == scores.signers.shape == (2,)


def test_names_of_the_numbers_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert len(set(TEXT_NAMES)) == len(TEXT_NAMES)


def test_numbers_are_as_many_as_their_names() -> None:
    rows = text_features(Sheet(LINES, transcript=False), ["headline", "body", "furniture"], np.zeros(3))
    assert rows.shape == (3, len(TEXT_NAMES))


def test_a_missing_model_is_an_error_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="missing") as refusal:
        body_scores(np.zeros((3, len(NAMES))), BLOCKS, ROWS, ROWS, tmp_path)
    assert "Install" in refusal.value.next_step


@pytest.mark.parametrize("name", FILES)
def test_a_damaged_file_is_an_error(tmp_path: Path, name: str) -> None:
    for known in (*json.loads((FOLDER / "lines.json").read_text())["sha256"], "lines.json"):
        shutil.copy(FOLDER / known, tmp_path)
    (tmp_path / name).write_bytes((FOLDER / name).read_bytes()[:-10])
    with pytest.raises(WeightsError, match="damaged"):
        _use_all(tmp_path)


def _use_all(folder: Path) -> None:
    body_scores(np.zeros((3, len(NAMES))), BLOCKS, ROWS, ROWS, folder)
    text_scores(Sheet(LINES, transcript=False), ["body"] * 3, folder)


def test_a_score_is_the_mean_of_weights_by_the_root_of_their_number() -> None:
    table = np.arange(SIZE + 1, dtype=np.float32)
    table[-1] = 10
    rows = [np.array([1, 3, 5, 7]), np.array([], dtype=np.int64)]
    assert linear_scores(rows, table).tolist() == [16 / 2 + 10, 10]


def test_digits_do_not_tell_words_apart() -> None:
    first, second = word_ids(plain("Posted 12 views", "Posted 407 views"))
    assert first.tolist() == second.tolist()


def test_a_long_line_is_told_by_its_two_ends() -> None:
    middle = " ".join(f"word{'x' * n}" for n in range(60))
    first, second = word_ids(plain(f"{middle} end", f"{middle.replace(' word' + 'x' * 30 + ' ', ' other ')} end"))
    assert first.tolist() == second.tolist()
