"""Whose a cue is when no source was found for it: the sentence around it tells its subject."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Statement
from onrecord.read.people.cues import cue_words, is_asked, is_done_to, is_participle, is_passive, is_verb
from onrecord.read.people.entities import Entity
from onrecord.read.people.lists import listed
from onrecord.read.people.persons import by_pronoun
from onrecord.read.people.references import PRONOUNS, Reference
from onrecord.read.people.verdicts import State, Verdict
from onrecord.read.people.words import Word

# How sure a name right beside the cue is.
BESIDE = 0.85
# Words of a subject that is read off the sentence at most.
PHRASE = 12
_JOINING = listed("and but or then while yet")
_ADVERBS = listed("also later then again further still even never not has had have is was did does")
_CLOSING = frozenset(".,;:!?\"'”’»)")


def main_statement(state: State, statement: Statement) -> Statement | None:
    """The last statement of the same level whose cue stands before this one in the sentence."""
    if statement.cue is None:
        return None
    items, found = state.words.items, None
    sentence = items[state.words.at(statement.cue.start)].sentence
    for other in state.statements.values():
        if other.cue is None or other.nested_in != statement.nested_in or other.cue.start >= statement.cue.start:
            continue
        same = items[state.words.at(other.cue.start)].sentence == sentence
        if same and other.id in state.verdicts and (found is None or found.cue is None or found.cue < other.cue):
            found = other
    return found


def speaker_behind(state: State, statement: Statement) -> Statement | None:
    """For "He said Velm told him no, adding ...": the statement whose main cue the participle hangs on."""
    source, cue = statement.source, statement.cue
    if source is None or cue is None or source.end >= cue.start or "," not in state.report.text[source.end : cue.start]:
        return None
    chained = any(
        other.source == source and other.nested_in == statement.nested_in and other is not statement
        for other in state.statements.values()
    )
    outer = None if chained else state.statements.get(statement.nested_in or "")
    for holder in (outer, main_statement(state, statement)):
        if holder and holder.id in state.verdicts and any(span.contains(source) for span in holder.content):
            return holder
    return None


def joined_to(state: State, statement: Statement) -> bool:
    """Whether the cue goes on with the subject of the one before it: "... and asked that", "but also warned"."""
    if statement.cue is None:
        return False
    items, at = state.words.items, state.words.at(statement.cue.start) - 1
    if not is_verb(cue_words(state.report.text, statement)):
        return False
    while at >= 0 and items[at].lower in _ADVERBS:
        at -= 1
    return at >= 0 and items[at].lower in _JOINING


def beside(state: State, statement: Statement) -> Verdict | None:
    """The name or pronoun that stands right before the cue, or right behind it when the words come first."""
    if statement.cue is None:
        return None
    items = state.words.items
    before, behind = state.words.at(statement.cue.start) - 1, state.words.at(statement.cue.end - 1) + 1
    while before >= 0 and items[before].lower in _ADVERBS:
        before -= 1
    if before > 0 and items[before].text == ",":
        before -= 1
    sentence = items[behind - 1].sentence
    near = before >= 0 and items[before].sentence == sentence and not items[before].possessive
    if near and (verdict := _one(state, statement, before, person_ending(state, before, subject=True))):
        return verdict
    inverted = statement.content[0].start < statement.cue.start and behind < len(items)
    if inverted and items[behind].sentence == sentence and _closed(state, behind):
        return _one(state, statement, behind, state.cast.of_mention.get(behind))
    return None


def _one(state: State, statement: Statement, at: int, entity: Entity | None) -> Verdict | None:
    word = state.words.items[at]
    way = PRONOUNS.get(word.lower)
    if way in {"he", "she"} and word.lower in {"he", "she"}:
        return by_pronoun(state, statement, Reference(way, words=(word,)))
    return Verdict(entity.name, BESIDE, entity) if entity is not None and entity.kind == "person" else None


def person_ending(state: State, at: int, *, subject: bool = False) -> Entity | None:
    """The entity whose name ends at the word; with `subject`, only where nothing governs it."""
    for start in range(at, max(-1, at - 6), -1):
        entity = state.cast.of_mention.get(start)
        if entity is not None:
            mention = next(mention for mention in entity.mentions if mention.first == start)
            governed = mention.preposition or state.words.items[max(0, start - 1)].lower.endswith("ing")
            return entity if mention.last == at + 1 and not (subject and governed) else None
    return None


def phrase_beside(state: State, statement: Statement) -> Sequence[Word]:
    """The noun phrase that must be the subject of an active cue: behind it up to a mark, or all that stands before it.

    "..., estimates Banque Kessel.", "Torve, 58, hit back that", "Torve on the stairs: “Never.”"
    """
    words = cue_words(state.report.text, statement)
    told_of = is_passive(words) or is_done_to(words, impersonal=True)
    if statement.cue is None or told_of or is_participle(words) or is_asked(words):
        return ()
    items = state.words.items
    first, last = state.words.at(statement.cue.start), state.words.at(statement.cue.end - 1) + 1
    if statement.content[0].start < statement.cue.start:
        return _until_mark(items, last)
    before = first
    while before > 0 and items[before - 1].sentence == items[first].sentence:
        before -= 1
    while first > before and items[first - 1].lower in _ADVERBS:
        first -= 1
    phrase = items[before:first]
    mark = next((at for at, word in enumerate(phrase) if word.text == ","), len(phrase))
    aside = mark < len(phrase) and phrase[-1].text == ","
    if len(phrase[:mark]) > PHRASE or (mark < len(phrase) and not aside) or not phrase:
        return ()
    taken = range(phrase[0].start, statement.cue.start)
    if any(other.cue and other.cue.start in taken for other in state.statements.values() if other is not statement):
        return ()
    return phrase[:mark]


def _until_mark(items: Sequence[Word], at: int) -> Sequence[Word]:
    end = at
    while end < len(items) and items[end].sentence == items[at].sentence and items[end].text not in _CLOSING:
        end += 1
    closed = end >= len(items) or items[end].text in _CLOSING or items[end].sentence != items[at].sentence
    return items[at:end] if closed and end - at <= PHRASE else ()


def _closed(state: State, at: int) -> bool:
    """Whether the word or the name that begins there ends its clause."""
    items, entity = state.words.items, state.cast.of_mention.get(at)
    last = next((mention.last for mention in entity.mentions if mention.first == at), at + 1) if entity else at + 1
    return last >= len(items) or items[last].text in _CLOSING
