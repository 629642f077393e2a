"""What the words of a source refer by: a name, a pronoun, a role, a body - or nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from onrecord.read.people.appositions import DETERMINERS, PREPOSITIONS
from onrecord.read.people.firstnames import SURE, gender_of
from onrecord.read.people.lists import listed
from onrecord.read.people.mentions import gender_of_words, runs
from onrecord.read.people.nameshape import LETTERS
from onrecord.read.people.nouns import of_nouns
from onrecord.read.people.phrases import (
    FUNCTION_WORDS,
    Phrase,
    is_title_word,
    split_run,
)
from onrecord.read.people.places import canonical
from onrecord.read.people.references import NUMBERS, PRONOUNS, Reference
from onrecord.read.people.titles import (
    DOCUMENT_NOUNS,
    FIRM_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    NETWORKS,
    NOT_PERSON,
    ORG_NOUNS,
    head_family,
)
from onrecord.read.people.words import Word

_CLAUSE = listed(
    "who which that whose led handed issued published released adopted signed drafted made seen obtained leaked"
    " representing leading heading chairing"
)
_INDEFINITE = listed(
    "a an one some another no any many few several most dozens hundreds thousands scores each every other two-thirds"
)
_OWNERS = listed("his her its their my our your")
# "The Mineral Wealth Act" speaks for nobody whom its name tells.
_PAPERS = listed("act protocol accord treaty agreement compact convention charter declaration code covenant pact bill")
# What goes with the verb and no longer with the source: "the Reed Bank just this month".
ADVERBS = listed(
    """
    just also always often still now then later earlier this today yesterday again himself herself itself themselves
    both
    """
)
# "The Reed Bank last night": words of a time behind the name.
_TIME, _SPANS = 2, listed("night morning evening afternoon week month year")
_NO_PEOPLE = listed("guardian vatican taliban ocean caribbean mediterranean meridian librarian facebook twitter")
# "The charity Friends of the Reed" is named behind what it is.
_KINDS_OF_BODY = listed(
    "charity group company firm newspaper agency broadcaster bank airline union party network lobby"
)

_SUPPLIERS = listed("supplier operator maker developer publisher contractor builder owner parent subsidiary rival")


def read_source(source: Sequence[Word]) -> Reference:
    """Take the words of a source apart."""
    words = [word for word in _without_brackets(_without_time(source)) if word.text[0].isalnum() or word.text in ",&"]
    while words and not words[-1].text[0].isalnum():
        words.pop()
    while words and not words[0].text[0].isalnum():
        words.pop(0)
    if len(words) > _TIME and words[-1].text in LETTERS:
        words.pop()
    if len(words) > _TIME and words[-_TIME].lower in {"last", "this"} and words[-1].lower in _SPANS:
        del words[-_TIME:]
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
    while len(bare) > 1 and not bare[0].text[0].isalnum():
        bare = bare[1:]
    if len(bare) > 1 and bare[0].text in {"Number", "No"} and (bare[1].text.isdigit() or bare[1].capital):
        return Reference("body", words=tuple(bare[:2]))
    head = _head_part(bare)
    names = _names(bare)
    people = [phrase for phrase in names if _names_person(phrase, head, bare)]
    made = Reference("nobody", names, None, tuple(bare), owner, gender_of_words(head), definite)
    if words[0].lower in {"one", "another"} and len(names) > 0 and (member := _apposed_member(names[-1], bare)):
        return replace(made, way="name", names=(member,), role=member.role)
    if not definite and head[-1].lower.endswith("s") and words[0].lower not in {"a", "an"}:
        return made.by("group")
    determined = bare is not words
    if definite and (party := _apposed_body(head, bare)):
        return replace(made, way="body", words=party, possessor="")
    sort = next((at for at, word in enumerate(head) if word.capital and at and not word.first), 0)
    if sort and head[sort - 1].lower in _KINDS_OF_BODY and not _first_names(head[sort:]) and definite:
        return replace(made, way="body", words=tuple(bare[sort:]))
    return _of_names(people, made, determined=determined) or of_nouns(head, made, determined=determined)


def _apposed_body(head: Sequence[Word], words: Sequence[Word]) -> tuple[Word, ...]:
    """The name of "her party, the Lok Kalyan Dal"; empty where no name follows the kind of body."""
    behind = words[len(head) + 1 :]
    kind = head[-1].lower in _KINDS_OF_BODY | FIRM_NOUNS or head[-1].lower in _SUPPLIERS
    if not kind or not behind or words[len(head)].text != ",":
        return ()
    name = tuple(behind[1:] if behind[0].lower == "the" else behind)
    return name if name and all(word.capital or word.lower in {"of", "and", "for"} for word in name) else ()


def _apposed_member(name: Phrase, words: Sequence[Word]) -> Phrase | None:
    """For "One of the applicants, Ilan Torve": the one who is named behind the comma, to the end."""
    at = next(index for index, word in enumerate(words) if word is name.name[0]) - len(name.title)
    whole = len(name.name) > 1 and name.name[-1] is words[-1] and name.kind != "organisation"
    return name if whole and at > 0 and words[at - 1].text == "," else None


def _first_names(words: Sequence[Word]) -> bool:
    return abs(gender_of(words[0].text)) == SURE


def _without_time(source: Sequence[Word]) -> Sequence[Word]:
    """Drops the hour before the source of a live report's entry: "20:41 Union"."""
    timed = len(source) > 3 and source[1].text in ":." and source[0].text.isdigit() and source[2].text.isdigit()
    return source[3:] if timed else source


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
    if determined and not joined and alone[-1].lower in _PAPERS:
        return made.by("nobody")
    if determined and not joined and made.definite and _is_league(alone):
        return made.by("body")
    if _is_people(alone[-1]) and not people[-1].title:
        return made.by("group")
    if len(alone) == 1 and not people[-1].title and alone[0].lower in DOCUMENT_NOUNS - ORG_NOUNS:
        return None
    if len(alone) == 1 and not people[-1].title and (alone[0].lower in GROUP_NOUNS or _is_people(alone[0])):
        return made.by("group")
    if len(alone) == 1 and len(made.words) == 1 and not determined and alone[0].lower in NOT_PERSON - NETWORKS:
        return made.by("group")
    described = all(word.text.islower() for word in made.words[:-1])
    former = described and determined and any(word.lower in {"former", "ex"} for word in made.words[:-1])
    if len(alone) == 1 and made.definite and described and determined and (former or _is_one_of_a_people(alone[0])):
        return made.by("person_noun")
    return replace(made, way="name", names=(people[-1],), role=people[-1].role)


