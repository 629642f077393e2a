"""What the words of a source refer by: a name, a pronoun, a role, a body - or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from onrecord.read.people.appositions import DETERMINERS, PREPOSITIONS
from onrecord.read.people.lists import listed
from onrecord.read.people.mentions import gender_of_words, runs
from onrecord.read.people.phrases import (
    FUNCTION_WORDS,
    Phrase,
    Role,
    is_name_word,
    is_org_word,
    is_title_word,
    read_role,
    split_run,
    strong_org,
)
from onrecord.read.people.places import canonical
from onrecord.read.people.sharing import places_of
from onrecord.read.people.titles import (
    DOCUMENT_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    NETWORKS,
    NOT_PERSON,
    ORG_NOUNS,
    RELATIONAL,
    WEAK_ORG_NOUNS,
    head_family,
    names_somebody,
)
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
_CLAUSE = listed(
    "who which that whose led handed issued published released adopted signed drafted made seen obtained leaked"
)
_INDEFINITE = listed(
    "a an one some another no any many few several most dozens hundreds thousands scores each every other two-thirds"
)
_OWNERS = listed("his her its their my our your")
# What goes with the verb and no longer with the source: "the Reed Bank just this month".
ADVERBS = listed("just also now then later earlier this today yesterday again himself herself itself themselves both")
_NO_PEOPLE = listed("guardian vatican taliban ocean caribbean mediterranean meridian librarian facebook twitter")
_PRIVATE = listed("company firm business group party team family lab school")
NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
# "The city of Upper Tesh" is a body by its whole name.
_SEATS = listed("city town village county state province district municipality port republic kingdom")
# "The charity Friends of the Reed" is named behind what it is.
_KINDS_OF_BODY = listed(
    "charity group company firm newspaper agency broadcaster bank airline union party network lobby"
)
_PAIRED = listed("ministers leaders men women presidents diplomats officials envoys")


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
    words = [word for word in _without_brackets(source) if word.text[0].isalnum() or word.text in ",&"]
    while words and not words[-1].text[0].isalnum():
        words.pop()
    while words and not words[0].text[0].isalnum():
        words.pop(0)
    if not words:
        return Reference("nobody")
    if len(words) == 1 and words[0].lower in PRONOUNS and (not words[0].text.isupper() or words[0].text == "I"):
        return Reference(PRONOUNS[words[0].lower], words=tuple(words))
    if words[0].lower in {"who", "which", "whom"}:
        return Reference("relative", words=tuple(words))
    owner = words[0].lower if words[0].lower in _OWNERS else ""
    definite = words[0].lower not in _INDEFINITE and not words[0].text.isdigit()
    opens = words[0].lower in DETERMINERS or (words[0].lower in _INDEFINITE | FUNCTION_WORDS and words[0].first)
    if words[-1].possessive:
        words[-1] = replace(words[-1], possessive=False)
    if words[0].lower in NUMBERS and len(words) > 1:
        opens = False
    bare = words[1:] if len(words) > 1 and (opens or not definite) else words
    head = _head_part(bare)
    names = _names(bare)
    people = [phrase for phrase in names if _names_person(phrase, head, bare)]
    made = Reference("nobody", names, None, tuple(bare), owner, gender_of_words(head), definite)
    if not definite and head[-1].lower.endswith("s") and words[0].lower not in {"a", "an"}:
        return replace(made, way="group")
    determined = bare is not words
    if len(head) > 1 and head[0].lower in _KINDS_OF_BODY and head[1].capital and determined and definite:
        return replace(made, way="body", words=made.words[1:])
    return _of_names(people, made, determined=determined) or _of_nouns(head, made, determined=determined)


def _without_brackets(source: Sequence[Word]) -> list[Word]:
    """Drops "(OSCE)" and "(D-Ore.)" behind a name, keeps "(Barack)" before one."""
    kept: list[Word] = []
    inside = False
    for word in source:
        if word.text == "(":
            inside = bool(kept) and kept[-1].capital
        if not inside:
            kept.append(word)
        if word.text == ")":
            inside = False
    return kept


def _of_names(people: list[Phrase], made: Reference, *, determined: bool) -> Reference | None:
    if not people:
        return None
    joined = any(word.lower in {"and", "&"} for word in made.words)
    people = [phrase for phrase in people if not _is_people(phrase.name[-1])] or people
    if len(people) > 1 and joined:
        return replace(made, way="joint", names=tuple(people))
    if not joined and _told_of(made.names, made.words):
        return replace(made, way="name", names=(made.names[0],), role=made.names[0].role)
    alone = people[-1].name
    if _is_people(alone[-1]) and not people[-1].title:
        return replace(made, way="group")
    if len(alone) == 1 and not people[-1].title and alone[0].lower in DOCUMENT_NOUNS - ORG_NOUNS:
        return None
    if len(alone) == 1 and not people[-1].title and (alone[0].lower in GROUP_NOUNS or _is_people(alone[0])):
        return replace(made, way="group")
    if len(alone) == 1 and len(made.words) == 1 and not determined and alone[0].lower in NOT_PERSON - NETWORKS:
        return replace(made, way="group")
    if len(alone) == 1 and made.definite and len(made.words) == 1 and determined and _is_one_of_a_people(alone[0]):
        return replace(made, way="person_noun")
    return replace(made, way="name", names=(people[-1],), role=people[-1].role)


def _told_of(names: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a verb stands behind the first of several names, so that the rest is told of: "Torve called Velm"."""
    if len(names) < 2 or names[0].kind == "organisation" or names[0].name[-1].possessive:
        return False
    behind = next((word for word in words if word.start >= names[0].name[-1].end), None)
    return behind is not None and behind.text.islower() and behind.lower.endswith("ed")


