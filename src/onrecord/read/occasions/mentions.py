"""The words of a sentence that may tell an occasion, each with the signs that stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span
from onrecord.read.occasions.sentences import SAID
from onrecord.read.occasions.tellingwords import DETERMINERS, KINDS, NOT_YET, NOUNS, PREPOSITIONS, TOGETHER, VERBS

_WORD = re.compile(rf"{SAID}+|[\w'’&-]+|[^\w\s]")
_STOPS = frozenset(SAID + ";.!?:")
# How many words before and behind a word its signs may stand.
_BACK, _AHEAD = 7, 6
_PREPOSITION_REACH = 5
# A noun among the first words, with no verb before it, is the subject.
_SUBJECT = 5
_AFTER_NOUN = frozenset({"with", "of", "by", "to", "from", "between", "at", "in", "on", "that", "which", "for", "and"})
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday", "today"])
_LONG_AGO = frozenset(
    {"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december"}
    | {"year", "years", "month", "months", "ago", "spring", "summer", "autumn", "winter", "week", "weeks"}
)
# Words whose groups are kept: a newspaper's vocabulary, not its names.
_REMEMBERED = 1 << 14
# Verbs that may tell an occasion without a noun of ours.
_TELLING = frozenset({"tell", "speak", "face", "meet", "receive", "write", "ring", "ask", "hear", "obtain"})
_TO_NAMES = frozenset({"tell", "say", "speak"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What counts beside a sentence's own words: whether it is a headline, opens the body, or is a ministry's.

    `outlet` are the words of the report's own outlet, `people` those of its speakers, both in small letters.
    """

    head: bool = False
    lead: bool = False
    release: bool = False
    outlet: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mention:
    """A word that may tell an occasion, and the signs around it."""

    span: Span
    signs: tuple[str, ...]


def find_mentions(narrative: str, span: Span, setting: Setting) -> Iterator[Mention]:
    """The mentions of one sentence in text order."""
    found = list(_WORD.finditer(narrative, span.start, span.end))
    words = [match.group() for match in found]
    small = [word.lower().replace("’", "'") for word in words]
    common: tuple[str, ...] | None = None
    for number, word in enumerate(small):
        groups = _own_groups(word)
        if word in setting.outlet:
            groups = _with_outlet(word)
        elif not groups and words[number][0].isupper() and _is_told(small, number):
            groups = ("person",) if word in setting.people else ("name",)
        if not groups:
            continue
        if common is None:
            common = tuple(_common(small, setting))
        at = found[number].span()
        yield Mention(Span(*at), tuple(dict.fromkeys(_signs(words, small, number, groups, common))))


@lru_cache(_REMEMBERED)
def _own_groups(word: str) -> tuple[str, ...]:
    """The groups of a word wherever it stands."""
    return (*_nouns_of(word), *_told_by(word))


@lru_cache(_REMEMBERED)
def _with_outlet(word: str) -> tuple[str, ...]:
    """The same of a word of the report's own outlet."""
    return (*_nouns_of(word), "outlet", *_told_by(word))


def _nouns_of(word: str) -> tuple[str, ...]:
    return NOUNS.get(word) or NOUNS.get(word.removesuffix("'s"), ())


def _told_by(word: str) -> Iterator[str]:
    return (f"V{verb}" for verb in VERBS.get(word, ()) if verb in _TELLING)


def _is_told(small: Sequence[str], number: int) -> bool:
    """Whether a name stands where one tells to: "told Dnevni Sport", "said to The Bell"."""
    before = number - 1
    if before >= 0 and small[before] == "the":
        before -= 1
    if before >= 0 and "tell" in VERBS.get(small[before], ()):
        return True
    if before < 1 or small[before] not in ("to", "with"):
        return False
    return small[before - 1][0] == SAID or not _TO_NAMES.isdisjoint(VERBS.get(small[before - 1], ()))


