"""Fits `acts.json`, the weights by which the signs of a statement decide its act.

`python training/acts.py POLNEAR` reads our own press-register reports and the train half of PolNeAR, takes the acts of
`training/acts.csv` (labelled by hand after the codebook: the start of the cue and of the content name a statement) and,
where the cue names the act, those of the reports' own annotation. The model is a multinomial regression whose weights
are drawn towards what the codebook says of a sign (`PRIOR`), so that a sign that is rare in training keeps its meaning.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from onrecord.evaluate.markup import compile_report
from onrecord.model import ACTS, KINDS
from onrecord.read.acts import WEIGHTS, evidence_of, ruling_of
from onrecord.read.lexicon import WEAK_ACTS, label_of
from training.corpus import read_brat

HERE = Path(__file__).parent
# Strength of the pull to the prior, and of the lexicon's word in it (.5-20 and 1-4 tried on half of our press gold, the
# a files: flat between 2 and 10).
PULL = 5.0
LEXICON_STRENGTH = 3.0
WEAK_STRENGTH = 0.6
# A sign must be seen in this many statements to get a weight.
LEAST_SEEN = 4

# What the codebook says of a sign: act and weight.
PRIOR: dict[str, tuple[str, float]] = {
    "own ready": ("offer", 0.8),
    "own agree": ("agree", 0.8),
    "own refuse": ("reject", 0.8),
    "their refuse": ("accuse", 0.5),
    "other refuse": ("accuse", 0.5),
    "cue:insist + verdict": ("deny", 0.6),
    "cue:insist + negation": ("deny", 0.6),
    "nothing until": ("demand", 0.8),
    "if so, then": ("threaten", 0.8),
    "we never": ("deny", 0.8),
    "there is nothing": ("deny", 0.6),
    "they, not us": ("accuse", 0.8),
    "their blame": ("accuse", 0.6),
    "other blame": ("accuse", 0.4),
    "must": ("demand", 1.2),
    "should": ("appeal", 0.6),
    "main:must": ("demand", 0.6),
    "imperative": ("appeal", 1.0),
    "let us": ("appeal", 1.0),
    "own will": ("commit", 1.2),
    "his country": ("commit", 0.3),
    "will not": ("reject", 0.6),
    "cannot accept": ("reject", 1.5),
    "main:likely": ("predict", 1.0),
    "honour": ("praise", 0.7),
    "blame": ("accuse", 0.8),
    "worry": ("warn", 1.0),
    "harm": ("warn", 0.5),
    "strike": ("threaten", 0.8),
    "own strike": ("threaten", 0.6),
    "not in the past": ("deny", 1.2),
    "there is no": ("deny", 0.8),
    "is not": ("deny", 0.4),
    "false": ("deny", 1.2),
    "main:agree": ("agree", 0.8),
    "main:ready": ("offer", 1.0),
    "main:refuse": ("reject", 0.8),
    "promise": ("commit", 0.6),
    "other telling": ("report", 1.2),
    "main:number": ("report", 0.5),
    "main:digits": ("report", 0.6),
    "had done": ("report", 0.8),
    "being done": ("report", 0.3),
    "is a": ("evaluate", 0.9),
    "like": ("evaluate", 0.7),
    "main:verdict": ("evaluate", 0.6),
    "we want": ("appeal", 0.8),
    "call for": ("appeal", 0.8),
    "asks": ("state", 1.0),
    "question": ("state", 0.4),
    "cue:disclose": ("report", 0.6),
    "cue:admit": ("report", 0.4),
    "cue:joke": ("state", 1.0),
    "cue:angry": ("accuse", 1.0),
    "cue:call": ("evaluate", 1.5),
    "cue:plea": ("appeal", 1.0),
    "cue:announce": ("commit", 0.3),
    "cue:insist": ("deny", 0.3),
    "cue:answer": ("deny", 0.2),
    "going to": ("commit", 0.3),
    "to do": ("commit", 0.3),
    "first to": ("commit", 0.5),
    "other will": ("predict", 0.5),
    "that it be": ("demand", 0.4),
    "have to": ("demand", 0.7),
    "regret": ("state", 0.6),
    "may": ("predict", 0.4),
    "if": ("threaten", 0.3),
}

Example = tuple[str, str, str, str, str]


def examples(polnear: Path) -> list[Example]:
    """Cue, content, source, kind and act of every labelled statement."""
    with (HERE / "acts.csv").open(encoding="utf8", newline="") as lines:
        labels = {(row["report"], int(row["cue"]), int(row["content"])): row["act"] for row in csv.DictReader(lines)}
    return [*_own(labels), *_polnear(polnear, labels), *_invented()]


def _invented() -> list[Example]:
    """Sentences made up for the acts that the corpora have rarely after "said"."""
    rows = (line.split(" | ") for line in (HERE / "acts_examples.txt").read_text("utf8").splitlines() if line[0] != "#")
    return [(cue, content, source, "statement", act) for act, source, cue, content in rows]


def _own(labels: dict[tuple[str, int, int], str]) -> list[Example]:
    found = []
    for path in sorted((HERE / "reports").glob("*.gold")):
        text, record = compile_report(path)
        for item in record["statements"]:
            cue, content = text[slice(*item["cue"])], " ".join(text[a:b] for a, b in item["content"])
            source = text[slice(*item["source"])] if item["source"] else ""
            act = labels.get((path.stem, item["cue"][0], item["content"][0][0]), item["act"])
            label = label_of(cue)
            if act in ("reject", "appeal", "state", "deny"):  # given by the cue alone in the first annotation
                act = ruling_of(cue, content, source, item["kind"], label) or act
            named = act not in WEAK_ACTS and act != "predict"
            if named or (path.stem, item["cue"][0], item["content"][0][0]) in labels:
                found.append((cue, content, source, item["kind"], act))
    return found


def _polnear(folder: Path, labels: dict[tuple[str, int, int], str]) -> list[Example]:
    found, seen = [], set()
    for article in read_brat(folder):
        name = article.name.rsplit("_", 1)[0]
        if name in seen:
            continue
        seen.add(name)
        for item in article.attributions:
            cue, content, source = (sorted(spans) for spans in (item.cue, item.content, item.source))
            act = labels.get((name, cue[0].start, content[0].start))
            if act:
                words = (" ".join(" ".join(span.of(article.text) for span in part).split()) for part in
                         (cue, content, source))  # fmt: skip
                found.append((*words, KINDS[max(item.kind, 0)], act))
    return found


def fit(found: list[Example]) -> tuple[list[str], np.ndarray]:
    """The signs and their weights."""
    evidence = [evidence_of(cue, content, source, label_of(cue)) for cue, content, source, _, _ in found]
    seen = Counter(sign for signs in evidence for sign in signs)
    signs = sorted(sign for sign, count in seen.items() if count >= LEAST_SEEN)
    rows = {sign: row for row, sign in enumerate(signs)}
    given = np.zeros((len(found), len(signs)))
    for line, shown in enumerate(evidence):
        given[line, [rows[sign] for sign in shown if sign in rows]] = 1
    wanted = np.array([ACTS.index(act) for *_, act in found])
    prior = _prior(signs)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(prior.shape)
        scores = given @ weights
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        shares /= shares.sum(axis=1, keepdims=True)
        likelihood = np.log(shares[np.arange(len(wanted)), wanted] + 1e-12).sum()
        shares[np.arange(len(wanted)), wanted] -= 1
        pull = weights - prior
        return PULL / 2 * (pull**2).sum() - likelihood, (given.T @ shares + PULL * pull).ravel()

    best = minimize(loss, prior.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return signs, best.x.reshape(prior.shape)


def _prior(signs: list[str]) -> np.ndarray:
    prior = np.zeros((len(signs), len(ACTS)))
    for row, sign in enumerate(signs):
        if (act := sign.removeprefix("lexicon:")) in ACTS and act != sign:
            prior[row, ACTS.index(act)] = WEAK_STRENGTH if act in WEAK_ACTS else LEXICON_STRENGTH
        elif sign in PRIOR:
            prior[row, ACTS.index(PRIOR[sign][0])] = PRIOR[sign][1]
    return prior


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("polnear", type=Path, help="the folder train of PolNeAR")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    arguments = parser.parse_args()
    found = examples(arguments.polnear)
    signs, weights = fit(found)
    table = ",\n".join(
        f"  {json.dumps(sign)}: {json.dumps([round(float(weight), 2) for weight in row])}"
        for sign, row in zip(signs, weights, strict=True)
    )
    arguments.out.write_text(f'{{"acts": {json.dumps(ACTS)},\n "signs": {{\n{table}\n }}}}\n', encoding="utf8")
    print(f"{len(found)} statements, {len(signs)} signs")


if __name__ == "__main__":
    main()
