"""Scores speaker resolution given the gold spans: right, wrong other name, left unknown, by how the source refers.

usage: python evaluation/speakers.py GOLD[:PREFIX]... [--texts FOLDER] [--sweep] [--errors]
GOLD is a folder that `evaluation/markup.py --out` wrote (texts and gold.json), or a file of labels whose texts are in
the folder of --texts. PREFIX keeps the reports whose name begins so.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.clean import clean_source
from onrecord.model import Block, Dateline, Report, Source, Span, Statement
from onrecord.read.people import resolve as people
from onrecord.read.people.sources import read_source
from onrecord.read.people.words import phrase_words

_TITLES = "mr mrs ms dr sir president minister the a an of and prof professor lord lady dame"
_STOP = frozenset(_TITLES.split())
_SLICES = {
    "he": "pronoun", "she": "pronoun", "they": "pronoun", "it": "pronoun", "first": "first person",
    "first_plural": "first person", "relative": "pronoun", "name": "name", "joint": "joint", "both": "joint",
    "role": "role", "relational": "role", "person_noun": "role", "side": "body", "body": "body", "group": "group",
    "voice": "voice or paper", "document": "voice or paper", "nobody": "group",
}  # fmt: skip
SWEEP = (0.0, 0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9)


@dataclass(frozen=True)
class Case:
    """One gold statement with the answer that the resolver gave."""

    report: str
    number: int
    source: str | None
    slice: str
    nested: bool
    gold: str | None
    answer: str | None
    confidence: float

    @property
    def outcome(self) -> str:
        """`right`, `wrong`, `missed` (a name left unknown) or `invented` (a name where the gold has none)."""
        if self.answer is None:
            return "missed" if self.gold else "right"
        if self.gold is None:
            return "invented"
        return "right" if same_name(self.answer, self.gold) else "wrong"


def same_name(one: str, other: str) -> bool:
    """Whether the words of one name, titles apart, are all in the other."""
    first, second = ({w for w in re.findall(r"\w+", name.lower()) if w not in _STOP} for name in (one, other))
    return bool(first and second) and (first <= second or second <= first)


def gold_report(text: str, record: dict[str, Any], name: str) -> Report:
    """The report of a gold record: what no block marks is body; labels without blocks leave them to the cleaner."""
    if "blocks" not in record:
        return clean_source(Source(text.encode("utf8"), "text/plain", name))
    blocks = [Block(item["kind"], Span(item["start"], item["end"])) for item in record.get("blocks", [])]
    position, body = 0, []
    for start, end in [*sorted((b.span.start, b.span.end) for b in blocks), (len(text), len(text))]:
        if text[position:start].strip():
            body.append(Block("body", Span(position, start)))
        position = max(position, end)
    ordered = tuple(sorted([*blocks, *body], key=lambda block: block.span))
    place = (record.get("dateline") or {}).get("place")
    return Report(
        text, "", name, ordered, byline=record.get("byline"), title=record.get("title"), dateline=Dateline(place)
    )


def gold_statements(record: dict[str, Any]) -> list[Statement]:
    """The statements of a gold record without their speakers."""
    return [
        Statement(
            id=str(item["id"]),
            content=tuple(Span(*pair) for pair in item["content"]),
            source=Span(*item["source"]) if item["source"] else None,
            cue=Span(*item["cue"]) if item["cue"] else None,
            form=item["form"] or "indirect",
            kind=item["kind"] or "statement",
            nested_in=str(item["nested_in"]) if item["nested_in"] is not None else None,
        )
        for item in record["statements"]
    ]


def gold_records(argument: str, texts: Path | None = None) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Name, text and gold record of every report that an argument of the command line names."""
    place, _, prefix = argument.partition(":")
    path = Path(place)
    folder = path if path.is_dir() else texts or path.parent
    gold = json.loads((path / "gold.json" if path.is_dir() else path).read_text(encoding="utf8"))
    for name, record in gold.items():
        if name.startswith(prefix):
            yield name, (folder / f"{name}.txt").read_bytes().decode("utf8"), record


def cases(argument: str, texts: Path | None = None) -> Iterator[Case]:
    """Every gold statement with the answer of the resolver."""
    for name, text, record in gold_records(argument, texts):
        answers = people.resolve_speakers(gold_report(text, record, name), gold_statements(record))
        for item, answer in zip(record["statements"], answers, strict=True):
            source = text[slice(*item["source"])] if item["source"] else None
            way = _SLICES[read_source(phrase_words(source)).way] if source else "none"
            speaker = answer.speaker
            yield Case(
                name, item["id"], source, way, item["nested_in"] is not None, item["speaker"],
                speaker.name if speaker else None, speaker.confidence if speaker else 0.0,
            )  # fmt: skip


def print_table(found: Sequence[Case]) -> None:
    """Shares of outcomes, overall and by slice."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in found:
        groups["all"].append(case)
        groups[case.slice].append(case)
        if case.nested:
            groups["nested"].append(case)
    print(f"{'slice':16}{'n':>6}{'right %':>9}{'wrong %':>9}{'invented %':>12}{'missed %':>10}")
    for name, group in sorted(groups.items(), key=lambda item: (item[0] != "all", -len(item[1]))):
        counts = Counter(case.outcome for case in group)
        share = [100 * counts[key] / len(group) for key in ("right", "wrong", "invented", "missed")]
        print(f"{name:16}{len(group):6}{share[0]:9.1f}{share[1]:9.1f}{share[2]:12.1f}{share[3]:10.1f}")


def print_sweep(found: Sequence[Case]) -> None:
    """What every threshold on the confidence would give."""
    print(f"{'threshold':>10}{'right %':>9}{'wrong %':>9}{'invented %':>12}{'missed %':>10}")
    for threshold in SWEEP:
        counts: Counter[str] = Counter()
        for case in found:
            kept = case.answer is not None and case.confidence >= threshold
            counts[case.outcome if kept else "missed" if case.gold else "right"] += 1
        share = [100 * counts[key] / len(found) for key in ("right", "wrong", "invented", "missed")]
        print(f"{threshold:10.2f}{share[0]:9.1f}{share[1]:9.1f}{share[2]:12.1f}{share[3]:10.1f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", help="folder or file, with :PREFIX if wanted")
    parser.add_argument("--texts", type=Path, help="folder of the texts of a file of labels")
    parser.add_argument("--sweep", action="store_true", help="show every threshold")
    parser.add_argument("--errors", action="store_true", help="list what is not right")
    arguments = parser.parse_args()
    if arguments.sweep:
        people.LEAST_CONFIDENCE = 0.0
    found = [case for argument in arguments.gold for case in cases(argument, arguments.texts)]
    if not found:
        print("no gold statements there; compile them with evaluation/markup.py --out", file=sys.stderr)
        return 2
    (print_sweep if arguments.sweep else print_table)(found)
    for case in found if arguments.errors else ():
        if case.outcome != "right":
            got = f"{case.gold!r}, got {case.answer!r} {case.confidence:.2f}"
            print(f"{case.outcome:9}{case.report[:28]:29}{case.number:3} {case.slice:10} {case.source!r}: {got}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
