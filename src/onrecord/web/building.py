"""The other pages: reports, a statement's permalink, people, help."""

from __future__ import annotations

from itertools import groupby

from onrecord.archive import Archive, Hit
from onrecord.model import DEFAULT_KINDS, FORMS, KINDS, Reading, Statement
from onrecord.web import wording
from onrecord.web.cite import citation
from onrecord.web.contexts import (
    Fact,
    Group,
    HelpPage,
    Link,
    PeoplePage,
    PersonPage,
    ReportPage,
    ReportsPage,
    StatementPage,
)
from onrecord.web.excerpt import after, before, sentence_around
from onrecord.web.marks import passages, text_order
from onrecord.web.searching import PAGE, Asked, figures, found_words, hit_views
from onrecord.web.views import (
    listed_view,
    occasion_view,
    person_href,
    person_view,
    provenance,
    report_href,
    report_view,
    shown_statements,
    statement_href,
    statement_view,
)

PEOPLE = 200  # speakers in the list; a name finds the others


def report_page(archive: Archive, report_id: str, every_kind: bool) -> ReportPage:
    """A report with the statements of the default kinds, or of every kind, marked in its text."""
    reading = archive.reading(report_id)
    report, shown = reading.report, shown_statements(reading, every_kind)
    headline = wording.one_line(report.title or "") or wording.NO_HEADLINE
    return ReportPage(
        title=headline,
        here="reports",
        headline=headline,
        outlet=report.outlet or wording.NO_OUTLET,
        dated=wording.report_date(report),
        kind=wording.REPORT_KINDS[report.kind],
        language=report.language or "",
        passages=passages(report, shown),
        statements=tuple(listed_view(reading, item, number) for number, item in enumerate(shown, start=1)),
        others=_other_kinds(reading, every_kind),
        occasions=tuple(occasion_view(item, report.text) for item in reading.occasions),
        provenance=provenance(reading),
    )


def _other_kinds(reading: Reading, every_kind: bool) -> Link | None:
    """The way to the beliefs and intentions and back, where the report has any."""
    many = sum(item.kind not in DEFAULT_KINDS for item in reading.statements)
    if not many:
        return None
    here = report_href(reading.report.id)
    if every_kind:
        return Link("Leave out beliefs and intentions", here)
    return Link(f"Also show beliefs and intentions ({many})", f"{here}?kinds=all")


def statement_page(archive: Archive, statement_id: str, site: str) -> StatementPage:
    """A statement alone, with everything that is known of it; `site` is the address that the citation links to."""
    found = archive.statement(statement_id)
    reading = archive.reading(found.report.id)
    statement, text = found.statement, found.report.text
    window = sentence_around(text, statement.content)
    left, right = before(text, window), after(text, window)
    parent = next((item for item in reading.statements if item.id == statement.nested_in), None)
    view = statement_view(reading, statement)
    return StatementPage(
        title=f"{view.speaker.name}, {view.form}, {view.outlet}",
        here="",
        view=view,
        before=left.of(text) if left else "",
        after=right.of(text) if right else "",
        facts=_facts(statement, text, view.reported, view.outlet),
        parent=statement_view(reading, parent) if parent else None,
        children=tuple(
            statement_view(reading, item) for item in text_order(reading.statements) if item.nested_in == statement.id
        ),
        occasion=occasion_view(found.occasion, text) if found.occasion else None,
        offsets=_offsets(statement, found.report.id, reading.run),
        citation=citation(statement, found.report, found.occasion, site + statement_href(statement.id)),
    )


