"""What a page reserves for its site: robots directives in its headers and markup, and TDM reservations.

Sources: the robots meta tag and the X-Robots-Tag header as the search engines document them, and the TDM Reservation
Protocol of the W3C's community group (header and meta tag; its file under /.well-known is not asked for).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Final, Literal

from onrecord.collect.feeds import VALUE_LIMIT
from onrecord.collect.fetch import Exchange
from onrecord.collect.robots import PRODUCT
from onrecord.collect.wanted import Evidence
from onrecord.errors import FetchReserved, InputError

Reservation = Literal["noarchive", "noindex", "tdm"]

# noarchive says "keep no copy" and a TDM reservation "do not mine", which is what a collection is for. noindex speaks
# of public search results, which a collection is not: it is recorded.
RESPECTED: Final[frozenset[Reservation]] = frozenset({"noarchive", "tdm"})
HEAD_BYTES: Final = 200_000  # of the page, unpacked, in which its meta tags are looked for
_WORDS: Final[dict[str, Reservation]] = {"noarchive": "noarchive", "noindex": "noindex", "none": "noindex"}
_META: Final = re.compile(rb"<meta\b[^<>]{1,2000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""\b(name|content)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
# "googlebot: noarchive" is for that one; a directive with a value has a colon too.
_ADDRESSED: Final = re.compile(r"\s*(?!unavailable_after|max-)([\w-]+)\s*:(.*)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reservations:
    """What is reserved, and the words that say so as they stand there."""

    kinds: frozenset[Reservation] = frozenset()
    stated: tuple[Evidence, ...] = ()


def read_reservations(exchange: Exchange) -> Reservations:
    """What an answer reserves, in its headers or in the meta tags at its beginning."""
    kinds: set[Reservation] = set()
    stated: list[Evidence] = []
    for evidence in dict.fromkeys([*_of_headers(exchange), *_of_markup(exchange)]):
        found = set(_kinds(evidence))
        kinds |= found
        if found:
            stated.append(evidence)
    return Reservations(frozenset(kinds), tuple(stated))


def reserved(url: str, reservations: Reservations) -> FetchReserved:
    """The error for a page that is not kept since its site reserves that."""
    words = ", ".join(f"{each.field.removeprefix('onrecord-')}: {each.value}" for each in reservations.stated)
    return FetchReserved(
        f"{url} is not kept: its site says {words}", "Ask the site; with its leave, collect with another --respect."
    )


def _of_headers(exchange: Exchange) -> Iterator[Evidence]:
    for key, value in exchange.headers:
        name, words = key.lower(), _bounded(value.decode("latin-1"))
        if name == b"x-robots-tag" and (meant := _for_us(words)):
            yield Evidence("onrecord-x-robots-tag", meant)
        if name == b"tdm-reservation":
            yield Evidence("onrecord-tdm-reservation", words)


def _of_markup(exchange: Exchange) -> Iterator[Evidence]:
    if "html" not in exchange.header("Content-Type").lower():
        return
    try:
        head = exchange.content()[:HEAD_BYTES]
    except InputError:  # it was unpacked while it came, so this does not happen
        return
    for tag in _META.findall(head):
        parts = _ATTRIBUTE.findall(tag.decode("utf-8", "replace"))
        told = {name.lower(): unescape(double or single or bare) for name, double, single, bare in parts}
        name, words = told.get("name", "").strip().lower(), _bounded(told.get("content", ""))
        if name in {"robots", PRODUCT.lower()}:
            yield Evidence("onrecord-meta-robots", words)
        if name == "tdm-reservation":
            yield Evidence("onrecord-tdm-reservation", words)


def _for_us(words: str) -> str:
    """The directives of a header that speak to all robots or to us."""
    addressed = _ADDRESSED.match(words)
    if addressed is None:
        return words
    return addressed[2].strip() if addressed[1].lower() == PRODUCT.lower() else ""


def _kinds(evidence: Evidence) -> Iterator[Reservation]:
    if evidence.field == "onrecord-tdm-reservation":
        if evidence.value == "1":
            yield "tdm"
        return
    for word in re.split(r"[\s,;]+", evidence.value.lower()):
        if word in _WORDS:
            yield _WORDS[word]


def _bounded(words: str) -> str:
    return " ".join(words.split())[:VALUE_LIMIT]
