"""Word lists written as text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a list that is written as running text."""
    return frozenset(text.split())


# What a pattern that ignores case takes for an "i", though no small letter of it is one.
_OTHER_I = str.maketrans({"ı": "i", "İ": "i"})


def any_case(text: str) -> str:
    """The text as a pattern that ignores case reads it: "MAY", "May" and "ſıx" like "may" and "six".

    `str.lower` leaves what such a pattern also accepts (`ı`, `ſ`, letters of old Cyrillic), so that what was found in a
    text is looked up by this.
    """
    return text.translate(_OTHER_I).casefold()
