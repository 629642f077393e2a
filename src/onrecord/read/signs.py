"""Signs of an act in the words of a statement: modals, persons, negation, blame, honour, futures, numbers.

Every sign is a named yes-or-no test, so that a label can be explained by the signs that spoke for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from onrecord.clean.wordlists import words as word_set
from onrecord.read.lexicon import stem
from onrecord.read.signwords import CUE_WORDS, GATES, PHRASES, STARTS, WHOLE, WORD_GATES, WORDS

# Longer contents are read up to here: the act stands at the front, and later sentences mostly give grounds.
READ_CHARACTERS = 320
# A main clause has at least this many characters before it may end.
_LEAST_CLAUSE = 12
# Words whose signs are kept: a newspaper's vocabulary, not its names.
_REMEMBERED = 1 << 15
# Contents whose plain text is kept: rulings and signs ask for it one after the other.
_RECENT = 16

# Signs of several words: name, pattern, and the words or the signs of words without which it is not looked for.
Gated = tuple[str, re.Pattern[str], frozenset[str], bool]


def _gated(patterns: dict[str, re.Pattern[str]]) -> tuple[Gated, ...]:
    return tuple(
        (name, pattern, WORD_GATES.get(name) or GATES[name], name in WORD_GATES) for name, pattern in patterns.items()
    )


_IN_MAIN, _IN_ALL = _gated(PHRASES), _gated(WHOLE)
_ANY_START = re.compile("|".join(f"(?:{pattern.pattern})" for pattern in STARTS.values()))
_QUOTES = re.compile("[\"“”«»„‘]|(?<!\\w)'|'(?!\\w)")
_OPENING = re.compile(r"^(?:(?:that|as|how|and|but|so|well|look|yes,?)\b,? ?)+")
_CONDITION = re.compile(r"^(?:if|when|unless|until|once|while|although|after|before|as long as)\b[^,]{3,90}, (?=\w)")
_CLAUSE_END = re.compile(
    r"[;.?!] |, (?:who|which|whose|while|adding|and|but|because|as|if|so|when|where)\b|"
    r" (?:because|while|although|until|unless|before|after|when|which|who|whom|where|if|since) "
)
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?|\d+|\?")
_MARKS = frozenset("\"“«„‘'")
_SPEAKING = frozenset(["i", "we", "my", "our"])
_REPORTED = frozenset(["he", "she", "they", "it", "his", "her", "their", "its"])
_ADDRESSED = frozenset(["you", "your"])
# Words from the main clause's beginning among which its verb is expected.
_NEAR = 9
# Signs that mean another act after another cue: "insisted the bridge is safe" denies.
_WITH_CUE = ("negation", "verdict", "will", "past", "is")
# Signs that mean another act with another subject.
_DEEDS = ("will", "negation", "past", "is", "has", "strike", "deed", "must", "should", "telling", "blame", "honour",
          "ready", "agree", "refuse", "promise", "wish", "verdict")  # fmt: skip
_FINITE = word_set(
    "is are was were has have had will would can could may might must should shall do does did cannot can't don't "
    "doesn't didn't won't isn't aren't wasn't weren't it's that's there's i'm we're they're you're i've we've"
)


@lru_cache(_RECENT)
def plain(content: str) -> str:
    """The content in lower case, without quotation marks and the word that opens it."""
    text = " ".join(content[:READ_CHARACTERS].lower().replace("’", "'").split())
    return _OPENING.sub("", _QUOTES.sub("", text).strip(" ,-–—:"), count=1)


def opens_a_clause(content: str) -> bool:
    """Whether the content is a clause that "that" opens."""
    return content[:5].lower() == "that "


def main_clause(text: str) -> str:
    """The first clause that is no condition: up to a subordinate clause or the end of the sentence."""
    text = _CONDITION.sub("", text)
    end = _CLAUSE_END.search(text, _LEAST_CLAUSE)
    return text[: end.start()] if end else text


def signs_of(cue: str, content: str, source: str) -> Iterator[str]:
    """The names of the signs that a statement shows; each may come more than once.

    Names of content signs stand alone; `main:` marks those of the main clause's words, `cue:` those of the cue.
    """
    text = plain(content)
    main = main_clause(text)
    words, first = _TOKEN.findall(text), _TOKEN.findall(main)
    different = set(words)
    seen = {sign for word in different for sign in word_signs(word)}
    yield from seen
    for word in first:
        yield from _main_signs(word)
    for name, pattern, gate, by_word in _IN_MAIN:
        if not gate.isdisjoint(different if by_word else seen) and pattern.search(main):
            yield name
    for name, pattern, gate, by_word in _IN_ALL:
        if not gate.isdisjoint(different if by_word else seen) and pattern.search(text):
            yield name
    if _ANY_START.match(text):
        for name, pattern in STARTS.items():
            if pattern.match(text):
                yield name
    for word in _TOKEN.findall(cue.lower()):
        for manner in CUE_WORDS.get(stem(word), ()):
            yield f"cue:{manner}"
            yield from (f"cue:{manner} + {sign}" for sign in _WITH_CUE if sign in seen)
    yield from _shape(content, words, first)
    yield from _subject(first, content, source)


@lru_cache(_REMEMBERED)
def word_signs(word: str) -> tuple[str, ...]:
    """The signs that a single word gives."""
    return tuple(name for name, pattern in WORDS.items() if pattern.fullmatch(word))


@lru_cache(_REMEMBERED)
def _main_signs(word: str) -> tuple[str, ...]:
    return tuple(f"main:{name}" for name in word_signs(word))


def _shape(content: str, words: list[str], main: list[str]) -> Iterator[str]:
    if content[:1] in _MARKS:
        yield "quoted"
    elif any(sign in content for sign in '"“«„‘'):
        yield "part quoted"
    if len(words) <= 4:
        yield "short"
    if len(words) > 25:
        yield "long"
    if not any(word in _FINITE or (len(word) > 3 and word.endswith("ed")) for word in main):
        yield "no finite verb"


def _subject(main: list[str], content: str, source: str) -> Iterator[str]:
    """Who acts in the content, and what: the source itself, one it speaks to, or another.

    In words that are quoted the source is "I" and "we", in reported words "he", "she" or its name.
    """
    if not main:
        return
    first = main[0].partition("'")[0]
    speaks = content[:1] in _MARKS or first in _SPEAKING
    if first in _SPEAKING or (not speaks and first in _REPORTED) or not set(main[:4]).isdisjoint(_names(source)):
        who = "own"
    else:
        who = "your" if first in _ADDRESSED else "their" if first in _REPORTED else "other"
    yield f"{who} subject"
    if speaks:
        yield f"{who} subject, spoken"
    seen = {sign for word in main[:_NEAR] for sign in word_signs(word)}
    for sign in _DEEDS:
        if sign in seen:
            yield f"{who} {sign}"


@lru_cache(_REMEMBERED)
def _names(source: str) -> frozenset[str]:
    """Words of a source that name it: capitalised or long."""
    return frozenset(word for word in _TOKEN.findall(source.lower()) if len(word) > 4) | frozenset(
        word.lower() for word in re.findall(r"\b[A-Z]\w{2,}", source)
    )
