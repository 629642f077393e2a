"""One request and its whole answer, as it went over the wire."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from httpcore2 import URL as Target
from httpcore2 import ConnectionPool, NetworkError, ProtocolError, Response, TimeoutException
from httpx2 import URL, create_ssl_context

from onrecord.collect.bodies import ZLIB_CODINGS, Unpacker
from onrecord.collect.files import MEGABYTE, SIZE_LIMIT
from onrecord.collect.guard import LATER, Budget, Guard
from onrecord.errors import Damaged, FetchFailed, TooLarge

Header = tuple[bytes, bytes]

CONNECT_SECONDS: Final = 10.0
READ_SECONDS: Final = 20.0
DEADLINE_SECONDS: Final = 60.0  # for a request in all; 50 MB in that time is a slow line's 7 Mbit/s
HEADER_COUNT: Final = 200  # their bytes are limited to 100 KiB by the HTTP library
FRAMING: Final = MEGABYTE  # what headers and chunk marks may add to a body
ACCEPT: Final = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Exchange:
    """A request and its answer: headers as they were sent, the body without transfer coding but still compressed."""

    url: str
    request_headers: tuple[Header, ...]
    target: str
    version: str
    status: int
    reason: str
    headers: tuple[Header, ...]
    body: bytes = field(repr=False)
    address: str
    at: datetime

    def header(self, name: str) -> str:
        """The first header of that name, or nothing."""
        wanted = name.lower().encode()
        return next((value.decode("latin-1").strip() for key, value in self.headers if key.lower() == wanted), "")

    def content(self, limit: int = SIZE_LIMIT) -> bytes:
        """The body without its compression. Raises `TooLarge` or `FetchFailed`."""
        unpacker = _unpacker(self.header("Content-Encoding"), limit)
        if unpacker is None:
            return self.body
        with _whole():
            content = unpacker.feed(self.body)
            unpacker.finish()
        return content


class Fetcher:
    """Fetches one URL at a time through the guard: no redirects followed, no cookies, no proxies, no environment."""

    def __init__(self, guard: Guard, agent: str, deadline: float = DEADLINE_SECONDS, limit: int = SIZE_LIMIT) -> None:
        self.guard, self.agent = guard, agent
        self._deadline, self._limit = deadline, limit
        self._pool = ConnectionPool(
            ssl_context=create_ssl_context(trust_env=False),
            max_keepalive_connections=0,  # the pause between two visits outlasts what servers keep open
            network_backend=guard,
        )

    def get(self, url: str, conditions: tuple[Header, ...] = (), limit: int | None = None) -> Exchange:
        """The answer to one GET; `url` comes from `check_url`.

        Raises `FetchRefused`, `TooLarge`, or `FetchFailed` when no whole answer came in time.
        """
        limit = self._limit if limit is None else limit
        parsed = URL(url)
        headers = (*self._headers(parsed), *conditions)
        target = parsed.raw_path or b"/"
        address = Target(scheme=parsed.raw_scheme, host=parsed.raw_host, port=parsed.port, target=target)
        budget = self.guard.budget = Budget(self._deadline, limit + FRAMING)
        timeouts = {"connect": CONNECT_SECONDS, "read": READ_SECONDS, "write": READ_SECONDS, "pool": CONNECT_SECONDS}
        at = datetime.now(UTC)
        try:
            with self._pool.stream("GET", address, headers=headers, extensions={"timeout": timeouts}) as response:
                peer = response.extensions["network_stream"].get_extra_info("server_addr")
                body = _read(response, budget, limit)
        except (NetworkError, ProtocolError, TimeoutException, OSError, ValueError) as error:
            budget.time()  # a timeout at the end of the budget is told as such
            raise FetchFailed(f"{url} gave no whole answer: {_first_line(error)}", LATER) from error
        finally:
            self.guard.budget = None
        reason = response.extensions.get("reason_phrase", b"").decode("latin-1")
        version = response.extensions.get("http_version", b"HTTP/1.1").decode("ascii")
        return Exchange(
            url, headers, target.decode("ascii"), version, response.status, reason, tuple(response.headers), body,
            str(peer[0]) if peer else "", at,
        )  # fmt: skip

    def close(self) -> None:
        """Let go of connections."""
        self._pool.close()

    def _headers(self, url: URL) -> tuple[Header, ...]:
        return (
            (b"Host", url.netloc),
            (b"User-Agent", self.agent.encode("latin-1")),
            (b"Accept", ACCEPT.encode()),
            (b"Accept-Encoding", b"gzip"),
            (b"Connection", b"close"),
        )


def _read(response: Response, budget: Budget, limit: int) -> bytes:
    """The body as sent, while what it unpacks to is watched."""
    if len(response.headers) > HEADER_COUNT:
        raise FetchFailed(f"the answer has more than {HEADER_COUNT} headers", "Leave this address out.", later=False)
    headers = {name.lower(): value for name, value in response.headers}
    length = headers.get(b"content-length", b"")
    if length.isdigit() and len(length) < 20 and int(length) > limit:
        raise too_large(limit)
    unpacker = _unpacker(headers.get(b"content-encoding", b"").decode("latin-1"), limit)
    body = bytearray()
    with _whole():
        for piece in response.iter_stream():
            budget.time()
            body += piece
            if len(body) > limit:
                raise too_large(limit)
            if unpacker is not None:
                unpacker.feed(piece)
        if unpacker is not None:
            unpacker.finish()
    return bytes(body)


def _unpacker(coding: str, limit: int) -> Unpacker | None:
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        return None
    if coding not in ZLIB_CODINGS:
        raise FetchFailed(f"the answer is packed in a way that was not asked for ({coding[:40]})", LATER, later=False)
    return Unpacker(coding, limit)


@contextmanager
def _whole() -> Iterator[None]:
    """What breaks while an answer is unpacked is told as an answer that may come whole another time."""
    try:
        yield
    except Damaged as error:
        raise FetchFailed(f"the answer is not whole: {error.message}", LATER) from error


def too_large(limit: int) -> TooLarge:
    """The error for an answer over the size limit."""
    return TooLarge(f"the answer is larger than {limit // MEGABYTE} MB", "It is no page of text; leave it out.")


def _first_line(error: Exception) -> str:
    return (str(error) or type(error).__name__).splitlines()[0]
