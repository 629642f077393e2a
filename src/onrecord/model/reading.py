"""What reading one report yields."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model.occasion import Occasion
from onrecord.model.report import Report
from onrecord.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Reading:
    """The statements and occasions of one report, with the digest of the code and weights that made them."""

    report: Report
    statements: tuple[Statement, ...] = ()
    occasions: tuple[Occasion, ...] = ()
    run: str = ""
