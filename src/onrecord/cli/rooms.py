"""What the commands need from the other rooms, handed to them as arguments."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from onrecord.cli.parser import Parser
from onrecord.collect import unpack
from onrecord.model import Reading, Report, Source

if TYPE_CHECKING:
    from onrecord.collect.collector import Collector


class Reads(Protocol):
    """Turns reports into readings; `run` names the code and the weights that do it."""

    @property
    def run(self) -> str: ...

    def read(self, report: Report) -> Reading: ...


def _open_collection(folder: Path, contact: str) -> Collector:
    from onrecord import __version__
    from onrecord.collect.collector import Collector
    from onrecord.collect.manners import Identity

    return Collector(folder, Identity(contact.strip(), __version__))


def _declared_clean(folder: Path) -> Callable[[Source], Report]:
    from onrecord.clean import declared_outlets

    declared_outlets(folder)  # a broken file is told once, before any report is read
    return Parser(outlets=folder.resolve()).clean


def _prepare_nothing(_: Sequence[Source]) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Rooms:
    """How sources become reports, where the reader comes from, and how a collection is opened.

    `prepare` is told which small sources come next, so that it can clean them together. Tests and other programs hand
    in their own.
    """

    clean: Callable[[Source], Report]
    load_reader: Callable[[], Reads]
    open_collection: Callable[[Path, str], Collector] = _open_collection
    unpack: Callable[[Source], tuple[Source, ...]] = unpack
    declared_clean: Callable[[Path], Callable[[Source], Report]] = _declared_clean
    prepare: Callable[[Sequence[Source]], None] = _prepare_nothing

    def cleaner(self, outlets: Path | None) -> Callable[[Source], Report]:
        """How sources become reports with these declared outlets. Raises `DeclarationError`."""
        return self.declared_clean(outlets) if outlets else self.clean

    def preparer(self, outlets: Path | None) -> Callable[[Sequence[Source]], None]:
        """What is told which sources `cleaner` is asked for next; with declared outlets each is cleaned alone."""
        return _prepare_nothing if outlets else self.prepare

    def outlet_names(self, outlets: Path | None) -> Callable[[str], str | None]:
        """What names the declared outlet at an address. Raises `DeclarationError`."""
        from onrecord.clean import declared_outlets, outlet_of_address

        if outlets is None:
            return lambda _url: None
        known = declared_outlets(outlets)
        return lambda url: outlet_of_address(known, url)


def default_rooms() -> Rooms:
    """The real ones, imported at the first use; pages and documents are parsed in a process of their own."""
    parser = Parser()
    return Rooms(parser.clean, _load_reader, unpack=parser.unpack, prepare=parser.prepare)


def _load_reader() -> Reads:
    from onrecord.read import Reader

    return Reader.load()
