"""The numbers that tell bylines and credits: those of the text model, and what names look like."""

from __future__ import annotations

import re
from typing import Final

import numpy as np

from onrecord.clean import textfeatures
from onrecord.clean.features import Numbers, shifted
from onrecord.clean.names import is_signature
from onrecord.clean.sheet import Sheet

NEIGHBOURS: Final = (-2, -1, 1, 2)
_TRADES = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|columnists?|journalists?|staff|bureau|desk|producers?|chief|"
    r"photographers?|contributors?|freelance|agenc\w+|agences?|agentur\w*|redaktion|rédaction|redacción|redazione|"
    r"redação|newsroom|newswires?|press|by|von|par|por|di|avec|mit|con|with|and)\b",
    re.IGNORECASE,
)
_ANNOUNCED = re.compile(r"\W*(?:by|von|par|por|di|da|de|text|words|report(?:ing|ed)?)\b", re.IGNORECASE)
_OWN: Final = ("signature", "address", "trades", "trades_share", "announced", "capitals", "slash", "sign_byline",
               "sign_credit", "sign_date", "words")  # fmt: skip
_SHIFTED: Final = ("signature", "address", "trades", "announced", "sign_byline", "sign_date")
NAMES: Final[tuple[str, ...]] = (
    *textfeatures.NAMES,
    *(f"name_{name}" for name in _OWN),
    *(f"name_{name}{offset:+d}" for offset in NEIGHBOURS for name in _SHIFTED),
)


def name_features(sheet: Sheet, numbers: Numbers) -> Numbers:
    """One row of numbers for each line, in the order of `NAMES`; `numbers` are those of the text model."""
    rows = []
    for line, sign in zip(sheet.lines, sheet.signs, strict=True):
        trades = len(_TRADES.findall(line.text))
        rows.append(
            [
                is_signature(line.text), "@" in line.text, min(4, trades), trades / (line.text.count(" ") + 1),
                bool(_ANNOUNCED.match(line.text)), line.text.isupper(), "/" in line.text, sign == "byline",
                sign == "credit", sign == "date", line.words,
            ]
        )  # fmt: skip
    own = np.array(rows, dtype=np.float64)
    around = shifted(own[:, [_OWN.index(name) for name in _SHIFTED]], NEIGHBOURS, -1.0)
    return np.concatenate([numbers, own, around], axis=1)
