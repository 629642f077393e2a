"""Fits the linear model over the words of lines (`onrecord.clean.linewords`) and writes its weights."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from onrecord.clean.linewords import SIZE

Floats = NDArray[np.float64]
Bits = NDArray[np.bool_]

PENALTY = 1.0
ITERATIONS = 40


@dataclass
class Linear:
    """One weight for each bucket, and the offset."""

    weights: Floats
    offset: float

    def scores(self, rows: csr_matrix) -> Floats:
        return np.asarray(rows @ self.weights + self.offset)


def matrix(rows: Sequence[NDArray[np.int64]]) -> csr_matrix:
    """The buckets of lines as a sparse matrix whose rows are as long as `linear_scores` counts them."""
    counts = np.array([len(row) for row in rows])
    values = np.repeat(1 / np.sqrt(np.maximum(1, counts)), counts)
    starts = np.concatenate([[0], np.cumsum(counts)])
    return csr_matrix((values, np.concatenate(rows), starts), shape=(len(rows), SIZE))


def fit(rows: csr_matrix, labels: Bits, importance: Floats) -> Linear:
    """Logistic regression with a squared penalty, by L-BFGS."""
    wanted, importance = labels.astype(np.float64), importance / importance.mean()
    turned = rows.T.tocsr()

    def loss(point: Floats) -> tuple[float, Floats]:
        scores = rows @ point[:-1] + point[-1]
        value = float(importance @ (np.logaddexp(0, scores) - wanted * scores))
        value += 0.5 * PENALTY * float(point[:-1] @ point[:-1])
        slope = importance * (1 / (1 + np.exp(-scores)) - wanted)
        return value / len(wanted), np.append(turned @ slope + PENALTY * point[:-1], slope.sum()) / len(wanted)

    found = minimize(loss, np.zeros(SIZE + 1), jac=True, method="L-BFGS-B", options={"maxiter": ITERATIONS}).x
    return Linear(found[:-1], float(found[-1]))


def write_table(model: Linear, path: Path, digests: Path) -> None:
    """Write the weights with the offset as the last one, in half precision, which moves no score by more than .01."""
    np.save(path, np.append(model.weights, model.offset).astype(np.float16), allow_pickle=False)
    note_digest(path, digests)


def note_digest(path: Path, digests: Path) -> None:
    """Put the digest of a file of weights beside those that are noted."""
    known = json.loads(digests.read_text(encoding="utf8"))["sha256"] if digests.exists() else {}
    known[path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    digests.write_text(json.dumps({"sha256": dict(sorted(known.items()))}, indent=1) + "\n", encoding="utf8")
