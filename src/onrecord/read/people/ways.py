"""One rule for each way in which a source refers to its speaker."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Statement
from onrecord.read.people.appositions import DETERMINERS
from onrecord.read.people.collective import (
    country_of,
    members_body,
    members_speaking,
    people_speaking,
    same_body,
    speaking_body,
    speaking_side,
)
from onrecord.read.people.cues import cue_words, is_done_to, is_participle
from onrecord.read.people.entities import GOVERNING, PEER, Entity
from onrecord.read.people.lead import named_below
from onrecord.read.people.matching import find_entity
from onrecord.read.people.names import core
from onrecord.read.people.persons import by_doubled_name, by_other_side, by_pronoun, by_role, of_a_people, possessor_of
from onrecord.read.people.phrases import Phrase
from onrecord.read.people.references import Reference
from onrecord.read.people.several import all_of, is_pair
from onrecord.read.people.sources import read_source
from onrecord.read.people.subjects import BESIDE, person_ending, phrase_beside, speaker_behind
from onrecord.read.people.titles import GROUP_NOUNS
from onrecord.read.people.unsourced import without_source
from onrecord.read.people.verdicts import State, Verdict
from onrecord.read.people.words import Word

# How sure each way is when it finds somebody; checked by `evaluation/speakers.py --sweep`.
FULL_NAME, SURNAME, FRESH_NAME, FRESH_WORD, BODY = 0.99, 0.97, 0.95, 0.8, 0.9
ANTECEDENT, SELF, AUTHOR = 0.85, 0.95, 0.8
# Verbs that tell of a "we" of several sides.
_WITH_OTHERS = ("agree", "sign", "discuss", "decide", "met")
# A source of these ways may stand as an apposition behind the name that it belongs to.
_APPOSED = frozenset({"group", "nobody", "role", "person_noun", "relational", "voice"})
# What the subject of a cue may be.
_SUBJECTS = frozenset({"name", "joint", "he", "she", "role", "body"})
# Words that may stand between a name and its "who".
ASIDE = 12
_BYLINE = re.compile(
    r"^(?:(?:text|web|interview|story|words|report|reporting|writing)\s+)*(?:story\s+)?by\s+|^by\s+", re.I
)


def resolve(state: State, statement: Statement, reference: Reference | None) -> Verdict | None:
    """Who spoke, by the rule for the way the source refers."""
    if not state.words.items:
        return None
    if reference is None:
        return without_source(state, statement) or _by_phrase(state, statement)
    cue = cue_words(state.report.text, statement)
    if is_done_to(cue, impersonal=reference.way == "it"):
        return None
    if reference.way in _APPOSED and (verdict := _apposed(state, statement)):
        return verdict
    if is_participle(cue) and (main := speaker_behind(state, statement)):
        return state.verdicts[main.id]
    if reference.way in {"he", "she", "role"} and (doubled := by_doubled_name(state, statement)):
        return doubled
    if reference.way == "group" and state.in_headline(statement) and is_pair(reference):
        return all_of(state, statement, reference)
    if reference.way == "group" and statement.nested_in and (country := people_speaking(state, reference)):
        return country
    match reference.way:
        case "name":
            return _named(state, reference.names[0], reference)
        case "joint":
            return _joint([_named(state, phrase, reference) for phrase in reference.names])
        case "he" | "she":
            return by_pronoun(state, statement, reference)
        case "role" if (
            reference.possessor in {"his", "her"} and reference.role and reference.role.family == "spokesperson"
        ):
            return possessor_of(state, statement, reference)
        case "role" | "person_noun":
            reference = of_a_people(reference) if reference.way == "person_noun" else reference
            return by_role(state, statement, reference, state.cast.people)
        case "relational":
            return by_other_side(state, statement, reference)
        case "first":
            return _speaking(state, statement) or _author(state, statement)
        case "first_plural":
            return _together(state, statement) or _his_country(state, statement, cue)
        case "relative":
            return _antecedent(state, statement, reference)
        case "body" | "voice" | "document":
            return speaking_body(state, statement, reference)
        case "side":
            return speaking_side(state, statement, reference)
        case "group":
            if reference.possessor in {"his", "her"} and not reference.words[-1].lower.endswith("s"):
                return members_body(state, statement, reference)
            return members_speaking(state, statement, reference) or named_below(state, statement, reference)
        case "both":
            return all_of(state, statement, reference)
        case "it" | "they":
            return same_body(state, statement, reference)
    return None


def _by_phrase(state: State, statement: Statement) -> Verdict | None:
    """Whom the subject of the cue means where the source was not found."""
    phrase = phrase_beside(state, statement)
    reference = read_source(phrase) if phrase else None
    if reference is None or reference.way not in _SUBJECTS:
        return None
    verdict = resolve(state, statement, reference)
    return replace(verdict, confidence=min(verdict.confidence, BESIDE)) if verdict else None


def _named(state: State, phrase: Phrase, reference: Reference) -> Verdict | None:
    key = core([word.text for word in phrase.name])
    entity = state.cast.at(phrase, state.words) or find_entity(state.cast, key)
    if entity is None:
        name = " ".join(word.text for word in phrase.name)
        word = phrase.name[0]
        if len(phrase.name) == 1 and not reference.definite:
            return None
        if len(phrase.name) == 1 and not _stands_alone(state, word, reference):
            return None
        return Verdict(name, FRESH_NAME if len(phrase.name) > 1 else FRESH_WORD)
    if entity.kind == "unknown" and len(key) == 1 and not _is_told_of(state, entity, phrase, reference):
        return None
    if entity.kind == "person":
        return Verdict(entity.name, FULL_NAME if len(key) > 1 else SURNAME, entity)
    return Verdict(entity.name, BODY, entity)


def _is_told_of(state: State, entity: Entity, phrase: Phrase, reference: Reference) -> bool:
    """Whether a single word that is no known person is a name at all."""
    word = phrase.name[0]
    if word.lower.endswith(("s", "men")) and word.lower in state.words.common and len(reference.words) == 1:
        return False
    opens = all(mention.head.first for mention in entity.mentions)
    return reference.definite and (not opens or _stands_alone(state, phrase.name[0], reference))


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


def _speaking(state: State, statement: Statement) -> Verdict | None:
    """An "I" inside a quotation is its speaker."""
    outer = state.outer(statement)
    if outer is None or outer.entity is None:
        return None
    return Verdict(outer.name, min(outer.confidence, SELF), outer.entity)


def _author(state: State, statement: Statement) -> Verdict | None:
    """An "I" outside of any quotation is who signed the report."""
    byline = state.report.byline
    if statement.nested_in or not byline or state.place(statement).quoted:
        return None
    name = re.split(r",|/|;| in | and ", _BYLINE.sub("", byline.strip()))[0].strip()
    return Verdict(name, AUTHOR) if len(name.split()) > 1 else None


def _together(state: State, statement: Statement) -> Verdict | None:
    """A "we" is the body or the people who speak together; in one person's mouth nobody can tell whom he counts in."""
    outer = state.outer(statement)
    if outer is None or not outer.name or (outer.entity is not None and outer.entity.kind == "person"):
        return None
    return outer


