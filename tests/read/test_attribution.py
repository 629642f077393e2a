"""What the shipped weights must do on the plainest sentences, and what decoding must never do on any text."""

from __future__ import annotations

import gc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.clean import clean_source
from onrecord.errors import InputError
from onrecord.model import READABLE, Reading, Source, subtract
from onrecord.read import Reader

READER = Reader.load()


def read(text: str) -> Reading:
    return READER.read(clean_source(Source(text.encode(), "text/plain", "x.txt")))


def said(text: str) -> list[tuple[str, str, str, str]]:
    reading = read(text)
    return [
        (
            statement.source.of(text) if statement.source else "",
            statement.cue.of(text) if statement.cue else "",
            " … ".join(span.of(text) for span in statement.content),
            statement.form,
        )
        for statement in reading.statements
    ]


def test_indirect_speech_has_source_cue_and_content() -> None:
    text = "Foreign Minister Ilan Torve said on Monday that the talks in Karsa had been useful.\n"
    ((source, cue, content, form),) = said(text)
    assert source == "Foreign Minister Ilan Torve"
    assert cue.startswith("said")
    assert content == "that the talks in Karsa had been useful"
    assert form == "indirect"


def test_chained_cues_share_their_source() -> None:
    text = "Torve stressed that the truce must hold, adding that the observers would stay until spring.\n"
    reading = read(text)
    assert [statement.speaker and statement.speaker.name for statement in reading.statements] == ["Torve", "Torve"]


def test_content_broken_by_its_cue_is_one_statement() -> None:
    text = "“The road is open,” Torve said, “and it will stay open through the winter.”\n"
    ((_, _, content, form),) = said(text)
    assert content == "“The road is open,” … “and it will stay open through the winter.”"
    assert form == "direct"


def test_pronoun_is_resolved_to_the_speaker_before() -> None:
    text = "Velian Foreign Minister Ilan Torve said the truce holds.\n\nHe added that the observers may stay.\n"
    names = [statement.speaker and statement.speaker.name for statement in read(text).statements]
    assert names == ["Ilan Torve", "Ilan Torve"]


def test_teaser_is_not_read() -> None:
    text = (
        "Karsa, OSIA - Foreign Minister Ilan Torve said on Monday that the talks had been useful for both.\n\n"
        "Check Also\n\nSpokeswoman Neda Corvin says the harbour will close\n\n"
        "Norvel, OSIA - Spokeswoman Neda Corvin said on Friday that the harbour of Norvel will close …\n"
    )
    assert all("Corvin" not in source for source, *_ in said(text))
    assert len(said(text)) == 1


def test_narrative_has_no_statement() -> None:
    assert said("The weather was fine in Karsa. Trees stood in rows along the empty road to the harbour.\n") == []


def test_reading_twice_gives_the_same() -> None:
    text = "Torve said that the truce holds. “We are glad,” he added.\n"
    assert read(text) == read(text)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="He said “that ”'\"\n:,.Torve–é😀 Check Also\t", max_size=300))
def test_any_text_gives_statements_inside_readable_blocks(text: str) -> None:
    try:
        reading = read(text)
    except InputError:
        return
    readable = reading.report.spans_of(*READABLE)
    for statement in reading.statements:
        assert all(0 <= span.start < span.end <= len(text) for span in statement.content)
        stray = subtract(statement.content, readable)
        assert all(not span.of(reading.report.text).strip() for span in stray)


def test_quotation_longer_than_the_linker_looks_is_whole() -> None:
    sentence = "The bridge is old, the toll is high and the boats lie below the town until the water is back. "
    text = f"The ministers met in Karsa on Tuesday.\n\n“{sentence * 7}It is time,” Foreign Minister Ilan Torve said."
    statement = next(item for item in read(text).statements if item.source and "Torve" in item.source.of(text))
    assert statement.content[0].of(text).startswith("“The bridge")
    assert statement.content[-1].of(text).endswith("time,”")


@pytest.mark.parametrize("was_on", [True, False])
def test_reading_leaves_the_search_for_cycles_as_it_was(was_on: bool) -> None:
    (gc.enable if was_on else gc.disable)()
    try:
        read("Ilan Torve said that the road is open.\n")
        assert gc.isenabled() == was_on
    finally:
        gc.enable()
