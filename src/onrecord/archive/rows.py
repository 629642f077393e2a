"""From the model to rows and back. Nothing is lost on the way: what is loaded equals what was added."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Final

from sqlalchemy import Row

from onrecord.archive.results import join_words
from onrecord.archive.schema import STATEMENTS_PER_REPORT
from onrecord.model import UNKNOWN, Dateline, Occasion, Reading, Report, Source, Span, Speaker, Statement, When

Value = str | int | float | bytes | list[list[str]] | None
Values = dict[str, Value]

PACK_LEVEL: Final = 6  # zlib's own default; 9 gains 1 % on news pages for twice the time


def fold(name: str) -> str:
    """A name without case, accents and doubled spaces, as names are searched."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return " ".join(plain.casefold().split())


def source_row(source: Source) -> Values:
    packed = zlib.compress(source.data, PACK_LEVEL)
    smaller = len(packed) < len(source.data)
    return {
        "sha256": source.sha256,
        "data": packed if smaller else source.data,
        "packing": "zlib" if smaller else "none",
        "media_type": source.media_type,
        "location": source.location,
        "fetched_at": source.fetched_at.isoformat() if source.fetched_at else None,
        "headers": [list(pair) for pair in source.headers],
    }


def load_source(row: Row[tuple[object, ...]]) -> Source:
    return Source(
        data=zlib.decompress(row.data) if row.packing == "zlib" else row.data,
        media_type=row.media_type,
        location=row.location,
        fetched_at=datetime.fromisoformat(row.fetched_at) if row.fetched_at else None,
        headers=tuple((name, value) for name, value in row.headers),
    )


def report_row(reading: Reading, number: int) -> Values:
    report, dateline = reading.report, reading.report.dateline
    return {
        "number": number,
        "id": report.id,
        "text": report.text,
        "source_sha256": report.source_sha256,
        "location": report.location,
        "kind": report.kind,
        "title": report.title,
        "outlet": report.outlet,
        "byline": report.byline,
        "credit": report.credit,
        "dateline_place": dateline.place,
        "dateline_start": dateline.span.start if dateline.span else None,
        "dateline_end": dateline.span.end if dateline.span else None,
        "language": report.language,
        "run": reading.run,
    }


def load_dateline(row: Row[tuple[object, ...]], when: When) -> Dateline:
    return Dateline(row.dateline_place, when, load_span(row.dateline_start, row.dateline_end))


def when_rows(report: Report, number: int) -> Iterator[Values]:
    """One row for each date that the report has; an unknown one has none."""
    fields = {
        "dateline": report.dateline.date,
        "published": report.dates.published,
        "page_render": report.dates.page_render,
    }
    for field, when in fields.items():
        if when != UNKNOWN:
            yield {"report": number, "field": field, **when_values(when)}


def when_values(when: When) -> Values:
    return {
        "when_start": when.start.isoformat() if when.start else None,
        "when_end": when.end.isoformat() if when.end else None,
        "grain": when.grain,
        "basis": when.basis,
        "weekday": when.weekday,
        "evidence_start": when.evidence.start if when.evidence else None,
        "evidence_end": when.evidence.end if when.evidence else None,
    }


def load_when(row: Row[tuple[object, ...]]) -> When:
    return When(
        start=date.fromisoformat(row.when_start) if row.when_start else None,
        end=date.fromisoformat(row.when_end) if row.when_end else None,
        grain=row.grain,
        basis=row.basis,
        weekday=row.weekday,
        evidence=load_span(row.evidence_start, row.evidence_end),
    )


def load_span(start: int | None, end: int | None) -> Span | None:
    return None if start is None or end is None else Span(start, end)


def span_rows(spans: Iterable[Span], keys: Mapping[str, Value]) -> Iterator[Values]:
    for position, span in enumerate(spans):
        yield {**keys, "position": position, "start": span.start, "end": span.end}


def block_rows(report: Report, number: int) -> Iterator[Values]:
    for position, block in enumerate(report.blocks):
        yield {"report": number, "position": position, "kind": block.kind, "start": block.span.start,
               "end": block.span.end}  # fmt: skip


def statement_row(statement: Statement, text: str, report: int, position: int) -> Values:
    return {
        "number": report * STATEMENTS_PER_REPORT + position,
        "id": statement.id,
        "report": report,
        "form": statement.form,
        "kind": statement.kind,
        "act": statement.act,
        "nested_in": statement.nested_in,
        "occasion": statement.occasion,
        "confidence": statement.confidence,
        "words": join_words(text, statement.content),
        "speaker": statement.speaker.name if statement.speaker else None,
    }


def statement_span_rows(statement: Statement, number: int) -> Iterator[Values]:
    roles = {
        "source": [statement.source] if statement.source else [],
        "cue": [statement.cue] if statement.cue else [],
        "content": [*statement.content],
    }
    for role, spans in roles.items():
        yield from span_rows(spans, {"statement": number, "role": role})


def mention_rows(statement: Statement, number: int) -> Iterator[Values]:
    for role, speaker in (("speaker", statement.speaker), ("addressee", statement.addressee)):
        if speaker:
            yield {"statement": number, "role": role, "actor": speaker.id, "name": speaker.name,
                   "office": speaker.office, "confidence": speaker.confidence}  # fmt: skip


def actor_row(speaker: Speaker) -> Values:
    return {"id": speaker.id, "name": speaker.name, "folded": fold(speaker.name)}


def occasion_row(occasion: Occasion, report: int, position: int) -> Values:
    return {
        "report": report,
        "id": occasion.id,
        "position": position,
        "type": occasion.type,
        "place": occasion.place,
        **when_values(occasion.when),
    }


def participant_rows(occasion: Occasion, report: int) -> Iterator[Values]:
    for position, person in enumerate(occasion.participants):
        yield {"report": report, "occasion": occasion.id, "position": position, "name": person.name,
               "role": person.role}  # fmt: skip
