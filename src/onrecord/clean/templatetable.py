"""How many stories of an outlet have a line: a table that merges in any order and counts nothing twice."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from onrecord.clean.templates import Trace

# Story keys kept of each line, the smallest ones: enough to tell a share of a fifth from one of a half.
KEPT: Final = 32
# A line is the outlet's own from so many of its stories on. With two, paragraphs of a story that was told twice count,
# too: 5.7 % of the body lines of outlets with several pages in WCXB, and none with three (`evaluation/templates.py`).
MIN_STORIES: Final = 3
# In a large archive chance repeats short sentences ("He did not elaborate."). Not swept: no public pages are so many.
MIN_SHARE: Final = 0.1


@dataclass(frozen=True, slots=True)
class TemplateTable:
    """The stories of each outlet, and of each line the smallest `KEPT` keys of the stories that have it.

    The smallest keys of a union are the smallest of the two parts' smallest, so `merge` is associative, commutative
    and idempotent: parts of a batch may be counted apart, merged in any order, and merged again.
    """

    stories: Mapping[str, frozenset[int]] = field(default_factory=dict)
    lines: Mapping[int, frozenset[int]] = field(default_factory=dict)

    def merge(self, other: TemplateTable) -> TemplateTable:
        """The table of all reports of both."""
        stories, lines = dict(self.stories), dict(self.lines)
        for outlet, keys in other.stories.items():
            stories[outlet] = stories.get(outlet, frozenset()) | keys
        for line, keys in other.lines.items():
            lines[line] = frozenset(sorted(lines.get(line, frozenset()) | keys)[:KEPT])
        return TemplateTable(stories, lines)

    def frequent(self, trace: Trace) -> frozenset[int]:
        """Which lines of the trace are its outlet's own. The report that is asked about need not be counted."""
        known = self.stories.get(trace.outlet, frozenset())
        return frozenset(line for line in trace.lines if is_template(self.lines.get(line, frozenset()), known))


def table_of(traces: Iterable[Trace]) -> TemplateTable:
    """The table of these reports' traces."""
    stories: dict[str, set[int]] = {}
    lines: dict[int, set[int]] = {}
    for trace in traces:
        stories.setdefault(trace.outlet, set()).add(trace.story)
        for line in trace.lines:
            lines.setdefault(line, set()).add(trace.story)
    return TemplateTable(
        {outlet: frozenset(keys) for outlet, keys in stories.items()},
        {line: frozenset(sorted(keys)[:KEPT]) for line, keys in lines.items()},
    )


def is_template(kept: frozenset[int], stories: frozenset[int]) -> bool:
    """Whether so many stories of all have a line that it is the outlet's own."""
    if len(kept) < MIN_STORIES:
        return False
    # A full sample is compared with the stories whose keys are as small; a sample that is not full is all there is.
    reach = sum(story <= max(kept) for story in stories) if len(kept) >= KEPT else len(stories)
    return len(kept) >= MIN_SHARE * reach
