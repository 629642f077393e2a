"""Scores the dateline grammar on our own invented lines in the styles of 40 agencies: place, region, date, agency.

`evaluation/gold/datelines/lines.tsv` has one line each with what its dateline says; lines without are sentences,
headlines and turns that look like one. A field is right when it is what is written, case aside.
"""

from __future__ import annotations

import argparse
import csv
import sys
from collections import Counter
from pathlib import Path

from onrecord.clean.dateline import find_opening
from onrecord.clean.dates import read_date

GOLD = Path(__file__).parent / "gold" / "datelines" / "lines.tsv"
FIELDS = ("place", "region", "date", "agency")


def found_fields(line: str) -> dict[str, str]:
    """What the grammar finds in a line, as written."""
    opening = find_opening(line)
    if opening is None:
        return dict.fromkeys(FIELDS, "")
    written = line[slice(*opening.date_at)] if opening.date_at else ""
    return {
        "place": opening.place or "",
        "region": opening.region or "",
        "date": written,
        "agency": opening.agency or "",
    }


def score(rows: list[dict[str, str]]) -> tuple[Counter[str], list[str]]:
    """The number of rows in which each field is right, and the rows in which one is wrong."""
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for row in rows:
        found = found_fields(row["line"])
        for field in FIELDS:
            same = found[field].casefold() == row[field].casefold()
            if field == "date" and row[field]:
                same = read_date(found[field]) == read_date(row[field])
            right[field] += same
            if not same:
                wrong.append(f"{field}: {row[field]!r} -> {found[field]!r}: {row['line'][:90]}")
    return right, wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="list every difference")
    arguments = parser.parse_args()
    with GOLD.open(encoding="utf8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    right, wrong = score(rows)
    if arguments.wrong:
        print("\n".join(wrong))
    for field in FIELDS:
        print(f"{field:7} {right[field]} of {len(rows)}")
    print(f"fields  {sum(right.values()) / (len(rows) * len(FIELDS)):.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
