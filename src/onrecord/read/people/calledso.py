"""Bodies by what the report calls them: "the think tank" behind "the think tank Reed Watch", or a name of that kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Statement
from onrecord.read.people.entities import Entity
from onrecord.read.people.lists import listed
from onrecord.read.people.owners import named_part
from onrecord.read.people.references import Reference
from onrecord.read.people.verdicts import State, Verdict
from onrecord.read.people.words import Word

# How sure it is when a name stands with the noun, and when only the noun fits a word of the name.
TOLD, FITS = 0.75, 0.6
# Words behind a comma among which the noun is looked for: "Reed Watch, a small left-leaning think tank,".
_APPOSED = 6
# What a body of two words, or of a noun that is no office's, may have in its name.
_NAMES = {
    "tank": listed("institute institution centre center foundation forum council initiative observatory policy"),
    "body": listed("corporation council municipality board authority commission agency federation association"),
    "charity": listed("trust foundation society fund aid relief mission friends"),
    "gang": listed("boys brotherhood clan cartel mob crew syndicate posse"),
    "club": listed("united city fc afc rovers athletic wanderers rangers sporting harriers"),
    "union": listed("workers teachers nurses drivers farmers miners federation brotherhood guild pilots seafarers"),
    "school": listed("academy college primary grammar"),
    "hospital": listed("infirmary clinic hospice"),
    "station": listed("radio fm television tv"),
    "broadcaster": listed("radio fm television tv broadcasting channel"),
    "paper": listed("times post herald gazette courier tribune mail echo chronicle"),
    "lender": listed("bank"),
    "airline": listed("air airways airlines aviation"),
    "museum": listed("gallery collection"),
    "mission": listed("embassy consulate delegation"),
    "institution": listed("university college institute museum"),
    "force": listed("police constabulary"),
    "authority": listed("authority council"),
}
# "The civic body" runs a town; other sorts tell no name.
_CIVIC = listed("civic municipal local")
_RUNS_A_TOWN = listed("corporation council municipality municipal")
_KINDS = listed(
    """
    mission institution force authority
    tank body gang charity club union school hospital station broadcaster paper newspaper airline museum group firm
    company organisation organization agency network lobby league society association trust foundation
    campaign outfit watchdog alliance consortium cooperative collective syndicate federation institute
    institution college university church congregation parish choir band orchestra cartel bank fund studio label
    operator brewery shipyard startup start-up magazine website platform insurer retailer publisher brand
    """
)
_ARTICLES = frozenset({"a", "an", "the"})
_IS = frozenset({"is", "was"})


def called_so(state: State, statement: Statement, reference: Reference) -> Verdict | None:
    """The one body that stands with that noun somewhere before, else the one whose name fits it; never one of two."""
    words = named_part(reference.words) if reference.words else []
    if not words or reference.possessor or not reference.definite:
        return None
    if any(word.capital and not word.first for word in words):
        return None
    noun, sort = words[-1].lower, words[-2].lower if len(words) > 1 else ""
    if noun not in _KINDS or words[-1].possessive or len(words) > 2:
        return None
    at = state.anchor(statement)
    bodies = list(_told(state, noun, sort, at))
    told = _only(bodies)
    if told is None and bodies:
        return None
    if told is not None:
        return None if _is_overtaken(state, told, at) else Verdict(told.name, TOLD, told)
    heads = _RUNS_A_TOWN if noun == "body" and sort in _CIVIC else _NAMES.get(noun, frozenset())
    if len(words) > 1 and not (noun == "tank" or sort in _CIVIC):
        return None
    opening = state.in_headline(statement) or state.words.items[at].paragraph <= 1
    fitting = _only(_fitting(state, heads, at, ahead=opening))
    return Verdict(fitting.name, FITS, fitting) if fitting else None


def _only(found: Iterable[Entity]) -> Entity | None:
    """The one of them, or the one whose name holds those of all others."""
    entities = list({entity.number: entity for entity in found}.values())
    names = [set(entity.name.lower().split()) for entity in entities]
    longest = max(names, key=len, default=set())
    return entities[names.index(longest)] if entities and all(name <= longest for name in names) else None


def _told(state: State, noun: str, sort: str, before: int) -> Iterator[Entity]:
    """Who stands right before or behind the noun, or has it in an apposition."""
    items, named = state.words.items, state.cast.of_mention
    for at in range(before):
        if items[at].lower != noun or (sort and at and items[at - 1].lower != sort):
            continue
        entity = named.get(at + 1)
        if entity is not None and _is_body(entity) and items[at].text.islower() and _is_named(items, at):
            yield entity
        ends = _ending(state, at)
        if ends is not None:
            yield ends


def _is_overtaken(state: State, told: Entity, at: int) -> bool:
    """Whether another body is named behind the last name of this one, in the paragraph of the noun."""
    last = max((mention.first for mention in told.mentions if mention.first < at), default=-1)
    paragraph = state.words.items[at].paragraph
    return any(
        last < mention.first < at and mention.head.paragraph == paragraph and not mention.preposition
        for entity in state.cast.entities
        if entity.kind == "organisation" and entity is not told
        for mention in entity.mentions
    )


def _is_named(items: Sequence[Word], at: int) -> bool:
    """Whether a name of the noun may follow it: not behind a preposition, and in its own sentence."""
    return at + 1 < len(items) and items[at + 1].sentence == items[at].sentence


def _ending(state: State, at: int) -> Entity | None:
    """The body whose name ends right before the noun, or before the comma or "is" of what is told of it."""
    items = state.words.items
    for back in range(1, _APPOSED + 2):
        word = items[at - back] if at >= back else None
        if word is None or word.sentence != items[at].sentence:
            return None
        entity = _ends_at(state, at - back)
        if entity is not None:
            between = items[at - back + 1 : at]
            if not between and items[at].text.islower() and not items[at - back].possessive:
                return entity
            opens = len(between) > 1 and (between[0].text == "," or between[0].lower in _IS)
            return entity if opens and between[1].lower in _ARTICLES else None
        if word.capital and not word.first:
            return None
    return None


def _ends_at(state: State, at: int) -> Entity | None:
    for start in range(at, max(-1, at - 6), -1):
        entity = state.cast.of_mention.get(start)
        if entity is not None:
            ends = any(mention.first == start and mention.last == at + 1 for mention in entity.mentions)
            return entity if ends and _is_body(entity) else None
    return None


def _is_body(entity: Entity) -> bool:
    return entity.kind != "person"


def _fitting(state: State, heads: frozenset[str], at: int, *, ahead: bool) -> Iterator[Entity]:
    """The bodies whose names have such a word, named before; or ahead, where the report has only begun."""
    for entity in state.cast.entities:
        words = {word for key in entity.keys for word in key if len(key) > 1}
        named = ahead or any(mention.first < at for mention in entity.mentions)
        if named and entity.kind in {"organisation", "unknown", "likely"} and words & heads:
            yield entity
