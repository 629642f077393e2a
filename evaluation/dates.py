"""Scores the published day on pages with known days, and on pages whose gold has none, with bootstrap intervals.

`python evaluation/dates.py PAGES` reads `fundus` and `wcxb` of PAGES. A page is *right* when the day found is the
gold's, *wrong* when it is another, *abstained* when none is found or only a longer interval. Where the gold has no day,
a day found is *invented*. Intervals are of 2,000 resamples of whole sites, since pages of a site share their template.

The gold of `wcxb` was drafted by a model and is not the page's word everywhere: so what can be read is scored apart.
Left out there, by rule: golds that the page itself calls its last change and nothing calls published, and golds that
stand nowhere in the page's bytes. Where a day was found on a page without a gold day, we read the page by hand
(`evaluation/gold/dates/undated.tsv`). The gold of `fundus` comes from the pages' own metadata: it says little of lines.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from extraction import GoldPage, load_pages

from onrecord.clean import clean_source
from onrecord.clean.decode import declared_charset, decode
from onrecord.clean.metadata import read_metadata
from onrecord.clean.pagedates import page_evidence
from onrecord.clean.pagelabels import find_headline
from onrecord.clean.render import render
from onrecord.clean.resolve import resolve
from onrecord.clean.sourcedates import source_evidence
from onrecord.errors import InputError
from onrecord.model import Dates, Source

Outcome = Literal["right", "wrong", "abstained", "invented", "unknown"]
READ_BY_HAND = Path(__file__).parent / "gold" / "dates" / "undated.tsv"
RESAMPLES = 2000
_STATES = frozenset({"published", "url", "feed", "sitemap"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found on one page, and what its gold is worth."""

    page: GoldPage
    gold: tuple[date, date] | None
    dates: Dates
    readable: bool

    @property
    def outcome(self) -> Outcome:
        """How the day found stands to the gold."""
        when = self.dates.published
        day = when.start if when.grain == "day" else None
        if self.gold is None:
            return "invented" if day else "unknown"
        if day is None:
            return "abstained"
        return "right" if self.gold[0] <= day <= self.gold[1] else "wrong"


def gold_days(page: GoldPage) -> tuple[date, date] | None:
    """The gold as an interval: a few records of `wcxb` have a month only."""
    if page.published:
        return page.published, page.published
    if page.name.startswith("wcxb/"):
        words = json.loads((page.path.parent / f"{page.name[5:]}.json").read_text("utf8"))["ground_truth"]
        month = re.fullmatch(r"(\d{4})-(\d{2})", words.get("publish_date") or "")
        if month:
            year, number = int(month[1]), int(month[2])
            return date(year, number, 1), date(year, number, 28)
    return None


def dates_of(source: Source, text: str) -> Dates:
    """The dates of a page as `clean_source` finds them, without the labels of its lines and so without its dateline."""
    page = render(text)
    if page.tree is None:
        return Dates()
    metadata = read_metadata(page.tree, source.location)
    headline = find_headline(page, metadata)
    stated = page_evidence(page.tree, metadata, source.location, page.lines, headline)
    return resolve([*stated, *source_evidence(source)])


def answer(page: GoldPage, crawled: datetime | None, *, whole: bool) -> Answer:
    """What is found on the page, and whether its gold can be read there."""
    data, gold = page.data(), gold_days(page)
    source = Source(data, "text/html", page.url or page.name, crawled)
    text = decode(data, page.name, declared_charset(data, "text/html"))
    try:
        dates = clean_source(source).dates if whole else dates_of(source, text)
    except InputError:
        dates = Dates()
    day_alone = gold is not None and gold[0] == gold[1]
    return Answer(page, gold, dates, not day_alone or (gold is not None and _can_be_read(gold[0], dates, text)))


def _can_be_read(gold: date, dates: Dates, text: str) -> bool:
    kinds = {item.kind for item in dates.evidence if item.when.start == gold}
    if kinds & _STATES:
        return True
    return "modified" not in kinds and _stands(gold, text)


def _stands(day: date, text: str) -> bool:
    """Whether the day stands in the page's bytes in any usual form of figures or English words."""
    month = day.strftime("%b")
    forms = (
        rf"{day.year}\W?0?{day.month}\W?0?{day.day}(?!\d)", rf"(?<!\d)0?{day.day}\W0?{day.month}\W{day.year}",
        rf"(?<!\d)0?{day.month}\W0?{day.day}\W{day.year}", rf"{month}\w*\.?\s+0?{day.day}\w*,?\s+{day.year}",
        rf"(?<!\d)0?{day.day}\w*\.?\s+{month}\w*\.?,?\s+{day.year}", rf"{day.year}\s+{month}\w*\s+{day.day}\b",
        rf"(?<!\d)0?{day.day}\.\s+\w+\s+{day.year}",
    )  # fmt: skip
    return any(re.search(form, text) for form in forms)


