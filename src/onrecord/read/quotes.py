"""The quote state of a text: which characters stand inside quotation marks.

An automaton over straight, curly, single, low-9, guillemet and doubled marks. It never raises: what it cannot close
it reports as unclosed, because the real web loses marks, glues captions to them and repeats opening marks at every
paragraph of one quotation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from onrecord.model import Span

_MARK = re.compile(r"``|''|[\"“”„‟«»‹›‘’‚‛'＂「」『』]")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![ \t]*\n)[^\n]+)*")

_OPENERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "「": "」", "『": "』", "‘": "’", "‚": "‘’", "``": "''"}
_CLOSERS = set("”»›」』")
_STRAIGHT = {'"', "＂", "''"}
_SINGLES = {"‘", "’", "‚", "‛", "'"}

# A quotation with no closing mark in its paragraph is believed only this far: beyond it the opening mark is more
# likely a typo than a quotation (longest single-paragraph quotation in PolNeAR train: 1,480 characters).
LONGEST_UNCLOSED = 1500
# Marks open at once: a quotation in a quotation in a quotation. More are strays.
DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks, marks included.

    `closed` is False when its closing mark is missing; `continued` is True when the next paragraph opens with a mark
    that goes on with it. `depth` is 0 for an outer quotation, 1 for one inside it.
    """

    span: Span
    closed: bool = True
    continued: bool = False
    depth: int = 0


# Reading asks for the quotations of one text several times in a row.
@lru_cache(maxsize=2)
def find_quotations(text: str) -> tuple[Quotation, ...]:
    """Every quotation of the text in text order, outer before inner. Never raises."""
    found: list[Quotation] = []
    paragraphs = list(_PARAGRAPH.finditer(text))
    for number, paragraph in enumerate(paragraphs):
        following = text[paragraphs[number + 1].start() :][:1] if number + 1 < len(paragraphs) else ""
        found.extend(_scan(text, paragraph.start(), paragraph.end(), following))
    return tuple(sorted(found, key=lambda quotation: (quotation.span.start, -quotation.span.end)))


def _scan(text: str, start: int, end: int, following: str) -> Iterator[Quotation]:
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if mark in _SINGLES and _is_apostrophe(text, at, stack):
            continue
        closes = _closes(mark, at, text, stack)
        if closes is not None:
            for _ in range(len(stack) - 1 - closes):
                stack.pop()
            _, opened = stack.pop()
            yield Quotation(Span(opened, match.end()), depth=len(stack))
        elif _opens(mark, at, text, end) and len(stack) < DEEPEST:
            stack.append((mark, at))
    if stack:
        _, opened = stack[0]
        goes_on = following in _OPENERS or following in _STRAIGHT
        if goes_on or _believable(text, opened, end):
            yield Quotation(Span(opened, min(end, opened + LONGEST_UNCLOSED)), closed=False, continued=goes_on)


def _believable(text: str, opened: int, end: int) -> bool:
    """An unclosed mark opens a quotation when words follow it at once and it is no single mark."""
    return text[opened] not in _SINGLES and opened + 1 < end and not text[opened + 1].isspace()


def _closes(mark: str, at: int, text: str, stack: list[tuple[str, int]]) -> int | None:
    """Index in the stack of the quotation that this mark closes."""
    for index in range(len(stack) - 1, -1, -1):
        opener, opened = stack[index]
        if mark in _STRAIGHT and opener in _STRAIGHT and (at > opened + 1 and not _looks_opening(text, at, mark)):
            return index
        if mark in _OPENERS.get(opener, ""):
            return index
        if mark == "”" and opener in {'"', "“", "„"}:
            return index
        if mark == '"' and opener in {"“", "„"} and not _looks_opening(text, at, mark):
            return index
        if mark in {"'", "’"} and opener in {"'", "‘", "‛", "’"}:
            return index
    return None


def _looks_opening(text: str, at: int, mark: str) -> bool:
    """Whether a straight mark can only open: white space or an opening bracket before it, a word after it."""
    before = text[at - 1] if at else " "
    after = text[at + len(mark) : at + len(mark) + 1]
    return (before.isspace() or before in "([—–") and bool(after) and not after.isspace() and after not in ".,;:!?)"


def _is_apostrophe(text: str, at: int, stack: list[tuple[str, int]]) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    if before.isalnum() and after.isalnum():
        return True
    if text[at] in "‘‚‛":
        return False
    open_single = any(opener in _SINGLES for opener, _ in stack)
    if before.isalnum() or before in ".,!?…":
        return not open_single or (before in "sS" and _closes_later(text, at))
    return after.isdigit()


def _closes_later(text: str, at: int) -> bool:
    """Whether a plural possessive is likelier: another closing single mark follows in the same sentence."""
    rest = re.split(r"[\n.!?]", text[at + 1 : at + 400], maxsplit=1)[0]
    return bool(re.search(r"\w['’](?!\w)", rest))


def _opens_single(text: str, at: int, end: int) -> bool:
    """A single mark opens only after white space, before a word, and with a mark that can close it later."""
    before = text[at - 1] if at else " "
    if before.isalnum() or at + 1 >= end or text[at + 1].isspace():
        return False
    if text[at] == "’" and not (at + 1 < end and text[at + 1].isupper()):
        return False
    return bool(re.search(r"[\w.,!?…]['’](?!\w)", text[at + 1 : min(end, at + 600)]))


def _opens(mark: str, at: int, text: str, end: int) -> bool:
    if mark in _SINGLES:
        return _opens_single(text, at, end)
    return mark in _OPENERS or mark in _STRAIGHT
