"""Whom "it" and "they" mean but the last speaker: the body that opens the sentence, or whose words were just told."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.model import Statement
from onrecord.read.people.likeness import is_from
from onrecord.read.people.lists import listed
from onrecord.read.people.references import Reference
from onrecord.read.people.sources import read_source
from onrecord.read.people.titles import ORG_NOUNS
from onrecord.read.people.verdicts import State, Verdict
from onrecord.read.people.words import Word

# How sure each is; see `evaluation/speakers.py`.
OWN_SUBJECT, JUST_TOLD = 0.6, 0.55
# Words at the opening of a sentence among which its subject ends.
_OPENING = 6
# Words of a time before "they", with the quotation mark: "“Last month they wrote".
_BEFORE = 4
# What opens the clause in which "it" goes back to the subject of the sentence.
_CLAUSES = listed(
    "when after before while as because since if although though where until once whether and but that , —"
)
_KINDS = ORG_NOUNS | listed("company firm group club union embassy broadcaster bank airline operator gang tank charity")


def subject_reference(state: State, statement: Statement) -> Reference | None:
    """How the sentence of "it" calls its subject, where a clause opens between: "The company lied when it said so"."""
    items, at = state.words.items, state.anchor(statement)
    first = at
    while first > 0 and items[first - 1].sentence == items[at].sentence:
        first -= 1
    if at - first < 2 or items[at - 1].lower not in _CLAUSES or items[first].lower not in {"the", "a", "an"}:
        return None
    noun = next((i for i in range(first + 1, min(first + _OPENING, at)) if items[i].lower in _KINDS), None)
    if noun is None or items[noun].possessive or not _is_subject(items[noun + 1]):
        return None
    reference = read_source(items[first : noun + 1])
    return reference if reference.way == "body" and reference.definite else None


def _is_subject(behind: Word) -> bool:
    """Whether a verb may follow the noun, so that nothing else of the phrase is the head."""
    return behind.text.islower() and behind.lower not in {"of", "for", "and", "or", "in", "at", "on", "by", "to"}


def told_just_before(state: State, statement: Statement) -> Verdict | None:
    """For “They told us that the stock was gone”: the body whose words the same speaker told right before."""
    outer = state.statements.get(statement.nested_in or "")
    if outer is None or outer.form == "indirect" or statement.source is None:
        return None
    items, at, opening = state.words.items, state.anchor(statement), state.words.at(outer.content[0].start)
    opens = 0 <= at - opening <= _BEFORE
    found = [verdict for here, verdict in _told(state, outer) if items[opening].sentence - items[here].sentence == 1]
    if not opens or len({verdict.name for verdict in found}) != 1:
        return None
    last = found[-1]
    person = last.entity is not None and last.entity.kind == "person"
    speaker = state.verdicts.get(outer.id)
    home = state.report.dateline.place if state.report.dateline else None
    at_home = (home or "").lower() == last.name.lower()
    own = at_home or (speaker is not None and speaker.entity is not None and is_from(speaker.entity, last.name))
    return None if person or own or " and " in last.name else Verdict(last.name, JUST_TOLD, last.entity)


def _told(state: State, outer: Statement) -> Iterator[tuple[int, Verdict]]:
    """Where the words begin that were told by others in the sentence before, and whose they are."""
    for identity, verdict in state.verdicts.items():
        other = state.statements[identity]
        if other.nested_in and other.nested_in != outer.id and verdict is not None and verdict.name:
            yield state.anchor(other), verdict
