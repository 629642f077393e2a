"""Which declared outlet a report is of: by its domain, then by the name it gives itself, then by its credit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.clean.address import registrable_domain
from onrecord.clean.chain import chain_of
from onrecord.clean.declared.outlet import Declared, Outlet, folded, spaced
from onrecord.clean.lines import Line
from onrecord.clean.plain import Labels
from onrecord.clean.quoted import MAX_CHARACTERS


def outlet_at(known: Declared, domain: str | None, name: str | None) -> Outlet | None:
    """The outlet at a registrable domain or with a name; None when it is not declared, or when two claim it.

    The domain goes before the name, which then only tells apart outlets that share the domain.
    """
    there = known.by_domain.get(domain, ()) if domain else ()
    if len(there) == 1:
        return there[0]
    called = known.by_name.get(folded(name), ()) if name else ()
    return _only(outlet for outlet in called if not there or outlet in there)


def outlet_of_address(known: Declared, url: str) -> str | None:
    """The name of the declared outlet in whose domain an address lies."""
    outlet = outlet_at(known, registrable_domain(url), None)
    return outlet.name if outlet else None


def outlet_credited(known: Declared, lines: Sequence[Line], labels: Labels) -> Outlet | None:
    """The outlet that a plain text is credited to, in its dateline or in a line of its own; None when two claim it.

    Where the credit says who passed the text on ("HALPA via Karsa Post"), it is that outlet's report, and a name in a
    credit that nobody declared claims the report like any other.
    """
    links = chain_of(lines, labels)
    passed = [link.name for link in links if link.relation == "via"]
    named = passed or [link.name for link in links if link.relation == "source"]
    claims = [known.by_credit.get(folded(name), ()) for name in named]
    if not all(claims):
        return None
    if not passed:
        claims += [known.by_line.get(spaced(line.text), ()) for line in lines if len(line.text) <= MAX_CHARACTERS]
    return _only(outlet for claim in claims for outlet in claim)


def _only(claims: Iterable[Outlet]) -> Outlet | None:
    every = {outlet.id: outlet for outlet in claims}
    return next(iter(every.values())) if len(every) == 1 else None
