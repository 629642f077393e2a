"""Every error that Onrecord raises on purpose.

OnrecordError
├── InputError                   something handed in cannot be read as a report
│   ├── MissingInput             no such file or folder, or not readable
│   ├── EmptyInput               nothing in it
│   ├── NotText                  binary posing as text
│   ├── TooLarge                 over the size limit
│   ├── TooComplex               over the limits of time or memory
│   ├── Damaged                  a file that breaks off or breaks its format's rules
│   ├── MissingColumn            a table without a column that is needed
│   ├── UnsupportedFormat        a kind of file that nothing here reads
│   ├── BadFeed                  a feed, sitemap or list that is broken
│   └── FetchError               an address could not be fetched
│       ├── FetchRefused         an address that is never visited: private, odd scheme or port
│       ├── FetchDisallowed      the site's robots.txt asks us to stay away
│       ├── FetchReserved        the page asks not to be kept or mined
│       └── FetchFailed          no whole answer came, or one that says no
├── CollectionError              the folder of a collection cannot be used
│   ├── CollectionBusy           another process is collecting into it
│   └── CollectionDamaged        its files are not as they were left
├── ExtraMissing                 a part that is installed on request is not there
├── DeclarationError             a file that declares an outlet is broken
├── WeightsError                 the model's files are missing or damaged
├── ArchiveError                 the archive cannot be used
│   ├── ArchiveMissing           no archive at that path
│   ├── ArchiveLocked            another process is writing
│   ├── ArchiveCorrupt           the file is no sound database
│   ├── ArchiveTooNew            written by a newer Onrecord
│   └── ArchiveFull              the disk has no room
├── NotFound                     an id or a name that the archive does not have
└── SearchError                  a search text that cannot be understood

Each carries a stable `code`, one line that says what is wrong, and a `next_step` that says what to do about it.
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root: `str(error)` is one line with the code, the problem and the next step.

    try:
        reading = read_path("report.txt")
    except OnrecordError as error:
        print(error.message, error.next_step)
    """

    code = "error"
    exit_code = 2

    def __init__(self, message: str, next_step: str) -> None:
        super().__init__(message, next_step)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} [{self.code}]. {self.next_step}"


class InputError(OnrecordError):
    """Something handed in cannot be read as a report; the rest of the batch goes on."""

    code = "input"


class MissingInput(InputError):
    """No such file or folder, or it may not be read."""

    code = "input-missing"


class EmptyInput(InputError):
    """A file with nothing in it but white space."""

    code = "input-empty"


class NotText(InputError):
    """Bytes that are no text in any encoding we know."""

    code = "input-not-text"


class TooLarge(InputError):
    """More bytes than a report can have."""

    code = "input-too-large"


class TooComplex(InputError):
    """A page or document that takes more time or memory to parse than any report does."""

    code = "input-too-complex"


class Damaged(InputError):
    """A file that breaks off or breaks the rules of its format; what is whole in it is read."""

    code = "input-damaged"


class MissingColumn(InputError):
    """A table without a column that is needed: that of the texts, or one that was named."""

    code = "input-missing-column"


class UnsupportedFormat(InputError):
    """A kind of file that nothing here reads."""

    code = "input-unsupported"


class BadFeed(InputError):
    """A feed, a sitemap or a list of sources that is broken; what could be read of it is used."""

    code = "input-bad-feed"


class FetchError(InputError):
    """An address could not be fetched; the rest of the collection goes on."""

    code = "fetch"


class FetchRefused(FetchError):
    """An address that Onrecord never visits: private, or with another scheme or port than the web's."""

    code = "fetch-refused"


class FetchDisallowed(FetchError):
    """The site's robots.txt asks us to stay away."""

    code = "fetch-disallowed"


class FetchReserved(FetchError):
    """The page asks not to be kept (`noarchive`) or not to be mined (a TDM reservation)."""

    code = "fetch-reserved"


class FetchFailed(FetchError):
    """No whole answer came, or one that says no.

    `later` tells whether it may work another time, `wait` after how many seconds if the site said so.
    """

    code = "fetch-failed"

    def __init__(self, message: str, next_step: str, later: bool = True, wait: float | None = None) -> None:
        super().__init__(message, next_step)
        self.later, self.wait = later, wait


class CollectionError(OnrecordError):
    """The folder of a collection cannot be used."""

    code = "collection"


class CollectionBusy(CollectionError):
    """Another process is collecting into the folder."""

    code = "collection-busy"


class CollectionDamaged(CollectionError):
    """The collection's files are not as they were left."""

    code = "collection-damaged"


class ExtraMissing(OnrecordError):
    """A part of Onrecord that is installed on request is not there."""

    code = "extra-missing"


class DeclarationError(OnrecordError):
    """A file that declares an outlet is broken, or its folder is not there."""

    code = "declaration"


class WeightsError(OnrecordError):
    """The model's files are missing or are not the ones this version was made with."""

    code = "weights"


class ArchiveError(OnrecordError):
    """The archive cannot be used."""

    code = "archive"


class ArchiveMissing(ArchiveError):
    """No archive at that path."""

    code = "archive-missing"


class ArchiveLocked(ArchiveError):
    """Another process is writing."""

    code = "archive-locked"


class ArchiveCorrupt(ArchiveError):
    """The file is no sound database."""

    code = "archive-corrupt"


class ArchiveTooNew(ArchiveError):
    """Written by a newer Onrecord."""

    code = "archive-too-new"


class ArchiveFull(ArchiveError):
    """The disk has no room for what is being written."""

    code = "archive-full"


class NotFound(OnrecordError):
    """An id or a name that the archive does not have."""

    code = "not-found"


class SearchError(OnrecordError):
    """A search text that cannot be understood."""

    code = "search"
