"""The web application: pages for people, `/api/v1` for programs, over one archive."""

from __future__ import annotations

from collections.abc import Collection

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from onrecord import __version__
from onrecord.archive import Archive
from onrecord.web.api import api_routes
from onrecord.web.failures import handle_failures
from onrecord.web.rendering import STATIC, Renderer
from onrecord.web.routes import page_routes
from onrecord.web.security import LOCAL, KnownHosts, SecureHeaders

COMPRESS_FROM = 500  # bytes; below that gzip makes an answer longer


def create_app(archive: Archive, hosts: Collection[str] = LOCAL) -> FastAPI:
    """The pages and the read-only API of an archive, which the caller opens and closes.

    `hosts` are the names it answers to besides its IP addresses; "*" lets any name in.
    """
    renderer = Renderer()
    app = FastAPI(
        title="Onrecord",
        version=__version__,
        summary="A record of statements: who said what, in which words, at which occasion, according to which outlet",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
    )
    app.add_middleware(GZipMiddleware, minimum_size=COMPRESS_FROM)
    app.add_middleware(KnownHosts, hosts=hosts)
    app.add_middleware(SecureHeaders)
    app.include_router(api_routes(archive))
    app.include_router(page_routes(archive, renderer))
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    handle_failures(app, renderer)
    return app