def _is_people(word: Word) -> bool:
    """Whether the word names a crowd and no speaker: "Mexicans", "Republicans"."""
    peoples = canonical(word.text) != word.lower and word.lower.endswith(("ese", "ish", "ch"))
    return (
        peoples
        or (word.lower in GROUP_NOUNS and word.lower != "states")
        or bool(re.fullmatch(r"[A-Z]{2,}s", word.text))
        or bool(re.search(r"(?:ans|crats|ites|ists)$", word.lower))
    )


def _is_one_of_a_people(word: Word) -> bool:
    """Whether the word names one person by people or party: "the Velian", "the Republican"."""
    if word.lower in _NO_PEOPLE:
        return False
    return word.lower in NOT_PERSON or bool(re.search(r"(?:ian|ean|[^l]can|ese|[aeiou]ni)$", word.lower))


def _of_nouns(head: Sequence[Word], made: Reference, *, determined: bool) -> Reference:
    bare, last, role = made.words, head[-1], read_role(made.words)
    noun = last.lower
    proper = is_name_word(last) and not (last.first and len(head) == 1 and not determined)
    made = replace(made, role=role)
    if bare[0].lower in NUMBERS:
        return replace(made, way="both" if noun in _PAIRED else "group")
    if noun in _PAIRED and determined and made.definite and len(places_of(bare)[1]) > 1:
        return replace(made, way="both")
    if noun in _PAIRED and determined and made.definite and len(bare) == 1:
        return replace(made, way="both")
    if made.possessor in {"his", "her", "my", "our"} and len(bare) == 1 and noun in {"country", "nation"}:
        return replace(made, way="side")
    if noun == "side" and role is None and any(word.capital for word in head):
        return replace(made, way="side")
    if noun in _SEATS and len(bare) > 2 and bare[len(head)].lower == "of" and bare[-1].capital:
        return replace(made, way="body")
    if noun in RELATIONAL or any(word.lower == "opposite" for word in head):
        return replace(made, way="relational" if made.definite else "group")
    if role and role.family == "spokesperson" and (not made.definite or _says_whose(bare)):
        return replace(made, way="voice")
    numbered = noun.isdigit() and len(head) > 1 and head[-2].lower in DOCUMENT_NOUNS
    if numbered or (noun in DOCUMENT_NOUNS and (not proper or (len(head) == 1 and noun not in ORG_NOUNS))):
        return replace(made, way="document")
    if noun in GROUP_NOUNS and not (proper and len(head) > 1):
        return replace(made, way="group")
    if made.possessor in {"our", "my", "your"}:
        return replace(made, way="nobody")
    if role and head_family(noun):
        return replace(made, way="role" if made.definite else "group")
    owned = [word for word in head[:-1] if word.possessive]
    if owned and last.text.islower() and noun not in ORG_NOUNS | {"campaign"}:
        somebody = names_somebody(noun) or (noun.endswith("s") and noun not in DOCUMENT_NOUNS)
        return replace(made, way="nobody" if somebody else "document")
    if last.text.islower() and noun.endswith("s") and noun not in ORG_NOUNS:
        return replace(made, way="group")
    if is_name_word(last) or strong_org(last) or noun in WEAK_ORG_NOUNS or any(is_org_word(word) for word in head):
        private = noun in _PRIVATE and (bool(made.possessor) or any(word.possessive for word in head))
        return replace(made, way="body" if (made.definite or proper) and not private else "group")
    if determined and made.definite and not made.possessor and names_somebody(noun):
        return replace(made, way="person_noun")
    return replace(made, way="nobody")


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
        if word.text.isdigit() and index:
            continue
        if index and (word.lower in PREPOSITIONS | _CLAUSE | ADVERBS or word.text == ","):
            return [word for word in words[:index] if word.text[0].isalnum()]
    return list(words)


def _names_person(phrase: Phrase, head: Sequence[Word], words: Sequence[Word]) -> bool:
    """Whether the phrase names the speaker himself: at the head's end, or behind a title that "of" or a comma parts."""
    last = phrase.name[-1]
    if phrase.kind == "organisation" or last.possessive:
        return False
    if last is head[-1]:
        return True
    joined = "and" in {word.lower for word in words}
    if any(last is word for word in head):
        after = next(words[i + 1] for i, word in enumerate(words) if word is last)
        return joined and after.lower in {"and", "&", ",", "as"}
    at = next(i for i, word in enumerate(words) if word is phrase.name[0])
    if at and words[at - 1].text == ",":
        return (len(phrase.name) > 1 or bool(phrase.title)) and not (head[-1].capital and not is_title_word(head[-1]))
    honoured = any(word.lower.strip(".") in HONORIFICS for word in phrase.title)
    final = last is words[-1] and phrase.kind == "person" and (len(phrase.name) > 1 or honoured)
    before = words[max(0, at - len(phrase.title) - 1)].lower if at else ""
    if before == "and":
        return final and head[-1].capital
    if final and any(word.lower in DOCUMENT_NOUNS for word in head[-1:]):
        return before == "by"
    return final and bool(phrase.title) and head_family(head[-1].text) is not None and before not in {"for", "by", "to"}
