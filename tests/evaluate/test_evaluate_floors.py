"""Floors hold, rise, and fall only with a reason."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from onrecord.errors import InputError, OnrecordError
from onrecord.evaluate import Evaluation, check_floors, load_floors, save_floors, update_floors
from onrecord.evaluate.bootstrap import Value
from onrecord.evaluate.floors import CorpusFloors, Floor

DAY = date(2031, 3, 4)
HELD = CorpusFloors("press", "d1", (Floor("statement_f1", 80.0), Floor("speaker_wrong", 3.0)))


def measured(statement_f1: float, speaker_wrong: float, digest: str = "d1") -> Evaluation:
    figures = {"statement_f1": statement_f1, "speaker_wrong": speaker_wrong}
    values = tuple(Value(key, key, value, value, value, 100) for key, value in figures.items())
    return Evaluation("press", digest, "run", 1, (), values, ())


def bounds(held: CorpusFloors) -> dict[str, float]:
    return {floor.figure: floor.bound for floor in held.floors}


def test_floors_hold_on_their_bounds_and_break_beyond_them() -> None:
    assert check_floors(HELD, measured(80.0, 3.0)) == ()
    assert [breach.figure for breach in check_floors(HELD, measured(79.99, 3.01))] == ["statement_f1", "speaker_wrong"]


def test_floors_do_not_hold_on_gold_that_has_changed() -> None:
    assert [breach.figure for breach in check_floors(HELD, measured(99, 0, "d2"))] == ["gold"]


def test_a_floor_whose_figure_is_not_measured_is_broken() -> None:
    held = CorpusFloors("press", "d1", (Floor("nested_f1", 50.0),))
    assert [breach.figure for breach in check_floors(held, measured(90, 1))] == ["nested_f1"]


def test_update_raises_floors_to_just_below_what_was_measured() -> None:
    raised = update_floors(HELD, measured(91.26, 1.04, "d2"), DAY)
    assert bounds(raised) == {"statement_f1": 90.7, "speaker_wrong": 1.6}
    assert raised.digest == "d2"


def test_update_leaves_floors_that_the_margin_would_lower() -> None:
    assert bounds(update_floors(HELD, measured(80.2, 2.9), DAY)) == {"statement_f1": 80.0, "speaker_wrong": 3.0}


def test_update_refuses_to_lower_a_floor_without_a_reason() -> None:
    with pytest.raises(OnrecordError, match=r"statement_f1 from 80 to 78\.5"):
        update_floors(HELD, measured(79.0, 1.0), DAY)


def test_update_keeps_the_reason_of_a_lowered_floor() -> None:
    lowered = update_floors(HELD, measured(79.0, 1.0), DAY, "the codebook counts oaths now")
    (fallen,) = lowered.regressions
    assert bounds(lowered)["statement_f1"] == 78.5
    assert (fallen.before, fallen.after, fallen.day) == (80.0, 78.5, "2031-03-04")
    assert fallen.reason == "the codebook counts oaths now"


def test_update_of_a_new_corpus_holds_what_was_measured() -> None:
    assert bounds(update_floors(None, measured(91.26, 1.04), DAY)) == {"statement_f1": 90.7, "speaker_wrong": 1.6}


def test_saved_floors_are_loaded_again(tmp_path: Path) -> None:
    lowered = update_floors(HELD, measured(79.0, 1.0), DAY, "reason")
    save_floors(tmp_path / "floors.json", [lowered])
    assert load_floors(tmp_path / "floors.json") == (lowered,)
    assert [path.name for path in tmp_path.iterdir()] == ["floors.json"]


def test_a_write_that_fails_leaves_the_old_floors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_floors(tmp_path / "floors.json", [HELD])

    def full(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="disk full"):
        save_floors(tmp_path / "floors.json", [])
    assert load_floors(tmp_path / "floors.json") == (HELD,)
    assert [path.name for path in tmp_path.iterdir()] == ["floors.json"]


def test_damaged_floors_are_refused_and_missing_ones_are_none(tmp_path: Path) -> None:
    assert load_floors(tmp_path / "floors.json") == ()
    (tmp_path / "floors.json").write_text('{"corpora": 3}')
    with pytest.raises(InputError):
        load_floors(tmp_path / "floors.json")
