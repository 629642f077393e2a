"""What the user asks to collect: a TOML file of watched sources, and plain lists of addresses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.collect.files import MEGABYTE, load_file
from onrecord.collect.urls import check_url
from onrecord.collect.wanted import ItemKind, Wanted
from onrecord.errors import BadFeed, FetchRefused, InputError

LIST_LIMIT: Final = 10 * MEGABYTE
KINDS: Final[dict[str, ItemKind]] = {"feeds": "feed", "sitemaps": "sitemap", "urls": "page"}


@dataclass(frozen=True, slots=True)
class Watched:
    """Addresses to collect, the contact if the file names one, and what was wrong with it."""

    wanted: tuple[Wanted, ...]
    contact: str | None = None
    troubles: tuple[InputError, ...] = ()


def read_sources(path: Path, ports: frozenset[int] = frozenset()) -> Watched:
    """The outlets of a file with their feeds, sitemaps and pages:

        contact = "https://example.org/about-our-archive"

        [[outlet]]
        name = "The Norvel Courier"
        feeds = ["https://courier.example/rss.xml"]
        sitemaps = ["https://courier.example/news-sitemap.xml"]
        urls = ["https://courier.example/2026/03/talks.html"]

    Raises `BadFeed` when it is no TOML or not of that form; a bad address in it is one of the troubles.
    """
    data = load_file(path, LIST_LIMIT).data
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise bad_list(path, str(error).splitlines()[0] if str(error) else "it is no TOML") from error
    contact, outlets = table.get("contact"), table.get("outlet", [])
    unknown = sorted(set(table) - {"contact", "outlet"})
    if unknown or not isinstance(contact, str | None) or not isinstance(outlets, list):
        raise bad_list(path, f"`{unknown[0] if unknown else 'contact or outlet'}` is not understood")
    texts = [text for outlet in outlets for text in _of_outlet(path, outlet)]
    wanted, troubles = _checked(texts, ports)
    return Watched(wanted, contact, troubles)


def read_list(path: Path, ports: frozenset[int] = frozenset()) -> Watched:
    """A plain list, one address a line; empty lines and lines that begin with # say nothing.

    Raises the errors of `load_file`; a bad address is one of the troubles.
    """
    lines = load_file(path, LIST_LIMIT).data.decode("utf-8-sig", "replace").splitlines()
    texts = [Text(line.strip(), "page", None) for line in lines if line.strip() and not line.lstrip().startswith("#")]
    wanted, troubles = _checked(texts, ports)
    return Watched(wanted, None, troubles)


@dataclass(frozen=True, slots=True)
class Text:
    """An address as the user wrote it."""

    url: str
    kind: ItemKind
    outlet: str | None


def read_addresses(urls: Iterable[str], kind: ItemKind, ports: frozenset[int] = frozenset()) -> Watched:
    """Addresses of one kind, as given on the command line."""
    wanted, troubles = _checked([Text(url, kind, None) for url in urls], ports)
    return Watched(wanted, None, troubles)


def _of_outlet(path: Path, outlet: object) -> Iterator[Text]:
    if not isinstance(outlet, dict) or set(outlet) - {"name", *KINDS}:
        raise bad_list(path, "an outlet has a `name` and lists of `feeds`, `sitemaps` and `urls`")
    name = outlet.get("name")
    if not isinstance(name, str | None):
        raise bad_list(path, "an outlet's `name` is a text")
    for key, kind in KINDS.items():
        addresses = outlet.get(key, [])
        if not isinstance(addresses, list) or not all(isinstance(each, str) for each in addresses):
            raise bad_list(path, f"`{key}` is a list of addresses")
        yield from (Text(each, kind, name) for each in addresses)


def _checked(texts: Iterable[Text], ports: frozenset[int]) -> tuple[tuple[Wanted, ...], tuple[InputError, ...]]:
    wanted: dict[str, Wanted] = {}
    troubles: list[InputError] = []
    for text in texts:
        try:
            url = check_url(text.url, ports)
        except FetchRefused as error:
            troubles.append(error)
        else:
            wanted.setdefault(url, Wanted(url, text.kind, text.outlet))
    return tuple(wanted.values()), tuple(troubles)


def bad_list(path: Path, why: str) -> BadFeed:
    """The error for a file of sources."""
    return BadFeed(f"{path} is no list of sources: {why}", "See `onrecord collect --help` for its form.")
