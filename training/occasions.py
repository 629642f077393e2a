"""Fits `tellings.json`, the weights by which the words of a sentence decide whether it tells an occasion.

`python -m training.occasions` reads the invented sentences of `occasions_examples.txt` and our own press-register
reports with the occasions of their gold (t01 to t105: `occasions.csv`, where `told` names the words that tell what no
rule finds). A sentence of a report counts as telling the type that a rule finds there and its gold confirms. The model
is a multinomial regression with a pull to zero; `--folds 5` reports what it is worth on reports and sentences that it
did not see.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from evaluation.occasions import gold_report, gold_statements
from onrecord.evaluate.markup import compile_report
from onrecord.model import OCCASION_TYPES, Block, Report, Span
from onrecord.read.occasions.overlooked import setting_of
from onrecord.read.occasions.phrases import find_phrases
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.sentences import SAID, read_sentences
from onrecord.read.occasions.tellings import WEIGHTS, Setting, find_signs

HERE = Path(__file__).parent
NONE = 0
# The pull to zero (.3, 1, 3 tried: sentences not seen, right at one false in twelve: .61, .57, .52; false in reports:
# 30, 19, 11 of 2762), and what a sentence of a report that tells nothing weighs (.3 and 1 tried).
PULL = 1.0
QUIET = 0.5
# A sign must be seen in this many sentences to get a weight.
LEAST_SEEN = 2
# What lies this near to a sentence without statements may be said at the occasion that it tells, in characters.
NEAR = 400
_MARK = re.compile(r"\[([^\]]*)\]")


@dataclass(frozen=True)
class Row:
    """The signs of one sentence and the number of the type that it tells (0: none)."""

    signs: frozenset[str]
    kind: int
    weight: float
    group: str
    surprise: bool = False


def read_examples(path: Path = HERE / "occasions_examples.txt") -> Iterator[Row]:
    """The invented sentences; a line's marks tell its type, sentences of the line without one tell none."""
    kind = NONE
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("= "):
            kind = OCCASION_TYPES.index(line[2:]) + 1 if line[2:] != "none" else NONE
        elif line and not line.startswith("#"):
            head, release = line[0] == "^", line[0] in "^~"
            told = [match.start() for match in _MARK.finditer(line.lstrip("^~"))]
            shifts = [at - 2 * number for number, at in enumerate(told)]
            text = _MARK.sub(r"\1", line.lstrip("^~"))
            narrative = re.sub(r"\"[^\"\n]*\"", lambda match: SAID * len(match.group()), text)
            report = Report(text, "", "", (Block("body", Span(0, len(text))),))
            for sentence in read_sentences(report):
                tells = any(sentence.span.start <= at < sentence.span.end for at in shifts)
                signs = find_signs(narrative, sentence.span, Setting(head=head, release=release))
                yield Row(frozenset(sign for sign, _ in signs), kind if tells else NONE, 1.0, text)


def read_reports(folder: Path = HERE / "reports") -> Iterator[Row]:
    """The sentences of our reports."""
    extra = _extra(HERE / "occasions.csv")
    for path in sorted(folder.glob("t*.gold")):
        text, record = compile_report(path)
        record = json.loads(json.dumps(record, default=str))
        told = _annotate(record, extra.get(path.stem, []))
        yield from _rows(path.stem, text, record, told)


def _extra(path: Path) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with path.open(encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["report"], []).append(row)
    return found


def _annotate(record: dict[str, Any], rows: Sequence[dict[str, str]]) -> list[tuple[str, int]]:
    """Give the statements of a report the types of `occasions.csv`; what is left open has the type "open"."""
    record["types"] = {o["id"]: o["type"] for o in record.get("occasions") or []}
    for number, row in enumerate(rows):
        key, people = f"extra {number}", row["people"].replace(" (interviewer)", "").split("; ")
        record["types"][key] = row["type"]
        for item in record["statements"]:
            mine = row["type"] == "open" or item["speaker"] in people
            if int(item["id"]) in _numbers(row["statements"]) and mine:
                item["occasion"] = key
    return [(row["told"], OCCASION_TYPES.index(row["type"]) + 1) for row in rows if row["told"]]


def _numbers(ranges: str) -> set[int]:
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return found


