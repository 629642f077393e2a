"""The commands on stored material of every kind, with the real cleaner in its own process."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from fake_rooms import FakeReader, rooms

from benchmarks.samples import CSV, MAIL, PAGE, SAVED_PAGE, TEXT, make_pdf, make_wacz, make_word, warc_record, wrapped
from onrecord.cli import run
from onrecord.cli.parser import Parser
from onrecord.cli.rooms import Rooms, default_rooms
from onrecord.collect import find_files
from onrecord.contain import Limits
from onrecord.model import Report, Source

SAID = "Ilan Torve said the talks went well."


def clean(source: Source) -> Report:
    return Parser().clean(source)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    return tmp_path


def test_folders_give_documents_mails_and_crawls_but_no_tables(folder: Path) -> None:
    names = ("a.txt", "b.html", "c.pdf", "d.docx", "e.eml", "f.mhtml", "g.mht", "h.warc", "i.WARC.GZ", "j.wacz")
    for name in (*names, "k.csv", "l.jsonl", "m.tsv", "n.gz", "o.zip", "p.png"):
        (folder / name).write_text("x")
    assert [path.name for path in find_files([folder])] == list(names)
    assert [path.name for path in find_files([folder / "k.csv"])] == ["k.csv"]


def test_every_kind_is_read_with_one_process_for_all(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paragraphs = ["Talks", SAID]
    (folder / "a.pdf").write_bytes(make_pdf([wrapped(paragraphs)]))
    (folder / "b.docx").write_bytes(make_word(paragraphs))
    (folder / "c.eml").write_bytes(MAIL)
    (folder / "d.mhtml").write_bytes(SAVED_PAGE)
    (folder / "e.warc").write_bytes(warc_record("https://courier.example/e", PAGE.encode()))
    (folder / "f.wacz").write_bytes(make_wacz(warc_record("https://courier.example/f", PAGE.encode())))
    (folder / "g.html").write_text(PAGE)
    (folder / "h.txt").write_text(TEXT)
    (folder / "i.csv").write_bytes(CSV)
    given = default_rooms()
    assert run(["read", "--json", ".", "i.csv"], replace(given, load_reader=FakeReader)) == 0
    readings = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [item["report"]["path"] for item in readings] == [
        "a.pdf", "b.docx", "c.eml", "c.eml#note.txt", "https://courier.example/2031/05/05/karsa",
        "https://courier.example/e", "https://courier.example/f", "g.html", "h.txt", "https://courier.example/1",
        "i.csv#row=3",
    ]  # fmt: skip
    assert [item["report"]["text"] for item in readings[:2]] == ["Talks\n\n" + SAID] * 2
    assert [len(item["statements"]) for item in readings[:2]] == [1, 1]


def test_columns_are_mapped_on_the_command_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.csv").write_text(f"what,where\n{SAID},https://courier.example/1\n")
    arguments = ["add", "a.csv", "--column", "text=what", "--column", "url=where", "--json"]
    assert run(arguments, Rooms(clean, FakeReader)) == 0
    assert json.loads(capsys.readouterr().out)["added"] == 1
    assert run(arguments, Rooms(clean, FakeReader)) == 0
    assert json.loads(capsys.readouterr().out)["unchanged"] == 1


def test_a_mapping_that_is_none_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "a.csv", "--column", "words=what"], rooms()) == 2
    assert "'words' is none of byline, html" in " ".join(capsys.readouterr().err.split())


def test_bad_rows_are_told_one_by_one_and_counted(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.jsonl").write_text('{"text": ""}\n{broken\n' + json.dumps({"text": SAID}))
    assert run(["add", "a.jsonl"], Rooms(clean, FakeReader)) == 2
    output = capsys.readouterr()
    assert output.out == "1 added, 0 unchanged, 0 reread, 2 failed\n"
    assert output.err.startswith("error: a.jsonl row 1 has no text [input-empty]")
    assert "error: a.jsonl row 2 is no JSON" in output.err


def test_a_page_that_takes_its_process_down_does_not_take_the_batch(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    attributes = " ".join(f"a{number}=1" for number in range(60_000))
    (folder / "a.html").write_text(f"<p {attributes}>{SAID}</p>")
    (folder / "b.html").write_text(f"<h1>Talks</h1><p>{SAID}</p>")
    given = Parser(Limits(seconds=1))
    assert run(["read", "a.html", "b.html"], Rooms(given.clean, FakeReader, unpack=given.unpack)) == 2
    output = capsys.readouterr()
    assert "error: a.html takes more than 1 s or 1500 MB to parse [input-too-complex]" in output.err
    assert "the talks went well" in output.out


def test_plain_text_is_cleaned_without_another_process(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = Parser()
    assert parser.clean(Source(SAID.encode(), "text/plain", "a.txt")).text == SAID
    assert parser._workers is None
    monkeypatch.setattr("onrecord.cli.parser.PLAIN_LIMIT", len(SAID) - 1)
    assert parser.clean(Source(SAID.encode(), "text/plain", "a.txt")).text == SAID
    assert parser._workers is not None
