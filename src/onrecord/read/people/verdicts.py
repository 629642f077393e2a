"""What is decided for a statement, and what is remembered while the statements are gone through."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import Report, Statement
from onrecord.read.people.bodies import Bodies
from onrecord.read.people.crowd import Place
from onrecord.read.people.entities import Cast, Entity
from onrecord.read.people.ranking import Candidate
from onrecord.read.people.words import Words

# Paragraphs for which "he" may be somebody without a name who has spoken; far from any paragraph.
STRANGE, UNSPOKEN = 1, -10
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who spoke: an entity or a bare name, how surely, and whom it was chosen from."""

    name: str
    confidence: float
    entity: Entity | None = None
    ranked: tuple[Candidate, ...] = ()


@dataclass(slots=True)
class State:
    """The report, its people and bodies, and what has been decided so far."""

    report: Report
    words: Words
    cast: Cast
    bodies: Bodies
    statements: dict[str, Statement]
    verdicts: dict[str, Verdict | None] = field(default_factory=dict)
    speaker: Entity | None = None
    speaker_sentence: int = -1
    speaker_paragraph: int = -1
    stranger_paragraph: int = UNSPOKEN
    spoken: list[Entity] = field(default_factory=list)
    last: Statement | None = None
    called: dict[str, Entity] = field(default_factory=dict)
    strangers: set[str] = field(default_factory=set)

    def outer(self, statement: Statement) -> Verdict | None:
        """What was decided for the statement that this one is nested in."""
        return self.verdicts.get(statement.nested_in) if statement.nested_in else None

    def place(self, statement: Statement) -> Place:
        """Where the statement's source stands and who spoke before it."""
        at, nested = self.anchor(statement), statement.nested_in is not None
        word = self.words.items[at] if self.words.items else None
        outer, around = self.outer(statement), self.statements.get(statement.nested_in or "")
        told = around is not None and around.form == "indirect"
        party = outer.entity if outer else None
        other = next((entity for entity in reversed(self.spoken) if entity is not party), None)
        return Place(
            word=at,
            own=statement.content,
            sentence=word.sentence if word else 0,
            paragraph=word.paragraph if word else 0,
            quoted=bool(word and word.quoted) and not told,
            nested=nested,
            headline=self.in_headline(statement),
            speaker=None if nested or self.in_headline(statement) else self.speaker,
            speaker_sentence=self.speaker_sentence,
            speaker_paragraph=self.speaker_paragraph,
            outer=party,
            other=other,
            stranger=not nested and word is not None and 0 <= word.paragraph - self.stranger_paragraph <= STRANGE,
        )

    def anchor(self, statement: Statement) -> int:
        """Index of the word at which the statement's source, else its cue or content, begins."""
        span = statement.source or statement.cue or statement.content[0]
        return self.words.at(span.start)

    def in_headline(self, statement: Statement) -> bool:
        """Whether the statement stands in a headline."""
        if not self.words.items:
            return False
        paragraph = self.words.items[self.words.at(statement.content[0].start)].paragraph
        return self.words.paragraphs[paragraph].kind == "headline"

    def remember(self, statement: Statement, verdict: Verdict | None, *, strange: bool = False) -> None:
        """Keep the decision; a person who spoke outside a headline is the last speaker from now on.

        `strange` tells that the source is one person without a name.
        """
        self.verdicts[statement.id] = verdict
        if statement.nested_in is not None or self.in_headline(statement):
            return
        self.last = statement
        if strange and (verdict is None or not verdict.name):
            self.stranger_paragraph = self.words.items[self.anchor(statement)].paragraph
        elif verdict and verdict.name:
            self.stranger_paragraph = UNSPOKEN
        if verdict and verdict.entity is not None and verdict.entity.kind == "person":
            at = self.anchor(statement)
            self.speaker, word = verdict.entity, self.words.items[at]
            self.speaker_sentence, self.speaker_paragraph = word.sentence, word.paragraph
            self.spoken.append(verdict.entity)

    def echoes(self, statement: Statement) -> dict[int, float]:
        """How much of a headline's words each person's statements in the body say again."""
        wanted = self._long_words([statement]) if self.in_headline(statement) else set()
        if not wanted:
            return {}
        found: dict[int, float] = {}
        for identity, verdict in self.verdicts.items():
            other = self.statements[identity]
            if verdict and verdict.entity and not other.nested_in and not self.in_headline(other):
                share = len(wanted & self._long_words([other])) / len(wanted)
                found[verdict.entity.number] = max(share, found.get(verdict.entity.number, 0.0))
        return found

    def _long_words(self, statements: Sequence[Statement]) -> set[str]:
        text = self.report.text
        return {
            word.lower()[:6]
            for statement in statements
            for span in statement.content
            for word in _LONG_WORD.findall(text, span.start, span.end)
        }
