"""The way a report came: the agency it is from, the outlet it came through, the place it was first published in.

Source: SANA / RedGlobe        SANA is the source, RedGlobe reprints it
(SANA) via RedGlobe            the same
First published in The Courier
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from onrecord.clean.agencies import is_agency
from onrecord.clean.credits import FIRST_PUBLISHED, agency_credit
from onrecord.clean.lines import Line
from onrecord.clean.plain import Labels
from onrecord.model import CreditLink, CreditRelation, Span

_PARTS = re.compile(r"\s*(?:(?P<via>\b(?:via|through|über)\b)|/|,|;|\+|&|\band\b|\bund\b|\bet\b|\by\b)\s*")
_EDGES = " \t()[]–—-.|*_"


def chain_of(
    lines: Sequence[Line], labels: Labels, stated: Iterable[str] = (), first: str | None = None
) -> tuple[CreditLink, ...]:
    """The links in the order of the text; `stated` are sources of the metadata, `first` another site's own address."""
    found = list(_of_lines(lines, labels))
    opening = labels.opening
    if opening and opening.agency and opening.agency_at:
        start = lines[labels.opening_line].span.start
        found.append(CreditLink(opening.agency, "source", _span(start, *opening.agency_at)))
    found += [CreditLink(name) for name in stated]
    found += [CreditLink(first, "first_published")] if first else []
    kept: dict[tuple[str, CreditRelation], CreditLink] = {}
    for link in found:
        kept.setdefault((link.name.casefold(), link.relation), link)
    return tuple(kept.values())


def _of_lines(lines: Sequence[Line], labels: Labels) -> Iterator[CreditLink]:
    for line, kind in zip(lines, labels.kinds, strict=True):
        if kind in {"byline", "credit", "furniture", "body"} and (told := FIRST_PUBLISHED.search(line.text)):
            name = told["place"].strip(_EDGES)
            start = line.text.index(name, told.start("place"))
            yield CreditLink(name, "first_published", _span(line.span.start, start, start + len(name)))
        elif kind == "credit":
            start, end = agency_credit(line.text) or (0, len(line.text))
            yield from _links(line.text, start, end, line.span.start)


def _links(text: str, start: int, end: int, offset: int) -> Iterator[CreditLink]:
    """The parts of a credit: behind "via", or last behind a known agency, stands who passed the text on."""
    parts: list[tuple[str, int, bool]] = []
    position, via = start, False
    for found in [*_PARTS.finditer(text, start, end), None]:
        stop = found.start() if found else end
        name = text[position:stop].strip(_EDGES)
        if name:
            parts.append((name, text.index(name, position), via))
        if found:
            position, via = found.end(), found["via"] is not None
    slashed = "/" in text[start:end]
    for i, (name, at, passed) in enumerate(parts):
        last = i == len(parts) - 1 and i > 0
        reprint = passed or (slashed and last and is_agency(parts[0][0]) and not is_agency(name))
        yield CreditLink(name, "via" if reprint else "source", _span(offset, at, at + len(name)))


def _span(offset: int, start: int, end: int) -> Span:
    return Span(offset + start, offset + end)
