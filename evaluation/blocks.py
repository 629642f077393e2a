"""Scores the labels of lines: how many lines of each gold kind `clean` labels as another kind.

`python evaluation/blocks.py FOLDER...` reads folders of `*.gold` files. A line counts with the kind that most of its
characters have; a line with a dateline or a caption glued to it counts once for each part.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from markup import compile_report

from onrecord.clean import clean_source
from onrecord.clean.dateline import find_opening
from onrecord.model import RESIDUE, Report, Source

Stretch = tuple[int, int, str]


@dataclass
class Score:
    """Counts of gold kind and found kind over lines, with the lines that differ."""

    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    fields: Counter[tuple[str, bool]] = field(default_factory=Counter)

    def lines(self, gold_residue: bool) -> int:
        return sum(count for (gold, _), count in self.pairs.items() if (gold in RESIDUE) == gold_residue)

    def crossed(self, gold_residue: bool) -> int:
        """Residue lines let through, or readable lines lost to residue."""
        return sum(
            count
            for (gold, found), count in self.pairs.items()
            if (gold in RESIDUE) == gold_residue and (found in RESIDUE) != gold_residue
        )


def gold_stretches(text: str, blocks: list[dict[str, Any]]) -> list[Stretch]:
    """The gold as stretches that each lie on one line, body where nothing is marked."""
    marked = sorted((block["start"], block["end"], block["kind"]) for block in blocks)
    stretches: list[Stretch] = []
    for found in re.finditer(r"[^\n]+", text):
        position, end = found.span()
        for start, stop, kind in marked:
            if stop <= position or start >= end:
                continue
            stretches += [(position, max(position, start), "body"), (max(position, start), min(end, stop), kind)]
            position = min(end, stop)
        stretches.append((position, end, "body"))
    return [stretch for stretch in stretches if text[stretch[0] : stretch[1]].strip(" \t.\ufeff")]


def found_kind(report: Report, start: int, end: int) -> str:
    """The kind that most characters of the stretch have in the report."""
    counts: Counter[str] = Counter()
    for block in report.blocks:
        shared = min(end, block.span.end) - max(start, block.span.start)
        if shared > 0:
            counts[block.kind] += shared
    return counts.most_common(1)[0][0] if counts else "none"


def agrees(name: str, gold: object, found: object, dateline_agency: str | None) -> bool:
    """Whether a field is right; annotators kept or dropped "By" and "Source:", and left out the outlet's own agency."""
    expected, got = (str(value or "").casefold().strip(" .") for value in (gold, found))
    if name == "credit" and not expected:
        return not got or got == (dateline_agency or "").casefold()
    if name in {"credit", "byline"}:
        return bool(got) == bool(expected) and (got in expected or expected in got or _names(expected) in _names(got))
    return expected == got


def _names(byline: str) -> str:
    return re.sub(r"^.*\b(?:by|source:)\s+", "", byline)


def score_report(path: Path, score: Score) -> None:
    """Add one gold report to the score."""
    text, record = compile_report(path)
    report = clean_source(Source(text.encode(), "text/plain", path.stem + ".txt"))
    for start, end, kind in gold_stretches(text, record["blocks"]):
        found = found_kind(report, start, end)
        score.pairs[kind, found] += 1
        if found != kind:
            score.wrong.append(f"{path.stem}: {kind} -> {found}: {text[start:end][:110]}")
    opening = find_opening(report.dateline.span.of(text) + " X") if report.dateline.span else None
    gold_line = record.get("dateline") or {}
    page_render = report.dates.page_render.start
    published = report.dates.published.start
    for name, gold, found in (
        ("kind", record.get("kind"), report.kind),
        ("title", record.get("title"), report.title),
        ("byline", record.get("byline"), report.byline),
        ("credit", record.get("credit"), report.credit),
        ("place", gold_line.get("place"), report.dateline.place),
        ("page_render", record.get("page_render"), page_render.isoformat() if page_render else None),
        ("published", record.get("published"), published.isoformat() if published else None),
    ):
        same = agrees(name, gold, found, opening.agency if opening else None)
        score.fields[name, same] += 1
        if not same:
            score.wrong.append(f"{path.stem}: {name}: {gold!r} -> {found!r}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="+", help="folders of .gold files")
    parser.add_argument("--wrong", action="store_true", help="list every difference")
    arguments = parser.parse_args()
    score = Score()
    paths = sorted(path for folder in arguments.folders for path in folder.glob("*.gold"))
    for path in paths:
        score_report(path, score)
    if arguments.wrong:
        print("\n".join(score.wrong))
    for kind in sorted({gold for gold, _ in score.pairs}):
        total = sum(count for (gold, _), count in score.pairs.items() if gold == kind)
        print(f"{kind:10} {score.pairs[kind, kind]:5} of {total}")
    print(f"residue let through {score.crossed(True)} of {score.lines(True)} lines")
    print(f"readable lines lost {score.crossed(False)} of {score.lines(False)} lines")
    for name in ("kind", "title", "byline", "credit", "place", "page_render", "published"):
        print(f"{name:12} {score.fields[name, True]} of {len(paths)} right")
    return 0


if __name__ == "__main__":
    sys.exit(main())
