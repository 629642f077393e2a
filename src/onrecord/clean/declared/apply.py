"""A declared outlet's rules laid over labelled lines. A rule wins over the model, and never takes what was quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from onrecord.clean.declared.outlet import Outlet, Rule, RuleLabel
from onrecord.clean.lines import Line
from onrecord.clean.plain import Labels
from onrecord.clean.quoted import MAX_CHARACTERS, unquoted_lines
from onrecord.model import BlockKind, Dates, Span, When


def apply_rules(outlet: Outlet, text: str, lines: Sequence[Line], labels: Labels, when: When) -> Labels:
    """The labels with the outlet's rules applied; `when` is the report's date.

    Lines of over 200 characters, with quotation marks or inside a quotation stay as they are, and so do lines that
    rules label differently. A dateline goes with its line.
    """
    rules = [rule for rule in outlet.rules if rule.held(when)]
    found = {i: label for i, line in enumerate(lines) if (label := _ruled(rules, line.text))}
    if not found:
        return labels
    free = list(unquoted_lines(text))
    kinds: list[BlockKind] = list(labels.kinds)
    for i, label in found.items():
        if _within(lines[i].span, free):
            kinds[i] = label
    if labels.opening_line >= 0 and kinds[labels.opening_line] not in {"body", "dateline"}:
        return Labels(tuple(kinds))
    return replace(labels, kinds=tuple(kinds))


def _ruled(rules: Sequence[Rule], line: str) -> RuleLabel | None:
    """The one label that the rules give a line."""
    if len(line) > MAX_CHARACTERS:
        return None
    labels = {rule.label for rule in rules if rule.pattern.fullmatch(line)}
    return labels.pop() if len(labels) == 1 else None


def _within(span: Span, free: Sequence[Span]) -> bool:
    at = bisect_right(free, span.start, key=lambda place: place.start) - 1
    return at >= 0 and span.end <= free[at].end


def best_day(dates: Dates) -> When:
    """The day by which rules are chosen: that of publication, or the bounds on it."""
    return dates.published if dates.published.known else dates.bounds


def outlet_name(outlet: Outlet | None, stated: str | None) -> str | None:
    """The outlet's own name where the report states none or a variant of it, else what the report states."""
    if outlet and (stated is None or outlet.is_called(stated)):
        return outlet.name
    return stated
