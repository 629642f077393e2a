"""Names of two or more words that look like a person's and are a firm's, a place's or a thing's."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.people.entities import Entity
from onrecord.read.people.firms import ANY_FIRM, NAMED_SO, OFFICERS
from onrecord.read.people.firstnames import gender_of
from onrecord.read.people.lists import listed
from onrecord.read.people.mentions import Mention
from onrecord.read.people.titles import FIRM_NOUNS
from onrecord.read.people.words import Word, Words

# What the name of a firm, a place or an event ends with and no surname.
_THINGS = listed(
    """
    alliance arena atoll authority awards basin beach brands bridge brigade brigades canal capital care cathedral
    cement centre channel clinic coal coast college compact convention council creek days defence delta dialogue
    district dredging energy engineering estates farms ferries festival fisheries foods forum foundation gate gas
    grid harbor harbour healthcare health heights highway holdings hospital hotel hydro industries initiative
    institute insurance island islands junction lab laboratories labs lagoon lake lending lifting lines lodge
    logistics market markets media metals minerals mining motors movement museum networks oil orchards pact park
    partners petroleum pipeline plains plant point polytechnic port power press programme program project
    properties province railway railways range republic research reservoir resort resources ridge river road
    robotics rovers salt savings school seafoods securities services shipping shipyard software solutions square
    station steel steelworks stores street studios summit systems technologies textiles theatre tower town trading
    transit transport tribune trust united valley village watch waters waterworks waltz wharf wine wines works
    """
)
_KINDS = ANY_FIRM | FIRM_NOUNS | listed("organiser organizer newspaper agency charity party club union hotel port town")
_HUMAN = listed("he she his her him himself herself who")
_PRONOUNS = _HUMAN | listed("it its they their which i we you")
# Words behind a name among which its pronoun is looked for.
_REACH = 24
# A name between such marks is that of a book or a programme.
_OPENING, _CLOSING = frozenset("\"'“‘«"), frozenset("\"'”’»")
_AT = listed("in at near into via across outside inside")


def settle_kind(entity: Entity, words: Words) -> None:
    """Tell a person from a firm or a place where the name has the shape of a person's and nothing else was told."""
    if entity.kind != "likely":
        return
    long = max(entity.keys, key=len)
    alone = {key[0] for key in entity.keys if len(key) == 1}
    if any(_is_thing(mention, words.items) for mention in entity.mentions):
        entity.kind = "organisation"
    elif long[-1] in alone or any(_is_human(mention, words.items) for mention in entity.mentions):
        entity.kind = "person"
    elif long[0] in alone and not gender_of(long[0]):
        entity.kind = "organisation"
    elif len({len(key) for key in entity.keys}) > 1:
        entity.kind = "person"


def _is_thing(mention: Mention, items: Sequence[Word]) -> bool:
    """Whether this mention is that of no person: its last word, or the words around it."""
    name = mention.phrase.name
    if len(name) < 2 or mention.phrase.title or mention.headline:
        return False
    last = name[-1].lower
    before = items[mention.first - 1] if mention.first else None
    if last in _THINGS or last in NAMED_SO or (before is not None and before.lower in _KINDS and before.text.islower()):
        return True
    if before is not None and (before.lower in _AT or before.lower == "the"):
        return True
    behind = items[mention.last] if mention.last < len(items) else None
    if before is not None and behind is not None and before.text in _OPENING and behind.text in _CLOSING:
        return True
    return behind is not None and behind.text.islower() and behind.lower in OFFICERS


def _is_human(mention: Mention, items: Sequence[Word]) -> bool:
    """Whether an age or a "who" stands behind the name, or the first pronoun behind it is one of people."""
    behind = items[mention.last : mention.last + _REACH]
    if len(behind) > 1 and behind[0].text == "," and (behind[1].text.isdigit() or behind[1].lower == "who"):
        return True
    if not mention.subject or mention.headline:
        return False
    near = (word for word in behind if word.sentence <= mention.head.sentence + 1)
    first = next((word for word in near if word.lower in _PRONOUNS), None)
    return first is not None and first.paragraph == mention.head.paragraph and first.lower in _HUMAN
