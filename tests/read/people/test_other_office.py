"""A role phrase does not name a person whose office is another one, however near he stands."""

from __future__ import annotations

from onrecord.clean import clean_source
from onrecord.model import Source, Span, Statement
from onrecord.read.people import resolve_speakers

TEXT = (
    "Karsa, OSIA - Velian Foreign Minister Ilan Torve stressed that the planes only watch the border.\n\n"
    "He said that the Velian President talked about the dangers clearly.\n"
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_the_president_is_not_the_minister() -> None:
    report = clean_source(Source(TEXT.encode(), "text/plain", "x.txt"))
    minister = Statement("a", (span("that the planes only watch the border"),), span("Ilan Torve"), span("stressed"))
    president = Statement("b", (span("the dangers clearly"),), span("the Velian President"), span("talked about"))
    first, second = resolve_speakers(report, (minister, president))
    assert first.speaker is not None
    assert first.speaker.name == "Ilan Torve"
    assert second.speaker is None
