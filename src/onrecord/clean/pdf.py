"""The text layer of a PDF file as plain text: paragraphs whole, blank lines between them."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from io import BytesIO

from pypdf import PageObject, PdfReader
from pypdf.errors import PyPdfError

from onrecord.errors import Damaged, EmptyInput, TooLarge, UnsupportedFormat

# Reports have a handful of pages and transcripts a hundred; what has more is a book.
MAX_PAGES = 500
# A line that fills less of its block's width than this ends its paragraph. Ragged lines of press releases fill 80 %.
FULL = 0.7
# A page in which more than this share of the lines has a wide gap inside is set in columns.
COLUMNS = 0.3

_GAP = re.compile(r"\S {4,}\S")
_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


def text_of_pdf(data: bytes, location: str) -> str:
    """The text of the pages in order, one blank line between paragraphs and pages.

    The layout tells where lines stand, so that wrapped lines are joined; pages in columns are taken in the order in
    which the file writes them. Raises `EmptyInput` for pages that are images, `UnsupportedFormat` for an encrypted
    file, `TooLarge` and `Damaged`.
    """
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on odd files are of no use to a reader
    try:
        reader = PdfReader(BytesIO(data), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnsupportedFormat(f"{location} is locked with a password", "Save it without one.")
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise TooLarge(
                f"{location} has {count} pages; a report may have {MAX_PAGES}", "Save the report's own pages."
            )
        text = "\n\n".join(part for page in reader.pages for part in _paragraphs(_lines(page)))
    except (
        PyPdfError,
        ValueError,
        LookupError,
        TypeError,
        AttributeError,
        ArithmeticError,
        NotImplementedError,
    ) as error:
        raise _damaged(location, error) from error  # what pypdf raises on broken files is not all its own
    except (OSError, RecursionError, AssertionError, UnicodeError) as error:
        raise _damaged(location, error) from error
    if not text.strip():
        raise EmptyInput(f"{location} has no text layer, its pages are images", "Run text recognition (OCR) over it.")
    return text


def _damaged(location: str, error: Exception) -> Damaged:
    reason = (str(error).splitlines() or [""])[0][:100]
    return Damaged(f"{location} is no whole PDF file ({type(error).__name__}: {reason})", "Get it again.")


def _lines(page: PageObject) -> list[str]:
    laid = [line.rstrip() for line in page.extract_text(extraction_mode="layout").splitlines()]
    filled = [line for line in laid if line.strip()]
    if filled and sum(bool(_GAP.search(line.strip())) for line in filled) <= COLUMNS * len(filled):
        return laid
    return page.extract_text().splitlines()


def _paragraphs(lines: list[str]) -> Iterator[str]:
    """Blank lines end a paragraph, and so does a line that leaves much of the width free behind a full stop."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(" ".join(line.split()))
            continue
        yield from _split(block)
        block = []


def _split(block: list[str]) -> Iterator[str]:
    width = max(map(len, block), default=0)
    paragraph: list[str] = []
    for line in block:
        paragraph.append(line)
        if len(line) < FULL * width and _END.search(line):
            yield " ".join(paragraph)
            paragraph = []
    if paragraph:
        yield " ".join(paragraph)
