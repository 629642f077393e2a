"""From label scores to relations: cues by the role tagger, then the source and content of each by the linker.

Cues and links are decoded by Viterbi over BIO and BIOES labels (Ratinov & Roth 2009).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from onrecord.read.encoder import Floats, Scores, Weights
from onrecord.read.nearness import NEAR_EDGE
from onrecord.read.paths import CUES, FORBIDDEN, LINKS, best_paths, stretches
from onrecord.read.windows import Window

Runs = tuple[tuple[int, int], ...]

# Weight of a piece's probability of being no cue (swept .4-1 on PolNeAR dev; recall costs little here, since a cue
# with no content is dropped).
CUE_RELUCTANCE = 0.8
# The same for inner cues, and the least confidence of an inner relation (swept together, .1-.5 and .2-.7, on our press
# gold and the PolNeAR labels: press nested F1 63.7 and default view precision 89.7 at .5, 62.5 and 91.4 at .6; of the
# weights that ship now 68 and 91.8 at .55, 69.0 and 92.2 at .57, 69.6 and 92.5 at .6, where the dossier's falls by 3).
INNER_RELUCTANCE = 0.25
LEAST_INNER_CONFIDENCE = 0.57
# Below this probability a word is in no cue, and the path need not be searched there.
CERTAINLY_NONE = 0.05
# A relation below this confidence is noise, whatever else speaks for it (`read/belief.py`): of those below .4 that are
# believed on PolNeAR dev one in 1,983 is.
LEAST_CONFIDENCE = 0.4

# Added to the log score of a source's beginning: next to a cue with content a source is seldom missing (swept 0-1.5 on
# PolNeAR dev: strict triples 57.8 at 0 and at 1, 57.9 at .5).
SOURCE_BONUS = 0.5

# What is left of a contested stretch is kept from this share of it on: less is a crumb of the other's words.
LEAST_REMAINDER = 0.4

# Above this log probability of being in no role a word is in none, and the path need not be searched there.
ALMOST_CERTAIN = float(np.log(0.98))

B_CUE, I_CUE = 3, 4
# Link labels from here on are of a content; those that start a stretch, of either role.
_CONTENT = 5
_STARTS = (1, 4, 5, 8)


@dataclass(frozen=True, slots=True)
class Scored:
    """How sure the network is of a relation's parts.

    `cue` is the probability of its surest word; `first` and `last` are the log probabilities of the labels at the ends
    of the content, `source` their mean over the source (0 where there is none), `outside` their sum over the words in
    no role.
    """

    cue: float
    first: float
    last: float
    source: float
    outside: float


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution in pieces: half-open runs of the report's readable pieces.

    `certainty` holds the mean probability of each run of the content.
    """

    cue: tuple[int, int]
    source: Runs
    content: Runs
    confidence: float
    scored: Scored
    inner: bool = False
    kinds: tuple[float, ...] = ()
    certainty: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class WindowScores:
    """The encoder's scores of one window."""

    window: Window
    scores: Scores


# First word, end and probability of a cue, and whether it is an inner one. Positions are of the window.
Cue = tuple[int, int, float, bool]


@dataclass(frozen=True, slots=True)
class Labelled:
    """The words from `start` on with a cue's label `path`, and the cue's kinds and acts.

    `sums` [words + 1] are the labels' log scores added up from the first word on.
    """

    start: int
    path: list[int]
    sums: list[float]
    kinds: tuple[float, ...]

    def cut_off(self, length: int) -> bool:
        """Whether more may lie outside these words: no content was found, or a role comes near an end of them."""
        before, after = self.start > 0, self.start + len(self.path) < length
        return (
            max(self.path) < _CONTENT
            or (before and any(self.path[:NEAR_EDGE]))
            or (after and any(self.path[-NEAR_EDGE:]))
        )

    def mean(self, run: tuple[int, int]) -> float:
        """The mean log score of a run of words."""
        first, last = run
        return (self.sums[last] - self.sums[first]) / (last - first)

    def at(self, word: int) -> float:
        """The log score of one word's label."""
        return self.sums[word + 1] - self.sums[word]


