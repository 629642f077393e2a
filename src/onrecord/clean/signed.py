"""The word of the model of signatures: which lines name who made a report, and which only look as if they did.

Places, buttons and offices are written like names ("Meru Basin", "Copy URL"), and names stand where no rule looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from onrecord.clean.credits import agency_credit
from onrecord.clean.features import Numbers
from onrecord.clean.sheet import Sheet
from onrecord.model import RESIDUE, BlockKind

# Shorter texts are reports with little around them: what looks like a name there is one.
MIN_LINES: Final = 30
# Log-odds to be a byline or credit below which a line is none, and from which it is one whatever it was taken for.
REFUSED: Final = -1.5
FOUND: Final = -0.5


def correct_signers(sheet: Sheet, kinds: Sequence[BlockKind], scores: Numbers) -> list[BlockKind]:
    """The kinds with bylines and credits where the model finds them, and furniture where it finds none."""
    if len(kinds) < MIN_LINES or sheet.transcript:
        return list(kinds)
    found: list[BlockKind] = []
    for kind, score, line, sign in zip(kinds, scores.tolist(), sheet.lines, sheet.signs, strict=True):
        if kind in {"byline", "credit"} and sign != "credit" and score < REFUSED:
            found.append("furniture")
        elif kind in RESIDUE and score >= FOUND:
            found.append("credit" if agency_credit(line.text) else "byline")
        else:
            found.append(kind)
    return found
