"""A web of our own on loopback: one threaded server that answers for every name, and a way there past the network.

The names resolve to public addresses and the guard checks those; only the last step, the connection, is led to the
server. So what is tested is what runs, and every address that a connection was asked for is on record.
"""

from __future__ import annotations

import socketserver
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import formatdate
from pathlib import Path

from httpcore2 import SOCKET_OPTION, NetworkBackend, NetworkStream, SyncBackend

from onrecord.collect.collector import Collector, Visited
from onrecord.collect.guard import Guard
from onrecord.collect.manners import Identity, Manners
from onrecord.collect.wanted import Wanted

PUBLIC = "93.184.216.34"
WHO = Identity("desk@archive.example", "1.2.3")
QUICK = Manners(pause=0.0, first_wait=0.0, patience=5.0)

Answer = bytes | Callable[["Asked", socketserver.StreamRequestHandler], None]


@dataclass(frozen=True)
class Asked:
    """A request that reached the server."""

    host: str
    path: str
    headers: dict[str, str]

    @property
    def url(self) -> str:
        return f"{self.host}{self.path}"


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; header names are written with _ for -."""
    lines = {"Content_Length": str(len(body)), **headers}
    head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in lines.items())
    return f"HTTP/1.1 {status}\r\n{head}\r\n".encode("latin-1") + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    return answer(status=status, Location=location)


NO_ROBOTS = answer(status="404 Not Found")


class Web:
    """The server: `routes` maps "host/path" to what is sent, `asked` lists what came."""

    def __init__(self, routes: dict[str, Answer]) -> None:
        self.routes = routes
        self.asked: list[Asked] = []
        web = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                lines = iter(self.rfile.readline, b"")
                try:
                    path = next(lines).split()[1].decode()
                    pairs = (line.decode("latin-1").partition(":") for line in iter(lambda: next(lines).strip(), b""))
                    headers = {name.lower(): value.strip() for name, _, value in pairs}
                except (StopIteration, IndexError):
                    return
                asked = Asked(headers.get("host", ""), path, headers)
                web.asked.append(asked)
                found = web.find(asked)
                try:
                    if isinstance(found, bytes):
                        self.wfile.write(found)
                    else:
                        found(asked, self)
                except OSError:
                    pass  # the client has had enough, as it should

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True
            allow_reuse_address = True
            request_queue_size = 64

        self._server = Server(("127.0.0.1", 0), Handler)
        self.port = self._server.server_address[1]
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01})
        self._thread.start()

    def find(self, asked: Asked) -> Answer:
        if asked.url in self.routes:
            return self.routes[asked.url]
        return NO_ROBOTS if asked.path == "/robots.txt" else answer(b"no", status="404 Not Found")

    @property
    def paths(self) -> list[str]:
        """What was asked for but robots.txt."""
        return [asked.path for asked in self.asked if asked.path != "/robots.txt"]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Lane(NetworkBackend):
    """Leads every connection to the server, and keeps the address that it was meant for."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.dialled: list[tuple[str, int]] = []
        self._backend = SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        self.dialled.append((host, port))
        return self._backend.connect_tcp("127.0.0.1", self.port, timeout, local_address, socket_options)


@dataclass
class Clock:
    """A clock that only moves when somebody sleeps."""

    now: float = 1_750_000_000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.now += seconds

    @property
    def date(self) -> str:
        return formatdate(self.now, usegmt=True)


def resolve_publicly(host: str, port: int) -> Sequence[str]:  # noqa: ARG001 - a resolver's signature
    return [PUBLIC]


@contextmanager
def serving(routes: dict[str, Answer]) -> Iterator[tuple[Web, Lane, Guard]]:
    """A running web, the lane to it, and a guard that believes it to be the public web."""
    web = Web(routes)
    lane = Lane(web.port)
    try:
        yield web, lane, Guard(resolve=resolve_publicly, dial=lane)
    finally:
        web.close()


def collect(
    folder: Path, guard: Guard, *wanted: Wanted | str, manners: Manners = QUICK, clock: Clock | None = None,
    again: bool = False,
) -> list[Visited]:  # fmt: skip
    """One run over the addresses."""
    clock = clock or Clock()
    with Collector(folder, WHO, guard, manners, clock, clock.sleep) as collector:
        items = [each if isinstance(each, Wanted) else Wanted(each) for each in wanted]
        return list(collector.collect(items, again))


def drip(pieces: Iterable[bytes], pause: float) -> Answer:
    """An answer that comes piece by piece."""

    def send(_asked: Asked, handler: socketserver.StreamRequestHandler) -> None:
        for piece in pieces:
            handler.wfile.write(piece)
            time.sleep(pause)

    return send
