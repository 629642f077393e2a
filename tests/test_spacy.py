"""The reader in a spaCy pipeline keeps exact offsets beside spaCy's tokens."""

from __future__ import annotations

import pytest
import spacy

TEXT = "Foreign Minister Ilan Torve said on Monday that “the border 🙂 stays open”. Dara Velm denied the report."


@pytest.fixture(scope="module")
def doc() -> spacy.tokens.Doc:
    nlp = spacy.blank("en")
    nlp.add_pipe("onrecord")
    return nlp(TEXT)


def test_statements_carry_exact_code_points(doc: spacy.tokens.Doc) -> None:
    (first, *_) = doc._.statements
    assert first.source.of(TEXT) == "Foreign Minister Ilan Torve"
    assert first.speaker.name == "Ilan Torve"
    assert "🙂 stays open" in first.content[0].of(TEXT)


def test_span_group_shows_every_role_of_every_statement(doc: spacy.tokens.Doc) -> None:
    spans = [(span.label_, span.text) for span in doc.spans["onrecord"]]
    assert ("SOURCE", "Foreign Minister Ilan Torve") in spans
    assert {span.id_ for span in doc.spans["onrecord"]} == {statement.id for statement in doc._.statements}


def test_pipeline_tells_what_the_component_assigns() -> None:
    assert "doc._.statements" in spacy.blank("en").get_factory_meta("onrecord").assigns
