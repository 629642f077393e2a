"""`onrecord add`: files into the archive, one transaction each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from onrecord.cli.batch import Batch, note_nothing_found
from onrecord.cli.options import archive_option, columns_option, json_option, outlets_option, paths_argument
from onrecord.cli.output import show_json
from onrecord.cli.rooms import Rooms
from onrecord.collect import Columns
from onrecord.model import Source


@click.command("add")
@paths_argument
@archive_option
@columns_option
@outlets_option
@json_option
@click.pass_obj
def command(
    rooms: Rooms, paths: tuple[Path, ...], archive: Path, columns: Columns, outlets: Path | None, as_json: bool
) -> int:
    """Read files and folders into the archive. What is there already is left alone, so it can be run again."""
    counts, failed = add_files(rooms, paths, archive, columns, outlets=outlets)
    if as_json:
        show_json({**counts, "failed": failed, "archive": str(archive)})
    else:
        print(", ".join(f"{number} {what}" for what, number in {**counts, "failed": failed}.items()))
    return 2 if failed else 0 if sum(counts.values()) else 1


def add_files(
    rooms: Rooms,
    paths: tuple[Path, ...],
    path: Path,
    columns: Columns = Columns(),  # noqa: B008 - frozen
    below: Path | None = None,
    outlets: Path | None = None,
) -> tuple[dict[str, int], int]:
    """Add every source in the files, and count what became of them: by outcome, and the failed ones.

    Locations are the paths as given, or as they lie `below` a folder whose own place is of no interest. With `outlets`
    of one's own the reading counts as another run, so that reports are read again when their rules change.
    """
    from onrecord.archive import Added, Archive

    clean, prepare = rooms.cleaner(outlets), rooms.preparer(outlets)
    reader = rooms.load_reader()
    run = reader.run + _outlets_mark(outlets)
    batch = Batch(paths, columns, rooms.unpack)
    with Archive.create(path) as archive:

        def placed(source: Source) -> Source:
            if below is None:
                return source
            return replace(source, location=Path(source.location).relative_to(below).as_posix())

        def prepare_unknown(sources: Sequence[Source]) -> None:
            prepare([placed(source) for source in sources if not archive.knows(source.sha256, run)])

        def add(found: Source) -> Added:
            source = placed(found)
            if archive.knows(source.sha256, run):
                return Added.UNCHANGED
            return archive.add(source, replace(reader.read(archive.mark_templates(clean(source))), run=run))

        outcomes = Counter(outcome.value for outcome in batch.results(add, prepare_unknown))
    if not batch.files:
        note_nothing_found()
    return {outcome.value: outcomes[outcome.value] for outcome in Added}, batch.failed


def _outlets_mark(folder: Path | None) -> str:
    """What a run's name gets behind it, so that it tells the declared outlets that it worked by."""
    if folder is None:
        return ""
    from onrecord.clean import declared_outlets

    return f"+outlets.{declared_outlets(folder).digest[:12]}"
