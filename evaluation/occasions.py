"""Scores the occasions of gold reports, with the gold's own statements and speakers as input.

    python evaluation/markup.py evaluation/gold/press --out /tmp/press
    python evaluation/occasions.py /tmp/press [--only a] [--errors]

A statement (not a nested one) is right when its occasion has the type of the gold's and, where the gold gives them, its
place and its day or weekday; where the gold has no occasion, none may be given.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from onrecord.model import (
    UNKNOWN,
    WEEKDAYS,
    Block,
    Dateline,
    Dates,
    Occasion,
    Report,
    Span,
    Speaker,
    Statement,
    When,
    actor_id,
)
from onrecord.read.occasions import find_occasions
from onrecord.read.occasions.people import same_person
from onrecord.read.occasions.times import Anchor, find_times

Json = dict[str, Any]
_SMALL = frozenset({"the", "a", "an", "of", "in", "at"})


@dataclass
class Tally:
    """What was right, out of how many, per measure; and the statements that were not."""

    right: Counter[str] = field(default_factory=Counter)
    all: Counter[str] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def note(self, measure: str, right: bool) -> None:
        """Count one case of a measure."""
        self.all[measure] += 1
        self.right[measure] += right


def gold_report(name: str, text: str, record: Json) -> Report:
    """The report as its gold header tells it; a dateline's date counts with a year only."""
    published = _day(record.get("published"), "metadata")
    anchor = Anchor(published.start, "metadata") if published.start else None
    dateline = record.get("dateline") or {}
    dated = next(find_times(str(dateline.get("date") or ""), anchor), UNKNOWN)
    return Report(
        text=text,
        source_sha256="",
        location=name,
        blocks=tuple(Block(block["kind"], Span(block["start"], block["end"])) for block in record["blocks"]),
        kind=record["kind"],
        title=record.get("title"),
        outlet=record.get("outlet"),
        byline=record.get("byline"),
        dateline=Dateline(dateline.get("place"), dated if dated.start or dated.weekday else UNKNOWN),
        dates=Dates(published, _day(record.get("page_render"), "page_render")),
    )


def gold_statements(record: Json) -> list[Statement]:
    """The gold's statements with their speakers and without their occasions."""
    return [
        Statement(
            id=str(item["id"]),
            content=tuple(Span(*pair) for pair in item["content"]),
            source=Span(*item["source"]) if item["source"] else None,
            cue=Span(*item["cue"]) if item["cue"] else None,
            form=item["form"],
            kind=item["kind"],
            act=item["act"],
            speaker=Speaker(actor_id(item["speaker"]), item["speaker"], 1.0) if item["speaker"] else None,
            nested_in=str(item["nested_in"]) if item["nested_in"] else None,
        )
        for item in record["statements"]
    ]


def same_place(gold: str | None, found: str | None, *, exact: bool = False) -> bool:
    """Whether two places are one: the words of one among those of the other, unless `exact`."""
    if not gold or not found:
        return not gold and not found
    one, other = (frozenset(re.findall(r"[\w'’]+", place.casefold())) - _SMALL for place in (gold, found))
    return one == other if exact else one <= other or other <= one


def same_when(gold: Json, found: When) -> bool:
    """Whether the day, weekday or grain is the gold's; where it has none, no day may be given."""
    if gold.get("start"):
        return found.start == date.fromisoformat(str(gold["start"]))
    if gold.get("weekday"):
        return gold["weekday"] == (found.weekday or (WEEKDAYS[found.start.weekday()] if found.start else None))
    return found.grain == gold.get("grain", "unknown")


def judge(gold: Json | None, found: Occasion | None) -> list[str]:
    """What is wrong with a statement's occasion; empty when nothing is."""
    if gold is None or found is None:
        return [] if gold is found else ["missing" if gold else "spurious"]
    wrong = [] if gold["type"] == found.type else [f"type {found.type}"]
    if gold.get("place") and not same_place(gold["place"], found.place):
        wrong.append(f"place {found.place}")
    when = gold.get("when") or {}
    if when.get("grain", "unknown") != "unknown" and not same_when(when, found.when):
        wrong.append(f"when {found.when.weekday or found.when.start or found.when.grain}")
    return wrong


