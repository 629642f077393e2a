"""A plain-text citation of one statement, ready for a memo."""

from __future__ import annotations

from onrecord.model import Occasion, Report, Statement
from onrecord.web import wording


def citation(statement: Statement, report: Report, occasion: Occasion | None, address: str) -> str:
    """Speaker, words, occasion, outlet, offsets and link in one paragraph; unknown parts are named as unknown.

    Indirect words are the outlet's, so they stand after "as reported by", never in quotation marks as the speaker's.
    """
    outlet = report.outlet or "an unknown outlet"
    words = wording.one_line(" […] ".join(span.of(report.text) for span in statement.content)).rstrip(".")
    parts = [
        f"{_who(statement)}, {_occasion(occasion)}",
        f"{_lead(statement, outlet)}: {_quoted(statement, words)}",
        f"{outlet}, {_headline(report)}, {wording.report_date(report)}",
        f"Characters {wording.span_words(statement.content)} of text {report.id}",
        address,
    ]
    return " ".join(map(_closed, parts[:-1])) + f" {parts[-1]}"


def _closed(part: str) -> str:
    """The part as a sentence: a full stop inside closing quotation marks is one already."""
    return part if part.rstrip('”"’»')[-1:] in {".", "!", "?", "…"} else f"{part}."


def _who(statement: Statement) -> str:
    speaker = statement.speaker
    if speaker is None:
        return wording.NOT_NAMED
    return f"{speaker.name} ({speaker.office})" if speaker.office else speaker.name


def _occasion(occasion: Occasion | None) -> str:
    if occasion is None:
        return "occasion not told"
    name = wording.occasion_words(occasion)
    return f"{name[0].lower()}{name[1:]}, {wording.when_words(occasion.when)}"


def _lead(statement: Statement, outlet: str) -> str:
    return {
        "direct": f"Quoted by {outlet}",
        "mixed": f"Reported by {outlet}, partly quoted",
        "indirect": f"As reported by {outlet}, in its words",
    }[statement.form]


def _quoted(statement: Statement, words: str) -> str:
    """Direct words get quotation marks unless they bring their own."""
    if statement.form != "direct" or words[:1] in "\"“‘«„'":
        return words
    return f"“{words}”"


def _headline(report: Report) -> str:
    return f"“{wording.one_line(report.title)}”" if report.title else "no headline"
