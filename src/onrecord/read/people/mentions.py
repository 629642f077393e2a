"""Finds the names in a report: people with their titles, bodies, places - each with where and how it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.read.people.appositions import DETERMINERS, PREPOSITIONS, told_roles
from onrecord.read.people.firstnames import gender_of
from onrecord.read.people.lists import listed
from onrecord.read.people.names import PARTICLES, core
from onrecord.read.people.phrases import (
    Phrase,
    Role,
    is_name_word,
    is_org_word,
    is_title_word,
    split_run,
    strong_org,
)
from onrecord.read.people.places import COUNTRY, US_STATES
from onrecord.read.people.titles import GROUP_NOUNS, HONORIFICS, NOT_PERSON, RELATIONAL, head_family, noun_gender
from onrecord.read.people.words import Word, Words

# An adverb in -ly that opens a sentence has more letters than this ("Privately"); names in -ly are short ("Reilly").
ADVERB = 6
# Months that are also first names, and the words behind which they are months.
_DATED = listed("january march april may june july august")
# Whose body it is by name: "the Women's Institute".
_OWNING = listed("people women men children king queen prince workers bishop mother")
_WHEN = listed("in on of last this next since until by from early late mid during")


@dataclass(slots=True)
class Mention:
    """A name in the text: its phrase, the index of its first and last word, and how it stands in its sentence."""

    phrase: Phrase
    first: int
    last: int
    head: Word
    key: tuple[str, ...]
    headline: bool = False
    preposition: str = ""
    subject: bool = False
    roles: tuple[Role, ...] = ()
    alias: str = ""
    reported: bool = False

    @property
    def start(self) -> int:
        """Offset of the name's first character."""
        return self.phrase.name[0].start

    @property
    def end(self) -> int:
        """Offset behind the name's last character."""
        return self.phrase.name[-1].end


def find_mentions(words: Words) -> list[Mention]:
    """Every name of the readable blocks in text order."""
    found: list[Mention] = []
    for paragraph in words.paragraphs:
        items = words.items[paragraph.first : paragraph.last]
        headline = paragraph.titled
        for first, last in runs(items, words.common):
            if found and found[-1].alias and found[-1].last + 1 == paragraph.first + first:
                continue
            mention = _mention(items, *(_known_name(items, first, last) if headline else (first, last)))
            if mention:
                mention.headline = headline
                _share_preposition(mention, found, items, paragraph.first)
                mention.first += paragraph.first
                mention.last += paragraph.first
                found.append(mention)
    _mark_subjects(found)
    return found


def _share_preposition(mention: Mention, found: Sequence[Mention], items: Sequence[Word], offset: int) -> None:
    """For "With A and B": B stands under the preposition of A."""
    before = found[-1] if found else None
    if before is None or not before.preposition or before.head.sentence != mention.head.sentence:
        return
    between = items[before.last - offset : mention.first]
    opens = before.first - offset > 0 and items[before.first - offset - 1].first
    if opens and len(between) == 1 and between[0].text == "," and before.preposition in {"in", "at", "from"}:
        return
    if all(word.lower in {"and", ",", "&"} or is_title_word(word) or word.capital for word in between):
        mention.preposition = mention.preposition or before.preposition


