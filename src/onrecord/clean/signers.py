"""Lines beside a byline that belong to it: what the author is, and where to write to.

Alone they would be anything ("Columnist", "@maro"); beside a name they say who reports.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.clean.lines import Line
from onrecord.clean.names import is_signature
from onrecord.clean.signs import Sign

# A role, a handle and an address stand within so many lines of the name.
REACH: Final = 2
MAX_ROLE: Final = 6
_TRADE = (
    r"(?:reporter|correspondent|editor|columnist|writer|journalist|producer|photographer|fact-?checker|contributor|"
    r"reporterin|korrespondent(?:in)?|redakteur(?:in)?|journaliste|correspondante?|envoyée?\ spéciale?|corresponsal|"
    r"redactora?|periodista|correspondente|giornalista|inviato|bureau\ chief)"
)
_ROLE = re.compile(rf"\W*(?:[\w’'.&/-]+\ ){{0,4}}{_TRADE}s?(?:\ (?:in|for|at)\ [\w’' -]{{2,30}})?\W*", re.IGNORECASE)
_NAMED_ROLE = re.compile(rf"(?P<name>[^,()|]{{4,40}}?)\s?[,(|–—-]\s?(?:[\w’'.&/-]+\ ){{0,4}}{_TRADE}\W*", re.IGNORECASE)
_BY = re.compile(r"\W*(?:(?:words|text|story|report) )?(?:by|von|par|por|di|door)\W*", re.IGNORECASE)
_HANDLE = re.compile(r"(?:\W{0,2}(?:@\w{2,30}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)\W{0,2})+", re.ASCII)


def find_signers(lines: Sequence[Line], signs: Sequence[Sign | None]) -> set[int]:
    """The numbers of the lines that name somebody with a trade, or a trade or an address beside such a line."""
    named = {i for i, line in enumerate(lines) if signs[i] is None and names_trade(line)}
    named |= {j for i in range(len(lines) - 1) if _announced(lines, signs, i) for j in (i, i + 1)}
    signed = named | {i for i, line in enumerate(lines) if signs[i] == "byline" or _bare_name(line, signs[i])}
    beside = {j for i in signed for j in range(i - REACH, i + REACH + 1)} - signed
    return named | {i for i, line in enumerate(lines) if i in beside and _belongs(line, signs[i])}


def names_trade(line: Line) -> bool:
    """Whether the line is a name with what its bearer is ("Mara Ilves, fact-checker")."""
    found = _NAMED_ROLE.fullmatch(line.text) if line.words <= MAX_ROLE + 4 and not line.stops else None
    return bool(found) and is_signature(found["name"].strip()) if found else False


def _announced(lines: Sequence[Line], signs: Sequence[Sign | None], i: int) -> bool:
    """Whether "By" stands alone above a name, as in texts copied from pages that style the two apart."""
    return bool(_BY.fullmatch(lines[i].text)) and _bare_name(lines[i + 1], signs[i + 1])


def _bare_name(line: Line, sign: Sign | None) -> bool:
    return sign is None and line.words <= MAX_ROLE and is_signature(line.text)


def _belongs(line: Line, sign: Sign | None) -> bool:
    if sign not in {None, "furniture"} or line.words > 2 * MAX_ROLE:
        return False
    if _HANDLE.fullmatch(line.text):
        return True
    return sign is None and not line.stops and line.words <= MAX_ROLE and bool(_ROLE.fullmatch(line.text))
