"""HTML to a report: one canonical text of the page, and labels on its lines. Nothing visible is left out."""

from __future__ import annotations

from onrecord.clean.address import canonical_address, first_site, registrable_domain
from onrecord.clean.chain import chain_of
from onrecord.clean.contributors import contributors_of
from onrecord.clean.declared.apply import apply_rules, best_day, outlet_name
from onrecord.clean.declared.match import outlet_at
from onrecord.clean.declared.outlet import Declared
from onrecord.clean.lines import Line, check_count
from onrecord.clean.metadata import read_metadata
from onrecord.clean.pagedates import page_evidence
from onrecord.clean.pagelabels import find_headline, label_page
from onrecord.clean.provenance import bare_title, byline_of, credit_of, dateline_of, title_of
from onrecord.clean.render import render
from onrecord.clean.resolve import resolve
from onrecord.clean.sourcedates import dateline_evidence, source_evidence
from onrecord.clean.text import HEAD_CHARACTERS, blocks_of, report_of_text
from onrecord.clean.transcript import report_kind
from onrecord.errors import EmptyInput
from onrecord.model import Report, Source, When


def report_of_page(
    markup: str, source: Source, known: Declared, stated: str | None = None, day: When | None = None
) -> Report:
    """The report of a page; `stated` is the outlet that a table names for it, `day` when it says it was published.

    Raises `EmptyInput` when the page shows no text.
    """
    page = render(markup)
    if not page.text:
        raise EmptyInput(f"{source.location} shows no text", "Hand in the page as a browser shows it")
    check_count(len(page.lines), source.location)
    if page.tree is None:
        return report_of_text(page.text, source, known, stated, day)
    metadata = read_metadata(page.tree, source.location)
    lines = [Line(line.text, line.span) for line in page.lines]
    headline = find_headline(page, metadata)
    evidence = [*page_evidence(page.tree, metadata, source.location, page.lines, headline), *source_evidence(source)]
    labels = label_page(page, lines, metadata, headline)
    canonical = canonical_address(metadata.url, source.location)
    domain = registrable_domain(source.location) or registrable_domain(canonical)
    outlet = outlet_at(known, domain, stated or metadata.outlet)
    if outlet:
        labels = apply_rules(outlet, page.text, lines, labels, day or best_day(resolve(evidence)))
    body = [line for line, kind in zip(lines, labels.kinds, strict=True) if kind in {"body", "subhead"}]
    kind = report_kind(body, (metadata.title or "") + " " + " ".join(line.text for line in body)[:HEAD_CHARACTERS])
    dateline = dateline_of(lines, labels)
    title = metadata.title or title_of(lines, labels)
    return Report(
        text=page.text,
        source_sha256=source.sha256,
        location=source.location,
        blocks=blocks_of(lines, labels),
        kind=kind,
        title=bare_title(title) if title else None,
        outlet=outlet_name(outlet, stated or metadata.outlet),
        byline=metadata.author or byline_of(lines, labels),
        credit=credit_of(lines, labels),
        dateline=dateline,
        dates=resolve([*evidence, *dateline_evidence(dateline)]),
        language=metadata.language,
        domain=domain,
        canonical=canonical,
        contributors=contributors_of(lines, labels, metadata.people),
        chain=chain_of(lines, labels, metadata.sources, first_site(canonical, source.location)),
    )
