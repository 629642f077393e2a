"""Bodies told of again by their kind: "the company" behind "a statement from Vasttram", "the union" behind its name."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Statement
from onrecord.read.people.appositions import DETERMINERS
from onrecord.read.people.bodies import CLASSES
from onrecord.read.people.entities import Entity
from onrecord.read.people.firms import is_public
from onrecord.read.people.lists import listed
from onrecord.read.people.places import COUNTRY
from onrecord.read.people.references import Reference
from onrecord.read.people.titles import FIRM_NOUNS, NOT_PERSON, ORG_NOUNS
from onrecord.read.people.verdicts import State, Verdict

# How sure it is when just one body of that kind stands close by.
ONLY = 0.6
# How sure it is that somebody's party is the one that he is told with, and the words around his name.
MEMBER, _NEAR = 0.7, 10
# Words at the opening of a sentence among which its subject is named.
_OPENING = 5
# Paragraphs in which it is looked for, the one of the noun among them.
_REACH = 2
# Kinds that no name has to tell.
_FIRMS = FIRM_NOUNS | listed("company firm group business operator manufacturer bank broadcaster network")
_KINDS = _FIRMS | listed("agency organisation organization charity newspaper club body league alliance union")
_ANY = listed("organisation organization group")
_PARTIES = listed("party alliance movement front coalition league congress democrats conservatives liberals greens")
_LOCAL = listed("in at near across inside outside into via")
_OTHERWISE = ORG_NOUNS - listed("company corporation corp inc ltd plc firm group bank union network steel energy radio")


def told_again(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """The one body close before the noun that may be of its kind; nobody when there are two."""
    words = [word for word in reference.words if word.text[0].isalnum()]
    if reference.possessor or not reference.definite or not words or words[-1].lower not in _KINDS:
        return None
    if any(word.capital and not word.first for word in words) or len(words) > 1:
        return None
    at, noun = state.anchor(statement), words[-1].lower
    for back in range(_REACH):
        found = list(_named(state, at, back))
        called = {entity.number: entity for entity in found if _is_called(state, entity, noun, at)}
        fitting = called or {entity.number: entity for entity in found if _may_be(entity, noun)}
        if len(fitting) == 1:
            entity = next(iter(fitting.values()))
            return Verdict(entity.name, ONLY, entity)
        if fitting:
            return None
    return None


def of_somebody(state: State, reference: Reference, owner: Entity) -> Verdict | None:
    """For "her organisation" and "Mr Torve's party": the body of that kind that the report tells with its member."""
    noun = reference.words[-1].lower if reference.words else ""
    kinds = _PARTIES if noun == "party" else CLASSES.get(noun, frozenset()) | {noun}
    items = state.words.items
    for mention in owner.mentions:
        for at in sorted(
            range(max(0, mention.first - _NEAR), mention.last + _NEAR), key=lambda at: abs(at - mention.first)
        ):
            entity = state.cast.of_mention.get(at)
            if entity is None or entity.kind in {"person", "likely"} or items[at].sentence != mention.head.sentence:
                continue
            words = {word for key in entity.keys for word in key}
            firm = noun in _ANY and entity.kind in {"organisation", "acronym"} and not is_public(entity.name)
            if (words & kinds or firm) and words != {noun}:
                return Verdict(entity.name, MEMBER, entity)
    return None


def subject_before(state: State, statement: Statement) -> Verdict | None:
    """For "It": the body that opens the sentence before, in the same paragraph."""
    items, at = state.words.items, state.anchor(statement)
    here, first = items[at], at
    while first > 0 and items[first - 1].sentence >= here.sentence - 1 and items[first - 1].paragraph == here.paragraph:
        first -= 1
    if items[first].sentence != here.sentence - 1:
        return None
    for at in range(first, min(first + _OPENING, len(items))):
        entity = state.cast.of_mention.get(at)
        if entity is None and items[at].lower in DETERMINERS | _KINDS | {"but", "and"}:
            continue
        if entity is None:
            return None
        mention = next(mention for mention in entity.mentions if mention.first == at)
        behind = items[mention.last] if mention.last < len(items) else None
        if behind is not None and behind.text.islower() and behind.lower in ORG_NOUNS:
            return Verdict(f"{' '.join(word.text for word in mention.phrase.name)} {behind.text}", ONLY)
        governed = mention.preposition or mention.phrase.name[-1].possessive or _is_only_first(entity)
        return None if governed or entity.kind == "person" else Verdict(entity.name, ONLY, entity)
    return None


def _is_only_first(entity: Entity) -> bool:
    """Whether it is one word that opens its sentences, as any noun may: "Readers"."""
    return entity.kind == "unknown" and all(m.head.first and len(m.key) == 1 for m in entity.mentions)


def _named(state: State, at: int, back: int) -> Iterator[Entity]:
    """The bodies named before the word, in the paragraph so many before its own."""
    here = state.words.items[at].paragraph - back
    for entity in state.cast.entities:
        if entity.kind not in {"organisation", "unknown", "acronym", "likely"}:
            continue
        mentions = [m for m in entity.mentions if m.first < at and m.head.paragraph == here and not m.headline]
        if any(m.preposition not in _LOCAL for m in mentions) and not all(
            m.preposition in _LOCAL for m in entity.mentions
        ):
            yield entity


def _is_called(state: State, entity: Entity, noun: str, at: int) -> bool:
    """Whether the noun stands right before the name: "the newspaper Nordposten"."""
    items = state.words.items
    return any(0 < m.first < at and items[m.first - 1].lower == noun for m in entity.mentions)


def _may_be(entity: Entity, noun: str) -> bool:
    """Whether the name tells that kind or none."""
    words = {word for key in entity.keys for word in key}
    kinds = CLASSES.get(noun, frozenset()) | {noun}
    if words & kinds and words != {noun}:
        return True
    told = entity.speaks or any(mention.subject or mention.preposition in {"from", "by"} for mention in entity.mentions)
    told = told and not all(mention.head.first for mention in entity.mentions)
    if entity.kind == "unknown" and not told and len(words) == 1:
        return False
    strange = words & (_OTHERWISE | NOT_PERSON | COUNTRY.keys()) or is_public(entity.name)
    return noun in _FIRMS and not strange
