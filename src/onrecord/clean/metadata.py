"""What a page's own metadata says: JSON-LD, OpenGraph and meta tags for title, outlet, people and dates."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import html

JsonValue = dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None

_ARTICLE = re.compile(r"(?:Article|BlogPosting|Report|ReportageNewsArticle|LiveBlogPosting|WebPage)$")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DATE_NAMES = (
    "article:published_time", "og:article:published_time", "datepublished", "article:published", "published_time",
    "pubdate", "publishdate", "publish-date", "publish_date", "dc.date.issued", "dcterms.created", "dcterms.issued",
    "dc.date", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "article.published",
    "originalpublicationdate", "rnews:datepublished", "og:published_time", "date",
)  # fmt: skip
_TITLE_NAMES = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_OUTLET_NAMES = ("og:site_name", "application-name", "dc.publisher", "article:publisher", "publisher")
_AUTHOR_NAMES = ("author", "parsely-author", "sailthru.author", "dc.creator", "article:author", "byl")
_DESCRIPTION_NAMES = ("og:description", "description", "twitter:description")
MAX_JSON = 400_000


@dataclass(frozen=True, slots=True)
class Metadata:
    """The page's own word about itself; each field is None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    language: str | None = None
    url: str | None = None
    description: str | None = None
    body: str | None = None


def read_metadata(tree: html.HtmlElement) -> Metadata:
    """The metadata of a parsed page, JSON-LD before meta tags."""
    metas = _metas(tree)
    articles = list(_articles(tree))
    linked = {key: value for item in reversed(articles) for key, value in item.items()}
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)")
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    return Metadata(
        title=_words(linked.get("headline")) or _first(metas, _TITLE_NAMES) or _page_title(tree),
        outlet=_name(linked.get("publisher")) or _outlet(metas),
        author=_people(linked.get("author")) or _author(metas),
        published=iso_day(_words(linked.get("datePublished"))) or iso_day(_first(metas, _DATE_NAMES)),
        language=language.split("-")[0].lower() if re.fullmatch(r"[A-Za-z]{2,3}(?:-\w+)*", language) else None,
        url=str(canonical) or metas.get("og:url"),
        description=_words(linked.get("description")) or _first(metas, _DESCRIPTION_NAMES),
        body=_words(linked.get("articleBody")),
    )


def _metas(tree: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = " ".join((element.get("content") or "").split())
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _articles(tree: html.HtmlElement) -> Iterator[dict[str, JsonValue]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "") or not script.text or len(script.text) > MAX_JSON:
            continue
        try:
            data: JsonValue = json.loads(script.text.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _items(data):
            kinds = item.get("@type")
            names = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(name, str) and _ARTICLE.search(name) and name != "WebPage" for name in names):
                yield item


def _items(data: JsonValue, depth: int = 0) -> Iterator[dict[str, JsonValue]]:
    if depth > 4:
        return
    if isinstance(data, list):
        for part in data[:200]:
            yield from _items(part, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(data.get(key), depth + 1)


def _words(value: JsonValue) -> str | None:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return re.sub(r"<[^<>]*>", "", words) or None


def _name(value: JsonValue) -> str | None:
    if isinstance(value, list):
        return next((name for part in value if (name := _name(part))), None)
    return _words(value.get("name")) if isinstance(value, dict) else _words(value)


def _people(value: JsonValue) -> str | None:
    parts = value if isinstance(value, list) else [value]
    names = [name for part in parts if (name := _name(part)) and not name.startswith("http")]
    return ", ".join(dict.fromkeys(names)) or None


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((metas[name] for name in names if name in metas), None)


def _outlet(metas: dict[str, str]) -> str | None:
    named = _first(metas, _OUTLET_NAMES)
    return named if named and not named.startswith("http") else None


def _author(metas: dict[str, str]) -> str | None:
    named = _first(metas, _AUTHOR_NAMES)
    return named if named and not named.startswith(("http", "/", "@")) else None


def _page_title(tree: html.HtmlElement) -> str | None:
    title = " ".join(str(tree.xpath("string(//title)")).split())
    return re.split(r"\s+[|»•]\s+", title)[0] or None


def iso_day(words: str | None) -> date | None:
    """The day that a machine-readable stamp names, None when it names none."""
    found = _ISO_DAY.search(words or "")
    if not found:
        return None
    try:
        day = date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
    return day if 1900 <= day.year <= 2100 else None
