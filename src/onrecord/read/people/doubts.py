"""Second thoughts: nobody is both "he" and "she" in one report, so that at least one of the two answers is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.read.people.entities import SURE
from onrecord.read.people.references import Reference
from onrecord.read.people.verdicts import State


def doubt_pronouns(state: State, references: Mapping[str, Reference | None]) -> None:
    """Take back the pronouns of whoever was taken for "he" and for "she": those that what else is known speaks against.

    When names and titles do not tell the gender, all of them go: a wrong name is worse than none.
    """
    found: dict[int, dict[str, list[str]]] = {}
    for identity, verdict in state.verdicts.items():
        reference = references[identity]
        if verdict and verdict.entity and reference and reference.way in {"he", "she"} and verdict.ranked:
            found.setdefault(verdict.entity.number, {}).setdefault(reference.way, []).append(identity)
    for number, ways in found.items():
        if len(ways) < 2:
            continue
        gender = state.cast.entities[number].told
        kept = "he" if gender >= SURE else "she" if gender <= -SURE else ""
        for way, identities in ways.items():
            for identity in identities if way != kept else ():
                state.verdicts[identity] = None
