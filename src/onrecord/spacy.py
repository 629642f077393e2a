"""The reader as a component of a spaCy pipeline: `nlp.add_pipe("onrecord")`. Needs the extra `onrecord[spacy]`.

`doc._.statements` holds the statements themselves, whose spans are exact code points of `doc.text`. The span group
`doc.spans["onrecord"]` shows the same stretches rounded out to spaCy's tokens, for displacy and for other components.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup
from spacy.tokens import Span as TokenSpan

from onrecord.clean import clean_source
from onrecord.model import Reading, Source, Span, Statement
from onrecord.read import Reader

GROUP = "onrecord"


@dataclass(frozen=True, slots=True)
class StatementReader:
    """A pipeline component that reads each document as a report of plain text."""

    reader: Reader

    def __call__(self, doc: Doc) -> Doc:
        """Fill `doc._.statements`, `doc._.reading` and `doc.spans["onrecord"]`."""
        reading = self.reader.read(clean_source(Source(doc.text.encode(), "text/plain", "doc")))
        doc._.reading = reading
        doc._.statements = reading.statements
        doc.spans[GROUP] = SpanGroup(doc, name=GROUP, spans=_token_spans(doc, reading))
        return doc


def _token_spans(doc: Doc, reading: Reading) -> list[TokenSpan]:
    found = []
    for statement in reading.statements:
        for label, span in _labelled(statement):
            tokens = doc.char_span(span.start, span.end, label=label, span_id=statement.id, alignment_mode="expand")
            if tokens is not None:
                found.append(tokens)
    return found


def _labelled(statement: Statement) -> list[tuple[str, Span]]:
    roles = [("SOURCE", statement.source), ("CUE", statement.cue), *(("CONTENT", span) for span in statement.content)]
    return [(label, span) for label, span in roles if span is not None]


@Language.factory("onrecord", assigns=["doc._.statements", "doc._.reading", "doc.spans"])
def make_component(nlp: Language, name: str) -> StatementReader:  # noqa: ARG001 - the signature that spaCy calls
    """The component with the shipped weights. Raises `WeightsError` when they are missing or damaged."""
    for extension in ("statements", "reading"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=())
    return StatementReader(Reader.load())
