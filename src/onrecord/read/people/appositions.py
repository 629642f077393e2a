"""What stands around a name: titles and appositions, parted by commas or not, and where somebody is from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from onrecord.read.people.lists import listed
from onrecord.read.people.phrases import Phrase, Role, is_name_word, is_title_word, read_role
from onrecord.read.people.titles import HONORIFICS, RELATIONAL, head_family
from onrecord.read.people.words import Word

PREPOSITIONS = listed(
    "with by of to for from between among against alongside about on under after before than at in into via per"
)
DETERMINERS = listed("the a an his her its their our my your this that these those")
# Words looked back over for a title that a comma parts from its name.
_APPOSITION = 12


def told_roles(items: Sequence[Word], first: int, last: int, phrase: Phrase) -> Iterator[Role]:
    """The offices and homes that stand around a name: before it, behind it, parted by commas or not."""
    possessor = _possessor(items, first)
    if phrase.role:
        yield replace(phrase.role, places=phrase.role.places | possessor)
    elif possessor and phrase.kind in {"person", "likely"}:
        yield Role("", "", possessor, possessor)
    if phrase.kind == "organisation":
        return
    home = _home(items, last)
    if home and phrase.kind in {"person", "likely"}:
        yield Role("", "", home, home)
    before = _title_before(items, first, last)
    role = read_role(before) if before else None
    if role:
        yield role
    after = _title_after(items, last)
    role = read_role(after) if after else None
    if role:
        yield role


def _possessor(items: Sequence[Word], first: int) -> frozenset[str]:
    if first > 0 and items[first - 1].possessive and is_name_word(items[first - 1]):
        return frozenset({items[first - 1].lower})
    return frozenset()


def _home(items: Sequence[Word], last: int) -> frozenset[str]:
    """For "Goran Tekle of Upper Tesh": where somebody is from."""
    if last >= len(items) or items[last].lower != "of" or items[last - 1].possessive:
        return frozenset()
    end = last + 1 + (items[last + 1 : last + 2] != [] and items[last + 1].lower == "the")
    found = []
    while end < len(items) and is_name_word(items[end]):
        found.append(items[end].lower)
        end += 1
    return frozenset(found)


def _title_before(items: Sequence[Word], first: int, last: int) -> Sequence[Word]:
    """The title that a comma parts from the name: "The Minister of Trade, Zawadi Engstrand, ..."."""
    first -= first > 1 and items[first - 1].lower == "the" and items[first].lower.strip(".") in HONORIFICS
    if first < 2 or items[first - 1].text != ",":
        return ()
    if last < len(items) and items[last].text not in ",.);–—-" and items[last].lower != "who":
        return ()
    start = first - 2
    while start > 0 and first - start < _APPOSITION and items[start - 1].text[0].isalnum():
        if items[start].lower in DETERMINERS and items[start - 1].lower not in {"of", "to"}:
            break
        start -= 1
    title = items[start : first - 1]
    heads = [i for i, word in enumerate(title) if head_family(word.text) or word.lower in RELATIONAL]
    if not heads:
        return ()
    behind = title[heads[-1] + 1 :]
    return title if not behind or behind[0].lower in PREPOSITIONS else ()


def _title_after(items: Sequence[Word], last: int) -> Sequence[Word]:
    """The apposition behind a name: "Brogaard, head of the mission, ..."."""
    if last + 2 >= len(items) or items[last].text != "," or items[last - 1].possessive:
        return ()
    end = last + 1
    while end < len(items) and end - last < _APPOSITION and items[end].text[0].isalnum():
        end += 1
    words = items[last + 1 : end]
    starts = words and (words[0].lower in DETERMINERS or is_title_word(words[0]) or words[0].capital)
    closed = end < len(items) and items[end].text in ",.;—–"
    if starts and len(words) > 1 and words[0].lower.strip(".") in HONORIFICS and words[1].capital:
        return ()
    if not starts or not closed or any(word.lower in {"who", "said", "says", "told", "and"} for word in words):
        return ()
    heads = [i for i, word in enumerate(words) if head_family(word.text)]
    behind = words[heads[-1] + 1 :] if heads else ()
    named = list(takewhile(lambda word: word.capital, behind))
    if named and len(named) < len(behind) and behind[len(named)].lower not in PREPOSITIONS:
        return ()
    goes_on = behind and not (behind[0].lower in PREPOSITIONS or behind[0].capital or behind[0].text[0].isdigit())
    return words if heads and not (goes_on and behind[0].lower.endswith(("ed", "s"))) else ()
