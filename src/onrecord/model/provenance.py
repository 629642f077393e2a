"""JSON in and out for where a report comes from: its dates with their evidence, its makers, its chain of reprints."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from onrecord.model.report import Contributor, CreditLink, DateEvidence, Dates, Report
from onrecord.model.whencodec import load_span, load_when, pair_json, when_json

Json = dict[str, Any]


def dates_json(dates: Dates) -> Json:
    """The dates as plain JSON values; an unknown one is null."""
    return {
        "published": when_json(dates.published),
        "page_render": when_json(dates.page_render),
        "modified": when_json(dates.modified),
        "bounds": when_json(dates.bounds),
        "evidence": [_evidence(item) for item in dates.evidence],
    }


def load_dates(data: Json) -> Dates:
    """The dates that `dates_json` wrote."""
    return Dates(
        published=load_when(data["published"]),
        page_render=load_when(data["page_render"]),
        modified=load_when(data.get("modified")),
        bounds=load_when(data.get("bounds")),
        evidence=tuple(
            DateEvidence(item["kind"], load_when(item["when"]), item["origin"], item["words"], item["conflict"])
            for item in data.get("evidence", [])
        ),
    )


def provenance_json(report: Report) -> Json:
    """Address, makers and chain as plain JSON values."""
    return {
        "domain": report.domain,
        "canonical": report.canonical,
        "contributors": [
            {"name": person.name, "role": person.role, "span": pair_json(person.span)} for person in report.contributors
        ],
        "chain": [
            {"name": link.name, "relation": link.relation, "span": pair_json(link.span)} for link in report.chain
        ],
    }


def load_contributors(data: Json) -> tuple[Contributor, ...]:
    """The makers that `provenance_json` wrote."""
    return tuple(
        Contributor(item["name"], item["role"], load_span(item["span"])) for item in data.get("contributors", [])
    )


def load_chain(data: Json) -> tuple[CreditLink, ...]:
    """The chain that `provenance_json` wrote."""
    return tuple(CreditLink(item["name"], item["relation"], load_span(item["span"])) for item in data.get("chain", []))


def dump_provenance(report: Report) -> str | None:
    """One line of JSON with all that this module knows of a report, None when it knows nothing."""
    if report == _bare(report):
        return None
    told = {"dates": dates_json(report.dates), **provenance_json(report)}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def with_provenance(report: Report, line: str | None) -> Report:
    """The report with what `dump_provenance` wrote of it."""
    if line is None:
        return report
    data = json.loads(line)
    return replace(
        report, dates=load_dates(data["dates"]), domain=data["domain"], canonical=data["canonical"],
        contributors=load_contributors(data), chain=load_chain(data),
    )  # fmt: skip


def _bare(report: Report) -> Report:
    dates = Dates(report.dates.published, report.dates.page_render)
    return replace(report, dates=dates, domain=None, canonical=None, contributors=(), chain=())


def _evidence(item: DateEvidence) -> Json:
    return {
        "kind": item.kind,
        "origin": item.origin,
        "words": item.words,
        "conflict": item.conflict,
        "when": when_json(item.when),
    }
