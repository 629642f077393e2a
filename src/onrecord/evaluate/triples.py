"""The span tracks: exact roles, and source-cue-content triples. Only outermost attributions: PolNeAR labels no others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.evaluate.assign import assign
from onrecord.evaluate.corpus import ROLES, Answer, Article, Attribution, outermost
from onrecord.evaluate.tally import Tally
from onrecord.evaluate.tokens import TokenGrid, fragments

RELAXED: Final = 0.5  # of the tokens of both: what a relaxed source or content must share

Tokens = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Triple:
    """The tokens of each role, marks at its edges taken off."""

    source: Tokens
    cue: Tokens
    content: Tokens


def span_tallies(article: Article, answer: Answer) -> Iterator[Tally]:
    """Exact spans of each role, and triples: strict (all equal), relaxed, and by content alone."""
    grid = TokenGrid(article.text, article.tokens)
    found, gold = cut_triples(answer.attributions, grid), cut_triples(article.attributions, grid)
    for role in ROLES:
        one, other = role_fragments([getattr(said, role) for said in found]), role_fragments(
            [getattr(said, role) for said in gold]
        )
        yield Tally(f"span.{role}", len(one & other), len(one), len(other))
    pairs = [(found[row], gold[column]) for row, column in assign(_likeness(found, gold))]
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


def role_fragments(roles: Sequence[Tokens]) -> set[tuple[int, int]]:
    """The distinct unbroken stretches of a role in an article."""
    return {fragment for tokens in roles for fragment in fragments(tokens)}


def share(one: Tokens, other: Tokens) -> float:
    """Intersection over union; two that are both missing are alike."""
    together = set(one) | set(other)
    return len(set(one) & set(other)) / len(together) if together else 1.0


def _likeness(found: Sequence[Triple], gold: Sequence[Triple]) -> NDArray[np.float64]:
    scores = [
        [share(a.source, b.source) + share(a.content, b.content) + bool(set(a.cue) & set(b.cue)) for b in gold]
        for a in found
    ]
    return np.array(scores, dtype=np.float64).reshape(len(found), len(gold))


def _relaxed(one: Triple, other: Triple) -> bool:
    cue = bool(set(one.cue) & set(other.cue)) or not (one.cue or other.cue)
    return cue and share(one.source, other.source) >= RELAXED and share(one.content, other.content) >= RELAXED
