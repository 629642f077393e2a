"""Kind of a statement, from the scores that the network gives its cue."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import KINDS, Kind


def kind_of(scores: Sequence[float]) -> Kind:
    """The likeliest kind; the scores are kinds first, acts after them."""
    return max(zip(scores[: len(KINDS)], KINDS, strict=True))[1]
