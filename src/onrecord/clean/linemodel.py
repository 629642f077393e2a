"""The shipped line models: how probable it is that a line of a page, or of a plain text, is the report's body."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray

from onrecord.clean.features import Numbers
from onrecord.clean.linewords import Ids, linear_scores, word_ids
from onrecord.clean.namefeatures import name_features
from onrecord.clean.secondlook import second_features
from onrecord.clean.sheet import Sheet
from onrecord.clean.textfeatures import text_features
from onrecord.errors import WeightsError
from onrecord.model import BlockKind

FOLDER: Final = Path(__file__).parents[1] / "weights"
PAGES: Final = "lines.onnx"
SECOND: Final = "secondlines.onnx"
TEXTS: Final = "textlines.onnx"
HEADS: Final = "textheads.onnx"
SIGNERS: Final = "textsigners.onnx"
WORDS: Final = "textwords.npy"
NAMES: Final = "blocknames.npy"
DIGESTS: Final = "lines.json"
REINSTALL: Final = "Install Onrecord again, or put the files of this release back into its weights folder."


@dataclass(frozen=True, slots=True)
class TextScores:
    """The log-odds of each line of a plain text to be body, to be the headline, and to be a byline or credit."""

    body: Numbers
    heads: Numbers
    signers: Numbers


def body_scores(
    numbers: Numbers, blocks: NDArray[np.int64], words: Sequence[Ids], names: Sequence[Ids], folder: Path = FOLDER
) -> Numbers:
    """The log-odds of each line of a page to be body, from its row of numbers and the numbers of its blocks.

    `words` and `names` are the buckets of the lines' words and of their blocks' names. Raises `WeightsError` when a
    model is damaged.
    """
    linear = [linear_scores(words, _table(folder, WORDS)), linear_scores(names, _table(folder, NAMES))]
    again = second_features(_scores(folder, PAGES, numbers), blocks, linear)
    return _scores(folder, SECOND, np.concatenate([numbers, again], axis=1))


def text_scores(sheet: Sheet, kinds: Sequence[BlockKind], folder: Path = FOLDER) -> TextScores:
    """What the models say of each line of a plain text; `kinds` are what the rules say.

    Raises `WeightsError` when a model is damaged.
    """
    vocabulary = linear_scores(word_ids(sheet.lines), _table(folder, WORDS))
    numbers = text_features(sheet, kinds, vocabulary)
    signers = _scores(folder, SIGNERS, name_features(sheet, numbers))
    return TextScores(_scores(folder, TEXTS, numbers), _scores(folder, HEADS, numbers), signers)


def _scores(folder: Path, name: str, numbers: Numbers) -> Numbers:
    scores = _session(folder, name).run(None, {"lines": numbers.astype(np.float32)})[0]
    return np.asarray(scores, dtype=np.float64)[:, 0]


@lru_cache(maxsize=5)
def _session(folder: Path, name: str) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return ort.InferenceSession(_checked(folder, name), options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=4)
def _table(folder: Path, name: str) -> NDArray[np.float32]:
    return np.asarray(np.load(io.BytesIO(_checked(folder, name)), allow_pickle=False), dtype=np.float32)


def _checked(folder: Path, name: str) -> bytes:
    """The bytes of a file of weights, when they are the ones that were stored."""
    try:
        data = (folder / name).read_bytes()
        expected = json.loads((folder / DIGESTS).read_text(encoding="utf-8"))["sha256"][name]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise WeightsError(f"The line model {name} in {folder} is missing or damaged", REINSTALL) from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise WeightsError(f"The line model {name} is damaged: its digest is not the one stored", REINSTALL)
    return data
