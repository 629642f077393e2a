"""How well what a noun phrase says fits what the report says of a person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.read.people.entities import GOVERNING, PAST, PEER, Entity
from onrecord.read.people.phrases import Role
from onrecord.read.people.places import canonical, same_place
from onrecord.read.people.references import Reference
from onrecord.read.people.titles import KIN, PORTFOLIOS, head_family
from onrecord.read.people.trades import are_apart, is_one_trade, means_the_same
from onrecord.read.people.words import Words

_CLOSENESS = ("other_role", "kin", "family", "noun")
_SAME_NOUN = 3
# Nouns for anybody in public office.
_ANY = frozenset({"official", "politician", "statesman", "dignitary", "diplomat"})
_PUBLIC = frozenset(
    {
        "minister",
        "premier",
        "president",
        "envoy",
        "governor",
        "mayor",
        "lawmaker",
        "chief",
        "staff",
        "spokesperson",
        "officer",
    }
)
# What a secretary-general may be called.
_HEADS = frozenset({"chief", "leader", "envoy"})
# What "foreign", "interior" and "internal" have in common.
_AFFAIRS = frozenset({"affairs", "external", "internal"})
# Whose head is an envoy.
_MISSIONS = frozenset({"mission", "delegation", "embassy", "representation"})
# Of these a country has one.
_FIRST = frozenset({"premier", "president"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says: the reference, the places and other words in it, and the bodies that it names."""

    reference: Reference
    content: frozenset[str]
    bodies: tuple[str, ...]

    @classmethod
    def of(cls, reference: Reference) -> Description:
        """Read it off the words once for all candidates."""
        after = [i for i, word in enumerate(reference.words) if word.lower in {"of", "for"}]
        named = [word.lower for word in reference.words[after[0] :] if word.capital] if after else []
        named += [word.lower for word in reference.words if word.possessive]
        role = reference.role
        plain = role is None or not role.family or any(word.lower == role.noun for word in reference.words)
        bodies = tuple(word for word in named if word != "state") if plain else ()
        return cls(reference, frozenset(map(canonical, reference.content)), bodies)


def role_features(entity: Entity, people: Sequence[Entity], said: Description, words: Words) -> dict[str, float]:
    """Noun, family, place and modifiers of the phrase against the offices of the person."""
    reference = said.reference
    wanted = reference.role
    values = {"context": _context(entity, said.content, words)}
    offices = [role for role in entity.roles if role.family not in {"", PEER}]
    present = [role for role in offices if not role.modifiers & PAST]
    values |= _places(entity, people, wanted)
    values["other_body"] = float(_is_of_another(entity, said.bodies, words))
    if not offices or wanted is None or not wanted.family:
        values["no_role"] = float(not present)
        return values
    past = bool(wanted.modifiers & PAST)
    best = max(offices, key=lambda role: (closeness(wanted, role), bool(role.modifiers & PAST) == past))
    shadows = ("shadow" in wanted.modifiers) != ("shadow" in best.modifiers) and wanted.family != "lawmaker"
    near = 0 if shadows else closeness(wanted, best)
    if _is_of_other_matters(best, wanted):
        near = 0
    if near < _SAME_NOUN and (reference.possessor == "its" or _heads(best, wanted) or _opposed(best, wanted)):
        near = 0
    peer = any(role.family == PEER for role in entity.roles)
    guessed = (peer and wanted.family not in _FIRST) or wanted.family == "citizen"
    values[_CLOSENESS[near] if near or (present and not guessed) else "no_role"] = 1.0
    values["anybody"] = float(near == 1 and wanted.noun in _ANY - {"official"})
    values["past"] = float(near >= 2 and past and not best.modifiers & PAST)
    values["elsewhere"] = float(near > 0 and _is_elsewhere(wanted, best))
    values["deputy"] = float(near > 0 and ("deputy" in wanted.modifiers) != ("deputy" in best.modifiers))
    described = {word for role in entity.roles for word in role.modifiers}
    plain = wanted.modifiers - wanted.places - {"deputy"}
    values["modifier"] = min(2.0, len(plain & described))
    values["borrowed"] = float(peer and bool(plain & described))
    values["other_modifier"] = float(bool(plain) and not plain & described)
    return values


def _is_elsewhere(wanted: Role, role: Role) -> bool:
    """Whether both are told with a place and the places differ."""
    return bool(wanted.places and role.places) and not any(
        same_place(word, other) for word in wanted.places for other in role.places | role.modifiers
    )


def _opposed(role: Role, wanted: Role) -> bool:
    """Whether the opposition's leader is wanted and the role governs."""
    return role.family in GOVERNING and "opposition" in wanted.modifiers - role.modifiers


