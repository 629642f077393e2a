"""Second thoughts: nobody is both "he" and "she" in one report, so that at least one of the two answers is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.read.people.entities import SURE
from onrecord.read.people.references import Reference
from onrecord.read.people.verdicts import State

# By how much the pronouns of one gender must outweigh those of the other to tell which one is somebody's.
OUTWEIGHS = 1.8


def genders_in_doubt(state: State, references: Mapping[str, Reference | None]) -> dict[int, float]:
    """Everybody who was taken for "he" and for "she", by number: 1 for a man, -1 for a woman, 0 when nothing tells.

    Names and titles tell it, else the pronouns that were understood the more surely.
    """
    found: dict[int, dict[str, float]] = {}
    for identity, verdict in state.verdicts.items():
        reference = references[identity]
        if verdict and verdict.entity and reference and reference.way in {"he", "she"} and verdict.ranked:
            sums = found.setdefault(verdict.entity.number, {"he": 0.0, "she": 0.0})
            sums[reference.way] += verdict.confidence
    return {number: _told(state, number, sums) for number, sums in found.items() if sums["he"] and sums["she"]}


def _told(state: State, number: int, sums: Mapping[str, float]) -> float:
    told = state.cast.entities[number].told
    if abs(told) >= SURE:
        return 1.0 if told > 0 else -1.0
    he, she = sums["he"], sums["she"]
    return 1.0 if he > OUTWEIGHS * she else -1.0 if she > OUTWEIGHS * he else 0.0


def doubt_pronouns(state: State, references: Mapping[str, Reference | None]) -> None:
    """Take back the pronouns of whoever was taken for "he" and for "she": those that what else is known speaks against.

    When nothing tells the gender, all of them go: a wrong name is worse than none.
    """
    doubted = genders_in_doubt(state, references)
    for identity, verdict in state.verdicts.items():
        reference = references[identity]
        if not (verdict and verdict.entity and reference and reference.way in {"he", "she"} and verdict.ranked):
            continue
        gender = doubted.get(verdict.entity.number)
        if gender is not None and gender != (1.0 if reference.way == "he" else -1.0):
            state.verdicts[identity] = None
