"""What is compared: gold articles, and what a reader answered for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from onrecord.model import Act, Form, Kind, Occasion, Span

Aspect = Literal["speaker", "form", "kind", "act", "nested", "occasion", "residue"]
Role = Literal["source", "cue", "content"]

ROLES: tuple[Role, ...] = ("source", "cue", "content")


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement, of the gold or of a reader.

    A role is a tuple of spans because PolNeAR also breaks sources and cues. A label that is None is not given:
    `Corpus.aspects` tells whether the gold gives it at all.
    """

    id: str
    content: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    speaker: str | None = None
    form: Form | None = None
    kind: Kind | None = None
    act: Act | None = None
    nested_in: str | None = None
    occasion: Occasion | None = None

    @property
    def nested(self) -> bool:
        """Whether it stands inside another's content."""
        return self.nested_in is not None

    def role(self, role: Role) -> tuple[Span, ...]:
        """The spans of a role."""
        return self.source if role == "source" else self.cue if role == "cue" else self.content


@dataclass(frozen=True, slots=True)
class Article:
    """One gold text with its attributions. `tokens` are what span figures count in; `group` is a slice of its own."""

    name: str
    text: str = field(repr=False)
    attributions: tuple[Attribution, ...]
    tokens: tuple[Span, ...] = field(repr=False)
    residue: tuple[Span, ...] = ()
    headline: Span | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Gold articles in the order of their names. `digest` names the files that they were read from."""

    name: str
    articles: tuple[Article, ...]
    aspects: frozenset[Aspect]
    digest: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader says of one article. `broken` counts its statements whose spans are none of the text's."""

    name: str
    attributions: tuple[Attribution, ...] = ()
    residue: tuple[Span, ...] = ()
    broken: int = 0
    run: str = ""


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those that are nested in no other."""
    return tuple(attribution for attribution in attributions if not attribution.nested)


def nested(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Those inside another's content."""
    return tuple(attribution for attribution in attributions if attribution.nested)
