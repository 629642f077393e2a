"""Archives that cannot be used, each with its error; and archives that are wrong inside."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from archive_world import full_reading, simple_reading
from sqlalchemy import create_engine, event

from onrecord.archive import Archive
from onrecord.archive.migrate import create, upgrade
from onrecord.archive.schema import HEAD
from onrecord.errors import ArchiveCorrupt, ArchiveFull, ArchiveLocked, ArchiveMissing, ArchiveTooNew


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "a.sqlite"
    with Archive.create(path) as archive:
        archive.add(*full_reading())
    return path


def execute(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def test_open_a_missing_archive(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="no archive at") as caught:
        Archive.open(tmp_path / "none.sqlite")
    assert "onrecord add" in caught.value.next_step
    assert not (tmp_path / "none.sqlite").exists(), "asking makes nothing"


def test_create_in_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing, match="cannot be opened"):
        Archive.create(tmp_path / "nowhere" / "a.sqlite")


def test_create_at_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ArchiveMissing):
        Archive.create(tmp_path)


def test_open_what_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "a.sqlite").write_text("This is a shopping list, and no archive at all. " * 50)
    for way in (Archive.open, Archive.create):
        with pytest.raises(ArchiveCorrupt, match="no sound Onrecord archive"):
            way(tmp_path / "a.sqlite")


def test_open_a_foreign_database(tmp_path: Path) -> None:
    execute(tmp_path / "a.sqlite", "CREATE TABLE recipe (name)")
    with pytest.raises(ArchiveCorrupt):
        Archive.create(tmp_path / "a.sqlite")


@pytest.mark.parametrize("statements", [[], ["PRAGMA journal_mode = WAL"], ["PRAGMA user_version = 0", "VACUUM"]])
def test_an_archive_killed_while_it_was_made(tmp_path: Path, statements: list[str]) -> None:
    path = tmp_path / "a.sqlite"
    path.touch()
    execute(path, *statements)
    with pytest.raises(ArchiveMissing, match="no archive"):
        Archive.open(path)
    with Archive.create(path) as archive:
        assert archive.counts().reports == 0


def test_add_needs_a_writer_of_its_own_only_while_it_writes(path: Path) -> None:
    """Commands that add lock the archive for one report, not from the first to the last."""
    with Archive.create(path, wait=0.05) as first, Archive.create(path, wait=0.05) as second:
        first.add(*simple_reading("Ilan Torve said rain.", "rain"))
        second.add(*simple_reading("Ilan Torve said snow.", "snow"))
        assert first.counts() == second.counts()


def test_open_a_newer_archive(path: Path) -> None:
    execute(path, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(ArchiveTooNew, match="9999") as caught:
        Archive.open(path)
    assert "newest Onrecord" in caught.value.next_step


def test_add_while_another_writes(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other, Archive.open(path, wait=0.05) as archive:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveLocked, match="another process"):
            archive.add(*simple_reading("Ilan Torve said rain.", "rain"))
        assert archive.counts().reports == 1, "reading goes on"
        other.execute("ROLLBACK")
        archive.add(*simple_reading("Ilan Torve said rain.", "rain"))


def test_add_with_a_full_disk_keeps_what_is_there(path: Path) -> None:
    archive = Archive.open(path)
    pages = archive.check() or 0
    archive.close()
    with closing(sqlite3.connect(path)) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]

    @event.listens_for(archive._engine, "connect")
    def _limit(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}").close()

    with archive:
        with pytest.raises(ArchiveFull, match="no room"):
            archive.add(*simple_reading("Ilan Torve said rain. " + "More rain. " * 5000, "rain"))
        assert archive.counts().reports == 1
        assert archive.check() == ()


def test_open_a_damaged_archive_never_shows_the_driver(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096 : len(data)] = b"\xff" * (len(data) - 4096)
    path.write_bytes(bytes(data))
    with pytest.raises(ArchiveCorrupt), Archive.open(path) as archive:
        archive.search("talks")


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        ("UPDATE statement SET words = 'other words'", "out of step"),
        ("UPDATE report SET title = 'other'", "out of step"),
        ("UPDATE statement_span SET \"end\" = 99999 WHERE role = 'cue'", "beyond its text"),
        ('UPDATE block SET "end" = 99999', "beyond its text"),
        ("DELETE FROM actor", "missing actor"),
        ("UPDATE tally SET statements = 7", "counts of speaker"),
        ("DELETE FROM tally", "counts of speaker"),
        ("UPDATE statement SET nested_in = 'st-none' WHERE nested_in IS NOT NULL", "missing"),
        ("UPDATE statement SET occasion = 'oc-none'", "occasion that is missing"),
        ("INSERT INTO actor VALUES ('ac-x', 'X', 'x')", "stands in no statement"),
    ],
)
def test_check_finds_damage(path: Path, damage: str, told: str) -> None:
    with Archive.open(path) as archive:
        assert archive.check() == ()
        execute(path, damage)
        faults = archive.check()
        assert any(told in fault.problem for fault in faults), faults
        assert all(fault.next_step for fault in faults)


def schema(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master").fetchall()
    return {name: " ".join((sql or "").split()) for name, sql in rows}


def test_create_equals_upgrade_from_the_first_schema(path: Path, tmp_path: Path) -> None:
    upgraded = tmp_path / "upgraded.sqlite"
    engine = create_engine(f"sqlite:///{upgraded}")
    with engine.begin() as connection:
        upgrade(connection, upgraded)
    engine.dispose()
    assert schema(upgraded) == schema(path)
    with closing(sqlite3.connect(upgraded)) as connection:
        assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


def test_create_twice_leaves_the_archive_as_it_is(path: Path) -> None:
    with Archive.create(path) as archive:
        create(archive._engine)
        assert archive.counts().reports == 1


def test_tables_are_strict(path: Path) -> None:
    own = [sql for sql in schema(path).values() if sql.startswith("CREATE TABLE") and "_fts_" not in sql]
    assert [sql for sql in own if "alembic_version" not in sql and not sql.endswith("STRICT")] == []
    with pytest.raises(sqlite3.IntegrityError, match="cannot store"):
        execute(path, "UPDATE block SET start = 'here'")