def score_report(name: str, text: str, record: Json, tally: Tally) -> None:
    """Read the occasions of one report and count what is right."""
    report, statements = gold_report(name, text, record), gold_statements(record)
    begun = time.process_time()
    occasions, linked = find_occasions(report, statements)
    tally.all["ms"] += round((time.process_time() - begun) * 1e6)
    gold_by, found_by = {o["id"]: o for o in record.get("occasions") or []}, {o.id: o for o in occasions}
    pairs: Counter[tuple[str, str]] = Counter()
    for item, statement in zip(record["statements"], linked, strict=True):
        if item["nested_in"]:
            continue
        gold, found = gold_by.get(item["occasion"]), found_by.get(statement.occasion or "")
        wrong = judge(gold, found)
        tally.note("statements", not wrong)
        tally.note("statements, type alone", (gold and gold["type"]) == (found and found.type))
        if gold and found and gold["type"] == found.type:
            pairs[gold["id"], found.id] += 1
        if wrong:
            cue = statement.cue.of(text) if statement.cue else "-"
            tally.errors.append(
                f"{name} {item['id']} {item['speaker']} [{cue}] gold {_brief(gold)}: {', '.join(wrong)}"
            )
    _score_occasions(
        name, gold_by, found_by, pairs, tally, {i["occasion"] for i in record["statements"] if not i["nested_in"]}
    )


def _score_occasions(
    name: str,
    gold_by: dict[str, Json],
    found_by: dict[str, Occasion],
    pairs: Counter[tuple[str, str]],
    tally: Tally,
    used: set[str],
) -> None:
    """Pair the occasions by shared statements, one to one, and compare them field by field."""
    gold_by = {key: gold for key, gold in gold_by.items() if key in used}
    matched: dict[str, str] = {}
    for (gold_id, found_id), _ in pairs.most_common():
        if gold_id not in matched and found_id not in matched.values():
            matched[gold_id] = found_id
    for gold_id, gold in gold_by.items():
        tally.note("occasions found (type right)", gold_id in matched)
        if gold_id not in matched:
            tally.errors.append(f"{name}: missing {_brief(gold)}")
            continue
        found = found_by[matched[gold_id]]
        people = [person["name"] for person in gold.get("participants") or []]
        named = [person.name for person in found.participants]
        right = sum(any(same_person(one, other) for other in named) for one in people)
        checks = {
            "place": same_place(gold.get("place"), found.place),
            "place, exact": same_place(gold.get("place"), found.place, exact=True),
            "when": same_when(gold.get("when") or {}, found.when),
            "participants": right == len(people) == len(named),
        }
        for measure, good in checks.items():
            tally.note(measure, good)
        bad = [measure for measure, good in checks.items() if not good]
        if bad:
            day = found.when.start or found.when.weekday or found.when.grain
            tally.errors.append(f"{name}: {_brief(gold)} {people} -> {bad} {found.place} | {day} | {named}")
    for found_id in set(found_by) - set(matched.values()):
        tally.note("spurious occasions", False)
        found = found_by[found_id]
        tally.errors.append(f"{name}: spurious {found.type} {found.place} {[p.name for p in found.participants]}")


def _brief(gold: Json | None) -> str:
    if gold is None:
        return "none"
    when = gold.get("when") or {}
    return f"{gold['type']}/{gold.get('place')}/{when.get('start') or when.get('weekday') or when.get('grain')}"


def _day(value: object, basis: Any) -> When:
    if not value:
        return UNKNOWN
    day = date.fromisoformat(str(value))
    return When(day, day, "day", basis)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path, help="folder with gold.json and the texts, from evaluation/markup.py")
    parser.add_argument("--only", default="", help="score only reports whose name begins so")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    arguments = parser.parse_args()
    gold = json.loads((arguments.folder / "gold.json").read_text(encoding="utf8"))
    tally = Tally()
    names = [name for name in gold if name.startswith(arguments.only)]
    for name in names:
        text = (arguments.folder / f"{name}.txt").read_text(encoding="utf8")
        score_report(name, text, gold[name], tally)
    spent = tally.all.pop("ms")
    for measure, count in tally.all.items():
        right = tally.right[measure]
        print(f"{measure:32} {right:4} / {count:4}  {100 * right / count:5.1f} %")
    print(f"{'ms per report':32} {spent / 1000 / max(1, len(names)):.2f}")
    if arguments.errors:
        print(*tally.errors, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
