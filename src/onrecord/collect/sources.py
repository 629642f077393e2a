"""Every way in for stored material: a path gives the sources in it, one at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from onrecord.collect.columns import Columns
from onrecord.collect.files import CRAWLS, TABLES, load_file
from onrecord.errors import InputError
from onrecord.model import Source

Received = Source | InputError
MAIL_TYPES = frozenset({"message/rfc822", "multipart/related"})


def unpack(source: Source) -> tuple[Source, ...]:
    """The sources in a source that holds others, else itself. Pure, so that it can be done in another process."""
    from onrecord.collect.mail import unpack_mail

    return unpack_mail(source) if source.media_type in MAIL_TYPES else (source,)


def load_sources(
    path: Path,
    columns: Columns = Columns(),  # noqa: B008 - frozen
    unpack: Callable[[Source], tuple[Source, ...]] = unpack,
) -> Iterator[Received]:
    """The sources that a file holds: itself, the parts of a mail, the rows of a table, the pages of a crawl.

    Tables and crawls of any size are read piece by piece; a row or a record that cannot be read comes as its error,
    and the rest goes on. `unpack` opens mails. Raises an `InputError` when the file as a whole cannot be read.
    """
    name = path.name.lower()
    if name.endswith(CRAWLS):
        from onrecord.collect.warc import read_wacz, read_warc

        yield from (read_wacz if name.endswith(".wacz") else read_warc)(path)
    elif name.endswith(TABLES):
        from onrecord.collect.tables import read_csv, read_jsonl

        yield from (read_csv if name.endswith((".csv", ".tsv")) else read_jsonl)(path, columns)
    else:
        source = load_file(path)
        yield from unpack(source) if source.media_type in MAIL_TYPES else (source,)
