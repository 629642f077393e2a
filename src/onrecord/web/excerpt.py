"""The sentence around a statement's words, so that nothing is shown without what it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.model import Span

# A sentence ends at . ! ? or … with its closing marks, before white space and an opening of the next one.
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s+[\"'“‘«(\[]?[^\W_a-z])")
# No excerpt reaches further than this from the words themselves: sentences in wire copy are long, pages are not.
REACH = 320
# No excerpt is longer than this: a quarter of a page of 1280 by 800.
LONGEST = 1200


def sentence_around(text: str, spans: Iterable[Span]) -> Span:
    """The sentence or sentences of one paragraph that hold all the spans, at most `REACH` beyond them."""
    parts = sorted(spans)
    start, end = parts[0].start, max(part.end for part in parts)
    return Span(_sentence_start(text, start), _sentence_end(text, end))


def before(text: str, span: Span) -> Span | None:
    """The sentence before: context to the left."""
    end = span.start - (len(text[: span.start]) - len(text[: span.start].rstrip()))
    return Span(_sentence_start(text, end - 1), end) if end else None


def after(text: str, span: Span) -> Span | None:
    """The sentence after: context to the right."""
    rest = text[span.end :]
    start = span.end + len(rest) - len(rest.lstrip())
    return Span(start, _sentence_end(text, start + 1)) if start < len(text) else None


def clipped(text: str, window: Span, position: int) -> Span:
    """At most `LONGEST` characters of the window, cut at words, that hold the position."""
    if len(window) <= LONGEST:
        return window
    start = window.start if position - window.start < LONGEST // 2 else position - LONGEST // 4
    start = start if start == window.start else _word_start(text, start, position)
    end = min(window.end, start + LONGEST)
    return Span(start, end if end == window.end else _word_end(text, end, start))


def _sentence_start(text: str, position: int) -> int:
    floor = max(0, position - REACH)
    start = max(floor, text.rfind("\n", floor, position) + 1)
    for match in _SENTENCE_END.finditer(text, start, min(len(text), position + 2)):
        if match.end() < position:
            start = match.end()
    while start < position and text[start].isspace():
        start += 1
    return start if start > floor or floor == 0 else _word_start(text, start, position)


def _sentence_end(text: str, position: int) -> int:
    ceiling = min(len(text), position + REACH)
    line_end = text.find("\n", position, ceiling)
    limit = line_end if line_end >= 0 else ceiling
    match = _SENTENCE_END.search(text, max(0, position - 2), min(len(text), limit + 4))
    if match and position <= match.end() <= limit:
        return match.end()
    return limit if limit < ceiling or limit == len(text) else _word_end(text, limit, position)


def _word_start(text: str, start: int, position: int) -> int:
    space = text.find(" ", start, position)
    return space + 1 if space >= 0 else start


def _word_end(text: str, end: int, position: int) -> int:
    space = text.rfind(" ", position, end)
    return space if space > position else end
