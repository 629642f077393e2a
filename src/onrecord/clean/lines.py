"""The line table of a text: which stretches of it are labelled, each with the shape that labelling looks at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from onrecord.errors import TooLarge
from onrecord.model import Span, trim

# Text broken by hand at a column: e-mails and old wires break at 60-80, never over 100.
WRAP_COLUMN = 100
MAX_LINES = 50_000
_BREAK = re.compile(r"\r\n|[\n\r\u2028\u2029\f\v]")
_WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
_UNSPACED = re.compile("[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
_CLOSERS = "\"'”’»›)]*"
_STOPS = frozenset(".!?…。！？؟۔।")
_BULLET = re.compile(r"^(?:[•·▪◦●‣►▶*>–—-]|\d{1,2}[.)])\s+")


@dataclass(frozen=True)
class Line:
    """A stretch to be labelled: a line, several wrapped lines of one paragraph, or a part of a run-on line."""

    text: str
    span: Span
    after_blank: bool = False
    indent: int = 0
    glued: bool = False

    @cached_property
    def words(self) -> int:
        """Its length in words; scripts without spaces count two characters as one word."""
        if self.text.isascii() or not _UNSPACED.search(self.text):
            return len(_WORD.findall(self.text))
        return len(_WORD.findall(_UNSPACED.sub(" ", self.text))) + len(_UNSPACED.findall(self.text)) // 2

    @cached_property
    def stops(self) -> bool:
        """Whether it ends as a sentence ends, closing quotation marks and brackets aside."""
        return self.text.rstrip(_CLOSERS)[-1:] in _STOPS

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: a long line, or a sentence of some words with its stop."""
        if self.text[-1:] == ":" and self.words >= 6 and re.search(r"[.!?]\s", self.text):
            return True
        return self.words >= 25 or (self.stops and self.words >= 6) or (self.words >= 14 and self.text[-1:] in ":;,")

    @property
    def trails_off(self) -> bool:
        """Whether it is cut with an ellipsis, as the leads of other stories are."""
        return self.text.rstrip(" ]").endswith(("…", "...", "[…", "[..."))

    @property
    def bulleted(self) -> bool:
        """Whether it stands behind a list mark."""
        return bool(_BULLET.match(self.text))


def check_count(count: int, location: str) -> None:
    """Refuse what has more lines than any report: labelling takes a second for each ten thousand."""
    if count > MAX_LINES:
        raise TooLarge(
            f"{location} has {count} lines; a report may have {MAX_LINES}", "Split it into the reports that it holds"
        )


def line_table(text: str) -> list[Line]:
    """Every line of the text that is not blank; wrapped lines of one paragraph are one line of the table."""
    groups: list[list[Line]] = []
    blank, position = True, 0
    for found in [*_BREAK.finditer(text), None]:
        end = found.start() if found else len(text)
        span = trim(text, position, end, None)
        if span:
            line = Line(span.of(text), span, blank and bool(groups), span.start - position)
            if blank or not groups:
                groups.append([line])
            else:
                groups[-1].append(line)
        blank = span is None
        position = found.end() if found else end
    return [line for group in groups for line in _joined(text, group)]


def _joined(text: str, group: list[Line]) -> list[Line]:
    """The lines of one group between blank lines; as one when they are one paragraph broken at a column."""
    if not _is_wrapped(group):
        return group
    first, last = group[0], group[-1]
    span = Span(first.span.start, last.span.end)
    return [Line(span.of(text), span, first.after_blank, first.indent)]


def _is_wrapped(group: list[Line]) -> bool:
    if len(group) < 2:
        return False
    lengths = [len(line.text) for line in group[:-1]]
    if max(lengths) > WRAP_COLUMN or min(lengths) < 0.6 * median(lengths) or median(lengths) < 40:
        return False
    flowing = sum(1 for line in group[:-1] if not line.stops)
    continued = sum(1 for line in group[1:] if line.text[:1].islower())
    return flowing >= len(lengths) / 2 and continued >= max(1, (len(group) - 1) / 4)
