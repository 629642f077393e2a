"""The only way out to the network: every connection goes to an address that was checked just before.

A name is resolved once for a connection, all its addresses are checked, and the connection is made to one of those
very addresses, while TLS and the Host header keep the name. A name that answers differently the second time gains
nothing.
"""

from __future__ import annotations

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from httpcore2 import SOCKET_OPTION, ConnectError, ConnectTimeout, NetworkBackend, NetworkStream, SyncBackend

from onrecord.collect.addresses import is_public
from onrecord.collect.urls import PORTS
from onrecord.errors import FetchFailed, FetchRefused, TooLarge

Resolver = Callable[[str, int], Sequence[str]]

TRIED: Final = 8  # addresses of one name that are tried in turn
LATER: Final = "Run the same command again later."


class Budget:
    """The time and the bytes that one request may take in all, whoever sends them however slowly."""

    def __init__(self, seconds: float, size: int) -> None:
        self._end = time.monotonic() + seconds
        self._seconds, self._left = seconds, size

    def time(self, wanted: float | None = None) -> float:
        """Seconds that the next step may take. Raises `FetchFailed` when none are left."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise FetchFailed(f"no whole answer came within {self._seconds:g} s", LATER)
        return left if wanted is None else min(left, wanted)

    def take(self, size: int) -> None:
        """Count bytes that came in. Raises `TooLarge`."""
        self._left -= size
        if self._left < 0:
            raise TooLarge("the answer is larger than a report can be", "It is no page of text; leave it out.")


class Guard(NetworkBackend):
    """Connects to public addresses on ports 80 and 443, and to the (address, port) pairs in `allowed`.

    `resolve` gives the addresses of a name, `dial` makes the connections. Both are the system's unless a test hands in
    its own; nothing is read from the environment.
    """

    def __init__(
        self,
        allowed: Iterable[tuple[str, int]] = (),
        resolve: Resolver | None = None,
        dial: NetworkBackend | None = None,
    ) -> None:
        self._allowed = frozenset(allowed)
        self._resolve = resolve or look_up
        self._dial = dial or SyncBackend()
        self.budget: Budget | None = None

    @property
    def ports(self) -> frozenset[int]:
        """The ports that URLs may name besides 80 and 443."""
        return frozenset(port for _, port in self._allowed)

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[SOCKET_OPTION] | None = None,
    ) -> NetworkStream:
        """Resolve, check, connect. Raises `FetchRefused`, or `FetchFailed` when no address answers."""
        budget = self.budget
        if budget is None:
            raise FetchRefused(f"{host} is not visited outside a request", "Use Fetcher.get.")
        addresses = self.check(host, port, budget.time(timeout))
        problem: Exception | None = None
        for address in addresses[:TRIED]:
            try:
                stream = self._dial.connect_tcp(address, port, budget.time(timeout), local_address, socket_options)
            except (ConnectError, ConnectTimeout) as error:
                problem = error
            else:
                return _Measured(stream, budget)
        raise FetchFailed(f"{host} cannot be reached: {problem or 'it has no address'}", LATER) from problem

    def connect_unix_socket(
        self,
        path: str,
        timeout: float | None = None,  # noqa: ARG002 - the signature that httpcore calls
        socket_options: Iterable[SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> NetworkStream:
        """Never. Raises `FetchRefused`."""
        raise FetchRefused(f"{path} is not visited: it is a socket of this machine", "Give a web address.")

    def check(self, host: str, port: int, timeout: float) -> Sequence[str]:
        """The addresses of a host, in the resolver's order, once all of them are seen to be allowed.

        One private address among public ones condemns the name: it is how rebinding begins.
        """
        literal = _literal(host)
        addresses = [literal] if literal else _in_time(self._resolve, host, port, timeout)
        for address in addresses:
            if (address, port) in self._allowed:
                continue
            if not is_public(address):
                raise FetchRefused(
                    f"{host} is not visited: {address} is no public address",
                    "Only sites of the public web are visited.",
                )
            if port not in PORTS.values():
                raise FetchRefused(f"{host} is not visited: port {port} is not the web's", "Use ports 80 and 443.")
        return addresses


class _Measured(NetworkStream):
    """A stream whose every step counts against the budget."""

    def __init__(self, stream: NetworkStream, budget: Budget) -> None:
        self._stream, self._budget = stream, budget

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, self._budget.time(timeout))
        self._budget.take(len(data))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._budget.time(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._budget.time(timeout))
        return _Measured(stream, self._budget)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def look_up(host: str, port: int) -> Sequence[str]:
    """The addresses that the system's resolver gives for a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def _literal(host: str) -> str | None:
    try:
        return str(ipaddress.ip_address(host.removeprefix("[").removesuffix("]")))
    except ValueError:
        return None


def _in_time(resolve: Resolver, host: str, port: int, timeout: float) -> Sequence[str]:
    """What the resolver says, if it says it in time: it takes no timeout itself, so it runs beside us."""
    answers: list[Sequence[str]] = []
    problems: list[Exception] = []

    def ask() -> None:
        try:
            answers.append(resolve(host, port))
        except (OSError, UnicodeError) as error:
            problems.append(error)

    asking = threading.Thread(target=ask, daemon=True)
    asking.start()
    asking.join(timeout)
    if answers:
        return answers[0]
    reason = str(problems[0]) if problems else "the name server does not answer"
    raise FetchFailed(f"{host} cannot be found: {reason}", "Check the address, or run the same command again later.")
