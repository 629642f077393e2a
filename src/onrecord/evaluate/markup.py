"""Compiles hand-annotated reports (`*.gold`) into plain texts and gold records with offsets (docs/gold.md).

An annotator writes the report once, with its roles in place: `⟦s1|Foreign Minister Ilan Torve⟧ ⟦c1|said⟧
⟦q1|that the talks went well⟧`. Copying offsets by hand is where annotation goes wrong, so nobody does it here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from onrecord.errors import OnrecordError
from onrecord.model import ACTS, BLOCK_KINDS, FORMS, KINDS, RESIDUE

Json = dict[str, Any]
Pair = list[int]

OPEN, CLOSE = "⟦", "⟧"
_LABEL: Final = re.compile(r"(?:(?P<role>[scq])(?P<ids>\d+(?:,\d+)*)|(?P<block>[a-z_]+))\|")
_ROLES: Final = {"s": "source", "c": "cue", "q": "content"}
_BLOCKS: Final = frozenset(BLOCK_KINDS) - {"body"}
_ALLOWED: Final = (("form", FORMS), ("kind", KINDS), ("act", ACTS))


class MarkupError(ValueError):
    """A `.gold` file breaks the format; the message names the file and what to change."""


@dataclass(slots=True)
class Marks:
    """What the markup of one report says, as offsets into the text without it."""

    text: str = ""
    blocks: list[Json] = field(default_factory=list)
    roles: dict[int, dict[str, list[Pair]]] = field(default_factory=dict)

    def add(self, role: str, label: str, start: int, end: int) -> None:
        """Note a labelled stretch: of a role for the statements numbered, or a block."""
        if not role:
            self.blocks.append({"kind": label, "start": start, "end": end})
            return
        for number in map(int, label.split(",")):
            self.roles.setdefault(number, {name: [] for name in _ROLES.values()})[_ROLES[role]].append([start, end])


def compile_report(path: Path) -> tuple[str, Json]:
    """Compile one `.gold` file into its plain text and its gold record. Raises `MarkupError` for a faulty one."""
    header, marked = _split(path)
    record = _parse_header(header, path.name)
    marks = strip_markup(marked, path.name)
    written = {int(number): fields for number, fields in (record.pop("statements", None) or {}).items()}
    if set(written) != set(marks.roles):
        odd = sorted(set(written) ^ set(marks.roles))
        raise MarkupError(f"{path.name}: statements {odd} stand in the header or in the text, not in both")
    for number in sorted(written):
        _check(f"{path.name} statement {number}", written[number], marks.roles[number], marks)
        _check_links(f"{path.name} statement {number}", written[number], record, set(written))
    record["blocks"] = marks.blocks
    record["statements"] = [_record(number, written[number], marks.roles[number]) for number in sorted(written)]
    return marks.text, record


def strip_markup(marked: str, name: str) -> Marks:
    """Remove the markup and return the text with the offsets (code points) of every labelled stretch."""
    marks, pieces, length, position = Marks(), [], 0, 0
    stack: list[tuple[str, str, int]] = []
    for match in re.finditer(f"[{OPEN}{CLOSE}]", marked):
        pieces.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match.group() == OPEN:
            role, label, position = _read_label(marked, position, name)
            stack.append((role, label, length))
        elif stack:
            marks.add(*stack.pop(), length)
        else:
            raise MarkupError(f"{name}: {CLOSE} closes nothing at {marked[max(0, match.start() - 40) : match.end()]!r}")
    if stack:
        raise MarkupError(f"{name}: {stack[-1][0]}{stack[-1][1]} is never closed")
    marks.text = "".join(pieces) + marked[position:]
    marks.blocks.sort(key=lambda block: int(block["start"]))
    return marks


def _read_label(marked: str, position: int, name: str) -> tuple[str, str, int]:
    label = _LABEL.match(marked, position)
    if not label:
        raise MarkupError(f"{name}: no label after {OPEN} at {marked[position - 1 : position + 39]!r}")
    if label["block"] and label["block"] not in _BLOCKS:
        raise MarkupError(f"{name}: {label['block']!r} is no block kind; use one of {sorted(_BLOCKS)}")
    return label["role"] or "", label["ids"] or label["block"], label.end()


def _split(path: Path) -> tuple[str, str]:
    parts = path.read_text(encoding="utf-8").split("---\n", 2)
    if len(parts) != 3:
        raise MarkupError(f"{path.name}: no header between two --- lines")
    return parts[1], parts[2]


def _parse_header(header: str, name: str) -> Json:
    try:
        import yaml
    except ImportError as error:
        raise OnrecordError(
            "reading .gold files needs PyYAML, which is not installed", "Install it with: pip install pyyaml"
        ) from error
    try:
        record = yaml.safe_load(header)
    except yaml.YAMLError as error:
        raise MarkupError(f"{name}: the header is no YAML: {' '.join(str(error).split())}") from error
    if not isinstance(record, dict):
        raise MarkupError(f"{name}: the header has no fields")
    return record


def _check(where: str, fields: Json, roles: dict[str, list[Pair]], marks: Marks) -> None:
    """Refuse a statement whose labels or spans are not of the codebook."""
    if not roles["content"]:
        raise MarkupError(f"{where}: no content marked with {OPEN}q...|")
    for role in ("source", "cue"):
        if len(roles[role]) > 1:
            raise MarkupError(f"{where}: {len(roles[role])} stretches marked as {role}; one is allowed")
    for key, values in _ALLOWED:
        if fields.get(key) not in values:
            raise MarkupError(f"{where}: {key} is {fields.get(key)!r}; use one of {sorted(values)}")
    if "speaker" not in fields:
        raise MarkupError(f"{where}: no speaker (write null when the report does not tell)")
    if any(_touch(pair, block) for pair in roles["content"] for block in _residue(marks.blocks)):
        raise MarkupError(f"{where}: its content reaches into residue")


def _check_links(where: str, fields: Json, record: Json, numbers: set[int]) -> None:
    """Refuse an occasion or an outer statement that is not declared."""
    occasions = {occasion["id"] for occasion in record.get("occasions") or []}
    if fields.get("occasion") not in occasions | {None}:
        raise MarkupError(f"{where}: occasion {fields['occasion']!r} is not declared")
    if fields.get("nested_in") not in numbers | {None}:
        raise MarkupError(f"{where}: nested in {fields['nested_in']}, which is not there")


def _residue(blocks: Iterable[Json]) -> list[Json]:
    return [block for block in blocks if block["kind"] in RESIDUE]


def _touch(pair: Pair, block: Json) -> bool:
    return bool(pair[0] < block["end"] and pair[1] > block["start"])


def _record(number: int, fields: Json, roles: dict[str, list[Pair]]) -> Json:
    return {
        "id": number,
        "source": roles["source"][0] if roles["source"] else None,
        "cue": roles["cue"][0] if roles["cue"] else None,
        "content": sorted(roles["content"]),
        **{key: fields.get(key) for key in ("speaker", "form", "kind", "act", "addressee")},
        **{key: fields.get(key) for key in ("nested_in", "occasion", "remark")},
    }