def _signs(
    words: Sequence[str], small: Sequence[str], number: int, groups: Sequence[str], common: Sequence[str]
) -> Iterator[str]:
    word = small[number]
    before, behind = tuple(_before(small, number)), tuple(_behind(words, small, number))
    yield f"w>{word}"
    preposition = next((sign for sign in before if sign.startswith("p>")), "p>-")
    verb = next((sign for sign in before if sign.startswith("v>")), "v>-")
    after = behind[0] if behind else "n>-"
    quoted = "Q" if "Q" in common else "noQ"
    yield f"{preposition}|w>{word}"
    yield f"{verb}|w>{word}"
    for group in groups:
        yield f"g>{group}"
        for sign in (*before, *behind, *common):
            yield f"{sign}|{group}"
        yield f"{preposition}|{verb}|{group}"
        yield f"{preposition}|{quoted}|{group}"
        yield f"{preposition}|{after}|{group}"
        yield f"{verb}|{after}|{group}"


def _before(small: Sequence[str], number: int) -> Iterator[str]:
    """The preposition, verb, article and adjectives before a word."""
    preposition = verb = False
    article = ""
    for at in range(number - 1, max(-1, number - _BACK - 1), -1):
        word = small[at]
        if word[0] in _STOPS:
            if word[0] == SAID and at == number - 1:
                yield "after Q"
            break
        if not article and not preposition and word in DETERMINERS:
            article = DETERMINERS[word]
            yield f"a>{article}"
        if not preposition and word in PREPOSITIONS and number - at <= _PREPOSITION_REACH:
            preposition = True
            yield f"p>{word}"
            if at == 0 or small[at - 1][0] in f"{SAID},—–-:":
                yield f"open>{word}"
            if at and small[at - 1][0] == SAID:
                yield f"Q>{word}"
        elif word in VERBS:
            for kind in VERBS[word]:
                yield f"v>{kind}"
            verb = True
            if at and small[at - 1] in NOT_YET:
                yield "v not"
            break
        elif not preposition:
            for kind in KINDS.get(word, ()):
                yield f"k>{kind}"
            if at == number - 1:
                for group in NOUNS.get(word, ()):
                    yield f"-1>{group}"
        elif word in NOUNS:
            break
    if not article:
        yield "a>0"
    if not preposition and not verb and number <= _SUBJECT:
        yield "subject"


def _behind(words: Sequence[str], small: Sequence[str], number: int) -> Iterator[str]:
    """What follows a word: the next word by its class, the next verb, whether somebody's words follow."""
    if number + 1 >= len(words):
        yield "n>end"
        return
    after = small[number + 1]
    if after[0] == SAID:
        yield "n>Q"
    elif after in _AFTER_NOUN:
        yield f"n>{after}"
        if number + 2 < len(words) and words[number + 2][0].isupper():
            yield f"n>{after}>Cap"
        for group in NOUNS.get(small[number + 2], ()) if number + 2 < len(words) else ():
            yield f"n>{after}>{group}"
    elif after in VERBS:
        yield f"n>{VERBS[after][0]}"
    elif not after[0].isalnum():
        yield f"n>{after[0]}"
    else:
        yield "n>Cap" if words[number + 1][0].isupper() else "n>word"
    for group in NOUNS.get(after, ()):
        yield f"+1>{group}"
    for at in range(number + 1, min(len(words), number + 1 + _AHEAD)):
        if small[at][0] == SAID:
            yield "Q soon"
            return
        if small[at] in VERBS:
            for kind in VERBS[small[at]]:
                yield f"then>{kind}"
            return
        if small[at] in NOT_YET:
            yield "then not"


def _common(small: Sequence[str], setting: Setting) -> Iterator[str]:
    """What holds of the whole sentence."""
    alone = set(small)
    quoted = any(word[0] == SAID for word in small)
    yield "Q" if quoted else "noQ"
    if not alone.isdisjoint(TOGETHER):
        yield "joint"
    if not alone.isdisjoint(NOT_YET):
        yield "not"
    if "had" in alone:
        yield "had"
    if "i" in alone or "we" in alone:
        yield "I"
    if not alone.isdisjoint(_DAYS):
        yield "day"
    if not alone.isdisjoint(_LONG_AGO):
        yield "ago"
    for name in ("head", "lead", "release"):
        if getattr(setting, name):
            yield name
    if any("envoy" in NOUNS.get(word, ()) for word in alone):
        yield "envoy"
    yield f"first>{small[0]}" if small[0] in PREPOSITIONS else "first>Q" if small[0][0] == SAID else "first>_"
