"""The shipped line model: how probable it is that a line of a page is the report's body."""

from __future__ import annotations

import hashlib
import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import onnxruntime as ort

from onrecord.clean.features import Numbers
from onrecord.errors import WeightsError

WEIGHTS = Path(__file__).parents[1] / "weights" / "lines.onnx"
REINSTALL = "Install Onrecord again, or put the files of this release back into its weights folder."


def body_scores(numbers: Numbers, weights: Path = WEIGHTS) -> Numbers:
    """The log-odds of each row of `page_features` to be body. Raises `WeightsError` when the model is damaged."""
    scores = _session(weights).run(None, {"lines": numbers.astype(np.float32)})[0]
    return np.asarray(scores, dtype=np.float64)[:, 0]


@lru_cache(maxsize=2)
def _session(weights: Path) -> ort.InferenceSession:
    try:
        data = weights.read_bytes()
        expected = json.loads(weights.with_suffix(".json").read_text(encoding="utf-8"))["sha256"][weights.name]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsError(
            f"The line model {weights.name} in {weights.parent} is missing or damaged", REINSTALL
        ) from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise WeightsError(f"The line model {weights.name} is damaged: its digest is not the one stored", REINSTALL)
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return ort.InferenceSession(data, options, providers=["CPUExecutionProvider"])
