"""Weights that are missing or damaged are refused with what to do next."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy as np
import pytest

from onrecord.errors import WeightsError
from onrecord.read.encoder import DISTANCES, WEIGHTS, distances, load_weights


def copied(folder: Path) -> Path:
    return Path(shutil.copytree(WEIGHTS, folder / "weights"))


def test_missing_file_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "linker.onnx").unlink()
    with pytest.raises(WeightsError, match=r"linker\.onnx is missing.*Install Onrecord again"):
        load_weights(folder)


def test_damaged_file_is_named(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    with (folder / "encoder.onnx").open("r+b") as file:
        file.truncate(1000)
    with pytest.raises(WeightsError, match=r"encoder\.onnx is damaged"):
        load_weights(folder)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"sha256": 1}'])
def test_damaged_manifest_is_refused(tmp_path: Path, text: str) -> None:
    folder = copied(tmp_path)
    (folder / "manifest.json").write_text(text)
    with pytest.raises(WeightsError):
        load_weights(folder)


def test_manifest_names_the_digests_of_the_shipped_files() -> None:
    assert set(json.loads((WEIGHTS / "manifest.json").read_text())["sha256"]) >= {"encoder.onnx", "linker.onnx"}
    assert load_weights().digest == load_weights().digest


def test_distances_are_signed_and_zero_on_the_cue() -> None:
    (row,) = distances(np.arange(8)[None], np.array([3]), np.array([5]))
    assert row.tolist() == [DISTANCES + 3, DISTANCES + 2, DISTANCES + 1, 0, 0, 1, 2, 3]
