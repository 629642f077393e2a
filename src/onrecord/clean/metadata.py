"""What a page's own metadata says: JSON-LD, OpenGraph and meta tags for title, outlet, people and dates."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from onrecord.clean.jsonld import LinkedItem, main_article, read_linked
from onrecord.model import Contribution, DateKind, DateOrigin

_PUBLISHED_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "published_time",
    "pubdate", "publishdate", "publish-date", "publish_date", "published-date", "w-published-date", "published",
    "dc.date.issued", "dcterms.created", "dcterms.issued", "dc.date.created", "dc.date", "parsely-pub-date",
    "sailthru.date", "cxenseparse:recs:publishtime", "article.published", "originalpublicationdate",
    "firstpublicationdate", "rnews:datepublished", "og:published_time", "citation_publication_date",
    "citation_online_date", "citation_date", "publication_date", "date",
)  # fmt: skip
_MODIFIED_NAMES = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified",
    "last-modified", "lastmod", "modified-date", "last-updated", "updated", "updated date", "revised",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "article:publisher", "publisher")
_AUTHOR_NAMES = ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl")
_NEWS = re.compile(r"NewsArticle$|^LiveBlogPosting$")
_DESCRIPTION_NAMES = ("og:description", "description", "twitter:description")


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date in the metadata: what it speaks of, where it stands, and its words."""

    kind: DateKind
    origin: DateOrigin
    words: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own word about itself; each field is None or empty where it says nothing.

    `article` is whether it calls itself one: by its OpenGraph type, or by JSON-LD of news. Other JSON-LD of articles is
    put on every page of many a site.
    """

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    language: str | None = None
    url: str | None = None
    description: str | None = None
    body: str | None = None
    dates: tuple[StatedDate, ...] = ()
    people: tuple[tuple[str, Contribution], ...] = ()
    sources: tuple[str, ...] = ()
    article: bool = False


def read_metadata(tree: etree._Element, address: str = "") -> Metadata:
    """The metadata of a parsed page, JSON-LD before meta tags; `address` tells its own article from linked ones."""
    metas = _metas(tree)
    canonical = str(tree.xpath("string(//link[@rel='canonical']/@href)")) or metas.get("og:url") or None
    items = read_linked(tree)
    article = main_article(items, canonical or address) or LinkedItem("none")
    page = next((item for item in items if item.page), None)
    return Metadata(
        title=article.headline or _first(metas, _TITLE_NAMES) or _page_title(tree),
        outlet=article.publisher or _outlet(metas),
        author=_authors(article) or _author(metas),
        language=_language(tree, metas, article),
        url=canonical,
        description=article.description or _first(metas, _DESCRIPTION_NAMES),
        body=article.body,
        dates=tuple(_dates(article, page, metas)),
        people=article.people,
        sources=article.sources,
        article=bool(_NEWS.search(article.kind)) or _is_called_article(metas),
    )


def _dates(article: LinkedItem, page: LinkedItem | None, metas: dict[str, str]) -> Iterator[StatedDate]:
    stated: tuple[tuple[DateKind, DateOrigin, str | None], ...] = (
        ("published", "json-ld", article.published),
        ("modified", "json-ld", article.modified),
        ("published", "meta", _first(metas, _PUBLISHED_NAMES)),
        ("modified", "meta", _first(metas, _MODIFIED_NAMES)),
        ("published", "json-ld page", page.published if page else None),
        ("modified", "json-ld page", page.modified if page else None),
    )
    for kind, origin, words in stated:
        if words:
            yield StatedDate(kind, origin, words)


def _language(tree: etree._Element, metas: dict[str, str], article: LinkedItem) -> str | None:
    """The language that the page declares: on its root element, then in its metadata."""
    declared = (
        tree.get("lang"), tree.get("{http://www.w3.org/XML/1998/namespace}lang"), article.language,
        metas.get("og:locale"), metas.get("content-language"), metas.get("dc.language"),
    )  # fmt: skip
    for words in declared:
        code = (words or "").strip().replace("_", "-")
        if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w+)*", code):
            return code.split("-")[0].lower()
    return None


def _authors(article: LinkedItem) -> str | None:
    return ", ".join(dict.fromkeys(name for name, role in article.people if role == "author")) or None


def _metas(tree: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = next(filter(None, map(element.get, ("property", "name", "itemprop", "http-equiv"))), "")
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _is_called_article(metas: dict[str, str]) -> bool:
    return metas.get("og:type", "").lower() == "article"


def _outlet(metas: dict[str, str]) -> str | None:
    named = _first(metas, _OUTLET_NAMES)
    return named if named and not named.startswith("http") else None


def _author(metas: dict[str, str]) -> str | None:
    named = _first(metas, _AUTHOR_NAMES)
    return named if named and not named.startswith(("http", "/", "@")) else None


def _page_title(tree: etree._Element) -> str | None:
    title = " ".join(str(tree.xpath("string(//title)")).split())
    return re.split(r"\s+[|»•]\s+", title)[0] or None
