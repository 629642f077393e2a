"""Checks the labels of the five seed reports beside a checkout: no residue read, no paragraph lost, fields found."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from onrecord.clean import clean_source
from onrecord.model import RESIDUE, Report, Source

SEEDS = Path(__file__).parents[2] / "shared" / "seeds"
PARAGRAPHS = (9, 7, 13, 8, 15)
CREDITS = ("ST", "SANA", "News Agencies", "SANA", "SANA / RedGlobe")
OTHERS = ("Check Also", "Related News", "Zakharova", "Ansari", "cookies", "analytics", "Comments", "Dagestan", "Idleb")


def faults(number: int, report: Report) -> list[str]:
    """What is wrong with the labels of one seed report."""
    found: list[str] = []
    kept = "\n".join(block.span.of(report.text) for block in report.blocks if block.kind not in RESIDUE)
    found += [f"seed {number}: {words!r} is read" for words in OTHERS if words in kept]
    count = len(report.spans_of("body"))
    if count != PARAGRAPHS[number]:
        found.append(f"seed {number}: {count} body paragraphs instead of {PARAGRAPHS[number]}")
    if report.credit != CREDITS[number]:
        found.append(f"seed {number}: credit {report.credit!r}")
    if (report.byline is None) != (number == 4):
        found.append(f"seed {number}: byline {report.byline!r}")
    if report.dates.published.known or report.dates.page_render.known != (number == 4):
        found.append(f"seed {number}: {report.dates}")
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, nargs="?", default=SEEDS)
    paths = sorted(parser.parse_args().folder.glob("00?_*.txt"))
    wrong = [
        fault
        for number, path in enumerate(paths)
        for fault in faults(number, clean_source(Source(path.read_bytes(), "text/plain", path.name)))
    ]
    print("\n".join(wrong) or f"{len(paths)} seed reports: every line labelled as it should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
