"""Lines that an outlet prints under many stories: which lines of a report count, and what frequent ones become.

Per-outlet repetition is the strongest cheap sign of a page's own words, and knows no language. What one report adds is
its `Trace`; `TemplateTable` and the archive count traces.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from onrecord.clean.outlets import outlet_key
from onrecord.clean.quoted import MAX_CHARACTERS, unquoted_lines
from onrecord.model import READABLE, Block, Report, Span

# Words in a shingle of the key of a story, as in Broder, "On the resemblance and containment of documents" (1997).
SHINGLE: Final = 4

_DAY_NAMES = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|wed|sat"
)
_DATE_WORDS = re.compile(rf"\b(?:{_DAY_NAMES})\b")
_NUMBER = re.compile(r"\d+(?:[.,:/-]\d+)*(?:\s?[km]\b|(?:st|nd|rd|th)\b)?")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Trace:
    """What one report adds to the counts: its outlet, the key of its story, and the keys of its lines."""

    outlet: str
    story: int
    lines: frozenset[int]


def trace_of(report: Report) -> Trace | None:
    """The trace of a report, None where its outlet is unknown.

    The story's key is the smallest hash of the four-word shingles of its body: two versions of one story have the same
    key with the probability that their shingles are the same (Broder 1997), so they count as one.
    """
    outlet = outlet_key(report)
    if outlet is None:
        return None
    lines = frozenset(key for _, key in line_keys(report.text, outlet))
    return Trace(outlet, _story_key(report), lines)


def mark_templates(report: Report, frequent: Collection[int]) -> Report:
    """The report with each readable line whose key is frequent labelled furniture; nothing else changes."""
    outlet = outlet_key(report)
    if outlet is None or not frequent:
        return report
    known = [span for span, key in line_keys(report.text, outlet) if key in frequent]
    if not known:
        return report
    blocks = [part for block in report.blocks for part in _parts(block, known, report.text)]
    return replace(report, blocks=tuple(blocks))


def line_keys(text: str, outlet: str) -> Iterator[tuple[Span, int]]:
    """Each line that counts, with its key, which is that of no other outlet's line.

    Lines of over 200 characters, lines with quotation marks, lines inside a quotation and lines without a letter do
    not count: quotations recur in many reports of one outlet, and are what the record is made of.
    """
    for place in unquoted_lines(text):
        line = place.of(text)
        if len(line) > MAX_CHARACTERS:
            continue
        masked = masked_line(line)
        if any(map(str.isalpha, masked)):
            start = place.start + len(line) - len(line.lstrip())
            yield Span(start, start + len(line.strip())), _hash(f"{outlet}\n{masked}")


def masked_line(line: str) -> str:
    """A line as it is the same on every page of an outlet: no case, spacing, numbers, days or months.

    >>> masked_line("  Updated: Tuesday, 4 March 2031, 10:45 - 1,204 views")
    'updated: @ 0 @ 0 0 - 0 views'
    """
    folded = _NUMBER.sub("0", line.casefold())
    return " ".join(_DATE_WORDS.sub("@", folded).replace(",", " ").split())


def _parts(block: Block, known: list[Span], text: str) -> Iterator[Block]:
    """The block cut at the frequent lines inside it."""
    if block.kind not in READABLE or block.kind == "headline":
        yield block
        return
    position = block.span.start
    for span in known:
        if span.start < position or span.end > block.span.end:
            continue
        yield from _rest(block, position, span.start, text)
        yield Block("furniture", span)
        position = span.end
    yield from _rest(block, position, block.span.end, text)


def _rest(block: Block, start: int, end: int, text: str) -> Iterator[Block]:
    shown = text[start:end]
    if shown.strip():
        start += len(shown) - len(shown.lstrip())
        yield Block(block.kind, Span(start, start + len(shown.strip())))


def _story_key(report: Report) -> int:
    words = [
        word for span in report.spans_of("body") for word in _WORD.findall(span.of(report.text).casefold())
    ] or _WORD.findall(report.text.casefold())
    shingles = {" ".join(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1))}
    # Hashed again, since the smallest of many is no even sample of all numbers.
    return _hash(str(min(map(_hash, shingles))))


def _hash(text: str) -> int:
    """63 bits, as many as a whole number of SQLite holds without its sign."""
    digest = hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big") >> 1
