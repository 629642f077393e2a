"""Linear models over the words of lines and the names of their blocks; each did not see the sites of one fold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from linewords import Linear, fit, matrix
from numpy.typing import NDArray
from pagelines import Example, fold_of, importance_of
from textparts import Own, body_of

from onrecord.clean.lines import Line
from onrecord.clean.linewords import word_ids
from onrecord.model import Span

FOLDS = 5
# A line of one of our own texts weighs as much as so many of a page of guides.
OWN = 3.0


@dataclass(frozen=True)
class Folded:
    """For each fold a model that did not see the fold's sites, and the model of all."""

    folds: dict[int, Linear]
    whole: Linear

    def unseen(self, site: str) -> Linear:
        """The model that did not see the site."""
        return self.folds[fold_of(site, FOLDS)]


def word_models(examples: Sequence[Example], texts: Sequence[Own]) -> Folded:
    """What the words of lines say, learned from pages and from our own texts."""
    rows = [row for example in examples for row in word_ids(lines_of(example))]
    rows += [row for own in texts for row in word_ids(own.lines)]
    labels = np.concatenate([*(body_of(example) for example in examples), *(own.body() for own in texts)])
    even = [OWN * len(own.lines) ** -0.5 * np.ones(len(own.lines)) for own in texts]
    sites = [(example.site, len(example.labels)) for example in examples]
    sites += [(own.outlet, len(own.lines)) for own in texts]
    return _folded(rows, labels, np.concatenate([importance_of(examples), *even]), sites)


def name_models(examples: Sequence[Example]) -> Folded:
    """What the names of lines' blocks say, learned from pages."""
    rows = [row for example in examples for row in example.names]
    labels = np.concatenate([body_of(example) for example in examples])
    return _folded(rows, labels, importance_of(examples), [(e.site, len(e.labels)) for e in examples])


def lines_of(example: Example) -> list[Line]:
    """The lines of a page as the models of words take them."""
    return [Line(text, Span(0, len(text))) for text in example.texts]


def _folded(
    rows: Sequence[NDArray[np.int64]],
    labels: NDArray[np.bool_],
    importance: NDArray[np.float64],
    sites: Sequence[tuple[str, int]],
) -> Folded:
    table = matrix(rows)
    folds = np.concatenate([np.full(count, fold_of(site, FOLDS)) for site, count in sites])
    found = {}
    for fold in range(FOLDS):
        seen = folds != fold
        found[fold] = fit(table[seen], labels[seen], importance[seen])
    return Folded(found, fit(table, labels, importance))
