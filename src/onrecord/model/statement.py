"""One attribution relation: who said what, by which words of the report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from onrecord.model.span import Span

Form = Literal["direct", "indirect", "mixed"]
Kind = Literal["statement", "belief", "intention", "decree", "document"]
Act = Literal[
    "state", "report", "deny", "appeal", "demand", "offer", "commit", "agree",
    "praise", "accuse", "reject", "warn", "threaten", "predict", "evaluate",
]  # fmt: skip

FORMS: tuple[Form, ...] = get_args(Form)
KINDS: tuple[Kind, ...] = get_args(Kind)
ACTS: tuple[Act, ...] = get_args(Act)
DEFAULT_KINDS: frozenset[Kind] = frozenset({"statement", "decree", "document"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom a statement is ascribed to: the longest form of the name that the report has.

    `office` is the title kept apart from the name; `confidence` is the probability that the name is right.
    """

    id: str
    name: str
    confidence: float
    office: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution relation of a report.

    `source`, `cue` and `content` are the words of the report that carry it. `speaker` is None when the report does
    not tell who spoke, or not surely enough: a wrong name is worse than none. `nested_in` is the id of the statement
    whose content holds this one.
    """

    id: str
    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    form: Form = "indirect"
    kind: Kind = "statement"
    act: Act = "state"
    speaker: Speaker | None = None
    addressee: Speaker | None = None
    nested_in: str | None = None
    occasion: str | None = None
    confidence: float = 1.0


def statement_id(report_id: str, cue: Span | None, content: Sequence[Span]) -> str:
    """A stable id of the words that make a statement: the same report, cue and content always give the same id."""
    spans = [cue, *content] if cue else [*content]
    key = report_id + "|" + ";".join(f"{span.start}-{span.end}" for span in spans)
    return "st-" + hashlib.sha256(key.encode()).hexdigest()[:16]


def actor_id(name: str) -> str:
    """A stable id of a name as found in reports; case and white space do not matter."""
    return "ac-" + hashlib.sha256(" ".join(name.casefold().split()).encode()).hexdigest()[:16]
