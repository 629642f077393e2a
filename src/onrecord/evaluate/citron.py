"""Citron's JSON: a text and its quotes, each with cue, sources, contents and coreferences."""

from __future__ import annotations

from onrecord.evaluate.corpus import Article, Attribution
from onrecord.evaluate.records import Json, first_line, group_of, spans_of
from onrecord.evaluate.tokens import cut_tokens
from onrecord.model import Span


def citron_article(name: str, data: Json) -> Article:
    """One document of Citron with its quotes."""
    text: str = data["text"]
    quotes = tuple(_quote(quote, text) for quote in data["quotes"])
    return Article(name, text, quotes, cut_tokens(text), headline=first_line(text), group=group_of(name))


def _quote(data: Json, text: str) -> Attribution:
    source = spans_of(data.get("sources"))
    return Attribution(
        id=str(data.get("id", "")),
        content=spans_of(data["contents"]),
        source=source,
        cue=spans_of(data.get("cue")),
        speaker=_longest(spans_of(data.get("coreferences")) or source, text),
    )


def _longest(spans: tuple[Span, ...], text: str) -> str | None:
    """The speaker's name: the longest of the spans that name it."""
    return max(spans, key=len).of(text) if spans else None
