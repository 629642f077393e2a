"""The shapes of the JSON API. Spans are half-open and count Unicode code points of the report's text."""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from onrecord.archive import Hit
from onrecord.archive.results import GAP
from onrecord.model import (
    Act,
    Basis,
    BlockKind,
    Contribution,
    CreditRelation,
    DateKind,
    DateOrigin,
    Form,
    Grain,
    Kind,
    OccasionType,
    Report,
    ReportKind,
    Role,
    Span,
    Speaker,
    Statement,
    Weekday,
)


class Shape(BaseModel):
    """Read from our own frozen objects by their attributes; nothing else goes in."""

    model_config = ConfigDict(from_attributes=True, extra="forbid", frozen=True)


class SpanShape(Shape):
    """`text[start:end]`."""

    start: int
    end: int


class WhenShape(Shape):
    """An interval with its basis; a basis of `page_render` marks a day that is no date of the report."""

    start: date | None
    end: date | None
    grain: Grain
    basis: Basis
    weekday: Weekday | None
    evidence: SpanShape | None


class SpeakerShape(Shape):
    """A name with the probability that it is right."""

    id: str
    name: str
    office: str | None
    confidence: float


class StatementShape(Shape):
    """One attribution relation, with its words."""

    id: str
    words: list[str]
    form: Form
    kind: Kind
    act: Act
    source: SpanShape | None
    cue: SpanShape | None
    content: list[SpanShape]
    speaker: SpeakerShape | None
    addressee: SpeakerShape | None
    nested_in: str | None
    occasion: str | None
    confidence: float


class ParticipantShape(Shape):
    """Somebody at an occasion, in a role."""

    name: str
    role: Role


class OccasionShape(Shape):
    """What happened, as one report tells it."""

    id: str
    type: OccasionType
    place: str | None
    participants: list[ParticipantShape]
    when: WhenShape
    evidence: list[SpanShape]


class ReportSummaryShape(Shape):
    """A report without its text."""

    id: str
    title: str | None
    outlet: str | None
    kind: ReportKind
    location: str
    credit: str | None
    published: WhenShape
    dateline: str | None
    statements: int
    sources: int


class BlockShape(Shape):
    """A run of the text with its kind."""

    kind: BlockKind
    start: int
    end: int


class DatelineShape(Shape):
    """Place and date that open a report."""

    place: str | None
    date: WhenShape
    span: SpanShape | None


class DateEvidenceShape(Shape):
    """One date that something states of a report, and where; `conflict` marks what disagrees with the rest."""

    kind: DateKind
    origin: DateOrigin
    when: WhenShape
    words: str | None
    conflict: bool


class ContributorShape(Shape):
    """Somebody who made the report, in a role; `span` is where the name stands in the text."""

    name: str
    role: Contribution
    span: SpanShape | None


class CreditLinkShape(Shape):
    """One link of the chain by which a report came here."""

    name: str
    relation: CreditRelation
    span: SpanShape | None


class ReportShape(Shape):
    """A report with its stored text."""

    id: str
    kind: ReportKind
    title: str | None
    outlet: str | None
    byline: str | None
    credit: str | None
    dateline: DatelineShape
    published: WhenShape
    page_render: WhenShape
    modified: WhenShape
    bounds: WhenShape
    evidence: list[DateEvidenceShape]
    contributors: list[ContributorShape]
    chain: list[CreditLinkShape]
    domain: str | None
    canonical: str | None
    language: str | None
    location: str
    source_sha256: str
    text: str
    blocks: list[BlockShape]


class ReportAnswer(Shape):
    """A report and all that was read in it."""

    report: ReportShape
    statements: list[StatementShape]
    occasions: list[OccasionShape]
    run: str


class HitShape(Shape):
    """A statement found, with the report it stands in."""

    statement: StatementShape
    report: ReportSummaryShape


class SearchAnswer(Shape):
    """A page of statements; `next` is the cursor of the following one, null at the end. `total` stops at 1000."""

    items: list[HitShape]
    next: str | None
    total: int


class StatementAnswer(Shape):
    """A statement with its report and occasion."""

    statement: StatementShape
    report: ReportShape
    occasion: OccasionShape | None


class PersonShape(Shape):
    """A speaker as the reports name them."""

    id: str
    name: str
    offices: list[str]
    outlets: list[str]
    statements: int
    reports: int


class PeopleAnswer(Shape):
    """Speakers, the most quoted first."""

    items: list[PersonShape]


class PersonAnswer(Shape):
    """A speaker with a page of the statements ascribed to them."""

    person: PersonShape
    statements: SearchAnswer


class Failure(Shape):
    """What is wrong, and what to do about it."""

    code: str
    message: str
    next_step: str


class FailureAnswer(Shape):
    """The one shape of every failure."""

    error: Failure


def statement_shape(statement: Statement, words: list[str]) -> StatementShape:
    """A statement with the words of each of its spans."""
    return StatementShape(
        id=statement.id, words=words, form=statement.form, kind=statement.kind, act=statement.act,
        source=_span(statement.source), cue=_span(statement.cue),
        content=[SpanShape.model_validate(span) for span in statement.content],
        speaker=_speaker(statement.speaker), addressee=_speaker(statement.addressee),
        nested_in=statement.nested_in, occasion=statement.occasion, confidence=round(statement.confidence, 4),
    )  # fmt: skip


def words_of(statement: Statement, text: str) -> list[str]:
    """The exact words of each content span."""
    return [span.of(text) for span in statement.content]


def report_shape(report: Report) -> ReportShape:
    """A report with its blocks and dates in place."""
    dates = report.dates
    return ReportShape(
        id=report.id, kind=report.kind, title=report.title, outlet=report.outlet, byline=report.byline,
        credit=report.credit, dateline=DatelineShape.model_validate(report.dateline),
        published=WhenShape.model_validate(dates.published), page_render=WhenShape.model_validate(dates.page_render),
        modified=WhenShape.model_validate(dates.modified), bounds=WhenShape.model_validate(dates.bounds),
        evidence=[DateEvidenceShape.model_validate(each) for each in dates.evidence],
        contributors=[ContributorShape.model_validate(each) for each in report.contributors],
        chain=[CreditLinkShape.model_validate(each) for each in report.chain],
        domain=report.domain, canonical=report.canonical,
        language=report.language, location=report.location, source_sha256=report.source_sha256, text=report.text,
        blocks=[BlockShape(kind=block.kind, start=block.span.start, end=block.span.end) for block in report.blocks],
    )  # fmt: skip


def hit_shape(hit: Hit) -> HitShape:
    """A statement found; its words are cut from the joined content, span by span."""
    words, offset = [], 0
    for span in hit.statement.content:
        words.append(hit.words[offset : offset + len(span)])
        offset += len(span) + len(GAP)
    return HitShape(
        statement=statement_shape(hit.statement, words), report=ReportSummaryShape.model_validate(hit.report)
    )


def _span(span: Span | None) -> SpanShape | None:
    return SpanShape.model_validate(span) if span else None


def _speaker(speaker: Speaker | None) -> SpeakerShape | None:
    return SpeakerShape.model_validate(speaker) if speaker else None
