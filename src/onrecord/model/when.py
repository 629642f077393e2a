"""When something was: an interval, its grain, and the evidence it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, get_args

from onrecord.model.span import Span

Grain = Literal["minute", "day", "weekday", "week", "month", "season", "year", "unknown"]
Basis = Literal["metadata", "dateline", "text", "linked", "bounds", "page_render", "unknown"]
Weekday = Literal["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days `[start, end]` with its basis; unknown is a legal value.

    `grain="weekday"` with no `start` says "Tuesday, date unknown". `basis="page_render"` marks the day a page was
    rendered: it is recorded, and never used as a date of the report.
    """

    start: date | None = None
    end: date | None = None
    grain: Grain = "unknown"
    basis: Basis = "unknown"
    weekday: Weekday | None = None
    evidence: Span | None = None

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"{self.end} is before {self.start}: an interval runs forwards")

    @property
    def known(self) -> bool:
        """Whether it says anything at all."""
        return self.start is not None or self.end is not None or self.weekday is not None


UNKNOWN = When()
