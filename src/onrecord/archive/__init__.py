"""The archive: one file with the sources, the reports, and what was read in them. Only this room knows SQL."""

from onrecord.archive.results import (
    Added,
    Counts,
    Fault,
    Hit,
    Page,
    ReportHit,
    ReportSummary,
    Snippet,
    SpeakerSummary,
    StatementInReport,
)
from onrecord.archive.search import Order
from onrecord.archive.store import DEFAULT_PATH, Archive

__all__ = [
    "Added", "Archive", "Counts", "DEFAULT_PATH", "Fault", "Hit", "Order", "Page", "ReportHit", "ReportSummary",
    "Snippet", "SpeakerSummary", "StatementInReport",
]  # fmt: skip
