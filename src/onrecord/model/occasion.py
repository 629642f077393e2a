"""What happened when the words were said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.span import Span
from onrecord.model.when import UNKNOWN, When

OccasionType = Literal[
    "joint press conference", "press conference", "meeting", "phone call",
    "interview", "speech", "briefing", "written statement",
]  # fmt: skip
Role = Literal["speaker", "beside", "interviewer", "addressee"]

OCCASION_TYPES: tuple[OccasionType, ...] = get_args(OccasionType)


@dataclass(frozen=True, slots=True)
class Participant:
    """Somebody at an occasion, in a role."""

    name: str
    role: Role


@dataclass(frozen=True, slots=True)
class Occasion:
    """One happening at which words were said, as one report tells it; `evidence` are the words that say so."""

    id: str
    type: OccasionType
    place: str | None = None
    participants: tuple[Participant, ...] = ()
    when: When = UNKNOWN
    evidence: tuple[Span, ...] = ()
