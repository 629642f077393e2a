"""JSON in and out for the model: the outward form of `onrecord read --json` (docs/DESIGN.md, section 5)."""

from __future__ import annotations

import json
from typing import Any

from onrecord.model.occasion import Occasion, Participant
from onrecord.model.provenance import dates_json, load_chain, load_contributors, load_dates, provenance_json
from onrecord.model.reading import Reading
from onrecord.model.report import Block, Dateline, Report
from onrecord.model.span import Span
from onrecord.model.statement import Speaker, Statement
from onrecord.model.whencodec import load_span, load_when, pair_json, when_json

Json = dict[str, Any]


def dump_reading(reading: Reading) -> str:
    """One line of JSON for a reading; `load_reading` gives the equal object back."""
    return json.dumps(reading_json(reading), ensure_ascii=False)


def load_reading(line: str) -> Reading:
    """The reading of one line of `dump_reading`. Raises `ValueError` or `KeyError` when it is no such line."""
    data = json.loads(line)
    return Reading(
        report=_load_report(data["report"], data["blocks"]),
        statements=tuple(_load_statement(item) for item in data["statements"]),
        occasions=tuple(_load_occasion(item) for item in data["occasions"]),
        run=data.get("run", ""),
    )


def reading_json(reading: Reading) -> Json:
    """The reading as plain JSON values."""
    return {
        "report": report_json(reading.report),
        "blocks": [{"kind": block.kind, **_span(block.span)} for block in reading.report.blocks],
        "statements": [statement_json(statement) for statement in reading.statements],
        "occasions": [occasion_json(occasion) for occasion in reading.occasions],
        "run": reading.run,
    }


def report_json(report: Report) -> Json:
    """The report's own fields with its whole text, without its blocks."""
    dateline = report.dateline
    return {
        "path": report.location,
        "id": report.id,
        "kind": report.kind,
        "title": report.title,
        "outlet": report.outlet,
        "byline": report.byline,
        "credit": report.credit,
        "dateline": {
            "place": dateline.place,
            "date": when_json(dateline.date),
            "span": pair_json(dateline.span),
        },
        "dates": dates_json(report.dates),
        "language": report.language,
        **provenance_json(report),
        "source_sha256": report.source_sha256,
        "text": report.text,
    }


def statement_json(statement: Statement) -> Json:
    """One statement as plain JSON values."""
    return {
        "id": statement.id,
        "form": statement.form,
        "kind": statement.kind,
        "act": statement.act,
        "source": _span(statement.source) if statement.source else None,
        "cue": _span(statement.cue) if statement.cue else None,
        "content": [_span(span) for span in statement.content],
        "speaker": _speaker(statement.speaker),
        "addressee": _speaker(statement.addressee),
        "nested_in": statement.nested_in,
        "occasion": statement.occasion,
        "confidence": round(statement.confidence, 4),
    }


def occasion_json(occasion: Occasion) -> Json:
    """One occasion as plain JSON values; its `when` is always an object, unknown included."""
    return {
        "id": occasion.id,
        "type": occasion.type,
        "place": occasion.place,
        "participants": [{"name": person.name, "role": person.role} for person in occasion.participants],
        "when": when_json(occasion.when) or {"start": None, "end": None, "grain": "unknown", "basis": "unknown"},
        "evidence": [_span(span) for span in occasion.evidence],
    }


def _span(span: Span) -> Json:
    return {"start": span.start, "end": span.end}


def _speaker(speaker: Speaker | None) -> Json | None:
    if speaker is None:
        return None
    return {
        "id": speaker.id,
        "name": speaker.name,
        "office": speaker.office,
        "confidence": round(speaker.confidence, 4),
    }


def _load_spans(items: list[Json]) -> tuple[Span, ...]:
    return tuple(Span(item["start"], item["end"]) for item in items)


def _load_speaker(data: Json | None) -> Speaker | None:
    return Speaker(data["id"], data["name"], data["confidence"], data.get("office")) if data else None


def _load_report(data: Json, blocks: list[Json]) -> Report:
    dateline = data["dateline"]
    return Report(
        text=data["text"],
        source_sha256=data.get("source_sha256", ""),
        location=data["path"],
        blocks=tuple(Block(item["kind"], Span(item["start"], item["end"])) for item in blocks),
        kind=data["kind"],
        title=data["title"],
        outlet=data["outlet"],
        byline=data["byline"],
        credit=data["credit"],
        dateline=Dateline(dateline["place"], load_when(dateline["date"]), load_span(dateline.get("span"))),
        dates=load_dates(data["dates"]),
        language=data.get("language"),
        domain=data.get("domain"),
        canonical=data.get("canonical"),
        contributors=load_contributors(data),
        chain=load_chain(data),
    )


def _load_statement(data: Json) -> Statement:
    return Statement(
        id=data["id"],
        content=_load_spans(data["content"]),
        source=load_span(data["source"]),
        cue=load_span(data["cue"]),
        form=data["form"],
        kind=data["kind"],
        act=data["act"],
        speaker=_load_speaker(data["speaker"]),
        addressee=_load_speaker(data["addressee"]),
        nested_in=data["nested_in"],
        occasion=data["occasion"],
        confidence=data["confidence"],
    )


def _load_occasion(data: Json) -> Occasion:
    return Occasion(
        id=data["id"],
        type=data["type"],
        place=data["place"],
        participants=tuple(Participant(person["name"], person["role"]) for person in data["participants"]),
        when=load_when(data["when"]),
        evidence=_load_spans(data.get("evidence", [])),
    )
