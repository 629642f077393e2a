"""From label scores to relations: cues by the role tagger, then the source and content of each by the linker.

Cues and links are decoded by Viterbi over BIO and BIOES labels (Ratinov & Roth 2009) in which a stretch begins and ends
at whole words only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from onrecord.read.encoder import Floats, Ints, Scores, Weights, distances
from onrecord.read.pieces import Pieces
from onrecord.read.windows import Window

Runs = tuple[tuple[int, int], ...]

# Weight of a piece's probability of being no cue (swept .4-1 on PolNeAR dev; recall costs little here, since a cue
# with no content is dropped).
CUE_RELUCTANCE = 0.8
# The same for inner cues, and the least confidence of an inner relation (swept together, .25-.8 and .15-.75, on our
# press gold and the dossier: nested F1 58.8 and precision 68 here, 58.0 and 59 at .4).
INNER_RELUCTANCE = 0.25
LEAST_INNER_CONFIDENCE = 0.5
# Below this probability a piece is in no cue, and the path need not be searched there.
CERTAINLY_NONE = 0.05
# A relation below this confidence is noise (swept .2-.5 on PolNeAR dev: strict triples 54.1 at .2, 55.3 at .45).
LEAST_CONFIDENCE = 0.45

# Added to the log score of a source's beginning: next to a cue with content a source is seldom missing (swept 0-1.5 on
# PolNeAR dev: strict triples 55.8 at 0, 56.1 at 1).
SOURCE_BONUS = 1.0

# What is left of a contested stretch is kept from this share of it on: less is a crumb of the other's words.
LEAST_REMAINDER = 0.4

B_CUE, I_CUE = 3, 4
# Vocabulary ids of ' and ’, and of the endings t, re, ve, ll, d, m.
APOSTROPHES = (1005, 1521)
CONTRACTED = (1056, 2128, 2310, 2222, 1040, 1049)
LABELS = 9
_SOURCE, _CONTENT = slice(1, 5), slice(5, 9)
_FORBIDDEN = -1e4


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution in pieces: half-open runs of the report's readable pieces.

    `certainty` holds the mean probability of each run of the content.
    """

    cue: tuple[int, int]
    source: Runs
    content: Runs
    confidence: float
    inner: bool = False
    kinds: tuple[float, ...] = ()
    certainty: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class WindowScores:
    """The encoder's scores of one window."""

    window: Window
    scores: Scores


def _transitions() -> Floats:
    """Which link label may follow which: O, then B I E S for source and for content."""
    allowed = np.full((LABELS, LABELS), _FORBIDDEN, dtype=np.float32)
    outside_next = [0, 1, 4, 5, 8]
    for label in (0, 3, 4, 7, 8):
        allowed[label, outside_next] = 0
    for base in (1, 5):
        for label in (base, base + 1):
            allowed[label, [base + 1, base + 2]] = 0
    return allowed


TRANSITIONS = _transitions()


def find_relations(scored: Sequence[WindowScores], pieces: Pieces, weights: Weights) -> list[Relation]:
    """Every relation whose cue lies in the core of a window, in text order."""
    cues = [(number, *cue) for number, item in enumerate(scored) for cue in _cues(item, pieces)]
    if not cues:
        return []
    length = max(len(scored[number].window) for number, *_ in cues)
    tokens = np.zeros((len(cues), length, scored[0].scores.tokens.shape[1]), dtype=np.float32)
    states = np.empty((len(cues), tokens.shape[2]), dtype=np.float32)
    for row, (number, first, last, _, _) in enumerate(cues):
        item = scored[number]
        tokens[row, : len(item.window)] = item.scores.tokens
        states[row] = item.scores.first[first] + item.scores.last[last - 1]
    begins = np.array([cue[1] for cue in cues])
    ends = np.array([cue[2] for cue in cues])
    scores = weights.link(tokens, states, distances(length, begins, ends))
    scores -= np.log(np.exp(scores).sum(axis=2, keepdims=True))
    _constrain(scores, cues, scored, pieces)
    paths = _viterbi(scores)
    relations = [_relation(cue, scored[cue[0]], paths[row], scores[row]) for row, cue in enumerate(cues)]
    return settle([relation for relation in relations if relation and _believed(relation)])


