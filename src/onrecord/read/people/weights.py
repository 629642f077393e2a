"""Weights of the ranking: `weights.json`, fitted by `training/speakers.py` on reports written for the purpose."""

from __future__ import annotations

import json
from collections.abc import Mapping
from importlib.resources import files


def _load() -> dict[str, dict[str, float]]:
    loaded: dict[str, dict[str, float]] = json.loads(
        files("onrecord.read.people").joinpath("weights.json").read_text(encoding="utf8")
    )
    return loaded


_ALL = _load()
PRONOUN: Mapping[str, float] = _ALL["pronoun"]
ROLE: Mapping[str, float] = _ALL["role"]
