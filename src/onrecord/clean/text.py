"""Plain text to a report: the stored text is the decoded file, and blocks lie over it."""

from __future__ import annotations

from onrecord.clean.address import registrable_domain
from onrecord.clean.chain import chain_of
from onrecord.clean.contributors import contributors_of
from onrecord.clean.declared.apply import apply_rules, best_day, outlet_name
from onrecord.clean.declared.match import outlet_at, outlet_credited
from onrecord.clean.declared.outlet import Declared
from onrecord.clean.lines import Line, check_count, line_table
from onrecord.clean.plain import Labels, label_lines
from onrecord.clean.provenance import (
    byline_of,
    credit_of,
    dateline_of,
    dates_stated,
    issued_by_office,
    title_of,
    version_marker,
)
from onrecord.clean.resolve import resolve
from onrecord.clean.runon import split_run_ons
from onrecord.clean.sourcedates import dateline_evidence, source_evidence
from onrecord.clean.transcript import report_kind
from onrecord.model import Block, Report, Source, Span, When

HEAD_CHARACTERS = 600


def report_of_text(
    text: str, source: Source, known: Declared, stated: str | None = None, day: When | None = None
) -> Report:
    """The report of a plain text: every line that is not blank belongs to one block.

    `stated` is the outlet that a table names for it, `day` the one that it says the text was published.
    """
    lines = split_run_ons(line_table(text))
    check_count(len(lines), source.location)
    kind = report_kind(lines, text[:HEAD_CHARACTERS])
    labels = label_lines(lines, transcript=kind == "transcript")
    domain = registrable_domain(source.location)
    outlet = outlet_at(known, domain, stated) if domain or stated else outlet_credited(known, lines, labels)
    if outlet:
        filed = dateline_evidence(dateline_of(lines, labels))
        dates = resolve([*dates_stated(lines, labels, kind), *source_evidence(source), *filed])
        labels = apply_rules(outlet, text, lines, labels, day or best_day(dates))
    if kind == "article" and issued_by_office(lines, labels):
        kind = "press_release"
    dateline = dateline_of(lines, labels)
    return Report(
        text=text,
        source_sha256=source.sha256,
        location=source.location,
        blocks=blocks_of(lines, labels),
        kind=kind,
        title=title_of(lines, labels),
        outlet=outlet_name(outlet, stated),
        byline=byline_of(lines, labels),
        credit=credit_of(lines, labels),
        dateline=dateline,
        dates=resolve([*dates_stated(lines, labels, kind), *source_evidence(source), *dateline_evidence(dateline)]),
        domain=domain,
        contributors=contributors_of(lines, labels),
        chain=chain_of(lines, labels),
    )


def blocks_of(lines: list[Line], labels: Labels) -> tuple[Block, ...]:
    """The labelled lines as blocks; a dateline is cut from its body line, a version marker from its headline."""
    blocks: list[Block] = []
    for i, (line, kind) in enumerate(zip(lines, labels.kinds, strict=True)):
        if i != labels.opening_line and kind != "headline":
            blocks.append(Block(kind, line.span))
            continue
        start = line.span.start
        if i == labels.opening_line and labels.opening and kind == "body":
            blocks.append(Block("dateline", Span(start, start + labels.opening.close)))
            start += labels.opening.end
        marker = version_marker(line.text) if kind == "headline" else 0
        if marker:
            blocks.append(Block("furniture", Span(start, start + marker)))
            start += marker
        blocks.append(Block(kind, Span(start, line.span.end)))
    return tuple(blocks)
