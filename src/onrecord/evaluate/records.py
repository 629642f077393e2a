"""JSON of the outside - gold records, labels, predictions, Citron - as attributions. Dicts end in this module."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from onrecord.evaluate.corpus import Article, Aspect, Attribution
from onrecord.evaluate.tokens import cut_tokens
from onrecord.model import RESIDUE, UNKNOWN, Occasion, Participant, Span, When

Json = dict[str, Any]

_GRAINS: Final = frozenset({"minute", "day", "weekday", "week", "month", "season", "year"})


def spans_of(value: Any) -> tuple[Span, ...]:
    """Spans written as null, a pair, an object with `start` and `end`, or a list of those. Raises `ValueError`."""
    if not value:
        return ()
    if isinstance(value, dict):
        return (Span(int(value["start"]), int(value["end"])),)
    if isinstance(value[0], int):
        start, end = value
        return (Span(start, end),)
    return tuple(sorted(span for item in value for span in spans_of(item)))


def attribution_of(data: Json, occasions: Iterable[Occasion] = ()) -> Attribution:
    """One statement of our JSON, of gold (`speaker` a name) or of a reading (`speaker` an object)."""
    speaker = data.get("speaker")
    by_id = {occasion.id: occasion for occasion in occasions}
    nested_in = data.get("nested_in")
    return Attribution(
        id=str(data.get("id", "")),
        content=spans_of(data["content"]),
        source=spans_of(data.get("source")),
        cue=spans_of(data.get("cue")),
        speaker=speaker.get("name") if isinstance(speaker, dict) else speaker,
        form=data.get("form"),
        kind=data.get("kind"),
        act=data.get("act"),
        nested_in=None if nested_in in (None, "") else str(nested_in),
        occasion=by_id.get(str(data.get("occasion"))),
    )


def occasion_of(data: Json) -> Occasion:
    """One occasion of our JSON."""
    people = tuple(Participant(person["name"], person["role"]) for person in data.get("participants") or [])
    return Occasion(str(data["id"]), data["type"], data.get("place"), people, when_of(data.get("when")))


def when_of(data: Json | None) -> When:
    """A time of our JSON; a grain that is not the model's is unknown."""
    if not data or data.get("grain") not in _GRAINS:
        return UNKNOWN
    start, end = data.get("start"), data.get("end")
    return When(
        date.fromisoformat(str(start)[:10]) if start else None,
        date.fromisoformat(str(end)[:10]) if end else None,
        data["grain"],
        data.get("basis") or "unknown",
        data.get("weekday"),
    )


def article_of(name: str, text: str, record: Json) -> Article:
    """One report of our gold: header fields, blocks, statements."""
    occasions = [occasion_of(item) for item in record.get("occasions") or []]
    blocks = record.get("blocks") or []
    headlines = [spans_of(block)[0] for block in blocks if block["kind"] == "headline"]
    return Article(
        name=name,
        text=text,
        attributions=tuple(attribution_of(item, occasions) for item in record["statements"]),
        tokens=cut_tokens(text),
        residue=residue_of(blocks),
        headline=headlines[0] if headlines else first_line(text),
        group=group_of(name) or record.get("kind") or "",
    )


def residue_of(blocks: Iterable[Json]) -> tuple[Span, ...]:
    """The blocks that no statement may reach into."""
    return tuple(span for block in blocks if block["kind"] in RESIDUE for span in spans_of(block))


def aspects_of(records: Iterable[Json]) -> frozenset[Aspect]:
    """Which labels records of our gold give."""
    every = list(records)
    keys = {key for record in every for item in record["statements"] for key in item}
    found: set[Aspect] = set()
    for key, aspect in _KEYS:
        if key in keys:
            found.add(aspect)
    if any(record.get("occasions") for record in every):
        found.add("occasion")
    if any("blocks" in record for record in every):
        found.add("residue")
    return frozenset(found)


_KEYS: Final[tuple[tuple[str, Aspect], ...]] = (
    ("speaker", "speaker"), ("form", "form"), ("kind", "kind"), ("act", "act"), ("nested_in", "nested"),
)  # fmt: skip


def group_of(name: str) -> str:
    """The publisher that begins a PolNeAR file name; empty for other names."""
    return name.split("_", 1)[0] if "_" in name else ""


def first_line(text: str) -> Span | None:
    """The first line that is not empty: the headline of a text without blocks."""
    position = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            return Span(position, position + len(line.rstrip()))
        position += len(line)
    return None
