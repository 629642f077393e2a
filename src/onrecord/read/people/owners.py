"""Whose voice or paper a noun phrase is, and which words of it name the body."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from onrecord.read.people.appositions import DETERMINERS, PREPOSITIONS
from onrecord.read.people.lists import listed
from onrecord.read.people.nameshape import CLAUSES
from onrecord.read.people.references import Reference
from onrecord.read.people.sources import ADVERBS
from onrecord.read.people.titles import DOCUMENT_NOUNS, ORG_NOUNS, head_family
from onrecord.read.people.words import Word

_CLOSED = listed("that which who released published issued ,")
# "A report seen by the Reed Post" is not the paper's.
_RECEIVED = listed("seen obtained reviewed leaked read shown sent")
# "A study in the journal of the Reed Commission" is the Commission's.
_ORGANS = listed("journal bulletin newsletter yearbook")
_BESIDE = listed("at in on with from near under by to")
# Words that say nothing of which body it is.
SKIPPED = listed("own last latest new joint final the a an and of for")


def owner_of(reference: Reference) -> tuple[str, ...]:
    """Whose voice or paper it is; for a body, the body itself."""
    words = list(takewhile(lambda word: word.lower not in _RECEIVED, reference.words))
    if reference.way == "body":
        return tuple(word.text for word in named_part(words) if word.lower != "own")
    if _is_by_somebody(words):
        return ()
    owner = _after(words, {"by", "from"}) or (_after(words, {"of", "for"}) if reference.way == "voice" else [])
    owner = owner or _possessor(words) or _before(words) or _after(words, {"of", "for"}, direct=True)
    return tuple(word.text for word in owner)


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """For "Commission on Presidential Debates": a name that runs over the preposition."""
    return words[at - 1].capital and at + 1 < len(words) and words[at + 1].capital and words[at].lower != "at"


def _ends_name(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    return (word.text in CLAUSES or word.lower in _BESIDE) and not _goes_on(words, at)


def named_part(words: Sequence[Word]) -> list[Word]:
    """The phrase up to what only says where or with whom: "the Tax Center at the college"."""
    end = next((i for i, word in enumerate(words) if i and _ends_name(words, i)), len(words))
    while end > 1 and words[end - 1].text.islower() and words[end - 1].lower.endswith("ly"):
        end -= 1
    plain = any(word.text.islower() and word.lower in ORG_NOUNS for word in words[:end])
    while end > 1 and words[0].text.islower() and not plain and words[end - 1].capital:
        words, end = words[1:], end - 1
    return [word for word in _until_clause(words[:end]) if word.text[0].isalnum() or word.text == "&"]


@lru_cache(maxsize=4096)
def head_noun(name: tuple[str, ...]) -> str:
    """The noun that says what sort of body it is."""
    lowered = [word.lower() for word in name]
    limit = next((i for i, word in enumerate(lowered) if i and word in PREPOSITIONS), len(lowered))
    return next(
        (word for word in reversed(lowered[:limit]) if word in ORG_NOUNS), lowered[limit - 1] if lowered else ""
    )


def _after(words: Sequence[Word], prepositions: set[str], *, direct: bool = False) -> list[Word]:
    """What stands behind the preposition; with `direct`, behind no other one: no "study made for", "review in"."""
    for index, word in enumerate(words):
        if direct and index and word.lower not in prepositions and (word.lower in PREPOSITIONS or word.text in CLAUSES):
            direct = False
            prepositions = {"of"} if any(item.text in _ORGANS for item in words[index:]) else set()
        if index and word.lower in prepositions:
            rest = named_part(words[index + 1 :])
            while rest and rest[0].lower in DETERMINERS:
                rest.pop(0)
            owner = next((at for at, item in enumerate(rest) if item.possessive and item.text.islower()), len(rest))
            rest = rest[: owner + 1]
            good = any((item.capital and not head_family(item.text)) or item.lower in ORG_NOUNS for item in rest)
            return rest if good else []
    return []


def _is_by_somebody(words: Sequence[Word]) -> bool:
    """For "a report by a firm of accountants": no name."""
    by = next((at for at, word in enumerate(words) if at and word.lower in {"by", "from"}), len(words))
    author = list(takewhile(lambda word: word.lower not in PREPOSITIONS, words[by + 1 :]))
    return author[:1] != [] and author[0].lower in {"a", "an"} and not any(word.capital for word in author)


def _until_clause(words: Sequence[Word]) -> list[Word]:
    kept: list[Word] = []
    for word in words:
        if word.lower in _CLOSED or (kept and word.text in ADVERBS):
            break
        kept.append(word)
    return kept


def _possessor(words: Sequence[Word]) -> list[Word]:
    for index, word in enumerate(words):
        if word.possessive and index + 1 < len(words):
            return list(words[: index + 1])
    return []


def _before(words: Sequence[Word]) -> list[Word]:
    """For "A Trust spokesman": the words before the noun."""
    nouns = [i for i, word in enumerate(words) if word.lower in DOCUMENT_NOUNS]
    noun = next((i for i in nouns if words[i].text.islower()), nouns[0] if nouns else len(words) - 1)
    kept = [word for word in words[:noun] if word.lower not in SKIPPED or word.capital]
    owner = [word for word in kept if word.lower not in DOCUMENT_NOUNS or word.capital]
    return owner if any(word.capital or word.lower in ORG_NOUNS for word in owner) else []
