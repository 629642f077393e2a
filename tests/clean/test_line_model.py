"""The line model's files are checked before they are used, and its numbers fit it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from onrecord.clean.features import NAMES
from onrecord.clean.linemodel import WEIGHTS, body_scores
from onrecord.errors import WeightsError


def test_each_row_gets_a_score() -> None:
    assert body_scores(np.zeros((3, len(NAMES)))).shape == (3,)


def test_names_of_the_numbers_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_a_missing_model_is_an_error_with_a_next_step(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match="missing") as refusal:
        body_scores(np.zeros((1, len(NAMES))), tmp_path / "lines.onnx")
    assert "Install" in refusal.value.next_step


def test_a_damaged_model_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "lines.onnx").write_bytes(WEIGHTS.read_bytes()[:-10])
    (tmp_path / "lines.json").write_bytes(WEIGHTS.with_suffix(".json").read_bytes())
    with pytest.raises(WeightsError, match="damaged"):
        body_scores(np.zeros((1, len(NAMES))), tmp_path / "lines.onnx")
