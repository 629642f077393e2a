"""How a source refers to its speaker: the ways there are, and what is kept of the words."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from onrecord.read.people.appositions import PREPOSITIONS
from onrecord.read.people.phrases import Phrase, Role
from onrecord.read.people.titles import EPITHETS, head_family, names_somebody
from onrecord.read.people.words import Word

Way = Literal[
    "name", "joint", "he", "she", "they", "it", "first", "first_plural", "relative",
    "role", "relational", "person_noun", "side", "body", "voice", "document", "both", "group", "nobody",
]  # fmt: skip

PRONOUNS: dict[str, Way] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
    "they": "they", "them": "they", "it": "it", "its": "it", "i": "first", "me": "first", "my": "first",
    "myself": "first", "we": "first_plural", "us": "first_plural", "our": "first_plural", "who": "relative",
    "which": "relative", "that": "relative", "whom": "relative",
}  # fmt: skip
# Words that say how many speak together.
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
# One person who tells no more.
_SOMEBODY = frozenset({"source", "insider", "person", "neighbour", "neighbor", "colleague", "friend", "sailor"})
_BEHIND = PREPOSITIONS | {"who", "whose", "which", "that", ",", "close", "familiar"}
# What countries are called together.
SIDES = frozenset({"sides", "countries", "nations", "governments", "neighbours", "neighbors"})


@dataclass(frozen=True, slots=True)
class Reference:
    """How a source refers: the way, the names in it, the role, the head noun and what the phrase says besides."""

    way: Way
    names: tuple[Phrase, ...] = ()
    role: Role | None = None
    words: tuple[Word, ...] = ()
    possessor: str = ""
    gender: str = ""
    definite: bool = True

    def by(self, way: Way) -> Reference:
        """The same words taken to refer in another way."""
        return Reference(way, self.names, self.role, self.words, self.possessor, self.gender, self.definite)

    @property
    def content(self) -> frozenset[str]:
        """The words that describe, folded."""
        return frozenset(word.lower for word in self.words if len(word.text) > 2)


def is_stranger(reference: Reference | None) -> bool:
    """Whether it is one person without a name: "a rebel commander", "one sailor"."""
    if reference is None or reference.definite or reference.way not in {"group", "nobody"}:
        return False
    noun = noun_of(reference)
    return head_family(noun) != "press" and (names_somebody(noun) or noun in _SOMEBODY)


def is_epithet(reference: Reference) -> bool:
    """Whether it only describes somebody who was told of: "the 34-year-old", "the accused"."""
    if reference.way != "person_noun" or reference.role is not None or reference.possessor:
        return False
    noun = reference.words[-1].lower
    return noun in EPITHETS or noun.endswith("-year-old")


def noun_of(reference: Reference) -> str:
    """The head noun: "official" for "a senior official at the ministry"."""
    nouns = list(takewhile(lambda word: word.lower not in _BEHIND, reference.words)) or reference.words
    return nouns[-1].lower if nouns else ""
