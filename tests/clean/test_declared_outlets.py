"""The stored page of each outlet that Onrecord brings along is labelled as its expected JSON says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from onrecord.clean import clean_source, declared_outlets
from onrecord.clean.address import registrable_domain
from onrecord.clean.declared.outlet import Declared
from onrecord.model import Report, Source

FOLDER = Path(__file__).parent / "outlets"
PAGES = sorted(FOLDER.glob("*.html"))
ADDRESSES = {
    "brennick-echo": "https://www.brennickecho.example/valley/night-train",
    "daily-whirl": "https://dailywhirl.example/live/storm",
    "halpa": "https://wire.halpa.example/2031/03/04/river-gauges",
    "ostrand-foreign-ministry": "https://press.mfa-ostrand.example/214",
}


def cleaned(path: Path, outlets: Declared | None = None) -> Report:
    return clean_source(Source(path.read_bytes(), "text/html", ADDRESSES[path.stem]), outlets)


def found_in(path: Path) -> dict[str, object]:
    report = cleaned(path)
    published = report.dates.published.start
    return {
        "outlet": report.outlet,
        "domain": report.domain,
        "title": report.title,
        "kind": report.kind,
        "byline": report.byline,
        "credit": report.credit,
        "place": report.dateline.place,
        "published": published.isoformat() if published else None,
        "language": report.language,
        "lines": [{"label": block.kind, "text": block.span.of(report.text)} for block in report.blocks],
    }


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_stored_page_is_labelled_as_expected(path: Path) -> None:
    assert found_in(path) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_each_outlet_that_is_brought_along_has_a_stored_page() -> None:
    assert {outlet.id for outlet in declared_outlets().outlets} == {path.stem for path in PAGES}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_rule_matches_a_line_of_the_stored_page(path: Path) -> None:
    outlet = next(outlet for outlet in declared_outlets().outlets if outlet.id == path.stem)
    lines = cleaned(path).text.splitlines()
    assert [rule for rule in outlet.rules if not any(map(rule.pattern.fullmatch, lines))] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_rules_do_something_that_the_model_alone_does_not(path: Path) -> None:
    assert cleaned(path).blocks != cleaned(path, Declared()).blocks


def test_domains_of_the_outlets_that_are_brought_along_are_registrable() -> None:
    domains = [domain for outlet in declared_outlets().outlets for domain in outlet.domains]
    assert len(domains) == len(PAGES)
    assert [registrable_domain(f"https://{domain}") for domain in domains] == domains
