"""From the model to what a page shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote

from onrecord.archive import ReportSummary, SpeakerSummary
from onrecord.model import DEFAULT_KINDS, Occasion, Reading, Span, Statement
from onrecord.web import wording
from onrecord.web.contexts import Fact, OccasionView, PersonView, ReportView, SpeakerView, StatementView
from onrecord.web.excerpt import clipped, sentence_around
from onrecord.web.marks import Piece, excerpt_pieces, text_order

GIST = 180  # characters of a statement in the list beside the text: enough to tell it from its neighbours


def report_href(report_id: str) -> str:
    """The page of a report."""
    return f"/reports/{quote(report_id, safe=':')}"


def statement_href(statement_id: str) -> str:
    """The permalink of a statement."""
    return f"/statements/{quote(statement_id, safe='')}"


def person_href(speaker_id: str) -> str:
    """The page of a speaker."""
    return f"/people/{quote(speaker_id, safe='')}"


def open_href(report_id: str, statement: Statement) -> str:
    """The report at the characters of a statement; kinds that are left out by default are asked for."""
    shown = "" if statement.kind in DEFAULT_KINDS else "?kinds=all"
    return f"{report_href(report_id)}{shown}#{quote(statement.id, safe='')}"


def speaker_view(statement: Statement, text: str) -> SpeakerView:
    """Who is named, or why nobody is."""
    speaker = statement.speaker
    if speaker is None:
        return SpeakerView(wording.NOT_NAMED, None, None, wording.not_named(statement, text), None)
    return SpeakerView(speaker.name, person_href(speaker.id), speaker.office, None, wording.percent(speaker.confidence))


def statement_view(
    reading: Reading, statement: Statement, number: int = 0, matches: Iterable[Span] = ()
) -> StatementView:
    """A statement with its whole sentence, for lists that stand away from the report."""
    report = reading.report
    matches = list(matches)
    spans = [*statement.content, *(span for span in (statement.source, statement.cue) if span)]
    window = sentence_around(report.text, _near(spans, statement.content))
    window = clipped(report.text, window, matches[0].start if matches else statement.content[0].start)
    pieces = excerpt_pieces(report.text, window, statement, matches)
    return _view(reading, statement, number, pieces)


def listed_view(reading: Reading, statement: Statement, number: int) -> StatementView:
    """A statement beside its report: only the beginning of its words."""
    words = " … ".join(span.of(reading.report.text) for span in statement.content)
    return _view(reading, statement, number, (Piece(wording.shorten(words, GIST)),))


def _near(spans: Sequence[Span], content: Sequence[Span]) -> list[Span]:
    """The spans close enough to the content to be shown with it; a source named a page earlier is not."""
    start, end = content[0].start, content[-1].end
    return [span for span in spans if span.end > start - 200 and span.start < end + 200]


def _view(reading: Reading, statement: Statement, number: int, pieces: tuple[Piece, ...]) -> StatementView:
    report, occasion = reading.report, occasion_of(reading, statement)
    return StatementView(
        id=statement.id,
        number=number,
        speaker=speaker_view(statement, report.text),
        pieces=pieces,
        form=statement.form,
        form_gloss=wording.FORM_GLOSS[statement.form],
        kind=statement.kind,
        act=wording.act_words(statement.act),
        occasion=wording.occasion_words(occasion),
        said=wording.when_words(occasion.when) if occasion else "date unknown",
        reported=wording.report_date(report),
        outlet=report.outlet or wording.NO_OUTLET,
        headline=wording.one_line(report.title or ""),
        open_href=open_href(report.id, statement),
        href=statement_href(statement.id),
        inner=statement.nested_in is not None,
    )


def occasion_of(reading: Reading, statement: Statement) -> Occasion | None:
    """The occasion of a statement, where its report tells of one."""
    return next((item for item in reading.occasions if item.id == statement.occasion), None)


def shown_statements(reading: Reading, every_kind: bool) -> list[Statement]:
    """The statements in text order: all, or those of the default kinds."""
    return text_order(item for item in reading.statements if every_kind or item.kind in DEFAULT_KINDS)


def occasion_view(occasion: Occasion, text: str) -> OccasionView:
    """An occasion with its participants and the words that tell of it."""
    return OccasionView(
        name=wording.occasion_words(occasion),
        when=wording.when_words(occasion.when),
        participants=tuple(f"{person.name}, {person.role}" for person in occasion.participants),
        evidence=" … ".join(wording.one_line(span.of(text)) for span in occasion.evidence),
    )


def report_view(report: ReportSummary, excerpt: str = "") -> ReportView:
    """A report in a list."""
    many = f"{report.statements} statement" + ("" if report.statements == 1 else "s")
    place = f"dateline {report.dateline}" if report.dateline else ""
    known = report.published.known  # a summary tells no other date: the report's own page does
    dated = wording.when_words(report.published) if known else "publication date unknown"
    return ReportView(
        headline=wording.one_line(report.title or "") or wording.NO_HEADLINE,
        outlet=report.outlet or wording.NO_OUTLET,
        dated=f"{place}, {dated}" if place else dated,
        kind=wording.REPORT_KINDS[report.kind],
        statements=many,
        href=report_href(report.id),
        excerpt=excerpt,
    )


def person_view(person: SpeakerSummary) -> PersonView:
    """A speaker in a list."""
    return PersonView(
        name=person.name,
        offices=" · ".join(person.offices),
        statements=person.statements,
        reports=person.reports,
        href=person_href(person.id),
    )


def provenance(reading: Reading) -> tuple[Fact, ...]:
    """Where a report comes from and what each of its dates rests on."""
    report = reading.report
    facts = [
        Fact("Outlet", report.outlet or wording.NO_OUTLET),
        Fact("Byline", report.byline or "none"),
        *(Fact(person.role.capitalize(), person.name) for person in report.contributors),
        Fact("Credit", report.credit or "none"),
        Fact("Reprint chain", wording.chain_words(report.chain) or wording.reprint_chain(report.credit)),
        Fact("Dateline", wording.dateline_words(report.dateline)),
        Fact("Published", wording.when_words(report.dates.published)),
        Fact("Page date", wording.when_words(report.dates.page_render)),
        *(Fact("Date stated", wording.evidence_words(item)) for item in report.dates.evidence),
        Fact("Source", report.location, exact=True),
        Fact("Source bytes", f"sha256:{report.source_sha256}", exact=True),
        Fact("Text version", report.id, exact=True),
        Fact("Read by run", reading.run or "unknown", exact=True),
    ]
    return tuple(facts)
