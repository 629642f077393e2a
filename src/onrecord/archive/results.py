"""What the archive answers with: frozen, and whole enough to show without asking again."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Generic, TypeVar

from onrecord.model import Occasion, Report, ReportKind, Span, Statement, When

T = TypeVar("T")


class Added(Enum):
    """What `Archive.add` did with a source."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REREAD = "reread"


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some items of a longer list. `next` fetches what follows, None at the end.

    `total` counts the whole list, but never further than a thousand.
    """

    items: tuple[T, ...] = ()
    next: str | None = None
    total: int = 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of a searched text with the places that match.

    `start` is where `text` begins in the whole (the statement's words, or the report's text); `marks` count from the
    start of the snippet. `before` and `after` say whether something was cut off there.
    """

    text: str
    start: int = 0
    marks: tuple[Span, ...] = ()
    before: bool = False
    after: bool = False


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report without its text."""

    id: str
    title: str | None
    outlet: str | None
    kind: ReportKind
    location: str
    credit: str | None
    published: When
    dateline: str | None
    statements: int
    sources: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement found, with the report that has it; `words` is all of its content in reading order."""

    statement: Statement
    words: str
    snippet: Snippet
    report: ReportSummary


@dataclass(frozen=True, slots=True)
class ReportHit:
    """A report found, with the stretch of its text that matches best."""

    report: ReportSummary
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class StatementInReport:
    """A statement with the report that it opens in, and its occasion when the report tells of one."""

    statement: Statement
    report: Report
    occasion: Occasion | None = None

    @property
    def words(self) -> str:
        """The content in reading order."""
        return join_words(self.report.text, self.statement.content)


@dataclass(frozen=True, slots=True)
class SpeakerSummary:
    """Somebody statements are ascribed to: how often, in how many reports, in which offices, by which outlets."""

    id: str
    name: str
    statements: int
    reports: int
    offices: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """How much the archive holds."""

    sources: int
    reports: int
    statements: int
    speakers: int
    occasions: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong inside an archive, and what to do about it."""

    problem: str
    next_step: str


GAP = " … "  # stands between the parts of a content that its cue breaks


def join_words(text: str, content: tuple[Span, ...]) -> str:
    """The words of a content, its parts joined by `GAP`."""
    return GAP.join(span.of(text) for span in content)
