"""What a person types into a search box, made into an FTS5 expression that cannot fail.

Words must all occur; "phrases" stand together; `prefix*` matches beginnings; `OR` joins its two neighbours;
`-word` excludes. Everything else is taken as words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from onrecord.errors import SearchError

MAX_TERMS: Final = 64  # far above any real search, far below FTS5's own limit on depth (256)

_TERM = re.compile(r'(?P<no>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))')
_UNSAFE = re.compile("[\x00-\x1f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Term:
    """One word or phrase of a search."""

    words: str
    excluded: bool = False
    prefix: bool = False

    @property
    def fts(self) -> str:
        """As an FTS5 string, quoted so that nothing in it is syntax."""
        quoted = '"' + self.words.replace('"', '""') + '"'
        return quoted + " *" if self.prefix else quoted


def fts_expression(query: str) -> str | None:
    """The FTS5 expression of a search text, None when it asks for nothing.

    >>> fts_expression('"joint press" talk* OR accord -oil')
    '("joint press" AND ("talk" * OR "accord")) NOT ("oil")'

    Raises `SearchError` when it only excludes, or has more than `MAX_TERMS` terms.
    """
    groups, excluded = _parse(query)
    if sum(map(len, groups)) + len(excluded) > MAX_TERMS:
        raise SearchError(f"more than {MAX_TERMS} words to search for", "Search for fewer words.")
    if not groups:
        if excluded:
            raise SearchError("the search only says what to leave out", "Add a word that must occur.")
        return None
    wanted = " AND ".join(_joined(group) for group in groups)
    if not excluded:
        return wanted
    return f"({wanted}) NOT (" + " OR ".join(term.fts for term in excluded) + ")"


def _joined(group: list[Term]) -> str:
    text = " OR ".join(term.fts for term in group)
    return f"({text})" if len(group) > 1 else text


def _parse(query: str) -> tuple[list[list[Term]], list[Term]]:
    """Groups of alternatives that must each match, and the terms to leave out."""
    groups: list[list[Term]] = []
    excluded: list[Term] = []
    alternative = False
    for match in _TERM.finditer(_UNSAFE.sub(" ", query)):
        if match["word"] == "OR" and not match["no"]:
            alternative = bool(groups)
            continue
        term = _term(match)
        if term is None:
            continue
        if term.excluded:
            excluded.append(term)
        elif alternative:
            groups[-1].append(term)
        else:
            groups.append([term])
        alternative = False
    return groups, excluded


def _term(match: re.Match[str]) -> Term | None:
    words = match["phrase"] if match["phrase"] is not None else match["word"]
    if not any(sign.isalnum() for sign in words):
        return None
    prefix = match["word"] is not None and words.endswith("*")
    return Term(words.rstrip("*") if prefix else words, bool(match["no"]), prefix)
