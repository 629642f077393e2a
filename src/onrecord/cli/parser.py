"""Where the commands have pages and documents parsed: in another process, plain text in this one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from onrecord.model import Report, Source

if TYPE_CHECKING:
    from onrecord.contain import Limits

# Plain text needs no parser; below this size no pattern that looks at it takes long.
PLAIN_LIMIT: Final = 1_000_000


class Parser:
    """Cleans and unpacks sources. Its process starts with the first source that needs one, and ends with this one."""

    def __init__(self, limits: Limits | None = None, outlets: Path | None = None) -> None:
        self._limits = limits
        self._outlets = outlets
        self._workers: Workers | None = None
        self._prepared: dict[Source, Report | Exception] = {}

    def clean(self, source: Source) -> Report:
        """The report of a source. Raises an `InputError`, `TooComplex` among them.

        Patterns of one's own outlets may take long, so with a folder of them no text is cleaned in this process.
        """
        prepared = self._prepared.pop(source, None)
        if isinstance(prepared, Exception):
            raise prepared
        if prepared is not None:
            return prepared
        if self._is_harmless(source):
            from onrecord.clean import clean_source

            return clean_source(source)
        return self._started().clean(source)

    def prepare(self, sources: Sequence[Source]) -> None:
        """Clean small sources together; `clean` then answers for each of them, once, what it would have without."""
        pages = [source for source in sources if not self._is_harmless(source)]
        self._prepared = dict(zip(pages, self._started().clean_together(pages), strict=True)) if pages[1:] else {}

    def _is_harmless(self, source: Source) -> bool:
        from onrecord.clean import is_plain

        return self._outlets is None and is_plain(source) and len(source.data) <= PLAIN_LIMIT

    def unpack(self, source: Source) -> tuple[Source, ...]:
        """The sources in a mail. Raises an `InputError`, `TooComplex` among them."""
        return self._started().unpack(source)

    def _started(self) -> Workers:
        if self._workers is None:
            self._workers = Workers(self._limits, self._outlets)
        return self._workers


class Workers:
    """One process that opens mails and one that parses what is in them: each keeps its own modules warm."""

    def __init__(self, limits: Limits | None, outlets: Path | None) -> None:
        from onrecord.clean.contained import clean_contained
        from onrecord.collect import unpack
        from onrecord.contain import Limits, Worker

        self._outlets = outlets
        self._clean = Worker(clean_contained, limits or Limits())
        self._unpack = Worker(unpack, limits or Limits())

    def clean(self, source: Source) -> Report:
        from onrecord.clean.contained import Cleaning

        return self._clean.run(Cleaning(source, self._outlets), source.location)

    def clean_together(self, sources: Sequence[Source]) -> list[Report | Exception]:
        from onrecord.clean.contained import Cleaning

        return self._clean.run_together([(Cleaning(source, self._outlets), source.location) for source in sources])

    def unpack(self, source: Source) -> tuple[Source, ...]:
        return self._unpack.run(source, source.location)
