"""Quality floors: what a reader must reach on a gold that nobody has changed since."""

from __future__ import annotations

import json
import math
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from onrecord.errors import InputError, OnrecordError
from onrecord.evaluate.figures import FIGURES
from onrecord.evaluate.score import Evaluation

# What a raised floor stays below what was measured: int8 sums differ by CPU, and one flipped statement in 250 is 0.4.
MARGIN: Final = 0.5
# What `--update` begins to hold on a corpus that had no floors yet.
HELD: Final = (
    "mean_exact", "triple_strict", "triple_relaxed", "statement_f1", "joint_f1", "speaker_right", "speaker_wrong",
    "default_precision", "default_recall", "form_right", "kind_right", "nested_f1", "occasion_right", "residue",
    "integrity",
)  # fmt: skip

_LESS: Final = frozenset(figure.key for figure in FIGURES if figure.less_is_better)


@dataclass(frozen=True, slots=True)
class Floor:
    """The bound of one figure: at least `bound`, or at most for a figure of which less is better."""

    figure: str
    bound: float

    def holds(self, value: float) -> bool:
        """Whether a measured value is on the right side."""
        return value <= self.bound if self.figure in _LESS else value >= self.bound


@dataclass(frozen=True, slots=True)
class Regression:
    """A floor that was lowered on purpose."""

    figure: str
    before: float
    after: float
    reason: str
    day: str


@dataclass(frozen=True, slots=True)
class CorpusFloors:
    """The floors of one corpus, with the digest of the gold that they were set on."""

    corpus: str
    digest: str
    floors: tuple[Floor, ...]
    regressions: tuple[Regression, ...] = ()


@dataclass(frozen=True, slots=True)
class Breach:
    """A floor that does not hold, in one line."""

    figure: str
    problem: str


def load_floors(path: Path) -> tuple[CorpusFloors, ...]:
    """The floors of a file, none when there is no file. Raises `InputError` for a damaged one."""
    if not path.exists():
        return ()
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_load(name, item) for name, item in data["corpora"].items())
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} holds no floors: {error}", "Take it back from version control.") from error


def check_floors(held: CorpusFloors, evaluation: Evaluation) -> tuple[Breach, ...]:
    """Every floor that the evaluation breaks; gold that has changed breaks them all at once."""
    if held.digest != evaluation.digest:
        return (Breach("gold", "the gold has changed since its floors were set; look at the figures, then --update"),)
    breaches = []
    for floor in held.floors:
        value = evaluation.value(floor.figure)
        if value is None:
            breaches.append(Breach(floor.figure, f"{floor.figure} was not measured"))
        elif not floor.holds(value.value):
            side = "above" if floor.figure in _LESS else "below"
            breaches.append(Breach(floor.figure, f"{value.title} is {value.value:.2f}, {side} {floor.bound:g}"))
    return tuple(breaches)


def update_floors(
    held: CorpusFloors | None, evaluation: Evaluation, day: date, reason: str | None = None
) -> CorpusFloors:
    """Floors raised to just below what was measured. Raises `OnrecordError` when one would fall without a reason."""
    if held is None:
        begun = tuple(Floor(key, _bound(key, value.value)) for key in HELD if (value := evaluation.value(key)))
        return CorpusFloors(evaluation.corpus, evaluation.digest, begun)
    raised, fallen = [], []
    for floor in held.floors:
        value = evaluation.value(floor.figure)
        if value is None or floor.holds(value.value):
            raised.append(replace(floor, bound=_tighter(floor, value.value)) if value else floor)
        else:
            lower = Floor(floor.figure, _bound(floor.figure, value.value))
            raised.append(lower)
            fallen.append(Regression(floor.figure, floor.bound, lower.bound, reason or "", day.isoformat()))
    if fallen and not reason:
        names = ", ".join(f"{item.figure} from {item.before:g} to {item.after:g}" for item in fallen)
        raise OnrecordError(f"this would lower {names}", "Say why with --allow-regression REASON, or mend the reader.")
    return CorpusFloors(held.corpus, evaluation.digest, tuple(raised), (*held.regressions, *fallen))


def save_floors(path: Path, corpora: Sequence[CorpusFloors]) -> None:
    """Write the file whole or not at all."""
    data = {"corpora": {held.corpus: _dump(held) for held in sorted(corpora, key=lambda held: held.corpus)}}
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _bound(figure: str, value: float) -> float:
    """A bound that the value just keeps; whole statements' figures that are perfect stay perfect."""
    if figure in {"integrity", "residue"}:
        return math.ceil(value * 100) / 100 if figure in _LESS else math.floor(value * 100) / 100
    if figure in _LESS:
        return math.ceil((value + MARGIN) * 10) / 10
    return math.floor((value - MARGIN) * 10) / 10


def _tighter(floor: Floor, value: float) -> float:
    bound = _bound(floor.figure, value)
    return min(floor.bound, bound) if floor.figure in _LESS else max(floor.bound, bound)


def _load(name: str, item: dict[str, Any]) -> CorpusFloors:
    floors = tuple(Floor(figure, float(bound)) for figure, bound in item["floors"].items())
    fallen = tuple(
        Regression(line["figure"], line["before"], line["after"], line["reason"], line["day"])
        for line in item.get("regressions", [])
    )
    return CorpusFloors(name, item["gold_sha256"], floors, fallen)


def _dump(held: CorpusFloors) -> dict[str, Any]:
    fallen = [
        {"figure": line.figure, "before": line.before, "after": line.after, "reason": line.reason, "day": line.day}
        for line in held.regressions
    ]
    return {
        "gold_sha256": held.digest,
        "floors": {floor.figure: floor.bound for floor in held.floors},
        **({"regressions": fallen} if fallen else {}),
    }
