"""What a reader or a program is told when something goes wrong: one page, and one JSON shape."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, JSONResponse, Response

from onrecord.errors import ArchiveError, NotFound, OnrecordError, SearchError
from onrecord.web.contexts import ErrorPage
from onrecord.web.rendering import Renderer
from onrecord.web.searching import sentence
from onrecord.web.security import HEADERS

API = "/api/"


def handle_failures(app: FastAPI, renderer: Renderer) -> None:
    """Answers every failure in the manner of the address that was asked: JSON under `/api/`, a page elsewhere."""

    def answer(request: Request, status: int, code: str, message: str, next_step: str) -> Response:
        if request.url.path.startswith(API):
            error = {"code": code, "message": message, "next_step": next_step}
            return JSONResponse({"error": error}, status, HEADERS)
        page = ErrorPage(f"{status}", "", status, sentence(message), next_step)
        return HTMLResponse(renderer.html(page), status, HEADERS)

    @app.exception_handler(OnrecordError)
    def ours(request: Request, error: OnrecordError) -> Response:
        return answer(request, status_of(error), error.code, error.message, error.next_step)

    @app.exception_handler(RequestValidationError)
    def request_invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:]) or "request"
        return answer(request, 422, "request", f"{where}: {first['msg']}", "Correct the address and ask again.")

    @app.exception_handler(HTTPException)
    def http(request: Request, error: HTTPException) -> Response:
        message = f"{HTTPStatus(error.status_code).phrase.lower()}: {request.url.path}"
        response = answer(request, error.status_code, "http", message, "Start from the search page.")
        response.headers.update(error.headers or {})
        return response

    @app.exception_handler(Exception)
    def unforeseen(request: Request, _: Exception) -> Response:
        message = "something went wrong inside Onrecord"
        return answer(
            request, 500, "internal", message, "The server's log tells what; `onrecord doctor` checks the archive."
        )


def status_of(error: OnrecordError) -> int:
    """The HTTP status of one of our errors."""
    if isinstance(error, NotFound):
        return 404
    if isinstance(error, SearchError):
        return 400
    return 503 if isinstance(error, ArchiveError) else 500
