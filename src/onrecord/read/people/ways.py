"""One rule for each way in which a source refers to its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Statement
from onrecord.read.people.bodies import body_name
from onrecord.read.people.clusters import Entity, find_entity
from onrecord.read.people.lists import listed
from onrecord.read.people.names import core
from onrecord.read.people.phrases import Phrase
from onrecord.read.people.ranking import rank
from onrecord.read.people.sources import Reference
from onrecord.read.people.titles import DOCUMENT_NOUNS, GROUP_NOUNS, HONORIFICS
from onrecord.read.people.verdicts import State, Verdict
from onrecord.read.people.words import Word

# How sure each way is when it finds somebody; checked by `evaluation/speakers.py --sweep`.
FULL_NAME, SURNAME, FRESH_NAME, FRESH_WORD, BODY = 0.99, 0.97, 0.95, 0.8, 0.9
CARRIED, ANTECEDENT, PAIR, SELF, AUTHOR, BODY_AGAIN, OWNED = 0.75, 0.85, 0.8, 0.95, 0.8, 0.6, 0.9
# A role or pronoun that was understood this surely tells the person's office or gender from then on.
LEARN, LEANS = 0.8, 0.6
# Paragraphs that a floating quotation may stand behind the speaker's last words.
CARRY = 1
# Paragraphs back to the body that "the charity" may mean.
AGAIN = 2
# Share of a headline's words that a statement must say again to give the headline its speaker.
ECHO = 0.5
SAID_AGAIN = DOCUMENT_NOUNS | listed(
    "company firm bank charity network group newspaper agency organisation organization operator broadcaster airline"
    " station magazine club trust foundation"
)
_BYLINE = re.compile(
    r"^(?:(?:text|web|interview|story|words|report|reporting|writing)\s+)*(?:story\s+)?by\s+|^by\s+", re.I
)


def resolve(state: State, statement: Statement, reference: Reference | None) -> Verdict | None:
    """Who spoke, by the rule for the way the source refers."""
    if reference is None:
        return _floating(state, statement)
    match reference.way:
        case "name":
            return _named(state, reference.names[0], reference)
        case "joint":
            return _joint([_named(state, phrase, reference) for phrase in reference.names])
        case "he" | "she":
            return _pronoun(state, statement, reference)
        case "role" | "person_noun":
            return _role(state, statement, reference, state.cast.people)
        case "relational":
            return _other_side(state, statement, reference)
        case "first":
            return _speaking(state, statement) or _author(state, statement)
        case "first_plural":
            return _together(state, statement)
        case "relative":
            return _antecedent(state, statement)
        case "body" | "voice" | "document":
            return _body(state, statement, reference)
        case "both":
            return _both(state, statement, reference)
        case "it":
            return _same_body(state, statement)
    return None


def _named(state: State, phrase: Phrase, reference: Reference) -> Verdict | None:
    key = core([word.text for word in phrase.name])
    entity = state.cast.at(phrase, state.words) or find_entity(state.cast, key)
    if entity is None:
        name = " ".join(word.text for word in phrase.name)
        word = phrase.name[0]
        if len(phrase.name) == 1 and not _stands_alone(state, word, reference):
            return None
        return Verdict(name, FRESH_NAME if len(phrase.name) > 1 else FRESH_WORD)
    if entity.kind == "unknown" and len(key) == 1 and all(mention.head.first for mention in entity.mentions):
        if not _stands_alone(state, phrase.name[0], reference):
            return None
    if entity.kind == "person":
        return Verdict(entity.name, FULL_NAME if len(key) > 1 else SURNAME, entity)
    return Verdict(body_name(entity), BODY, entity)


def _stands_alone(state: State, word: Word, reference: Reference) -> bool:
    """Whether a single capitalised word is a name and not a noun that opens its sentence."""
    if word.lower in GROUP_NOUNS or (word.first and len(reference.words) > 1):
        return False
    return not word.first or not (word.lower.endswith(("s", "men")) or word.lower in state.words.common)


def _joint(verdicts: Sequence[Verdict | None]) -> Verdict | None:
    named = [verdict for verdict in verdicts if verdict]
    names = list(dict.fromkeys(verdict.name for verdict in named))
    if len(names) < 2:
        return named[0] if named else None
    return Verdict(", ".join(names[:-1]) + " and " + names[-1], min(verdict.confidence for verdict in named))


def _ranked(state: State, statement: Statement, reference: Reference, people: Sequence[Entity]) -> Verdict | None:
    if not people:
        return None
    ranked = rank(people, reference, state.place(statement), state.words, state.echoes(statement))
    best = ranked[0]
    if best.entity is None:
        return Verdict("", 0.0, None, ranked)
    return Verdict(best.entity.name, best.chance, best.entity, ranked)


def _pronoun(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    verdict = _ranked(state, statement, reference, state.cast.people)
    if verdict and verdict.entity and verdict.confidence >= LEARN:
        verdict.entity.leaning += LEANS if reference.way == "he" else -LEANS
    return verdict


def _role(state: State, statement: Statement, reference: Reference, people: Sequence[Entity]) -> Verdict | None:
    verdict = _ranked(state, statement, reference, people)
    if verdict and verdict.entity and reference.role and verdict.confidence >= LEARN:
        verdict.entity.roles.append(reference.role)
    return verdict


def _other_side(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """ "His Saudi counterpart": anybody but the one whose counterpart it is, in the same office."""
    principal = _possessor(state, statement, reference)
    people = [entity for entity in state.cast.people if entity is not principal]
    role = reference.role
    if principal is not None and any(
        word.lower in {"counterpart", "colleague", "opposite"} for word in reference.words
    ):
        office = next((known for known in principal.roles if known.family), None)
        places = frozenset(word.lower for word in reference.words if word.capital and not word.first)
        if office is not None:
            role = replace(office, modifiers=office.modifiers - office.places | places, places=places)
    return _ranked(state, statement, replace(reference, role=role), people)


def _owner(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    pronoun = Reference("he" if reference.possessor == "his" else "she")
    return _ranked(state, statement, pronoun, state.cast.people)


def _possessor(state: State, statement: Statement, reference: Reference) -> Entity | None:
    if reference.possessor in {"his", "her"}:
        verdict = _owner(state, statement, reference)
        return verdict.entity if verdict else None
    if not reference.possessor:
        return None
    outer = state.outer(statement)
    return outer.entity if outer else state.speaker


def _speaking(state: State, statement: Statement) -> Verdict | None:
    """ "I" inside a quotation is its speaker."""
    outer = state.outer(statement)
    if outer is None or outer.entity is None:
        return None
    return Verdict(outer.name, min(outer.confidence, SELF), outer.entity)


def _author(state: State, statement: Statement) -> Verdict | None:
    """ "I" outside of any quotation is who signed the report."""
    byline = state.report.byline
    if statement.nested_in or not byline or state.place(statement).quoted:
        return None
    name = re.split(r",|/|;| in | and ", _BYLINE.sub("", byline.strip()))[0].strip()
    return Verdict(name, AUTHOR) if len(name.split()) > 1 else None


def _together(state: State, statement: Statement) -> Verdict | None:
    """ "We" is the body or the people who speak together; in one person's mouth nobody can tell whom he counts in."""
    outer = state.outer(statement)
    if outer is None or not outer.name or (outer.entity is not None and outer.entity.kind == "person"):
        return None
    return outer


