"""Making an archive and bringing an old one up to date: forward only, each in one transaction."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine

from onrecord.archive.engine import corrupt, explain, missing, reading, writing
from onrecord.archive.schema import APPLICATION_ID, HEAD, SEARCH_DDL, metadata
from onrecord.errors import ArchiveTooNew

SCRIPTS: Final = Path(__file__).parent
VERSION_DDL: Final = (
    "CREATE TABLE alembic_version (\n\tversion_num VARCHAR(32) NOT NULL, \n"
    "\tCONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)\n)"
)


def create(engine: Engine) -> None:
    """Make the newest schema in an empty database, whole or not at all; any other is left as it is."""
    with writing(engine) as connection:
        if not _is_empty(connection):
            return
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        metadata.create_all(connection)
        ensure_search(connection)
        connection.exec_driver_sql(VERSION_DDL)
        connection.exec_driver_sql(f"INSERT INTO alembic_version VALUES ('{HEAD}')")


def let_many_read(engine: Engine, path: Path) -> None:
    """Turn on the write-ahead log, so that reading goes on while one writes. The file remembers it."""
    connection = engine.raw_connection()
    try:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()
    except sqlite3.Error as error:
        raise explain(error, path) from error
    finally:
        connection.close()


def make_current(engine: Engine, path: Path) -> None:
    """Upgrade an older archive.

    Raises `ArchiveMissing` for an empty file, `ArchiveCorrupt` for a foreign one, `ArchiveTooNew` for a newer schema.
    """
    with reading(engine) as connection:
        if _is_empty(connection):
            raise missing(path)
        if _application_id(connection) != APPLICATION_ID:
            raise corrupt(path)
        found = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    if found == HEAD:
        return
    with writing(engine) as connection:
        upgrade(connection, path)


def upgrade(connection: Connection, path: Path, scripts: Path = SCRIPTS) -> None:
    """Run every migration that the archive lacks, in the caller's transaction."""
    from alembic.migration import MigrationContext
    from alembic.operations import Operations
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(scripts))
    context = MigrationContext.configure(connection)
    steps = list(script.walk_revisions())[::-1]
    names = [step.revision for step in steps]
    found = context.get_current_revision()
    if found is not None and found not in names:
        raise ArchiveTooNew(
            f"{path} was written by a newer Onrecord (schema {found})", "Install the newest Onrecord to open it."
        )
    for step in steps[names.index(found) + 1 if found else 0 :]:
        with Operations.context(context):
            step.module.upgrade()
        context.stamp(script, step.revision)
    ensure_search(connection)


def ensure_search(connection: Connection) -> None:
    """Make the full-text tables where they are missing; table rebuilds of migrations do not carry them along."""
    for ddl in SEARCH_DDL:
        connection.exec_driver_sql(ddl)


def _is_empty(connection: Connection) -> bool:
    return connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar() == 0


def _application_id(connection: Connection) -> int:
    found = connection.exec_driver_sql("PRAGMA application_id").scalar()
    return found if isinstance(found, int) else 0
