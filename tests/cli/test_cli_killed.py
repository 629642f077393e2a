"""`onrecord add` killed at random moments and run again makes the archive of a run that nobody disturbed."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord import demo
from onrecord.archive import Archive

SCRIPT = Path(__file__).with_name("fake_rooms.py")
REPORTS = 24
KILLS = 20


@dataclass(frozen=True)
class Undisturbed:
    """A way to add a folder, the archive that it makes when nobody disturbs it, and the seconds that takes."""

    program: tuple[str, ...]
    folder: Path
    archive: Path
    seconds: float

    def command(self, archive: Path) -> list[str]:
        return [*self.program, "add", str(self.folder), "--archive", str(archive)]


def add_calmly(program: tuple[str, ...], folder: Path, archive: Path) -> Undisturbed:
    start = time.monotonic()
    subprocess.run([*program, "add", str(folder), "--archive", str(archive)], check=True, capture_output=True)
    return Undisturbed(program, folder, archive, time.monotonic() - start)


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        return {name: sorted(connection.execute(f'SELECT * FROM "{name}"').fetchall(), key=repr) for (name,) in tables}


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """Two dozen generated reports and a reader that takes no time: most kills meet the archive."""
    folder = tmp_path_factory.mktemp("reports")
    for number in range(REPORTS):
        said = " ".join(f"Ilan Torve said that step {step} of {number} is near." for step in range(30))
        (folder / f"{number:02}.txt").write_text(f"Step {number}\n\n{said}\n")
    return add_calmly((sys.executable, str(SCRIPT)), folder, folder.parent / "calm.sqlite")


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    """The sample dossier, read by the shipped reader through the installed command."""
    program = str(Path(sys.executable).parent / "onrecord")
    return add_calmly((program,), Path(demo.__path__[0]) / "dossier", tmp_path_factory.mktemp("calm") / "calm.sqlite")


def kill_and_run_again(calm: Undisturbed, archive: Path, seed: int) -> None:
    with subprocess.Popen(calm.command(archive), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            process.wait(timeout=random.Random(seed).uniform(0.1, calm.seconds))
        except subprocess.TimeoutExpired:
            process.kill()
    done = subprocess.run(calm.command(archive), check=True, capture_output=True, text=True)
    assert ", 0 failed" in done.stdout
    assert dump(archive) == dump(calm.archive)
    with Archive.open(archive) as opened:
        assert opened.check() == ()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(KILLS))
def test_generated_reports_killed_and_run_again_equal_undisturbed(
    generated: Undisturbed, tmp_path: Path, seed: int
) -> None:
    kill_and_run_again(generated, tmp_path / "rough.sqlite", seed)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(KILLS))
def test_dossier_killed_and_run_again_equals_undisturbed(dossier: Undisturbed, tmp_path: Path, seed: int) -> None:
    kill_and_run_again(dossier, tmp_path / "rough.sqlite", seed)
