"""The dates in the lines of a page: which of them the page calls published, changed, or nothing at all.

Searching the whole page for dates finds one for nine pages in ten, and invents one for four in ten of those that have
none: a date in a line counts when words call it published, when it stands with the author's name, or when it stands
beside the headline and is called nothing. Days in a list or in a sentence are those of other things.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from onrecord.clean.datelabels import DateLabel, label_of, stands_with_author, tells_of_itself
from onrecord.clean.render import PageLine
from onrecord.clean.resolve import DatedWords
from onrecord.clean.writtendates import Order, Written, figure_order, find_dates, names_year
from onrecord.model import DateEvidence, DateKind, DateOrigin, Span, When

# Lines before and after the headline in which its date stands; nearer ones come first.
BEFORE: Final = 4
AFTER: Final = 12
MAX_WORDS: Final = 18
# A label on a line of its own ("Published") has few words.
LABEL_WORDS: Final = 4
# More days than this beside the headline that are called nothing are a list of stories or events.
MAX_PLAIN: Final = 2
# So are this many lines with a date that is called nothing, each within so many lines of the one before.
LISTED: Final = 3
APART: Final = 6
# Around a date that is called nothing there stand a name or a place, no sentence.
PLAIN_WORDS: Final = 6
# Longer lines are running text, and their dates those of events.
MAX_LINE: Final = 400

_RANGE = re.compile(r"\s*(?:[-–—]|to|bis|au|al|until)\s*", re.IGNORECASE)
_SENTENCE_END = (".", "!", "?")
# Marks between a label and its date.
_MARKS = " \t•·|-–—:,"


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in a line, what it is called, how far the line is from the headline, and whether it stands beside it."""

    number: int
    line: PageLine
    written: Written
    label: DateLabel | None
    distance: tuple[int, bool]
    beside: bool


def line_evidence(
    lines: Sequence[PageLine],
    headline: int,
    language: str | None,
    known: Sequence[DatedWords] = (),
    *,
    signed: bool = False,
) -> Iterator[DatedWords]:
    """The days that lines state, nearest to the headline first; `known` dates help to read figures such as 03/04/2031.

    `headline` is a number of a line, -1 where none was found; `signed` is whether the metadata name an author. Spans
    are in the page's text.
    """
    if headline < 0:
        headline = _sole_heading(lines)
    dated = sorted(_dated(lines, headline, language), key=lambda item: item.distance)
    if any(item.written.day is None for item in dated):
        order = figure_order((line.text for line in lines if len(line.text) < MAX_LINE), language)
        dated = sorted(_dated(lines, headline, language, order), key=lambda item: item.distance)
        dated = _settled(dated, known)
    listed = _listed(dated, headline)
    plain = [item for item in dated if item.label is None and item.beside and item.number not in listed]
    below = {item.written.days for item in plain if not item.distance[1]}
    beside = plain[0] if plain and len(below) <= MAX_PLAIN else None
    yield from _as_evidence(_called(dated, "published") or (None if beside else _alone(dated)), "published", "label")
    yield from _as_evidence(beside, "published", "headline")
    changed = _called(dated, "modified")
    own = changed is not None and changed.beside and (signed or stands_with_author(changed.line.text))
    for found in _as_evidence(changed, "modified", "label"):
        yield replace(found, signed=own)


def _sole_heading(lines: Sequence[PageLine]) -> int:
    """The only `h1` of a page whose title is like none of its headings; -1 when there is none or more than one."""
    found = [i for i, line in enumerate(lines) if line.mark.tag == "h1" and not line.mark.hidden]
    return found[0] if len(found) == 1 else -1


def _called(dated: Sequence[_Dated], label: DateLabel) -> _Dated | None:
    """The nearest date that is called this beside the headline; elsewhere only where the page has no second one."""
    called = [item for item in dated if item.label == label]
    near = next((item for item in called if item.beside), None)
    if near or len({item.written.days for item in called}) != 1:
        return near
    return called[0]


def _alone(dated: Sequence[_Dated]) -> _Dated | None:
    """The day of the piece far from its headline, called nothing, where no other may be it.

    The only one that stands with an author, the only one that is called the date, or a line of its own and the only day
    in the lines of the page.
    """
    unnamed = [item for item in dated if item.label is None]
    signed = [item for item in unnamed if stands_with_author(item.line.text)]
    if len(signed) == 1:
        return signed[0]
    named = [item for item in unnamed if label_of(item.line.text[: item.written.start], plain=True)]
    if len({item.written.days for item in named}) == 1:
        return named[0]
    only = dated[0] if len(dated) == 1 else None
    return only if only and only.label is None and not _around(only).strip(_MARKS) else None


