"""A report as this package looks at it: its sentences, its narrative, and who speaks where."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, wraps

from onrecord.model import WEEKDAYS, Report, Span, Statement, When
from onrecord.read.occasions.people import speakers_of
from onrecord.read.occasions.sentences import SAID, Sentence, narrative_of, read_sentences, sentence_at
from onrecord.read.occasions.times import Anchor, anchor_of, find_times
from onrecord.read.occasions.voices import presume

# In a report without capital letters days are still days.
_SMALL_DAY = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b", re.IGNORECASE)


def position(statement: Statement) -> int:
    """Where a statement is ascribed: at its cue, else at its source, else where its content begins."""
    return (statement.cue or statement.source or statement.content[0]).start


@dataclass(frozen=True)
class Scene:
    """The report, the statements that stand in no other one in text order, and where they stand.

    `sure` are the speakers that the reader found; the others are presumed, and not to be shown.
    """

    report: Report
    sentences: tuple[Sentence, ...]
    narrative: str
    statements: tuple[Statement, ...]
    sure: frozenset[str] = frozenset()
    judged: dict[tuple[str, str], bool] = field(default_factory=dict, repr=False, compare=False)
    _times: dict[tuple[Span, bool], tuple[When, ...]] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def of(cls, report: Report, statements: Sequence[Statement]) -> Scene:
        """Look at a report."""
        outer = sorted((s for s in statements if not s.nested_in), key=position)
        sure = frozenset(name for statement in outer for name in speakers_of(statement))
        narrative = narrative_of(report.text, statements)
        if narrative.islower():
            narrative = _SMALL_DAY.sub(lambda match: match.group().capitalize(), narrative)
        return cls(report, read_sentences(report), narrative, presume(report.text, outer), sure)

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The persons and bodies that speak in the report."""
        return tuple(dict.fromkeys(name for statement in self.statements for name in speakers_of(statement)))

    @cached_property
    def places(self) -> dict[str, int]:
        """The number of the sentence in which each statement is ascribed."""
        return {statement.id: sentence_at(self.sentences, position(statement)) for statement in self.statements}

    def sentence_of(self, statement: Statement) -> Sentence:
        """The sentence in which a statement is ascribed."""
        return self.sentences[self.places[statement.id]]

    def is_head(self, span: Span) -> bool:
        """Whether the span lies in a headline or subhead."""
        return self.sentences[sentence_at(self.sentences, span.start)].block != "body"

    def line_of(self, span: Span) -> int:
        """The line in which the span begins."""
        return self.sentences[sentence_at(self.sentences, span.start)].line

    def is_lead(self, number: int) -> bool:
        """Whether a sentence stands in the first line of the body."""
        first = next((sentence.line for sentence in self.sentences if sentence.block == "body"), None)
        return self.sentences[number].block == "body" and self.sentences[number].line == first

    def in_sentence(self, number: int) -> list[Statement]:
        """The statements ascribed in a sentence."""
        return self._by_sentence.get(number, [])

    @cached_property
    def _by_sentence(self) -> dict[int, list[Statement]]:
        found: dict[int, list[Statement]] = {}
        for statement in self.statements:
            found.setdefault(self.places[statement.id], []).append(statement)
        return found

    def source(self, statement: Statement) -> str:
        """The words of the source, empty when there are none."""
        return statement.source.of(self.report.text) if statement.source is not None else ""

    def cue(self, statement: Statement) -> str:
        """The words of the cue, empty when there are none."""
        return statement.cue.of(self.report.text) if statement.cue is not None else ""

    def said_before(self, number: int) -> list[str]:
        """Who spoke in the last sentence before this one in which somebody is named."""
        names = [speakers_of(s) for s in self.statements if self.places[s.id] < number and s.speaker]
        return list(names[-1]) if names else []

    def said_after(self, number: int) -> list[str]:
        """Who speaks in the next sentence in which somebody is named."""
        return next((list(speakers_of(s)) for s in self.statements if self.places[s.id] > number and s.speaker), [])

    def times(self, span: Span, *, told: bool = False) -> tuple[When, ...]:
        """The times that the span names, of its narrative or of what is `told` there: each stretch is read once."""
        found = self._times.get((span, told))
        if found is None:
            text = self.report.text if told else self.narrative
            found = self._times[span, told] = tuple(find_times(text, self._anchor, span.start, span.end))
        return found

    @cached_property
    def _anchor(self) -> Anchor | None:
        return anchor_of(self.report)

    def told_in(self, span: Span) -> Span:
        """The content that holds words which somebody told, the words alone when there is none."""
        return next((held for s in self.statements for held in s.content if held.contains(span)), span)

    def around(self, span: Span) -> Span:
        """The sentence that holds the span, or the content when the span lies in one."""
        if SAID in self.narrative[span.start : span.end]:
            return self.told_in(span)
        return self.sentences[sentence_at(self.sentences, span.start)].span


Judge = Callable[[Scene, Statement], bool]


def once(judge: Judge) -> Judge:
    """Judge a statement of a report once: rules and weights ask the same of it."""

    @wraps(judge)
    def remembered(scene: Scene, statement: Statement) -> bool:
        key = judge.__name__, statement.id
        found = scene.judged.get(key)
        if found is None:
            found = scene.judged[key] = judge(scene, statement)
        return found

    return remembered
