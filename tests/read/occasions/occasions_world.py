"""Small invented reports with their statements: each is found by its words, in text order."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import (
    Block,
    Dateline,
    Dates,
    Kind,
    Occasion,
    Report,
    ReportKind,
    Span,
    Speaker,
    Statement,
    When,
    actor_id,
    statement_id,
)
from onrecord.read.occasions import find_occasions


@dataclass(frozen=True, slots=True)
class Said:
    """A statement by its words: who, the cue as written, and the content as written."""

    speaker: str | None
    cue: str
    content: str
    source: str = ""
    kind: Kind = "statement"


@dataclass(frozen=True, slots=True)
class Read:
    """The occasions found, and the occasion (or None) of each statement in the order given."""

    occasions: tuple[Occasion, ...]
    of: tuple[Occasion | None, ...]


def report_of(
    text: str,
    *,
    headline: str = "",
    dateline: Dateline | None = None,
    published: When | None = None,
    kind: ReportKind = "article",
) -> Report:
    """A report whose first line is the headline when there is one."""
    whole = f"{headline}\n{text}" if headline else text
    head = (Block("headline", Span(0, len(headline))),) if headline else ()
    return Report(whole, "", "", head, kind, dateline=dateline or Dateline(), dates=Dates(published or When()))


def locate(report: Report, *said: Said) -> list[Statement]:
    """The statements, each searched behind the start of the one before."""
    made, at = [], 0
    for item in said:
        content = Span(report.text.index(item.content, at), report.text.index(item.content, at) + len(item.content))
        cue = _near(report.text, item.cue, content, at)
        source = _near(report.text, item.source, content, at) if item.source else None
        speaker = Speaker(actor_id(item.speaker), item.speaker, 1.0) if item.speaker else None
        made.append(
            Statement(statement_id(report.id, cue, [content]), (content,), source, cue, kind=item.kind, speaker=speaker)
        )
        at = min(cue.start, content.start)
    return made


def read(report: Report, *said: Said) -> Read:
    """Find the occasions of the report."""
    occasions, linked = find_occasions(report, locate(report, *said))
    by_id = {occasion.id: occasion for occasion in occasions}
    return Read(occasions, tuple(by_id.get(statement.occasion or "") for statement in linked))


def types(found: Read) -> list[str | None]:
    """The type of each statement's occasion."""
    return [occasion.type if occasion else None for occasion in found.of]


def _near(text: str, words: str, content: Span, at: int) -> Span:
    """The words nearest before the content, else the first behind it."""
    before = text.rfind(words, at, content.start)
    start = before if before >= 0 else text.index(words, content.end)
    return Span(start, start + len(words))
