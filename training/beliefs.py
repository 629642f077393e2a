"""Fits `beliefs.json`, by which a relation is believed: `python -m training.beliefs POLNEAR_DEV [--folds 7]`.

Reads texts from which the network did not learn, PolNeAR dev and the reports of ours that are held out, and asks of
everything that it finds which of source, cue and content the gold has just so. A logistic regression with a pull to
zero learns their mean share. `--folds` reports what that is worth on texts that it did not see, and writes nothing. To
be run after every new export: the table names the weights that it was fitted for.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy.optimize import minimize

from onrecord.clean import clean_source
from onrecord.evaluate import Answer, Article, Attribution, load_gold
from onrecord.evaluate.corpus import ROLES
from onrecord.evaluate.tokens import TokenGrid
from onrecord.evaluate.triples import cut_triples, role_fragments, span_tallies
from onrecord.model import Source, Statement
from onrecord.read.attribution import Draft, find_drafts, settle_drafts
from onrecord.read.belief import LEAST_BELIEF, SIGNS, WEIGHTS
from onrecord.read.encoder import load_weights
from training.corpus import held_out

REPORTS = Path(__file__).parent / "reports"
# Pull to zero of every weight, on signs of one spread (10, 50 and 150 tried on PolNeAR dev, seven folds: .4539, .4542
# and .457 nats a relation; from the network's confidence alone .4779).
PULL = 20.0


@dataclass(frozen=True)
class Found:
    """An article with everything that may be a statement of it, and the share of each one's roles that the gold has."""

    article: Article
    drafts: tuple[Draft, ...]
    shares: tuple[float, ...]


def read_articles(articles: Sequence[Article]) -> list[Found]:
    """What the shipped network finds."""
    weights, found = load_weights(), []
    for article in articles:
        report = clean_source(Source(article.text.encode(), "text/plain", f"{article.name}.txt"))
        drafts = tuple(find_drafts(report, weights))
        found.append(Found(article, drafts, tuple(shares_of(article, drafts))))
    return found


def as_attribution(statement: Statement) -> Attribution:
    """Its spans, as they are scored."""
    source = (statement.source,) if statement.source else ()
    cue = (statement.cue,) if statement.cue else ()
    return Attribution(statement.id, statement.content, source, cue, nested_in=statement.nested_in)


def shares_of(article: Article, drafts: Sequence[Draft]) -> list[float]:
    """For every draft, which share of the stretches of its roles the gold has just so."""
    grid = TokenGrid(article.text, article.tokens)
    gold = cut_triples(article.attributions, grid)
    wanted = {role: role_fragments(gold, role) for role in ROLES}
    shares = []
    for draft in drafts:
        mine = cut_triples([as_attribution(replace(draft.statement, nested_in=None))], grid)
        roles = [(role_fragments(mine, role), wanted[role]) for role in ROLES]
        hits = [len(have & want) / len(have) for have, want in roles if have]
        shares.append(float(np.mean(hits)) if hits else 0.0)
    return shares


def fit(found: Sequence[Found]) -> np.ndarray:
    """The weights of SIGNS."""
    rows = [
        (draft.signs, share)
        for item in found
        for draft, share in zip(item.drafts, item.shares, strict=True)
        if not draft.inner
    ]
    x, y = np.array([signs for signs, _ in rows], dtype=float), np.array([share for _, share in rows])
    middle, spread = x.mean(0), x.std(0) + 1e-9
    middle[0], spread[0] = 0.0, 1.0
    z = (x - middle) / spread

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        chance = 1 / (1 + np.exp(-(z @ weights)))
        pulled = np.concatenate([[0.0], weights[1:]])
        cost = -(y * np.log(chance + 1e-12) + (1 - y) * np.log(1 - chance + 1e-12)).sum()
        return float(cost + PULL / 2 * (pulled**2).sum()), z.T @ (chance - y) + PULL * pulled

    best = minimize(loss, np.zeros(len(SIGNS)), jac=True, method="L-BFGS-B").x / spread
    best[0] -= (best * middle).sum()
    return best


def mean_exact(found: Sequence[Found], chosen: Sequence[Sequence[float]]) -> float:
    """The mean of the three exact F1 of what is believed at these chances."""
    counts = np.zeros((len(ROLES), 3))
    for item, chances in zip(found, chosen, strict=True):
        drafts = [
            draft if draft.inner else replace(draft, statement=replace(draft.statement, confidence=chance))
            for draft, chance in zip(item.drafts, chances, strict=True)
        ]
        answer = Answer(item.article.name, tuple(map(as_attribution, settle_drafts(drafts))))
        tallies = {tally.measure: tally for tally in span_tallies(item.article, answer)}
        for row, role in enumerate(ROLES):
            tally = tallies[f"span.{role}"]
            counts[row] += (tally.hits, tally.found, tally.gold)
    return float((200 * counts[:, 0] / (counts[:, 1] + counts[:, 2])).mean())


def report_folds(dev: Sequence[Found], own: Sequence[Found], folds: int) -> None:
    """Score every article of dev by weights that were fitted without it."""
    order = np.random.default_rng(1).permutation(len(dev)) % folds
    chances: list[list[float]] = [[] for _ in dev]
    for fold in range(folds):
        weights = fit([*(item for item, at in zip(dev, order, strict=True) if at != fold), *own])
        for number in np.flatnonzero(order == fold):
            signs = np.array([draft.signs for draft in dev[number].drafts], dtype=float).reshape(-1, len(SIGNS))
            chances[number] = (1 / (1 + np.exp(-(signs @ weights)))).tolist()
    before = [[draft.signs[SIGNS.index("confidence")] for draft in item.drafts] for item in dev]
    shift = LEAST_BELIEF - 0.58
    print(f"by confidence from .58 on {mean_exact(dev, [[c + shift for c in row] for row in before]):.2f}")
    for least in (0.34, 0.37, 0.4, 0.43, 0.46):
        moved = [[chance + LEAST_BELIEF - least for chance in row] for row in chances]
        print(f"by belief, not seen, from {least} on {mean_exact(dev, moved):.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("dev", type=Path, help="PolNeAR dev")
    parser.add_argument("--folds", type=int, help="measure on articles held out, and write nothing")
    arguments = parser.parse_args()
    dev = read_articles(load_gold(arguments.dev).articles)
    own = read_articles([item for item in load_gold(REPORTS).articles if held_out(item.name)])
    if arguments.folds:
        report_folds(dev, own, arguments.folds)
        return
    weights = dict(zip(SIGNS, (round(float(weight), 4) for weight in fit([*dev, *own])), strict=True))
    table = {"network": load_weights().digest, "weights": weights}
    WEIGHTS.write_text(json.dumps(table, indent=1) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
