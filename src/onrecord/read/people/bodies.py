"""Ministries, councils, companies and governments: "the ministry" finds its full name, "Moscow" keeps its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.read.people.appositions import DETERMINERS, PREPOSITIONS
from onrecord.read.people.entities import Cast, Entity
from onrecord.read.people.lists import listed
from onrecord.read.people.names import fold
from onrecord.read.people.owners import SKIPPED, head_noun, named_part, owner_of
from onrecord.read.people.phrases import is_org_word, is_title_word
from onrecord.read.people.places import same_place
from onrecord.read.people.references import Reference
from onrecord.read.people.titles import ORG_NOUNS
from onrecord.read.people.words import Word, Words

NAMED, SHORT, BARE = 0.9, 0.85, 0.6
# Alone, these say what a body is and not which.
_GENERIC = listed(
    """
    ministry office authority agency council commission committee board union federation association society
    trust forum mission bank court assembly cabinet government administration department institute institution
    university college company corporation firm group party movement coalition alliance bureau directorate
    secretariat embassy consulate delegation campaign organization organisation foundation fund centre center
    service tribunal regulator operator exchange
    """
)
# Of these a report has the one it means: where it tells no longer name, "the ministry" is the name.
_OFFICIAL = listed(
    """
    ministry government cabinet police parliament army navy embassy presidency court treasury council board directorate
    metro district municipality county borough town city
    """
)
# Names of their own, not short for a longer one.
_WHOLE = listed("house senate congress court")
# What else a body of such a noun may be named.
_OFFICES = listed("agency bureau office authority service commission board directorate inspectorate secretariat")
_GROUPS = listed("society association league alliance front brigade brigades coalition movement network forum army")
_FIRMS = listed("railways airlines airways steel energy corporation consortium shipyards holdings motors lines")
_PANELS = listed("committee commission tribunal inquiry board council")
_UNIONS = listed("federation association brotherhood alliance congress society guild")
CLASSES = {
    "agency": _OFFICES, "watchdog": _OFFICES, "regulator": _OFFICES, "group": _GROUPS, "organisation": _GROUPS,
    "organization": _GROUPS, "company": _FIRMS, "firm": _FIRMS, "panel": _PANELS, "union": _UNIONS, "body": _PANELS,
}  # fmt: skip
# Those who speak as the body, and a word of its name.
_MEMBERS = {"judges": listed("court tribunal bench"), "auditors": listed("audit")}
_NO_SORT = listed("entire whole existing current former new old same other full largest biggest")
# What stands before these in small letters tells their sort: "monitoring mission"; so many words at most.
_SORT = 2
_SORTED = _GENERIC - listed("government administration company corporation firm group party movement campaign")


@dataclass(frozen=True, slots=True)
class Found:
    """A body's name with the probability that it is right."""

    name: str
    confidence: float
    entity: Entity | None = None


@dataclass(slots=True)
class Body:
    """One way in which the report names a body."""

    words: tuple[str, ...]
    head: str
    at: int
    entity: Entity | None = None


