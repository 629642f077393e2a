"""A declared outlet: its names, domains, credits and rules, and the table that many of them are looked up in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, get_args

from onrecord.model import When

RuleLabel = Literal["furniture", "teaser", "byline", "credit", "caption", "subhead"]
RULE_LABELS: tuple[RuleLabel, ...] = get_args(RuleLabel)


@dataclass(frozen=True, slots=True)
class Rule:
    """Lines that the outlet prints from one day until another, both included, and what they are labelled.

    The pattern has to match the whole line.
    """

    label: RuleLabel
    pattern: re.Pattern[str]
    first: date | None = None
    last: date | None = None

    def held(self, when: When) -> bool:
        """Whether the rule can have held at that time; a side that is unknown rules nothing out."""
        too_late = self.last is not None and when.start is not None and when.start > self.last
        too_early = self.first is not None and when.end is not None and when.end < self.first
        return not too_late and not too_early


@dataclass(frozen=True, slots=True)
class Outlet:
    """One outlet. The first of its names is the one that reports are given; `dateline` is its mark as an agency."""

    id: str
    names: tuple[str, ...]
    domains: tuple[str, ...] = ()
    credits: tuple[str, ...] = ()
    dateline: str | None = None
    rules: tuple[Rule, ...] = ()

    @property
    def name(self) -> str:
        """The name that its reports are given."""
        return self.names[0]

    def is_called(self, name: str) -> bool:
        """Whether it writes itself so, whatever the case and spacing."""
        return folded(name) in map(folded, self.names)


@dataclass(frozen=True, slots=True)
class Declared:
    """Declared outlets by domain, name, credit and credit line, and the digest of all the files that they are from."""

    outlets: tuple[Outlet, ...] = ()
    digest: str = ""
    by_domain: Mapping[str, tuple[Outlet, ...]] = field(default_factory=dict, repr=False)
    by_name: Mapping[str, tuple[Outlet, ...]] = field(default_factory=dict, repr=False)
    by_credit: Mapping[str, tuple[Outlet, ...]] = field(default_factory=dict, repr=False)
    by_line: Mapping[str, tuple[Outlet, ...]] = field(default_factory=dict, repr=False)


def table_of(outlets: Iterable[Outlet], digest: str = "") -> Declared:
    """The table of these outlets."""
    every = tuple(outlets)
    return Declared(
        every,
        digest,
        _index((key, outlet) for outlet in every for key in outlet.domains),
        _index((folded(key), outlet) for outlet in every for key in outlet.names),
        _index((folded(key), outlet) for outlet in every for key in (*outlet.names, *_credits(outlet))),
        _index((spaced(key), outlet) for outlet in every for key in (*outlet.names, *outlet.credits)),
    )


def folded(words: str) -> str:
    """A name or credit as it is compared: without case, brackets and stops at its edges, and double spaces."""
    return spaced(words).strip(" .()[]")


def spaced(words: str) -> str:
    """A line as it is compared with names and credits: without case and double spaces."""
    return " ".join(words.casefold().split())


def _credits(outlet: Outlet) -> tuple[str, ...]:
    return (*outlet.credits, outlet.dateline) if outlet.dateline else outlet.credits


def _index(pairs: Iterable[tuple[str, Outlet]]) -> dict[str, tuple[Outlet, ...]]:
    index: dict[str, tuple[Outlet, ...]] = {}
    for key, outlet in pairs:
        if outlet not in index.get(key, ()):
            index[key] = (*index.get(key, ()), outlet)
    return index
