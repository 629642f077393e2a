"""Offices told in other words: "the head of the ministry" is its minister, "the town's leader" its mayor."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.people.lists import listed
from onrecord.read.people.words import Word

_HEADS = listed("head chief boss leader")
_OF = listed("of the a an this that his her its their own said")
_SAID_OF = {
    **dict.fromkeys(("ministry", "portfolio"), ("minister", "minister")),
    **dict.fromkeys(("government", "cabinet", "executive"), ("premier", "premier")),
    **dict.fromkeys(("town", "city", "municipality", "hall", "borough", "village"), ("mayor", "mayor")),
}
_LAWYERS = listed("senior defence defense state lead the")


def other_words(words: Sequence[Word], head: int) -> tuple[str, str, str] | None:
    """Family and noun of the office that is told with other words, and the word that told it; None for no such office.

    `head` is the index of the head noun.
    """
    noun = words[head].lower
    if noun in _HEADS:
        owner = _owned(words, head)
        if owner in _SAID_OF and (owner not in {"government", "executive"} or noun == "head"):
            return *_SAID_OF[owner], owner
        return ("lawyer", "counsel", owner) if owner == "evidence" and noun == "leader" else None
    if noun == "advocate" and head + 1 == len(words) and all(word.lower in _LAWYERS for word in words[:head]):
        return "lawyer", "counsel", "senior"
    return None


def _owned(words: Sequence[Word], head: int) -> str:
    """What somebody is the head of: the last word of the phrase behind "of", else the word right before."""
    behind = words[head + 1 :]
    if behind and behind[0].lower == "of":
        of = [word for word in behind[1:] if word.lower not in _OF]
        small = next((at for at, word in enumerate(of) if word.lower in _SAID_OF), -1)
        return of[small].lower if of and small in {0, 1} and small == len(of) - 1 else ""
    return words[head - 1].lower if head and not behind else ""
