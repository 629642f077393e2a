"""The archive: one file that holds the sources, the reports and what was read in them."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, select

from onrecord.archive import check, find, load, rows, search, speakers, templates, writer
from onrecord.archive.engine import WAIT_SECONDS, connect, missing, reading, writing
from onrecord.archive.migrate import create, let_many_read, make_current
from onrecord.archive.results import (
    Added,
    Counts,
    Fault,
    Hit,
    Page,
    ReportHit,
    ReportSummary,
    SpeakerSummary,
    StatementInReport,
)
from onrecord.archive.schema import report, report_source, source
from onrecord.archive.search import PAGE, Order
from onrecord.clean.templates import mark_templates, trace_of
from onrecord.errors import NotFound
from onrecord.model import DEFAULT_KINDS, Form, Kind, Reading, Report, Source

DEFAULT_PATH: Final = Path("onrecord.sqlite")


class Archive:
    """An open archive. Many may read it at once, from any thread; one writes at a time.

    with Archive.create("onrecord.sqlite") as archive:
        archive.add(source, reading)
        page = archive.search('"cease-fire" Torve')
    """

    def __init__(self, path: Path, engine: Engine) -> None:
        self.path = path
        self._engine = engine

    @classmethod
    def create(cls, path: Path | str, wait: float = WAIT_SECONDS) -> Archive:
        """Open the archive at `path`, making it first where there is none."""
        return cls._opened(Path(path), wait, make=True)

    @classmethod
    def open(cls, path: Path | str, wait: float = WAIT_SECONDS) -> Archive:
        """Open an existing archive, bringing an older one up to date.

        Raises `ArchiveMissing`, `ArchiveCorrupt`, `ArchiveTooNew` or `ArchiveLocked`.
        """
        path = Path(path)
        if not path.is_file():
            raise missing(path)
        return cls._opened(path, wait, make=False)

    @classmethod
    def _opened(cls, path: Path, wait: float, make: bool) -> Archive:
        archive = cls(path, connect(path, wait))
        with ExitStack() as undo:
            undo.callback(archive.close)
            if make:
                create(archive._engine)
            make_current(archive._engine, path)
            if make:
                let_many_read(archive._engine, path)
            undo.pop_all()
        return archive

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Archive:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def add(self, received: Source, made: Reading) -> Added:
        """Take in a source with its reading, in one transaction. The same again changes nothing.

        A reading by another run takes the place of the one that is there.
        """
        with writing(self._engine) as connection:
            return writer.add(connection, received, made)

    def mark_templates(self, made: Report) -> Report:
        """The report with those lines labelled furniture that the archive knows as its outlet's own.

        A line is the outlet's own when several of its stories have it (`clean.templatetable`), so this improves as the
        archive grows. It comes between `clean_source` and `Reader.read`.
        """
        trace = trace_of(made)
        if trace is None or not trace.lines:
            return made
        with reading(self._engine) as connection:
            return mark_templates(made, templates.frequent_lines(connection, trace))

    def knows(self, source_sha256: str, run: str) -> bool:
        """Whether these bytes are in the archive and were read by this run, so that reading them again is idle."""
        query = (
            select(report.c.number)
            .join(report_source)
            .where(report_source.c.source == source_sha256, report.c.run == run)
        )
        with reading(self._engine) as connection:
            return connection.execute(query).first() is not None

    def source(self, sha256: str) -> Source:
        """The bytes as received. Raises `NotFound`."""
        with reading(self._engine) as connection:
            row = connection.execute(select(source).where(source.c.sha256 == sha256)).first()
        if row is None:
            raise NotFound(f"no source {sha256}", "Look its report up with `onrecord search`.")
        return rows.load_source(row)

    def report(self, report_id: str) -> Report:
        """The report with this id. Raises `NotFound`."""
        with reading(self._engine) as connection:
            return find.present(load.load_report(connection, report_id), "report", report_id)

    def reading(self, report_id: str) -> Reading:
        """All that was read in a report, equal to what was added. Raises `NotFound`."""
        with reading(self._engine) as connection:
            return find.present(load.load_reading(connection, report_id), "report", report_id)

    def statement(self, statement_id: str) -> StatementInReport:
        """A statement with its report and occasion. Raises `NotFound`, also for one that was withdrawn."""
        with reading(self._engine) as connection:
            return find.statement_in_report(connection, statement_id)

    def resolve(self, beginning: str) -> str:
        """The one id of a report, statement or speaker that begins so; `sha256:` may be left out.

        Raises `NotFound` when none does and `SearchError` when several do.
        """
        with reading(self._engine) as connection:
            return find.resolve(connection, beginning)

    def reports(self, limit: int = PAGE, after: str | None = None) -> Page[ReportSummary]:
        """The reports, the last added first."""
        with reading(self._engine) as connection:
            page = search.search_reports(connection, "", None, "newest", limit, after)
        return Page(tuple(hit.report for hit in page.items), page.next, page.total)

    def search(
        self,
        query: str,
        kinds: Collection[Kind] | None = DEFAULT_KINDS,
        form: Form | None = None,
        speaker: str | None = None,
        outlet: str | None = None,
        limit: int = PAGE,
        after: str | None = None,
        order: Order = "best",
    ) -> Page[Hit]:
        """Statements whose words or speaker match; without words, the last added first.

        The query knows words, "phrases", prefix*, OR and -not. `speaker` is an actor's id or a part of a name;
        `kinds=None` finds all kinds. "best" ranks the newest thousand matches and ends there; "newest" goes through
        all of them. Raises `SearchError` for a query that only excludes.
        """
        filters = search.Filters(kinds, form, speaker, outlet)
        with reading(self._engine) as connection:
            return search.search_statements(connection, query, filters, order, limit, after)

    def search_reports(
        self,
        query: str,
        outlet: str | None = None,
        limit: int = PAGE,
        after: str | None = None,
        order: Order = "best",
    ) -> Page[ReportHit]:
        """Reports whose title or text match, ordered as in `search`."""
        with reading(self._engine) as connection:
            return search.search_reports(connection, query, outlet, order, limit, after)

    def speakers(self, query: str = "", limit: int = PAGE) -> tuple[SpeakerSummary, ...]:
        """The speakers whose name holds every word of the query, the most quoted first."""
        with reading(self._engine) as connection:
            return speakers.list_speakers(connection, query, limit)

    def speaker(self, speaker_id: str) -> SpeakerSummary:
        """One speaker. Raises `NotFound`."""
        with reading(self._engine) as connection:
            return find.present(speakers.load_speaker(connection, speaker_id), "speaker", speaker_id)

    def statements_of(
        self,
        speaker_id: str,
        kinds: Collection[Kind] | None = DEFAULT_KINDS,
        limit: int = PAGE,
        after: str | None = None,
    ) -> Page[Hit]:
        """The statements ascribed to a speaker, the last added first."""
        return self.search("", kinds, speaker=speaker_id, limit=limit, after=after)

    def outlets(self) -> tuple[str, ...]:
        """The outlets that the archive has reports of, by name."""
        query = select(report.c.outlet).where(report.c.outlet.is_not(None)).distinct().order_by(report.c.outlet)
        with reading(self._engine) as connection:
            return tuple(connection.execute(query).scalars())

    def counts(self) -> Counts:
        """How much there is of everything."""
        with reading(self._engine) as connection:
            return check.count_rows(connection)

    def check(self) -> tuple[Fault, ...]:
        """Everything found wrong inside; nothing when the archive is sound."""
        with writing(self._engine) as connection:
            return tuple(check.find_faults(connection))
