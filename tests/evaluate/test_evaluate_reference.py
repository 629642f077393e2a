"""The same figures as an independent scorer gives: its numbers on this small corpus are written down here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from gold_world import find, prediction

from onrecord.evaluate import evaluate, load_answers, load_gold
from onrecord.evaluate.tokens import cut_tokens

TEXTS = {
    "courier_one": (
        'Ilan Torve said, "the road is open," adding that it stays so. "We wait," he told reporters, "and we hope." '
        "The ministry denied the report, and officials expect rain. According to Dara Velm, two lorries came."
    ),
    "wire_two": (
        "Dara Velm warned that the truce is at risk. She said it may end on Friday. A spokesman for the council, "
        "who asked not to be named, said the talks go on. Mira Osk welcomed the offer and promised an answer."
    ),
}
# source | cue | content; contents in pieces are parted by "/"
GOLD = {
    "courier_one": (
        'Ilan Torve|said|"the road is open,"', "Ilan Torve|adding|that it stays so",
        'he|told|"We wait,"/"and we hope."', "The ministry|denied|the report", "officials|expect|rain",
        "Dara Velm|According to|two lorries came",
    ),
    "wire_two": (
        "Dara Velm|warned|that the truce is at risk", "She|said|it may end on Friday",
        "A spokesman for the council|said the talks|the talks go on", "Mira Osk|welcomed|the offer",
        "Mira Osk|promised|an answer",
    ),
}  # fmt: skip
FOUND = {
    "courier_one": (
        "Ilan Torve|said|the road is open", "Torve|adding|it stays so", 'he|told reporters|"We wait,"',
        "The ministry|denied|the report, and officials expect rain", "|expect|rain",
        "Dara Velm|According to|two lorries came.", "|reporters|hope",
    ),
    "wire_two": (
        "Dara Velm|warned|that the truce is at risk", "She|said it|may end on Friday",
        "A spokesman for the council, who asked not to be named,|said the|talks go on", "Mira Osk|promised|an answer",
    ),
}  # fmt: skip


def pairs(text: str, words: str) -> list[list[int]]:
    return [[span.start, span.end] for span in (find(text, piece) for piece in words.split("/") if piece)]


def write_corpus(folder: Path) -> Path:
    """The corpus in PolNeAR's one-file format, with predictions beside it."""
    (folder / "text").mkdir(parents=True)
    gold, lines = {}, []
    for stem, text in TEXTS.items():
        (folder / "text" / f"{stem}.txt").write_text(text, encoding="utf-8")
        rows = [[pairs(text, words) for words in line.split("|")] for line in GOLD[stem]]
        gold[f"{stem}_aa11"] = {
            "stem": stem, "tokens": [[token.start, token.end] for token in cut_tokens(text)], "instances": [],
            "relations": [dict(zip(("source", "cue", "content"), row, strict=True)) for row in rows],
        }  # fmt: skip
        gold[f"{stem}_zz99"] = {**gold[f"{stem}_aa11"], "relations": []}
        lines.append(prediction(stem, *(_statement(text, line) for line in FOUND[stem])))
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "found.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def write_records(folder: Path) -> Path:
    """The same statements as our own gold, where sources are speakers and marks are direct speech."""
    folder.mkdir()
    gold = {stem: {"statements": [_record(TEXTS[stem], line) for line in lines]} for stem, lines in GOLD.items()}
    lines = [prediction(stem, *(_answer(TEXTS[stem], line) for line in lines)) for stem, lines in FOUND.items()]
    for stem, text in TEXTS.items():
        (folder / f"{stem}.txt").write_text(text, encoding="utf-8")
    (folder / "gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (folder / "found.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder


def _statement(text: str, line: str) -> dict[str, object]:
    source, cue, content = ([{"start": a, "end": b} for a, b in pairs(text, words)] for words in line.split("|"))
    return {"source": source[0] if source else None, "cue": cue[0], "content": content, "nested_in": None}


def _record(text: str, line: str) -> dict[str, object]:
    source, _, content = line.split("|")
    speaker = {"he": "Ilan Torve", "officials": None}.get(source, source)
    return {"content": pairs(text, content), "speaker": speaker, "form": _form(content)}


def _answer(text: str, line: str) -> dict[str, object]:
    source, _, content = line.split("|")
    speaker = None if source in {"", "he"} else {"id": "x", "name": "Torve" if source == "She" else source}
    return {**_statement(text, line), "speaker": speaker, "form": _form(content)}


def _form(content: str) -> str:
    return "direct" if '"' in content else "indirect"


SPANS = {"mean_exact": 61.6, "triple_strict": 36.4, "triple_relaxed": 54.5, "triple_content": 72.7}


@pytest.mark.parametrize(("key", "expected"), SPANS.items())
def test_span_figures_are_those_of_the_independent_scorer(tmp_path: Path, key: str, expected: float) -> None:
    assert measured(write_corpus(tmp_path / "small"), key) == expected


STATEMENTS = {"statement_f1": 72.7, "speaker_right": 87.5, "form_right": 87.5}


@pytest.mark.parametrize(("key", "expected"), STATEMENTS.items())
def test_statement_figures_are_those_of_the_independent_scorer(tmp_path: Path, key: str, expected: float) -> None:
    assert measured(write_records(tmp_path / "small"), key) == expected


def measured(folder: Path, key: str) -> float:
    value = evaluate(load_gold(folder), load_answers(folder / "found.jsonl"), resamples=10).value(key)
    assert value is not None
    return round(value.value, 1)
