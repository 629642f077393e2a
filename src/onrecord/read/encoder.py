"""The shipped network on ONNX Runtime: pieces in, label scores out. One thread, no network, weights checked by hash."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime as ort
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.errors import WeightsError
from onrecord.read.nearness import neighbourhoods, surroundings

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

WEIGHTS = Path(__file__).parent.parent / "weights"
MANIFEST = "manifest.json"
REINSTALL = "Install Onrecord again, or put the files of this release back into its weights folder."

DISTANCES = 64

# ONNX Runtime would join sums and layer norms into one kernel that loops over scalars.
SLOWER_WHEN_FUSED = ["LayerNormFusion", "SkipLayerNormFusion", "SimplifiedLayerNormFusion"]


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of one window, each array [length, ...]: label scores, and what the linker goes on from."""

    roles: Floats
    inner: Floats
    tokens: Floats
    states: Floats


@dataclass(frozen=True, slots=True)
class Links:
    """What the linker says of some cues: scores `labels` [cues, reach, labels] of the words at `near` [cues, reach].

    `kinds` [cues, kinds and acts] are the scores of each cue's kind and act.
    """

    labels: Floats
    kinds: Floats
    near: Ints


@dataclass(frozen=True, slots=True)
class Weights:
    """The loaded network and its digest."""

    tokenizer: Tokenizer
    encoder: ort.InferenceSession
    linker: ort.InferenceSession
    digest: str

    def encode(self, ids: Ints, features: Ints) -> Scores:
        """Run the encoder over one window: `ids` [length, MOST_PIECES], `features` [length, 5].

        On one thread a window by itself is quicker than a padded batch: it stays in the core's cache and needs no mask.
        """
        plan = neighbourhoods(len(ids))
        near = {"queries": plan.queries, "keys": plan.keys, "places": plan.places}
        return Scores(*self.encoder.run(None, {"ids": ids, "features": features, **near}))

    def link(self, scores: Scores, first: Ints, last: Ints, far: bool = True) -> Links:
        """Label the words around each cue `[first, last)`, as `far` as the linker can look or only the nearest."""
        near = surroundings(len(scores.tokens), first, far)
        window = {"tokens": scores.tokens, "states": scores.states}
        cues = {"first": first, "last": last - 1, "near": near, "place": distances(near, first, last)}
        labels, kinds = self.linker.run(None, {**window, **cues})
        return Links(labels, kinds, near)


def load_weights(folder: Path = WEIGHTS) -> Weights:
    """Load the network. Raises `WeightsError` when a file is missing or is not the one of the manifest."""
    manifest = _manifest(folder)
    data = {name: _checked(folder / name, digest) for name, digest in sorted(manifest.items())}
    digest = hashlib.sha256("".join(manifest[name] for name in sorted(manifest)).encode()).hexdigest()[:16]
    try:
        tokenizer = Tokenizer.from_str(data["tokenizer.json"].decode("utf-8"))
        return Weights(tokenizer, _session(data["encoder.onnx"]), _session(data["linker.onnx"]), digest)
    except KeyError as error:
        raise WeightsError(f"The manifest in {folder} names no {error.args[0]}", REINSTALL) from error


def _manifest(folder: Path) -> dict[str, str]:
    try:
        files: dict[str, str] = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["sha256"]
        return {str(name): str(digest) for name, digest in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise WeightsError(f"The model's {MANIFEST} in {folder} is missing or damaged", REINSTALL) from error


def _checked(path: Path, expected: str) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError(f"The model file {path.name} is missing from {path.parent}", REINSTALL) from error
    if hashlib.sha256(data).hexdigest() != expected:
        raise WeightsError(f"The model file {path.name} is damaged: its digest is not the manifest's", REINSTALL)
    return data


def _session(model: bytes) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.execution_mode = ort.ExecutionMode.ORT_SEQUENTIAL
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return ort.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=SLOWER_WHEN_FUSED
    )


def distances(at: Ints, first: Ints, last: Ints) -> Ints:
    """Bucketed signed distance of every position [cues, reach] from its cue: exact to 32, then in steps of 8."""
    before, after = first[:, None] - at, at - (last[:, None] - 1)
    away = np.maximum(np.where(before > 0, before, after), 0)
    bucket = np.minimum(np.where(away <= 32, away, 32 + (away - 32 + 7) // 8), DISTANCES)
    return np.where(before > 0, DISTANCES + bucket, bucket)
