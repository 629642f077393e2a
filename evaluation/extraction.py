"""Scores the body of pages against gold: four-token shingles, as in the article extraction benchmark of Scrapinghub.

`python evaluation/extraction.py PAGES` reads the folders `fundus` and `wcxb` of PAGES and prints, for each, the mean
precision and recall, their F1, and the share of pages whose body has exactly the gold's tokens. Weights that were
trained on these pages score too well here; `training/lines.py --folds 5` measures on pages left out of training.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from onrecord.clean import clean_source
from onrecord.errors import InputError
from onrecord.model import Source

SHINGLE = 4
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class GoldPage:
    """A page with its gold: the body's paragraphs (subheads among them), title and published day."""

    name: str
    site: str
    path: Path
    url: str
    paragraphs: tuple[str, ...]
    title: str
    published: date | None
    captions: tuple[str, ...] = ()

    def data(self) -> bytes:
        """The page's bytes."""
        return gzip.decompress(self.path.read_bytes())


@dataclass(frozen=True, slots=True)
class Figures:
    """Mean precision and recall over pages, their F1, and the share of exact bodies."""

    pages: int
    precision: float
    recall: float
    exact: float

    @property
    def f1(self) -> float:
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        parts = f"P {self.precision:.3f}, R {self.recall:.3f}"
        return f"{self.pages} pages: F1 {self.f1:.3f} ({parts}), exact {self.exact:.2f}"


def tokens(text: str) -> list[str]:
    """The words of a text as the benchmark counts them."""
    return _TOKEN.findall(text)


def measure(pairs: Sequence[tuple[str, str]]) -> Figures:
    """The figures of (gold, found) pairs of body texts."""
    precision = recall = exact = 0.0
    for gold, found in pairs:
        wanted, got = _shingles(tokens(gold)), _shingles(tokens(found))
        shared = sum((wanted & got).values())
        precision += shared / sum(got.values()) if got else float(not wanted)
        recall += shared / sum(wanted.values()) if wanted else 1.0
        exact += tokens(gold) == tokens(found)
    count = max(1, len(pairs))
    return Figures(len(pairs), precision / count, recall / count, exact / count)


def _shingles(words: list[str]) -> Counter[tuple[str, ...]]:
    if not words:
        return Counter()
    return Counter(tuple(words[i : i + SHINGLE]) for i in range(max(1, len(words) - SHINGLE + 1)))


def load_pages(folder: Path) -> list[GoldPage]:
    """The gold pages of `fundus` and `wcxb` under the folder."""
    return [*_fundus(folder / "fundus"), *_wcxb(folder / "wcxb")]


def _fundus(folder: Path) -> Iterator[GoldPage]:
    """A publisher's file has one gold version for each of its stored pages, both in the order of time."""
    for path in sorted(folder.glob("*/*.json")):
        versions: dict[str, dict[str, Any]] = json.loads(path.read_text("utf8"))
        pages = sorted(path.parent.glob(f"{path.stem}_[12]*.html.gz"))
        urls = json.loads((path.parent / "meta.info").read_text("utf8"))
        for page, version in zip(pages, sorted(versions), strict=False):
            gold, url = versions[version], urls.get(page.name, {}).get("url", "")
            yield GoldPage(
                f"fundus/{page.stem}", site_of(url) or path.stem, page, url, tuple(_paragraphs(gold["body"])),
                gold.get("title") or "", _day(gold.get("publishing_date")),
                tuple(image.get("caption") or "" for image in gold.get("images") or []),
            )  # fmt: skip


def _paragraphs(body: dict[str, Any]) -> Iterator[str]:
    yield from body.get("summary") or []
    for section in body.get("sections") or []:
        yield from section.get("headline") or []
        yield from section.get("paragraphs") or []


def _wcxb(folder: Path) -> Iterator[GoldPage]:
    for path in sorted(folder.glob("*.json")):
        record = json.loads(path.read_text("utf8"))
        gold, url = record["ground_truth"], record.get("url") or ""
        page = path.with_suffix(".html.gz")
        if not gold.get("main_content") or not page.exists():
            continue
        paragraphs = tuple(row for row in gold["main_content"].split("\n") if row.strip())
        yield GoldPage(
            f"wcxb/{path.stem}", site_of(url) or path.stem, page, url, paragraphs, gold.get("title") or "",
            _day(gold.get("publish_date")),
        )  # fmt: skip


def site_of(url: str) -> str:
    """The site of an address: its last two names, three under a country's second level."""
    names = (urlsplit(url).hostname or "").split(".")
    return ".".join(names[-3:] if len(names) > 2 and len(names[-2]) <= 3 else names[-2:])


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def body_of(page: GoldPage) -> tuple[str, date | None]:
    """The body that `clean_source` finds, subheads included, and the published day."""
    try:
        report = clean_source(Source(page.data(), "text/html", page.url or page.name))
    except InputError:
        return "", None
    body = "\n".join(
        block.span.of(report.text) for block in report.blocks if block.kind in {"dateline", "body", "subhead"}
    )
    return body, report.dates.published.start


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder with fundus/ and wcxb/")
    parser.add_argument("--every", type=int, default=1, help="read only each N-th page")
    arguments = parser.parse_args()
    for name in ("fundus", "wcxb"):
        pages = [page for page in load_pages(arguments.pages) if page.name.startswith(name)][:: arguments.every]
        found = [body_of(page) for page in pages]
        print(name, measure([("\n".join(page.paragraphs), body) for page, (body, _) in zip(pages, found, strict=True)]))
        dated = [(page.published, day) for page, (_, day) in zip(pages, found, strict=True)]
        print(name, date_figures(dated))
    return 0


def date_figures(pairs: Sequence[tuple[date | None, date | None]]) -> str:
    """How often the published day is right where there is one, and found where there is none."""
    dated = [(gold, found) for gold, found in pairs if gold]
    right = sum(gold == found for gold, found in dated)
    invented = sum(found is not None for gold, found in pairs if gold is None)
    undated = len(pairs) - len(dated)
    wrong = sum(found is not None and gold != found for gold, found in dated)
    return f"dates: {right} of {len(dated)} right, {wrong} wrong; {invented} of {undated} invented"


if __name__ == "__main__":
    sys.exit(main())
