"""What a page's markup says of a line: the block it stands in, the tags above it, and hints in class names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from lxml import etree

from onrecord.clean.wordlists import words

INLINE = words(
    """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr amp-img picture o:p
    """
)
HEADINGS = words("h1 h2 h3 h4 h5 h6")
# Tags that say something about everything inside them, each with its own bit.
ABOVE = (
    "nav", "aside", "header", "footer", "article", "main", "figure", "figcaption", "form", "section", "table", "ul",
    "blockquote", "button", "li", "a",
)  # fmt: skip
HINTS = (
    "related", "chrome", "share", "comment", "caption", "advert", "byline", "date", "lead", "tags", "body",
)  # fmt: skip
ANCESTORS = 5

_ABOVE_BIT = {tag: 1 << i for i, tag in enumerate(ABOVE)}
_HINT_BIT = {name: 1 << i for i, name in enumerate(HINTS)}
# Parts of class names, ids and itemprops in small letters without hyphens and underscores.
_PARTS: dict[str, tuple[str, ...]] = {
    "related": (
        "relat", "recommend", "popular", "trend", "morestor", "morenews", "morefrom", "readmore", "readnext",
        "readalso", "teaser", "promo", "mostread", "outbrain", "taboola", "alsoread", "alsolike", "nextpost",
        "nextarticle", "prevpost", "prevarticle", "previousarticle", "latest", "card", "tile",
    ),
    "chrome": (
        "nav", "menu", "foot", "header", "masthead", "breadcrumb", "sidebar", "widget", "toolbar", "banner", "cookie",
        "consent", "gdpr", "modal", "popup", "overlay", "subscri", "newsletter", "signup", "login", "paywall", "skip",
        "search", "paginat", "pager",
    ),
    "share": ("share", "sharing", "social", "follow", "print", "tweet", "facebook", "whatsapp"),
    "comment": ("comment", "disqus", "respond", "reply"),
    "caption": ("caption", "credit", "figure", "gallery", "image", "img", "photo", "picture", "slide", "media",
                "video"),
    "advert": ("advert", "sponsor", "dfp", "googletag"),
    "byline": ("byline", "author", "writer", "contributor"),
    "date": ("date", "time", "publish", "posted"),
    "lead": (
        "lead", "intro", "standfirst", "summary", "excerpt", "subtitle", "subhead", "deck", "kicker", "abstract",
        "perex", "chapeau",
    ),
    "tags": ("topic", "categor", "keyword", "tags", "label"),
    "body": (
        "articlebody", "articletext", "articlecontent", "postcontent", "postbody", "posttext", "entrycontent",
        "storybody", "storytext", "storycontent", "bodytext", "bodycontent", "bodycopy", "maincontent", "richtext",
        "contentbody", "contenttext", "textbody", "textcontent", "paragraph",
    ),
}  # fmt: skip
_PATTERNS = tuple((_HINT_BIT[hint], re.compile("|".join(parts))) for hint, parts in _PARTS.items())
_ANY = re.compile("|".join(part for parts in _PARTS.values() for part in parts))
_WHOLE = {"ad": "advert", "ads": "advert", "bio": "byline", "tag": "tags", "dek": "lead", "lede": "lead"}
_NAMES = re.compile(r"[a-z]+")


class BlockName(NamedTuple):
    """How a block is named: its tag, its class names, its id and its itemprop, each empty where there is none."""

    tag: str
    classes: str = ""
    id: str = ""
    itemprop: str = ""


class Mark(NamedTuple):
    """The markup around a line. `above` and `hints` are bits of `ABOVE` and `HINTS` for all ancestors, `own` for the
    nearest; `path` numbers the nearest blocks, the innermost first; `pattern` is the same for blocks built alike.

    A tuple, since every element of a page makes one and a frozen dataclass takes four times as long to make.
    """

    tag: str = "div"
    above: int = 0
    hints: int = 0
    own: int = 0
    hidden: bool = False
    path: tuple[int, ...] = (0,)
    pattern: int = 0
    linked: bool = False
    bold: bool = False

    def under(self, *tags: str) -> bool:
        """Whether one of the tags stands above the line or is its own."""
        return bool(self.above) and any(self.above & _ABOVE_BIT[tag] for tag in tags)

    def hinted(self, *names: str) -> bool:
        """Whether a class name above the line hints at one of these roles."""
        return bool(self.hints) and any(self.hints & _HINT_BIT[name] for name in names)


@dataclass(slots=True)
class Marker:
    """Makes the marks of one page; class names recur, so what they hint at is remembered while it is walked.

    `blocks` has the names of every block, by the numbers in the marks' paths.
    """

    blocks: list[BlockName] = field(default_factory=lambda: [BlockName("html")])
    hints: dict[str, int] = field(default_factory=dict)
    patterns: dict[tuple[str, str], int] = field(default_factory=dict)

    def block(self, outer: Mark, tag: str, element: etree._Element) -> Mark:
        """The mark inside a block element."""
        get = element.get
        names = get("class") or ""
        own = self._hints(names)
        name, item = get("id") or "", get("itemprop") or ""
        for other in (name, item):
            if other:
                own |= self._hints(other)
        hidden = outer.hidden or get("hidden") is not None or _is_hidden(get("style"))
        path = (len(self.blocks), *outer.path[: ANCESTORS - 1])
        self.blocks.append(BlockName(tag, names, name, item))
        pattern = self.patterns.setdefault((tag, names), len(self.patterns) + 1)
        above, hints, bold = outer.above | _ABOVE_BIT.get(tag, 0), outer.hints | own, outer.bold or tag in HEADINGS
        return Mark(tag, above, hints, own, hidden, path, pattern, outer.linked, bold)

    def inline(self, outer: Mark, tag: str, element: etree._Element) -> Mark:
        """The mark inside an inline element: the block's own, with links, bold type and hints added."""
        linked, bold = outer.linked or tag == "a", outer.bold or tag in {"b", "strong"}
        names = element.get("class")
        own = outer.own | self._hints(names) if names else outer.own
        if linked == outer.linked and bold == outer.bold and own == outer.own:
            return outer
        return Mark(outer.tag, outer.above, outer.hints, own, outer.hidden, outer.path, outer.pattern, linked, bold)

    def _hints(self, names: str) -> int:
        """What the names hint at, joined over their words; names recur, so each list of them is looked at once."""
        known = self.hints.get(names)
        if known is None:
            known = 0
            for name in names.split():
                known |= _hinted(name[:100].lower())
            self.hints[names] = known
        return known


def _is_hidden(style: str | None) -> bool:
    return style is not None and "display:none" in style.replace(" ", "")


# Pages of one outlet share their class names, and many are the same everywhere; a page has 280 of them.
@lru_cache(maxsize=16_384)
def _hinted(name: str) -> int:
    compact = name.replace("-", "").replace("_", "")
    bits = sum(bit for bit, pattern in _PATTERNS if pattern.search(compact)) if _ANY.search(compact) else 0
    for word in _NAMES.findall(name):
        if word in _WHOLE:
            bits |= _HINT_BIT[_WHOLE[word]]
    return bits
