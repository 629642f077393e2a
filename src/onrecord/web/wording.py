"""How the record's values are put into words on a page: dates with their basis, forms, speakers, occasions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.model import (
    Act,
    Basis,
    BlockKind,
    CreditLink,
    DateEvidence,
    Dateline,
    DateOrigin,
    Form,
    Kind,
    Occasion,
    Report,
    ReportKind,
    Span,
    Speaker,
    Statement,
    When,
)

FORM_GLOSS: dict[Form, str] = {
    "direct": "all of it in quotation marks, or unmarked first-person speech",
    "indirect": "the outlet’s words for what was said",
    "mixed": "the outlet’s words with a quoted part",
}
KIND_GLOSS: dict[Kind, str] = {
    "statement": "something said or written",
    "belief": "something thought or felt, ascribed to somebody",
    "intention": "something somebody means to do",
    "decree": "an order, a ruling, a law",
    "document": "what a document says",
}
KIND_PLURAL: dict[Kind, str] = {
    "statement": "statements", "belief": "beliefs", "intention": "intentions", "decree": "decrees",
    "document": "documents",
}  # fmt: skip
BASIS_WORDS: dict[Basis, str] = {
    "metadata": "from the page’s metadata",
    "dateline": "from the dateline",
    "text": "from the report’s words",
    "linked": "from a linked report",
    "bounds": "between two known days",
    "page_render": "the day the page was rendered",
    "unknown": "basis unknown",
}
BLOCK_LABELS: dict[BlockKind, str] = {
    "headline": "Headline", "dateline": "Dateline", "byline": "Byline", "credit": "Credit",
    "caption": "Caption, not read", "teaser": "Teaser, not read",
    "furniture": "Furniture, not read",
}  # fmt: skip

REPORT_KINDS: dict[ReportKind, str] = {
    "article": "Article", "transcript": "Transcript", "press_release": "Press release",
}  # fmt: skip

NO_OUTLET = "Outlet unknown"
NO_HEADLINE = "No headline"
ORIGIN_WORDS: dict[DateOrigin, str] = {
    "json-ld": "in the page's metadata (JSON-LD)",
    "json-ld text": "in the page's metadata (JSON-LD, in words)",
    "json-ld page": "in the page's metadata (JSON-LD, of the page itself)",
    "meta": "in the page's metadata",
    "markup": "in the page's markup",
    "label": "in a line that says so",
    "headline": "beside the headline",
    "head": "at the head of the text",
    "front": "on the front page of a site",
    "url": "in the address",
    "header": "by the server",
    "feed": "in the feed",
    "sitemap": "in the sitemap",
    "fetch": "when it was fetched",
    "dateline": "in the dateline",
}
NOT_NAMED = "Speaker not named"
RENDER_NOTE = "not used as a date"


def day(value: date) -> str:
    """A day as readers write it: "4 April 2018"."""
    return f"{value.day} {value:%B} {value.year}"


def interval(when: When) -> str:
    """The days alone, at their grain: "April 2018", "4 April 2018", "Tuesday, date unknown"."""
    if when.start is None and when.end is None:
        return f"{when.weekday}, date unknown" if when.weekday else "date unknown"
    if when.start is None or when.end is None:
        return f"from {day(when.start)}" if when.start else f"until {day(when.end)}" if when.end else "date unknown"
    if when.grain == "year":
        return str(when.start.year)
    if when.grain == "month":
        return f"{when.start:%B} {when.start.year}"
    if when.start == when.end:
        weekday = f"{when.weekday}, " if when.weekday else ""
        return weekday + day(when.start)
    return f"{day(when.start)} to {day(when.end)}"


def when_words(when: When) -> str:
    """The date with what it rests on: "4 April 2018, from the dateline"; a rendered page's day is never a date."""
    if not when.known:
        return "date unknown"
    words = interval(_open_ended(when))
    if when.basis == "page_render":
        return f"page rendered on {words}, {RENDER_NOTE}"
    return f"{words}, {BASIS_WORDS[when.basis]}"


def _open_ended(when: When) -> When:
    """A day given only by its start is that day, not the beginning of an open interval."""
    if when.end is None and when.start is not None and when.grain in {"minute", "day", "weekday"}:
        return When(when.start, when.start, when.grain, when.basis, when.weekday, when.evidence)
    return when


def report_date(report: Report) -> str:
    """The best date the report has, with its basis; the day of rendering is named, and named as no date."""
    for when in (report.dates.published, report.dateline.date, report.dates.page_render):
        if when.known:
            return when_words(when)
    return "date unknown"


def dateline_words(dateline: Dateline) -> str:
    """Place and date of the dateline, each of which may be missing."""
    place = dateline.place or ""
    if not dateline.date.known:
        return f"{place}, no date" if place else "none"
    words = interval(_open_ended(dateline.date))
    return f"{place}, {words}" if place else words


def evidence_words(item: DateEvidence) -> str:
    """One date that something states: what of, where, and whether it disagrees with what was believed."""
    told = f"{item.kind.replace('_', ' ')} {interval(item.when)}, {ORIGIN_WORDS[item.origin]}"
    return f"{told}; disagrees, not used" if item.conflict else told


def chain_words(chain: Sequence[CreditLink]) -> str:
    """Who passed the text on and whose it is: "via RedGlobe, after SANA"; empty when only a source is told."""
    if all(link.relation == "source" for link in chain):
        return ""
    words = {"via": "via {}", "first_published": "first published by {}", "source": "after {}"}
    order = ("via", "first_published", "source")
    return ", ".join(
        words[link.relation].format(link.name) for link in sorted(chain, key=lambda x: order.index(x.relation))
    )


def reprint_chain(credit: str | None) -> str:
    """Which outlet took the text from which, as far as the credit line tells: "RedGlobe, after SANA"."""
    links = [part.strip() for part in (credit or "").split("/") if part.strip()]
    return ", after ".join(reversed(links)) if len(links) > 1 else "none told"


def occasion_words(occasion: Occasion | None) -> str:
    """ "Joint press conference, Moscow", or that the report does not tell."""
    if occasion is None:
        return "occasion not told"
    name = occasion.type.capitalize()
    return f"{name}, {occasion.place}" if occasion.place else name


def not_named(statement: Statement, text: str) -> str:
    """Why a statement has no speaker, from what the report itself says."""
    if statement.source is None:
        return "the report gives no source for these words"
    return f"the report says only “{one_line(statement.source.of(text))}”"


def speaker_name(speaker: Speaker | None) -> str:
    """The name, or that there is none."""
    return speaker.name if speaker else "a speaker not named"


def percent(value: float) -> str:
    """A probability for readers; nothing machine-made is ever quite certain."""
    return f"{min(99, max(1, round(value * 100)))} %"


def act_words(act: Act) -> str:
    """The speech act, always marked as a suggestion of the machine."""
    return f"{act} (suggested)"


def one_line(words: str) -> str:
    """The words with every run of white space as one space: for labels, never for the stored text."""
    return " ".join(words.split())


def shorten(words: str, limit: int) -> str:
    """At most `limit` characters, cut at a word, with an ellipsis where something is left out."""
    line = one_line(words)
    if len(line) <= limit:
        return line
    return line[: limit - 1].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def span_words(spans: tuple[Span, ...]) -> str:
    """Offsets for readers: "618-891, 905-940", half-open, in code points."""
    return ", ".join(f"{span.start}–{span.end}" for span in spans)
