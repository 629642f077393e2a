"""`onrecord evaluate`: what the reading is worth on gold, and whether it keeps its floors."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli.options import json_option, outlets_option
from onrecord.cli.output import note, show_json, show_table
from onrecord.cli.rooms import Rooms
from onrecord.errors import InputError, OnrecordError, WeightsError
from onrecord.model import Reading, Source

if TYPE_CHECKING:
    from onrecord.evaluate import Answer, Article, Corpus, Evaluation

QUALITY_HEAD = (
    "# Quality\n\nEvery table here is written by `onrecord evaluate GOLD --markdown docs/quality.md`, and by nothing "
    "else.\nWhat the figures count is told in [evaluation.md](evaluation.md).\n"
)


@dataclass(frozen=True, slots=True)
class Answered:
    """The answers to a corpus, and to its texts when they are changed, as far as a reader can be asked."""

    rooms: Rooms
    predictions: Path | None
    outlets: Path | None = None

    def answers(self, articles: Sequence[Article]) -> tuple[Answer, ...]:
        """From the file of predictions, else by reading the texts now."""
        from onrecord.evaluate import load_answers, read_answers

        if self.predictions:
            return load_answers(self.predictions)
        reader, clean = self.rooms.load_reader(), self.rooms.cleaner(self.outlets)

        def read(name: str, text: str) -> Reading:
            return reader.read(clean(Source(text.encode("utf-8"), "text/plain", name)))

        return read_answers(articles, read)


@click.command("evaluate")
@click.argument("gold", metavar="GOLD", type=click.Path(path_type=Path))
@click.option(
    "--texts", type=click.Path(path_type=Path), help="Folder of the texts, when they are not beside the gold."
)
@click.option("--predictions", type=click.Path(path_type=Path), help="Lines of `onrecord read --json` to score.")
@click.option("--reader", is_flag=True, help="Read the gold's texts now (what happens without --predictions).")
@click.option("--corpus", "name", default="", help="The gold's name in floors and tables (default: its folder's).")
@click.option("--roughen", is_flag=True, help="Also read damaged texts, and tell what is lost.")
@click.option("--slices", is_flag=True, help="Also show the figures by form, source, nesting and group.")
@click.option("--floors", type=click.Path(path_type=Path), help="Fail (exit code 1) below the floors of this file.")
@click.option("--update", is_flag=True, help="Raise the floors of --floors to just below what was measured.")
@click.option("--allow-regression", "reason", metavar="REASON", help="Let --update lower a floor, and keep the reason.")
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the tables into this page (docs/quality.md).")
@outlets_option
@json_option
@click.pass_obj
def command(
    rooms: Rooms, gold: Path, texts: Path | None, predictions: Path | None, reader: bool, name: str, roughen: bool,
    slices: bool, floors: Path | None, update: bool, reason: str | None, markdown: Path | None, outlets: Path | None,
    as_json: bool,
) -> int:  # fmt: skip
    """Score a reader on GOLD: a folder of ours, of PolNeAR's, of Citron's JSON, or of *.gold files."""
    from onrecord.evaluate import load_gold

    _refuse_contradictions(predictions, reader, roughen, floors, update, reason)
    corpus = load_gold(gold, texts, name)
    evaluation = _measure(corpus, Answered(rooms, predictions, outlets), roughen)
    _show(evaluation, slices, as_json)
    if evaluation.missing:
        note(f"{len(evaluation.missing)} of {evaluation.articles} texts have no prediction and count as missed")
    if markdown:
        _write_section(markdown, evaluation, predictions)
    return _hold(evaluation, floors, update, reason) if floors else 0


def _refuse_contradictions(
    predictions: Path | None, reader: bool, roughen: bool, floors: Path | None, update: bool, reason: str | None
) -> None:
    if predictions and (reader or roughen):
        raise click.UsageError("--predictions are fixed: leave it out to read the texts with --reader or --roughen.")
    if (update or reason) and not floors:
        raise click.UsageError("--update and --allow-regression need the file named with --floors.")


def _measure(corpus: Corpus, answered: Answered, roughen: bool) -> Evaluation:
    from onrecord.evaluate import evaluate, measure_drops

    answers = answered.answers(corpus.articles)
    evaluation = evaluate(corpus, answers)
    if not roughen:
        return evaluation
    return replace(evaluation, drops=measure_drops(corpus, answers, answered.answers))


def _show(evaluation: Evaluation, slices: bool, as_json: bool) -> None:
    from onrecord.evaluate.render import COLUMNS, drop_row, evaluation_json, value_row

    if as_json:
        show_json(evaluation_json(evaluation))
        return
    values = (*evaluation.values, *(evaluation.slices if slices else ()))
    rows = [*map(value_row, values), *map(drop_row, evaluation.drops)]
    show_table(COLUMNS, rows, f"{evaluation.corpus}: {evaluation.articles} texts, run {evaluation.run or 'unknown'}")


def _write_section(page: Path, evaluation: Evaluation, predictions: Path | None) -> None:
    from onrecord.evaluate import markdown_section, with_section

    weights = "unknown (scored from a file)" if predictions else _weights_digest()
    section = markdown_section(evaluation, datetime.now(UTC).date(), weights)
    try:
        text = page.read_text(encoding="utf-8") if page.exists() else QUALITY_HEAD
        page.write_text(with_section(text, section, evaluation.corpus), encoding="utf-8")
    except OSError as error:
        raise InputError(f"{page} cannot be written: {error.strerror}", "Name another file.") from error


def _weights_digest() -> str:
    from onrecord.read.encoder import load_weights

    try:
        return load_weights().digest
    except WeightsError:  # a reader without them
        return "none"


def _hold(evaluation: Evaluation, path: Path, update: bool, reason: str | None) -> int:
    """Check or move the floors; the exit code tells whether they hold."""
    from onrecord.evaluate import check_floors, load_floors, save_floors, update_floors

    known = load_floors(path)
    held = next((item for item in known if item.corpus == evaluation.corpus), None)
    if update:
        raised = update_floors(held, evaluation, datetime.now(UTC).date(), reason)
        save_floors(path, [*(item for item in known if item is not held), raised])
        note(f"{len(raised.floors)} floors of {raised.corpus} are in {path}")
        return 0
    if held is None:
        raise OnrecordError(f"{path} has no floors for {evaluation.corpus}", "Set them with --update.")
    breaches = check_floors(held, evaluation)
    for breach in breaches:
        note(f"floor broken: {breach.problem}")
    return 1 if breaches else 0
