"""A report's readable text as words with offsets, sentences and paragraphs."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import READABLE, BlockKind, Report, Span
from onrecord.read.people.lists import listed
from onrecord.read.quotes import find_quotations

_WORD = re.compile(
    r"[a-z]{2,}+(?![-‐'’.&]?\w)|[A-Za-z][a-z]*+(?![-‐'’.&\w])"  # most words, with which nothing is joined: for speed
    r"|(?:[^\W\d_]\.){2,}"  # U.S., J.R., H.E.
    r"|(?:Mr|Mrs|Ms|Dr|Profs?|Gens?|Sens?|Reps?|Govs?|Messrs|St|Lt|Col|Sgt|Capt|Maj|Jr|Sr|Rev|Hon|Pres|Sec"
    r"|Eng|Engr|Ven|Amb|Atty|Barr|Adm|Cmdr|Brig|Cpl|Insp|Supt|Cllr|Ald|Msgr|Mgr|Fr|Rt)\."
    r"|Dato['’]"
    r"|(?<![^\W_])[A-Z]\.(?=\s?[A-Z])"  # the initial of a name
    r"|[^\W_]+(?:[-‐'’.&](?=[^\W_])[^\W_]+)*"
    r"|[^\w\s]"
)
_SUFFIX = re.compile(r"(?<=\w)['’](?:[sS]|ll|ve|re|d|m)$")
_PLURAL_OWNER = ("' ", "’ ")
# A line that is glued to the one before: "Photo: DespatchThe Guild said".
_GLUED = re.compile(r"(?<=[^\W\d_A-Z])(?:The|He|She|It|They|We|In|On|At|His|Her|But)$")
# "al-Qasim" is a name for all its small letter.
_ARTICLE = re.compile(r"(?:al|el|ul|ad|as|ash|at|an|ar)-[^\W\d_a-z]")
_STOPS = frozenset(".!?…")
_CLOSING = frozenset("\"'”’»)]")


# A line of at least so many words, this share of them with a capital and the rest small words, is set as a title.
TITLED_WORDS, TITLED_SHARE = 4, 0.6
# Styles without their full stops, and how they are then read.
_STYLES, _STYLE = frozenset({"HE", "HH", "HM"}), "h.e"
# Days that are first names too, behind the titles of those who are called so.
_DAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
_TOLD = _DAYS | {style.lower() for style in _STYLES}
_BEFORE_NAMES = listed("governor minister senator president chief mr mr. dr dr. comrade pastor justice prince hon. hon")
# Forms of words that are kept with what their letters tell; a batch of reports has most of its words from so few.
FORMS = 8192
_SMALL = listed("a an the of and or in on at to for if is as by with from over into that its vs via but not be are up")


@dataclass(slots=True, eq=False)
class Word:
    """One word or mark: its text (possessive cut off), offsets, and where it stands."""

    text: str
    start: int
    end: int
    sentence: int
    paragraph: int
    first: bool
    lower: str
    capital: bool
    possessive: bool = False
    quoted: bool = False


@dataclass(slots=True)
class Paragraph:
    """A line of a readable block: the kind of the block, its span and the range of its words.

    `titled` lines have a capital on nearly every word, which then says nothing about names.
    """

    kind: BlockKind
    span: Span
    first: int
    last: int
    titled: bool = False


@dataclass(slots=True)
class Words:
    """All words of the readable blocks in text order; `common` are those that occur without a capital."""

    items: list[Word]
    starts: list[int]
    paragraphs: list[Paragraph]
    common: frozenset[str] = frozenset()

    def at(self, offset: int) -> int:
        """The index of the last word that begins at or before the offset (0 when there is none)."""
        found = bisect_right(self.starts, offset) - 1
        return found if found > 0 else 0

    def within(self, span: Span) -> list[Word]:
        """The words that begin inside the span."""
        first = bisect_right(self.starts, span.start - 1)
        return self.items[first : bisect_right(self.starts, span.end - 1)]


def read_words(report: Report) -> Words:
    """Cut the readable blocks into words; a report without blocks is all body."""
    words = Words([], [], [])
    paragraphs: list[Paragraph] = []
    zones = [(block.kind, block.span) for block in report.blocks if block.kind in READABLE]
    if not report.blocks and report.text.strip():
        zones = [("body", Span(0, len(report.text)))]
    sentence = 0
    for kind, zone in sorted(zones, key=lambda item: item[1]):
        for line in _lines(report.text, zone):
            first = len(words.items)
            sentence = _cut(report.text, line, sentence, len(paragraphs), words.items)
            sentence += bool(len(words.items) > first and words.items[-1].sentence == sentence)
            if len(words.items) > first:
                titled = kind == "headline" or _is_titled(words.items[first:])
                paragraphs.append(Paragraph(kind, line, first, len(words.items), titled))
    _tell_names(words.items)
    words.paragraphs = paragraphs
    words.common = frozenset(word.lower for word in words.items if not word.capital)
    words.starts = [word.start for word in words.items]
    _mark_quoted(words, (quotation.span for quotation in find_quotations(report.text)))
    return words


def _tell_names(items: Sequence[Word]) -> None:
    """Tell "HE Dara Velm" from "he", and the "Sunday" of "Governor Sunday Torve" from the day."""
    told = [at for at, word in enumerate(items) if word.lower in _TOLD]
    for at in told:
        word, after = items[at], items[at + 1] if at + 1 < len(items) else None
        if after is None or not after.capital or not word.capital:
            continue
        if word.text in _STYLES and not after.text.isupper():
            word.lower = _STYLE
        elif word.lower in _DAYS and at and items[at - 1].lower in _BEFORE_NAMES and after.lower not in _DAYS:
            word.lower = word.text


def phrase_words(text: str) -> list[Word]:
    """The words of a phrase by itself, with offsets into it."""
    items: list[Word] = []
    if text.strip():
        _cut(text, Span(0, len(text)), 0, 0, items)
        _tell_names(items)
    return items


def _is_titled(line: list[Word]) -> bool:
    """Whether a line is set as a title: small letters only on small words."""
    capitals = small = 0
    for word in line:
        if word.capital:
            capitals += 1
        elif word.lower in _SMALL:
            small += 1
        elif word.text[0].isalpha():
            return False
    return capitals + small >= TITLED_WORDS and capitals >= TITLED_SHARE * (capitals + small)


def _lines(text: str, zone: Span) -> Iterable[Span]:
    for match in re.finditer(r"[^\n]*[^\s][^\n]*", text[zone.start : zone.end]):
        yield Span(zone.start + match.start(), zone.start + match.end())


def _cut(text: str, line: Span, sentence: int, paragraph: int, items: list[Word]) -> int:
    first, add = True, items.append
    for match in _WORD.finditer(text, line.start, line.end):
        plain, lower, capital, owner, plural, one = _form(match[0])
        start, end = match.span()
        if not plain:
            continue
        if one:
            add(Word(one, start, start + len(one), sentence, paragraph, first, one.lower(), capital))
            start, capital, sentence, first = start + len(one), True, sentence + 1, True
        if plural:
            owner = text[end : end + 2] in _PLURAL_OWNER
        add(Word(plain, start, start + len(plain), sentence, paragraph, first, lower, capital, owner))
        if plain in _STOPS:
            if _ends_sentence(text, end, line.end):
                sentence, first = sentence + 1, True
        elif first and plain[0].isalnum():
            first = False
    return sentence


@lru_cache(maxsize=FORMS)
def _form(whole: str) -> tuple[str, str, bool, bool, bool, str]:
    """What a word's letters alone tell: the word without its suffix, as written and in small letters, whether it has a
    capital, owns, and is a plural that may own by what follows, and the end of the line that is glued before it.
    """
    cut = _SUFFIX.search(whole) if "'" in whole or "’" in whole else None
    plain = whole[: cut.start()] if cut else whole
    if not plain:
        return "", "", False, False, False, ""
    lower, one = plain.lower(), ""
    capital = plain[0] != lower[0] or ("-" in plain and bool(_ARTICLE.match(plain)))
    if plain != lower and plain[1:] != lower[1:] and (glued := _GLUED.search(plain)):
        one, plain = plain[: glued.start()], glued.group()
        lower = plain.lower()
    owner = cut is not None and cut.group()[-1] in "sS"
    return plain, lower, capital, owner, cut is None and lower[-1] == "s", one


def _ends_sentence(text: str, at: int, end: int) -> bool:
    while at < end and text[at] in _CLOSING:
        at += 1
    return at >= end or text[at].isspace()


def _mark_quoted(words: Words, quotations: Iterable[Span]) -> None:
    for span in quotations:
        for word in words.within(span):
            word.quoted = True
