"""The stretch of a text worth showing for a match."""

from __future__ import annotations

from typing import Final

from onrecord.archive.results import Snippet
from onrecord.model import Span

OPEN: Final = "\ufdd0"  # code points that Unicode keeps free for a program's own use: no text has them
CLOSE: Final = "\ufdd1"
LENGTH: Final = 280  # about three lines of a page
LEAD: Final = 80  # how much stands before the first match


def excerpt(text: str, marked: str) -> Snippet:
    """The part of `text` around its first mark, where `marked` is `text` with `OPEN` and `CLOSE` set in."""
    return cut(text, find_marks(text, marked))


def plain_excerpt(text: str) -> Snippet:
    """The beginning of a text."""
    return cut(text, ())


def find_marks(text: str, marked: str) -> tuple[Span, ...]:
    """Where the marks lie in `text`; a text that has the marking characters itself only loses marks."""
    marks: list[Span] = []
    at, opened = 0, -1
    for sign in marked:
        if at < len(text) and sign == text[at]:
            at += 1
        elif sign == OPEN:
            opened = at
        elif sign == CLOSE and 0 <= opened < at:
            marks.append(Span(opened, at))
            opened = -1
    return tuple(marks)


def cut(text: str, marks: tuple[Span, ...]) -> Snippet:
    """About `LENGTH` characters of `text` from shortly before the first mark, ending at spaces where it can."""
    if len(text) <= LENGTH:
        return Snippet(text, 0, marks)
    start = max(0, min(marks[0].start - LEAD if marks else 0, len(text) - LENGTH))
    if start:
        space = text.find(" ", start, start + LEAD // 2)
        start = space + 1 if space >= 0 else start
    end = min(len(text), start + LENGTH)
    if end < len(text):
        space = text.rfind(" ", end - LEAD // 2, end)
        end = space if space > start else end
    inside = tuple(mark.shifted(-start) for mark in marks if start <= mark.start and mark.end <= end)
    return Snippet(text[start:end], start, inside, start > 0, end < len(text))
