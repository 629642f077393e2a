"""The reader: one report in, its statements, speakers and occasions out."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from onrecord.model import Reading, Report
from onrecord.read.attribution import attribute
from onrecord.read.encoder import WEIGHTS, Weights, load_weights
from onrecord.read.occasions import find_occasions
from onrecord.read.people import resolve_speakers
from onrecord.read.turns import read_turns

# Raise it with every change that can change a reading: archives re-read what an older reader read.
VERSION = 6


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads reports with one set of weights. `run` is the digest of weights and code that its readings carry."""

    weights: Weights
    run: str

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Reader:
        """Load the shipped weights. Raises `WeightsError` when they are missing or damaged."""
        weights = load_weights(folder)
        return cls(weights, hashlib.sha256(f"{VERSION}:{weights.digest}".encode()).hexdigest()[:16])

    def read(self, report: Report) -> Reading:
        """Everything the report says of who said what. Pure: the same report always gives the same reading."""
        with _no_collection():
            statements = attribute(report, self.weights)
            if report.kind == "transcript":
                statements = read_turns(report, statements)
            statements = resolve_speakers(report, statements)
            occasions, statements = find_occasions(report, statements)
            return Reading(report, statements, occasions, self.run)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Puts the search for cycles off until a report is read: it makes thousands of objects and next to no cycles.

    The search would walk them several times in a report, a twentieth of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
