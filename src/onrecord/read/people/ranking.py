"""Weighs the people of a report as the referent of a pronoun or of a noun phrase, and nobody as one of them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from onrecord.read.people.crowd import Crowd, Place, gather
from onrecord.read.people.entities import PAST, Entity
from onrecord.read.people.likeness import Description, is_same_office, role_features
from onrecord.read.people.mentions import Mention
from onrecord.read.people.phrases import Role
from onrecord.read.people.references import Reference, is_epithet
from onrecord.read.people.weights import EPITHET, PRONOUN, ROLE
from onrecord.read.people.words import Words

Features = Mapping[str, float]


# What counts against somebody whose office the lead tells without the name, which follows bare.
_NOT_YET_TOLD = frozenset({"unknown_place", "other_body", "no_role", "ahead"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person, or None for nobody of the report, with what was weighed and the chance that came out."""

    entity: Entity | None
    features: Features
    chance: float = 0.0


def rank(
    people: Sequence[Entity],
    reference: Reference,
    place: Place,
    words: Words,
    echoes: Mapping[int, float] | None = None,
) -> tuple[Candidate, ...]:
    """Everybody who may be meant, the likeliest first; the chances sum to one."""
    pronoun = reference.way in {"he", "she"}
    found: list[tuple[Entity | None, dict[str, float]]] = [(None, {"nobody": 1.0})]
    if not pronoun:
        found[0][1]["noun_phrase"] = 1.0
        found[0][1]["nobody_of"] = float(_says_whose(reference))
        found[0][1]["nobody_owned"] = float(reference.way == "role" and reference.possessor in {"his", "her", "their"})
    found[0][1]["stranger"] = float(pronoun and place.stranger)
    crowd, said = gather(people, place), Description.of(reference)
    if crowd.introduced_later and not pronoun and _is_held(people, crowd.introduced_later, reference.role):
        crowd = replace(crowd, introduced_later=None)
    here = [number for number, last in crowd.lasts.items() if last.head.paragraph == place.paragraph]
    for entity in people:
        values = _standing(entity, crowd, place)
        values["alone"] = float(here == [entity.number] and not place.nested and not place.stranger)
        leaning = _asked_gender(reference) * entity.gender
        values["gender"], values["clash"] = max(0.0, leaning), max(0.0, -leaning)
        if not pronoun:
            values |= {"noun_phrase": 1.0, **role_features(entity, people, said, words)}
            fits = "kin" not in values and "other_role" not in values
            values["goes_on"] = float(fits and _is_bare(reference) and place.speaker is entity)
            if values.get("delayed") and reference.way == "role" and place.speaker is None:
                values = {key: value for key, value in values.items() if key not in _NOT_YET_TOLD}
        values["echo"] = (echoes or {}).get(entity.number, 0.0)
        found.append((entity, values))
    told = is_epithet(reference) or (
        _is_former(reference) and not any(v.get("noun") or v.get("family") for _, v in found)
    )
    weights = PRONOUN if pronoun else EPITHET if told else ROLE
    chances = _softmax([sum(weights.get(k, 0.0) * v for k, v in values.items() if v) for _, values in found])
    made = [Candidate(entity, values, chance) for (entity, values), chance in zip(found, chances, strict=True)]
    return tuple(sorted(made, key=lambda candidate: -candidate.chance))


def _is_former(reference: Reference) -> bool:
    """Whether a former office is told: of somebody who is known, since a stranger would be told with what he is."""
    role = reference.role
    return role is not None and (bool(role.modifiers & PAST) or role.family == "candidate") and not reference.possessor


def _is_held(people: Sequence[Entity], later: Entity, wanted: Role | None) -> bool:
    """Whether somebody else is told to hold the office: it needs no bearer who is named without one."""
    others = (entity for entity in people if entity is not later and entity.speaks)
    return wanted is not None and any(
        role.family and is_same_office(wanted, role) and not role.modifiers & PAST
        for entity in others
        for role in entity.roles
    )


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores, default=0.0)
    powers = [math.exp(value - top) for value in scores]
    total = sum(powers)
    return [power / total for power in powers]


def _says_whose(reference: Reference) -> bool:
    owned = reference.possessor in {"its", "their", "his", "her"} and reference.way == "role"
    said = reference.role is None or any(word.lower == reference.role.noun for word in reference.words)
    return owned or (said and any(word.lower in {"of", "for"} or word.possessive for word in reference.words))


def _is_bare(reference: Reference) -> bool:
    """Whether it is the office alone: "the minister" goes on with who speaks, "the Velian minister" may not."""
    return reference.role is not None and len(reference.words) == 1


def _asked_gender(reference: Reference) -> float:
    if reference.way in {"he", "she"}:
        return 1.0 if reference.way == "he" else -1.0
    return {"m": 1.0, "f": -1.0}.get(reference.gender, 0.0)


def _standing(entity: Entity, crowd: Crowd, place: Place) -> dict[str, float]:
    values: dict[str, float] = {"speaks": float(entity.speaks)}
    if place.speaker is entity and not place.stranger:
        values["speaker_here" if place.speaker_paragraph == place.paragraph else "speaker_before"] = 1.0
    if place.outer is entity:
        values["outer_quoted" if place.quoted else "outer"] = 1.0
    if place.nested and place.other is entity:
        values["other_party"] = 1.0
    last = crowd.lasts.get(entity.number)
    if last is None:
        ahead = _named_soon(entity, place)
        values["ahead" if ahead else "titled" if _is_titled(entity, place) else "unseen"] = float(not place.headline)
        values["delayed"] = float(entity is crowd.introduced_later)
    else:
        values |= _of_last(entity, crowd, last, place)
    values["often"] = len(entity.mentions) / crowd.total
    values["lead"] = float(entity is crowd.first)
    values["opens"] = float(place.headline and entity is crowd.first_speaker)
    return values


def _of_last(entity: Entity, crowd: Crowd, last: Mention, place: Place) -> dict[str, float]:
    behind = place.sentence - last.head.sentence
    values = {"distance": math.log1p(max(0, behind))}
    subject = any(
        mention.subject
        for mention in entity.mentions
        if mention.head.sentence == last.head.sentence and mention.first < place.word
    )
    if behind == 0:
        values["subject_here" if subject else "named_here"] = 1.0
    elif behind == 1 and subject:
        values["subject_before"] = 1.0
    values["in_paragraph"] = float(last.head.paragraph == place.paragraph)
    values["newer"] = float(
        last.head.sentence > place.speaker_sentence and subject and not last.head.quoted and not place.nested
    )
    values["nearest"] = float(last is crowd.nearest)
    values["quoted"] = float(last.head.quoted)
    values["reported"] = float(last.reported and not place.nested)
    values["governed"] = float(bool(last.preposition) or last.phrase.name[-1].possessive)
    return values


def _is_titled(entity: Entity, place: Place) -> bool:
    """Whether the name stands before the place, but only in a headline or in a line set as one."""
    return any(m.headline and m.key and m.first < place.word for m in entity.mentions)


def _named_soon(entity: Entity, place: Place) -> bool:
    return any(m.first > place.word and m.head.sentence - place.sentence <= 2 for m in entity.mentions)
