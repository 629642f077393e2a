"""The read-only JSON API under `/api/v1`."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query

from onrecord.archive import Archive, Hit, Page
from onrecord.model import DEFAULT_KINDS, Form, Kind
from onrecord.web.schemas import (
    FailureAnswer,
    OccasionShape,
    PeopleAnswer,
    PersonAnswer,
    PersonShape,
    ReportAnswer,
    SearchAnswer,
    StatementAnswer,
    hit_shape,
    report_shape,
    statement_shape,
    words_of,
)

LONGEST_PAGE = 200

Limit = Annotated[int, Query(ge=1, le=LONGEST_PAGE, description="items a page")]
After = Annotated[str | None, Query(description="the `next` of the page before")]
Name = Annotated[str, Query(description="a name or a part of one")]


def api_routes(archive: Archive) -> APIRouter:
    """The API's addresses; each answers with a declared shape, and every failure with one."""
    failures: dict[int | str, dict[str, object]] = {
        400: {"model": FailureAnswer}, 404: {"model": FailureAnswer}, 422: {"model": FailureAnswer},
    }  # fmt: skip
    router = APIRouter(prefix="/api/v1", responses=failures)

    @router.get("/search")
    def search(
        q: Annotated[str, Query(description='words, "phrases", prefix*, OR, -not')] = "",
        kind: Annotated[list[Kind] | None, Query(description="statement, decree and document by default")] = None,
        form: Form | None = None,
        speaker: Annotated[str | None, Query(description="an id, or a part of a name")] = None,
        outlet: str | None = None,
        limit: Limit = 20,
        after: After = None,
    ) -> SearchAnswer:
        """Statements whose words or speaker match, best first."""
        return _answer(archive.search(q, frozenset(kind or DEFAULT_KINDS), form, speaker, outlet, limit, after))

    @router.get("/reports/{report_id}")
    def report(report_id: str) -> ReportAnswer:
        """A report with its text and everything read in it."""
        reading = archive.reading(report_id)
        text = reading.report.text
        return ReportAnswer(
            report=report_shape(reading.report),
            statements=[statement_shape(item, words_of(item, text)) for item in reading.statements],
            occasions=[OccasionShape.model_validate(item) for item in reading.occasions],
            run=reading.run,
        )

    @router.get("/statements/{statement_id}")
    def statement(statement_id: str) -> StatementAnswer:
        """A statement with its report and occasion."""
        found = archive.statement(statement_id)
        return StatementAnswer(
            statement=statement_shape(found.statement, words_of(found.statement, found.report.text)),
            report=report_shape(found.report),
            occasion=OccasionShape.model_validate(found.occasion) if found.occasion else None,
        )

    @router.get("/people")
    def people(q: Name = "", limit: Limit = 20) -> PeopleAnswer:
        """Speakers, the most quoted first."""
        return PeopleAnswer(items=[PersonShape.model_validate(item) for item in archive.speakers(q, limit)])

    @router.get("/people/{speaker_id}")
    def person(speaker_id: str, limit: Limit = 20, after: After = None) -> PersonAnswer:
        """A speaker with the statements ascribed to them, the last added first."""
        return PersonAnswer(
            person=PersonShape.model_validate(archive.speaker(speaker_id)),
            statements=_answer(archive.statements_of(speaker_id, limit=limit, after=after)),
        )

    return router


def _answer(page: Page[Hit]) -> SearchAnswer:
    return SearchAnswer(items=[hit_shape(hit) for hit in page.items], next=page.next, total=page.total)
