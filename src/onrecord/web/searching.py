"""The start page: what a search asks for, and its answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar
from urllib.parse import urlencode

from onrecord.archive import Archive, Hit
from onrecord.archive.results import GAP
from onrecord.errors import SearchError
from onrecord.model import DEFAULT_KINDS, FORMS, KINDS, Form, Kind, Reading, Span
from onrecord.web import wording
from onrecord.web.contexts import Choice, Fact, Link, SearchPage, StatementView
from onrecord.web.views import report_view, statement_view

PAGE = 20
LATEST = 5  # statements on the start page
COUNTED = 1000  # the archive counts matches up to here

Named = TypeVar("Named", Form, Kind)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a search asks for, as its address has it; empty strings ask for nothing."""

    query: str = ""
    reports: bool = False
    kinds: tuple[Kind, ...] = ()
    form: Form | None = None
    speaker: str = ""
    outlet: str = ""
    after: str = ""

    @property
    def anything(self) -> bool:
        """Whether this is a search, and not the start page."""
        return self != Asked()

    @property
    def wanted_kinds(self) -> frozenset[Kind]:
        """The kinds chosen, or the default ones."""
        return frozenset(self.kinds) or DEFAULT_KINDS

    def href(self, after: str = "") -> str:
        """The address of this search, at a page of it."""
        pairs = [("q", self.query), ("in", "reports" if self.reports else ""), *(("kind", kind) for kind in self.kinds)]
        pairs += [("form", self.form or ""), ("speaker", self.speaker), ("outlet", self.outlet), ("after", after)]
        given = [(name, value) for name, value in pairs if value]
        return "/?" + urlencode(given) if given else "/"


def read_asked(single: Mapping[str, str], kinds: Sequence[str]) -> Asked:
    """The search that an address asks for. Raises `SearchError` for a form or a kind that there is none of."""
    chosen = tuple(kind for kind in KINDS if kind in {_known(value, KINDS, "kind") for value in kinds if value})
    form = single.get("form", "")
    return Asked(
        query=single.get("q", "").strip(),
        reports=single.get("in") == "reports",
        kinds=() if set(chosen) == DEFAULT_KINDS else chosen,
        form=_known(form, FORMS, "form") if form else None,
        speaker=single.get("speaker", "").strip(),
        outlet=single.get("outlet", "").strip(),
        after=single.get("after", ""),
    )


def _known(value: str, known: Sequence[Named], what: str) -> Named:
    for name in known:
        if name == value:
            return name
    raise SearchError(f"there is no {what} called {value!r}", f"Choose one of: {', '.join(known)}.")


def search_page(archive: Archive, asked: Asked, problem: str = "") -> SearchPage:
    """The start page with the answer to what was asked, or with the statements added last."""
    page = _form(archive, asked)
    if problem:
        return replace(page, problem=problem)
    if not asked.anything:
        latest = archive.search("", limit=LATEST)
        return replace(page, figures=figures(archive), hits=hit_views(archive, latest.items))
    try:
        return _answer(archive, asked, page)
    except SearchError as error:
        return replace(page, problem=f"{sentence(error.message)} {error.next_step}")


def _answer(archive: Archive, asked: Asked, page: SearchPage) -> SearchPage:
    after = asked.after or None
    if asked.reports:
        listed = archive.search_reports(asked.query, asked.outlet or None, PAGE, after)
        reports = tuple(
            report_view(hit.report, _cut(hit.snippet.text, hit.snippet.before, hit.snippet.after))
            for hit in listed.items
        )
        page = replace(page, reports=reports, found=found_words(listed.total, "report"))
        return _paged(page, asked, listed.next)
    found = archive.search(
        asked.query, asked.wanted_kinds, asked.form, asked.speaker or None, asked.outlet or None, PAGE, after
    )
    hits = hit_views(archive, found.items)
    page = replace(page, hits=hits, found=found_words(found.total, "statement"))
    return _paged(page, asked, found.next)


