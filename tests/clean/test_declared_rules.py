"""Declared outlets: which one a report is of, and what its rules may and may not do."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean import clean_source
from onrecord.clean.declared.apply import apply_rules
from onrecord.clean.declared.match import outlet_at
from onrecord.clean.declared.outlet import Outlet, Rule, table_of
from onrecord.clean.lines import line_table
from onrecord.clean.plain import Labels
from onrecord.model import ROW_TYPE, UNKNOWN, Report, Row, Source, When, dump_row

BODY = (
    "Foreign Minister Ilan Torve said on Tuesday that the talks in Karsa had been useful and open to all sides.\n\n"
    "He added that both delegations would meet again before the winter, according to the plan agreed in spring.\n\n"
)
BOX = "The valley thanks all of its faithful readers for the whole year."
RULE = Rule("furniture", re.compile(re.escape(BOX)))
COURIER = Outlet("courier", ("Karsa Courier", "The Karsa Courier"), ("courier.example",), rules=(RULE,))
AGENCY = Outlet("vlp", ("Velmark Press",), ("vlp.example",), ("(VLP)", "Source: VLP"), "VLP", (RULE,))
KNOWN = table_of([COURIER, AGENCY])


def read(text: str, location: str = "report.txt") -> Report:
    return clean_source(Source(text.encode(), "text/plain", location), KNOWN)


def kind_of(report: Report, words: str) -> str:
    start = report.text.index(words)
    return next(block.kind for block in report.blocks if block.span.start <= start < block.span.end)


def ruled(rules: tuple[Rule, ...], text: str, when: When = UNKNOWN) -> list[str]:
    lines = line_table(text)
    labels = Labels(("body",) * len(lines))
    return list(apply_rules(Outlet("a", ("A",), rules=rules), text, lines, labels, when).kinds)


@pytest.mark.parametrize(
    ("domain", "name", "found"),
    [
        ("courier.example", None, COURIER),
        ("courier.example", "Velmark Press", COURIER),
        (None, "the  karsa courier", COURIER),
        ("elsewhere.example", "Velmark Press", AGENCY),
        ("elsewhere.example", "Elsewhere", None),
        (None, None, None),
    ],
)
def test_the_domain_goes_before_the_name(domain: str | None, name: str | None, found: Outlet | None) -> None:
    assert outlet_at(KNOWN, domain, name) == found


def test_two_outlets_at_one_domain_are_told_apart_by_name_only() -> None:
    one, other = Outlet("one", ("One",), ("shared.example",)), Outlet("other", ("Other",), ("shared.example",))
    known = table_of([one, other, COURIER])
    assert outlet_at(known, "shared.example", "Other") == other
    assert outlet_at(known, "shared.example", None) is None
    assert outlet_at(known, "shared.example", "Karsa Courier") is None


@pytest.mark.parametrize(
    "text",
    [
        f"Torve praises talks\n\nKARSA, March 4 (VLP) - {BODY}{BOX}\n",
        f"Torve praises talks\n\n{BODY}{BOX}\n\n(VLP)\n",
        f"Torve praises talks\n\n{BODY}{BOX}\n\nSource: VLP\n",
    ],
)
def test_plain_text_is_matched_by_its_credit(text: str) -> None:
    report = read(text)
    assert report.outlet == "Velmark Press"
    assert kind_of(report, BOX) == "furniture"


def test_plain_text_that_two_outlets_claim_is_of_neither() -> None:
    report = read(f"Torve praises talks\n\n{BODY}Karsa Courier\n\n(VLP)\n")
    assert report.outlet is None


def test_what_another_outlet_passed_on_is_not_the_agency_s_own_report() -> None:
    assert read(f"Torve praises talks\n\n{BODY}Source: VLP / Morrow Post\n").outlet is None


def test_a_credit_says_nothing_where_the_address_is_known() -> None:
    report = read(f"Torve praises talks\n\n{BODY}{BOX}\n\n(VLP)\n", "https://elsewhere.example/a.txt")
    assert report.outlet is None


def test_an_outlet_s_name_in_a_table_brings_its_rules() -> None:
    row = Row(text=f"Torve praises talks\n\n{BOX}\n\n{BODY}", outlet="The Karsa Courier")
    report = clean_source(Source(dump_row(row), ROW_TYPE, "t.csv#2"), KNOWN)
    assert report.outlet == "Karsa Courier"
    assert kind_of(report, BOX) == "furniture"


def test_a_name_that_the_outlet_does_not_use_is_kept() -> None:
    row = Row(text=f"Torve praises talks\n\n{BODY}", outlet="Courier on Sunday", url="https://courier.example/a")
    assert clean_source(Source(dump_row(row), ROW_TYPE, "t.csv#2"), KNOWN).outlet == "Courier on Sunday"


def test_rules_hold_for_their_outlet_only() -> None:
    text = f"Torve praises talks\n\n{BODY}{BOX} It was a good one.\n\n{BODY}"
    rule = Rule("furniture", re.compile(re.escape(f"{BOX} It was a good one.")))
    known = table_of([Outlet("vlp", ("Velmark Press",), ("vlp.example",), rules=(rule,))])
    here = clean_source(Source(text.encode(), "text/plain", "https://vlp.example/a"), known)
    there = clean_source(Source(text.encode(), "text/plain", "https://other.example/a"), known)
    assert (kind_of(here, BOX), kind_of(there, BOX)) == ("furniture", "body")


def test_a_rule_takes_no_line_over_200_characters() -> None:
    everything = Rule("furniture", re.compile(".*"))
    assert ruled((everything,), f"{'a' * 200}\n\n{'b' * 201}\n") == ["furniture", "body"]


@pytest.mark.parametrize("opener", ["“", "„", "«", '"'])
def test_a_rule_takes_nothing_inside_a_quotation(opener: str) -> None:
    everything = Rule("furniture", re.compile(".*"))
    text = f"She read it out: {opener}My dear friends,\n\nthe valley is ours\n\nand stays ours.”\n"
    assert ruled((everything,), text) == ["body", "body", "body"]


def test_a_rule_has_to_match_the_whole_line() -> None:
    rule = Rule("teaser", re.compile("Read also"))
    assert ruled((rule,), "Read also\n\nRead also what Torve said\n") == ["teaser", "body"]


@pytest.mark.parametrize(
    ("day", "label"),
    [
        (date(2029, 12, 31), "body"),
        (date(2030, 1, 1), "caption"),
        (date(2030, 6, 30), "caption"),
        (date(2030, 7, 1), "body"),
    ],
)
def test_a_rule_holds_from_its_first_to_its_last_day(day: date, label: str) -> None:
    rule = Rule("caption", re.compile("Our lens"), date(2030, 1, 1), date(2030, 6, 30))
    assert ruled((rule,), "Our lens\n", When(day, day, "day", "text")) == [label]


def test_without_a_date_rules_hold_unless_they_disagree() -> None:
    before = Rule("caption", re.compile("Our lens"), last=date(2030, 1, 1))
    after = Rule("teaser", re.compile("Our lens"), first=date(2030, 1, 2))
    assert ruled((before,), "Our lens\n") == ["caption"]
    assert ruled((before, after), "Our lens\n") == ["body"]


def test_the_date_of_the_page_chooses_the_rule() -> None:
    rule = Rule("furniture", re.compile("Round the table of the council"), last=date(2030, 1, 1))
    known = table_of([Outlet("courier", ("Karsa Courier",), ("courier.example",), rules=(rule,))])
    paragraphs = "".join(f"<p>{part}</p>" for part in BODY.split("\n\n"))
    page = (
        '<html><head><meta property="article:published_time" content="{day}"></head><body><h1>Torve praises talks</h1>'
        f"{paragraphs}<h2>Round the table of the council</h2>{paragraphs.replace('winter', 'summer')}</body></html>"
    )
    kinds = [
        kind_of(
            clean_source(Source(page.format(day=day).encode(), "text/html", "https://courier.example/a"), known),
            "Round",
        )
        for day in ("2029-05-04", "2031-05-04")
    ]
    assert kinds == ["furniture", "subhead"]


def test_a_dateline_goes_with_the_line_that_a_rule_takes() -> None:
    line = "KARSA, March 4 (VLP) - Subscribers find the calendar of the week in the annex."
    known = table_of(
        [Outlet("vlp", ("Velmark Press",), ("vlp.example",), rules=(Rule("furniture", re.compile(re.escape(line))),))]
    )
    text = f"Torve praises talks\n\n{line}\n\n{BODY}"
    report = clean_source(Source(text.encode(), "text/plain", "https://vlp.example/a"), known)
    assert kind_of(report, "KARSA") == "furniture"
    assert report.dateline.place is None


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='ab “”"\n', max_size=300))
def test_rules_change_no_line_that_has_a_quotation_mark(text: str) -> None:
    kinds = ruled((Rule("furniture", re.compile(".*", re.DOTALL)),), text)
    lines = line_table(text)
    assert len(kinds) == len(lines)
    assert {kind for kind, line in zip(kinds, lines, strict=True) if set(line.text) & set('“”"')} <= {"body"}


@pytest.mark.parametrize(
    ("published", "kind"), [("2029-05-04", "furniture"), ("2031-05-04", "body"), (None, "furniture")]
)
def test_the_day_that_a_table_states_chooses_the_rule(published: str | None, kind: str) -> None:
    rule = Rule("furniture", re.compile(re.escape(BOX)), last=date(2030, 1, 1))
    known = table_of([Outlet("courier", ("Karsa Courier",), rules=(rule,))])
    row = Row(text=f"Torve praises talks\n\n{BODY}{BOX}\n\n{BODY}", outlet="Karsa Courier", published=published)
    assert kind_of(clean_source(Source(dump_row(row), ROW_TYPE, "table.csv#1"), known), BOX) == kind
