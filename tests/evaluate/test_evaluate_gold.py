"""Gold of every format that is read, and what is said of gold that breaks its format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gold_world import HEADER, TEXT, write_marked

from onrecord.errors import InputError, MissingInput, UnsupportedFormat
from onrecord.evaluate import Article, load_gold
from onrecord.evaluate.markup import compile_report
from onrecord.model import Span

PLAIN = "Ilan Torve said the mills stand still.\nMira Osk waits.\n"
ANNOTATION = """T1\tSource 0 10\tIlan Torve
T2\tCue 11 15\tsaid
T3\tContent 16 25;26 37\tthe mills stand still
T4\tAttribution 11 15\tsaid
E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1
T5\tContent 48 53\twaits
T6\tAttribution-no-source 48 53\twaits
E2\tAttribution-no-source:T6 Content:T5
T7\tDiscuss 48 53\twaits
E3\tDiscuss:T7
"""


def only(folder: Path, texts: Path | None = None) -> Article:
    corpus = load_gold(folder, texts)
    assert len(corpus.articles) == 1
    return corpus.articles[0]


def words(article: Article) -> list[tuple[str, str, list[str]]]:
    text = article.text
    return [
        (joined(said.source, text), joined(said.cue, text), [span.of(text) for span in said.content])
        for said in article.attributions
    ]


def joined(spans: tuple[Span, ...], text: str) -> str:
    return " ".join(span.of(text) for span in spans)


def test_marked_reports_are_compiled_in_memory(tmp_path: Path) -> None:
    corpus = load_gold(write_marked(tmp_path / "press"))
    article = corpus.articles[0]
    assert corpus.name == "press"
    assert corpus.aspects == {"speaker", "form", "kind", "act", "nested", "occasion", "residue"}
    assert words(article) == [
        ("Ilan Torve", "said", ["that Dara Velm likes the open border"]),
        ("Dara Velm", "likes", ["the open border"]),
        ("she", "ordered", ["“Open the bridge,”"]),
    ]
    assert [said.nested_in for said in article.attributions] == [None, "1", None]
    assert [span.of(article.text) for span in article.residue] == ["Rusan Mereth said the mills stand still."]
    assert article.attributions[0].occasion is not None
    assert article.attributions[0].occasion.when.weekday == "Tuesday"
    assert article.headline is not None
    assert article.headline.of(article.text) == "The Karsa Talks"


def test_compiled_records_give_the_same_gold(tmp_path: Path) -> None:
    marked = write_marked(tmp_path / "press")
    text, record = compile_report(marked / "karsa.gold")
    compiled = tmp_path / "compiled"
    compiled.mkdir()
    (compiled / "karsa.txt").write_text(text, encoding="utf-8")
    (compiled / "gold.json").write_text(json.dumps({"karsa": record}, default=str), encoding="utf-8")
    assert only(compiled) == only(marked)


def test_labels_take_their_texts_from_another_folder(tmp_path: Path) -> None:
    folder = tmp_path / "labels"
    folder.mkdir()
    label = {"id": 0, "source": [0, 10], "cue": [11, 15], "content": [[16, 37]], "speaker": "Ilan Torve",
             "form": "indirect", "kind": "statement", "act": "report", "nested_in": None}  # fmt: skip
    (folder / "labels_a.json").write_text(json.dumps({"courier_x": {"statements": [label], "occasions": []}}))
    (tmp_path / "courier_x.txt").write_text(PLAIN)
    corpus = load_gold(folder, tmp_path)
    assert words(corpus.articles[0]) == [("Ilan Torve", "said", ["the mills stand still"])]
    assert corpus.aspects == {"speaker", "form", "kind", "act", "nested"}
    assert corpus.articles[0].group == "courier"
    with pytest.raises(MissingInput, match="--texts"):
        load_gold(folder)


def test_brat_folders_are_read_with_breaks_and_missing_sources(tmp_path: Path) -> None:
    for folder in ("attributions", "text"):
        (tmp_path / folder).mkdir()
    (tmp_path / "text" / "courier_x.txt").write_text(PLAIN)
    (tmp_path / "attributions" / "courier_x_aa11.ann").write_text(ANNOTATION)
    (tmp_path / "attributions" / "courier_x_bb22.ann").write_text("")
    assert words(only(tmp_path)) == [
        ("Ilan Torve", "said", ["the mills", "stand still"]),
        ("", "", ["waits"]),
    ]


def test_citron_documents_take_the_speaker_from_the_coreference(tmp_path: Path) -> None:
    def span(start: int, end: int) -> dict[str, object]:
        return {"start": start, "end": end, "text": PLAIN[start:end]}

    quote = {"cue": span(11, 15), "sources": [span(5, 10)], "contents": [span(16, 37)], "coreferences": [span(0, 10)],
             "confidence": 0.9, "id": 0}  # fmt: skip
    (tmp_path / "one.json").write_text(json.dumps({"text": PLAIN, "quotes": [quote]}))
    article = only(tmp_path)
    assert words(article) == [("Torve", "said", ["the mills stand still"])]
    assert article.attributions[0].speaker == "Ilan Torve"


def test_the_digest_changes_with_the_gold_and_not_with_its_place(tmp_path: Path) -> None:
    here, there = write_marked(tmp_path / "a"), write_marked(tmp_path / "b")
    assert load_gold(here).digest == load_gold(there).digest
    write_marked(there, text=TEXT.replace("mills", "looms"))
    assert load_gold(here).digest != load_gold(there).digest


@pytest.mark.parametrize(
    ("text", "header", "problem"),
    [
        (TEXT.replace("⟦q2|", "⟦x2|"), HEADER, "no label"),
        (TEXT + "⟧", HEADER, "closes nothing"),
        (TEXT + "⟦q4|open", HEADER, "never closed"),
        (TEXT.replace("⟦c1|said⟧", "said"), HEADER.replace("act: state", "act: sing"), "act is 'sing'"),
        (TEXT + "⟦q4|more⟧", HEADER, r"\[4\]"),
        (TEXT, HEADER.replace("nested_in: 1", "nested_in: 7"), "nested in 7"),
        (TEXT, HEADER.replace("occasion: call", "occasion: ball"), "'ball' is not declared"),
        (TEXT, "no header", "no header"),
    ],
)
def test_marks_that_break_the_format_are_refused(tmp_path: Path, text: str, header: str, problem: str) -> None:
    folder = write_marked(tmp_path / "press", text=text, header=header)
    with pytest.raises(InputError, match=problem):
        load_gold(folder)


def test_folders_without_gold_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsupportedFormat):
        load_gold(tmp_path)
    with pytest.raises(MissingInput):
        load_gold(tmp_path / "nowhere")
    (tmp_path / "gold.json").write_text("{}[")
    with pytest.raises(InputError):
        load_gold(tmp_path)
