"""Fits `belonging.json`, the weights by which a statement belongs to one of the occasions told in its report.

`python -m training.belonging` reads the gold of our reports (`training/reports`, and the folders named by `--also`).
The model is log-linear over the candidates of a statement and none (Berger, Della Pietra, Della Pietra 1996). How
likely a sentence tells an occasion is taken from models that did not see its report (`training/occasions.py`, by
folds); what was chosen before a statement is taken first from the gold, then from what the model itself chooses.
`--without PATTERN` leaves reports out and says how many of their statements are put to an occasion of the right type.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from evaluation.occasions import gold_report, gold_statements
from onrecord.evaluate.markup import compile_report
from onrecord.read.occasions import tellings
from onrecord.read.occasions.belonging import WEIGHTS, choose, signs_of
from onrecord.read.occasions.candidates import candidates_of
from onrecord.read.occasions.drafts import Candidate
from onrecord.read.occasions.pairs import History, Told
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.sentences import sentence_at
from training.occasions import (
    HERE,
    LEAST_WEIGHT,
    Model,
    Row,
    annotate,
    fit,
    fold_of,
    read_examples,
    read_extra,
    read_reports,
)

FOLDS = 5
# The pull to zero (1, 5, 10 and 15 tried: of 321 statements of new reports 61, 63, 65 and 66 % right).
PULL = 7.0
LEAST_SEEN = 3
# Reports on which the rules were made say less of what rules overlook: t01 to t155 and the press reports.
TUNED = re.compile(r"(?:t\d{1,2}$|t10\d|t1[1-4]\d|t15[0-5]|[ab]\d)")
TUNED_WEIGHT = 0.5
_STEPS = 80
# How far from an occasion's words a statement made at it may stand to show which one they tell, in characters.
_BEFORE, _BEHIND = 200, 400


@dataclass
class Case:
    """A report with its candidates, and for every statement the right ones; the number behind the last is none."""

    name: str
    scene: Scene
    candidates: list[Candidate]
    ruled: dict[str, int]
    fixed: dict[str, int]
    right: dict[str, set[int]]
    lost: int


def read_cases(folder: Path, told: Mapping[int, Model]) -> Iterable[Case]:
    """The reports of a folder."""
    extra = read_extra(HERE / "occasions.csv")
    for path in sorted(folder.glob("*.gold")):
        text, record = compile_report(path)
        record = json.loads(json.dumps(record, default=str))
        annotate(record, extra.get(path.stem, []))
        scene = Scene.of(gold_report(path.stem, text, record), gold_statements(record))
        if scene.sentences:
            use(told[fold_of(path.stem, FOLDS)])
            yield _case(path.stem, scene, record)


def use(model: Model) -> None:
    """Let the reader weigh the words of sentences by this model."""
    place = {sign: number for number, sign in enumerate(model.signs)}
    weights = model.bias, place, np.vstack([model.weights, np.zeros(model.weights.shape[1])])
    tellings.load_weights = lambda: weights  # type: ignore[assignment]


def _case(name: str, scene: Scene, record: dict[str, Any]) -> Case:
    candidates, ruled, fixed = candidates_of(scene)
    gold = {str(item["id"]): item.get("occasion") for item in record["statements"]}
    kinds: dict[str | None, str | None] = {**record["types"], None: None}
    told = [_told(scene, candidate, gold, kinds) for candidate in candidates]
    right: dict[str, set[int]] = {}
    lost = 0
    for statement in scene.statements:
        at = gold[statement.id]
        if at is None:
            right[statement.id] = {len(candidates)}
        elif kinds[at] != "open":
            own = {number for number, one in enumerate(told) if one == at}
            alike = {number for number, c in enumerate(candidates) if c.draft.type == kinds[at]}
            if own or alike:
                right[statement.id] = own or alike
            else:
                lost += 1
    return Case(name, scene, candidates, ruled, fixed, right, lost)


def _told(
    scene: Scene, candidate: Candidate, gold: Mapping[str, str | None], kinds: Mapping[str | None, str | None]
) -> str | None:
    """Which occasion of the gold a candidate's words tell: that of the statements in its sentences or next to them."""
    kind, votes = candidate.draft.type, Counter[str]()
    for span in candidate.draft.evidence:
        for statement in scene.in_sentence(sentence_at(scene.sentences, span.start)):
            at = gold[statement.id]
            if at is not None and kinds[at] == kind:
                votes[at] += 1
    first = candidate.draft.evidence[0].start
    near = [s for s in scene.statements if kinds[gold[s.id]] == kind and -_BEFORE <= position(s) - first <= _BEHIND]
    if not votes and near:
        return gold[min(near, key=lambda statement: abs(position(statement) - first)).id]
    return votes.most_common(1)[0][0] if votes else None