def _his_country(state: State, statement: Statement, cue: Sequence[str]) -> Verdict | None:
    """For "we have never doubted it" in a minister's mouth: his country; what is agreed on, others have agreed to."""
    outer = state.outer(statement)
    if outer is None or outer.entity is None or not cue or cue[0].startswith(_WITH_OTHERS):
        return None
    governs = any(role.family in GOVERNING | {PEER, "envoy"} for role in outer.entity.roles)
    return country_of(state, outer.entity) if governs else None


def _antecedent(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """Whom "who" and "which" mean: whoever is named right before it."""
    place, items = state.place(statement), state.words.items
    personal = reference.words[0].lower == "who"
    found: tuple[int, Entity] | None = None
    for entity in state.cast.entities:
        if personal and entity.kind not in {"person", "likely"}:
            continue
        for mention in entity.mentions:
            between = items[mention.last : place.word]
            aside = all(map(_is_aside, between)) or _is_apposition(between)
            near = mention.first < place.word and len(between) <= ASIDE and aside
            if near and (found is None or mention.first > found[0]):
                found = mention.first, entity
    return Verdict(found[1].name, ANTECEDENT, found[1]) if found else None


def _apposed(state: State, statement: Statement) -> Verdict | None:
    """For "Torve, a former teacher, said": the name before the comma, when another one closes the apposition."""
    source, items, text = statement.source, state.words.items, state.report.text
    if source is None:
        return None
    at = state.words.at(source.start) - 1
    if at > 0 and state.in_headline(statement) and items[at].lower == "to" and text[source.end : source.end + 1] == ":":
        entity = person_ending(state, at - 1)
        return Verdict(entity.name, ANTECEDENT, entity) if entity is not None and entity.kind == "person" else None
    if text[source.end : source.end + 1] != ",":
        return None
    while at > 0 and items[at].text[0].isdigit() and items[at - 1].text == ",":
        at -= 2
    if at < 1 or items[at].text != ",":
        return None
    entity = person_ending(state, at - 1)
    return Verdict(entity.name, ANTECEDENT, entity) if entity is not None and entity.kind == "person" else None


def _is_apposition(between: Sequence[Word]) -> bool:
    """Who somebody is, between commas: ", the chair of the board,"."""
    closed = len(between) > 2 and between[0].text == between[-1].text == ","
    return closed and between[1].lower in DETERMINERS and not any(word.text == "," for word in between[1:-1])


def _is_aside(word: Word) -> bool:
    """Age and home behind a name: ", 59, of Ashton, Md.,"."""
    return word.text in ",." or word.text[0].isdigit() or word.lower == "of" or word.capital
