"""Hangs statements on the statements that they lie in: "He said that she had welcomed the steps" holds one of hers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Statement


def nest(drafts: Sequence[tuple[Statement, bool]]) -> tuple[Statement, ...]:
    """Hang every statement that lies inside another's content on the innermost such statement.

    An inner one that lies in none is dropped, and nothing hangs on it.
    """
    kept: dict[str, Statement] = {}
    for statement, inner in sorted(drafts, key=lambda draft: -_length(draft[0])):
        parents = [other for other in kept.values() if holds(other, statement)]
        if parents:
            kept[statement.id] = replace(statement, nested_in=min(parents, key=_length).id)
        elif not inner:
            kept[statement.id] = statement
    return tuple(kept[statement.id] for statement, _ in drafts if statement.id in kept)


def _length(statement: Statement) -> int:
    return sum(map(len, statement.content))


def holds(outer: Statement, statement: Statement) -> bool:
    """Whether a statement lies, with its cue, in stretches of another's content."""
    if not outer.content[0].start <= statement.content[0].start < outer.content[-1].end:
        return False
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    return all(any(content.contains(span) for content in outer.content) for span in spans)
