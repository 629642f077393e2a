"""The one door of this room: a source goes in, a report comes out."""

from __future__ import annotations

import re

from onrecord.clean.decode import declared_charset, decode
from onrecord.clean.text import report_of_text
from onrecord.errors import UnsupportedFormat
from onrecord.model import Report, Source

_HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_UNKNOWN_TYPES = frozenset({"", "application/octet-stream", "binary/octet-stream", "unknown/unknown"})
_HTML_NAME = re.compile(r"\.(?:x?html?|shtml)(?:[?#].*)?$", re.IGNORECASE)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)


def clean_source(source: Source) -> Report:
    """The report of a source. Pure: no network, no clock; the same bytes always give the same report.

    Raises `NotText`, `EmptyInput`, `UnsupportedFormat` or `TooLarge` for what cannot be read as a report.
    """
    media_type = source.media_type.split(";")[0].strip().lower()
    if _is_html(source, media_type):
        from onrecord.clean.page import report_of_page

        charset = declared_charset(source.data, _content_type(source))
        return report_of_page(decode(source.data, source.location, charset), source)
    if media_type in _UNKNOWN_TYPES or media_type.startswith("text/"):
        return report_of_text(_without_mark(decode(source.data, source.location)), source)
    raise UnsupportedFormat(
        f"{source.location} is {media_type}, which nothing here reads", "Save its text as .txt or its page as .html"
    )


def _is_html(source: Source, media_type: str) -> bool:
    if media_type in _HTML_TYPES or _HTML_NAME.search(source.location):
        return True
    return media_type in _UNKNOWN_TYPES and bool(_HTML_START.match(source.data.lstrip(b"\xef\xbb\xbf")[:4096]))


def _content_type(source: Source) -> str:
    named = [value for name, value in source.headers if name.lower() == "content-type"]
    return named[0] if named else source.media_type


def _without_mark(text: str) -> str:
    return text.removeprefix("\ufeff")
