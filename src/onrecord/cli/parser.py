"""Where the commands have pages and documents parsed: in another process, plain text in this one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model import Report, Source

if TYPE_CHECKING:
    from onrecord.contain import Limits

# Plain text needs no parser; below this size no pattern that looks at it takes long.
PLAIN_LIMIT: Final = 1_000_000


class Parser:
    """Cleans and unpacks sources. Its process starts with the first source that needs one, and ends with this one."""

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits
        self._workers: Workers | None = None

    def clean(self, source: Source) -> Report:
        """The report of a source. Raises an `InputError`, `TooComplex` among them."""
        from onrecord.clean import clean_source, is_plain

        if is_plain(source) and len(source.data) <= PLAIN_LIMIT:
            return clean_source(source)
        return self._started().clean(source)

    def unpack(self, source: Source) -> tuple[Source, ...]:
        """The sources in a mail. Raises an `InputError`, `TooComplex` among them."""
        return self._started().unpack(source)

    def _started(self) -> Workers:
        if self._workers is None:
            self._workers = Workers(self._limits)
        return self._workers


class Workers:
    """One process that opens mails and one that parses what is in them: each keeps its own modules warm."""

    def __init__(self, limits: Limits | None) -> None:
        from onrecord.clean import clean_source
        from onrecord.collect import unpack
        from onrecord.contain import Limits, Worker

        self._clean = Worker(clean_source, limits or Limits())
        self._unpack = Worker(unpack, limits or Limits())

    def clean(self, source: Source) -> Report:
        return self._clean.run(source, source.location)

    def unpack(self, source: Source) -> tuple[Source, ...]:
        return self._unpack.run(source, source.location)