def _antecedent(state: State, statement: Statement) -> Verdict | None:
    """ "Who" and "which": whoever is named right before it."""
    place, items = state.place(statement), state.words.items
    for entity in state.cast.entities:
        for mention in entity.mentions:
            between = items[mention.last : place.word]
            if mention.first < place.word and len(between) <= 1 and all(word.text == "," for word in between):
                if entity.kind == "person":
                    return Verdict(entity.name, ANTECEDENT, entity)
                return Verdict(body_name(entity), ANTECEDENT, entity)
    return None


def _body(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    if reference.possessor in {"his", "her"} and reference.way == "document":
        verdict = _owner(state, statement, reference)
        return replace(verdict, confidence=verdict.confidence * OWNED) if verdict else None
    found = state.bodies.resolve(reference, state.anchor(statement))
    if found is not None:
        person = _person_of(state, found.name) if reference.way != "body" else None
        if person and reference.way == "voice":
            return None
        return person or Verdict(found.name, found.confidence, found.entity)
    words = reference.words
    if reference.definite and not reference.possessor and len(words) == 1 and words[0].lower in SAID_AGAIN:
        return _again(state, statement, reference.way)
    return None


def _person_of(state: State, name: str) -> Verdict | None:
    """ "A Hillary Clinton ad": what is hers speaks for her."""
    entity = find_entity(state.cast, core([word for word in name.split() if word.lower().strip(".") not in HONORIFICS]))
    return Verdict(entity.name, BODY, entity) if entity and entity.kind == "person" else None


def _again(state: State, statement: Statement, way: str) -> Verdict | None:
    """ "The charity", "the report": the body or paper that spoke last, when that is not long ago."""
    here = state.words.items[state.anchor(statement)].paragraph
    for identity in reversed(list(state.verdicts)):
        other, verdict = state.statements[identity], state.verdicts[identity]
        person = verdict is not None and verdict.entity is not None and verdict.entity.kind != "organisation"
        if verdict is None or not verdict.name or other.nested_in or state.in_headline(other):
            continue
        if (other.kind == "document") != (way == "document") or (way == "body" and person):
            continue
        behind = here - state.words.items[state.anchor(other)].paragraph
        return replace(verdict, confidence=BODY_AGAIN) if 0 <= behind <= AGAIN else None
    return None


def _same_body(state: State, statement: Statement) -> Verdict | None:
    """ "It": the body that spoke last."""
    verdict = state.verdicts.get(state.last.id) if state.last and not statement.nested_in else None
    if verdict is None or not verdict.name or (verdict.entity is not None and verdict.entity.kind == "person"):
        return None
    return replace(verdict, confidence=BODY_AGAIN)


def _both(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """ "Both ministers": the two that the report has so far, when it has exactly two."""
    place, role = state.place(statement), reference.role
    if role is None:
        return None
    named = [e for e in state.cast.people if any(m.first < place.word and not m.headline for m in e.mentions)]
    fitting = [e for e in named if any(known.family == role.family for known in e.roles)]
    for people in (fitting, [e for e in named if e.speaks], named):
        if len(people) == 2:
            first, second = sorted(people, key=lambda entity: entity.appears)
            return Verdict(f"{first.name} and {second.name}", PAIR)
    return None


def _floating(state: State, statement: Statement) -> Verdict | None:
    """No source and no cue: the quotation goes on with the last speaker, a headline's with whoever says it below."""
    if statement.nested_in or statement.cue is not None:
        return _chained(state, statement)
    if state.in_headline(statement):
        echoes = state.echoes(statement)
        number = max(echoes, key=echoes.__getitem__, default=None)
        if number is None or echoes[number] < ECHO:
            return None
        entity = state.cast.entities[number]
        return Verdict(entity.name if entity.kind == "person" else body_name(entity), CARRIED, entity)
    verdict = state.verdicts.get(state.last.id) if state.last else None
    if state.last and state.last.cue and state.last.cue.of(state.report.text).lower().startswith("ask"):
        verdict = Verdict(state.speaker.name, CARRIED, state.speaker) if state.speaker else None
    if verdict is None or not verdict.name or state.last is None:
        return None
    here = state.words.items[state.anchor(statement)].paragraph
    there = state.words.items[state.words.at(state.last.content[-1].start)].paragraph
    return replace(verdict, confidence=min(verdict.confidence, CARRIED)) if here - there <= CARRY else None


def _chained(state: State, statement: Statement) -> Verdict | None:
    """A cue without a source, "adding that ...": the speaker of the statement before it in the sentence."""
    if statement.cue is None or statement.nested_in or state.last is None:
        return None
    if not statement.cue.of(state.report.text).lower().split()[0].endswith("ing"):
        return None
    items, last = state.words.items, state.last.cue or state.last.content[0]
    same = items[state.words.at(statement.cue.start)].sentence == items[state.words.at(last.start)].sentence
    verdict = state.verdicts.get(state.last.id)
    return verdict if same and verdict and verdict.name else None
