"""A collection killed at random moments and resumed loses nothing and keeps nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.collect_killed import kill_and_resume


@pytest.mark.slow
def test_a_collection_that_is_killed_and_resumed_is_whole(tmp_path: Path) -> None:
    figures = kill_and_resume(tmp_path, items=300, kills=6, seed=1)
    assert figures.sound, figures
    assert figures.requests > 300
