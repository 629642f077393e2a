"""Which outlet a report is of: the registrable domain of its address, or else its name."""

from __future__ import annotations

from onrecord.clean.address import split_address
from onrecord.model import Report


def outlet_key(report: Report) -> str | None:
    """The name under which an outlet's reports are counted, None where neither an address nor a name is known.

    Pages of one domain are one outlet, whatever they call themselves; subdomains are of their domain.
    """
    if report.location.startswith(("http://", "https://")):
        # Its list of public suffixes is read at the first import only.
        from courlan import extract_domain

        host = split_address(report.location).hostname or ""
        # Hosts of no public suffix (an intranet's, a test's) are taken by their last two names.
        return extract_domain(report.location) or ".".join(host.split(".")[-2:]) or None
    name = " ".join((report.outlet or "").casefold().split())
    return name or None
