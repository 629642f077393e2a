"""Companies by what they do: "the brewer" and "the company" are the one firm of the report, not its chief."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.read.people.entities import Cast, Entity
from onrecord.read.people.lists import listed
from onrecord.read.people.mentions import Mention
from onrecord.read.people.titles import FIRM_NOUNS
from onrecord.read.people.words import Word, Words

# A firm without its trade.
ANY_FIRM = listed("company firm group business operator corporation")
NAMED_SO = listed(
    """
    works mills foods stores holdings steel energy motors lines railways airlines airways shipyards industries brewery
    bank air company corporation inc ltd plc group sons brothers partners foundry logistics shipping mining
    """
)
# Who speaks for a firm or owns a part of it, right behind its name.
OFFICERS = listed("chief boss ceo chairman chairwoman shares counsel executive shareholders profits spokesman")
# No firm has one of these in its name.
_PUBLIC = listed(
    """
    ministry court council committee commission department union federation association parliament assembly senate
    university police army government party league office authority agency institute society club school hospital
    """
)
# Words behind the comma in which the trade is told.
_TOLD = 8


def only_firm(cast: Cast, words: Words, noun: str, at: int) -> Entity | None:
    """Whom "the lender" means at a word: the one firm named before that is told to be one, by that trade if by any.

    Nobody when there are two: a wrong name is worse than none.
    """
    named = [entity for entity in cast.entities if entity.kind != "person"]
    told = {entity.number: _trades(entity.mentions, words.items, at) for entity in named}
    firms = [entity for entity in named if told[entity.number]]
    if noun in FIRM_NOUNS:
        firms = [entity for entity in firms if noun in told[entity.number]] or [
            entity for entity in firms if told[entity.number].isdisjoint(FIRM_NOUNS)
        ]
    names = [set(entity.name.split()) for entity in firms]
    longest = max(names, key=len, default=set())
    return firms[names.index(longest)] if firms and all(name <= longest for name in names) else None


def is_public(name: str) -> bool:
    """Whether a name is that of an office, a court or a party and of no firm."""
    return bool(_PUBLIC & {word.lower() for word in name.split()})


def _trades(mentions: Iterable[Mention], items: Sequence[Word], at: int) -> frozenset[str]:
    """What kind of firm the words around a name tell; empty for what is no firm."""
    found: set[str] = set()
    for mention in mentions:
        name = [word.lower for word in mention.phrase.name]
        if mention.first >= at or _PUBLIC & set(name):
            continue
        before, behind = items[max(0, mention.first - 1) : mention.first], items[mention.last : mention.last + _TOLD]
        told = {word.lower for word in (*before, *mention.phrase.title)} & (FIRM_NOUNS | ANY_FIRM)
        if behind and behind[0].text == "," and behind[1:2] and behind[1].lower in {"a", "an", "the", "its"}:
            told |= {word.lower for word in behind} & (FIRM_NOUNS | ANY_FIRM)
        officer = behind[:1] and behind[0].lower in OFFICERS
        if name[-1] in NAMED_SO or officer:
            told.add("company")
        found |= told
    return frozenset(found)
