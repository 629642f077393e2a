"""Jinja with everything escaped, nothing undefined, and the stored text kept exact."""

from __future__ import annotations

import hashlib
from dataclasses import fields
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from onrecord import __version__
from onrecord.web.contexts import (
    ErrorPage,
    HelpPage,
    Page,
    PeoplePage,
    PersonPage,
    ReportPage,
    ReportsPage,
    SearchPage,
    StatementPage,
)

STATIC = Path(__file__).parent / "static"
TEMPLATES = Path(__file__).parent / "templates"
PAGES: dict[type[Page], str] = {
    ErrorPage: "error.html", HelpPage: "help.html", PeoplePage: "people.html", PersonPage: "person.html",
    ReportPage: "report.html", ReportsPage: "reports.html", SearchPage: "search.html",
    StatementPage: "statement.html",
}  # fmt: skip
# HTML cannot carry U+0000, UTF-8 cannot carry half a surrogate pair: both are shown as the replacement character.
_UNSHOWABLE = {0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


class Renderer:
    """Turns a page's context into HTML."""

    def __init__(self) -> None:
        self.environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self.environment.filters["exact"] = exact
        self.environment.globals.update(asset=_assets().__getitem__, version=__version__)

    def html(self, page: Page) -> str:
        """The whole page."""
        context = {item.name: getattr(page, item.name) for item in fields(page)}
        return self.environment.get_template(PAGES[type(page)]).render(context).translate(_UNSHOWABLE)


def exact(text: str) -> Markup:
    """Stored text escaped so that a browser's document holds the same characters: a parser would turn CR into LF."""
    return Markup(str(escape(text)).replace("\r", "&#13;"))


def _assets() -> dict[str, str]:
    """The address of each static file, with a digest of its bytes so that it may be cached for ever."""
    return {
        path.name: f"/static/{path.name}?v={hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"
        for path in sorted(STATIC.iterdir())
        if path.suffix in {".css", ".js", ".svg"}
    }
