"""The cue lexicon: what a cue's words say about kind and act, before the content is read (codebook: docs/acts.md)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import cast

from onrecord.clean.wordlists import words
from onrecord.model import Act, Kind

LEXICON = Path(__file__).parent / "cues.csv"

# Cues that carry any act: what they introduce decides, so the lexicon's label says nothing.
GENERIC_CUES = words(
    "said says told saying say added according to : tells wrote noted adds adding tell telling writes"
) | {"according to"}
# Acts that stay when the lexicon found nothing stronger in a cue; any other label is taken as meant.
WEAK_ACTS: frozenset[Act] = frozenset({"state", "report", "evaluate"})

_LEADING = re.compile(
    r"^(?:(?:has|have|had|is|are|was|were|be|been|being|also|then|later|will|would|further|again|earlier|once|just|"
    r"still|even|already|repeatedly|reportedly|publicly|openly|clearly|strongly|firmly|flatly|sharply|categorically|"
    r"briefly|simply|went on to|goes on to|going on to|\w{3,}ly) )+"
)
# Cues whose labels are kept in memory: far more than a press archive has that come twice.
_REMEMBERED = 1 << 14
_NEGATED = re.compile(r"\b(?:not|never|no|nor|neither|without|stopped short)\b|n't\b")
_WORD = re.compile(r"[a-z][a-z'-]+")
_FUNCTION = words(
    "a an the to of in on at by for with that it as from about he she they we i you his her their its this who be is "
    "are was were been has have had did does do will would could should may might can not no also so and or but"
)


@dataclass(frozen=True, slots=True)
class CueLabel:
    """What the lexicon says of a cue: `exact` when the string is listed, `negated` when the cue denies its verb."""

    kind: Kind
    act: Act
    exact: bool
    generic: bool = False
    negated: bool = False

    @property
    def strong(self) -> bool:
        """Whether the cue names its act, so that the content can only refine it."""
        return self.act not in WEAK_ACTS and not self.generic


@lru_cache(_REMEMBERED)
def label_of(cue: str) -> CueLabel | None:
    """The label of a cue as written, without its auxiliaries and adverbs, or of the verb in it; None if unknown."""
    plain = " ".join(cue.lower().replace("’", "'").split())
    lexicon, stems = _lexicon(), _stems()
    negated = bool(_NEGATED.search(plain))
    for form in (plain, _LEADING.sub("", plain)):
        if form in lexicon:
            return CueLabel(*lexicon[form], True, form in GENERIC_CUES, negated)
    found = [lexicon.get(word) or stems.get(stem(word)) for word in _WORD.findall(plain) if word not in _FUNCTION]
    labels = [label for label in found if label]
    if not labels:
        return None
    best = next((label for label in labels if label[1] not in WEAK_ACTS), labels[0])
    return CueLabel(*best, False, False, negated)


def stem(word: str) -> str:
    """A verb without its ending, so that "slams" is known where "slammed" is listed."""
    for ending in ("ing", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "sl" else word


@cache
def _lexicon() -> dict[str, tuple[Kind, Act]]:
    return {cue: (kind, act) for cue, kind, act, _ in _rows()}


@cache
def _stems() -> dict[str, tuple[Kind, Act]]:
    """Single verbs by stem; the commonest of a stem's forms gives the label."""
    best: dict[str, tuple[int, tuple[Kind, Act]]] = {}
    for cue, kind, act, count in _rows():
        if _WORD.fullmatch(cue) and (stem(cue) not in best or best[stem(cue)][0] < count):
            best[stem(cue)] = (count, (kind, act))
    return {key: label for key, (_, label) in best.items()}


def _rows() -> Iterator[tuple[str, Kind, Act, int]]:
    with LEXICON.open(encoding="utf8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield row["cue"], cast("Kind", row["kind"]), cast("Act", row["act"]), int(row["count"])
