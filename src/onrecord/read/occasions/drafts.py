"""Occasions in the making: what is known of one while it is put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from onrecord.model import OccasionType, Span
from onrecord.read.occasions import wording
from onrecord.read.occasions.people import (
    persons_of,
    same_person,
)

FACING_THE_PRESS: frozenset[OccasionType] = frozenset({"joint press conference", "press conference", "briefing"})
# Happenings that reports tell of without anybody being quoted from them.
EVENTS = wording.EVENTS
# Times that lie behind the report: what was said then is told in passing.
FAR = frozenset({"week", "month", "season", "year"})


@dataclass(slots=True)
class Draft:
    """An occasion while it is put together.

    `side` ones are told in passing: only what follows on them is theirs. `separate` ones stand beside another,
    `meanwhile` ones somewhere else; `loose` ones rest on a weak phrase ("told reporters").
    `main` is the meeting or call that a readout tells of, `chamber` a speech to a parliament or council, `whole` a
    paper or transcript that is one occasion from its title on. `again` are words that likely tell it once more; place
    and time are not read from them. A `likely` one was found by no rule.
    """

    type: OccasionType
    evidence: list[Span]
    people: list[str] = field(default_factory=list)
    beside: list[str] = field(default_factory=list)
    interviewer: str | None = None
    side: bool = False
    separate: bool = False
    meanwhile: bool = False
    loose: bool = False
    whole: bool = False
    main: bool = False
    chamber: bool = False
    again: list[Span] = field(default_factory=list)
    likely: bool = False

    def has(self, name: str, *, asking: bool = True) -> bool:
        """Whether the person takes part, the interviewer too unless `asking` is false."""
        seated = (*self.people, *self.beside, *([self.interviewer] if self.interviewer and asking else []))
        return bool(name.strip()) and any(same_person(person, other) for person in persons_of(name) for other in seated)

    def add(self, names: Sequence[str]) -> None:
        """Let persons take part who do not yet."""
        self.people += [name for name in names if not self.has(name)]

    def seats(self) -> int:
        """How many are known to take part."""
        return len(self.people) + len(self.beside)

    def begun(self, end: int) -> int | None:
        """Where it was last spoken of before `end`, None when that comes later."""
        return max((span.start for span in self.evidence if span.start < end), default=None)

    def likely_begun(self, end: int) -> int | None:
        """Where it was last spoken of before `end`, be it only likely."""
        return max((span.start for span in (*self.evidence, *self.again) if span.start < end), default=None)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An occasion told in the report, and how likely the words of its sentences tell it, as read without the rules."""

    draft: Draft
    chance: float
