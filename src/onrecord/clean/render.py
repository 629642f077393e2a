"""One canonical text of an HTML page: every visible line is kept, in page order, with what its markup says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from lxml import etree

from onrecord.clean.marks import INLINE, BlockName, Mark, Marker
from onrecord.clean.wordlists import words
from onrecord.model import Span

_SKIPPED = words(
    """
    script style noscript template svg math iframe object embed canvas audio video select option datalist head meta
    link title textarea source track map area base param input progress meter
    """
)
_OPENING = re.compile(r"<(?:(?P<code>script|style)\b|(?P<comment>!--))?", re.IGNORECASE)
_CODE_END = re.compile(r"</(?:script|style)\s*>", re.IGNORECASE)
_COMMENT_END = re.compile("-->")
_TAG = re.compile("<[^<>]*>")
_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of the page's text: its place, its markup, and how many of its characters are links or bold."""

    span: Span
    text: str
    mark: Mark
    depth: int = 0
    linked: int = 0
    bold: int = 0


@dataclass(frozen=True)
class Page:
    """The canonical text with its line table and the parsed tree, None when the markup could not be parsed.

    `blocks` has the names of the blocks that the lines' paths number.
    """

    text: str
    lines: list[PageLine]
    tree: etree._Element | None
    blocks: list[BlockName] = field(default_factory=lambda: [BlockName("html")])

    @cached_property
    def tokens(self) -> list[list[str]]:
        """The words of each line in small letters."""
        return [tokens_of(line.text) for line in self.lines]


@dataclass(slots=True)
class _Writer:
    """Collects text into lines; a line ends at each block boundary and each `<br>`."""

    lines: list[PageLine] = field(default_factory=list)
    chunks: list[str] = field(default_factory=list)
    length: int = 0
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    bold: int = 0
    mark: Mark | None = None
    tight: bool = False

    def add(self, text: str, mark: Mark) -> None:
        self.pieces.append(text)
        size = len(text.strip())
        if size:
            if self.mark is None or mark.own != self.mark.own:
                self.mark = mark
            self.linked += size if mark.linked else 0
            self.bold += size if mark.bold else 0

    def end_line(self, depth: int, *, tight: bool = False) -> None:
        if not self.pieces:
            self.tight = False
            return
        text = " ".join("".join(self.pieces).split())
        if text and self.mark:
            glue = "" if not self.chunks else "\n" if self.tight else "\n\n"
            self.chunks.extend((glue, text))
            start = self.length + len(glue)
            self.length = start + len(text)
            size = len(text)
            span = Span(start, self.length)
            self.lines.append(PageLine(span, text, self.mark, depth, min(self.linked, size), min(self.bold, size)))
            self.tight = tight
        else:
            self.tight = False
        self.pieces, self.linked, self.bold, self.mark = [], 0, 0, None


def render(markup: str) -> Page:
    """The canonical text and line table of a page. The same markup always gives the same text."""
    tree = _parsed(markup)
    if tree is not None:
        writer, marker = _Writer(), Marker()
        _walk(tree, writer, marker)
        if writer.lines:
            return Page("".join(writer.chunks), writer.lines, tree, marker.blocks)
    return _stripped(markup)


def tokens_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _TOKEN.findall(text.casefold())


def _parsed(markup: str) -> etree._Element | None:
    """The tree, of plain elements: those of `lxml.html` look their class up in Python whenever one is touched."""
    try:
        parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)
        return etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _walk(tree: etree._Element, writer: _Writer, marker: Marker) -> None:
    stack: list[Mark] = [Mark()]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        tag = element.tag
        if event == "start":
            if not isinstance(tag, str) or tag in _SKIPPED:
                walk.skip_subtree()
                stack.append(stack[-1])
                continue
            if tag == "br":
                writer.end_line(len(stack), tight=True)
                stack.append(stack[-1])
                continue
            if tag in INLINE:
                stack.append(marker.inline(stack[-1], tag, element))
            else:
                writer.end_line(len(stack))
                stack.append(marker.block(stack[-1], tag, element))
            if element.text:
                writer.add(element.text, stack[-1])
            continue
        stack.pop()
        if tag not in INLINE and tag != "br" and tag not in _SKIPPED:
            writer.end_line(len(stack))
        if element.tail and element is not tree:
            writer.add(element.tail, stack[-1])
    writer.end_line(0)


def _stripped(markup: str) -> Page:
    """The text of markup that no parser takes: tags are cut out, each line of what is left is a line."""
    lines: list[PageLine] = []
    chunks: list[str] = []
    length = 0
    for piece in re.split(r"[\n\x00]+", _untagged(markup)):
        text = " ".join(unescape(piece).split())
        if not text:
            continue
        glue = "\n\n" if chunks else ""
        chunks.extend((glue, text))
        span = Span(length + len(glue), length + len(glue) + len(text))
        length = span.end
        lines.append(PageLine(span, text, Mark()))
    return Page("".join(chunks), lines, None)


def _untagged(markup: str) -> str:
    """The markup with a NUL for each tag, comment, script and style sheet.

    An end that is missing once is missing from there on and not looked for again: a hundred thousand comments that
    nobody closes take no longer than as many that end.
    """
    pieces: list[str] = []
    position, missing = 0, set[re.Pattern[str]]()
    for found in _OPENING.finditer(markup):
        start = found.start()
        if start < position:
            continue
        closer = _CODE_END if found["code"] else _COMMENT_END if found["comment"] else None
        end = closer.search(markup, found.end()) if closer and closer not in missing else None
        if closer and end is None:
            missing.add(closer)
        end = end or _TAG.match(markup, start)
        if end:
            pieces.extend((markup[position:start], "\x00"))
            position = end.end()
    return "".join([*pieces, markup[position:]])
