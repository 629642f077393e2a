"""PDF and Word documents as plain text: paragraphs whole, and clear errors for what holds no text."""

from __future__ import annotations

import io
import zipfile

import pytest

from benchmarks.samples import HEADLINE, PARAGRAPHS, make_pdf, make_word, wrapped
from onrecord.clean import clean_source
from onrecord.errors import Damaged, EmptyInput, TooLarge, UnsupportedFormat
from onrecord.model import Report, Source

PDF = "application/pdf"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def report(data: bytes, kind: str) -> Report:
    return clean_source(Source(data, kind, "in/release"))


def test_wrapped_lines_of_a_pdf_are_joined_and_paragraphs_kept_apart() -> None:
    made = report(make_pdf([wrapped([HEADLINE, *PARAGRAPHS])]), PDF)
    assert made.text == "\n\n".join((HEADLINE, *PARAGRAPHS))
    assert made.title == HEADLINE


def test_the_pages_of_a_pdf_follow_each_other() -> None:
    made = report(make_pdf([wrapped([HEADLINE, PARAGRAPHS[0]]), wrapped([PARAGRAPHS[1]])]), PDF)
    assert made.text == "\n\n".join((HEADLINE, *PARAGRAPHS[:2]))


def test_paragraphs_without_space_between_end_where_their_last_line_does() -> None:
    lines = [*wrapped([PARAGRAPHS[0]]), (72, 640, "He thanked the hosts."), (72, 627, "The mission stayed.")]
    close = [(x, 720 - 13 * number, text) for number, (x, _, text) in enumerate(lines)]
    assert report(make_pdf([close]), PDF).text.endswith("conditions.\n\nHe thanked the hosts.\n\nThe mission stayed.")


def test_columns_of_a_pdf_are_not_read_across() -> None:
    left = [(60, 700 - 13 * n, f"Torve said the talks of day {n}") for n in range(6)]
    right = [(330, 700 - 13 * n, f"Olden warned of floods, part {n}") for n in range(6)]
    text = report(make_pdf([left + right]), PDF).text
    assert text.index("day 5") < text.index("Olden")


def test_a_pdf_of_images_is_told() -> None:
    with pytest.raises(EmptyInput, match="in/release has no text layer") as caught:
        report(make_pdf([[]], image=True), PDF)
    assert "OCR" in caught.value.next_step


@pytest.mark.parametrize("data", [b"%PDF-1.4\nnothing else", b"no PDF", make_pdf([wrapped(PARAGRAPHS)])[:300]])
def test_a_broken_pdf_is_told(data: bytes) -> None:
    with pytest.raises((Damaged, EmptyInput)):
        report(data, PDF)


def test_a_pdf_of_too_many_pages_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.clean.pdf.MAX_PAGES", 2)
    with pytest.raises(TooLarge, match="has 3 pages"):
        report(make_pdf([wrapped(["Torve said so."])] * 3), PDF)


def test_an_untold_type_is_known_by_its_beginning() -> None:
    assert report(make_pdf([wrapped(PARAGRAPHS)]), "application/octet-stream").text == "\n\n".join(PARAGRAPHS)


def test_paragraphs_and_tables_of_a_word_document_in_their_order() -> None:
    made = report(make_word([HEADLINE, "", *PARAGRAPHS], [["Torve:", "We will stay."]]), WORD)
    assert made.text == "\n\n".join((HEADLINE, *PARAGRAPHS, "Torve:", "We will stay."))


def test_an_empty_word_document_is_told() -> None:
    with pytest.raises(EmptyInput, match="has no text"):
        report(make_word([""]), WORD)


def test_what_is_no_word_document_is_told() -> None:
    with pytest.raises(Damaged):
        report(b"PK\x03\x04 broken", WORD)
    with pytest.raises(Damaged):
        report(make_word(["Torve said so."])[:-200], WORD)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("content.xml", "x")
    with pytest.raises(UnsupportedFormat, match="without a Word document"):
        report(out.getvalue(), WORD)


def test_a_word_document_that_is_a_bomb_is_not_opened() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package, package.open("word/document.xml", "w") as part:
        for _ in range(210):
            part.write(b" " * 1_000_000)
    with pytest.raises(TooLarge, match="unpacks to more than 200 MB"):
        report(out.getvalue(), WORD)
