"""Who made a report, each in a role: author, editor, translator or photographer, with where the name stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from onrecord.clean.agencies import is_agency
from onrecord.clean.credits import FIRST_PUBLISHED
from onrecord.clean.lines import Line
from onrecord.clean.names import is_signature, signed_names, split_names
from onrecord.clean.plain import Labels
from onrecord.model import BlockKind, Contribution, Contributor, Span

_ROLES: Final[tuple[tuple[Contribution, str], ...]] = (
    (
        "translator",
        r"translat(?:ed|ion|or)|übersetz(?:t|ung)|aus dem \w+ von|traduit|traduction|traducido|traducción|tradu[zç]\w+|"
        r"tradotto|traduzione|vertaling|перевод",
    ),
    ("editor", r"edited|editing|editors?\b|redaktion|redaktor|édité|editado|bearbeitet"),
    ("photographer", r"photos?|photograph(?:s|y|er|ed)?|pictures?|images?|fotos?|bild(?:er)?|фото"),
    (
        "author",
        r"report(?:ing|ed|er|ers)|writ(?:ing|ten|er|ers)|words|text|story|author|autor(?:in)?|auteur|автор|"
        r"correspondents?|by|von|par|por|door",
    ),
)
_ROLE = "|".join(f"(?P<{role}>{words})" for role, words in _ROLES)
# "Reporting by A and B; editing by C" has a part for each role.
_PART = re.compile(
    rf"(?<!\w)(?:{_ROLE})(?:\s+(?:and|&)\s+\w+ing)?\s*(?:\b(?:by|from|von|par|por|door)\b|:|©|/)?\s*:?\s*"
    r"(?P<names>[^;]{2,120}?)\s*"
    rf"(?=;|\.\s*$|$|[.,]\s+(?:additional\s+)?(?:{re.sub(r'[?]P<[a-z]+>', '?:', _ROLE)})\b)",
    re.IGNORECASE,
)
_PHOTO = re.compile(
    r"(?:photos?|photograph|picture|image|foto|bild|фото)(?:\s+(?:credit|courtesy))?\s*(?:by|von|:|©|/)\s*:?\s*"
    r"(?P<names>[^()\[\]|;]{3,60})",
    re.IGNORECASE,
)
_SIGNED: frozenset[BlockKind] = frozenset({"byline", "credit"})


def contributors_of(
    lines: Sequence[Line], labels: Labels, stated: Iterable[tuple[str, Contribution]] = ()
) -> tuple[Contributor, ...]:
    """The people of bylines, photo credits and metadata, each once in a role; `stated` are those of the metadata."""
    found = list(_of_lines(lines, labels))
    known = {(_key(person.name), person.role) for person in found}
    for name, role in stated:
        if (_key(name), role) not in known:
            known.add((_key(name), role))
            found.append(Contributor(name, role, _place(name, lines, labels)))
    return tuple(found)


def _of_lines(lines: Sequence[Line], labels: Labels) -> Iterator[Contributor]:
    seen: set[tuple[str, Contribution]] = set()
    for line, kind in zip(lines, labels.kinds, strict=True):
        found: Iterator[Contributor] = iter(())
        if kind in _SIGNED and not FIRST_PUBLISHED.match(line.text):
            found = _signed(line)
        elif kind == "caption":
            found = _named(line, _PHOTO.finditer(line.text), "photographer")
        for person in found:
            if (_key(person.name), person.role) not in seen:
                seen.add((_key(person.name), person.role))
                yield person


def _signed(line: Line) -> Iterator[Contributor]:
    parts = list(_PART.finditer(line.text))
    for part in parts:
        role = next(role for role, _ in _ROLES if part[role])
        yield from _named(line, [part], role)
    if not parts and is_signature(signed_names(line.text)):
        whole = re.fullmatch(r"(?P<names>.*)", line.text, re.DOTALL)
        yield from _named(line, [whole] if whole else [], "author")


def _named(line: Line, parts: Iterable[re.Match[str]], role: Contribution) -> Iterator[Contributor]:
    """The people in the parts; what is no row of names, or an agency, is nobody."""
    for part in parts:
        names = signed_names(part["names"])
        offset = line.text.find(names, part.start("names"))
        if offset < 0 or not is_signature(names):
            continue
        for name, start in split_names(names):
            if not is_agency(name):
                place = line.span.start + offset + start
                yield Contributor(name, role, Span(place, place + len(name)))


def _place(name: str, lines: Sequence[Line], labels: Labels) -> Span | None:
    """Where a name of the metadata stands: in a signed line, else beside the headline; never in running text."""
    for wanted in (_SIGNED, frozenset[BlockKind]({"furniture"})):
        for line, kind in zip(lines, labels.kinds, strict=True):
            start = line.text.casefold().find(name.casefold()) if kind in wanted else -1
            if start >= 0 and len(line.text.casefold()) == len(line.text):
                return Span(line.span.start + start, line.span.start + start + len(name))
    return None


def _key(name: str) -> str:
    return " ".join(name.casefold().split())
