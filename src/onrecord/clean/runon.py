"""Run-on lines: a text without paragraph breaks holds its headline, body and residue on one line."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

from onrecord.clean.dateline import find_opening
from onrecord.clean.glued import unglued
from onrecord.clean.lines import Line
from onrecord.clean.names import is_signature
from onrecord.clean.wordlists import words
from onrecord.model import Span

# A line is taken for a whole report when it is longer than 99 % of the paragraphs of news pages.
RUN_ON = 900
# A headline has up to 200 characters; what comes later is no headline any more.
HEAD_REACH = 220

_CAPITAL = re.compile(r"(?<=\s)(?=[A-Z(])")
_TAIL = re.compile(
    r"(?<=[.!?…”\"’»)\w])\s+(?=(?:Check Also|Related (?:News|Articles|Stories|Topics|Posts)|Read (?:Also|Next|More)\b|"
    r"Also Read\b|Most Read|You May Also Like|Sources?: [A-Z]|Comments\s*$))"
)
_SENTENCE_END = re.compile(r"[.!?…][”\"’»)]*\s+(?=\S)")
_COMPOUND = words(
    "New San Santa Santo St. Saint Abu Al El Los Las Tel Addis Kuala Buenos Rio Cape Hong Sri Port Phnom La Le Upper "
    "Lower North South East West Fort Mount Lake Costa Villa Ciudad Puerto Porto Bad Den Saint-"
)


def split_run_ons(table: list[Line]) -> list[Line]:
    """The table with every run-on line cut before its dateline and its tail, and before captions glued to a line."""
    table = [part for line in table for part in unglued(line)]
    if not table or max(len(line.text) for line in table) < RUN_ON or len(table) > 4:
        return table
    return [part for line in table for part in (_parts(line) if len(line.text) >= RUN_ON else [line])]


def _parts(line: Line) -> list[Line]:
    cuts = [0, *_head_cut(line.text), *(found.end() for found in _TAIL.finditer(line.text)), len(line.text)]
    parts = [_part(line, start, end) for start, end in itertools.pairwise(cuts) if start < end]
    return [piece for part in parts for piece in _signed(part)]


def _head_cut(text: str) -> list[int]:
    """Where the body begins behind a headline: at a dateline with its agency, if no sentence ended before it."""
    found: list[int] = []
    limit = _SENTENCE_END.search(text)
    for start in _CAPITAL.finditer(text, 1, min(HEAD_REACH, limit.start() if limit else HEAD_REACH)):
        opening = find_opening(text[start.start() : start.start() + 200])
        if opening and opening.place and opening.agency:
            found.append(start.start())
    if not found:
        return []
    cut = found[-1]
    before = text[:cut].split()
    if len(found) > 1 and before and before[-1] in _COMPOUND:
        cut = found[-2]
    return [cut]


def _signed(part: Line) -> list[Line]:
    """The part, cut in two when names alone stand after its last sentence."""
    ends = [found.end() for found in _SENTENCE_END.finditer(part.text)]
    if ends and len(part.text) > 200 and is_signature(part.text[ends[-1] :]):
        return [_part(part, 0, ends[-1]), _part(part, ends[-1], len(part.text))]
    return [part]


def _part(line: Line, start: int, end: int) -> Line:
    piece = line.text[start:end]
    start += len(piece) - len(piece.lstrip())
    piece = piece.strip()
    at = line.span.start + start
    return replace(line, text=piece, span=Span(at, at + len(piece)), after_blank=line.after_blank and start == 0)
