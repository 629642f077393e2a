"""Dates from evidence: constraints set aside what cannot be, and what is left is one interval or unknown.

A report is published not before the day of its dateline, and not after it was changed, served, fetched or rendered. Of
the dates called published that keep to this, the one from the most reliable place counts. Whatever disagrees is kept as
a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from onrecord.model import UNKNOWN, DateEvidence, DateKind, DateOrigin, Dates, When

# Best first. Of 890 pages with known days this order had 769 right when it was chosen; labelled lines before all 765,
# meta tags before JSON-LD 766, unlabelled lines before all 758; markup, labels and addresses among themselves change
# nothing. What a whole page's JSON-LD says of itself is not used alone: many of those pages are no reports.
RELIABILITY: Final[tuple[DateOrigin, ...]] = (
    "json-ld", "meta", "feed", "sitemap", "markup", "label", "head", "url", "headline", "json-ld text",
)  # fmt: skip
# These are set by the publisher's system; it changes what waits for its hour, so a change may come before publication.
_SYSTEM: Final[frozenset[DateOrigin]] = frozenset({"json-ld", "meta", "feed", "sitemap"})
_STATES: Final[frozenset[DateKind]] = frozenset({"published", "feed", "sitemap", "url"})
_STAMPS: Final[frozenset[DateOrigin]] = frozenset({"json-ld", "json-ld text", "meta"})
_SEEN: Final[frozenset[DateKind]] = frozenset({"crawl", "page_render"})
_CHANGED: Final[frozenset[DateKind]] = frozenset({"modified", "http"})
# Places that show the day of the outlet's own calendar.
_LOCAL: Final[frozenset[DateOrigin]] = frozenset({"url", "label", "markup"})
# A clock may be in another zone, and so a day ahead of the one that a bound was read on.
SLACK = timedelta(days=1)
# A day of an event beside a headline lies days before its publication. Of the 893 pages with known days two show a day
# that is older than this before a stamp, and both mean it.
OLD = timedelta(days=7)
# A page that changed so long after its stamp is kept up to date, and its text is not that of the first day. With two
# years to five, six of the 135 pages without a known day have one, with eight years eight; of the right days two years
# cost four, three cost three, and four or more none.
EVERGREEN = timedelta(days=4 * 365)


@dataclass(frozen=True, slots=True)
class DatedWords:
    """A piece of evidence with the days that it allows: more than one where a stamp is in universal time.

    `doubted` is a stamp of a page that does not call itself an article, `signed` a change that stands beside the
    headline of a piece with an author.
    """

    evidence: DateEvidence
    days: tuple[date, date]
    doubted: bool = False
    signed: bool = False


def resolve(found: Sequence[DatedWords]) -> Dates:
    """The dates that the evidence gives; every piece of it is kept, in the order of reading.

    `published` is unknown when nothing states it, or when two places that are equally unreliable state different days.
    A lone stamp of a page that seems no dated piece is kept and not used. A signed piece that states nothing but its
    change has that day: its text appeared then.
    """
    filed = max((item.days[0] for item in found if item.evidence.kind == "dateline"), default=None)
    seen = min((item.days[1] for item in found if item.evidence.kind in _SEEN), default=None)
    changed = max((item.days[1] for item in found if item.evidence.kind in _CHANGED), default=None)
    withheld = [item for item in found if _is_withheld(item, found)]
    possible = [
        item for item in found if _is_statement(item) and item not in withheld and _fits(item, filed, seen, changed)
    ]
    best = _best(sorted(possible, key=lambda item: (item.evidence.when.grain != "day", _rank(item))), found)
    if best is None and not any(item.evidence.kind in _STATES for item in found):
        best = next((item for item in found if item.signed and _fits(item, filed, seen, changed)), None)
    ends = [day for day in (seen, changed) if day and (best is None or day >= best.days[0] - SLACK)]
    last = min(ends, default=None)
    if filed and last and last < filed:
        last = None
    return Dates(
        published=_day_of(best, possible) if best else UNKNOWN,
        page_render=next((item.evidence.when for item in found if item.evidence.kind == "page_render"), UNKNOWN),
        modified=_modified(found, best),
        bounds=When(filed, last, "day", "bounds") if filed or last else UNKNOWN,
        evidence=tuple(item.evidence if item in withheld else _marked(item, best, possible) for item in found),
    )


def _is_statement(item: DatedWords) -> bool:
    return item.evidence.kind in _STATES and item.evidence.origin in RELIABILITY


def _is_withheld(item: DatedWords, found: Sequence[DatedWords]) -> bool:
    """Whether a stamp is the only statement of a page that shows no day and seems no dated piece of writing.

    Such a page does not call itself an article, or is kept up to date for years.
    """
    if item.evidence.kind != "published" or item.evidence.origin not in _STAMPS:
        return False
    if any(other.evidence.when.evidence for other in found):
        return False
    if any(other is not item and other.evidence.kind in _STATES for other in found):
        return False
    changes = (other.days[0] for other in found if other.evidence.kind == "modified")
    return item.doubted or any(day - item.days[1] >= EVERGREEN for day in changes)


def _fits(item: DatedWords, filed: date | None, seen: date | None, changed: date | None) -> bool:
    start, end = item.days
    if (filed and end < filed - SLACK) or (seen and start > seen + SLACK):
        return False
    return changed is None or item.evidence.origin in _SYSTEM or start <= changed + SLACK


def _best(ranked: Sequence[DatedWords], found: Sequence[DatedWords]) -> DatedWords | None:
    """The most reliable statement; none when another from a place as weak contradicts it."""
    if not ranked:
        return _of_whole_page(found)
    best = ranked[0]
    if best.evidence.origin in _SYSTEM:
        again = _is_build(best, found)
        return next((item for item in ranked if _earlier(item, best) and (again or _is_old(item, best, found))), best)
    if best.evidence.when.grain != "day":
        page = (item for item in found if item.evidence.origin == "json-ld page")
        return next((item for item in page if item.evidence.kind == "published" and _meet(item, best)), best)
    rivals = (item for item in ranked if _rank(item) == _rank(best) and item.evidence.when.grain == "day")
    return best if all(_meet(item, best) for item in rivals) else None


def _of_whole_page(found: Sequence[DatedWords]) -> DatedWords | None:
    """What the JSON-LD of the whole page calls published, where the page shows that day, whatever it calls it."""
    shown = [item for item in found if item.evidence.kind == "modified" and item.evidence.origin in {"label", "markup"}]
    page = (item for item in found if item.evidence.kind == "published" and item.evidence.origin == "json-ld page")
    return next((item for item in page if any(_meet(item, line) for line in shown)), None)


def _is_build(best: DatedWords, found: Iterable[DatedWords]) -> bool:
    """Whether a system stamped publication and change alike, down to the minute: that is the hour it built the page."""
    minute = _minute(best)
    return len(minute) > len("2031-03-04") and any(
        item.evidence.kind == "modified" and item.evidence.origin in _SYSTEM and _minute(item) == minute
        for item in found
    )


def _is_old(item: DatedWords, best: DatedWords, found: Iterable[DatedWords]) -> bool:
    """Whether a line beside the headline shows a day long before a stamp whose own day no line shows.

    The system then stamped an old piece again.
    """
    if item.evidence.origin != "headline" or not item.evidence.when.evidence or item.days[1] + OLD >= best.days[0]:
        return False
    return not any(other.evidence.when.evidence and _meet(other, best) for other in found)


def _minute(item: DatedWords) -> str:
    """The stamp as written down to the minute: systems write one clock with and without its zone, seconds apart."""
    return (item.evidence.words or "")[: len("2031-03-04T10:00")]


def _earlier(item: DatedWords, best: DatedWords) -> bool:
    return item.evidence.when.grain == "day" and item.days[1] < best.days[0] and item.evidence.origin not in _SYSTEM


def _day_of(best: DatedWords, possible: Sequence[DatedWords]) -> When:
    """The interval of the statement, on the outlet's own day, with the place of the words that show the same day."""
    when = best.evidence.when
    if best.days[0] != best.days[1]:
        local = [item for item in possible if item.evidence.when.evidence or item.evidence.origin in _LOCAL]
        start, end = _local_day(when, best.days, local)
        when = replace(when, start=start, end=end)
    shown = (item.evidence.when for item in possible if item.evidence.when.evidence)
    spans = (item.evidence for item in shown if (item.start, item.end) == (when.start, when.end))
    return replace(when, evidence=when.evidence or next(spans, None))


