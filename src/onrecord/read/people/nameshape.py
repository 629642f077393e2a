"""What no name looks like, whatever its words: cut out of a phrase, counted, or nothing but a form of address."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.people.lists import listed
from onrecord.read.people.names import PARTICLES
from onrecord.read.people.titles import HONORIFICS

# A clause begins with them: what follows only tells more of whoever is named before.
CLAUSES = listed(
    """
    representing leading heading chairing backing opposing running owning covering serving including comprising
    based named called made handed held issued released published adopted signed drafted seen obtained leaked owned
    founded funded set
    """
)
# Letters of a rank or a degree behind a name: "Riaan Tolm SC".
LETTERS = frozenset({"SC", "KC", "QC", "OBE", "CBE", "MBE", "MD", "PhD", "DPhil", "FRS"})
# Small words that stand between the capitals of a name, and so many letters others may have.
_JOINING = PARTICLES | listed(
    "of the and for with without on against between under over as at in by sans pour para contra"
)
_SMALL = 3
# Forms of address that no table of offices has; they go before a name.
_STYLES = listed("eng engr arch ven rt amb atty adv archdeacon canon dean vicar prebendary")


def is_sound(name: str) -> bool:
    """Whether the words may be the whole of a name.

    >>> is_sound("union representing 2"), is_sound("Halls in Joint Medicine"), is_sound("Channel 4")
    (False, False, True)
    """
    words = name.split()
    return bool(words) and not (_is_counted(words) or _is_cut(words) or _is_bare_style(words))


def _is_counted(words: Sequence[str]) -> bool:
    """For "union representing 2": a number that stands behind no word with a capital."""
    return any(word.isdigit() and not (at and words[at - 1][0].isupper()) for at, word in enumerate(words))


def _is_cut(words: Sequence[str]) -> bool:
    """Whether a clause begins inside it, or small words between its capitals join nothing."""
    if any(word in CLAUSES for word in words[1:]) or (len(words) > 1 and words[-1] in _JOINING):
        return True
    first = next((at for at, word in enumerate(words) if word[0].isupper()), len(words))
    last = next((at for at in reversed(range(len(words))) if words[at][0].isupper()), 0)
    between = (word for word in words[first:last] if word.islower() and word[0].isalpha())
    return any(word not in _JOINING and len(word) > _SMALL for word in between)


def _is_bare_style(words: Sequence[str]) -> bool:
    """Whether it is one form of address and nothing else: "Eng", "Archdeacon"."""
    plain = words[0].lower().strip(".")
    return len(words) == 1 and (plain in _STYLES or plain in HONORIFICS)
