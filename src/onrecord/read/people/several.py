"""Several people who speak together without their names: "both ministers", "the ministers of Velia and Sarenia"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.model import Statement
from onrecord.read.people.collective import country_of
from onrecord.read.people.entities import GOVERNING, PEER, Entity
from onrecord.read.people.likeness import closeness, is_from
from onrecord.read.people.references import NUMBERS, SIDES, Reference
from onrecord.read.people.sharing import PAIRED, Place, places_of
from onrecord.read.people.titles import head_family
from onrecord.read.people.verdicts import State, Verdict

# Who is meant first by "the leaders": heads of states and governments.
_HEADS = frozenset({"premier", "president", "royal", "leader"})
# Nouns for anybody, and the words before them where they are known already.
_ANYBODY, _KNOWN = frozenset({"men", "women"}), frozenset({"the", "both", "these", "those", "two"})
# How sure it is when the report has exactly as many of them.
ALL = 0.8
# How sure it is that "the two sides" are the countries of the two who meet.
COUNTRIES = 0.7


def all_of(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """Those who are meant, when the report has exactly so many of them."""
    if not reference.definite and not state.in_headline(statement):
        return None
    if reference.words[-1].lower in SIDES:
        return _countries(state, NUMBERS.get(reference.words[0].lower, 2))
    noun, places = places_of(reference.words)
    if places:
        return _together(_from_places(state.cast.people, head_family(noun), places))
    number = NUMBERS.get(reference.words[0].lower, 2)
    at = state.place(statement).word
    if reference.words[-1].lower in _ANYBODY and _are_strangers(state, reference.words[-1].lower, at):
        return None
    headline = state.in_headline(statement)
    named = [e for e in state.cast.people if any((m.first < at or headline) and not m.headline for m in e.mentions)]
    exact = [entity for entity in named if _is_one_of(entity, reference, least=2)]
    fitting = [entity for entity in named if _is_one_of(entity, reference)]
    for people in (exact, fitting, [entity for entity in named if entity.speaks], named):
        if len(people) == number:
            return _together(people)
    return None


def _are_strangers(state: State, noun: str, at: int) -> bool:
    """For "the men" behind "three men were arrested": people without names were told of before."""
    items = state.words.items
    return any(items[i].lower == noun and items[i - 1].lower not in _KNOWN for i in range(1, at))


def is_pair(reference: Reference) -> bool:
    """Whether a headline's bare plural may be the two of the report: "Ministers: ..."."""
    return len(reference.words) == 1 and reference.words[0].lower in PAIRED


def _countries(state: State, number: int) -> Verdict | None:
    """For "the two sides": the countries of those who meet, when the report tells just so many."""
    people = sorted((person for person in state.cast.people if person.speaks), key=lambda person: person.appears)
    if not any(role.family == PEER for person in people for role in person.roles):
        return None
    found = [country_of(state, person) for person in people if GOVERNING & {role.family for role in person.roles}]
    names = list(dict.fromkeys(verdict.name for verdict in found if verdict))
    return Verdict(", ".join(names[:-1]) + " and " + names[-1], COUNTRIES) if len(names) == number else None


def _from_places(people: Sequence[Entity], family: str | None, places: Sequence[Place]) -> list[Entity]:
    """One holder of the office from each place; nobody when a place has none or several."""
    found: list[Entity] = []
    for place in places:
        holders = [person for person in people if _holds(person, family, place)]
        if len(holders) != 1:
            return []
        found.append(holders[0])
    return found


def _holds(person: Entity, family: str | None, place: Place) -> bool:
    """Whether he is from there, and holds that office or none that is told."""
    offices = {role.family for role in person.roles} - {"", PEER}
    local = all(is_from(person, word) for word in place) and not set(place) & {w for key in person.keys for w in key}
    return local and (not offices or family in offices)


def _together(people: Iterable[Entity]) -> Verdict | None:
    names = list(dict.fromkeys(person.name for person in sorted(people, key=lambda person: person.appears)))
    return Verdict(", ".join(names[:-1]) + " and " + names[-1], ALL) if len(names) > 1 else None


def _is_one_of(entity: Entity, reference: Reference, least: int = 1) -> bool:
    noun, role = reference.words[-1].lower, reference.role
    if noun == "leaders" and least > 1:
        return any(known.family in _HEADS for known in entity.roles)
    if noun in {"men", "women"}:
        return entity.gender * (1 if noun == "men" else -1) > 0
    return any(known.family == PEER or (role is not None and closeness(role, known) >= least) for known in entity.roles)
