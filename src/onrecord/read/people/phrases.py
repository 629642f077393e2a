"""Takes a noun phrase apart: title, name, place, possessor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.read.people.firstnames import gender_of
from onrecord.read.people.lists import listed
from onrecord.read.people.names import GENERATIONS, PARTICLES, core
from onrecord.read.people.nameshape import LETTERS
from onrecord.read.people.otherwords import other_words
from onrecord.read.people.places import US_STATES, canonical
from onrecord.read.people.titles import (
    FIRM_ENDINGS,
    FIRM_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    NOT_PERSON,
    ORG_NOUNS,
    RELATIONAL,
    TITLE_WORDS,
    WEAK_ORG_NOUNS,
    head_family,
    noun_gender,
)
from onrecord.read.people.words import Word

# Capitalised only because a sentence begins there, or never part of a name.
FUNCTION_WORDS = listed("""
    a an the this that these those he she it they we i you his her its their our my your who whom whose which
    what when where why how and or but nor yet so for from of to in on at by with without about after before
    during since until under over between among amid against despite while although though because as if unless
    than then there here now today tomorrow yesterday later earlier meanwhile however moreover furthermore also
    still even only just not no yes all both some any many several few each every other another such same most
    more less one two three four five six seven eight nine ten eleven twelve twenty fifty dozens hundreds thousands
    half about around nearly almost asked speaking answering responding replying according regarding
    concerning commenting addressing referring noting saying adding citing following given based born being
    having had has have is was were are be been do does did will would could should may might must can let
    please thank thanks well oh sorry dear good last next earlier asked pressed told said says say in-depth
    updated-lavrov updated breaking exclusive watch live opinion analysis monday tuesday wednesday thursday
    friday saturday sunday january february march april june july august september october november december
    never nobody nothing nor everyone everybody everything someone once twice again perhaps maybe instead rather
    indeed thus hence therefore otherwise like unlike per via upon into onto off out up down back away outside
    inside near beyond behind above below across along around through throughout within toward towards
    """)
_MONTHS_AS_NAMES = frozenset({"april", "june", "may", "august", "will", "mark", "bill", "watch"})


# Runs that are kept, by the identity of their words: the names of a source are those of the text around it.
RUNS = 512
# Words of so few letters, and these, are no verbs for all their endings.
_PARTICIPLE, _NO_PARTICIPLES = 6, listed("united allied associated consolidated standing sterling advanced limited")
# Words of titles that say of somebody what he is, or was, without an office.
_OF_SOMEBODY = listed(
    """
    former ex late then acting vice deputy interim caretaker visiting outgoing incoming leading longtime veteran exiled
    retired elder senior junior principal honorary first second assistant special permanent high co joint lead shadow
    under republican democratic democrat independent conservative liberal socialist communist green gop labour labor
    opposition government cabinet party presidential ministerial police army navy military council prime executive
    managing chief solicitor attorney foreign
    """
)
_NO_PERSON = ORG_NOUNS | NOT_PERSON | GROUP_NOUNS
_JOINTS = PARTICLES | {"of", "and"}


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody is called: the family of the head noun, the noun itself and the words around it, folded."""

    family: str
    noun: str
    modifiers: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in parts. `name` is the name's words, `title` the words before it, `kind` what the name names."""

    name: tuple[Word, ...] = ()
    title: tuple[Word, ...] = ()
    kind: str = ""
    role: Role | None = None
    gender: str = ""


def read_role(words: Sequence[Word]) -> Role | None:
    """The role that a title or a noun phrase names, or None: "Russian Deputy Foreign Minister", "head of the Fund"."""
    heads = [i for i, word in enumerate(words) if head_family(word.text) and not word.possessive]
    if not heads:
        return None
    limit = next((i for i, word in enumerate(words) if word.lower in {"of", "for", "to", "in"}), len(words))
    head = next((i for i in reversed(heads) if i < limit), heads[0])
    noun = words[head].lower
    rest = [
        word for i, word in enumerate(words) if i != head and word.text[0].isalnum() and not _serves(words, i, limit)
    ]
    modifiers = {word.lower for word in rest if word.lower not in FUNCTION_WORDS}
    places = {word.lower for word in rest if word.capital and is_name_word(word) and word.lower not in TITLE_WORDS}
    places -= {
        behind.lower
        for word, joint, behind in zip(rest, rest[1:], rest[2:], strict=False)
        if _of_office(word) and joint.lower == "and"
    }
    places -= {word.lower for word in rest if word.lower in ORG_NOUNS or head_family(word.text) or _honoured([word])}
    family = head_family(words[head].text) or ""
    if family == "minister" and "prime" in modifiers:
        family = "premier"
    if noun == "head" and [word.lower for word in words[head + 1 : head + 3]] == ["of", "state"]:
        family = "president"
        modifiers, places = modifiers - {"state"}, places - {"state"}
    if family == "chief" and "portfolio" in modifiers:
        family, modifiers = "minister", modifiers - {"portfolio"}
    if family == "chief" and noun in {"head", "chief"} and "government" in modifiers and limit < len(words):
        family, modifiers = "premier", modifiers - {"government"}
    if family == "chief" and noun in {"head", "chief"} and "ministry" in modifiers:
        family, modifiers = "minister", modifiers - {"ministry"}
    diplomacy = {"foreign", "policy"} <= modifiers or "diplomacy" in modifiers
    if (noun == "diplomat" and modifiers & {"top", "chief"}) or (family == "chief" and diplomacy):
        family = "minister"
    if told := other_words(words, head):
        family, noun, owner = told
        modifiers -= {owner}
    return Role(family, noun, frozenset(modifiers), frozenset(places))


