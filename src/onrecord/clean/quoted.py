"""Which lines of a text stand outside quotation marks: only those may be taken for an outlet's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from onrecord.model import Span

# Notices of an outlet are short; a longer line that recurs is a paragraph of a story that was told twice.
MAX_CHARACTERS: Final = 200
# A quotation that is never closed holds no more lines than this; a mark lost in a menu must not hide a page.
MAX_QUOTED_LINES: Final = 12

_LINE = re.compile(r"[^\n\r\u2028\u2029\f\v]+")
_MARKS = re.compile('[“”„«»"]')
_CLOSERS: Final = {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”'}


def unquoted_lines(text: str) -> Iterator[Span]:
    """Each line, white space and all, that has no quotation mark and stands inside no quotation."""
    quoted_lines = 0
    for found in _LINE.finditer(text):
        marks = _MARKS.findall(found[0])
        inside = quoted_lines > 0
        quoted_lines = _still_open(marks, quoted_lines)
        if not inside and not marks:
            yield Span(*found.span())


def _still_open(marks: list[str], quoted_lines: int) -> int:
    """How many lines more a quotation that is open behind a line may hold; 0 when none is open.

    Each paragraph of a long quotation opens anew, so an opening mark inside a quotation opens nothing more; a mark
    that ends quotations in one country opens them in another, and tells which by the one before it.
    """
    opener = "“" if quoted_lines else ""
    for mark in marks:
        if not opener:
            opener = "" if mark == "”" else mark
        elif mark in _CLOSERS[opener]:
            opener = ""
    return 0 if not opener else MAX_QUOTED_LINES if marks else quoted_lines - 1
