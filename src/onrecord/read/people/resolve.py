"""Gives every statement of a report its speaker, or leaves it unknown: a wrong name is worse than none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.model import Report, Span, Speaker, Statement, actor_id
from onrecord.read.people.bodies import Bodies, body_name
from onrecord.read.people.clusters import Cast, Entity, add_mention, build_cast, find_entity
from onrecord.read.people.mentions import Mention, find_mentions
from onrecord.read.people.names import core
from onrecord.read.people.phrases import Phrase
from onrecord.read.people.ranking import PRONOUN_WEIGHTS, ROLE_WEIGHTS, Place, chances, features, score
from onrecord.read.people.sources import Reference, read_source
from onrecord.read.people.words import Word, Words, phrase_words, read_words

# Below this a speaker is left unknown.
LEAST_CONFIDENCE = 0.5

FULL_NAME, SURNAME, FRESH_NAME, BODY, CARRIED = 0.99, 0.97, 0.9, 0.9, 0.75


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who spoke: an entity or a bare name, and how surely."""

    name: str
    confidence: float
    entity: Entity | None = None


@dataclass(slots=True)
class State:
    """What is known while the statements are gone through in text order."""

    report: Report
    words: Words
    cast: Cast
    bodies: Bodies
    verdicts: dict[str, Verdict | None] = field(default_factory=dict)
    speaker: Entity | None = None
    speaker_paragraph: int = -1
    last: Statement | None = None


