"""Compiles hand-annotated reports (`*.gold`) into plain texts and one JSON file of gold offsets.

The format is described in `docs/gold.md`; `onrecord.evaluate.markup` does the work.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from onrecord.evaluate.markup import MarkupError, compile_report

__all__ = ["MarkupError", "compile_report"]


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder of .gold files")
    parser.add_argument("--out", type=Path, help="folder for the .txt files and gold.json (default: the same)")
    arguments = parser.parse_args()
    out = arguments.out or arguments.folder
    out.mkdir(parents=True, exist_ok=True)
    gold, failed = {}, 0
    for path in sorted(arguments.folder.glob("*.gold")):
        try:
            text, gold[path.stem] = compile_report(path)
        except (ValueError, KeyError, TypeError) as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            failed += 1
            continue
        (out / f"{path.stem}.txt").write_text(text, encoding="utf8")
    (out / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf8")
    count = sum(len(record["statements"]) for record in gold.values())
    print(f"{len(gold)} reports, {count} statements, {failed} refused")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