def _facts(statement: Statement, text: str, reported: str, outlet: str) -> tuple[Fact, ...]:
    speaker, addressee = statement.speaker, statement.addressee
    facts = [
        Fact("Speaker", speaker.name, person_href(speaker.id))
        if speaker
        else Fact("Speaker", f"not named: {wording.not_named(statement, text)}"),
        Fact("Name right", f"{wording.percent(speaker.confidence)} likely" if speaker else "no name"),
        Fact("Source", f"“{wording.one_line(statement.source.of(text))}”" if statement.source else "none in the text"),
        Fact("Cue", f"“{wording.one_line(statement.cue.of(text))}”" if statement.cue else "none in the text"),
        Fact("Form", statement.form),
        Fact("Kind", f"{statement.kind}: {wording.KIND_GLOSS[statement.kind]}"),
        Fact("Act", wording.act_words(statement.act)),
        Fact("Statement right", f"{wording.percent(statement.confidence)} likely"),
        Fact("Outlet", outlet),
        Fact("Report", reported),
    ]
    if addressee:
        facts.insert(2, Fact("Said to", addressee.name, person_href(addressee.id)))
    return tuple(facts)


def _offsets(statement: Statement, report_id: str, run: str) -> tuple[Fact, ...]:
    spans = (("Content", statement.content), ("Source", (statement.source,)), ("Cue", (statement.cue,)))
    facts = [
        Fact(name, wording.span_words(tuple(span for span in found if span)), exact=True)
        for name, found in spans
        if any(found)
    ]
    return (
        *facts,
        Fact("Text", report_id, report_href(report_id), exact=True),
        Fact("Run", run or "unknown", exact=True),
    )


def person_page(archive: Archive, speaker_id: str, cursor: str) -> PersonPage:
    """A speaker with the statements of the default kinds, grouped by the report and occasion they stand in."""
    person = archive.speaker(speaker_id)
    page = archive.statements_of(speaker_id, limit=PAGE, after=cursor or None)
    names = dict.fromkeys(hit.statement.speaker.name for hit in page.items if hit.statement.speaker)
    here = person_href(speaker_id)
    return PersonPage(
        title=person.name,
        here="people",
        name=person.name,
        names=tuple(name for name in names if name != person.name),
        offices=person.offices,
        total=f"{found_words(person.statements, 'statement')} in {found_words(person.reports, 'report')}",
        groups=_groups(archive, page.items),
        search_href=Asked(speaker=speaker_id).href(),
        first_href=here if cursor else "",
        next_href=f"{here}?after={page.next}" if page.next else "",
    )


def _groups(archive: Archive, hits: tuple[Hit, ...]) -> tuple[Group, ...]:
    """One group for the statements of one occasion in one report, in the order they were found."""
    views = zip(hits, hit_views(archive, hits), strict=True)
    groups = []
    for (report_id, _), found in groupby(views, key=lambda pair: (pair[0].report.id, pair[0].statement.occasion)):
        members = sorted(found, key=lambda pair: pair[0].statement.content[0])
        first = members[0][1]
        groups.append(
            Group(
                occasion=first.occasion,
                when=first.said,
                outlet=first.outlet,
                headline=first.headline or wording.NO_HEADLINE,
                dated=first.reported,
                href=report_href(report_id),
                statements=tuple(view for _, view in members),
            )
        )
    return tuple(groups)


def reports_page(archive: Archive, cursor: str) -> ReportsPage:
    """The reports, the last added first."""
    page = archive.reports(limit=PAGE, after=cursor or None)
    return ReportsPage(
        title="Reports",
        here="reports",
        reports=tuple(report_view(item) for item in page.items),
        found=found_words(page.total, "report"),
        first_href="/reports" if cursor else "",
        next_href=f"/reports?after={page.next}" if page.next else "",
    )


def people_page(archive: Archive, query: str) -> PeoplePage:
    """The speakers whose name matches, the most quoted first."""
    found = archive.speakers(query, PEOPLE + 1)
    people = tuple(person_view(person) for person in found[:PEOPLE])
    return PeoplePage(title="People", here="people", query=query, people=people, cut=len(found) > PEOPLE)


def help_page(archive: Archive) -> HelpPage:
    """What the marks mean, from the same words that the pages use."""
    return HelpPage(
        title="Help",
        here="help",
        forms=tuple(Fact(form, wording.FORM_GLOSS[form]) for form in FORMS),
        kinds=tuple(Fact(kind, wording.KIND_GLOSS[kind]) for kind in KINDS),
        bases=tuple(Fact(basis.replace("_", " "), words) for basis, words in wording.BASIS_WORDS.items()),
        figures=figures(archive),
    )
