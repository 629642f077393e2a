"""What the commands need from the other rooms, handed to them as arguments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from onrecord.model import Reading, Report, Source


class Reads(Protocol):
    """Turns reports into readings; `run` names the code and the weights that do it."""

    @property
    def run(self) -> str: ...

    def read(self, report: Report) -> Reading: ...


@dataclass(frozen=True, slots=True)
class Rooms:
    """How sources become reports, and where the reader comes from. Tests and other programs hand in their own."""

    clean: Callable[[Source], Report]
    load_reader: Callable[[], Reads]


def default_rooms() -> Rooms:
    """The real ones, imported at the first use."""
    return Rooms(_clean, _load_reader)


def _clean(source: Source) -> Report:
    from onrecord.clean import clean_source

    return clean_source(source)


def _load_reader() -> Reads:
    from onrecord.read import Reader

    return Reader.load()
