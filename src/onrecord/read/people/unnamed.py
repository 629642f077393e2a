"""People whom a report tells of without a name: "the lifeguard" behind "a lifeguard" is nobody who can be named."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Statement
from onrecord.read.people.entities import Entity
from onrecord.read.people.likeness import closeness
from onrecord.read.people.references import Reference, noun_of
from onrecord.read.people.verdicts import State
from onrecord.read.people.words import Word

# Words between the article and the noun.
_BETWEEN = 4
_ONE = frozenset({"a", "an", "one", "another"})
_IS = frozenset({"as", "is", "was", "become", "became", "be", "been"})
# Whoever has an office may be told of as "a minister" and is named.
_OFFICES = frozenset({"minister", "premier", "president", "leader", "royal", "envoy", "mayor", "governor", "chief"})


def is_told_unnamed(state: State, statement: Statement, reference: Reference, people: Sequence[Entity]) -> bool:
    """Whether the noun was told of with an article before, of nobody named, and nobody named is called so."""
    if any(word.capital and not word.first for word in reference.words) or len(reference.words) > 2:
        return False
    noun, items, end = noun_of(reference), state.words.items, state.anchor(statement)
    wanted = reference.role
    if wanted is not None and wanted.family in _OFFICES:
        return False
    if any(wanted and closeness(wanted, role) >= 2 for entity in people for role in entity.roles):
        return False
    return any(items[at].lower == noun and _is_unnamed(items, at) for at in range(1, end))


def _is_unnamed(items: Sequence[Word], at: int) -> bool:
    """Whether an article stands before the noun, and neither a name behind it nor one that it is the apposition of."""
    first = next((i for i in range(at - 1, max(-1, at - 2 - _BETWEEN), -1) if items[i].lower in _ONE), None)
    if first is None or any(not word.text[0].isalnum() for word in items[first:at]):
        return False
    before = items[first - 1] if first else None
    if before is not None and before.lower in _IS:
        return False
    if before is not None and before.text in ",–—-" and first > 1 and items[first - 2].capital:
        return False
    behind = items[at + 1 : at + 3]
    return not any(word.capital and not word.first for word in behind)
