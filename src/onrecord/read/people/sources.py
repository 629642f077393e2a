"""What the words of a source refer by: a name, a pronoun, a role, a body - or nobody in particular."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from onrecord.read.people.lists import listed
from onrecord.read.people.mentions import DETERMINERS, PREPOSITIONS, gender_of_words, runs
from onrecord.read.people.phrases import Phrase, Role, is_name_word, read_role, split_run, strong_org
from onrecord.read.people.titles import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    ORG_NOUNS,
    RELATIONAL,
    WEAK_ORG_NOUNS,
    head_family,
)
from onrecord.read.people.words import Word

Way = Literal[
    "name", "joint", "he", "she", "they", "it", "first", "first_plural", "relative",
    "role", "relational", "person_noun", "body", "voice", "document", "both", "group", "nobody",
]  # fmt: skip

PRONOUNS: dict[str, Way] = {
    "he": "he", "him": "he", "his": "he", "himself": "he", "she": "she", "her": "she", "hers": "she",
    "they": "they", "them": "they", "it": "it", "its": "it", "i": "first", "me": "first", "my": "first",
    "myself": "first", "we": "first_plural", "us": "first_plural", "our": "first_plural", "who": "relative",
    "which": "relative", "that": "relative", "whom": "relative",
}  # fmt: skip
_CLAUSE = listed("who which that whose led handed issued published released adopted signed drafted made")
_INDEFINITE = listed("a an one some another no any")
_PAIRS = listed("both two")
_PAIRED = listed("ministers sides leaders men women presidents diplomats countries parties officials envoys")


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

    @property
    def content(self) -> frozenset[str]:
        """The words that describe, folded."""
        return frozenset(word.lower for word in self.words if len(word.text) > 2)


def read_source(source: Sequence[Word]) -> Reference:
    """Take the words of a source apart."""
    words = [word for word in source if word.text[0].isalnum() or word.text in ",&"]
    while words and words[-1].text == ",":
        words.pop()
    if not words:
        return Reference("nobody")
    if len(words) == 1 and words[0].lower in PRONOUNS and not words[0].text.isupper() | (words[0].lower == "i"):
        return Reference(PRONOUNS[words[0].lower], words=tuple(words))
    if len(words) == 1 and words[0].lower in PRONOUNS and words[0].text != "US":
        return Reference(PRONOUNS[words[0].lower], words=tuple(words))
    possessor = words[0].lower if words[0].lower in {"his", "her", "its", "their", "my", "our"} else ""
    definite = words[0].lower not in _INDEFINITE
    bare = words[1:] if words[0].lower in DETERMINERS | _INDEFINITE and len(words) > 1 else words
    names = _names(words)
    head = _head_part(bare)
    people = [phrase for phrase in names if _names_person(phrase, head, words)]
    common = {"words": tuple(bare), "possessor": possessor, "gender": gender_of_words(head), "definite": definite}
    return _of_names(people, words, common) or _of_nouns(names, head, bare, words, common)


def _of_names(people: list[Phrase], words: Sequence[Word], common: dict[str, object]) -> Reference | None:
    if not people:
        return None
    if len(people) > 1 and any(word.lower in {"and", "&"} for word in words):
        return Reference("joint", tuple(people), **common)  # type: ignore[arg-type]
    return Reference("name", (people[-1],), people[-1].role, **common)  # type: ignore[arg-type]


def _of_nouns(
    names: tuple[Phrase, ...],
    head: Sequence[Word],
    bare: Sequence[Word],
    words: Sequence[Word],
    common: dict[str, object],
) -> Reference:
    last = head[-1].lower if head else ""
    role = read_role(bare)

    def make(way: Way) -> Reference:
        return Reference(way, names, role, **common)  # type: ignore[arg-type]

    if words[0].lower in _PAIRS or (bare and bare[0].lower in _PAIRS):
        return make("both" if last in _PAIRED else "group")
    if last in RELATIONAL or any(word.lower == "opposite" for word in head):
        return make("relational")
    if role and role.family == "spokesperson" and (not common["definite"] or _says_whose(bare)):
        return make("voice")
    if last in DOCUMENT_NOUNS and not (head and head[-1].capital and len(head) > 1 and is_name_word(head[-1])):
        return make("document")
    if last in GROUP_NOUNS and not names:
        return make("group")
    if last in GROUP_NOUNS:
        return make("group")
    if role and head_family(last):
        return make("role" if common["definite"] else "group")
    if any(strong_org(word) or word.capital and word.lower in ORG_NOUNS for word in head) or last in WEAK_ORG_NOUNS:
        return make("body")
    if names:
        return make("body")
    if common["definite"] and words[0].lower in DETERMINERS:
        return make("person_noun" if last not in ORG_NOUNS else "body")
    return make("nobody" if last.endswith("s") or not common["definite"] else "role" if role else "nobody")


def _says_whose(bare: Sequence[Word]) -> bool:
    spokes = next((i for i, word in enumerate(bare) if head_family(word.text) == "spokesperson"), 0)
    after = bare[spokes + 1 : spokes + 2]
    return bool(after and after[0].lower in {"for", "of"})


def _names(words: Sequence[Word]) -> tuple[Phrase, ...]:
    found = []
    for first, last in runs(words):
        phrase = split_run(words[first:last])
        if phrase.name:
            found.append(phrase)
    return tuple(found)


def _head_part(words: Sequence[Word]) -> list[Word]:
    for index, word in enumerate(words):
        if index and (word.lower in PREPOSITIONS or word.lower in _CLAUSE or word.text == ","):
            return [word for word in words[:index] if word.text[0].isalnum()]
    return list(words)


def _names_person(phrase: Phrase, head: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether the phrase names the speaker himself: at the head's end, or behind a title that "of" or a comma parts."""
    last = phrase.name[-1]
    if last.possessive or phrase.kind == "organisation":
        return False
    if last is head[-1]:
        return True
    if any(last is word for word in head):
        return "and" in {word.lower for word in words}
    at = next(i for i, word in enumerate(words) if word is phrase.name[0])
    if at and words[at - 1].text == ",":
        return len(phrase.name) > 1 or bool(phrase.title)
    honoured = any(word.lower.strip(".") in HONORIFICS for word in phrase.title)
    final = last is words[-1] and phrase.kind == "person" and (len(phrase.name) > 1 or honoured)
    before = words[max(0, at - len(phrase.title) - 1)].lower if at else ""
    if before == "and":
        return final
    if final and any(word.lower in DOCUMENT_NOUNS for word in head[-1:]):
        return before == "by"
    return final and bool(phrase.title) and head_family(head[-1].text) is not None and before not in {"for", "by", "to"}
