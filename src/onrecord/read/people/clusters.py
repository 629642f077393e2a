"""Groups the names of one report into people, bodies and places."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from onrecord.read.people.appositions import DETERMINERS
from onrecord.read.people.entities import PEER, Cast, Entity, add_mention
from onrecord.read.people.genders import weigh_genders
from onrecord.read.people.kinds import settle_kind
from onrecord.read.people.lists import listed
from onrecord.read.people.matching import find_entity
from onrecord.read.people.mentions import Mention
from onrecord.read.people.phrases import Role, is_name_word, is_title_word
from onrecord.read.people.sharing import share_offices
from onrecord.read.people.words import Word, Words


def build_cast(mentions: Sequence[Mention], words: Words) -> Cast:
    """Cluster the mentions, longest names first, so that a surname finds its owner."""
    cast = Cast()
    for mention in sorted(mentions, key=_precedence):
        _place(mention, cast, create=not mention.headline or (mention.phrase.kind == "person" and len(mention.key) > 1))
    for entity in cast.entities:
        entity.mentions.sort(key=lambda mention: mention.start)
        for mention in entity.mentions:
            cast.of_mention[mention.first] = entity
        settle_kind(entity, words)
    share_offices(cast, words)
    _borrow_roles(cast, mentions, words)
    weigh_genders(cast, words)
    return cast


def _precedence(mention: Mention) -> tuple[bool, bool, bool, int, bool, bool, int]:
    """Body before titles, people before others, long names before short, those with a title first."""
    phrase = mention.phrase
    sure = phrase.kind in {"person", "likely"}
    first = (not phrase.gender, not phrase.title, mention.start)
    return mention.headline, len(mention.key) == 1, not sure, -len(mention.key), *first


def _place(mention: Mention, cast: Cast, *, create: bool) -> None:
    entity = find_entity(cast, mention.key, mention)
    if entity is None:
        if not create:
            return
        entity = Entity(len(cast.entities), mention.phrase.kind or "unknown")
        cast.entities.append(entity)
    add_mention(entity, mention)


_PEERS = listed("counterpart colleague homologue opposite host hostess guest visitor interlocutor rival arch-rival")


# Firms are called so too.
_OF_FIRMS = listed("rival arch-rival guest visitor colleague")
# Who is called so may have another office than the one whose rival he is.
_OTHERS = listed("rival arch-rival host hostess guest visitor")
# Words before a name in which it is called a counterpart, and those in which anything may stand between.
_PEER_REACH, _PEER_NEAR = 16, 5
_OF_OFFICE = listed("of the for and from , .")


def _borrow_roles(cast: Cast, mentions: Sequence[Mention], words: Words) -> None:
    """For "His Saudi counterpart X": X has the office of the person named last before, for the other side."""
    for index, mention in enumerate(mentions):
        entity = cast.of_mention.get(mention.first)
        if entity is None or entity.kind not in {"person", "likely"}:
            continue
        before = words.items[max(0, mention.first - _PEER_REACH) : mention.first]
        title = [word for word in before if word.lower in _PEERS]
        between = cast.of_mention.get(mentions[index - 1].first) if index else None
        if not title:
            continue
        if _presents(words.items, mention.first):
            entity.roles.append(Role("press", "presenter"))
            continue
        home = _home_behind(before, title[-1])
        parted = between is not None and between is not entity and mentions[index - 1].start > title[-1].start
        apart = between is not None and between.kind in {"person", "likely"}
        if title[-1].lower in _OF_FIRMS and entity.kind != "person":
            continue
        if parted and (apart or not (home or _is_office(before, title[-1]))):
            continue
        if mention.first - words.at(title[-1].start) > _PEER_NEAR and not _is_office(before, title[-1]):
            continue
        places = _capitals_before(before, title[0]) or home
        held = any(role.family for role in entity.roles)
        own = held and title[-1].lower in _OTHERS
        principal = None if own else _last_person(cast, mentions[:index], entity)
        entity.kind = "person"
        entity.roles.append(Role(PEER, "counterpart", places, places))
        for role in principal.roles[:2] if principal else ():
            entity.roles.append(Role(role.family, role.noun, role.modifiers - role.places | places, places))


def _presents(items: Sequence[Word], at: int) -> bool:
    """For "where host Dara Velm poured tea": the host of a programme, not somebody's."""
    host = at > 1 and items[at - 1].lower in {"host", "co-host", "presenter"}
    return host and not (items[at - 2].lower in DETERMINERS or items[at - 2].possessive or items[at - 2].capital)


def _capitals_before(words: Sequence[Word], title: Word) -> frozenset[str]:
    found: list[str] = []
    for word in reversed([item for item in words if item.start < title.start]):
        if not is_name_word(word):
            break
        found.append(word.lower)
    return frozenset(found)


def _home_behind(words: Sequence[Word], title: Word) -> frozenset[str]:
    """For "her counterpart from Velia, Dara Velm": the place, when nothing but a comma and a title follows it."""
    behind = [word for word in words if word.start > title.start]
    if len(behind) < 2 or behind[0].lower not in {"from", "of"}:
        return frozenset()
    home = list(takewhile(lambda word: word.capital, behind[1:]))
    rest = behind[1 + len(home) :]
    closed = all(word.text == "," or is_title_word(word) for word in rest)
    return frozenset(word.lower for word in home) if closed and rest else frozenset()


def _is_office(words: Sequence[Word], title: Word) -> bool:
    """For "her counterpart, the Minister of Heritage of Thalia, Mr": whether an office is all that stands between."""
    behind = [word for word in words if word.start > title.start]
    return (
        behind[:1] != []
        and behind[0].text == ","
        and all(word.capital or word.lower in _OF_OFFICE or is_title_word(word) for word in behind)
    )


def _last_person(cast: Cast, mentions: Sequence[Mention], other: Entity) -> Entity | None:
    for mention in reversed(mentions):
        entity = cast.of_mention.get(mention.first)
        if entity is not None and entity is not other and entity.kind == "person" and entity.roles:
            return entity
    return None
