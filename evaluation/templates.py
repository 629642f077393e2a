"""Scores the counting of outlets' own lines: how much of a page's residue other pages of its outlet give away.

`python evaluation/templates.py PAGES` takes each page of an outlet with several pages in PAGES and asks which of its
lines stand under so many of the others, 1, 2 or 3: the share of residue lines caught, and of body lines hit. A line is
body when it is a paragraph of the gold body, or six words or more of one.
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from extraction import GoldPage, load_pages, tokens

from onrecord.clean.decode import declared_charset, decode
from onrecord.clean.render import render
from onrecord.clean.templates import line_keys

LEAST = (1, 2, 3)
# Shorter lines are body only as whole paragraphs: "News" stands in many.
MIN_WORDS = 6
Keyed = list[tuple[int, bool]]


def keyed_lines(page: GoldPage) -> tuple[Keyed, int, int]:
    """The key of each line that counts, with whether it is body; and how many lines of residue and body there are."""
    data = page.data()
    text = render(decode(data, page.name, declared_charset(data))).text
    rows = [" ".join(tokens(paragraph)) for paragraph in page.paragraphs]
    lines = [line for line in text.split("\n") if tokens(line)]
    inside = sum(_in(line, rows) for line in lines)
    keyed = [(key, _in(span.of(text), rows)) for span, key in line_keys(text, page.site)]
    return keyed, len(lines) - inside, inside


def _in(line: str, rows: list[str]) -> bool:
    words = tokens(line)
    joined = " ".join(words)
    return joined in rows or (len(words) >= MIN_WORDS and any(joined in row for row in rows))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pages", type=Path, help="folder with fundus/ and wcxb/")
    outlets: dict[tuple[str, str], list[GoldPage]] = defaultdict(list)
    for page in load_pages(parser.parse_args().pages):
        known = outlets[page.name.split("/")[0], page.site]
        # One story that was stored twice, as the table counts stories.
        if all(page.paragraphs[:1] != other.paragraphs[:1] for other in known):
            known.append(page)
    for source in ("fundus", "wcxb"):
        counts = {least: [0, 0, 0, 0] for least in LEAST}
        for (name, _), pages in outlets.items():
            if name != source or len(pages) < 2:
                continue
            read = [keyed_lines(page) for page in pages]
            told: dict[int, set[int]] = defaultdict(set)
            for number, (keyed, _, _) in enumerate(read):
                for key, _ in keyed:
                    told[key].add(number)
            for number, (keyed, residue, body) in enumerate(read):
                for least in LEAST:
                    if len(pages) <= least:
                        continue
                    hits = [inside for key, inside in keyed if len(told[key] - {number}) >= least]
                    row = (len(hits) - sum(hits), residue, sum(hits), body)
                    counts[least] = [have + new for have, new in zip(counts[least], row, strict=True)]
        for least, (caught, residue, hit, body) in counts.items():
            if residue and body:
                print(
                    f"{source}, {least} others: {caught / residue:.1%} of {residue} residue lines caught, "
                    f"{hit / body:.2%} of {body} body lines hit"
                )
    return 0


if __name__ == "__main__":
    sys.exit(main())
