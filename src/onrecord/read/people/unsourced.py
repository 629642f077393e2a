"""Statements that name no source: quotations that go on, and cues that share the source before them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.model import Statement
from onrecord.read.people.verdicts import State, Verdict

# Confidence of a speaker carried on, and the paragraphs that the quotation may stand behind his last words.
CARRIED, CARRY = 0.75, 1
# Share of a headline's words that a statement must say again to give the headline its speaker.
ECHO = 0.5


def without_source(state: State, statement: Statement) -> Verdict | None:
    """No source and no cue: the quotation goes on with the last speaker, a headline's with whoever says it below."""
    if statement.nested_in or statement.cue is not None:
        return _chained(state, statement)
    if state.in_headline(statement):
        echoes = state.echoes(statement)
        number = max(echoes, key=echoes.__getitem__, default=None)
        if number is None or echoes[number] < ECHO:
            return None
        entity = state.cast.entities[number]
        return Verdict(entity.name, CARRIED, entity)
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
