"""What the archive answers, as JSON values and as cells of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.output import JsonValue
from onrecord.model import Statement, statement_json, when_json

if TYPE_CHECKING:
    from onrecord.archive import Hit, ReportHit, ReportSummary, Snippet, SpeakerSummary


def hit_json(hit: Hit) -> JsonValue:
    """A found statement: as in `read --json`, with its words and its report."""
    return {
        **statement_json(hit.statement),
        "words": hit.words,
        "snippet": snippet_json(hit.snippet),
        "report": summary_json(hit.report),
    }


def report_hit_json(hit: ReportHit) -> JsonValue:
    """A found report, without its text."""
    return {**summary_json(hit.report), "snippet": snippet_json(hit.snippet)}


def summary_json(report: ReportSummary) -> dict[str, JsonValue]:
    """A report's own fields, without its text."""
    return {
        "id": report.id,
        "path": report.location,
        "kind": report.kind,
        "title": report.title,
        "outlet": report.outlet,
        "credit": report.credit,
        "dateline": report.dateline,
        "published": when_json(report.published),
        "statements": report.statements,
        "sources": report.sources,
    }


def snippet_json(snippet: Snippet) -> JsonValue:
    """A snippet with the places that match, counted from its beginning."""
    return {
        "text": snippet.text,
        "start": snippet.start,
        "marks": [{"start": mark.start, "end": mark.end} for mark in snippet.marks],
    }


def speaker_json(speaker: SpeakerSummary) -> JsonValue:
    """A speaker with counts."""
    return {
        "id": speaker.id,
        "name": speaker.name,
        "statements": speaker.statements,
        "reports": speaker.reports,
        "offices": list(speaker.offices),
        "outlets": list(speaker.outlets),
    }


def snippet_line(snippet: Snippet) -> str:
    """A snippet in one line, with dots where it was cut."""
    text = " ".join(snippet.text.split())
    return ("… " if snippet.before else "") + text + (" …" if snippet.after else "")


def speaker_name(statement: Statement) -> str | None:
    """The speaker's name, None when the report does not tell."""
    return statement.speaker.name if statement.speaker else None


def speaker_of(hit: Hit) -> str:
    """The speaker for a table: a question mark when unknown."""
    return speaker_name(hit.statement) or "?"