def find_relations(scored: Sequence[WindowScores], weights: Weights) -> list[Relation]:
    """Every relation whose cue lies in the core of a window, in text order.

    Whether those that are no inner ones are believed is for the caller to say.
    """
    found = [relation for item in scored for relation in _window_relations(item, weights)]
    return settle([relation for relation in found if _believed(relation)])


def _window_relations(item: WindowScores, weights: Weights) -> list[Relation]:
    cues = _cues(item)
    if not cues:
        return []
    nearest = list(_label(item, weights, cues, False))
    cut_off = [index for index, labels in enumerate(nearest) if labels.cut_off(len(item.scores.roles))]
    for index, labels in zip(cut_off, _label(item, weights, [cues[index] for index in cut_off], True), strict=True):
        nearest[index] = labels
    relations = (_relation(cue, item.window.start, labels) for cue, labels in zip(cues, nearest, strict=True))
    return [relation for relation in relations if relation]


def _label(item: WindowScores, weights: Weights, cues: Sequence[Cue], far: bool) -> Iterator[Labelled]:
    """The likeliest roles of the words around each cue."""
    if not cues:
        return
    begins, ends = (np.array(column, dtype=np.int64) for column in zip(*(cue[:2] for cue in cues), strict=True))
    links = weights.link(item.scores, begins, ends, far)
    near = links.near
    scores = links.labels - np.log(np.exp(links.labels).sum(axis=2, keepdims=True))
    scores[:, :, [1, 4]] += SOURCE_BONUS
    on_cue = (near >= begins[:, None]) & (near < ends[:, None])
    scores[on_cue, 1:] = FORBIDDEN
    paths = best_paths(scores, scores[:, :, 0] < ALMOST_CERTAIN, LINKS)
    chosen = np.take_along_axis(scores, paths[:, :, None], axis=2)[:, :, 0]
    sums = np.zeros((len(cues), chosen.shape[1] + 1))
    np.cumsum(chosen, axis=1, out=sums[:, 1:])
    rows = (near[:, 0].tolist(), paths.tolist(), sums.tolist(), links.kinds.tolist())
    for start, path, summed, kinds in zip(*rows, strict=True):
        yield Labelled(start, path, summed, tuple(kinds))


def _believed(relation: Relation) -> bool:
    return relation.confidence >= _least(relation.inner)


def _least(inner: bool) -> float:
    return LEAST_INNER_CONFIDENCE if inner else LEAST_CONFIDENCE


def settle(relations: list[Relation]) -> list[Relation]:
    """Give every run of content that two relations claim to the surer one, unless one lies inside the other."""
    settled = list(relations)
    for index, one in enumerate(settled):
        for other_index in range(index):
            one, other = settled[index], settled[other_index]
            if not _may_touch(one, other):
                continue
            if one.inner or other.inner or _inside(one, other) or _inside(other, one):
                continue
            settled[index], settled[other_index] = _share(one, other)
    return [relation for relation in settled if relation.content]


def _may_touch(one: Relation, other: Relation) -> bool:
    """Whether the contents can overlap: all but the neighbours of a relation are far from it."""
    a, b = one.content, other.content
    return bool(a and b) and a[0][0] < b[-1][1] and b[0][0] < a[-1][1]


def _inside(one: Relation, other: Relation) -> bool:
    """Whether the cue and the content of one lie within one run of the other's content."""
    stretches = (one.cue, *one.content)
    return any(all(first <= a and b <= last for a, b in stretches) for first, last in other.content)


def _share(one: Relation, other: Relation) -> tuple[Relation, Relation]:
    """Take every contested stretch from the relation that is less sure of it."""
    for i, run in enumerate(one.content):
        for k, rival in enumerate(other.content):
            if run[0] < rival[1] and rival[0] < run[1]:
                surer = one.certainty[i] * one.confidence >= other.certainty[k] * other.confidence
                return (one, _without(other, k, one, run)) if surer else (_without(one, i, other, rival), other)
    return one, other


