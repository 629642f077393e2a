"""Papers and posts that are told of again: "the reply says", "the same letter", "a second post"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, takewhile

from onrecord.model import Statement
from onrecord.read.people.lists import listed
from onrecord.read.people.references import Reference
from onrecord.read.people.verdicts import State, Verdict
from onrecord.read.people.words import Word

# How sure a speaker is who is told of again, and the paragraphs back to him; see `evaluation/speakers.py --sweep`.
BODY_AGAIN, AGAIN = 0.6, 2
# One more of what was written before, and how its writing is told.
_MORE = listed("same second third another further later")
_WRITING = {"post": listed("posted posts"), "letter": listed("wrote writes"), "posting": listed("posted posts")}


def more_of_it(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """For "the same letter" and "a second post": who wrote the letter or posted before."""
    words = [word.lower for word in reference.words]
    return author_of(state, statement, words[1]) if len(words) == 2 and words[0] in _MORE else None


def author_of(state: State, statement: Statement, noun: str) -> Verdict | None:
    """For "The statement reads": whoever spoke "in a statement" not long before."""
    items, here = state.words.items, state.words.items[state.anchor(statement)].paragraph
    for identity in reversed(list(state.verdicts)):
        other, verdict = state.statements[identity], state.verdicts[identity]
        if verdict is None or not verdict.name or other.nested_in or state.in_headline(other):
            continue
        at = state.anchor(other)
        if not 0 <= here - items[at].paragraph <= AGAIN:
            return None
        if any(word.lower in _written(noun) and not word.quoted for word in _sentence(state, at)):
            return replace(verdict, confidence=min(verdict.confidence, BODY_AGAIN))
    return None


def _written(noun: str) -> frozenset[str]:
    """The noun, and the verbs of who writes such a paper: "posted", "wrote"."""
    return _WRITING.get(noun, frozenset()) | {noun}


def _sentence(state: State, at: int) -> Iterator[Word]:
    """The words of the sentence from its source on, or from an "In a letter" that opens it."""
    items, first = state.words.items, at
    while first > 0 and items[first - 1].sentence == items[at].sentence:
        first -= 1
    at = first if items[first].lower in {"in", "through", "via"} else at
    return takewhile(lambda word: word.sentence == items[at].sentence, islice(items, at, None))