def _rows(name: str, text: str, record: dict[str, Any], told: Sequence[tuple[str, int]]) -> Iterator[Row]:
    scene = Scene.of(gold_report(name, text, record), gold_statements(record))
    said = [
        ((item["cue"] or item["content"][0])[0], record["types"].get(item.get("occasion")))
        for item in record["statements"]
        if not item["nested_in"]
    ]
    hand = [(text.find(words), kind) for words, kind in told]
    for number, sentence in enumerate(scene.sentences):
        span = sentence.span
        here = {kind for at, kind in said if span.start <= at < span.end}
        near = here or {kind for at, kind in said if span.start - NEAR // 2 <= at < span.end + NEAR}
        found = [phrase.type for phrase in find_phrases(scene.narrative, span, head=sentence.block != "body")]
        right = [OCCASION_TYPES.index(kind) + 1 for kind in found if kind in near]
        mine = [kind for at, kind in hand if span.start <= at < span.end]
        kind = next(iter([*mine, *right]), NONE)
        if kind == NONE and "open" in here:
            continue
        signs = frozenset(sign for sign, _ in find_signs(scene.narrative, span, setting_of(scene, number)))
        yield Row(signs, kind, 1.0 if kind else QUIET, name, surprise=not found)


def fit(rows: Sequence[Row]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Signs, their weights [signs, types and none], and the bias."""
    seen = Counter(sign for row in rows for sign in row.signs)
    names = sorted(sign for sign, count in seen.items() if count >= LEAST_SEEN)
    place = {sign: number for number, sign in enumerate(names)}
    columns = [[place[sign] for sign in sorted(row.signs) if sign in place] for row in rows]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row])
    x = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(names)))
    kinds, many = np.array([row.kind for row in rows]), len(OCCASION_TYPES) + 1
    worth, right = np.array([row.weight for row in rows]), np.eye(many)[np.array([row.kind for row in rows])]

    def loss(flat_weights: np.ndarray) -> tuple[float, np.ndarray]:
        weights, bias = flat_weights[:-many].reshape(len(names), many), flat_weights[-many:]
        scores = x @ weights + bias
        grown = np.exp(scores - scores.max(1, keepdims=True))
        shares = grown / grown.sum(1, keepdims=True)
        wrong = (shares - right) * worth[:, None]
        cost = -(worth * np.log(shares[np.arange(len(rows)), kinds] + 1e-12)).sum() + 0.5 * PULL * (weights**2).sum()
        return float(cost), np.concatenate([(x.T @ wrong + PULL * weights).ravel(), wrong.sum(0)])

    found = minimize(loss, np.zeros((len(names) + 1) * many), jac=True, method="L-BFGS-B", options={"maxiter": 120}).x
    return names, found[:-many].reshape(len(names), many), found[-many:]


def chances(model: tuple[list[str], np.ndarray, np.ndarray], rows: Sequence[Row]) -> np.ndarray:
    """The chance of none and of every type: [rows, types and none]."""
    names, weights, bias = model
    place = {sign: number for number, sign in enumerate(names)}
    scores = np.array([bias + weights[[place[s] for s in row.signs if s in place]].sum(0) for row in rows])
    grown = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(grown / grown.sum(1, keepdims=True))


def fold_of(group: str, folds: int) -> int:
    """A fold that stays the same whatever else is read."""
    return int(hashlib.sha256(group.encode()).hexdigest(), 16) % folds


def report_folds(examples: Sequence[Row], rows: Sequence[Row], folds: int) -> None:
    """What the model says of sentences and reports that it did not see."""
    held: list[tuple[Row, np.ndarray]] = []
    both = [*examples, *rows]
    for fold in range(folds):
        out = [row for row in both if fold_of(row.group, folds) == fold]
        model = fit([row for row in both if fold_of(row.group, folds) != fold])
        held += zip(out, chances(model, out), strict=True)
    ours = {row.group for row in examples}
    for least in (0.3, 0.5, 0.6, 0.7):
        told = [(row, chance) for row, chance in held if row.group in ours and row.kind]
        right = sum(1 - c[0] > least and int(c[1:].argmax()) + 1 == row.kind for row, c in told)
        false = [1 - c[0] > least for row, c in held if row.group in ours and not row.kind]
        quiet = [1 - c[0] > least for row, c in held if row.group not in ours and not row.kind and row.surprise]
        print(
            f"{least}: right {right}/{len(told)}, false {sum(false)}/{len(false)}, in reports {sum(quiet)}/{len(quiet)}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--folds", type=int, help="measure on parts held out, and write nothing")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    examples, rows = list(read_examples()), list(read_reports())
    if arguments.folds:
        report_folds(examples, rows, arguments.folds)
        return
    names, weights, bias = fit([*examples, *rows])
    kept = {name: [round(float(w), 2) for w in row] for name, row in zip(names, weights, strict=True)}
    kept = {name: row for name, row in kept.items() if any(row)}
    lines = ",\n".join(f"  {json.dumps(name, ensure_ascii=False)}: {json.dumps(row)}" for name, row in kept.items())
    shown = json.dumps([round(float(b), 2) for b in bias])
    arguments.out.write_text(f'{{"bias": {shown},\n "weights": {{\n{lines}\n}}}}\n', encoding="utf8")
    print(f"{len(kept)} signs of {len(examples)} sentences and {len(rows)} of reports")


if __name__ == "__main__":
    main()