def _local_day(when: When, days: tuple[date, date], shown: Sequence[DatedWords]) -> tuple[date | None, date | None]:
    """The day of the instant on the outlet's calendar: as written if any place shows that, else what a place states."""
    written = (when.start, when.end)
    if any(item.days == written for item in shown):
        return written
    local = (item.days for item in shown if item.evidence.origin in _LOCAL and item.days[0] == item.days[1])
    return next((found for found in local if days[0] <= found[0] <= days[1]), written)


def _modified(found: Iterable[DatedWords], best: DatedWords | None) -> When:
    """The last change that came after publication."""
    whens = [
        item.evidence.when
        for item in found
        if item.evidence.kind == "modified" and (best is None or item.days[1] >= best.days[0])
    ]
    return max(whens, key=lambda when: when.start or date.min, default=UNKNOWN)


def _marked(item: DatedWords, best: DatedWords | None, possible: Sequence[DatedWords]) -> DateEvidence:
    """The evidence, with whether it disagrees with what was taken for the published date."""
    if item.evidence.kind == "modified":
        conflict = best is not None and item.days[1] < best.days[0]
    elif _is_statement(item):
        conflict = item not in possible or best is None or not _meet(item, best)
    else:
        conflict = False
    return replace(item.evidence, conflict=conflict)


def _meet(one: DatedWords, other: DatedWords) -> bool:
    return one.days[0] <= other.days[1] and other.days[0] <= one.days[1]


def _rank(item: DatedWords) -> int:
    return RELIABILITY.index(item.evidence.origin)
