"""The reader: one report in, its statements, speakers and occasions out."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from onrecord.clean.collector import no_collection
from onrecord.model import Reading, Report
from onrecord.read.attribution import attribute
from onrecord.read.encoder import WEIGHTS, Weights, load_weights
from onrecord.read.occasions import find_occasions
from onrecord.read.people import resolve_speakers
from onrecord.read.turns import read_turns

# Raise it with every change that can change a reading: archives re-read what an older reader read.
VERSION = 7


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
        with no_collection():
            statements = attribute(report, self.weights)
            if report.kind == "transcript":
                statements = read_turns(report, statements)
            statements = resolve_speakers(report, statements)
            occasions, statements = find_occasions(report, statements)
            return Reading(report, statements, occasions, self.run)
