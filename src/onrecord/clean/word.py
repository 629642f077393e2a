"""The text of a Word document (DOCX) as plain text: a paragraph a line, tables row by row."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.opc.exceptions import OpcError
from docx.table import Table, _Cell
from lxml.etree import LxmlError

from onrecord.errors import Damaged, EmptyInput, TooLarge, UnsupportedFormat

# The parts of a document unpacked; a 100-page report has 2 MB, and what has more than this is a bomb.
MAX_UNPACKED = 200_000_000
MAX_DEPTH = 5


def text_of_word(data: bytes, location: str) -> str:
    """The paragraphs in their order, a blank line between them; headers, footers and comments are no part of it.

    Raises `EmptyInput` for a document without text, `TooLarge` for one that unpacks to too much, `Damaged` and
    `UnsupportedFormat` for what is none.
    """
    _check_size(data, location)
    try:
        document = Document(BytesIO(data))
        text = "\n\n".join(line for line in _lines(document) if line)
    except (OpcError, LxmlError, KeyError, ValueError, AttributeError, TypeError, IndexError, zipfile.BadZipFile,
            zlib.error, NotImplementedError, RecursionError, OSError, EOFError) as error:  # fmt: skip
        reason = (str(error).splitlines() or [""])[0][:100]
        raise Damaged(
            f"{location} is no whole Word document ({type(error).__name__}: {reason})", "Get it again."
        ) from error
    if not text.strip():
        raise EmptyInput(f"{location} has no text", "Save what it shows as text.")
    return text


def _check_size(data: bytes, location: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Damaged(f"{location} is no whole Word document ({error})", "Get it again.") from error
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise UnsupportedFormat(f"{location} is a ZIP container without a Word document", "Save its text as .txt.")
    if sum(entry.file_size for entry in entries) > MAX_UNPACKED:
        raise TooLarge(f"{location} unpacks to more than {MAX_UNPACKED // 1_000_000} MB", "Save its text as .txt.")


def _lines(part: WordDocument | _Cell, depth: int = 0) -> Iterator[str]:
    for item in part.iter_inner_content():
        if not isinstance(item, Table):
            yield " ".join(item.text.split())
        elif depth < MAX_DEPTH:
            for row in item.rows:
                for cell in _distinct(row.cells):
                    yield from _lines(cell, depth + 1)


def _distinct(cells: tuple[_Cell, ...]) -> Iterator[_Cell]:
    """A merged cell is given once for each column that it spans."""
    seen: set[int] = set()
    for cell in cells:
        if id(cell._tc) not in seen:
            seen.add(id(cell._tc))
            yield cell
