"""The text model's word on labels that rules gave: surely residue is read no more, surely body is read again.

Rules know press conventions and are right on what they know; pasted pages bring lines that no rule knows. In a report
of ordinary length the model overrules them only where it is sure; in the text of a whole page, of which the report is
a small part, it decides. A line that a sign, a dateline or a transcript's turn explains is never its business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from onrecord.clean.features import Numbers
from onrecord.clean.names import is_signature
from onrecord.clean.sheet import Sheet
from onrecord.model import RESIDUE, BlockKind

# Log-odds below which a line of a report is no body, and from which it is. On our gold of whole reports -2 loses one
# line that is not lost without; -1 loses subheads and short answers.
RESIDUE_BELOW: Final = -2.0
QUOTED_BELOW: Final = -3.5
BODY_FROM: Final = 2.0
# A text of so many lines is a whole page. On whole pages of 45 fundus outlets left out of training, rules let 13.8 % of
# the residue through and lose 9.1 % of the body; with the model deciding from -.6 on, 3.6 % and 5.4 %; from 0 on, 2.4 %
# and 9.1 %; overruling as in reports, 5.1 % and 7.6 %.
PAGE_LINES: Final = 60
PAGE_BOUND: Final = -0.6
# Shorter texts have too little around a line to tell; they are snippets, not pages.
MIN_LINES: Final = 6
MIN_STANDFIRST: Final = 6
_ADVERT = re.compile(r"\W*(?:sponsored|promoted|paid|advert)", re.IGNORECASE)
_QUOTED = re.compile(r"[“”\"«»„]")


def revise(sheet: Sheet, kinds: Sequence[BlockKind], scores: Numbers) -> list[BlockKind]:
    """The kinds, changed where the model is sure and no sign speaks; `scores` are log-odds to be body."""
    if len(kinds) < MIN_LINES or sheet.transcript:
        return list(kinds)
    overrule = _as_page if len(kinds) >= PAGE_LINES else _as_report
    return [
        kind
        if sheet.signs[i] is not None or sheet.openings[i] is not None or _is_standfirst(sheet, kinds, i)
        else overrule(sheet, i, kind, float(scores[i]))
        for i, kind in enumerate(kinds)
    ]


def _is_standfirst(sheet: Sheet, kinds: Sequence[BlockKind], i: int) -> bool:
    """Whether a line of some words stands right under the headline: gold bodies have such lines or not, as it comes."""
    return kinds[i] == "subhead" and i > 0 and kinds[i - 1] == "headline" and sheet.lines[i].words >= MIN_STANDFIRST


def _as_report(sheet: Sheet, i: int, kind: BlockKind, score: float) -> BlockKind:
    line = sheet.lines[i]
    if kind in {"body", "subhead"}:
        bound = QUOTED_BELOW if _QUOTED.search(line.text) else RESIDUE_BELOW
        return "furniture" if score < bound and not is_signature(line.text) else kind
    if kind in RESIDUE and kind != "caption" and sheet.prose(i) and not line.trails_off and score >= BODY_FROM:
        # The leads of other stories read as body does; what stands behind the head of a list stays there.
        return kind if _in_list(sheet, i) else "body"
    return kind


def _in_list(sheet: Sheet, i: int) -> bool:
    """Whether the head of a list of stories stands above; an advertisement's interrupts a report."""
    return any(sheet.signs[j] == "section" and not _ADVERT.match(sheet.lines[j].text) for j in range(i))


def _as_page(sheet: Sheet, i: int, kind: BlockKind, score: float) -> BlockKind:  # noqa: ARG001
    if kind in {"body", "subhead"}:
        return "furniture" if score < PAGE_BOUND else kind
    return "body" if kind in {"teaser", "furniture"} and score >= PAGE_BOUND else kind
