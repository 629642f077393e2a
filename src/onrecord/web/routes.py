"""The pages' addresses."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse

from onrecord.archive import Archive
from onrecord.errors import SearchError
from onrecord.web import building
from onrecord.web.contexts import Page
from onrecord.web.rendering import Renderer
from onrecord.web.searching import Asked, read_asked, search_page, sentence


def page_routes(archive: Archive, renderer: Renderer) -> APIRouter:
    """Every page. The functions are synchronous: the archive blocks, and Starlette runs them in threads."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    def answer(page: Page, status: int = 200) -> HTMLResponse:
        return HTMLResponse(renderer.html(page), status)

    @router.get("/")
    def search(request: Request) -> HTMLResponse:
        single = dict(request.query_params)
        try:
            asked = read_asked(single, request.query_params.getlist("kind"))
        except SearchError as error:
            problem = f"{sentence(error.message)} {error.next_step}"
            return answer(search_page(archive, Asked(single.get("q", "").strip()), problem), 400)
        page = search_page(archive, asked)
        return answer(page, 400 if page.problem else 200)

    @router.get("/reports")
    def reports(after: str = "") -> HTMLResponse:
        return answer(building.reports_page(archive, after))

    @router.get("/reports/{report_id}")
    def report(report_id: str, kinds: str = "") -> HTMLResponse:
        return answer(building.report_page(archive, report_id, kinds == "all"))

    @router.get("/statements/{statement_id}")
    def statement(request: Request, statement_id: str) -> HTMLResponse:
        return answer(building.statement_page(archive, statement_id, str(request.base_url).rstrip("/")))

    @router.get("/people")
    def people(q: str = "") -> HTMLResponse:
        return answer(building.people_page(archive, q.strip()))

    @router.get("/people/{speaker_id}")
    def person(speaker_id: str, after: str = "") -> HTMLResponse:
        return answer(building.person_page(archive, speaker_id, after))

    @router.get("/help")
    def help_() -> HTMLResponse:
        return answer(building.help_page(archive))

    @router.get("/favicon.ico")
    def favicon() -> RedirectResponse:
        return RedirectResponse("/static/mark.svg", 301)

    return router
