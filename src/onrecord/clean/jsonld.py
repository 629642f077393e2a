"""JSON-LD read apart: every block of a page, also a broken one, and which of its items is the article of the page.

A block may hold one item, a list, or an `@graph`; items name each other by `@id`. What no JSON parser takes is mended
where the fault is a common one (raw line breaks, comment wrappers, trailing commas) and passed over where it is not.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from onrecord.clean.address import split_address
from onrecord.model import Contribution

JsonValue = dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting|BlogPost|SocialMediaPosting)$")
_PAGE = re.compile(r"(?:WebPage|ItemPage|MedicalWebPage|FAQPage|AboutPage)$")
# Blocks beyond this size are no article's metadata but a page's whole state.
MAX_JSON = 3_000_000
# Items this deep belong to other stories; the lists of related ones are not entered at all.
MAX_DEPTH = 4
MAX_ITEMS = 200

_ROLE_KEYS: tuple[tuple[str, Contribution], ...] = (
    ("author", "author"), ("creator", "author"), ("editor", "editor"), ("translator", "translator"),
    ("photographer", "photographer"),
)  # fmt: skip
_OPENERS = ("//", "<![CDATA[", "<!--")
_CLOSERS = ("//", "]]>", "-->", ";")
_TRAILING_COMMA = re.compile(r",(?=\s*[}\]])")


@dataclass(frozen=True, slots=True)
class LinkedItem:
    """What one item says, in its own words; `page` marks the page itself rather than an article on it."""

    kind: str
    page: bool = False
    url: str | None = None
    headline: str | None = None
    published: str | None = None
    modified: str | None = None
    people: tuple[tuple[str, Contribution], ...] = ()
    publisher: str | None = None
    sources: tuple[str, ...] = ()
    language: str | None = None
    description: str | None = None
    body: str | None = None


def read_linked(tree: etree._Element) -> list[LinkedItem]:
    """The articles and pages that the JSON-LD of a page describes, in page order."""
    found: list[LinkedItem] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text or len(script.text) > MAX_JSON:
            continue
        items = list(_items(_parsed(script.text)))
        named = {str(item["@id"]): item for item in items if "@id" in item and len(item) > 2}
        found += [read for item in items if (read := _item(item, named))]
    return found


def main_article(items: list[LinkedItem], address: str) -> LinkedItem | None:
    """The article of the page: the one of this address, a live blog before its entries, else the first."""
    articles = [item for item in items if not item.page]
    here = [item for item in articles if item.url and _same_place(item.url, address)]
    chosen = here or articles
    live = [item for item in chosen if item.kind == "LiveBlogPosting"]
    return next(iter(live or chosen), None)


def _same_place(url: str, address: str) -> bool:
    one, other = split_address(url), split_address(address)
    return bool(one.path.strip("/")) and one.path.rstrip("/") == other.path.rstrip("/")


def _parsed(text: str) -> JsonValue:
    bare = _unwrapped(text)
    for mended in (bare, None):
        try:
            data: JsonValue = json.loads(_TRAILING_COMMA.sub("", bare) if mended is None else mended, strict=False)
        except (ValueError, RecursionError):
            continue
        return data
    return None


def _unwrapped(text: str) -> str:
    """The block without the comment marks that pages put around their scripts."""
    bare = text.strip()
    changed = True
    while changed:
        before = bare
        for mark in _OPENERS:
            bare = bare.removeprefix(mark).lstrip()
        for mark in _CLOSERS:
            bare = bare.removesuffix(mark).rstrip()
        changed = bare != before
    return bare


def _items(data: JsonValue, depth: int = 0) -> Iterator[dict[str, JsonValue]]:
    if depth > MAX_DEPTH:
        return
    if isinstance(data, list):
        for part in data[:MAX_ITEMS]:
            yield from _items(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(data.get(key), depth + 1)


def _item(item: dict[str, JsonValue], named: dict[str, dict[str, JsonValue]]) -> LinkedItem | None:
    kinds = item.get("@type")
    names = [name for name in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(name, str)]
    article = next((name for name in names if _ARTICLE.search(name)), None)
    kind = article or next((name for name in names if _PAGE.search(name)), None)
    if kind is None:
        return None
    return LinkedItem(
        kind=kind.rsplit("/", 1)[-1],
        page=article is None,
        url=_address(item.get("url")) or _address(item.get("mainEntityOfPage")),
        headline=_words(item.get("headline")),
        published=_words(item.get("datePublished")),
        modified=_words(item.get("dateModified")),
        people=tuple(dict.fromkeys(_people(item, named))),
        publisher=next(_names(item.get("publisher"), named), None),
        sources=tuple(_names(item.get("sourceOrganization"), named)),
        language=_words(item.get("inLanguage")),
        description=_words(item.get("description")),
        body=_words(item.get("articleBody")),
    )


def _people(item: dict[str, JsonValue], named: dict[str, dict[str, JsonValue]]) -> Iterator[tuple[str, Contribution]]:
    for key, role in _ROLE_KEYS:
        for name in _names(item.get(key), named):
            if not name.startswith("http"):
                yield name, role


def _names(value: JsonValue, named: dict[str, dict[str, JsonValue]], depth: int = 0) -> Iterator[str]:
    """The names in a value: words, an item with a name, one that is only pointed at, or a list of these."""
    if depth > 2:
        return
    if isinstance(value, list):
        for part in value[:20]:
            yield from _names(part, named, depth + 1)
    elif isinstance(value, dict):
        pointed = named.get(str(value.get("@id")), value)
        name = value.get("name") or pointed.get("name")
        yield from _names(name, named, depth + 1)
    elif words := _words(value):
        yield words


def _address(value: JsonValue) -> str | None:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    return value if isinstance(value, str) and value.startswith(("http", "/")) else None


def _words(value: JsonValue) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return (re.sub(r"<[^<>]*>", "", words) if "<" in words else words) or None
