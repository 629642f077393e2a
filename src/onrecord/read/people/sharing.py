"""Offices told of several people at once: "the foreign ministers of Velia and Sarenia, Ilan Torve and Dara Velm"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.people.entities import Cast, Entity
from onrecord.read.people.lists import listed
from onrecord.read.people.phrases import Role, is_name_word, is_title_word
from onrecord.read.people.titles import head_family
from onrecord.read.people.words import Word, Words

SHARED = listed(
    "ministers leaders presidents secretaries chancellors premiers envoys ambassadors mayors governors chiefs"
)
PAIRED = listed("ministers leaders men women presidents diplomats officials envoys interlocutors")
# Words before the noun in which its places and modifiers stand.
_REACH = 8
_JOINTS = frozenset({",", "and", "&"})

Place = tuple[str, ...]


def share_offices(cast: Cast, words: Words) -> None:
    """Give each of the people named behind a shared office the office, and the place that stands in his turn."""
    items = words.items
    for at, word in enumerate(items):
        if word.lower not in SHARED:
            continue
        modifiers, before = _before(items, at)
        places, end = _places_of(items, at + 1)
        people = _people(cast, items, end)
        places = places or before
        if len(people) < 2 or (places and len(places) != len(people)):
            continue
        noun = word.lower.removesuffix("s") if word.lower != "secretaries" else "secretary"
        family = head_family(noun) or ""
        for number, person in enumerate(people):
            place = frozenset(places[number]) if places else frozenset[str]()
            person.roles.append(Role(family, noun, frozenset(modifiers) | place, place))


def places_of(items: Sequence[Word]) -> tuple[str, list[Place]]:
    """For "the foreign ministers of Velia and Sarenia": the shared noun and the places; no noun when it shares none."""
    at = next((index for index, word in enumerate(items) if word.lower in SHARED), None)
    if at is None:
        return "", []
    places, _ = _places_of(items, at + 1)
    return items[at].lower, places or _before(items, at)[1]


def _before(items: Sequence[Word], at: int) -> tuple[list[str], list[Place]]:
    """Modifiers and places before the noun: "Velian and Sareni foreign ministers"."""
    modifiers: list[str] = []
    here = at - 1
    while here >= 0 and at - here <= _REACH and items[here].text.islower() and is_title_word(items[here]):
        modifiers.append(items[here].lower)
        here -= 1
    places: list[Place] = []
    while here >= 0 and at - here <= _REACH and is_name_word(items[here]) and not is_title_word(items[here]):
        places.insert(0, (items[here].lower,))
        here -= 1
        if here < 0 or items[here].lower not in _JOINTS:
            break
        here -= 1
    return modifiers, places if len(places) > 1 else []


def _places_of(items: Sequence[Word], at: int) -> tuple[list[Place], int]:
    """The places behind "of", and where they end."""
    if at >= len(items) or items[at].lower != "of":
        return [], at
    places: list[Place] = []
    here = at + 1
    while here < len(items):
        here += items[here].lower == "the"
        name: list[str] = []
        while here < len(items) and is_name_word(items[here]):
            name.append(items[here].lower)
            here += 1
        if not name:
            break
        places.append(tuple(name))
        if here >= len(items) or items[here].lower not in _JOINTS or items[here - 1].possessive:
            break
        if places and len(places) > 1 and items[here].text == "," and _joined(items, here):
            break
        here += 1
    return (places, here) if len(places) > 1 else ([], at)


def _joined(items: Sequence[Word], at: int) -> bool:
    """Whether the list before the comma is closed: its last place stands behind an "and"."""
    back = at - 1
    while back > 0 and is_name_word(items[back]):
        back -= 1
    return items[back].lower in {"and", "&"}


def _people(cast: Cast, items: Sequence[Word], at: int) -> list[Entity]:
    """The people that are listed from there on: "Ilan Torve and Dara Velm"."""
    found: list[Entity] = []
    while at < len(items):
        while at < len(items) and items[at].lower in _JOINTS:
            at += 1
        entity = cast.of_mention.get(at)
        if entity is None or entity.kind not in {"person", "likely"}:
            break
        found.append(entity)
        at = next(mention.last for mention in entity.mentions if mention.first == at)
        if at >= len(items) or items[at].lower not in _JOINTS:
            break
    return found