def interval(answers: Sequence[Answer], wanted: Outcome, among: frozenset[Outcome]) -> str:
    """The share of an outcome among others, with its 95 % interval over resampled sites."""
    sites: dict[str, list[bool]] = {}
    for item in answers:
        if item.outcome in among:
            sites.setdefault(item.page.site, []).append(item.outcome == wanted)
    groups = list(sites.values())
    if not groups:
        return "no pages"
    count, hits = sum(map(len, groups)), sum(map(sum, groups))
    draw = random.Random(7)
    shares = []
    for _ in range(RESAMPLES):
        sample = draw.choices(groups, k=len(groups))
        shares.append(sum(map(sum, sample)) / sum(map(len, sample)))
    shares.sort()
    low, high = shares[int(0.025 * RESAMPLES)], shares[int(0.975 * RESAMPLES)]
    return f"{hits} of {count} = {hits / count:.1%} [{low:.1%}, {high:.1%}]"


DATED: frozenset[Outcome] = frozenset({"right", "wrong", "abstained"})
UNDATED: frozenset[Outcome] = frozenset({"invented", "unknown"})


def report(name: str, answers: Sequence[Answer]) -> None:
    """Print the figures of one set of pages."""
    dated = [item for item in answers if item.gold]
    undated = [item for item in answers if not item.gold]
    print(f"{name}: {len(dated)} pages with a day, {len(undated)} without")
    for outcome in ("right", "wrong", "abstained"):
        print(f"  {outcome:10} {interval(dated, outcome, DATED)}")
    if undated:
        print(f"  {'invented':10} {interval(undated, 'invented', UNDATED)}")
    readable = [item for item in dated if item.readable]
    print(f"  of the {len(readable)} whose day the page states: right {interval(readable, 'right', DATED)}")
    print(f"  {'':33} wrong {interval(readable, 'wrong', DATED)}")
    stated = stated_by_hand()
    truly = [item for item in undated if item.page.name not in stated]
    if truly:
        print(f"  of the {len(truly)} that state none: invented {interval(truly, 'invented', UNDATED)}")


def stated_by_hand() -> frozenset[str]:
    """The pages without a gold day that state one, as we read them."""
    with READ_BY_HAND.open(encoding="utf8", newline="") as file:
        return frozenset(row["page"] for row in csv.DictReader(file, delimiter="\t") if row["states"] == "yes")


def origins(answers: Sequence[Answer]) -> None:
    """Print how often each place's published day is the gold's: the order of `resolve.RELIABILITY`."""
    counts: Counter[tuple[str, str]] = Counter()
    for item in answers:
        for evidence in item.dates.evidence:
            if evidence.kind in _STATES and evidence.when.grain == "day" and item.readable:
                day = evidence.when.start
                right = bool(item.gold and day and item.gold[0] <= day <= item.gold[1])
                counts[evidence.origin, "right" if right else "wrong" if item.gold else "undated"] += 1
    for origin in sorted({key[0] for key in counts}):
        parts = [f"{outcome} {counts[origin, outcome]}" for outcome in ("right", "wrong", "undated")]
        print(f"  {origin:14} {', '.join(parts)}")


def crawl_times(folder: Path) -> dict[str, datetime]:
    """When the pages of `fundus` were fetched; `wcxb` does not say."""
    found: dict[str, datetime] = {}
    for path in (folder / "fundus").glob("*/meta.info"):
        for name, record in json.loads(path.read_text("utf8")).items():
            moment = datetime.fromisoformat(record["crawl_date"])
            found[f"fundus/{name.removesuffix('.gz')}"] = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder with fundus/ and wcxb/")
    parser.add_argument("--every", type=int, default=1, help="read only each N-th page")
    parser.add_argument("--whole", action="store_true", help="label the lines too, as `onrecord read` does: slower")
    parser.add_argument("--origins", action="store_true", help="show how reliable each place is")
    parser.add_argument("--differences", action="store_true", help="list every page that is not right")
    arguments = parser.parse_args()
    crawled = crawl_times(arguments.pages)
    pages = load_pages(arguments.pages)[:: arguments.every]
    answers = [answer(page, crawled.get(page.name), whole=arguments.whole) for page in pages]
    for name in ("fundus", "wcxb"):
        report(name, [item for item in answers if item.page.name.startswith(name)])
    report("both", answers)
    if arguments.origins:
        origins(answers)
    if arguments.differences:
        for item in answers:
            if item.outcome not in {"right", "unknown"}:
                mark = "" if item.readable else " (gold not stated by the page)"
                gold = item.gold[0] if item.gold else None
                print(f"{item.outcome:9} {item.page.name}: gold {gold}, found {item.dates.published.start}{mark}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
