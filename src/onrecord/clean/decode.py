"""Bytes to text: the encoding is found, never assumed, and what is no text is refused with the reason."""

from __future__ import annotations

import re

from charset_normalizer import from_bytes

from onrecord.errors import EmptyInput, NotText, TooLarge, UnsupportedFormat

# A long report has 100 kB and the largest of 1,000 real news pages 5 MB; parsing time grows with the size.
MAX_BYTES = 20_000_000
# Text has next to no control characters; of a photo or a program more than a tenth are.
MAX_CONTROL_SHARE = 0.002
# Above this share of bytes that are no UTF-8, the file is in another encoding rather than mixed.
MAX_STRAY_SHARE = 0.005
DETECTION_BYTES = 200_000

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_FOREIGN = (
    (b"%PDF-", "a PDF file", "Give it a name that ends in .pdf"),
    (b"PK\x03\x04", "a ZIP container (a .docx, .odt or .zip file)", "Give a Word document a name that ends in .docx"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", "Save its text as .txt"),
    (b"\x1f\x8b", "a gzip file", "Unpack it first"),
    (b"BZh", "a bzip2 file", "Unpack it first"),
    (b"\xfd7zXZ", "an xz file", "Unpack it first"),
    (b"{\\rtf", "an RTF file", "Save its text as .txt"),
)
# Codecs of Python that no page is written in; some take the square of the length.
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem"})
_CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_STRAY = re.compile("[\udc80-\udcff]")
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,30})""", re.IGNORECASE)


def decode(data: bytes, location: str, declared: str | None = None) -> str:
    """The text of the bytes: byte order mark, UTF-8, the `declared` encoding, detection, Windows-1252, in this order.

    Raises an `InputError` for what is empty, too large, of another format or binary.
    """
    if len(data) > MAX_BYTES:
        raise TooLarge(
            f"{location} has {len(data) / 1e6:.0f} MB; a report may have {MAX_BYTES / 1e6:.0f} MB",
            "Split the file, or save only the report's own text",
        )
    for magic, what, next_step in _FOREIGN:
        if data.startswith(magic):
            raise UnsupportedFormat(f"{location} is {what}", next_step)
    text = _decoded(data, declared)
    if text is None or _controls(text) > MAX_CONTROL_SHARE * len(text) + 1:
        raise NotText(f"{location} is binary, no text in any known encoding", "Hand in a text or HTML file")
    if not text.strip("\ufeff \t\r\n\f\v"):
        raise EmptyInput(f"{location} is empty", "Hand in a file with a report in it")
    return text


def declared_charset(data: bytes, content_type: str = "") -> str | None:
    """The encoding that a page's `Content-Type` or its own `<meta charset>` names, if any."""
    header = header_charset(content_type)
    if header:
        return header
    named = _CHARSET.search(data[:4096])
    return named[1].decode("ascii") if named else None


def header_charset(content_type: str) -> str | None:
    """The encoding that a `Content-Type` names, if any."""
    named = re.search(r"charset\s*=\s*[\"']?([\w.:+-]+)", content_type, re.IGNORECASE)
    return named[1] if named else None


def _decoded(data: bytes, declared: str | None) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _try(data, encoding)
    if b"\x00" in data[:4096]:
        return _try(data, _silent_utf16(data))
    text = _try(data, "utf-8")
    if text is None and declared and declared.lower() not in {"utf-8", "utf8"}:
        text = _try(data, declared)
    return text if text is not None else _mixed(data) or _detected(data)


def _try(data: bytes, encoding: str | None) -> str | None:
    if encoding is None or encoding.lower().replace("-", "_") in _NO_CHARSETS:
        return None
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError, ValueError):
        return None


def _controls(text: str) -> int:
    data = text.encode("utf-8", "replace")
    return len(data) - len(data.translate(None, _CONTROLS))


def _silent_utf16(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: nearly every second byte of Western text is NUL, always on the same side."""
    head = data[:4096]
    even, odd = head[::2].count(0), head[1::2].count(0)
    if odd > 0.6 * len(head) / 2 and even < 0.05 * len(head):
        return "utf-16-le"
    if even > 0.6 * len(head) / 2 and odd < 0.05 * len(head):
        return "utf-16-be"
    return None


def _mixed(data: bytes) -> str | None:
    """UTF-8 with a few Windows-1252 bytes pasted in; None when there are too many for that."""
    text = data.decode("utf-8", "surrogateescape")
    strays = len(_STRAY.findall(text))
    sound = sum(1 for character in text if character > "\x7f") - strays
    if strays > MAX_STRAY_SHARE * len(text) or sound < strays:
        return None
    return _STRAY.sub(lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"), text)


def _detected(data: bytes) -> str | None:
    guess = from_bytes(data[:DETECTION_BYTES]).best()
    text = _try(data, guess.encoding if guess else None)
    return text if text is not None else _try(data, "cp1252")
