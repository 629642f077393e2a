"""One canonical text of an HTML page: every visible line is kept, in page order, with what its markup says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from lxml import etree, html

from onrecord.clean.wordlists import words
from onrecord.model import Span

# libxml2 itself stops at 2,048 levels; below this nothing in the walk or in an extractor runs out of stack.
MAX_DEPTH = 400

_SKIPPED = words(
    "script style noscript template svg math iframe object embed canvas audio video select option datalist head meta "
    "link title textarea source track map area base param input progress meter"
)
_INLINE = words(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr amp-img picture o:p"
)
_HINTS = re.compile(
    r"(?P<related>relat|recommend|popular|trend|more-?(?:stories|news|from)|read-?(?:more|next|also)|teaser|promo|"
    r"most-?read|outbrain|taboola|also-?(?:read|like)|next-?(?:post|article)|prev-?(?:post|article)|latest|card|tile)|"
    r"(?P<chrome>nav|menu|foot|header|masthead|breadcrumb|side-?bar|widget|toolbar|banner|cookie|consent|gdpr|modal|"
    r"popup|pop-up|overlay|subscri|newsletter|sign-?up|login|paywall|skip|search|pagination|pager)|"
    r"(?P<share>share|social|follow|print|tweet|facebook|whats-?app|sharing)|"
    r"(?P<comment>comment|disqus|respond|reply)|"
    r"(?P<caption>caption|credit|figure|gallery|image|img|photo|picture|slide|media|video)|"
    r"(?P<advert>(?:^|[\s_-])ads?(?:$|[\s_-])|advert|sponsor|dfp|gpt)|"
    r"(?P<byline>byline|author|writer|contributor|bio)|"
    r"(?P<date>date|time|publish|posted|updated|timestamp)|"
    r"(?P<lead>lead|intro|standfirst|summary|excerpt|subtitle|sub-?head|deck|dek|kicker|teaser-?text|abstract)|"
    r"(?P<tags>(?:^|[\s_-])tags?(?:$|[\s_-])|topic|categor|keyword|label)|"
    r"(?P<body>article-?(?:body|text|content)|post-?(?:content|body|text)|entry-?content|story-?(?:body|text|content)|"
    r"body-?(?:text|content|copy)|main-?content|rich-?text|content-?(?:body|text)|text-?(?:body|content)|paragraph)",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_TAGS = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<!--.*?-->|<[^<>]*>", re.IGNORECASE | re.DOTALL)


@dataclass(slots=True)
class PageLine:
    """One line of the page's text with its markup: the nearest block's tag, tags and class hints above it, links."""

    span: Span
    text: str
    tag: str
    above: frozenset[str]
    hints: frozenset[str]
    near_hints: frozenset[str]
    depth: int
    linked: int
    bold: int
    hidden: bool
    container: int
    parent: int


@dataclass(slots=True)
class Page:
    """The canonical text with its line table and the parsed tree, None when the markup could not be parsed."""

    text: str
    lines: list[PageLine]
    tree: html.HtmlElement | None
    deep: bool


@dataclass(slots=True)
class _Frame:
    """An element being walked, with what its ancestors say."""

    tag: str
    above: frozenset[str]
    hints: frozenset[str]
    own: frozenset[str]
    hidden: bool
    number: int
    parent: int
    linked: bool = False
    bold: bool = False


@dataclass(slots=True)
class _Writer:
    """Collects text into lines; a line ends at each block boundary and each `<br>`."""

    lines: list[PageLine] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    words: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    frame: _Frame | None = None
    tight: bool = False

    def add(self, text: str, block: _Frame, *, linked: bool, bold: bool) -> None:
        self.words.append(text)
        size = len(text.strip())
        if size:
            self.frame = block
            self.linked += size if linked else 0
            self.bold += size if bold else 0

    def end_line(self, depth: int, *, tight: bool = False) -> None:
        text = _SPACE.sub(" ", "".join(self.words)).strip()
        block = self.frame
        if text and block:
            glue = "" if not self.chunks else "\n" if self.tight else "\n\n"
            self.chunks.extend((glue, text))
            start = self.length + len(glue)
            self.length = start + len(text)
            self.lines.append(
                PageLine(
                    Span(start, self.length), text, block.tag, block.above, block.hints, block.own, depth,
                    min(self.linked, len(text)), min(self.bold, len(text)), block.hidden, block.number, block.parent,
                )
            )  # fmt: skip
            self.tight = tight
        else:
            self.tight = False
        self.words, self.linked, self.bold, self.frame = [], 0, 0, None


def render(markup: str) -> Page:
    """The canonical text and line table of a page. The same markup always gives the same text."""
    tree = _parsed(markup)
    if tree is not None:
        writer, deep = _walked(tree)
        if writer.lines:
            return Page("".join(writer.chunks), writer.lines, tree, deep)
    return _stripped(markup)


def _parsed(markup: str) -> html.HtmlElement | None:
    try:
        parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _walked(tree: html.HtmlElement) -> tuple[_Writer, bool]:
    writer, deep, count = _Writer(), False, 0
    none: frozenset[str] = frozenset()
    stack: list[_Frame] = [_Frame("html", none, none, none, False, 0, 0)]
    skip: etree._Element | None = None
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            if skip is not None:
                continue
            if tag in _SKIPPED:
                skip = element
                continue
            count += 1
            deep = deep or len(stack) > MAX_DEPTH
            block = tag not in _INLINE
            if tag == "br":
                writer.end_line(len(stack), tight=True)
            elif block:
                writer.end_line(len(stack))
            stack.append(_entered(stack[-1], tag, element, block, count))
            if element.text and tag != "br":
                frame = stack[-1]
                writer.add(element.text, frame, linked=frame.linked, bold=frame.bold)
            continue
        if skip is not None:
            if element is not skip:
                continue
            skip = None
        else:
            stack.pop()
            if tag not in _INLINE and tag != "br":
                writer.end_line(len(stack))
        if element.tail and element is not tree:
            frame = stack[-1]
            writer.add(element.tail, frame, linked=frame.linked, bold=frame.bold)
    writer.end_line(0)
    return writer, deep


def _entered(outer: _Frame, tag: str, element: etree._Element, block: bool, number: int) -> _Frame:
    if not block:
        linked = outer.linked or tag == "a"
        bold = outer.bold or tag in {"b", "strong"}
        names = element.get("class")
        own = outer.own | _hints(names) if names else outer.own
        if linked == outer.linked and bold == outer.bold and own is outer.own:
            return outer
        return _Frame(outer.tag, outer.above, outer.hints, own, outer.hidden, outer.number, outer.parent, linked, bold)
    names = " ".join(filter(None, (element.get("class"), element.get("id"), element.get("itemprop"))))
    own = _hints(names) if names else frozenset()
    style = element.get("style") or ""
    hidden = outer.hidden or element.get("hidden") is not None or "display:none" in style.replace(" ", "")
    return _Frame(
        tag=tag,
        above=outer.above if tag in outer.above else outer.above | {tag},
        hints=outer.hints | own if own else outer.hints,
        own=own,
        hidden=hidden,
        number=number,
        parent=outer.number,
        linked=outer.linked,
        bold=outer.bold or tag in {"h1", "h2", "h3", "h4", "h5", "h6"},
    )


def _hints(names: str) -> frozenset[str]:
    return frozenset(found.lastgroup for found in _HINTS.finditer(names[:300]) if found.lastgroup)


def _stripped(markup: str) -> Page:
    """The text of markup that no parser takes: tags are cut out, each line of what is left is a line."""
    none: frozenset[str] = frozenset()
    lines: list[PageLine] = []
    chunks: list[str] = []
    length = 0
    for piece in re.split(r"[\n\x00]+", _TAGS.sub("\x00", markup)):
        text = _SPACE.sub(" ", unescape(piece)).strip()
        if not text:
            continue
        glue = "\n\n" if chunks else ""
        chunks.extend((glue, text))
        span = Span(length + len(glue), length + len(glue) + len(text))
        length = span.end
        lines.append(PageLine(span, text, "div", none, none, none, 0, 0, 0, False, 0, 0))
    return Page("".join(chunks), lines, None, True)
