"""Speakers that have to be chosen among the people of the report: pronouns, roles, counterparts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, Statement
from onrecord.read.people.entities import PEER, Entity
from onrecord.read.people.genders import gender_of_part
from onrecord.read.people.guests import guest
from onrecord.read.people.likeness import is_from
from onrecord.read.people.lists import listed
from onrecord.read.people.phrases import Role
from onrecord.read.people.ranking import rank
from onrecord.read.people.references import Reference
from onrecord.read.people.unnamed import is_told_unnamed
from onrecord.read.people.verdicts import State, Verdict

# A role or pronoun that was understood this surely tells the person's office or gender from then on.
LEARN, LEANS = 0.8, 2.4
# By how much the best must lead the next of the people, and how sure an answer is that leads by less. Swept end to end
# on 2,176 matched statements: leads of 0.15 and 0.2 take back 5 wrong names and 1 right one, 0.3 for both 5 and 9.
LEAD_PRONOUN, LEAD_ROLE, UNDECIDED = 0.15, 0.2, 0.45
# Below this a speaker is only guessed.
GUESSED = 0.5
# From here on somebody is likely to be meant again when the noun comes again, and how much that weighs.
CALL, CALLED = 0.5, 0.5
# How sure the one counterpart is whose name comes later.
TOLD_LATER = 0.7
# Paragraphs back to the speaker whose counterpart "his counterpart" is.
FLOOR = 1
# A pronoun behind one of these is the subject's again.
_MEANWHILE, _PRONOUNS = listed("as while before after when"), {"he": "m", "she": "f"}
# Confidence of a name that stands again behind the words, and the cues that go with it.
DOUBLED = 0.95
CUES_AGAIN = listed("said says noted added stated stressed told explained concluded continued remarked declared")


def _ranked(state: State, statement: Statement, reference: Reference, people: Sequence[Entity]) -> Verdict | None:
    if not people:
        return None
    echoes = state.echoes(statement)
    role = reference.role
    alone = role is not None and (len(reference.words) == 1 or all(word.lower != role.noun for word in reference.words))
    if role is not None and alone and (entity := state.called.get(role.noun)):
        echoes = {**echoes, entity.number: CALLED}
    ranked = rank(people, reference, state.place(statement), state.words, echoes)
    best = ranked[0]
    if best.entity is None:
        return Verdict("", 0.0, None, ranked)
    rival = ranked[1].chance if ranked[1].entity is not None else 0.0
    if best.chance - rival < (LEAD_PRONOUN if reference.way in {"he", "she"} else LEAD_ROLE):
        return Verdict(best.entity.name, min(best.chance, UNDECIDED), best.entity, ranked)
    return Verdict(best.entity.name, best.chance, best.entity, ranked)


def by_pronoun(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """Whom "he" or "she" means; a sure answer tells the person\'s gender from then on.

    Inside a quotation it is anybody but the speaker, so that nobody is named when that one is only guessed.
    """
    outer = state.outer(statement)
    if outer is not None and outer.name and outer.confidence < GUESSED and state.place(statement).quoted:
        return None
    verdict = _ranked(state, statement, reference, state.cast.people)
    if verdict and verdict.entity and verdict.confidence >= LEARN:
        leans = LEANS if reference.way == "he" else -LEANS
        verdict.entity.leaning += leans
        verdict.entity.learned += leans
    return verdict


def by_role(state: State, statement: Statement, reference: Reference, people: Sequence[Entity]) -> Verdict | None:
    """Whom "the Minister" means; a sure answer tells the person\'s office from then on."""
    if visitor := guest(state, reference):
        return visitor
    if _is_told_before(state, reference, people) or is_told_unnamed(state, statement, reference, people):
        return None
    if not reference.gender and (gender := _told_gender(state, statement)):
        reference = replace(reference, gender=gender)
    verdict = _ranked(state, statement, reference, people)
    if verdict and verdict.entity and reference.role and verdict.confidence >= LEARN:
        if reference.role not in verdict.entity.roles:
            verdict.entity.roles.append(reference.role)
    elif verdict and verdict.entity and reference.role and verdict.confidence >= CALL:
        state.called[reference.role.noun] = verdict.entity
    return verdict


def _is_told_before(state: State, reference: Reference, people: Sequence[Entity]) -> bool:
    """For "the official" behind "a city official said": who has no name, unless somebody named is called just so."""
    noun = reference.words[-1].lower if reference.words else ""
    if noun not in state.strangers or any(word.capital for word in reference.words):
        return False
    return not any(role.noun == noun for entity in people for role in entity.roles)


def _told_gender(state: State, statement: Statement) -> str:
    """For "the envoy said she had no proof": whoever is "she" first in indirect words is the one who says them.

    Or "the envoy, for her part, said".
    """
    if statement.source and (own := gender_of_part(state.words, statement.source)):
        return own
    if statement.cue is not None and statement.content[0].start < statement.cue.end:
        return _gender_behind(state, statement.cue)
    if statement.cue is None:
        return ""
    words = state.words.within(statement.content[0])[:2]
    word = next((word for word in words if word.lower != "that"), None)
    if word is None or word.quoted:
        return ""
    return {"he": "m", "his": "m", "she": "f", "her": "f"}.get(word.lower, "")


