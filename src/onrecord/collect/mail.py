"""Saved pages (MHTML) and e-mails (EML): the part that is the report, and the documents attached to it."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from email.message import Message
from pathlib import PurePath
from typing import Final

from onrecord.collect.files import SUFFIXES
from onrecord.errors import Damaged, EmptyInput
from onrecord.model import Source

MAIL: Final = "message/rfc822"
SAVED_PAGE: Final = "multipart/related"
READABLE: Final = frozenset({*SUFFIXES.values(), "application/xhtml+xml"}) - {MAIL, SAVED_PAGE}
KEPT: Final = ("date", "from", "subject", "message-id", "content-language")
WORDED: Final = frozenset({"subject", "from"})
CONTAINER: Final = "onrecord-container"
INSIDE: Final = 4  # messages within messages; forwarded more often than that, a mail is a joke or an attack
HEADER_LIMIT: Final = 2_000  # characters; the parser of headers slows down with the square of their length
PART_LIMIT: Final = 1_000


def unpack_mail(source: Source) -> tuple[Source, ...]:
    """The sources in an e-mail or a saved page: its main part first, HTML before plain text, then readable attachments.

    The parts' bytes are as received, without the transfer coding; their charset is the declared one. A saved page is
    one source, whose location is the page's own address where the file names it. Raises `EmptyInput` when nothing in
    it can be read and `Damaged` when it is no such file.
    """
    message = _parsed(source)
    saved = source.media_type == SAVED_PAGE or bool(_plain_header(message, "snapshot-content-location"))
    sources = tuple(_saved_page(message, source) if saved else _mail(message, source, 0))
    if not sources:
        raise EmptyInput(f"{source.location} holds no text that can be read", "Save what is in it on its own.")
    return sources


def _parsed(source: Source) -> Message:
    message = email.message_from_bytes(
        source.data.lstrip()
    )  # the older policy parses no headers: it cannot fail on one
    if not message.keys():
        raise Damaged(f"{source.location} has no headers of a message", "Check that it is an e-mail or a saved page.")
    return message


def _saved_page(message: Message, source: Source) -> Iterator[Source]:
    """The first HTML part is the page; the others are what it shows in frames."""
    for part in _parts(message):
        if _type(part) in {"text/html", "application/xhtml+xml"}:
            address = _plain_header(message, "snapshot-content-location") or _plain_header(part, "content-location")
            location = address if address.startswith(("http://", "https://")) else source.location
            headers = (*_kept(message), (CONTAINER, source.location))
            yield from _source(part, location, "text/html", headers)
            return


def _mail(message: Message, source: Source, inside: int) -> Iterator[Source]:
    headers = _kept(message)
    parts = [part for part in _parts(message) if not part.is_multipart() or _type(part) == MAIL]
    main = next((part for kind in ("text/html", "text/plain") for part in parts if _is_body(part, kind)), None)
    if main is not None:
        place = source.location if not inside else f"{source.location}#{inside}"
        yield from _source(main, place, _type(main), headers)
    for number, part in enumerate(parts, 1):
        if part is main:
            continue
        if _type(part) == MAIL and inside < INSIDE:
            for forwarded in _forwarded(part):
                yield from _mail(forwarded, source, inside + 1)
        elif _is_attached(part):
            name = _name(part) or f"part={number}"
            yield from _source(part, f"{source.location}#{name}", _attached_type(part), headers)


def _parts(message: Message) -> list[Message]:
    """The parts in their order, without those of messages inside."""
    found: list[Message] = []
    waiting = [message]
    while waiting and len(found) < PART_LIMIT:
        part = waiting.pop(0)
        found.append(part)
        if part.is_multipart() and _type(part) != MAIL:
            waiting = [inner for inner in part.get_payload() if isinstance(inner, Message)] + waiting
    return found


def _forwarded(part: Message) -> list[Message]:
    inner = part.get_payload()
    return [message for message in inner if isinstance(message, Message)] if isinstance(inner, list) else []


def _is_body(part: Message, kind: str) -> bool:
    return _type(part) == kind and not _disposition(part) and not part.is_multipart()


def _is_attached(part: Message) -> bool:
    return not part.is_multipart() and _disposition(part) and _attached_type(part) in READABLE


def _attached_type(part: Message) -> str:
    """By the name where the sender's program knew no better type."""
    kind = _type(part)
    return SUFFIXES.get(PurePath(_name(part)).suffix.lower(), kind) if kind == "application/octet-stream" else kind


def _source(part: Message, location: str, kind: str, headers: tuple[tuple[str, str], ...]) -> Iterator[Source]:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes) or not data.strip():
        return
    charset = _parameter(part, "charset")
    told = f"{kind}; charset={charset}" if charset else kind
    yield Source(data, told, location, headers=(("content-type", told), *headers))


def _kept(message: Message) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name in KEPT if (value := _header(message, name)))


def _type(part: Message) -> str:
    kind = _plain_header(part, "content-type").partition(";")[0].strip().lower()
    return kind if "/" in kind else "text/plain"


def _disposition(part: Message) -> bool:
    told = _plain_header(part, "content-disposition").lower()
    return told.startswith("attachment") or (bool(_name(part)) and not told.startswith("inline"))


def _name(part: Message) -> str:
    name = _parameter(part, "filename", "content-disposition") or _parameter(part, "name")
    return PurePath(name.replace("\\", "/")).name


def _parameter(part: Message, name: str, header: str = "content-type") -> str:
    found = re.search(rf"""[;\s]{name}\s*=\s*(?:"([^"]*)"|([^\s;"]+))""", _plain_header(part, header), re.IGNORECASE)
    return (found[1] or found[2] or "").strip() if found else ""


def _plain_header(part: Message, name: str) -> str:
    """A header without decoding what is encoded in it."""
    raw = next((str(value) for key, value in part.raw_items() if key.lower() == name), "")
    return "".join(raw[:HEADER_LIMIT].splitlines()).encode("utf-8", "replace").decode("utf-8")


def _header(part: Message, name: str) -> str:
    """A header as a reader sees it; a date as it was sent."""
    raw = _plain_header(part, name)
    if name not in WORDED:
        return raw.strip()
    try:
        return " ".join(str(email.policy.default.header_factory(name, raw)).split()) if raw else ""
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # its parser has gaps
        return raw.strip()
