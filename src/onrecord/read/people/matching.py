"""Finds the entity that a name names: spellings, acronyms, nicknames, and people who share a surname."""

from __future__ import annotations

import math

from onrecord.read.people.entities import NAMED, Cast, Entity
from onrecord.read.people.firstnames import gender_of
from onrecord.read.people.mentions import Mention
from onrecord.read.people.names import same_person

# Two spellings are one person's from here on (0.8 is one typo, 0.7 an initial).
SAME = 0.7
# A surname all in capitals has so many letters at least; what is shorter is an acronym.
SHOUTED = 4
# A full name just before weighs as much as so many mentions, and fades over so many characters.
NEAR_NAME, NEAR_CHARACTERS, HEADLINED, AGREES = 12.0, 800.0, 4.0, 6.0


def find_entity(cast: Cast, key: tuple[str, ...], mention: Mention | None = None) -> Entity | None:
    """The entity of a name, or None: the surest match; of several people of one surname the one named last before."""
    kind = mention.phrase.kind if mention else ""
    at = mention.start if mention else 0
    best: Entity | None = None
    rank: tuple[float, float] = (0.0, 0.0)
    if not key:
        return None
    ends = {key[0][:1], key[-1][:1]}
    for entity in cast.entities:
        if kind != "acronym" and not entity.aliases and ends.isdisjoint(entity.letters):
            continue
        score = match(entity, key, kind)
        if score < SAME or (mention and _clashes(entity, mention)):
            continue
        here = (score, _standing(entity, at) + _agreement(entity, mention) if mention else float(len(entity.mentions)))
        if best is None or here > rank:
            best, rank = entity, here
    return best


def _standing(entity: Entity, at: int) -> float:
    """Which of several people of one surname it goes to: the one named often, and the one named in full just before."""
    topic = HEADLINED * any(mention.headline for mention in entity.mentions)
    before = [m for m in entity.mentions if m.start < at and len(m.key) > 1 and not m.headline]
    if not before:
        return len(entity.mentions) + topic
    last = before[-1] if before[-1].start > before[0].start else before[0]
    near = NEAR_NAME * math.exp(-(at - last.start) / NEAR_CHARACTERS)
    role = last.phrase.role
    introduced = last.subject or (role is not None and role.family != "citizen")
    return len(entity.mentions) + topic + (near if introduced else near / 3)


def _agreement(entity: Entity, mention: Mention) -> float:
    """How well the gender that the title says fits what is known of the person."""
    wanted = {"m": 1.0, "f": -1.0}.get(mention.phrase.gender, 0.0)
    said = entity.leaning + sum(NAMED * gender_of(form[0]) for form in entity.forms if len(form) > 1)
    return AGREES * wanted * max(-1.0, min(1.0, said))


def _clashes(entity: Entity, mention: Mention) -> bool:
    """Whether the title rules the person out: "Mr Obama" is not Michelle Obama."""
    wanted = {"m": 1.0, "f": -1.0}.get(mention.phrase.gender, 0.0)
    if not wanted:
        return False
    said = entity.leaning + sum(NAMED * gender_of(form[0]) for form in entity.forms if len(form) > 1)
    return said * wanted <= -NAMED


def match(entity: Entity, key: tuple[str, ...], kind: str) -> float:
    """How surely the name is the entity's."""
    if len(key) == 1 and (_is_alias(entity, key[0]) or (kind == "acronym" and _initials(entity, key[0]))):
        return 1.0
    if entity.letters.isdisjoint((key[0][:1], key[-1][:1])):
        return 0.0
    if entity.kind in {"person", "likely"}:
        if kind == "acronym":
            return float(len(key[0]) >= SHOUTED and any(key[0] == known[-1] for known in entity.keys))
        if kind == "organisation":
            return 0.0
        known = max((same_person(key, known) for known in entity.keys), default=0.0)
        return known or _nicknamed(entity, key)
    if key in entity.keys:
        return 1.0
    if kind in {"person", "likely"}:
        return 0.0
    return 0.9 if any(len(known) > 1 and len(key) > 1 and set(key) <= set(known) for known in entity.keys) else 0.0


def _nicknamed(entity: Entity, key: tuple[str, ...]) -> float:
    """Whether it is somebody by the first name, decorated: "Ice-cool Satu" for Satu Lampi."""
    if len(key) != 2 or abs(gender_of(key[0])) == 1.0:
        return 0.0
    return SAME * any(len(known) > 1 and known[0] == key[1] and known[-1] != key[0] for known in entity.keys)


def _is_alias(entity: Entity, word: str) -> bool:
    return bool(entity.aliases) and word.upper() in {alias.upper() for alias in entity.aliases}


def _initials(entity: Entity, acronym: str) -> bool:
    """Whether the letters are the first ones of a body's name ("IRS", the Internal Revenue Service)."""
    letters = acronym.replace(".", "")
    if entity.kind == "person" or len(letters) < 2:
        return False
    return any("".join(word[0] for word in form if word[0].isupper()).lower() == letters for form in entity.forms)
