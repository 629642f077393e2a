"""Tables: columns found and mapped, every row a source, spreadsheets' oddities, and errors that name the row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean import clean_source
from onrecord.collect import Columns, load_sources, parse_columns
from onrecord.collect import tables as module
from onrecord.errors import Damaged, EmptyInput, InputError, MissingColumn, TooLarge
from onrecord.model import Row, Source, dump_row, load_row


def rows(path: Path, data: bytes | str, columns: Columns = Columns()) -> list[Row | InputError]:  # noqa: B008
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    found = load_sources(path, columns)
    return [load_row(item.data) if isinstance(item, Source) else item for item in found]


def test_common_names_are_found(tmp_path: Path) -> None:
    data = (
        "Headline,Body_Text,Link,Publish-Date,Site Name,Authors,lang\n"
        "Karsa,Torve said so.,https://a.example/1,2031-05-04,Courier,H. Korv,en\n"
    )
    assert rows(tmp_path / "a.csv", data) == [
        Row("Torve said so.", None, "https://a.example/1", "2031-05-04", "Courier", "Karsa", "H. Korv", "en")
    ]


def test_a_mapping_goes_before_common_names(tmp_path: Path) -> None:
    data = "text,story,where\nshort,The whole story.,https://a.example/1\n"
    assert rows(tmp_path / "a.csv", data, parse_columns(["text=story", "url=where"])) == [
        Row("The whole story.", url="https://a.example/1")
    ]


@pytest.mark.parametrize("wrong", ["text", "text=", "words=body"])
def test_a_mapping_that_is_none_is_told(wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong.partition("=")[0]):
        parse_columns([wrong])


def test_a_row_becomes_a_report_with_what_the_table_states(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("title,text,url,date,outlet\nKarsa,Torve said so.,https://a.example/1,4 May 2031,Courier\n")
    (source,) = load_sources(path)
    assert isinstance(source, Source)
    assert source.location == f"{path}#row=2"
    report = clean_source(source)
    assert report.text == "Torve said so."
    assert (report.title, report.outlet, report.location) == ("Karsa", "Courier", "https://a.example/1")
    published = report.dates.published
    assert (str(published.start), published.basis) == ("2031-05-04", "metadata")


def test_a_date_that_can_be_read_two_ways_is_unknown(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("text,date\nTorve said so.,03/04/2031\n")
    (source,) = load_sources(tmp_path / "a.csv")
    assert isinstance(source, Source)
    assert not clean_source(source).dates.published.known


def test_an_html_column_is_read_as_a_page(tmp_path: Path) -> None:
    page = "<h1>Karsa</h1><nav>Home</nav><p>Minister Torve said on Monday that the crossing would open soon.</p>"
    (tmp_path / "a.jsonl").write_text(json.dumps({"html": page, "url": "https://a.example/1"}))
    (source,) = load_sources(tmp_path / "a.jsonl")
    assert isinstance(source, Source)
    assert "<p>" not in clean_source(source).text


@pytest.mark.parametrize(
    "data",
    [
        "\ufefftext;url\r\n\"Torve: “so”; he said\";u\r\n".encode(),
        "sep=;\r\ntext;url\r\n\"Torve: “so”; he said\";u\r\n".encode(),
        "text\turl\r\nTorve: “so”; he said\tu\r\n".encode("utf-16"),
        "text;url\r\n\"Torve: “so”; he said\";u\r\n".encode("cp1252"),
    ],
)  # fmt: skip
def test_what_spreadsheets_save(tmp_path: Path, data: bytes) -> None:
    assert rows(tmp_path / "a.csv", data) == [Row("Torve: “so”; he said", url="u")]


def test_half_a_character_of_two_units_is_a_gap_in_its_row(tmp_path: Path) -> None:
    data = b"\xff\xfe" + "text\nTorve ".encode("utf-16-le") + b"\x00\xd8" + " said so.\n".encode("utf-16-le")
    assert rows(tmp_path / "a.csv", data) == [Row("Torve \ufffd said so.")]


def test_line_breaks_within_cells_and_empty_rows(tmp_path: Path) -> None:
    data = 'text,url\r\n"One.\r\n\r\nTwo.",a\r\n,\r\n\r\nThree.,b\r\n'
    path = tmp_path / "a.csv"
    assert rows(path, data) == [Row("One.\r\n\r\nTwo.", url="a"), Row("Three.", url="b")]
    assert [source.location for source in load_sources(path) if isinstance(source, Source)][-1] == f"{path}#row=5"


def test_a_row_without_text_is_told_with_its_number_and_the_rest_goes_on(tmp_path: Path) -> None:
    empty, good = rows(tmp_path / "a.csv", "text,url\n,https://a.example/1\nTorve said so.,\n")
    assert isinstance(empty, EmptyInput)
    assert "a.csv row 2 has no text" in empty.message
    assert good == Row("Torve said so.")


def test_a_quotation_mark_that_is_never_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FIELD_LIMIT", 1_000)
    good, broken = rows(tmp_path / "a.csv", 'text\nTorve said so.\n"open ' + "and on " * 1_000)
    assert good == Row("Torve said so.")
    assert isinstance(broken, Damaged)
    assert "after line" in broken.message


@pytest.mark.parametrize(("name", "data"), [("a.csv", "url,when\na,b\n"), ("a.jsonl", '{"url": "a", "when": "b"}')])
def test_no_column_of_texts_is_told_with_those_there_are(tmp_path: Path, name: str, data: str) -> None:
    with pytest.raises(MissingColumn, match="'url', 'when'") as caught:
        rows(tmp_path / name, data)
    assert "--column text=" in caught.value.next_step


def test_a_named_column_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingColumn, match="no column 'lnk'"):
        rows(tmp_path / "a.csv", "text,link\nx,y\n", parse_columns(["url=lnk"]))


@pytest.mark.parametrize(("name", "data"), [("a.csv", ""), ("a.csv", "text\n"), ("a.jsonl", "\n\n")])
def test_an_empty_table_is_told(tmp_path: Path, name: str, data: str) -> None:
    with pytest.raises(EmptyInput):
        rows(tmp_path / name, data)


def test_json_lines_that_are_none_are_told_and_the_rest_goes_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "SIZE_LIMIT", 5_000)
    lines = [
        '{"text": "One."}',
        "{broken",
        "[1]",
        '{"text": "' + "x" * 9_000 + '"}',
        "[" * 4_000,
        "",
        '{"text": "Two."}',
    ]
    one, broken, array, large, deep, two = rows(tmp_path / "a.jsonl", "\n".join(lines))
    assert (one, two) == (Row("One."), Row("Two."))
    assert [type(item) for item in (broken, array, large, deep)] == [Damaged, Damaged, TooLarge, Damaged]
    assert isinstance(broken, InputError)
    assert "a.jsonl row 2 is no JSON" in broken.message


def test_values_within_values_can_be_mapped(tmp_path: Path) -> None:
    data = '{"doc": {"body": "One.", "meta": {"url": "u"}}, "authors": ["A", "B"]}'
    assert rows(tmp_path / "a.jsonl", data, parse_columns(["text=doc.body", "url=doc.meta.url"])) == [
        Row("One.", url="u", byline="A, B")
    ]


def test_halves_of_characters_do_not_get_into_a_text(tmp_path: Path) -> None:
    (row,) = rows(tmp_path / "a.jsonl", '{"text": "Torve \\ud83d said"}')
    assert row == Row("Torve \ufffd said")


def test_an_error_in_a_row_names_the_row(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"html": "<script>x</script>", "url": "https://a.example/1"}))
    (source,) = load_sources(tmp_path / "a.jsonl")
    assert isinstance(source, Source)
    with pytest.raises(EmptyInput, match=r"a\.jsonl#row=1: https://a\.example/1 shows no text"):
        clean_source(source)


@given(st.builds(Row, *[st.none() | st.text(st.characters(exclude_categories=["Cs"]), min_size=1)] * 8))
def test_rows_come_back_from_their_bytes(row: Row) -> None:
    assert load_row(dump_row(row)) == row
