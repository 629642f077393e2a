"""Whether a sentence tells an occasion, and of which type, where no phrase that we know names one.

A linear model (multinomial logistic regression) over pairs of words: "told" before a word of listeners, "in" before one
of papers, and so on. Fitted by `training/occasions.py` on sentences written for it and on our reports; the weights are
in `tellings.json`, and what they are worth in `TELLINGS_CARD.md` beside it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from onrecord.model import OCCASION_TYPES, OccasionType, Span
from onrecord.read.occasions.sentences import SAID
from onrecord.read.occasions.tellingwords import DETERMINERS, NOT_YET, NOUNS, PREPOSITIONS, TOGETHER, VERBS

WEIGHTS = Path(__file__).with_name("tellings.json")
TYPES = OCCASION_TYPES
_WORD = re.compile(rf"{SAID}+|[\w'’&-]+|[^\w\s]")
_STOPS = frozenset(SAID + ";.!?")
# How many words before a noun its verb, its preposition and its article may stand.
_VERB_REACH, _PREPOSITION_REACH, _ARTICLE_REACH = 6, 5, 4
# A noun among the first words, with no verb before it, is the subject.
_SUBJECT = 4
# Before these a preposition and its noun may stand apart: "to the press corps".
_LINKS = frozenset({"press", "news", "media"})
_AFTER_NOUN = frozenset({"with", "of", "by", "to", "from", "between"})
_BESIDE = ("press", "presscon", "phone", "meet", "call")
_DAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What counts beside a sentence's own words: whether it is a headline, opens the body, or is a ministry's."""

    head: bool = False
    lead: bool = False
    release: bool = False
    outlet: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Telling:
    """The likeliest type of occasion that a sentence tells, how likely it is that it tells one, and by which word."""

    type: OccasionType
    chance: float
    span: Span
    chances: tuple[float, ...]


def read_telling(narrative: str, span: Span, setting: Setting) -> Telling | None:
    """What the sentence tells, None when it has no word of ours.

    Multinomial logistic regression; `chances` are those of `TYPES`, and what is left to 1 is that of none.
    """
    signs = list(find_signs(narrative, span, setting))
    if not any(at for _, at in signs):
        return None
    bias, weights = _weights()
    totals, known = list(bias), dict(signs[::-1])
    for sign in known:
        for kind, weight in enumerate(weights.get(sign, ())):
            totals[kind] += weight
    highest = max(totals)
    grown = [math.exp(total - highest) for total in totals]
    chances = [value / sum(grown) for value in grown]
    best = max(range(1, len(chances)), key=chances.__getitem__)
    word = _told_by(signs, weights, best)
    return Telling(TYPES[best - 1], 1 - chances[0], word, tuple(chances[1:])) if word else None


def find_signs(narrative: str, span: Span, setting: Setting) -> Iterator[tuple[str, Span | None]]:
    """The signs of one sentence, each with the word that it hangs on, None for those of the whole sentence."""
    found = list(_WORD.finditer(narrative, span.start, span.end))
    words = [match.group() for match in found]
    small = [word.lower().replace("’", "'") for word in words]
    groups: set[str] = set()
    for number, word in enumerate(small):
        own = _groups(word, setting)
        groups.update(own)
        if own:
            at = Span(*found[number].span())
            yield from ((sign, at) for sign in _noun_signs(small, number, own))
        for verb in VERBS.get(word, ()):
            yield from ((sign, None) for sign in _verb_signs(words, small, number, verb))
    yield from ((sign, None) for sign in _sentence_signs(small, groups, setting))


def _groups(word: str, setting: Setting) -> tuple[str, ...]:
    own = NOUNS.get(word) or NOUNS.get(word.removesuffix("'s"), ())
    return (*own, "outlet") if word in setting.outlet else own


