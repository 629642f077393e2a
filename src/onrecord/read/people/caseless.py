"""Reports without capitals ("mwanri denied that"): who speaks and who has a title before him is a name there too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from itertools import islice, pairwise

from onrecord.model import Span
from onrecord.read.people.appositions import DETERMINERS
from onrecord.read.people.firstnames import SURE, gender_of
from onrecord.read.people.phrases import FUNCTION_WORDS, is_title_word
from onrecord.read.people.references import PRONOUNS
from onrecord.read.people.titles import DOCUMENT_NOUNS, GROUP_NOUNS, NOT_PERSON, ORG_NOUNS, head_family
from onrecord.read.people.words import Word, Words

# A report in which fewer than this share of the words has a capital tells no names by them.
CAPITALS = 0.01
# Words of a name behind a title at most.
_LONGEST = 3
_NO_NAME = FUNCTION_WORDS | frozenset(PRONOUNS) | DOCUMENT_NOUNS | GROUP_NOUNS | NOT_PERSON | ORG_NOUNS


def lend_capitals(words: Words, sources: Iterable[Span]) -> None:
    """Give the names of a report without capitals the ones that they have elsewhere; other reports stay as they are."""
    few = int(CAPITALS * len(words.items))
    if not words.items or next(islice((word for word in words.items if word.capital), few, None), None):
        return
    nouns = {after.lower for word, after in pairwise(words.items) if word.lower in DETERMINERS}
    names = {word.lower for source in sources for word in _name_in(words.within(source), nouns)}
    for word in words.items:
        if word.lower in names:
            word.text, word.capital = word.text.capitalize(), True
    words.common -= names


def _name_in(source: Sequence[Word], nouns: Set[str]) -> Sequence[Word]:
    """The name that a source ends with: alone, behind a title, or from a known first name on."""
    first = len(source)
    while first and len(source) - first < _LONGEST and _may_be_name(source[first - 1], nouns):
        first -= 1
    name = source[first:]
    titled = first > 0 and head_family(source[first - 1].text) and source[0].lower not in DETERMINERS
    if titled or len(source) == 1:
        return name
    known = next((at for at, word in enumerate(name[:-1]) if abs(gender_of(word.text)) == SURE), None)
    return name[known:] if known is not None else ()


def _may_be_name(word: Word, nouns: Set[str]) -> bool:
    return word.text.isalpha() and not (word.lower in _NO_NAME or word.lower in nouns or is_title_word(word))
