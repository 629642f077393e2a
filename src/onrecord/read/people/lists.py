"""Word lists are written as text: this reads them."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """The words of the text as a set.

    >>> sorted(listed("he she"))
    ['he', 'she']
    """
    return frozenset(text.split())