def _noun_signs(words: Sequence[str], number: int, groups: Sequence[str]) -> Iterator[str]:
    """The groups of a noun beside its preposition, its verb, its article and what follows it."""
    word, (preposition, verb, article) = words[number], _before(words, number)
    opens = preposition is not None and (preposition == 0 or words[preposition - 1][0] in f"{SAID},—–-:")
    verbs = VERBS[words[verb]] if verb is not None else ()
    for group in groups:
        yield f"has>{group}"
        yield f"{article}>{group}"
        if preposition is not None:
            yield f"{words[preposition]}>{group}"
            yield f"p>{group}"
            yield from (f"{kind}>{words[preposition]}>{group}" for kind in verbs)
            if opens:
                yield f"open>{words[preposition]}>{group}"
            if verb is None and preposition and words[preposition - 1][0] == SAID:
                yield f"Q>{words[preposition]}>{group}"
        yield from (f"{kind}>{group}" for kind in verbs if preposition is None)
        if number <= _SUBJECT and preposition is None and verb is None:
            yield f"subj>{group}"
        if number + 1 < len(words) and words[number + 1] in _AFTER_NOUN:
            yield f"{group}>{words[number + 1]}"
    yield f"w>{word}"
    if preposition is not None:
        yield f"{words[preposition]}>w>{word}"
    elif verb is not None:
        yield f"{verbs[0]}>w>{word}"


def _before(words: Sequence[str], number: int) -> tuple[int | None, int | None, str]:
    """Where a noun's preposition and verb stand, and which article it has."""
    preposition: int | None = None
    article = "0"
    for at in range(number - 1, max(-1, number - _VERB_REACH - 1), -1):
        word = words[at]
        if word[0] in _STOPS:
            break
        if word in DETERMINERS and number - at <= _ARTICLE_REACH and article == "0":
            article = DETERMINERS[word]
        if preposition is None and word in PREPOSITIONS and number - at <= _PREPOSITION_REACH:
            preposition = at
        elif word in VERBS:
            return preposition, at, article
        elif word in NOUNS and preposition is None and word not in _LINKS:
            break
    return preposition, None, article


def _verb_signs(words: Sequence[str], small: Sequence[str], number: int, verb: str) -> Iterator[str]:
    yield f"v>{verb}"
    if number + 1 < len(words):
        follower = small[number + 1]
        if follower in PREPOSITIONS:
            yield f"v>{verb}>{follower}"
        if words[number + 1][0].isupper():
            yield f"v>{verb}>Cap"
        if follower[0] == SAID:
            yield f"v>{verb}>Q"


def _sentence_signs(words: Sequence[str], groups: set[str], setting: Setting) -> Iterator[str]:
    alone = set(words)
    together = bool(alone & TOGETHER)
    marks = {
        "joint": together,
        "fut": bool(alone & NOT_YET),
        "had": "had" in alone,
        "I": bool(alone & {"i", "we"}),
        "day": bool(alone & _DAYS),
        "head": setting.head,
        "lead": setting.lead,
        "release": setting.release,
    }
    yield from (name for name, holds in marks.items() if holds)
    for group in _BESIDE:
        if group in groups and together:
            yield f"joint&{group}"
        if group in groups and "envoy" in groups:
            yield f"envoy&{group}"
    if words:
        first = words[0]
        yield f"first>{first}" if first in PREPOSITIONS or first in VERBS else "first>_"
    yield "Q" if any(word[0] == SAID for word in words) else "noQ"
    if setting.release:
        yield from (f"release&has>{group}" for group in sorted(groups))
        yield from ("release&v>receive" for word in alone if "receive" in VERBS.get(word, ()))


def _told_by(signs: Sequence[tuple[str, Span | None]], weights: dict[str, tuple[float, ...]], kind: int) -> Span | None:
    """The noun that speaks most for the type."""
    worth: dict[Span, float] = {}
    for sign, at in signs:
        if at is not None:
            own = weights.get(sign)
            worth[at] = worth.get(at, 0.0) + (own[kind] - own[0] if own else 0.0)
    return max(worth, key=lambda at: (worth[at], -at.start), default=None)


@cache
def _weights() -> tuple[tuple[float, ...], dict[str, tuple[float, ...]]]:
    data = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return tuple(data["bias"]), {sign: tuple(row) for sign, row in data["weights"].items()}
