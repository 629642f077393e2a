"""Speakers that are no persons: ministries, papers, spokesmen without a name, sides."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Statement
from onrecord.read.people.again import of_somebody, subject_before, told_again
from onrecord.read.people.appositions import PREPOSITIONS
from onrecord.read.people.calledso import called_so
from onrecord.read.people.entities import Entity
from onrecord.read.people.firms import ANY_FIRM, is_public, only_firm
from onrecord.read.people.itself import OWN_SUBJECT, subject_reference, told_just_before
from onrecord.read.people.lists import listed
from onrecord.read.people.matching import find_entity
from onrecord.read.people.names import core
from onrecord.read.people.papers import AGAIN, BODY_AGAIN, author_of, more_of_it
from onrecord.read.people.persons import possessor_of
from onrecord.read.people.phrases import strong_org
from onrecord.read.people.places import canonical, same_place
from onrecord.read.people.references import Reference
from onrecord.read.people.titles import DOCUMENT_NOUNS, FIRM_NOUNS, HONORIFICS, ORG_NOUNS
from onrecord.read.people.verdicts import State, Verdict

# How sure each way is when it finds somebody; checked by `evaluation/speakers.py --sweep`.
OWNER, OWNED, SIDE = 0.9, 0.9, 0.7
# How sure "they" is for one body.
THEY = 0.55
# Sentences, this one among them, in which the body stands whose report "its report" is.
OWNED_BEHIND = 2
# Words at the opening of a sentence among which the body is looked for.
OPENING = 4
# Words that stand behind a country's name and not behind its adjective.
_BEHIND = PREPOSITIONS | listed(
    "and or is was has had have will would should could said says that who which before after"
)
# The nouns by which a body is told of again.
SAID_AGAIN = DOCUMENT_NOUNS | listed(
    """
    company firm bank charity network group newspaper agency organisation organization operator broadcaster airline
    station magazine club trust foundation
    """
)


def speaking_body(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """The body that a noun phrase names, or whose voice or paper it is."""
    if reference.possessor in {"his", "her"} and reference.way == "document":
        verdict = possessor_of(state, statement, reference)
        return replace(verdict, confidence=verdict.confidence * OWNED) if verdict else None
    if reference.way == "body" and reference.possessor in {"his", "her"} and reference.words[-1].lower == "government":
        return _government_of(state, statement, reference)
    owned = reference.way == "body" and reference.possessor in {"his", "her"}
    if owned and (told := members_body(state, statement, reference)):
        return told
    if reference.way == "body" and (told := called_so(state, statement, reference)):
        return told
    if firm := _firm(state, statement, reference):
        return firm
    at = len(state.words.items) if state.in_headline(statement) else state.anchor(statement)
    found = state.bodies.resolve(reference, at)
    if found is not None:
        person = _person_of(state, found.name) if reference.way != "body" else None
        if person and reference.way == "voice":
            return None
        return person or Verdict(found.name, found.confidence, found.entity)
    words = reference.words
    if reference.way == "voice":
        return _just_spoke(state, statement) if len(words) == 1 and not reference.definite else None
    if reference.way == "document" and (again := more_of_it(state, statement, reference)):
        return again
    if not reference.definite:
        return None
    if reference.way == "document" and reference.possessor in {"its", "their"}:
        return _last_body(state, statement)
    if not reference.possessor and len(words) == 1 and words[0].lower in SAID_AGAIN:
        spoken = _again(state, statement, reference.way, firm=words[0].lower in FIRM_NOUNS | ANY_FIRM - {"group"})
        if reference.way == "document":
            return spoken or author_of(state, statement, words[0].lower)
        return spoken or _last_body(state, statement, 1) or told_again(state, statement, reference)
    return told_again(state, statement, reference)


def members_body(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "her organisation": that of whose words it stands in, else of whom "her" means."""
    owner = state.outer(statement) or possessor_of(state, statement, reference)
    return of_somebody(state, reference, owner.entity) if owner and owner.entity else None


