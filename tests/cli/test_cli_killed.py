"""`onrecord add` killed at random moments and run again makes the archive of a run that nobody disturbed."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.archive import Archive

SCRIPT = Path(__file__).with_name("fake_rooms.py")
REPORTS = 24
KILLS = 20


def command(folder: Path, archive: Path) -> list[str]:
    return [sys.executable, str(SCRIPT), "add", str(folder), "--archive", str(archive)]


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for (name,) in tables}


@pytest.fixture(scope="module")
def calm(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, float]:
    """The folder, the archive of an undisturbed run, and the seconds that it took."""
    folder = tmp_path_factory.mktemp("reports")
    for number in range(REPORTS):
        said = " ".join(f"Ilan Torve said that step {step} of {number} is near." for step in range(30))
        (folder / f"{number:02}.txt").write_text(f"Step {number}\n\n{said}\n")
    archive = folder.parent / "calm.sqlite"
    start = time.monotonic()
    subprocess.run(command(folder, archive), check=True, capture_output=True)
    return folder, archive, time.monotonic() - start


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(KILLS))
def test_killed_and_run_again_equals_undisturbed(calm: tuple[Path, Path, float], tmp_path: Path, seed: int) -> None:
    folder, undisturbed, seconds = calm
    archive = tmp_path / "rough.sqlite"
    with subprocess.Popen(command(folder, archive), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(timeout=random.Random(seed).uniform(0.1, seconds))
        except subprocess.TimeoutExpired:
            process.kill()
    done = subprocess.run(command(folder, archive), check=True, capture_output=True, text=True)
    assert ", 0 failed" in done.stdout
    assert dump(archive) == dump(undisturbed)
    with Archive.open(archive) as opened:
        assert opened.check() == ()
