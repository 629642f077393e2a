"""Which lines of a page are body, from their log-odds."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from onrecord.clean.features import Numbers

# Log-odds from which a line is body. From 0 to 0.4 (probability .5 to .6) nothing moves by more than .002 F1.
THRESHOLD: Final = 0.0
# With fewer words than this in all lines above the threshold, the page is an index or a form, and the likeliest lines
# are its body: those of half the highest probability, if that is above a twentieth (WCXB .945 to .947 F1; fundus same).
MIN_BODY_WORDS: Final = 8
SHARE, FLOOR = 0.5, 0.05


def choose(scores: Numbers, words: NDArray[np.int64], headline: int) -> NDArray[np.bool_]:
    """The lines of the body; `words` are the lines' lengths, the line numbered `headline` is none of them."""
    body = 1 / (1 + np.exp(-scores))
    if 0 <= headline < len(body):
        body[headline] = 0.0
    chosen = np.asarray(body >= 1 / (1 + np.exp(-THRESHOLD)))
    if words[chosen].sum() < MIN_BODY_WORDS and len(body):
        chosen = np.asarray(body >= max(FLOOR, SHARE * float(body.max())))
    return chosen
