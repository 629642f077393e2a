"""Sitemaps and news sitemaps: the pages they list with their dates, and the sitemaps an index lists."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from lxml import etree

from onrecord.collect.bodies import unpack_file
from onrecord.collect.feeds import VALUE_LIMIT, Listing, bad_feed
from onrecord.collect.urls import domain, join
from onrecord.collect.wanted import Evidence, Field, Wanted
from onrecord.errors import FetchRefused, InputError

ENTRY_LIMIT: Final = 50_000  # sitemaps.org: the most that one may list
TAG_LIMIT: Final = 1_000_000  # 20 in each of 50,000 entries; they are held in memory until their entry ends
DEPTH_LIMIT: Final = 2  # an index of indexes is seen, deeper nesting is a mistake or a trap
ROOTS: Final = {"urlset", "sitemapindex"}
ENTRIES: Final = {"url", "sitemap"}
FIELDS: Final[dict[str, Field]] = {
    "lastmod": "onrecord-sitemap-modified",
    "publication_date": "onrecord-sitemap-published",
    "title": "onrecord-sitemap-title",
}


def read_sitemap(
    content: bytes, url: str, outlet: str | None, depth: int = 0, ports: frozenset[int] = frozenset()
) -> Listing:
    """What a sitemap lists: pages, or further sitemaps with their depth. `url` is its own.

    Addresses of other domains are passed over (a sitemap speaks for its own site), as are sitemaps nested too deeply.
    What stands before a break in the XML is used. Raises `TooLarge` when a packed one unpacks beyond the limit.
    """
    content = unpack_file(content)
    troubles: list[InputError] = []
    wanted: dict[str, Wanted] = {}
    home, others, deep = domain(url), 0, False
    try:
        for kind, location, evidence in _entries(content):
            try:
                address = join(url, location, ports)
            except FetchRefused as error:
                troubles.append(error)
                continue
            if domain(address) != home:
                others += 1
            elif kind == "url":
                wanted.setdefault(address, Wanted(address, "page", outlet, evidence))
            elif depth < DEPTH_LIMIT:
                wanted.setdefault(address, Wanted(address, "sitemap", outlet, evidence, depth + 1))
            else:
                deep = True
            if len(wanted) >= ENTRY_LIMIT:
                break
    except (etree.XMLSyntaxError, ValueError) as error:
        troubles.append(bad_feed(url, f"its XML is broken ({' '.join(str(error).split())[:200]})"))
    if others:
        troubles.append(refused(url, f"{others} of the addresses in it belong to another domain"))
    if deep:
        troubles.append(refused(url, "the sitemaps in it are nested too deeply"))
    return Listing(tuple(wanted.values()), tuple(troubles))


def _entries(content: bytes) -> Iterator[tuple[str, str, tuple[Evidence, ...]]]:
    """Each entry with its kind, location and dates. No entity is expanded, nothing is fetched, no tree is kept."""
    events = etree.iterparse(
        BytesIO(content), events=("start", "end"), resolve_entities=False, no_network=True, huge_tree=False,
        load_dtd=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    root = None
    for number, (event, element) in enumerate(events):
        if number > 2 * TAG_LIMIT:  # a tag begins and ends
            raise ValueError(f"more than {TAG_LIMIT} tags")
        name = _name(element)
        if root is None:
            root = element
            if name not in ROOTS:
                raise ValueError("it is no sitemap")
        if event == "end" and element.getparent() is root:
            found = _read(element) if name in ENTRIES else None
            while element.getprevious() is not None:  # what was read is let go; what follows is already being built
                del root[0]
            if found:
                yield name, *found


def _read(entry: etree._Element) -> tuple[str, tuple[Evidence, ...]] | None:
    location, evidence = "", []
    for element in entry.iter():
        name, value = _name(element), " ".join((element.text or "").split())
        if name == "loc" and element.getparent() is entry:
            location = value
        elif name in FIELDS and value:
            evidence.append(Evidence(FIELDS[name], value[:VALUE_LIMIT]))
    return (location, tuple(dict.fromkeys(evidence))) if location else None


def _name(element: etree._Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def refused(url: str, why: str) -> FetchRefused:
    """The error for what a sitemap lists and nobody visits."""
    return FetchRefused(f"{url} is not followed in full: {why}", "Name those sitemaps or pages themselves.")
