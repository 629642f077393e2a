"""JSON in and out for intervals and spans."""

from __future__ import annotations

from datetime import date
from typing import Any

from onrecord.model.span import Span
from onrecord.model.when import UNKNOWN, When

Json = dict[str, Any]


def when_json(when: When) -> Json | None:
    """The interval as plain JSON values, None when nothing is known; "last week" without an anchor is its grain."""
    if not when.known and when.grain == "unknown":
        return None
    data: Json = {
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "grain": when.grain,
        "basis": when.basis,
        "span": pair_json(when.evidence),
    }
    if when.weekday:
        data["weekday"] = when.weekday
    return data


def pair_json(span: Span | None) -> list[int] | None:
    """The span as a pair of numbers, None for none."""
    return [span.start, span.end] if span else None


def load_span(data: Any) -> Span | None:
    """The span of a pair of numbers or of an object with `start` and `end`."""
    if data is None:
        return None
    return Span(*data) if isinstance(data, list) else Span(data["start"], data["end"])


def load_when(data: Json | None) -> When:
    """The interval that `when_json` wrote."""
    if data is None:
        return UNKNOWN
    return When(
        start=date.fromisoformat(data["start"]) if data.get("start") else None,
        end=date.fromisoformat(data["end"]) if data.get("end") else None,
        grain=data["grain"],
        basis=data["basis"],
        weekday=data.get("weekday"),
        evidence=load_span(data.get("span")),
    )