def _form(archive: Archive, asked: Asked) -> SearchPage:
    return SearchPage(
        title=_title(asked),
        here="search",
        query=asked.query,
        scopes=(Choice("", "Statements", not asked.reports), Choice("reports", "Reports", asked.reports)),
        kinds=tuple(
            Choice(kind, wording.KIND_PLURAL[kind], kind in asked.wanted_kinds, wording.KIND_GLOSS[kind])
            for kind in KINDS
        ),
        forms=(Choice("", "any", asked.form is None), *(Choice(form, form, form == asked.form) for form in FORMS)),
        speaker=_speaker_name(archive, asked.speaker),
        outlet=asked.outlet,
        outlet_names=archive.outlets(),
        active=_active(archive, asked),
        asked=asked.anything,
        problem="",
        found="",
        hits=(),
        reports=(),
        figures=(),
        first_href="",
        next_href="",
    )


def hit_views(archive: Archive, hits: Sequence[Hit]) -> tuple[StatementView, ...]:
    """The hits with their sentences; each report is read once however many hits it has."""
    readings: dict[str, Reading] = {}
    views = []
    for hit in hits:
        reading = readings.get(hit.report.id) or archive.reading(hit.report.id)
        readings[hit.report.id] = reading
        views.append(statement_view(reading, hit.statement, matches=match_spans(hit)))
    return tuple(views)


def match_spans(hit: Hit) -> list[Span]:
    """Where the words searched for lie in the report's text; the snippet counts in the joined content."""
    found = []
    for mark in hit.snippet.marks:
        start, end = hit.snippet.start + mark.start, hit.snippet.start + mark.end
        offset = 0
        for part in hit.statement.content:
            low, high = max(start, offset), min(end, offset + len(part))
            if low < high:
                found.append(Span(low - offset + part.start, high - offset + part.start))
            offset += len(part) + len(GAP)
    return found


def figures(archive: Archive) -> tuple[Fact, ...]:
    """How much the archive holds."""
    counts = archive.counts()
    return (
        Fact("statements", f"{counts.statements:,}"),
        Fact("speakers", f"{counts.speakers:,}", "/people"),
        Fact("occasions", f"{counts.occasions:,}"),
        Fact("reports", f"{counts.reports:,}", "/reports"),
        Fact("sources", f"{counts.sources:,}"),
    )


def found_words(total: int, noun: str) -> str:
    """How many were found; the archive stops counting at `COUNTED`."""
    if not total:
        return ""
    if total >= COUNTED:
        return f"At least {COUNTED:,} {noun}s"
    return f"{total} {noun}" + ("" if total == 1 else "s")


def sentence(message: str) -> str:
    """An error's message as a sentence."""
    return message[:1].upper() + message[1:] + "."


def _paged(page: SearchPage, asked: Asked, following: str | None) -> SearchPage:
    first = asked.href() if asked.after else ""
    return replace(page, first_href=first, next_href=asked.href(following) if following else "")


def _cut(text: str, before: bool, after: bool) -> str:
    return ("… " if before else "") + wording.one_line(text) + (" …" if after else "")


def _title(asked: Asked) -> str:
    if asked.query:
        return f"“{wording.shorten(asked.query, 60)}”"
    return "Search results" if asked.anything else "Search"


def _speaker_name(archive: Archive, speaker: str) -> str:
    return archive.speaker(speaker).name if speaker.startswith("ac-") else speaker


def _active(archive: Archive, asked: Asked) -> tuple[Link, ...]:
    """The filters in use, each as a link that takes it away."""
    links = []
    if asked.form:
        links.append(Link(f"form: {asked.form}", replace(asked, form=None, after="").href()))
    if asked.kinds:
        words = ", ".join(wording.KIND_PLURAL[kind] for kind in asked.kinds)
        links.append(Link(f"kind: {words}", replace(asked, kinds=(), after="").href()))
    if asked.speaker:
        name = _speaker_name(archive, asked.speaker)
        links.append(Link(f"speaker: {name}", replace(asked, speaker="", after="").href()))
    if asked.outlet:
        links.append(Link(f"outlet: {asked.outlet}", replace(asked, outlet="", after="").href()))
    return tuple(links)
