"""What a process that only cleans is handed: a source, and the folder of declared outlets to clean it by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.clean.declared.load import declared_outlets
from onrecord.clean.entry import clean_source
from onrecord.model import Report, Source


@dataclass(frozen=True, slots=True)
class Cleaning:
    """One source to be cleaned; without a folder by the outlets that Onrecord brings along."""

    source: Source
    outlets: Path | None = None


def clean_contained(work: Cleaning) -> Report:
    """The report of the source. Raises what `clean_source` and `declared_outlets` raise."""
    return clean_source(work.source, declared_outlets(work.outlets))
