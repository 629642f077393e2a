"""Onrecord turns press reports and official transcripts into a record of statements.

from onrecord import Reader, clean_source, load_file

reading = Reader.load().read(clean_source(load_file("report.txt")))
for statement in reading.statements:
    print(statement.speaker, statement.content[0].of(reading.report.text))
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.errors import OnrecordError
from onrecord.model import Occasion, Reading, Report, Source, Span, Speaker, Statement

if TYPE_CHECKING:
    from onrecord.archive import Archive
    from onrecord.clean import clean_source
    from onrecord.collect import load_file, load_sources
    from onrecord.read import Reader

__version__ = "0.1.0"

__all__ = [
    "Archive", "Occasion", "OnrecordError", "Reader", "Reading", "Report", "Source", "Span", "Speaker", "Statement",
    "__version__", "clean_source", "load_file", "load_sources",
]  # fmt: skip

_ROOMS = {
    "Archive": "archive", "Reader": "read", "clean_source": "clean", "load_file": "collect",
    "load_sources": "collect",
}  # fmt: skip


def __getattr__(name: str) -> Any:
    """Load a room when one of its names is first asked for: importing the package stays cheap."""
    if name in _ROOMS:
        return getattr(import_module(f"onrecord.{_ROOMS[name]}"), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")
