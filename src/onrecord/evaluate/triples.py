"""The span tracks: exact roles, and source-cue-content triples; of outermost attributions, as PolNeAR labels them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.assign import assign
from onrecord.evaluate.corpus import ROLES, Answer, Article, Attribution, Role, outermost
from onrecord.evaluate.tally import Tally
from onrecord.evaluate.tokens import TokenGrid, fragments

RELAXED: Final = 0.5  # of the tokens of both: what a relaxed source or content must share

Tokens = tuple[int, ...]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Triple:
    """The tokens of each role, marks at its edges taken off."""

    source: Tokens
    cue: Tokens
    content: Tokens

    def role(self, role: Role) -> Tokens:
        """The tokens of a role."""
        return self.source if role == "source" else self.cue if role == "cue" else self.content


def span_tallies(article: Article, answer: Answer) -> Iterator[Tally]:
    """Exact spans of each role, and triples: strict (all equal), relaxed, and by content alone."""
    grid = TokenGrid(article.text, article.tokens)
    found, gold = cut_triples(answer.attributions, grid), cut_triples(article.attributions, grid)
    for role in ROLES:
        one, other = role_fragments(found, role), role_fragments(gold, role)
        yield Tally(f"span.{role}", len(one & other), len(one), len(other))
    pairs = [(found[row], gold[column]) for row, column in assign(_likeness(found, gold, len(article.tokens)))]
    yield Tally("triple.strict", sum(one == other for one, other in pairs), len(found), len(gold))
    yield Tally("triple.relaxed", sum(_relaxed(one, other) for one, other in pairs), len(found), len(gold))
    alike = sum(share(one.content, other.content) >= RELAXED for one, other in pairs)
    yield Tally("triple.content", alike, len(found), len(gold))


def cut_triples(attributions: Sequence[Attribution], grid: TokenGrid) -> list[Triple]:
    """The outermost attributions as tokens; one whose content has no word is none."""
    triples = [
        Triple(grid.trimmed(said.source), grid.trimmed(said.cue), grid.trimmed(said.content))
        for said in outermost(attributions)
    ]
    return [triple for triple in triples if triple.content]


def role_fragments(triples: Sequence[Triple], role: Role) -> set[tuple[int, int]]:
    """The distinct unbroken stretches of a role in an article."""
    return {fragment for triple in triples for fragment in fragments(triple.role(role))}


def share(one: Tokens, other: Tokens) -> float:
    """Intersection over union; two that are both missing are alike."""
    first, second = frozenset(one), frozenset(other)
    return len(first & second) / len(first | second) if first or second else 1.0


def _shares(found: Sequence[Tokens], gold: Sequence[Tokens], columns: int) -> tuple[Floats, Floats]:
    """Tokens shared and intersection over union of every two, two that are both missing being alike."""
    one, other = _marked(found, columns), _marked(gold, columns)
    shared = np.asarray(one @ other.T, dtype=np.float64)
    together = one.sum(axis=1)[:, None] + other.sum(axis=1)[None] - shared
    return shared, np.where(together > 0, shared / np.maximum(together, 1), 1.0)


def _marked(roles: Sequence[Tokens], columns: int) -> Floats:
    marked = np.zeros((len(roles), columns))
    for row, tokens in enumerate(roles):
        marked[row, list(tokens)] = 1.0
    return marked


def _likeness(found: Sequence[Triple], gold: Sequence[Triple], columns: int) -> Floats:
    """What is maximised: source and content by intersection over union, the cue by any overlap."""
    _, source = _shares([said.source for said in found], [said.source for said in gold], columns)
    _, content = _shares([said.content for said in found], [said.content for said in gold], columns)
    cue, _ = _shares([said.cue for said in found], [said.cue for said in gold], columns)
    return np.asarray(source + content + (cue > 0), dtype=np.float64)


def _relaxed(one: Triple, other: Triple) -> bool:
    cue = bool(set(one.cue) & set(other.cue)) or not (one.cue or other.cue)
    return cue and share(one.source, other.source) >= RELAXED and share(one.content, other.content) >= RELAXED
