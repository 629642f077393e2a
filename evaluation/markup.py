"""Compiles hand-annotated reports (`*.gold`) into plain texts and one JSON file of gold offsets.

An annotator writes the report once, with its roles in place: `⟦s1|Foreign Minister Ilan Torve⟧ ⟦c1|said⟧
⟦q1|that the talks went well⟧`. Copying offsets by hand is where annotation goes wrong, so nobody does it here.
The format is described in `docs/gold.md`.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

OPEN, CLOSE = "⟦", "⟧"
LABEL = re.compile(r"(?:(?P<role>[scq])(?P<ids>\d+(?:,\d+)*)|(?P<block>[a-z_]+))\|")
ROLES = {"s": "source", "c": "cue", "q": "content"}
BLOCKS = {"headline", "dateline", "subhead", "byline", "credit", "caption", "teaser", "furniture"}
RESIDUE = {"caption", "teaser", "furniture"}
FORMS = {"direct", "indirect", "mixed"}
KINDS = {"statement", "belief", "intention", "decree", "document"}
ACTS = set(
    "state report deny appeal demand offer commit agree praise accuse reject warn threaten predict evaluate".split()
)
RELATIONS = {"original", "reprint-of", "version-of"}


class MarkupError(ValueError):
    """A `.gold` file breaks the format; the message names the file and what to change."""


@dataclass
class Marks:
    """What the markup of one report says, as offsets into the text without it."""

    text: str = ""
    blocks: list[dict[str, Any]] = field(default_factory=list)
    roles: dict[int, dict[str, list[list[int]]]] = field(default_factory=dict)


def strip_markup(marked: str, name: str) -> Marks:
    """Remove the markup and return the text with the offsets (code points) of every labelled stretch."""
    marks, pieces, length, position = Marks(), [], 0, 0
    stack: list[tuple[str, str, int]] = []
    for match in re.finditer(f"[{OPEN}{CLOSE}]", marked):
        if match.start() < position:
            continue
        pieces.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match.group() == OPEN:
            label = LABEL.match(marked, position)
            if not label:
                raise MarkupError(f"{name}: no label after {OPEN} at {marked[match.start() : match.start() + 40]!r}")
            stack.append((label["role"] or "", label["ids"] or label["block"], length))
            position = label.end()
        elif not stack:
            raise MarkupError(f"{name}: {CLOSE} closes nothing at {marked[max(0, match.start() - 40) : match.end()]!r}")
        else:
            role, ids, start = stack.pop()
            if role:
                for number in map(int, ids.split(",")):
                    marks.roles.setdefault(number, {r: [] for r in ROLES.values()})[ROLES[role]].append([start, length])
            elif ids not in BLOCKS:
                raise MarkupError(f"{name}: {ids!r} is no block kind; use one of {sorted(BLOCKS)}")
            else:
                marks.blocks.append({"kind": ids, "start": start, "end": length})
    if stack:
        raise MarkupError(f"{name}: {stack[-1][0]}{stack[-1][1]} is never closed")
    pieces.append(marked[position:])
    marks.text = "".join(pieces)
    marks.blocks.sort(key=lambda block: block["start"])
    return marks


def check_statement(name: str, number: int, fields: dict[str, Any], roles: dict[str, list[list[int]]]) -> None:
    """Refuse a statement whose fields or spans are not of the codebook."""
    where = f"{name} statement {number}"
    if not roles.get("content"):
        raise MarkupError(f"{where}: no content marked with {OPEN}q{number}|")
    for role in ("source", "cue"):
        if len(roles[role]) > 1:
            raise MarkupError(f"{where}: {len(roles[role])} stretches marked as {role}; one is allowed")
    allowed = {"form": FORMS, "kind": KINDS, "act": ACTS}
    for key, values in allowed.items():
        if fields.get(key) not in values:
            raise MarkupError(f"{where}: {key} is {fields.get(key)!r}; use one of {sorted(values)}")
    if "speaker" not in fields:
        raise MarkupError(f"{where}: no speaker (write null when the report does not tell)")


def compile_report(path: Path) -> tuple[str, dict[str, Any]]:
    """Compile one `.gold` file into its plain text and its gold record."""
    _, header, marked = path.read_text(encoding="utf8").split("---\n", 2)
    record = yaml.safe_load(header)
    marks = strip_markup(marked, path.name)
    written = {int(number): fields for number, fields in (record.pop("statements", None) or {}).items()}
    if set(written) != set(marks.roles):
        odd = sorted(set(written) ^ set(marks.roles))
        raise MarkupError(f"{path.name}: statements {odd} stand in the header or in the text, not in both")
    occasions = {occasion["id"] for occasion in record.get("occasions") or []}
    statements = []
    for number in sorted(written):
        fields, roles = written[number], marks.roles[number]
        check_statement(path.name, number, fields, roles)
        if fields.get("occasion") not in occasions | {None}:
            raise MarkupError(f"{path.name} statement {number}: occasion {fields['occasion']!r} is not declared")
        if fields.get("nested_in") not in set(written) | {None}:
            raise MarkupError(f"{path.name} statement {number}: nested in {fields['nested_in']}, which is not there")
        residue = [block for block in marks.blocks if block["kind"] in RESIDUE]
        if any(a < block["end"] and b > block["start"] for a, b in roles["content"] for block in residue):
            raise MarkupError(f"{path.name} statement {number}: its content reaches into residue")
        statements.append(
            {
                "id": number,
                "source": roles["source"][0] if roles["source"] else None,
                "cue": roles["cue"][0] if roles["cue"] else None,
                "content": sorted(roles["content"]),
                **{key: fields.get(key) for key in ("speaker", "form", "kind", "act", "addressee")},
                **{key: fields.get(key) for key in ("nested_in", "occasion", "remark")},
            }
        )
    record["blocks"] = marks.blocks
    record["statements"] = statements
    return marks.text, record


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="folder of .gold files")
    parser.add_argument("--out", type=Path, help="folder for the .txt files and gold.json (default: the same)")
    arguments = parser.parse_args()
    out = arguments.out or arguments.folder
    out.mkdir(parents=True, exist_ok=True)
    gold, failed = {}, 0
    for path in sorted(arguments.folder.glob("*.gold")):
        try:
            text, gold[path.stem] = compile_report(path)
        except (MarkupError, ValueError, KeyError, TypeError, yaml.YAMLError) as error:
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
