"""Statements that name no source: quotations that go on, and cues whose subject stands elsewhere in the sentence."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile

from onrecord.model import Statement
from onrecord.read.people.appositions import PREPOSITIONS
from onrecord.read.people.cues import cue_words, is_asked, is_done_to, is_participle, is_passive
from onrecord.read.people.lists import listed
from onrecord.read.people.phrases import is_name_word
from onrecord.read.people.subjects import beside, joined_to, main_statement
from onrecord.read.people.verdicts import State, Verdict

# Confidence of a speaker carried on, and the paragraphs that the quotation may stand behind his last words.
CARRIED, CARRY = 0.75, 1
# A verb with one of these goes on with what is told, not with who tells it.
_AUXILIARIES = listed("will would has have had is are was were may might can could should must does do did to")
# Words behind "asked by" in which the asker is named.
ASKER = 6
# Share of a headline's words that a statement must say again to give the headline its speaker.
ECHO = 0.5


def without_source(state: State, statement: Statement) -> Verdict | None:
    """Whoever the sentence around the cue tells, else who goes on speaking; a headline's words are looked for below."""
    if statement.cue is not None:
        return _by_cue(state, statement)
    if statement.nested_in:
        return None
    if state.in_headline(statement):
        return _said_below(state, statement)
    return _goes_on(state, statement)


def _by_cue(state: State, statement: Statement) -> Verdict | None:
    words = cue_words(state.report.text, statement)
    if not words or statement.cue is None:
        return None
    if is_participle(words):
        before = state.words.items[max(0, state.words.at(statement.cue.start) - 1)]
        if statement.nested_in and before.lower in PREPOSITIONS:
            return None
        main = main_statement(state, statement)
        return _decided(state.verdicts.get(main.id) if main else state.outer(statement))
    if is_done_to(words, impersonal=True) or is_passive(words):
        return None
    if is_asked(words) and state.words.items[state.words.at(statement.cue.start)].first:
        if asker := _asker(state, statement):
            return asker
        answers = statement.form != "indirect" and not statement.nested_in
        return _goes_on(state, statement) if answers else None
    if joined_to(state, statement):
        main = main_statement(state, statement)
        verdict = state.verdicts.get(main.id) if main else _outer_of_sentence(state, statement)
        if verdict is not None:
            return _decided(verdict)
    return beside(state, statement)


def _asker(state: State, statement: Statement) -> Verdict | None:
    """For "Asked by the Reed Post whether": the paper or the person named between the cue and the question."""
    items, content = state.words.items, statement.content[0].start
    at = state.words.at(statement.cue.start) + 1 if statement.cue else len(items)
    if at >= len(items) or items[at].lower != "by" or items[at].start >= content:
        return None
    between = [word for word in items[at + 1 : at + 1 + ASKER] if word.start < content]
    named = list(takewhile(is_name_word, between[between[:1] != [] and between[0].lower == "the" :]))
    if not named or len(between) - len(named) > 1:
        return None
    entity = state.cast.of_mention.get(state.words.at(named[0].start))
    return Verdict(entity.name if entity else " ".join(word.text for word in named), CARRIED, entity)


def _outer_of_sentence(state: State, statement: Statement) -> Verdict | None:
    """For "said the road was shut and appealed": whoever's words it stands in, when his cue is in the sentence."""
    outer, items = state.statements.get(statement.nested_in or ""), state.words.items
    if outer is None or outer.cue is None or statement.cue is None or outer.cue.start > statement.cue.start:
        return None
    if cue_words(state.report.text, statement)[0] in _AUXILIARIES:
        return None
    same = items[state.words.at(outer.cue.start)].sentence == items[state.words.at(statement.cue.start)].sentence
    return state.outer(statement) if same else None


def _decided(verdict: Verdict | None) -> Verdict | None:
    return verdict if verdict and verdict.name else None


def _said_below(state: State, statement: Statement) -> Verdict | None:
    echoes = state.echoes(statement)
    number = max(echoes, key=echoes.__getitem__, default=None)
    if number is None or echoes[number] < ECHO:
        return None
    entity = state.cast.entities[number]
    return Verdict(entity.name, CARRIED, entity)


def _goes_on(state: State, statement: Statement) -> Verdict | None:
    """The last speaker, when his words are not far away; after a question it is the one who was asked."""
    verdict = state.verdicts.get(state.last.id) if state.last else None
    if state.last and is_asked(cue_words(state.report.text, state.last)):
        verdict = Verdict(state.speaker.name, CARRIED, state.speaker) if state.speaker else None
    if verdict is None or not verdict.name or state.last is None:
        return None
    here = state.words.items[state.anchor(statement)].paragraph
    there = state.words.items[state.words.at(state.last.content[-1].start)].paragraph
    return replace(verdict, confidence=min(verdict.confidence, CARRIED)) if here - there <= CARRY else None
