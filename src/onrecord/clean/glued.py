"""Captions glued to the end of a paragraph, as pages lose the break before a photo when they are pasted."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.clean.lines import Line
from onrecord.clean.plainsigns import plain_sign
from onrecord.model import Span

# A caption that nothing but its place gives away is a few words; one that names its photographer may be a sentence.
BARE_WORDS = 9
CREDITED_WORDS = 40

_AFTER_MARK = re.compile(r"(?<=[.!?…])[”\"’»](?=[^\W\d_]|©)")
# A word in small letters goes before, so that initials, numbers and addresses of sites are no ends of sentences.
_AFTER_STOP = re.compile(r"(?:(?<=[^\W\d_]{4}[.!?…])|(?<=[”\"’»)][.!?…]))(?=[^\W\d_]|[(\[©])")
_AGENCY_END = re.compile(r"[^“”\"«»]*\s[(\[][A-Z]{2,10}[)\]]\.?")
_INSIDE = re.compile(r"[.!?“”\"«»]")
_SITE = re.compile(r"[a-z]{2,6}\b(?:/|$|\s+(?:and|or)\b)|\S*[@/]")


def unglued(line: Line) -> list[Line]:
    """The line, cut where a caption is glued to its last sentence (`... "respected."two, ministers`).

    What follows a closing mark is a caption when it is short and has no stop. After a mere stop it must also hold
    no verb that a sentence with a lost space would have: tags in small letters, or a caption's own sign.
    """
    starts = [found.end() for found in _AFTER_MARK.finditer(line.text)]
    for start in starts:
        words = line.text[start:]
        if len(words) > 2 and (_is_bare(words) or _is_credited(words)):
            return _cut(line, start)
    for found in _AFTER_STOP.finditer(line.text):
        words = line.text[found.end() :]
        tags = _is_bare(words) and words.islower() and "," in words
        if found.start() > 0 and not _SITE.match(words) and (tags or _is_credited(words)):
            return _cut(line, found.end())
    return [line]


def _is_bare(words: str) -> bool:
    return len(words) <= 81 and len(words.split()) <= BARE_WORDS and not _INSIDE.search(words)


def _is_credited(words: str) -> bool:
    count = len(words.split())
    if count > CREDITED_WORDS:
        return False
    return plain_sign(words, count) == "caption" or bool(_AGENCY_END.fullmatch(words))


def _cut(line: Line, at: int) -> list[Line]:
    start = line.span.start
    body = line.text[:at].rstrip()
    caption = line.text[at:]
    return [
        replace(line, text=body, span=Span(start, start + len(body))),
        replace(line, text=caption, span=Span(start + at, line.span.end), after_blank=False, glued=True),
    ]
