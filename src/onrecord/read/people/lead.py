"""Somebody whom the lead tells without a name and who is named below: "A federal judge dismissed the suit"."""

from __future__ import annotations

from onrecord.model import Statement
from onrecord.read.people.entities import PEER, Entity
from onrecord.read.people.likeness import closeness
from onrecord.read.people.references import Reference, is_stranger
from onrecord.read.people.verdicts import State, Verdict

# How sure it is when the one who is named below has that office, and when he is told to have none.
BY_OFFICE, BY_PLACE = 0.8, 0.6
# Paragraphs of the body that are the lead, and those below in which the name must come.
LEAD, BELOW = 2, 5


def named_below(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """Whom "a federal judge" in the lead means: the one who speaks below and is told to be one.

    Else the first who is named below, speaks and has no other office.
    """
    if statement.nested_in or not is_stranger(reference) or not _opens_with_article(state, statement):
        return None
    place = state.place(statement)
    if place.quoted or not _is_lead(state, place.paragraph):
        return None
    new = [person for person in state.cast.people if _appears(person) > place.paragraph]
    wanted, gender = reference.role, {"m": 1.0, "f": -1.0}.get(reference.gender, 0.0)
    near = [person for person in new if person.speaks and _appears(person) - place.paragraph <= BELOW]
    near = [person for person in near if person.gender * gender > -0.5]
    first = min(new, key=lambda person: person.appears, default=None)
    if first in near and first is not None and not any(role.family not in {"", PEER} for role in first.roles):
        return Verdict(first.name, BY_PLACE, first)
    if wanted is None:
        return None
    for least in (3, 2):
        holders = [person for person in near if any(closeness(wanted, role) >= least for role in person.roles)]
        if len(holders) == 1:
            return Verdict(holders[0].name, BY_OFFICE, holders[0])
    return None


def _opens_with_article(state: State, statement: Statement) -> bool:
    source = statement.source.of(state.report.text).lower() if statement.source else ""
    return source.startswith(("a ", "an "))


def _is_lead(state: State, paragraph: int) -> bool:
    body = [at for at, line in enumerate(state.words.paragraphs) if line.kind == "body" and not line.titled]
    return paragraph in body[:LEAD]


def _appears(person: Entity) -> int:
    """The paragraph in which the person is named first, headlines apart; -1 for nowhere."""
    return next((mention.head.paragraph for mention in person.mentions if not mention.headline and mention.key), -1)
