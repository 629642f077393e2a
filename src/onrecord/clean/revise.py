"""The text models' word on labels that rules gave: surely residue is read no more, surely body is read again.

Rules know press conventions and are right on what they know; pasted pages bring lines that no rule knows. In a report
of ordinary length the models overrule them only where they are sure; the longer a text, the more of it is a page, and
the more they decide. What a sign, a dateline or a transcript's turn explains is left alone, or needs a sure model.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from onrecord.clean.dateline import place_and_date
from onrecord.clean.features import Numbers
from onrecord.clean.names import is_signature
from onrecord.clean.sheet import Sheet
from onrecord.model import RESIDUE, BlockKind


@dataclass(frozen=True, slots=True)
class Bounds:
    """Log-odds to be body from which a line stays body, is read again, and is read against a sign or a list's head.

    Another line is the headline where its own log-odds are by `margin` above those of the one that the rules chose.
    `prose_only` says that of what the rules call residue nothing but uncut prose outside lists is ever read.
    """

    kept: float
    restored: float
    against: float
    margin: float = 1.0
    prose_only: bool = False


# Shorter texts have too little around a line to tell; they are snippets, not reports.
MIN_LINES: Final = 6
# Texts of up to so many lines are reports with little around them, pasted parts of pages, and whole pages. The bounds
# are from the folds of `training/textlines.py` and our own gold; on whole pages a lower one lets 1.2 lines through for
# each line that it saves, in reports any lower one loses what rules got right.
REPORT_LINES, PASTED_LINES = 30, 60
REPORT: Final = Bounds(kept=-2.0, restored=2.0, against=math.inf, margin=3.0, prose_only=True)
PASTED: Final = Bounds(kept=-1.0, restored=-1.0, against=1.0)
PAGE: Final = Bounds(kept=-1.6, restored=-1.6, against=1.4)
# So much less is enough for what the rules call a subhead, and so much less for a line that opens with a dateline.
SUBHEAD: Final = 1.0
OPENING: Final = 2.0
# Of what rules call residue a word or two without a stop are buttons and tags more often than subheads.
FEW_WORDS, FEW_WORDS_MORE = 2, 1.5
# Names alone sign a report at most so many lines from its headline, or from its last line.
NEAR_HEADLINE, NEAR_END = 6, 3
_ADVERT = re.compile(r"\W*(?:sponsored|promoted|paid|advert)", re.IGNORECASE)


def bounds_of(lines: int) -> Bounds:
    """The bounds for a text of so many lines."""
    return REPORT if lines < REPORT_LINES else PASTED if lines < PASTED_LINES else PAGE


def revise(sheet: Sheet, kinds: Sequence[BlockKind], scores: Numbers, heads: Numbers) -> list[BlockKind]:
    """The kinds, changed where the models know better; both scores are log-odds, to be body and to be the headline."""
    if len(kinds) < MIN_LINES or sheet.transcript:
        return list(kinds)
    bounds = bounds_of(len(kinds))
    headline, boxed = _headline(kinds, heads, bounds), _boxed(sheet)
    found: list[BlockKind] = []
    for i, (kind, score) in enumerate(zip(kinds, scores.tolist(), strict=True)):
        if i == headline:
            found.append("headline")
        elif kind == "headline":
            found.append("body" if score >= bounds.kept else "furniture")
        elif kind in {"body", "subhead"}:
            found.append("furniture" if score < _keeping(sheet, i, kind, bounds) else kind)
        elif kind in RESIDUE:
            found.append("body" if score >= _restoring(sheet, i, kind, bounds, boxed=i >= boxed) else kind)
        else:
            found.append(kind)
    return _signed(sheet, kinds, found, headline)


def is_advert(head: str) -> bool:
    """Whether the head of a box announces an advertisement."""
    return bool(_ADVERT.match(head))


def _headline(kinds: Sequence[BlockKind], heads: Numbers, bounds: Bounds) -> int:
    """The number of the headline's line, -1 for none."""
    chosen = next((i for i, kind in enumerate(kinds) if kind == "headline"), -1)
    best = int(np.argmax(heads))
    if chosen < 0:
        return best if heads[best] >= 0 else -1
    return best if heads[best] >= heads[chosen] + bounds.margin else chosen


def _boxed(sheet: Sheet) -> int:
    """The number of the line behind which lists of other stories or comments stand; past the end if there is none.

    An advertisement's head interrupts a report, and so may any other on a whole page.
    """
    end = sheet.comments(0)
    if len(sheet.lines) >= PASTED_LINES:
        return end
    heads = (i for i, sign in enumerate(sheet.signs) if sign == "section" and not is_advert(sheet.lines[i].text))
    return min(next(heads, end), end)


def _keeping(sheet: Sheet, i: int, kind: BlockKind, bounds: Bounds) -> float:
    """The score from which a line that rules call body stays body."""
    filed = place_and_date(sheet.lines[i].text) if kind == "subhead" else None
    if sheet.signs[i] is not None or (filed and filed.end >= len(sheet.lines[i].text)):
        return -math.inf
    if sheet.openings[i] is not None:
        return bounds.kept - OPENING
    return bounds.kept - (SUBHEAD if kind == "subhead" else 0)


def _restoring(sheet: Sheet, i: int, kind: BlockKind, bounds: Bounds, *, boxed: bool) -> float:
    """The score from which a line that rules call residue is body."""
    line = sheet.lines[i]
    if sheet.openings[i] is not None or (sheet.signs[i] is not None and not line.prose):
        return math.inf
    if bounds.prose_only and (boxed or not sheet.prose(i) or line.trails_off):
        return math.inf
    explained = boxed or kind == "caption" or sheet.signs[i] is not None
    bare = FEW_WORDS_MORE if line.words <= FEW_WORDS and not line.stops else 0.0
    return (bounds.against if explained else bounds.restored) + bare


def _signed(sheet: Sheet, ruled: Sequence[BlockKind], kinds: Sequence[BlockKind], headline: int) -> list[BlockKind]:
    """The kinds with names alone as signatures near the ends of the report, and as furniture elsewhere."""
    bodies = [i for i, kind in enumerate(kinds) if kind == "body"]
    first, last = (bodies[0], bodies[-1]) if bodies else (0, len(kinds))
    near = {*range(headline - 2, headline + NEAR_HEADLINE + 1), *range(first - 2, first + 1)}
    near |= set(range(last, last + NEAR_END + 1))
    found = list(kinds)
    for i, kind in enumerate(kinds):
        dropped = kind == "furniture" and ruled[i] in {"body", "subhead"}
        if (kind == "byline" or dropped) and sheet.signs[i] is None and is_signature(sheet.lines[i].text):
            found[i] = "byline" if i in near else "furniture"
    return found