def _believed(relation: Relation) -> bool:
    return relation.confidence >= (LEAST_INNER_CONFIDENCE if relation.inner else LEAST_CONFIDENCE)


def settle(relations: list[Relation]) -> list[Relation]:
    """Give every run of content that two relations claim to the surer one, unless one lies inside the other."""
    settled = list(relations)
    for index, one in enumerate(settled):
        for other_index in range(index):
            one, other = settled[index], settled[other_index]
            if one.inner or other.inner or _inside(one, other) or _inside(other, one):
                continue
            settled[index], settled[other_index] = _share(one, other)
    return [relation for relation in settled if relation.content]


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


def _cues(item: WindowScores, pieces: Pieces) -> list[tuple[int, int, float, bool]]:
    """Cues of the core: first piece, end, probability, whether an inner one. Positions are of the window."""
    window = item.window
    roles = _softmax(item.scores.roles)
    outer = _cue_runs(roles[:, B_CUE], roles[:, I_CUE], window, pieces, CUE_RELUCTANCE)
    inner = _softmax(item.scores.inner)
    found = [(first, last, score, False) for first, last, score in outer]
    taken = {index for first, last, _ in outer for index in range(first, last)}
    for first, last, score in _cue_runs(inner[:, 1], inner[:, 2], window, pieces, INNER_RELUCTANCE):
        if not taken.intersection(range(first, last)):
            found.append((first, last, score, True))
    return sorted(found)


def _cue_runs(
    begin: Floats, inside: Floats, window: Window, pieces: Pieces, reluctance: float
) -> list[tuple[int, int, float]]:
    """Stretches of whole words on the best path through outside, begin and inside, where none follows one directly."""
    glued = glued_to_word(pieces)[window.start : window.end]
    outside = np.maximum(1 - begin - inside, 1e-6) * reluctance
    scores = np.log(np.stack([outside, begin + 1e-6, inside + 1e-6], axis=1))
    path = np.zeros(len(window), dtype=np.int64)
    for first, last in _stretches(begin + inside > CERTAINLY_NONE):
        path[first:last] = _cue_path(scores[first:last])
    for at in np.flatnonzero(glued[1:] & (path[1:] == 0)) + 1:
        path[at] = 2 if path[at - 1] else 0
    runs: list[tuple[int, int, float]] = []
    for first, last in _stretches(path > 0):
        while first > 0 and glued[first]:
            first -= 1
        if first >= window.core - window.start:
            runs.append((first, last, float((begin + inside)[first:last].max())))
    return runs


