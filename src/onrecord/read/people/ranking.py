"""Weighs the people of a report as the referent of a pronoun or of a noun phrase."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.read.people.clusters import Entity
from onrecord.read.people.mentions import Mention
from onrecord.read.people.phrases import Role
from onrecord.read.people.places import canonical, same_place
from onrecord.read.people.sources import Reference
from onrecord.read.people.titles import KIN, head_family
from onrecord.read.people.words import Words

FEATURES = (
    "speaker_here", "speaker_before", "subject_before", "subject_here", "named_here", "nearest", "distance", "often",
    "lead", "gender", "clash", "quoted", "governed", "outer", "ahead", "unseen",
    "noun", "family", "kin", "no_role", "other_role", "place", "other_place", "modifier", "deputy", "context",
)  # fmt: skip

# Weights of a softmax over the people of the report; `training/speakers.py` fits them.
PRONOUN_WEIGHTS: Mapping[str, float] = {
    "speaker_here": 2.5, "speaker_before": 1.6, "subject_before": 1.5, "subject_here": 1.0, "named_here": 0.3,
    "nearest": 0.7, "distance": -0.5, "often": 0.8, "lead": 0.3, "gender": 2.5, "clash": -5.0, "quoted": -0.8,
    "governed": -0.7, "outer": 0.8, "ahead": -2.0, "unseen": -3.0,
}  # fmt: skip
ROLE_WEIGHTS: Mapping[str, float] = {
    "speaker_here": 0.7, "speaker_before": 0.5, "subject_before": 0.3, "subject_here": 0.2, "nearest": 0.3,
    "distance": -0.2, "often": 0.6, "lead": 0.5, "gender": 1.5, "clash": -5.0, "outer": -0.5, "ahead": -0.5,
    "noun": 3.5, "family": 2.5, "kin": 1.0, "no_role": -0.3, "other_role": -1.5, "place": 3.0, "other_place": -3.0,
    "modifier": 1.2, "deputy": -2.5, "context": 1.0,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference stands, and who spoke before it."""

    word: int
    sentence: int
    paragraph: int
    speaker: Entity | None = None
    speaker_paragraph: int = -1
    outer: Entity | None = None
    nested: bool = False


def features(
    entity: Entity, people: Sequence[Entity], reference: Reference, place: Place, words: Words
) -> dict[str, float]:
    """What speaks for and against one person."""
    found = _standing(entity, people, place, words)
    gender = _asked_gender(reference) * entity.gender
    found["gender"], found["clash"] = max(0.0, gender), max(0.0, -gender)
    if reference.role or reference.way in {"role", "person_noun", "relational"}:
        found.update(_role_features(entity, reference, words))
    return found


def score(found: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The weighted sum."""
    return sum(weights.get(name, 0.0) * value for name, value in found.items())


def chances(scores: Sequence[float]) -> list[float]:
    """Softmax."""
    top = max(scores, default=0.0)
    powers = [math.exp(value - top) for value in scores]
    return [power / sum(powers) for power in powers]


def _asked_gender(reference: Reference) -> float:
    if reference.way in {"he", "she"}:
        return 1.0 if reference.way == "he" else -1.0
    return {"m": 1.0, "f": -1.0}.get(reference.gender, 0.0)


def _standing(entity: Entity, people: Sequence[Entity], place: Place, words: Words) -> dict[str, float]:
    found: dict[str, float] = {}
    if place.speaker is entity:
        found["speaker_here" if place.speaker_paragraph == place.paragraph else "speaker_before"] = 1.0
    if place.nested and place.outer is entity:
        found["outer"] = 1.0
    last = _last_before(entity, place)
    if last is None:
        found["ahead" if _named_soon(entity, place, words) else "unseen"] = 1.0
    else:
        found.update(_of_last(entity, people, last, place))
    total = sum(len(person.mentions) for person in people) or 1
    found["often"] = len(entity.mentions) / total
    found["lead"] = float(entity is min(people, key=lambda person: _first_start(person)))
    return found


def _of_last(entity: Entity, people: Sequence[Entity], last: Mention, place: Place) -> dict[str, float]:
    found: dict[str, float] = {"distance": math.log1p(place.sentence - last.head.sentence)}
    behind = place.sentence - last.head.sentence
    subject = any(
        m.subject and m.first < place.word and m.head.sentence == last.head.sentence for m in reversed(entity.mentions)
    )
    if behind == 0:
        found["subject_here" if subject else "named_here"] = 1.0
    elif behind == 1 and subject:
        found["subject_before"] = 1.0
    latest = [m for person in people if (m := _last_before(person, place)) is not None]
    found["nearest"] = float(last is max(latest, key=lambda m: m.first))
    found["quoted"] = float(last.head.quoted)
    found["governed"] = float(bool(last.preposition) or last.phrase.name[-1].possessive)
    return found


def _last_before(entity: Entity, place: Place) -> Mention | None:
    last = None
    for mention in entity.mentions:
        if mention.first >= place.word:
            break
        if not mention.headline:
            last = mention
    return last


def _named_soon(entity: Entity, place: Place, words: Words) -> bool:
    return any(
        mention.first > place.word and mention.head.sentence - place.sentence <= 2 for mention in entity.mentions
    )


def _first_start(entity: Entity) -> int:
    return min((mention.start for mention in entity.mentions if not mention.headline), default=10**9)


def _role_features(entity: Entity, reference: Reference, words: Words) -> dict[str, float]:
    wanted = reference.role
    found = {"context": _context(entity, reference, words)}
    if not entity.roles:
        return {**found, "no_role": 1.0}
    if wanted is None:
        return found
    best = max(entity.roles, key=lambda role: _closeness(wanted, role))
    closeness = _closeness(wanted, best)
    found[("other_role", "kin", "family", "noun")[closeness]] = 1.0
    found["deputy"] = float(("deputy" in wanted.modifiers) != ("deputy" in best.modifiers) and closeness > 0)
    known = {word for role in entity.roles for word in role.places}
    described = {word for role in entity.roles for word in role.modifiers}
    for word in wanted.places:
        if any(same_place(word, other) for other in known | described):
            found["place"] = 1.0
        elif known:
            found["other_place"] = 1.0
    plain = wanted.modifiers - wanted.places - {"deputy"}
    found["modifier"] = float(len(plain & described))
    return found


def _closeness(wanted: Role, role: Role) -> int:
    """3 the same noun, 2 the same family, 1 a related one, 0 another."""
    if not role.family:
        return 0
    if wanted.noun == role.noun and wanted.family == role.family:
        return 3
    if wanted.family == role.family:
        return 2
    nouns = {head_family(word) for word in role.modifiers} - {None}
    return int(role.family in KIN.get(wanted.family, ()) or wanted.family in nouns)


def _context(entity: Entity, reference: Reference, words: Words) -> float:
    """The share of the phrase's words that stand near the entity's name somewhere."""
    wanted = {canonical(word) for word in reference.content}
    if not wanted:
        return 0.0
    near: set[str] = set()
    for mention in entity.mentions:
        window = words.items[max(0, mention.first - 8) : mention.last + 10]
        near |= {canonical(word.lower) for word in window}
    return len(wanted & near) / len(wanted)
