"""Role noun phrases in the running text ("the minister smiled") as mentions of the one person they fit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.read.people.appositions import PREPOSITIONS
from onrecord.read.people.entities import Cast, Entity
from onrecord.read.people.likeness import closeness
from onrecord.read.people.mentions import Mention
from onrecord.read.people.phrases import Phrase, Role, is_name_word, is_title_word, read_role
from onrecord.read.people.places import same_place
from onrecord.read.people.titles import head_family
from onrecord.read.people.words import Word, Words

# Of several who fit it is one who is named so many times as often as the next.
FAR_MORE = 3
# Words before the noun that are taken into the phrase.
_REACH = 4


def add_role_mentions(cast: Cast, words: Words) -> None:
    """Let "the president" count as the president's mention where just one person of the report fits it."""
    for first, last in _phrases(words.items):
        role = read_role(words.items[first + 1 : last])
        entity = _only(cast.people, role) if role else None
        if role is None or entity is None or words.items[first].quoted:
            continue
        mention = Mention(Phrase((words.items[last - 1],)), first, last, words.items[first], ())
        before = words.items[first - 1] if first else None
        mention.preposition = before.lower if before is not None and before.lower in PREPOSITIONS else ""
        mention.headline = words.paragraphs[words.items[first].paragraph].titled
        mention.subject = not mention.preposition and not words.items[last - 1].possessive and _opens(cast, mention)
        entity.mentions.append(mention)
        entity.mentions.sort(key=lambda item: item.first)


def _phrases(items: Sequence[Word]) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(items):
        if word.lower != "the":
            continue
        last = at + 1
        while last < len(items) and last - at <= _REACH and _of_title(items[last]) and not items[last - 1].possessive:
            last += 1
        behind = items[last] if last < len(items) else None
        named = behind is not None and (behind.capital or behind.lower == "of")
        if last > at + 1 and head_family(items[last - 1].text) and not items[last - 1].first and not named:
            yield at, last


def _of_title(word: Word) -> bool:
    return is_title_word(word) or is_name_word(word)


def _only(people: Sequence[Entity], wanted: Role) -> Entity | None:
    fitting = [entity for entity in people if any(_fits(wanted, role) for role in entity.roles)]
    described = wanted.modifiers - wanted.places - {"deputy"}
    if described:
        fitting = [entity for entity in fitting if any(described & role.modifiers for role in entity.roles)]
    if len(fitting) > 1:
        fitting.sort(key=lambda entity: -len(entity.mentions))
        if len(fitting[0].mentions) < FAR_MORE * len(fitting[1].mentions):
            return None
    return fitting[0] if fitting else None


def _fits(wanted: Role, role: Role) -> bool:
    places = all(any(same_place(word, other) for other in role.places) for word in wanted.places)
    deputy = ("deputy" in wanted.modifiers) == ("deputy" in role.modifiers)
    return closeness(wanted, role) >= 2 and places and deputy


def _opens(cast: Cast, mention: Mention) -> bool:
    """Whether no other name of its sentence stands before it as the subject."""
    return not any(
        other.subject and other.head.sentence == mention.head.sentence and other.first < mention.first
        for entity in cast.people
        for other in entity.mentions
    )