def _around(item: _Dated) -> str:
    return item.line.text[: item.written.start] + item.line.text[item.written.end :]


def _listed(dated: Sequence[_Dated], headline: int) -> frozenset[int]:
    """The numbers of lines in a row of lines, close to one another, whose dates are called nothing.

    A list above the headline ends there.
    """
    found: set[int] = set()
    run: list[int] = []
    for number in [*sorted({item.number for item in dated if item.label is None}), -1]:
        if run and not (0 < number - run[-1] <= APART and not run[-1] < headline < number):
            found.update(run if len(run) >= LISTED else ())
            run = []
        run.append(number)
    return frozenset(found)


def _settled(dated: Sequence[_Dated], known: Sequence[DatedWords]) -> list[_Dated]:
    """The dates with figures read as the page itself reads them: one of the two days is stated elsewhere, or possible.

    What the page says of its last change bounds them: nothing on a page is later.
    """
    stated = {item.written.day for item in dated if item.written.day} | {
        item.days[0] for item in known if item.evidence.when.grain == "day"
    }
    changed = max((item.days[1] for item in known if item.evidence.kind == "modified"), default=None)
    return [
        item if item.written.day else replace(item, written=_one_of(item.written, stated, changed)) for item in dated
    ]


def _one_of(written: Written, stated: set[date], changed: date | None) -> Written:
    days = [day for day in written.days if day in stated]
    if len(days) != 1 and changed:
        days = [day for day in written.days if day <= changed]
    return replace(written, days=tuple(days)) if len(days) == 1 else written


def _dated(
    lines: Sequence[PageLine], headline: int, language: str | None, order: Order | None = None
) -> Iterator[_Dated]:
    headings = Counter(line.mark.tag for line in lines)["h1"]
    for i, line in enumerate(lines):
        if len(line.text) > MAX_LINE or not names_year(line.text):
            continue
        margin = line.mark.under("aside") and not line.mark.under("article", "main")
        other = line.mark.hinted("comment") or line.mark.under("nav", "figcaption")
        if margin or other:
            continue
        found = list(find_dates(line.text, language, order))
        if not found:
            continue
        after_title = i > 0 and lines[i - 1].mark.tag == "h1" and (headings == 1 or i - 1 == headline)
        distance = (1, False) if after_title else (abs(i - headline), i < headline) if headline >= 0 else (i, False)
        beside = after_title or (headline >= 0 and distance[0] <= (BEFORE if distance[1] else AFTER))
        if line.mark.linked and not beside:
            continue  # what stands in a link is of the story that it leads to
        for written, label in _labelled(line, found, lines[i - 1].text if i else "", beside=beside):
            yield _Dated(i, line, written, label, distance, beside)


def _labelled(
    line: PageLine, found: Sequence[Written], above: str, *, beside: bool
) -> Iterator[tuple[Written, DateLabel | None]]:
    """The dates of a line with what they are called; a short line above may hold the label of the first."""
    prose = line.text.count(" ") >= MAX_WORDS
    end = 0
    labels: list[DateLabel | None] = []
    for written in found:
        before = line.text[end : written.start]
        if not end and not before.strip(_MARKS) and above.count(" ") < LABEL_WORDS:
            before = above
        labels.append("published" if prose and tells_of_itself(before) else label_of(before, plain=beside))
        end = written.end
    spanned = {j for i in range(1, len(found)) for j in (i - 1, i) if _RANGE.fullmatch(_between(line.text, found, i))}
    for i, (written, label) in enumerate(zip(found, labels, strict=True)):
        if i in spanned or (label is None and _in_sentence(line.text, written)):
            continue
        if prose and not tells_of_itself(line.text[: written.start]):
            continue
        # "4 March 2031. Updated: 6 March 2031" calls its first date nothing, and means the published one.
        changed_later = label is None and i + 1 < len(labels) and labels[i + 1] == "modified"
        yield written, "published" if changed_later else label


def _in_sentence(text: str, written: Written) -> bool:
    """Whether a date that is called nothing stands in running text rather than in a line of its own."""
    before, after = text[: written.start].count(" "), text[written.end :].count(" ")
    return before > PLAIN_WORDS or (before + after > PLAIN_WORDS and text.endswith(_SENTENCE_END))


def _between(text: str, found: Sequence[Written], i: int) -> str:
    return text[found[i - 1].end : found[i].start]


def _as_evidence(item: _Dated | None, kind: DateKind, origin: DateOrigin) -> Iterator[DatedWords]:
    day = item.written.day if item else None
    if item and day:
        start = item.line.span.start
        span = Span(start + item.written.start, start + item.written.end)
        yield DatedWords(DateEvidence(kind, When(day, day, "day", "text", evidence=span), origin), (day, day))