def _firm(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "the brewer" or "the company": the one firm of the report."""
    noun = reference.words[-1].lower if reference.words else ""
    if reference.way != "body" or noun not in FIRM_NOUNS | ANY_FIRM or not reference.definite or reference.possessor:
        return None
    if any((word.capital and not word.lower.endswith("-based")) or word.possessive for word in reference.words):
        return None
    firm = only_firm(state.cast, state.words, noun, state.anchor(statement))
    return Verdict(firm.name, BODY_AGAIN, firm) if firm else None


def _just_spoke(state: State, statement: Statement) -> Verdict | None:
    """For "a spokesman said" behind a body's words: the body, in the same paragraph."""
    last = state.last
    verdict = state.verdicts.get(last.id) if last else None
    if last is None or verdict is None or not verdict.name or (verdict.entity and verdict.entity.kind == "person"):
        return None
    items = state.words.items
    near = items[state.anchor(last)].paragraph == items[state.anchor(statement)].paragraph
    return replace(verdict, confidence=BODY_AGAIN) if near else None


def _government_of(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "his government": the country of whose words it stands in, else of whom "his" means."""
    owner = state.outer(statement) or possessor_of(state, statement, reference)
    return country_of(state, owner.entity) if owner and owner.entity else None


def _last_body(state: State, statement: Statement, skipped: int = 0) -> Verdict | None:
    """For "says its report": the body that opens this sentence or the one before."""
    items, at = state.words.items, state.anchor(statement)
    for number in range(OWNED_BEHIND):
        while at > 0 and items[at - 1].sentence == items[at].sentence:
            at -= 1
        if items[at].paragraph != items[state.anchor(statement)].paragraph:
            return None
        first = at + (items[at].lower == "the")
        if number < skipped:
            at -= 1
            continue
        named = next((body for body in state.bodies.known if body.at == first), None)
        if named is not None and (named.head in ORG_NOUNS or (named.entity and named.entity.kind == "organisation")):
            return Verdict(" ".join(named.words), BODY_AGAIN, named.entity)
        opening = items[first : first + OPENING]
        noun = next((index for index, word in enumerate(opening) if strong_org(word)), None)
        if noun is not None and first > at:
            return Verdict(" ".join(word.text for word in opening[: noun + 1]), BODY_AGAIN)
        at -= 1
    return None


def _person_of(state: State, name: str) -> Verdict | None:
    """For "A Hillary Clinton ad": what is hers speaks for her."""
    entity = find_entity(state.cast, core([word for word in name.split() if word.lower().strip(".") not in HONORIFICS]))
    return Verdict(entity.name, OWNER, entity) if entity and entity.kind == "person" else None


def _again(state: State, statement: Statement, way: str, *, firm: bool = False) -> Verdict | None:
    """For "the charity" or "the report": the body or paper that spoke last, when that is not long ago."""
    here = state.words.items[state.anchor(statement)].paragraph
    for identity in reversed(list(state.verdicts)):
        other, verdict = state.statements[identity], state.verdicts[identity]
        person = verdict is not None and verdict.entity is not None and verdict.entity.kind != "organisation"
        if verdict is None or not verdict.name or other.nested_in or state.in_headline(other):
            continue
        if (other.kind == "document") != (way == "document") or (way == "body" and person):
            continue
        if firm and is_public(verdict.name):
            continue
        behind = here - state.words.items[state.anchor(other)].paragraph
        return replace(verdict, confidence=BODY_AGAIN) if 0 <= behind <= AGAIN else None
    return None


def same_body(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "it": the body whose words these stand in, or the one that spoke last."""
    outer = state.outer(statement)
    if outer is not None and outer.name and (outer.entity is None or outer.entity.kind != "person"):
        return None if " and " in outer.name and reference.way == "it" else replace(outer, confidence=OWNED)
    if reference.way == "they":
        return told_just_before(state, statement) if outer is not None else _they_again(state, statement)
    if outer is None and (told := subject_reference(state, statement)):
        found = speaking_body(state, statement, told)
        return replace(found, confidence=min(found.confidence, OWN_SUBJECT)) if found else None
    if outer is not None:
        return _beside_inside(state, statement)
    verdict = state.verdicts.get(state.last.id) if state.last else None
    subject = subject_before(state, statement)
    items, last = state.words.items, state.last
    far = last is None or items[state.anchor(statement)].sentence - items[state.anchor(last)].sentence > 1
    if verdict is None or not verdict.name or (verdict.entity is not None and verdict.entity.kind == "person"):
        if subject is None and verdict is not None and verdict.entity is not None and not far:
            thing = abs(verdict.entity.leaning) < 1 and " " in verdict.name
            return replace(verdict, confidence=BODY_AGAIN) if thing else _last_body(state, statement, 1)
        return subject or _last_body(state, statement, 1)
    return subject if far and subject is not None else replace(verdict, confidence=BODY_AGAIN)


def _they_again(state: State, statement: Statement) -> Verdict | None:
    """For "they" of a club or a firm: the body that spoke in the sentence before, or was its subject."""
    items, last, at = state.words.items, state.last, state.anchor(statement)
    verdict = state.verdicts.get(last.id) if last else None
    if last is not None and verdict is not None and verdict.name and last.source is not None:
        there = state.words.items[state.anchor(last)]
        near = items[at].sentence - there.sentence == 1 and there.paragraph == items[at].paragraph
        body = verdict.entity is None or verdict.entity.kind not in {"person", "likely"}
        if near and last.kind != "document":
            return replace(verdict, confidence=THEY) if body and " and " not in verdict.name else None
    subject = subject_before(state, statement)
    return subject if subject and subject.entity and subject.entity.kind == "organisation" else None


def _beside_inside(state: State, statement: Statement) -> Verdict | None:
    """For "said the Reed Bank had asked and that it would pay": the body that speaks right before in the same words."""
    at = state.anchor(statement)
    inside = [
        (state.anchor(state.statements[identity]), verdict)
        for identity, verdict in state.verdicts.items()
        if state.statements[identity].nested_in == statement.nested_in and verdict and verdict.name
    ]
    before = max((found for found in inside if found[0] < at), key=lambda found: found[0], default=None)
    if before is None or (before[1].entity and before[1].entity.kind == "person"):
        return None
    items = state.words.items
    return replace(before[1], confidence=BODY_AGAIN) if items[at].sentence - items[before[0]].sentence <= 1 else None


def speaking_side(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "the Velian side": Velia, where the report calls it by that name; "my country" is that of who says so."""
    if reference.possessor:
        outer = state.outer(statement)
        return country_of(state, outer.entity) if outer and outer.entity else None
    place = next((word.text for word in reference.words if word.capital), "")
    names = _names_of(state, place) if place else set()
    if not _is_a_country(state, place):
        names -= {place}
    return Verdict(_plainest(names), SIDE) if names else None


def members_speaking(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "the judges found": the court, where the report names one before."""
    if len(reference.words) != 1 or not reference.definite:
        return None
    found = state.bodies.of_members(reference.words[0].lower, state.anchor(statement))
    return Verdict(found.name, found.confidence, found.entity) if found else None


def people_speaking(state: State, reference: Reference) -> Verdict | None:
    """For "the Velians say" in a minister's mouth: Velia, where the report names it."""
    word = reference.words[0]
    if len(reference.words) != 1 or not word.capital or not reference.definite or not word.text.endswith("s"):
        return None
    people = word.text.removesuffix("s")
    names = {name for name in _names_of(state, people) if people.startswith(name) and name != people}
    return Verdict(_plainest(names), SIDE) if names else None


def country_of(state: State, entity: Entity) -> Verdict | None:
    """The country that the report tells with the person's office, by the name that the report has for it."""
    told = next((min(role.places) for role in entity.roles if role.family and len(role.places) == 1), "")
    names = _names_of(state, told) if told else _home(state, entity)
    sure = {name for name in names if _is_a_country(state, name)}
    names = sure or (names if len(names) > 1 else set())
    return Verdict(_plainest(names), SIDE) if names else None


def _home(state: State, entity: Entity) -> set[str]:
    """The place of the dateline for who governs without a place told, where the report lets that place speak."""
    place = state.report.dateline.place if state.report.dateline else None
    if not place or any(role.places for role in entity.roles):
        return set()
    said = (known for known in state.cast.entities if known.speaks and known.kind != "person")
    return {known.name for known in said if known.name.lower() == place.lower()}


def _is_a_country(state: State, name: str) -> bool:
    """Whether the word stands for itself somewhere, and not only before a noun: "Sarenia's", "of Sarenia."."""
    items = state.words.items
    return canonical(name) != name.lower() or any(
        word.possessive or at + 1 == len(items) or not items[at + 1].text[0].isalnum() or items[at + 1].lower in _BEHIND
        for at, word in enumerate(items)
        if word.text == name
    )


def _names_of(state: State, place: str) -> set[str]:
    return {word.text for word in state.words.items if word.capital and same_place(word.text, place)}


def _plainest(names: set[str]) -> str:
    """Velia rather than Velian, Russia rather than Moscow."""
    return min(names, key=lambda name: (canonical(name) != name.lower(), len(name), name))