def _without(relation: Relation, index: int, winner: Relation, taken: tuple[int, int]) -> Relation:
    """The relation with a run cut back to what lies outside the winner's stretch and its cue."""
    start, end = relation.content[index]
    first, last = min(taken[0], winner.cue[0]), max(taken[1], winner.cue[1])
    if not start <= winner.cue[0] < end:
        first, last = taken
    left = [part for part in ((start, first), (last, end)) if part[1] - part[0] >= LEAST_REMAINDER * (end - start)]
    runs = [*relation.content[:index], *left, *relation.content[index + 1 :]]
    certainty = relation.certainty
    sure = (*certainty[:index], *([certainty[index]] * len(left)), *certainty[index + 1 :])
    return replace(relation, content=tuple(runs), certainty=sure)


def _cues(item: WindowScores) -> list[Cue]:
    """The cues of the core in text order, without those that no relation could be believed of."""
    roles, inner = _softmax(item.scores.roles), _softmax(item.scores.inner)
    first_core = item.window.core - item.window.start
    outer = _cue_runs(roles[:, B_CUE], roles[:, I_CUE], CUE_RELUCTANCE)
    found = [(first, last, score, False) for first, last, score in outer]
    taken = {index for first, last, _ in outer for index in range(first, last)}
    for first, last, score in _cue_runs(inner[:, 1], inner[:, 2], INNER_RELUCTANCE):
        if not taken.intersection(range(first, last)):
            found.append((first, last, score, True))
    return sorted(cue for cue in found if cue[0] >= first_core and cue[2] >= _least(cue[3]))


def _cue_runs(begin: Floats, inside: Floats, reluctance: float) -> list[tuple[int, int, float]]:
    """Stretches on the best path through outside, begin and inside, where none follows one directly."""
    likely = begin + inside
    outside = np.maximum(1 - likely, 1e-6) * reluctance
    scores = np.log(np.stack([outside, begin + 1e-6, inside + 1e-6], axis=1))
    (path,) = best_paths(scores[None], likely[None] > CERTAINLY_NONE, CUES)
    return [(first, last, float(likely[first:last].max())) for first, last in stretches(path > 0)]


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return result


def _relation(cue: Cue, window: int, labelled: Labelled) -> Relation | None:
    """The relation of a cue; cue and labels are counted from the report's word `window`."""
    first, last, likely, inner = cue
    sources, contents = _runs(labelled.path)
    if not contents:
        return None
    start, words = labelled.start + window, sum(b - a for a, b in contents)
    certainty = [labelled.mean(run) for run in contents]
    inside = sum(mean * (b - a) for mean, (a, b) in zip(certainty, contents, strict=True))
    source = max(sources, key=labelled.mean) if sources else None
    told = sum(labelled.mean(run) * (run[1] - run[0]) for run in sources)
    scored = Scored(
        likely,
        labelled.at(contents[0][0]),
        labelled.at(contents[-1][1] - 1),
        told / sum(b - a for a, b in sources) if sources else 0.0,
        labelled.sums[-1] - inside - told,
    )
    return Relation(
        (first + window, last + window),
        ((source[0] + start, source[1] + start),) if source else (),
        tuple((a + start, b + start) for a, b in contents),
        likely * math.exp(inside / words),
        scored,
        inner,
        labelled.kinds,
        tuple(math.exp(mean) for mean in certainty),
    )


def _runs(path: Sequence[int]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Stretches of source and of content, split where a new one begins; a relation has one source, the likeliest."""
    found: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for index, label in enumerate(path):
        if not label:
            continue
        runs = found[label >= _CONTENT]
        if runs and runs[-1][1] == index and label not in _STARTS:
            runs[-1] = (runs[-1][0], index + 1)
        else:
            runs.append((index, index + 1))
    return found
