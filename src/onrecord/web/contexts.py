"""What each template is given: one frozen dataclass a page, and the views they are built of.

A test compares the variables of every template with the fields of its page here, so neither can drift.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.web.marks import Passage, Piece


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a filter."""

    value: str
    label: str
    chosen: bool
    gloss: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link with its words."""

    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a description list; `href` where its value has a page, `exact` where it is an id or a digest."""

    name: str
    value: str
    href: str | None = None
    exact: bool = False


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker, or the words "Speaker not named" with the reason."""

    name: str
    href: str | None
    office: str | None
    reason: str | None
    confidence: str | None


@dataclass(frozen=True, slots=True)
class StatementView:
    """One statement in a list: who, the words in their sentence, where and when, and the way to the characters."""

    id: str
    number: int
    speaker: SpeakerView
    pieces: tuple[Piece, ...]
    form: str
    form_gloss: str
    kind: str
    act: str
    occasion: str
    said: str
    reported: str
    outlet: str
    headline: str
    open_href: str
    href: str
    inner: bool = False


@dataclass(frozen=True, slots=True)
class ReportView:
    """One report in a list."""

    headline: str
    outlet: str
    dated: str
    kind: str
    statements: str
    href: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class PersonView:
    """One speaker in a list."""

    name: str
    offices: str
    statements: int
    reports: int
    href: str


@dataclass(frozen=True, slots=True)
class Group:
    """The statements of one person on one occasion in one report."""

    occasion: str
    when: str
    outlet: str
    headline: str
    dated: str
    href: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class OccasionView:
    """One occasion with those who took part."""

    name: str
    when: str
    participants: tuple[str, ...]
    evidence: str


@dataclass(frozen=True, slots=True)
class Page:
    """What every page has: its title and the part of the house it stands in."""

    title: str
    here: str


@dataclass(frozen=True, slots=True)
class SearchPage(Page):
    """The start page, and the answer to a search."""

    query: str
    scopes: tuple[Choice, ...]
    kinds: tuple[Choice, ...]
    forms: tuple[Choice, ...]
    speaker: str
    outlet: str
    outlet_names: tuple[str, ...]
    active: tuple[Link, ...]
    asked: bool
    problem: str
    found: str
    hits: tuple[StatementView, ...]
    reports: tuple[ReportView, ...]
    figures: tuple[Fact, ...]
    first_href: str
    next_href: str


@dataclass(frozen=True, slots=True)
class ReportPage(Page):
    """One report with its statements marked in the text."""

    headline: str
    outlet: str
    dated: str
    kind: str
    language: str
    passages: tuple[Passage, ...]
    statements: tuple[StatementView, ...]
    others: Link | None
    occasions: tuple[OccasionView, ...]
    provenance: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class StatementPage(Page):
    """The permalink of one statement."""

    view: StatementView
    before: str
    after: str
    facts: tuple[Fact, ...]
    parent: StatementView | None
    children: tuple[StatementView, ...]
    occasion: OccasionView | None
    offsets: tuple[Fact, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class PersonPage(Page):
    """One speaker with what is on record."""

    name: str
    names: tuple[str, ...]
    offices: tuple[str, ...]
    total: str
    groups: tuple[Group, ...]
    search_href: str
    first_href: str
    next_href: str


@dataclass(frozen=True, slots=True)
class ReportsPage(Page):
    """All reports."""

    reports: tuple[ReportView, ...]
    found: str
    first_href: str
    next_href: str


@dataclass(frozen=True, slots=True)
class PeoplePage(Page):
    """All speakers, or those whose name matches."""

    query: str
    people: tuple[PersonView, ...]
    cut: bool


@dataclass(frozen=True, slots=True)
class HelpPage(Page):
    """What the marks and words mean, and what this archive holds."""

    forms: tuple[Fact, ...]
    kinds: tuple[Fact, ...]
    bases: tuple[Fact, ...]
    figures: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class ErrorPage(Page):
    """Something that went wrong, in one line, and what to do about it."""

    status: int
    message: str
    next_step: str