def _bags(cases: Sequence[Case], weights: Mapping[str, float] | None) -> list[tuple[str, list[list[str]], set[int]]]:
    """The signs of every statement's candidates, with what came before from the gold or from the model's choices."""
    bags = []
    for case in cases:
        made = choose_by(case, weights) if weights is not None else None
        history, none = History(), len(case.candidates)
        told = [Told.of(case.scene, candidate) for candidate in case.candidates]
        for statement in case.scene.statements:
            right = case.right.get(statement.id)
            if right and case.candidates:
                bags.append((case.name, signs_of(case.scene, told, statement, history), right))
            if made is not None:
                history.note(statement, made.get(statement.id))
            else:
                known = case.ruled.get(statement.id, none)
                best = known if right and known in right else min(right) if right else none
                history.note(statement, None if best == none else best)
    return bags


def choose_by(case: Case, weights: Mapping[str, float]) -> dict[str, int]:
    """What the model chooses without the rules' word."""
    return choose(case.scene, case.candidates, None, case.fixed, weights)


def fit_belonging(bags: Sequence[tuple[str, list[list[str]], set[int]]]) -> dict[str, float]:
    """The weights of the signs that make the right candidates likeliest."""
    seen = Counter(sign for _, rows, _ in bags for row in rows for sign in set(row))
    signs = sorted(sign for sign, count in seen.items() if count >= LEAST_SEEN)
    place = {sign: number for number, sign in enumerate(signs)}
    columns = [[place[sign] for sign in row if sign in place] for _, rows, _ in bags for row in rows]
    ends = np.cumsum([0, *map(len, columns)])
    flat = np.array([column for row in columns for column in row])
    x = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(columns), len(signs)))
    turned, sizes = x.T.tocsr(), [len(rows) for _, rows, _ in bags]
    first, of = np.cumsum([0, *sizes])[:-1], np.repeat(np.arange(len(bags)), sizes)
    may = np.array([float(number in right) for _, rows, right in bags for number in range(len(rows))])
    worth = np.array([TUNED_WEIGHT if TUNED.match(name) else 1.0 for name, _, _ in bags])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = x @ weights
        grown = np.exp(scores - np.maximum.reduceat(scores, first)[of])
        whole = np.add.reduceat(grown, first)
        right = np.add.reduceat(grown * may, first) + 1e-9
        cost = (worth * (np.log(whole) - np.log(right))).sum() + 0.5 * PULL * (weights**2).sum()
        slope = grown * (worth / whole)[of] - grown * may * (worth / right)[of]
        return float(cost), turned @ slope + PULL * weights

    found = minimize(loss, np.zeros(len(signs)), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    return dict(zip(signs, map(float, found), strict=True))


def count_right(cases: Sequence[Case], weights: Mapping[str, float]) -> tuple[int, int]:
    """How many statements are put to a right candidate with the rules' word, and of how many."""
    right = every = 0
    for case in cases:
        made = choose(case.scene, case.candidates, case.ruled, case.fixed, weights)
        none = len(case.candidates)
        right += sum(made.get(statement, none) in allowed for statement, allowed in case.right.items())
        every += len(case.right) + case.lost
    return right, every


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--also", type=Path, nargs="*", default=[], help="more folders of gold reports")
    parser.add_argument("--without", default="", help="leave out reports whose name matches this pattern, and measure")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    folders = [HERE / "reports", *arguments.also]
    rows: list[Row] = [row for folder in folders for row in read_reports(folder)]
    if arguments.without:
        rows = [row for row in rows if not re.match(arguments.without, row.group)]
    examples = list(read_examples())
    told = {
        fold: fit([*examples, *(row for row in rows if fold_of(row.group, FOLDS) != fold)]) for fold in range(FOLDS)
    }
    cases = [case for folder in folders for case in read_cases(folder, told)]
    out = [case for case in cases if arguments.without and re.match(arguments.without, case.name)]
    names = {case.name for case in out}
    kept = [case for case in cases if case.name not in names]
    weights = fit_belonging(_bags(kept, None))
    weights = fit_belonging(_bags(kept, weights))
    if out:
        print("left out: right {} of {}".format(*count_right(out, weights)))
    shown = {sign: round(weight, 2) for sign, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    lines = ",\n".join(f"{json.dumps(sign, ensure_ascii=False)}: {weight}" for sign, weight in shown.items())
    arguments.out.write_text("{\n" + lines + "\n}\n", encoding="utf8")
    print(f"{len(shown)} signs of {len(kept)} reports; right {count_right(kept, weights)} of what it has seen")


if __name__ == "__main__":
    main()