def _heads(role: Role, wanted: Role) -> bool:
    """Whether a minister of something is wanted and the role is the head of all of them."""
    first = role.family in _FIRST or (role.family == "minister" and (role.noun == "cm" or "chief" in role.modifiers))
    return wanted.family == "minister" and first and bool(wanted.modifiers & PORTFOLIOS - _AFFAIRS)


def _is_of_other_matters(role: Role, wanted: Role) -> bool:
    """Whether a minister of something is wanted and the role is that of a minister of something else."""
    told, other = wanted.modifiers & PORTFOLIOS - _AFFAIRS, role.modifiers & PORTFOLIOS - _AFFAIRS
    return wanted.family == role.family == "minister" and bool(told and other) and not told & other


def _places(entity: Entity, people: Sequence[Entity], wanted: Role | None) -> dict[str, float]:
    values: dict[str, float] = {}
    for word in wanted.places if wanted else ():
        if is_from(entity, word):
            values["place"] = 1.0
        else:
            known = any(role.places for role in entity.roles)
            peer = any(role.family == PEER for role in entity.roles)
            values["other_place" if known else "peer" if peer else "unknown_place"] = 1.0
        if any(is_from(person, word) for person in people if person is not entity):
            values["place_of_another"] = 1.0
    return values


def _is_of_another(entity: Entity, bodies: Sequence[str], words: Words) -> bool:
    """For "The Secretary of the Gulf Forum": whether the body's name never stands near the person's."""
    return bool(bodies) and _near(entity, words)[0].isdisjoint(bodies)


def is_from(entity: Entity, word: str) -> bool:
    """Whether the report tells an office or home of that place for the person."""
    return any(same_place(word, other) for role in entity.roles for other in role.places | role.modifiers)


def closeness(wanted: Role, role: Role) -> int:
    """3 the same noun, 2 the same family, 1 a related one, 0 another."""
    if wanted.family == role.family:
        if is_one_trade(wanted.noun, role.noun):
            return _SAME_NOUN
        if wanted.noun in role.modifiers:
            return 2
        return 0 if are_apart(wanted.family, wanted.noun, role.noun) else 2
    if "chancellor" in {wanted.noun, role.noun} and "minister" in {wanted.family, role.family}:
        return 2
    if "secretary-general" in {wanted.noun, role.noun} and {wanted.family, role.family} & _HEADS:
        return 1
    if wanted.noun == "minister" and role.family == "chief" and role.modifiers & (PORTFOLIOS | {"treasury"}):
        return 2
    if wanted.family == "envoy" and role.family == "chief" and role.modifiers & _MISSIONS:
        return 2
    if wanted.noun in _ANY and role.family in _PUBLIC:
        return 1
    if means_the_same(wanted.noun, role.noun) or _is_said_of(wanted, role):
        return 2
    nouns = {head_family(word) for word in role.modifiers} - {None}
    return int(role.family in KIN.get(wanted.family, ()) or wanted.family in nouns)


def _is_said_of(wanted: Role, role: Role) -> bool:
    """Whether the noun is one for such an office: an MP is a shadow or former minister."""
    if wanted.family == "lawmaker":
        return role.family in {"minister", "premier"} and bool(role.modifiers & (PAST | {"shadow"}))
    if wanted.family == "lawyer":
        return role.noun == "general" and bool(role.modifiers & {"attorney", "solicitor"})
    return wanted.family == "chief" and role.noun == "secretary" and "general" in role.modifiers


def is_same_office(wanted: Role, role: Role) -> bool:
    """Whether the nouns are one and no place or rank speaks against it."""
    places = not wanted.places or not role.places or bool(set(wanted.places) & set(role.places))
    deputy = ("deputy" in wanted.modifiers) == ("deputy" in role.modifiers)
    return closeness(wanted, role) == _SAME_NOUN and places and deputy and not _opposed(role, wanted)


def _context(entity: Entity, wanted: frozenset[str], words: Words) -> float:
    """The share of the phrase's words that stand near the person's name somewhere."""
    return len(wanted & _near(entity, words)[1]) / len(wanted) if wanted else 0.0


def _near(entity: Entity, words: Words) -> tuple[frozenset[str], frozenset[str]]:
    """The words that stand near the person's name, as written and as countries; found once, when all are named."""
    if entity.near is None:
        spots = (words.items[max(0, mention.first - 8) : mention.last + 10] for mention in entity.mentions)
        near = frozenset(word.lower for spot in spots for word in spot)
        entity.near = near, frozenset(map(canonical, near))
    return entity.near