def runs(items: Sequence[Word], common: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    """The stretches of words that look like a name with its title, as index pairs."""
    at = 0
    for start, word in enumerate(items):
        if start < at or not word.capital or not _opens(items, start, common):
            continue
        at = start
        last = at
        while step := _owned(items, last) if items[last].possessive else _next(items, last):
            last += step
        yield _title_start(items, at), last + 1
        at = last + 1


def _known_name(items: Sequence[Word], first: int, last: int) -> tuple[int, int]:
    """In a title, where capitals say nothing: a known first name and the word behind it, else the whole run."""
    for at in range(first, last - 1):
        if abs(gender_of(items[at].text)) == 1.0 and items[at + 1].capital and not is_title_word(items[at + 1]):
            return _titles_before(items, first, at), at + 2
    return first, last


def _titles_before(items: Sequence[Word], first: int, at: int) -> int:
    """Where the title in front of a name begins: at "Commissioner" in "Commissioner Elke Sandvik"."""
    start = at
    while start > first and is_title_word(items[start - 1]):
        start -= 1
    return start


def _opens(items: Sequence[Word], at: int, common: frozenset[str]) -> bool:
    word = items[at]
    if not is_name_word(word) or not word.text[0].isalpha():
        return False
    alone = at + 1 >= len(items) or not is_name_word(items[at + 1]) or word.possessive
    if word.first and alone and (word.lower in GROUP_NOUNS or _is_adverb(items, at)):
        return False
    if word.lower in _DATED and at and items[at - 1].lower in _WHEN:
        return False
    return not (word.first and alone and word.lower in common and not is_title_word(word))


def _is_adverb(items: Sequence[Word], at: int) -> bool:
    """For "Privately, ...": an adverb that opens its sentence."""
    comma = at + 1 < len(items) and items[at + 1].text == ","
    word = items[at].text
    return comma and len(word) > ADVERB and word.endswith("ly") and not gender_of(word) and word.lower() not in COUNTRY


def _next(items: Sequence[Word], last: int) -> int:
    """How many words further the run goes: 0 when it ends here."""
    after = items[last + 1 : last + 4]
    if not after:
        return 0
    word, here = after[0], items[last]
    if is_name_word(word):
        return 1
    if word.text == ")" and len(after) > 1 and is_name_word(after[1]) and items[last - 1].text == "(" and last:
        return 2
    if word.text == "(" and len(after) > 2 and after[2].text == ")" and after[1].lower.strip(".") in HONORIFICS:
        return 3
    following = after[1] if len(after) > 1 else None
    if following is None or not following.text[0].isalnum():
        return 0
    if word.lower in PARTICLES and is_name_word(following) and not is_title_word(following):
        return 2
    if {word.lower, following.lower} <= PARTICLES and len(after) > 2 and is_name_word(after[2]):
        return 3
    titled = bool(is_title_word(here) or is_org_word(here))
    if word.text.islower() and is_title_word(word) and (is_name_word(following) or is_title_word(following)):
        return 1
    if head_family(word.text) and following.lower == "of" and len(after) > 2 and is_title_word(after[2]):
        return 3
    if word.lower == "of" and titled:
        if is_name_word(following):
            return 2
        return 3 if following.lower == "the" and len(after) > 2 and is_name_word(after[2]) else 0
    if word.lower == "and" and _is_one_body(items, last):
        return 2
    joins = word.lower in {"and", "for", "&"} and (is_title_word(here) or here.lower.startswith("organi"))
    return 2 if joins and is_name_word(following) and (is_title_word(following) or word.lower == "for") else 0


def _owned(items: Sequence[Word], last: int) -> int:
    """How far it is to the noun of a body that its members own by name: "the Farmers' Party"."""
    after = items[last + 1 : last + 3]
    saint = last > 0 and items[last - 1].lower.strip(".") in {"st", "saint"}
    if after and (saint or items[last].lower in _OWNING) and is_org_word(after[0]):
        return 1
    plural = items[last].text.endswith("s") and len(after) == 2 and after[0].text in {"'", "’"}
    return 2 if plural and is_org_word(after[1]) else 0


def _is_one_body(items: Sequence[Word], last: int) -> bool:
    """For "the Reeds and Rivers Commission": one word, "and", and one more before the body's noun."""
    after = items[last + 2 : last + 4]
    alone = last > 0 and items[last - 1].lower == "the" and not is_org_word(items[last])
    return alone and len(after) == 2 and is_name_word(after[0]) and is_org_word(after[1])


def _title_start(items: Sequence[Word], at: int) -> int:
    """Takes in the small-letter title before a name: "council leader", "foreign ministry spokeswoman"."""
    start = at
    if at and not (
        is_title_word(items[at - 1]) and (head_family(items[at - 1].text) or items[at - 1].lower in RELATIONAL)
    ):
        return at
    while start > 0 and items[start - 1].text.islower() and not items[start - 1].possessive:
        word = items[start - 1]
        if not (is_title_word(word) or (start < at and strong_org(word))) or word.lower in PREPOSITIONS:
            break
        start -= 1
    return start


def _mention(items: Sequence[Word], first: int, last: int) -> Mention | None:
    phrase = split_run(items[first:last])
    if not phrase.name:
        return None
    name_first = next(i for i in range(first, last) if items[i] is phrase.name[0])
    key = core([word.text for word in phrase.name])
    mention = Mention(phrase, name_first, last, phrase.name[0], key)
    mention.preposition = _preposition(items, first)
    mention.roles = tuple(told_roles(items, first, last, phrase))
    local = len(key) == 1 and mention.preposition in {"in", "from", "to", "at", "of"}
    held = any(role.family for role in mention.roles)
    nobody = key[-1] in US_STATES or key[-1] in NOT_PERSON
    if held and len(key) <= 4 and not local and not nobody and phrase.kind in {"", "likely"}:
        mention.phrase = replace(phrase, kind="person")
    if last + 2 < len(items) and items[last].text == "(" and items[last + 2].text == ")":
        mention.alias = items[last + 1].text
    return mention


def _preposition(items: Sequence[Word], first: int) -> str:
    at = first - 1
    while (
        at >= 0
        and first - at < 5
        and items[at].lower not in PREPOSITIONS
        and (items[at].lower in DETERMINERS or is_title_word(items[at]) or items[at].capital or items[at].possessive)
    ):
        at -= 1
    return items[at].lower if at >= 0 and items[at].lower in PREPOSITIONS else ""


def _mark_subjects(mentions: Sequence[Mention]) -> None:
    """The first name of a sentence that no preposition governs is taken for its subject."""
    seen: set[int] = set()
    for mention in mentions:
        sentence = mention.head.sentence
        possessive = mention.phrase.name[-1].possessive
        if sentence in seen or mention.preposition or possessive or mention.phrase.kind == "organisation":
            continue
        seen.add(sentence)
        mention.subject = True


def gender_of_words(words: Sequence[Word]) -> str:
    """`m` or `f` when a word of the phrase says it."""
    for word in words:
        gender = HONORIFICS.get(word.lower.strip("."), "") or noun_gender(word.text)
        if gender:
            return gender
    return ""
