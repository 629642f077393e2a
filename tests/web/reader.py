"""Reads a page the way a browser does, as far as the tests need it."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Reader(HTMLParser):
    """Gathers tags with their attributes, and the stored text apart from our own notes."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.stored = ""
        self.words = ""
        self._open: list[tuple[str, str]] = []
        # A browser turns CR into LF before it parses, and only then resolves character references.
        self.feed(page.replace("\r\n", "\n").replace("\r", "\n"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append((tag, given))
        if tag not in VOID:
            self._open.append((tag, given.get("class", "")))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.words += data
        classes = [names.split() for _, names in self._open]
        if any("text" in names for names in classes) and not any("note" in names for names in classes):
            self.stored += data

    def values(self, tag: str, name: str) -> list[str]:
        """The values of an attribute on every tag of a kind."""
        return [given[name] for found, given in self.tags if found == tag and name in given]

    @property
    def ids(self) -> list[str]:
        """Every id of the page."""
        return [given["id"] for _, given in self.tags if "id" in given]