@dataclass(slots=True)
class Bodies:
    """The bodies of a report by their names and by the noun phrases that sources call them."""

    known: list[Body] = field(default_factory=list)
    aliases: dict[str, Entity] = field(default_factory=dict)
    common: frozenset[str] = frozenset()
    end: int = 0

    @classmethod
    def of(cls, cast: Cast, words: Words, references: Iterable[Reference | None]) -> Bodies:
        """Collect them from the named entities and from the sources."""
        bodies = cls(common=words.common, end=len(words.items))
        for entity in cast.entities:
            for alias in entity.aliases:
                bodies.aliases[alias] = entity
            for mention in entity.mentions if entity.kind == "person" else ():
                bodies._add(_employer(mention.phrase.title), mention.first, None)
            if entity.kind in {"organisation", "unknown", "acronym"}:
                for mention in entity.mentions:
                    name = tuple(word.text for word in mention.phrase.name)
                    bodies._add(name, mention.first, entity)
        for name, at in _described(words.items):
            bodies._add(name, at, None)
        for reference in references:
            if reference is not None and reference.way == "body" and not reference.possessor:
                bodies._add(
                    tuple(word.text for word in named_part(reference.words)), words.at(reference.words[0].start), None
                )
        return bodies

    def _add(self, name: tuple[str, ...], at: int, entity: Entity | None) -> None:
        head = head_noun(name)
        if name and name[0].lower() not in DETERMINERS:
            self.known.append(Body(name, head, at, entity))

    def resolve(self, reference: Reference, at: int) -> Found | None:
        """The full name of what the reference calls by a part of it."""
        phrase = owner_of(reference)
        if not phrase:
            return None
        if len(phrase) == 1 and phrase[0] in self.aliases:
            return Found(self.aliases[phrase[0]].name, NAMED, self.aliases[phrase[0]])
        best = None if reference.possessor and reference.way == "body" else self._longest(phrase, at)
        if phrase[-2:] == ("central", "bank") and (bank := self._central_bank(phrase[:-2])):
            return Found(" ".join(bank.words), SHORT, bank.entity)
        if best is not None and best.head not in ORG_NOUNS and " ".join(best.words).islower():
            best = None
        if best is not None and (len(best.words) > 1 or _is_proper(best.words[0])):
            exact = tuple(map(fold, best.words)) == tuple(map(fold, phrase))
            return Found(" ".join(best.words), NAMED if exact else SHORT, best.entity)
        proper = any(word[0].isupper() for word in phrase)
        if reference.way == "document" and len(phrase) == 1 and self._opens_a_sentence(reference.words[0], phrase[0]):
            return None
        if not proper and reference.way == "body" and reference.definite and _is_official(phrase):
            return Found(" ".join(phrase), BARE)
        if reference.possessor and reference.way == "body":
            return None
        opening = at >= self.end and len(reference.words) == 1 and reference.words[0].first
        if (not proper or opening) and len(phrase) == 1 and (named := self._of_class(phrase[0].lower(), at)):
            return Found(" ".join(named.words), BARE, named.entity)
        if len(phrase) == 1 and phrase[0].lower() in _GENERIC:
            definite = reference.definite or any(word.lower == "the" for word in reference.words)
            told = proper and definite and not reference.possessor and phrase[0] != "Government"
            return Found(phrase[0], BARE) if told else None
        if not proper and (len(phrase) == 1 or head_noun(phrase) not in ORG_NOUNS):
            return None
        return Found(" ".join(phrase), NAMED if proper else BARE)

    def _opens_a_sentence(self, word: Word, owner: str) -> bool:
        """For "Takeover rules oblige": the word has its capital from the sentence alone."""
        return word.first and word.text == owner and owner.lower() in self.common | _GENERIC

    def _of_class(self, noun: str, at: int) -> Body | None:
        """For "the agency": the Reed Bureau, when it was named last of all that may be called so.

        A headline, for which the whole report lies before, means the one that is named first.
        """
        heads = CLASSES.get(noun, frozenset())
        named = [body for body in self.known if body.at < at and len(body.words) > 1 and body.head in heads]
        if at >= self.end:
            proper = [body for body in named if body.words[0][0].isupper()]
            return min(proper, key=lambda body: body.at, default=None)
        return max(named, key=lambda body: body.at, default=None)

    def _central_bank(self, place: Sequence[str]) -> Body | None:
        """For "the Velian central bank": the one National Bank or Bank of Velia that the report names."""
        named = [body for body in self.known if body.words[0][0].isupper() and _is_central(body.words)]
        if place:
            named = [body for body in named if any(_same_stem(fold(place[-1]), fold(word)) for word in body.words)]
        alike = {tuple(word for word in body.words if word[0].isupper()) for body in named}
        return max(named, key=lambda body: len(body.words)) if len(alike) == 1 else None

    def of_members(self, noun: str, at: int) -> Found | None:
        """For "the judges found": the court that was named last."""
        heads = _MEMBERS.get(noun, frozenset())
        named = [body for body in self.known if body.at < at and heads & {word.lower() for word in body.words}]
        body = max(named, key=lambda body: body.at, default=None)
        return Found(" ".join(body.words), BARE, body.entity) if body else None

    def _longest(self, phrase: Sequence[str], at: int) -> Body | None:
        """The body of that noun named last before, by the longest of its names."""
        wanted = [fold(word) for word in phrase if word.lower() not in SKIPPED or word[0].isupper()]
        head = head_noun(tuple(phrase))
        fitting = [body for body in self.known if _covers(body, wanted, head)]
        if wanted and wanted[-1] in _WHOLE:
            fitting = [body for body in fitting if len(body.words) == len(wanted)]
        if not fitting:
            return None
        nearest = min(fitting, key=lambda body: (body.at > at, abs(body.at - at)))
        wider = [body for body in fitting if _covers(body, [fold(word) for word in nearest.words], nearest.head)]
        return max(wider or [nearest], key=lambda body: len(body.words))


def _employer(title: Sequence[Word]) -> tuple[str, ...]:
    """The body that a title begins with: "Meridian Bank chief"; nothing when it is told by one word."""
    last = next((at for at, word in enumerate(title) if is_org_word(word)), 0)
    named = last and all(word.capital for word in title[:last]) and not is_title_word(title[0])
    return tuple(word.text for word in title[: last + 1]) if named else ()


def _described(items: Sequence[Word]) -> Iterator[tuple[tuple[str, ...], int]]:
    """Bodies that stand in the text in small letters with what sort they are: "the electoral commission"."""
    for at, word in enumerate(items):
        if word.lower not in _SORTED or word.capital:
            continue
        first = at
        while first > 0 and at - first < _SORT and items[first - 1].text.islower() and _is_sort(items[first - 1]):
            first -= 1
        if 0 < first < at and items[first - 1].lower == "the":
            yield tuple(word.text for word in items[first : at + 1]), at


def _is_sort(word: Word) -> bool:
    if "-" in word.text or word.lower in _NO_SORT:
        return False
    return word.lower not in DETERMINERS | PREPOSITIONS | SKIPPED and not word.possessive


def _same_stem(one: str, other: str) -> bool:
    """As "Velian" and "Velia"; "Moscow" in the name of one body is not "Russian" in another's."""
    return one[:3] == other[:3] and same_place(one, other)


def _is_central(name: tuple[str, ...]) -> bool:
    """For "National Bank of Velia", "Bank of Velia" and "Velian Reserve Bank"."""
    return "Bank" in name and (name[:2] == ("Bank", "of") or bool({"National", "Central", "Reserve"} & set(name)))


def _is_proper(word: str) -> bool:
    return word[0].isupper() and word.lower() not in _GENERIC


def _is_official(phrase: tuple[str, ...]) -> bool:
    return head_noun(phrase) in _OFFICIAL or phrase[-2:] == ("central", "bank")


def _covers(body: Body, wanted: Sequence[str], head: str) -> bool:
    have = [fold(word) for word in body.words]
    if head in ORG_NOUNS and body.head != head:
        return False
    return any(
        all(word == other or _same_stem(word, other) for word, other in zip(wanted, have[start:], strict=False))
        for start in range(len(have) - len(wanted) + 1)
    )
