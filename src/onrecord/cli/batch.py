"""Going through many inputs and the sources in them: a bad one is told and passed over, the rest goes on."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TypeVar

from onrecord.cli.ahead import SMALL, in_groups
from onrecord.cli.output import complain, note
from onrecord.collect import CRAWLS, SUFFIXES, Columns, find_files, load_sources, unpack
from onrecord.errors import InputError, OnrecordError
from onrecord.model import Source

T = TypeVar("T")
Unpack = Callable[[Source], tuple[Source, ...]]
LONG_WORK: Final = 4  # inputs from which on a progress bar is worth its lines


class Batch:
    """The inputs of one command, and how many of them, or of the sources in them, failed."""

    def __init__(self, paths: Sequence[Path], columns: Columns = Columns(), unpack: Unpack = unpack) -> None:  # noqa: B008
        self.files = list(find_files(paths))
        self.failed = 0
        self._columns = columns
        self._unpack = unpack

    def results(
        self, work: Callable[[Source], T], prepare: Callable[[Sequence[Source]], None] | None = None
    ) -> Iterator[T]:
        """What `work` makes of each source, one at a time, with progress on a terminal.

        `prepare` is told before which few small sources come next.
        """
        with _progress(len(self.files)) as advance:
            for group in in_groups(self._stream()):
                small = [source for source in group if source and len(source.data) <= SMALL]
                if prepare and small:
                    prepare(small)
                for source in group:
                    if source is None:
                        advance()
                        continue
                    try:
                        result = work(source)
                    except InputError as error:
                        self._fail(error)
                    except OnrecordError:
                        raise  # the archive or the model is at fault, not this input
                    except Exception as error:  # a part boundary: one report must not end the batch
                        self._fail(_broken(source.location, error))
                    else:
                        yield result

    def _stream(self) -> Iterator[Source | None]:
        """Every source, and None behind the last one of each file."""
        for path in self.files:
            yield from self._sources(path)
            yield None

    def _sources(self, path: Path) -> Iterator[Source]:
        try:
            for received in load_sources(path, self._columns, self._unpack):
                if isinstance(received, InputError):
                    self._fail(received)
                else:
                    yield received
        except InputError as error:
            self._fail(error)
        except Exception as error:  # a part boundary: one file must not end the batch
            self._fail(_broken(str(path), error))

    def _fail(self, error: OnrecordError) -> None:
        self.failed += 1
        complain(error)


def note_nothing_found() -> None:
    """Tell what is looked for in folders, when there was none of it."""
    note(f"no files to read there: in folders Onrecord looks for {' '.join((*SUFFIXES, *CRAWLS))}")


def _broken(name: str, error: Exception) -> InputError:
    if os.environ.get("ONRECORD_DEBUG"):
        traceback.print_exception(error)
    reason = (str(error).splitlines() or [""])[0]
    return InputError(
        f"{name} could not be read ({type(error).__name__}: {reason})",
        "This is a fault of Onrecord: run it again with ONRECORD_DEBUG=1 and report what it prints.",
    )


@contextmanager
def _progress(total: int) -> Iterator[Callable[[], None]]:
    """A bar with the time left, on a terminal and for long work only."""
    if total < LONG_WORK or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TextColumn("left:"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("read", total=total)
        yield lambda: progress.advance(task)
