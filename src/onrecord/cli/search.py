"""`onrecord search`: statements, or reports, by their words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import archive_option, json_option, limit_option
from onrecord.cli.output import note, on_terminal, show_json, show_table
from onrecord.cli.values import hit_json, report_hit_json, snippet_line, speaker_name, speaker_of
from onrecord.model import DEFAULT_KINDS, FORMS, KINDS, Form, Kind

if TYPE_CHECKING:
    from onrecord.archive import Hit, Order, Page, ReportHit


@click.command("search")
@click.argument("query", default="")
@click.option("--kind", "kinds", multiple=True, type=click.Choice([*KINDS, "all"]), help="Only these kinds.")
@click.option("--form", type=click.Choice(FORMS), help="Only direct, indirect or mixed speech.")
@click.option("--speaker", metavar="NAME", help="Only this speaker: part of a name, or an id.")
@click.option("--outlet", help="Only reports of this outlet.")
@click.option("--newest", is_flag=True, help="The last added first, instead of the best match.")
@click.option("--reports", is_flag=True, help="Find reports instead of statements.")
@click.option("--after", metavar="CURSOR", help="Go on from where the last page ended.")
@limit_option
@archive_option
@json_option
def command(
    query: str, kinds: tuple[str, ...], form: Form | None, speaker: str | None, outlet: str | None, newest: bool,
    reports: bool, after: str | None, limit: int, archive: Path, as_json: bool,
) -> int:  # fmt: skip
    """Find statements by their words: word, "a phrase", begin*, this OR that, -without."""
    from onrecord.archive import Archive

    order: Order = "newest" if newest else "best"
    with Archive.open(archive) as opened:
        if reports:
            return show_reports(opened.search_reports(query, outlet, limit, after, order), as_json)
        page = opened.search(query, _chosen(kinds), form, speaker, outlet, limit, after, order)
        return show_hits(page, as_json)


def show_hits(page: Page[Hit], as_json: bool) -> int:
    """Print found statements; the exit code says whether there were any."""
    if as_json:
        for hit in page.items:
            show_json(hit_json(hit))
    elif on_terminal():
        lines = [
            (speaker_of(hit), snippet_line(hit.snippet), hit.report.outlet, hit.statement.id) for hit in page.items
        ]
        show_table(("speaker", "words", "outlet", "id"), lines)
    else:
        show_table((), [
            (hit.statement.id, speaker_name(hit.statement), hit.statement.form, hit.statement.kind, hit.statement.act,
             hit.words, hit.report.outlet, hit.report.title, hit.report.id)
            for hit in page.items
        ])  # fmt: skip
    return _end(len(page.items), page.total, page.next, "statements")


def show_reports(page: Page[ReportHit], as_json: bool) -> int:
    """Print found reports; the exit code says whether there were any."""
    if as_json:
        for hit in page.items:
            show_json(report_hit_json(hit))
    else:
        lines = [
            (hit.report.id[:19] if on_terminal() else hit.report.id, hit.report.title or hit.report.location,
             hit.report.outlet, hit.report.statements, snippet_line(hit.snippet))
            for hit in page.items
        ]  # fmt: skip
        show_table(("id", "title", "outlet", "statements", "text"), lines)
    return _end(len(page.items), page.total, page.next, "reports")


def _chosen(kinds: tuple[str, ...]) -> frozenset[Kind] | None:
    if "all" in kinds:
        return None
    return frozenset(kind for kind in KINDS if kind in kinds) or DEFAULT_KINDS


def _end(shown: int, total: int, following: str | None, what: str) -> int:
    if not shown:
        note(f"no {what} found")
        return 1
    if following:
        note(f"{shown} of {total} {what}; the next ones with --after {following}")
    return 0
