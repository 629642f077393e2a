"""The one door of this room: a source goes in, a report comes out."""

from __future__ import annotations

import re

from onrecord.clean.collector import no_collection
from onrecord.clean.declared.load import declared_outlets
from onrecord.clean.declared.outlet import Declared
from onrecord.clean.decode import declared_charset, decode, header_charset
from onrecord.clean.text import report_of_text
from onrecord.errors import UnsupportedFormat
from onrecord.model import ROW_TYPE, Report, Source

PDF_TYPES = frozenset({"application/pdf", "application/x-pdf"})
WORD_TYPES = frozenset({"application/vnd.openxmlformats-officedocument.wordprocessingml.document"})

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_UNKNOWN_TYPES = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"})
_HTML_NAME = re.compile(r"\.(?:x?html?|shtml)(?:[?#].*)?$", re.IGNORECASE)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def clean_source(source: Source, outlets: Declared | None = None) -> Report:
    """The report of a source. Pure: no network, no clock; the same bytes always give the same report.

    `outlets` are those that are known by name (`declared_outlets`); without them, those that Onrecord brings along.

    Raises an `InputError` for what cannot be read as a report: `NotText`, `EmptyInput`, `UnsupportedFormat`,
    `TooLarge`, `Damaged`.
    """
    known = declared_outlets() if outlets is None else outlets
    media_type = _media_type(source)
    if media_type == ROW_TYPE:
        from onrecord.clean.row import report_of_row

        return report_of_row(source, known)
    if media_type in PDF_TYPES:
        from onrecord.clean.pdf import text_of_pdf

        return report_of_text(text_of_pdf(source.data, source.location), source, known)
    if media_type in WORD_TYPES:
        from onrecord.clean.word import text_of_word

        return report_of_text(text_of_word(source.data, source.location), source, known)
    if _is_html(source, media_type):
        from onrecord.clean.page import report_of_page

        charset = declared_charset(source.data, _content_type(source))
        with no_collection():
            return report_of_page(decode(source.data, source.location, charset), source, known)
    if media_type in _UNKNOWN_TYPES or media_type.startswith("text/"):
        charset = header_charset(_content_type(source))
        return report_of_text(_without_mark(decode(source.data, source.location, charset)), source, known)
    raise UnsupportedFormat(
        f"{source.location} is {media_type}, which nothing here reads", "Save its text as .txt or its page as .html"
    )


def is_plain(source: Source) -> bool:
    """Whether the source is plain text, which needs no parser."""
    media_type = _media_type(source)
    return media_type.startswith("text/") and not _is_html(source, media_type)


def _media_type(source: Source) -> str:
    """The declared type; one that says nothing gives way to how the bytes begin."""
    media_type = source.media_type.split(";")[0].strip().lower()
    return "application/pdf" if media_type in _UNKNOWN_TYPES and source.data.startswith(b"%PDF-") else media_type


def _is_html(source: Source, media_type: str) -> bool:
    if media_type in _HTML_TYPES or _HTML_NAME.search(source.location):
        return True
    return media_type in _UNKNOWN_TYPES and bool(_HTML_START.match(source.data.lstrip(b"\xef\xbb\xbf")[:4096]))


def _content_type(source: Source) -> str:
    named = [value for name, value in source.headers if name.lower() == "content-type"]
    return named[0] if named else source.media_type


def _without_mark(text: str) -> str:
    return text.removeprefix("\ufeff")
