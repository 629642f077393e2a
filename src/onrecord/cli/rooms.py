"""What the commands need from the other rooms, handed to them as arguments."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from onrecord.cli.parser import Parser
from onrecord.collect import unpack
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
    unpack: Callable[[Source], tuple[Source, ...]] = unpack


def default_rooms() -> Rooms:
    """The real ones, imported at the first use; pages and documents are parsed in a process of their own."""
    parser = Parser()
    return Rooms(parser.clean, _load_reader, parser.unpack)


def _load_reader() -> Reads:
    from onrecord.read import Reader

    return Reader.load()
