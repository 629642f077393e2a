"""What a reader answers: from a file of predictions, or by reading the gold's texts now."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any

from onrecord.errors import InputError, MissingInput
from onrecord.evaluate.corpus import Answer, Article, Attribution
from onrecord.evaluate.records import attribution_of, occasion_of, residue_of
from onrecord.model import Reading, reading_json

Read = Callable[[str, str], Reading]


def load_answers(path: Path) -> tuple[Answer, ...]:
    """The answers of a file: one JSON object a line, as `onrecord read --json` prints them.

    Raises `MissingInput`, or `InputError` for a line that is no reading.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise MissingInput(f"there is no file {path}", "Make it with onrecord read FOLDER --json.") from error
    answers = []
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                answers.append(_answer(json.loads(line)))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise InputError(
                    f"{path} line {number} is no reading: {type(error).__name__} {error}",
                    "Every line must be one JSON object of onrecord read --json.",
                ) from error
    return tuple(answers)


def read_answers(articles: Sequence[Article], read: Read) -> tuple[Answer, ...]:
    """Read every text with a reader. Raises `InputError` when it changes a text: offsets would not hold."""
    answers = []
    for article in articles:
        reading = read(f"{article.name}.txt", article.text)
        if reading.report.text != article.text:
            raise InputError(
                f"the text of {article.name} is not kept as it is", "Save the gold texts as plain UTF-8 text files."
            )
        answers.append(replace(_answer(reading_json(reading)), name=article.name))
    return tuple(answers)


def _answer(data: dict[str, Any]) -> Answer:
    occasions = [occasion_of(item) for item in data.get("occasions") or []]
    attributions: list[Attribution] = []
    broken = 0
    for item in data["statements"]:
        try:
            attributions.append(attribution_of(item, occasions))
        except ValueError:  # a span that is none: counted, not scored
            broken += 1
    return Answer(
        PurePath(data["report"]["path"]).stem, tuple(attributions), residue_of(data.get("blocks") or []), broken,
        data.get("run") or "",
    )  # fmt: skip
