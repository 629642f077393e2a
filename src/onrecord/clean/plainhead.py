"""Labels for what stands above the body of a plain text: the headline among menus, names, captions and standfirsts."""

from __future__ import annotations

import re
from typing import Final

from onrecord.clean.headlines import headline_of
from onrecord.clean.names import is_signature
from onrecord.clean.sheet import Sheet
from onrecord.clean.signs import Sign
from onrecord.model import BlockKind

BY_SIGN: Final[dict[Sign, BlockKind]] = {
    "section": "furniture", "pointer": "teaser", "furniture": "furniture", "caption": "caption",
    "byline": "byline", "credit": "credit", "date": "furniture",
}  # fmt: skip
# Heads of the points that some outlets sum a report up with; any other few words there are furniture.
_SUMMED_UP = re.compile(
    r"(?:(?:key|main) (?:points|takeaways|facts)|at a glance|in (?:short|brief)|das wichtigste(?: in kürze)?|"
    r"l[’']essentiel|en (?:bref|resumen|síntesis)|in sintesi|em resumo):?",
    re.IGNORECASE,
)


def head_kinds(sheet: Sheet, start: int) -> list[BlockKind]:
    """The kinds of the lines above the one numbered `start`, where the body begins."""
    free = [i for i in range(start) if sheet.signs[i] is None]
    headline = headline_of(sheet, [i for i in free if sheet.lines[i].words >= 3] or free)
    kinds: list[BlockKind] = []
    for i in range(start):
        sign = sheet.signs[i]
        if sign == "caption" and i == headline:
            kinds.append("headline")
        elif sign == "credit" and i + 1 < headline and sheet.signs[i + 1] == "furniture":
            # Above a menu an agency's letters are the name of its site.
            kinds.append("furniture")
        elif sign:
            kinds.append(BY_SIGN[sign])
        elif i == headline:
            kinds.append("headline")
        elif i > headline and _heads_points(sheet, i):
            kinds.append("subhead")
        elif i < headline or (sheet.lines[i].words <= 2 and not is_signature(sheet.lines[i].text)):
            kinds.append("furniture")
        else:
            kinds.append("byline" if is_signature(sheet.lines[i].text) else "subhead")
    return kinds


def _heads_points(sheet: Sheet, i: int) -> bool:
    text = sheet.lines[i].text
    return bool(_SUMMED_UP.fullmatch(text)) or (text.endswith(":") and sheet.prose(i + 1))