def _is_league(name: Sequence[Word]) -> bool:
    """For "The United Rail Workers": all in capitals, so that those at its end are no crowd but a body's name."""
    first = name[0]
    plain = len(name) > 1 and name[-1].lower in GROUP_NOUNS and all(word.capital for word in name)
    return plain and canonical(first.text) == first.lower and not _is_one_of_a_people(first)


def _told_of(names: Sequence[Phrase], words: Sequence[Word]) -> bool:
    """Whether a verb stands behind the first of several names, so that the rest is told of: "Torve called Velm"."""
    if len(names) < 2 or names[0].kind == "organisation" or names[0].name[-1].possessive:
        return False
    behind = next((word for word in words if word.start >= names[0].name[-1].end), None)
    return behind is not None and behind.text.islower() and behind.lower.endswith("ed")


def _is_people(word: Word) -> bool:
    """Whether the word names a crowd and no speaker: "Mexicans", "Republicans"."""
    return _names_people(word.text)


@lru_cache(maxsize=8192)
def _names_people(text: str) -> bool:
    lower = text.lower()
    peoples = canonical(text) != lower and lower.endswith(("ese", "ish", "ch"))
    return (
        peoples
        or (lower in GROUP_NOUNS and lower != "states")
        or bool(re.fullmatch(r"[A-Z]{2,}s", text))
        or bool(re.search(r"(?:ans|crats|ites|ists)$", lower))
    )


def _is_one_of_a_people(word: Word) -> bool:
    """Whether the word names one person by people or party: "the Velian", "the Republican"."""
    if word.lower in _NO_PEOPLE:
        return False
    return word.lower in NOT_PERSON or bool(
        re.search(r"(?:ian|ean|[^l]can|[^gtlr]lan|alan|ese|[aeiou]ni|(?:land|burg|ton|don|york)er)$", word.lower)
    )


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
        if index and (word.lower in PREPOSITIONS | _CLAUSE or word.text in ADVERBS or word.text == ","):
            return [word for word in words[:index] if word.text[0].isalnum()] or list(words)
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
    opening = at - len(phrase.title)
    if at and (words[at - 1].text == "," or (opening > 0 and words[opening - 1].text == ",")):
        return (len(phrase.name) > 1 or bool(phrase.title)) and not (head[-1].capital and not is_title_word(head[-1]))
    honoured = any(word.lower.strip(".") in HONORIFICS for word in phrase.title)
    final = last is words[-1] and phrase.kind == "person" and (len(phrase.name) > 1 or honoured)
    before = words[max(0, at - len(phrase.title) - 1)].lower if at else ""
    if before == "and":
        return final and head[-1].capital
    if final and any(word.lower in DOCUMENT_NOUNS for word in head[-1:]):
        return before == "by"
    return final and bool(phrase.title) and head_family(head[-1].text) is not None and before not in {"for", "by", "to"}