def _serves(words: Sequence[Word], at: int, limit: int) -> bool:
    """Whether it is the one whose secretary is told of: the governor of "secretary to the governor"."""
    person = head_family(words[at].text) is not None
    return person and (words[at].possessive or (at > limit and words[limit].lower == "to"))


def is_name_word(word: Word) -> bool:
    """Whether the word may be part of a name: capitalised and no function word."""
    return word.capital and (word.lower not in FUNCTION_WORDS or (word.lower in _MONTHS_AS_NAMES and not word.first))


def is_title_word(word: Word) -> bool:
    """Whether the word belongs to a title rather than to a name."""
    return _is_of_titles(word.lower)


@lru_cache(maxsize=8192)
def _is_of_titles(lower: str) -> bool:
    plain = lower.strip(".")
    return bool(lower in TITLE_WORDS or head_family(lower) or plain in HONORIFICS or lower in RELATIONAL)


def is_org_word(word: Word) -> bool:
    """Whether the word is the head noun of a body's name."""
    return word.lower in ORG_NOUNS and word.capital


def split_run(run: Sequence[Word]) -> Phrase:
    """A run of capitalised words as title and name ("Russian Foreign Minister" + "Sergey Lavrov")."""
    return _split(tuple(run))


@lru_cache(maxsize=RUNS)
def _split(run: tuple[Word, ...]) -> Phrase:
    words = [word for word in run if word.text[0].isalnum()]
    if len(words) > 1 and words[0].first and _is_participle(words):
        words.pop(0)
    while words and words[-1].text.islower() and not is_title_word(words[-1]):
        words.pop()
    if len(words) > 1 and words[0].first and words[0].lower in FIRM_NOUNS:
        words.pop(0)
    if len(words) > 2 and words[-1].text in LETTERS:
        words.pop()
    cut = _title_end(words)
    title, name = words[:cut], words[cut:]
    while name and name[0].text.islower() and name[0].lower not in PARTICLES:
        title, name = [*title, name[0]], name[1:]
    while len(name) > 1 and name[0].lower in TITLE_WORDS and not any(is_org_word(word) for word in name):
        title, name = [*title, name[0]], name[1:]
    if len(name) == 1 and title and (kept := _kept_title(title, name[0])):
        title, name = title[: len(title) - kept], [*title[len(title) - kept :], *name]
    if len(name) > 2 and _is_of_people(name[0]) and abs(gender_of(name[1].text)) == 1.0:
        title, name = [*title, name[0]], name[1:]
    org = next((i for i in range(len(name) - 1, -1, -1) if is_org_word(name[i])), None)
    if (org is not None and cut == 0) or org == len(name) - 1:
        after = name[(org or 0) + 1 :] if org is not None else []
        if len(after) >= 2 and not any(word.lower in _JOINTS for word in after[:1]):
            title, name = [*title, *name[: (org or 0) + 1]], after
        else:
            return Phrase(tuple(name), tuple(title), "organisation")
    if title and [word.lower for word in name] == ["staff"]:
        return Phrase(tuple(words), (), "organisation")
    if not title and len(name) > 1 and name[-1].lower in FIRM_ENDINGS:
        return Phrase(tuple(name), (), "organisation")
    if not name:
        return Phrase((), tuple(title), "", read_role(title), _gender(title))
    if len(name) == 1 and title and (title[-1].lower in {"of", "for"} or _is_of_the(title)):
        return Phrase(tuple(name), (), "")
    role = read_role(title)
    known = role or _honoured(title) or any(word.lower in RELATIONAL for word in title)
    kind = "person" if known else "likely" if _shaped_like_person(name) else ""
    if kind == "likely" and (abs(gender_of(name[0].text)) == 1.0 or any(_is_initial(word) for word in name[:-1])):
        kind = "person"
    if len(name) == 1 and name[0].text.isupper() and len(name[0].text) > 1 and not role:
        kind = "acronym"
    return Phrase(tuple(name), tuple(title), kind, role, _gender(title))


