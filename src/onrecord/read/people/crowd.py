"""The people of a report seen from one place in it: who was named last, who opens it, whom it introduces later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.model import Span
from onrecord.read.people.entities import Entity
from onrecord.read.people.mentions import Mention

# Paragraphs, headline and byline among them, in which an office may stand for a name that follows.
LEAD_PARAGRAPHS = 4


@dataclass(frozen=True, slots=True)
class Place:
    """Where a reference stands, what it speaks, and who spoke before it.

    `outer` spoke the statement that this one is nested in, `other` is the last speaker before that is not `outer`.
    `stranger` tells that somebody without a name has spoken since, close by.
    """

    word: int
    own: tuple[Span, ...]
    sentence: int
    paragraph: int
    quoted: bool = False
    nested: bool = False
    headline: bool = False
    speaker: Entity | None = None
    speaker_sentence: int = -1
    speaker_paragraph: int = -1
    outer: Entity | None = None
    other: Entity | None = None
    stranger: bool = False


@dataclass(frozen=True, slots=True)
class Crowd:
    """What holds for all candidates together, found once for a reference.

    `lasts` has everybody's last mention before it, by number, and `nearest` is the latest of them. `first` is named
    first in the report, `first_speaker` is the first of those who speak. `total` counts all mentions.
    """

    lasts: Mapping[int, Mention]
    nearest: Mention | None
    first: Entity | None
    first_speaker: Entity | None
    introduced_later: Entity | None
    total: int


def gather(people: Sequence[Entity], place: Place) -> Crowd:
    """Look at everybody from the place."""
    lasts = {person.number: last for person in people if (last := last_before(person, place)) is not None}
    appears = {person.number: person.appears for person in people}

    def appearance(person: Entity) -> int:
        return appears[person.number]

    return Crowd(
        lasts=lasts,
        nearest=max(lasts.values(), key=lambda mention: mention.first, default=None),
        first=min(people, key=appearance, default=None),
        first_speaker=min((person for person in people if person.speaks), key=appearance, default=None),
        introduced_later=_introduced_later(people, place, lasts),
        total=sum(len(person.mentions) for person in people) or 1,
    )


def _introduced_later(people: Sequence[Entity], place: Place, lasts: Mapping[int, Mention]) -> Entity | None:
    """Who is told of by an office in the lead and named a little later, bare: "the envoy said. Dara Velm told ..."."""
    if place.nested or place.paragraph > LEAD_PARAGRAPHS:
        return None
    bare = [person for person in people if person.speaks and person.number not in lasts and person.introduced_bare]
    return min(bare, key=lambda person: person.appears, default=None)


def last_before(entity: Entity, place: Place) -> Mention | None:
    """The entity's last mention before the reference, headlines and the reference's own words apart."""
    for mention in reversed(entity.mentions):
        if mention.first < place.word and not mention.headline and not _is_own(mention, place.own):
            return mention
    return None


def _is_own(mention: Mention, own: Sequence[Span]) -> bool:
    start = mention.head.start
    return any(span.start <= start < span.end for span in own)