def _gender_behind(state: State, cue: Span) -> str:
    """For “...”, the candidate told them as she left: whoever it is when nobody is named between."""
    items, at = state.words.items, state.words.at(cue.end - 1) + 1
    while at + 1 < len(items) and items[at].sentence == items[at - 1].sentence and at not in state.cast.of_mention:
        if items[at].lower in _MEANWHILE and items[at + 1].lower in _PRONOUNS:
            return _PRONOUNS[items[at + 1].lower]
        at += 1
    return ""


def of_a_people(reference: Reference) -> Reference:
    """For "the Velian": whoever is from there."""
    word = reference.words[-1]
    if not word.capital or reference.role is not None:
        return reference
    place = frozenset({word.lower})
    return replace(reference, role=Role("", "", place, place))


def by_other_side(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "His Saudi counterpart": anybody but the one whose counterpart it is, in the same office."""
    principal = _possessor(state, statement, reference)
    visitor = guest(state, reference)
    if visitor and (not reference.possessor or (principal is not None and visitor.entity is not principal)):
        return visitor
    people = [entity for entity in state.cast.people if entity is not principal]
    role = reference.role
    if principal is not None and any(
        word.lower in {"counterpart", "colleague", "opposite"} for word in reference.words
    ):
        office = next((known for known in principal.roles if known.family not in {"", PEER}), None)
        places = frozenset(word.lower for word in reference.words if word.capital and not word.first)
        if office is not None:
            role = replace(office, modifiers=office.modifiers - office.places | places, places=places)
    places = frozenset(word.lower for word in reference.words if word.capital)
    if places and (role is None or any(is_from(entity, word) for entity in people for word in places)):
        role = Role("", "", places, places)
    at, headline = state.anchor(statement), state.in_headline(statement)
    known = [entity for entity in people if headline or any(mention.first < at for mention in entity.mentions)]
    return _ranked(state, statement, replace(reference, role=role), known) or _of_same_office(principal, people)


def _of_same_office(principal: Entity | None, people: Sequence[Entity]) -> Verdict | None:
    """For "his counterpart" before the name: the only one who is told to hold the same office for another place."""
    offices = {_office(role) for role in principal.roles if role.family} if principal else set()
    peers = [entity for entity in people if any(_office(role) in offices for role in entity.roles)]
    return Verdict(peers[0].name, TOLD_LATER, peers[0]) if len(peers) == 1 else None


def _office(role: Role) -> tuple[str, frozenset[str]]:
    return role.family, role.modifiers - role.places


def possessor_of(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """Whose counterpart or report it is: who is meant by "his" or "her"."""
    pronoun = Reference("he" if reference.possessor == "his" else "she")
    return _ranked(state, statement, pronoun, state.cast.people)


def _possessor(state: State, statement: Statement, reference: Reference) -> Entity | None:
    if reference.possessor in {"his", "her"}:
        verdict = possessor_of(state, statement, reference)
        return _who_holds_the_floor(state, statement, reference, verdict) if verdict else None
    if not reference.possessor:
        return None
    outer = state.outer(statement)
    return outer.entity if outer else state.speaker


def _who_holds_the_floor(state: State, statement: Statement, reference: Reference, verdict: Verdict) -> Entity | None:
    """For "His counterpart": the last speaker's, unless somebody has been the subject of a sentence since."""
    speaker = state.speaker
    if speaker is None or statement.nested_in or verdict.entity is speaker:
        return verdict.entity
    fits = speaker.gender * (1 if reference.possessor == "his" else -1) > -0.5
    newer = any(candidate.features.get("newer") for candidate in verdict.ranked if candidate.entity is verdict.entity)
    near = state.place(statement).paragraph - state.speaker_paragraph <= FLOOR
    return speaker if fits and near and not newer else verdict.entity


def by_doubled_name(state: State, statement: Statement) -> Verdict | None:
    """For "He added “...,” Torve noted": the name behind the words settles it."""
    items, at = state.words.items, state.words.at(statement.content[-1].end - 1) + 1
    if not statement.cue or statement.cue.start > statement.content[0].start:
        return None
    while at < len(items) and not items[at].text[0].isalnum() and items[at].text != ".":
        at += 1
    entity = state.cast.of_mention.get(at)
    if entity is None or entity.kind != "person" or statement.form == "indirect":
        return None
    if items[at].sentence != items[state.words.at(statement.content[-1].end - 1)].sentence:
        return None
    last = next(mention.last for mention in entity.mentions if mention.first == at)
    again = last < len(items) and items[last].lower in CUES_AGAIN
    return Verdict(entity.name, DOUBLED, entity) if again else None