def _is_participle(words: Sequence[Word]) -> bool:
    """For "Addressing Torve", at the opening of a sentence; "Mohamed Torve" and "Boxing Federation" are names."""
    word = words[0].lower
    verb = word.endswith(("ing", "ed")) and word not in _NO_PARTICIPLES and len(word) >= _PARTICIPLE
    return verb and not (is_title_word(words[0]) or gender_of(words[0].text) or is_org_word(words[-1]))


def _kept_title(title: Sequence[Word], name: Word) -> int:
    """How many words of the title belong to the name: 2 in "Human Rights Watch", where nobody has an office."""
    if abs(gender_of(name.text)) == 1.0 or any(_is_office(word) for word in title) or _honoured(title):
        return 0
    kept = 0
    while kept < len(title) and title[-1 - kept].capital and title[-1 - kept].lower not in _OF_SOMEBODY:
        kept += 1
    return kept


def _is_office(word: Word) -> bool:
    return head_family(word.text) is not None and word.lower not in {"royal", "crown"}


def _is_of_the(title: Sequence[Word]) -> bool:
    """For "the Speaker of the Diet": what follows is a body or place."""
    return len(title) > 1 and title[-1].lower == "the" and title[-2].lower == "of"


def _title_end(words: list[Word]) -> int:
    """Where the title ends: after its last title noun, and after "of" with the domain or the place."""
    ends = [i for i, word in enumerate(words) if _closes_title(words, i)]
    if not ends:
        return 0
    cut = ends[-1] + 1
    if cut < len(words) and words[cut].lower in {"of", "for"}:
        rest = words[cut + 1 :]
        keep = next((i for i, word in enumerate(rest) if not _of_office(word)), len(rest))
        # "Foreign Minister of Suvash Bakhtiyar Omuraliev": the name is the last two words
        spare = len(rest) - keep
        if len(rest) == 2 and spare == 2 and abs(gender_of(rest[0].text)) < 1:
            return len(words)
        if keep == 0 or spare > 2:
            keep = max(keep, len(rest) - _name_length(rest))
        cut += 1 + keep if spare else len(rest) + 1
    return min(cut, len(words))


def _name_length(rest: list[Word]) -> int:
    length = 2
    while length < len(rest) and rest[-length].lower in PARTICLES:
        length += 1
    return min(length, len(rest))


def _of_office(word: Word) -> bool:
    return word.lower in TITLE_WORDS or is_org_word(word) or word.lower in {"the", "of", "and"}


def _closes_title(words: list[Word], at: int) -> bool:
    word = words[at]
    if not is_title_word(word):
        return False
    if word.lower.strip(".") in HONORIFICS or word.lower in RELATIONAL:
        return True
    after_honorific = at > 0 and words[at - 1].lower.strip(".") in {"mr", "mrs", "ms", "miss"}
    return bool(head_family(word.text)) and not after_honorific and not _in_name(words, at)


def _in_name(words: list[Word], at: int) -> bool:
    """Whether a title is a surname here: "King" or "Bishop", last of a run after a first name."""
    return at == len(words) - 1 and at > 0 and abs(gender_of(words[at - 1].text)) == 1.0


def _is_of_people(word: Word) -> bool:
    """Whether the word tells a people or party: "Republican", "French"."""
    return word.lower in NOT_PERSON or canonical(word.text) != word.lower


def _is_initial(word: Word) -> bool:
    return len(word.text.replace(".", "")) == 1 and word.capital


def _honoured(title: Sequence[Word]) -> bool:
    return any(word.lower.strip(".") in HONORIFICS for word in title)


def _shaped_like_person(name: Sequence[Word]) -> bool:
    plain = core([word.text for word in name])
    if len(plain) < 2 or len(plain) > 4:
        return False
    if any(word.lower in _NO_PERSON or (word.text.islower() and word.lower not in PARTICLES) for word in name):
        return False
    return name[-1].lower not in US_STATES and canonical(name[-1].text) == name[-1].lower


def _gender(title: Sequence[Word]) -> str:
    for word in title:
        honorific = HONORIFICS.get(word.lower.strip("."), "")
        if honorific or noun_gender(word.text):
            return honorific or noun_gender(word.text)
    return ""


def strong_org(word: Word) -> bool:
    """Whether the noun names a body even without a capital ("the ministry")."""
    return word.lower in ORG_NOUNS and word.lower not in WEAK_ORG_NOUNS


def plain_name(name: Sequence[Word]) -> tuple[str, ...]:
    """The words of a name as written, without generation marks at the end."""
    words = [word.text for word in name]
    return tuple(words[:-1] if len(words) > 2 and words[-1].lower().strip(".") in GENERATIONS else words)
