"""PolNeAR's standoff files: text-bound spans, and events that tie source, cue and content into an attribution."""

from __future__ import annotations

import re
from typing import Final

from onrecord.evaluate.corpus import Attribution
from onrecord.model import Span

_ATTRIBUTIONS: Final = ("Attribution:", "Attribution-no-source:")
_ROLE: Final = re.compile(r"(Source|Cue|Content)\d*:(T\d+)")


def read_annotations(lines: str) -> tuple[Attribution, ...]:
    """The attributions of one `.ann` file in the order of its events. Raises `ValueError` when it is none."""
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[tuple[str, str]] = []
    for line in lines.splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T"):
            spans[name] = _spans(rest.split("\t", 1)[0])
        elif name.startswith("E") and rest.startswith(_ATTRIBUTIONS):
            events.append((name, rest))
    return tuple(_attribution(name, event, spans) for name, event in events)


def _spans(kind_and_offsets: str) -> tuple[Span, ...]:
    """`Content 315 448;463 553` as spans."""
    offsets = kind_and_offsets.split(" ", 1)[1]
    pairs = (pair.split() for pair in offsets.split(";"))
    return tuple(sorted(Span(int(start), int(end)) for start, end in pairs))


def _attribution(name: str, event: str, spans: dict[str, tuple[Span, ...]]) -> Attribution:
    roles: dict[str, tuple[Span, ...]] = {"Source": (), "Cue": (), "Content": ()}
    for role, bound in _ROLE.findall(event):
        if bound not in spans:
            raise ValueError(f"{name} names {bound}, which is not there")
        roles[role] = tuple(sorted({*roles[role], *spans[bound]}))
    return Attribution(name, roles["Content"], roles["Source"], roles["Cue"])
