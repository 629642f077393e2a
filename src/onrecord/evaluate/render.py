"""A measurement as lines of a table, as JSON values, and as a section of docs/quality.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from onrecord.evaluate.bootstrap import Drop, Value
from onrecord.evaluate.score import Evaluation

Row = tuple[str, str, str, str]
Json = dict[str, Any]

COLUMNS = ("figure", "value", "95 % interval", "cases")


def value_row(value: Value) -> Row:
    """One figure: name (with its slice), value, interval, cases."""
    title = f"{value.slice}: {value.title}" if value.slice else value.title
    return title, f"{value.value:.1f}", f"{value.low:.1f} to {value.high:.1f}", str(value.cases)


def drop_row(drop: Drop) -> Row:
    """One figure under one damage: what it loses."""
    return f"{drop.damage}: loss of {drop.title}", f"{drop.lost:.1f}", f"{drop.low:.1f} to {drop.high:.1f}", ""


def evaluation_json(evaluation: Evaluation) -> Json:
    """Everything measured, as plain JSON values."""
    return {
        "corpus": evaluation.corpus,
        "corpus_sha256": evaluation.digest,
        "run": evaluation.run,
        "articles": evaluation.articles,
        "missing": list(evaluation.missing),
        "figures": {value.key: _value_json(value) for value in evaluation.values},
        "slices": [{"slice": value.slice, "figure": value.key, **_value_json(value)} for value in evaluation.slices],
        "damages": [
            {
                "damage": drop.damage, "figure": drop.key, "value": round(drop.value, 3), "lost": round(drop.lost, 3),
                "low": round(drop.low, 3), "high": round(drop.high, 3),
            }
            for drop in evaluation.drops
        ],
    }  # fmt: skip


def _value_json(value: Value) -> Json:
    return {
        "value": round(value.value, 3), "low": round(value.low, 3), "high": round(value.high, 3), "cases": value.cases,
    }  # fmt: skip


def markdown_section(evaluation: Evaluation, day: date, weights: str) -> str:
    """One corpus's tables, between the marks by which the next run finds and replaces them."""
    head = (
        f"{_begin(evaluation.corpus)}\n## {evaluation.corpus}\n\n"
        f"Measured {day.isoformat()} with weights `{weights}`, run `{evaluation.run}`, on {evaluation.articles} texts "
        f"(gold `{evaluation.digest[:16]}`). Intervals: 2,000 draws of whole texts.\n"
    )
    tables = [_table([value_row(value) for value in evaluation.values])]
    if evaluation.drops:
        tables.append("### Damaged texts\n\n" + _table([drop_row(drop) for drop in evaluation.drops]))
    if evaluation.slices:
        tables.append("### Slices\n\n" + _table([value_row(value) for value in evaluation.slices]))
    return head + "\n" + "\n".join(tables) + _end(evaluation.corpus) + "\n"


def with_section(page: str, section: str, corpus: str) -> str:
    """The page with the corpus's section put in place of its last one, or at the end."""
    old = re.compile(re.escape(_begin(corpus)) + r"\n.*?" + re.escape(_end(corpus)) + r"\n", re.DOTALL)
    if old.search(page):
        return old.sub(lambda _: section, page, count=1)
    return page.rstrip("\n") + "\n\n" + section


def _begin(corpus: str) -> str:
    return f"<!-- onrecord evaluate: {corpus} -->"


def _end(corpus: str) -> str:
    return f"<!-- end of {corpus} -->"


def _table(rows: Sequence[Row]) -> str:
    lines = [f"| {' | '.join(COLUMNS)} |", "|---|---:|---|---:|", *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"