def resolve_speakers(report: Report, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with their speakers; those that nobody can be named for, surely enough, keep None."""
    words = read_words(report)
    cast = build_cast(find_mentions(words), words)
    references = {statement.id: _reference(report, statement, words) for statement in statements}
    _enrol(cast, references, statements, words)
    state = State(report, words, cast, Bodies.of(cast, words, references.values()))
    for statement in sorted(statements, key=_reading_order):
        verdict = _resolve(state, statement, references[statement.id])
        state.verdicts[statement.id] = verdict
        if statement.nested_in is None:
            _remember(state, statement, verdict)
    return tuple(replace(item, speaker=_speaker(state.verdicts[item.id])) for item in statements)


def _reading_order(statement: Statement) -> tuple[bool, int]:
    spans = [span for span in (statement.source, statement.cue) if span]
    start = min(span.start for span in (spans or statement.content))
    return statement.nested_in is not None, start


def _reference(report: Report, statement: Statement, words: Words) -> Reference | None:
    return read_source(_source_words(report, statement.source, words)) if statement.source else None


def _source_words(report: Report, span: Span, words: Words) -> list[Word]:
    return words.within(span) or phrase_words(span.of(report.text))


def _enrol(cast: Cast, references: dict[str, Reference | None], statements: Sequence[Statement], words: Words) -> None:
    """People named in sources that the text by itself did not show to be people."""
    for statement in statements:
        reference = references[statement.id]
        if reference is None or reference.way not in {"name", "joint"}:
            continue
        for phrase in reference.names:
            key = core([word.text for word in phrase.name])
            found = find_entity(cast, key)
            if found is None and phrase.kind == "person":
                found = Entity(len(cast.entities), "person")
                cast.entities.append(found)
                at = words.at(phrase.name[0].start)
                add_mention(found, Mention(phrase, at, at + len(phrase.name), phrase.name[0], key))
                found.forms[tuple(word.text for word in phrase.name)] += 1
            elif found is not None and found.kind == "unknown" and (phrase.kind == "person" or len(key) > 1):
                found.kind = "person"


def _resolve(state: State, statement: Statement, reference: Reference | None) -> Verdict | None:
    if reference is None:
        return _carried(state, statement)
    match reference.way:
        case "name":
            return _named(state, reference.names[0], statement)
        case "joint":
            return _joint(state, [_named(state, phrase, statement) for phrase in reference.names])
        case "he" | "she":
            return _ranked(state, statement, reference, state.cast.people)
        case "role" | "person_noun":
            return _by_role(state, statement, reference)
        case "relational":
            return _other_side(state, statement, reference)
        case "first":
            return _outer(state, statement) or _author(state, statement)
        case "relative":
            return _antecedent(state, statement)
        case "body" | "voice" | "document":
            return _body(state, statement, reference)
        case "both":
            return _both(state, statement, reference)
        case "it":
            return _it(state, statement)
    return None


def _named(state: State, phrase: Phrase, statement: Statement) -> Verdict | None:
    key = core([word.text for word in phrase.name])
    exact = state.cast.of_mention.get(state.words.at(phrase.name[0].start))
    entity = exact if exact is not None and statement.source is not None else None
    entity = entity or find_entity(state.cast, key)
    if entity is None:
        return Verdict(" ".join(word.text for word in phrase.name), FRESH_NAME)
    if entity.kind == "person":
        return Verdict(entity.name, FULL_NAME if len(key) > 1 else SURNAME, entity)
    return Verdict(body_name(entity), BODY, entity)


def _joint(state: State, verdicts: Sequence[Verdict | None]) -> Verdict | None:
    named = [verdict for verdict in verdicts if verdict]
    if len(named) < 2:
        return None
    names = list(dict.fromkeys(verdict.name for verdict in named))
    joined = ", ".join(names[:-1]) + " and " + names[-1] if len(names) > 1 else names[0]
    return Verdict(joined, min(verdict.confidence for verdict in named))


def _place(state: State, statement: Statement) -> Place:
    spans = [span for span in (statement.source, statement.cue, *statement.content) if span]
    at = state.words.at(spans[0].start)
    word = state.words.items[at] if state.words.items else None
    outer = state.verdicts.get(statement.nested_in) if statement.nested_in else None
    speaker, paragraph = state.speaker, state.speaker_paragraph
    if statement.nested_in:
        speaker, paragraph = None, -1
    return Place(
        at, word.sentence if word else 0, word.paragraph if word else 0, speaker, paragraph,
        outer.entity if outer else None, statement.nested_in is not None,
    )  # fmt: skip


def _ranked(state: State, statement: Statement, reference: Reference, people: Sequence[Entity]) -> Verdict | None:
    if not people:
        return None
    place = _place(state, statement)
    weights = PRONOUN_WEIGHTS if reference.way in {"he", "she"} else ROLE_WEIGHTS
    scores = [score(features(entity, people, reference, place, state.words), weights) for entity in people]
    best = max(range(len(people)), key=scores.__getitem__)
    return Verdict(people[best].name, chances(scores)[best], people[best])


def _by_role(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    return _ranked(state, statement, reference, state.cast.people)


def _other_side(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """ "His Saudi counterpart": anybody but the one whose counterpart it is."""
    outer = state.verdicts.get(statement.nested_in) if statement.nested_in else None
    principal = outer.entity if outer else state.speaker
    people = [entity for entity in state.cast.people if entity is not principal]
    return _ranked(state, statement, reference, people)


def _outer(state: State, statement: Statement) -> Verdict | None:
    outer = state.verdicts.get(statement.nested_in) if statement.nested_in else None
    return replace(outer, confidence=min(outer.confidence, 0.95)) if outer else None


def _author(state: State, statement: Statement) -> Verdict | None:
    if statement.nested_in or not state.report.byline:
        return None
    return None


def _antecedent(state: State, statement: Statement) -> Verdict | None:
    """ "Who": the person named right before it."""
    place = _place(state, statement)
    before = [
        (mention.first, entity)
        for entity in state.cast.people
        for mention in entity.mentions
        if mention.first < place.word and mention.head.sentence == place.sentence
    ]
    if not before:
        return None
    entity = max(before, key=lambda item: item[0])[1]
    return Verdict(entity.name, 0.85, entity)


def _body(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    found = state.bodies.resolve(reference, state.words.at(statement.source.start if statement.source else 0))
    return Verdict(found.name, found.confidence, found.entity) if found else None


def _both(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """ "Both ministers": the two that the report has so far, when it has exactly two."""
    place = _place(state, statement)
    role = reference.role
    people = [entity for entity in state.cast.people if any(m.first < place.word for m in entity.mentions)]
    fitting = [e for e in people if role and any(r.family == role.family for r in e.roles)]
    if len(fitting) != 2:
        fitting = people if len(people) == 2 else []
    if len(fitting) != 2:
        return None
    first, second = sorted(fitting, key=lambda entity: entity.mentions[0].start)
    return Verdict(f"{first.name} and {second.name}", 0.8)


def _it(state: State, statement: Statement) -> Verdict | None:
    if state.last is None or statement.nested_in:
        return None
    verdict = state.verdicts.get(state.last.id)
    if verdict and verdict.entity is not None and verdict.entity.kind != "person":
        return replace(verdict, confidence=0.6)
    return None


def _carried(state: State, statement: Statement) -> Verdict | None:
    """No source: a quotation that goes on after the statement before it is the same speaker's."""
    if statement.nested_in or state.last is None or statement.form != "direct" or statement.cue is not None:
        return None
    verdict = state.verdicts.get(state.last.id)
    if verdict is None:
        return None
    here = state.words.items[state.words.at(statement.content[0].start)].paragraph
    near = here - state.speaker_paragraph <= 1
    return replace(verdict, confidence=min(verdict.confidence, CARRIED)) if near else None


def _remember(state: State, statement: Statement, verdict: Verdict | None) -> None:
    place = _place(state, statement)
    state.last = statement
    if verdict and verdict.entity is not None and verdict.entity.kind == "person":
        state.speaker, state.speaker_paragraph = verdict.entity, place.paragraph


def _speaker(verdict: Verdict | None) -> Speaker | None:
    if verdict is None or verdict.confidence < LEAST_CONFIDENCE:
        return None
    office = verdict.entity.office if verdict.entity and verdict.entity.kind == "person" else ""
    return Speaker(actor_id(verdict.name), verdict.name, verdict.confidence, office or None)