def _stretches(marked: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """The runs of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], marked, [False]])))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]


def _cue_path(scores: Floats) -> Ints:
    """Best labels 0 outside, 1 begin, 2 inside for log scores [length, 3]."""
    allowed = np.array([[0, 0, _FORBIDDEN], [0, _FORBIDDEN, 0], [0, _FORBIDDEN, 0]], dtype=np.float32)
    back = np.empty((len(scores), 3), dtype=np.int64)
    best = scores[0] + np.array([0, 0, _FORBIDDEN], dtype=np.float32)
    for index in range(1, len(scores)):
        through = best[:, None] + allowed
        back[index] = through.argmax(axis=0)
        best = through.max(axis=0) + scores[index]
    path = np.empty(len(scores), dtype=np.int64)
    path[-1] = best.argmax()
    for index in range(len(scores) - 1, 0, -1):
        path[index - 1] = back[index, path[index]]
    return path


def glued_to_word(pieces: Pieces) -> NDArray[np.bool_]:
    """Whether a piece goes on with the word of the piece before, contractions ("won't", "they're") included."""
    touches = pieces.features[:, 2] <= 1
    apostrophe = np.isin(pieces.ids, APOSTROPHES)
    ending = np.isin(pieces.ids, CONTRACTED) & touches
    ending[1:] &= apostrophe[:-1]
    before_ending = np.append(ending[1:], False) & apostrophe & touches
    glued: NDArray[np.bool_] = (pieces.features[:, 2] == 0) | ending | before_ending
    return glued


def _softmax(scores: Floats) -> Floats:
    raised = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: Floats = raised / raised.sum(axis=-1, keepdims=True)
    return result


def _constrain(
    scores: Floats, cues: Sequence[tuple[int, int, int, float, bool]], scored: Sequence[WindowScores], pieces: Pieces
) -> None:
    """Favour a source a little, forbid roles on the cue itself and beyond the window, and edges inside a word."""
    scores[:, :, [1, 4]] += SOURCE_BONUS
    words = glued_to_word(pieces)
    for row, (number, first, last, _, _) in enumerate(cues):
        window = scored[number].window
        size = len(window)
        scores[row, first:last, 1:] = _FORBIDDEN
        scores[row, size:, 1:] = _FORBIDDEN
        glued = words[window.start : window.end]
        scores[row, :size][glued[:, None] & _starts_mask()] = _FORBIDDEN
        unfinished = np.append(glued[1:], False)
        scores[row, :size][unfinished[:, None] & _ends_mask()] = _FORBIDDEN


def _starts_mask() -> NDArray[np.bool_]:
    mask = np.zeros((1, LABELS), dtype=bool)
    mask[0, [1, 4, 5, 8]] = True
    return mask


def _ends_mask() -> NDArray[np.bool_]:
    mask = np.zeros((1, LABELS), dtype=bool)
    mask[0, [3, 4, 7, 8]] = True
    return mask


def _viterbi(scores: Floats) -> Ints:
    """The best label path of each row of [cues, length, labels]."""
    count, length, _ = scores.shape
    back = np.empty((length, count, LABELS), dtype=np.int8)
    best = scores[:, 0].copy()
    best[:, [2, 3, 6, 7]] = _FORBIDDEN
    for index in range(1, length):
        through = best[:, :, None] + TRANSITIONS
        back[index] = through.argmax(axis=1)
        best = through.max(axis=1) + scores[:, index]
    best[:, [1, 2, 5, 6]] += _FORBIDDEN
    paths = np.empty((count, length), dtype=np.int64)
    paths[:, -1] = best.argmax(axis=1)
    rows = np.arange(count)
    for index in range(length - 1, 0, -1):
        paths[:, index - 1] = back[index, rows, paths[:, index]]
    return paths


def _relation(
    cue: tuple[int, int, int, float, bool], item: WindowScores, path: Ints, scores: Floats
) -> Relation | None:
    _, first, last, likely, inner = cue
    content = _runs(path, _CONTENT)
    if not content:
        return None
    source = _best_run(_runs(path, _SOURCE), path, scores)
    offset = item.window.start
    certainty = [scores[np.arange(a, b), path[a:b]] for a, b in content]
    confidence = likely * float(np.exp(np.concatenate(certainty).mean()))
    half = item.scores.kinds.shape[1] // 2
    kinds = item.scores.kinds[first, :half] + item.scores.kinds[last - 1, half:]
    return Relation(
        (first + offset, last + offset),
        tuple((a + offset, b + offset) for a, b in source),
        tuple((a + offset, b + offset) for a, b in content),
        confidence,
        inner,
        tuple(float(value) for value in kinds),
        tuple(float(np.exp(run.mean())) for run in certainty),
    )


def _runs(path: Ints, role: slice) -> list[tuple[int, int]]:
    """Stretches of one role, split where a new one begins."""
    runs: list[tuple[int, int]] = []
    for index in np.flatnonzero((path >= role.start) & (path < role.stop)):
        starts = path[index] in (role.start, role.start + 3)
        if runs and runs[-1][1] == index and not starts:
            runs[-1] = (runs[-1][0], int(index) + 1)
        else:
            runs.append((int(index), int(index) + 1))
    return runs


def _best_run(runs: list[tuple[int, int]], path: Ints, scores: Floats) -> list[tuple[int, int]]:
    """A relation has one source: the likeliest stretch."""
    if len(runs) < 2:
        return runs
    return [max(runs, key=lambda run: float(scores[np.arange(*run), path[slice(*run)]].mean()))]
