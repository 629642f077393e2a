"""Every connection goes to an address that was checked."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import Any

import pytest
from httpcore2 import SOCKET_OPTION, ConnectError, NetworkBackend, NetworkStream

from onrecord.collect.fetch import Fetcher
from onrecord.collect.guard import Budget, Guard
from onrecord.errors import FetchFailed, FetchRefused, OnrecordError, TooLarge

PUBLIC = "93.184.216.34"


class Wire(NetworkStream):
    """Says one answer, and keeps what was sent and which name TLS was asked for."""

    def __init__(self) -> None:
        self.sent = b""
        self.tls: list[str | None] = []
        self._answer = [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"]

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        return self._answer.pop() if self._answer else b""

    def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ARG002
        self.sent += buffer

    def close(self) -> None:
        pass

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None  # noqa: ARG002
    ) -> NetworkStream:  # fmt: skip
        self.tls.append(server_hostname)
        return self


class Dial(NetworkBackend):
    """Connects nowhere, and keeps where it was asked to connect."""

    def __init__(self, down: Iterable[str] = ()) -> None:
        self.asked: list[tuple[str, int]] = []
        self.down = set(down)
        self.wire = Wire()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> NetworkStream:
        self.asked.append((host, port))
        if host in self.down:
            raise ConnectError("refused")
        return self.wire


class Resolver:
    """Answers in turn; the last answer stays."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002
        self.asked.append(host)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


def get(resolver: Resolver, dial: Dial, url: str = "http://courier.example/") -> str:
    """The kind of error that a request ends with, or its body."""
    try:
        return Fetcher(Guard(resolve=resolver, dial=dial), "test").get(url).body.decode()
    except OnrecordError as error:
        return type(error).__name__


def test_a_name_is_resolved_once_and_its_address_is_dialled() -> None:
    resolver, dial = Resolver([PUBLIC]), Dial()
    assert get(resolver, dial) == "ok"
    assert resolver.asked == ["courier.example"]
    assert dial.asked == [(PUBLIC, 80)]
    assert b"Host: courier.example\r\n" in dial.wire.sent


def test_tls_keeps_the_name_while_the_address_is_dialled() -> None:
    resolver, dial = Resolver([PUBLIC]), Dial()
    assert get(resolver, dial, "https://courier.example/") == "ok"
    assert dial.asked == [(PUBLIC, 443)]
    assert dial.wire.tls == ["courier.example"]


def test_rebinding_gains_nothing() -> None:
    resolver, dial = Resolver([PUBLIC], ["127.0.0.1"]), Dial()
    assert get(resolver, dial) == "ok"
    assert get(resolver, dial) == "FetchRefused"
    assert dial.asked == [(PUBLIC, 80)], "the checked address and no other"


@pytest.mark.parametrize(
    "hidden", ["127.0.0.1", "169.254.169.254", "10.1.2.3", "::1", "::ffff:10.0.0.1", "fd00:ec2::254"]
)
@pytest.mark.parametrize("first", [True, False])
def test_one_private_address_condemns_the_name(hidden: str, first: bool) -> None:
    dial = Dial()
    assert get(Resolver([hidden, PUBLIC] if first else [PUBLIC, hidden]), dial) == "FetchRefused"
    assert dial.asked == []


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "[::1]", "169.254.169.254", "[::ffff:127.0.0.1]", "0.0.0.0", "[64:ff9b::7f00:1]"]
)
def test_private_literals_are_refused_without_asking_anyone(host: str) -> None:
    resolver, dial = Resolver([PUBLIC]), Dial()
    assert get(resolver, dial, f"http://{host}/") == "FetchRefused"
    assert (resolver.asked, dial.asked) == ([], [])


def test_addresses_are_tried_in_turn() -> None:
    dial = Dial(down=[PUBLIC])
    assert get(Resolver([PUBLIC, "93.184.216.35"]), dial) == "ok"
    assert dial.asked == [(PUBLIC, 80), ("93.184.216.35", 80)]


def test_a_name_without_addresses_fails() -> None:
    assert get(Resolver([]), Dial()) == "FetchFailed"


def test_other_ports_are_refused_at_the_connection_too() -> None:
    dial = Dial()
    assert get(Resolver([PUBLIC]), dial, "http://courier.example:8080/") == "FetchRefused"
    assert dial.asked == []


def test_the_allow_list_is_for_that_address_and_port_alone() -> None:
    guard = Guard([("127.0.0.1", 4711)])
    assert guard.check("127.0.0.1", 4711, 1) == ["127.0.0.1"]
    for host, port in [("127.0.0.1", 4712), ("127.0.0.1", 80), ("127.0.0.2", 4711), ("::1", 4711), (PUBLIC, 4711)]:
        with pytest.raises(FetchRefused):
            guard.check(host, port, 1)


def test_the_environment_opens_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    dial = Dial()
    assert get(Resolver([PUBLIC]), dial) == "ok"
    assert dial.asked == [(PUBLIC, 80)]


def test_sockets_of_this_machine_are_refused() -> None:
    with pytest.raises(FetchRefused):
        Guard().connect_unix_socket("/run/docker.sock")


def test_a_name_server_that_is_silent_does_not_hold_us() -> None:
    release = threading.Event()

    def silent(host: str, port: int) -> Sequence[str]:  # noqa: ARG001
        release.wait(5)
        return [PUBLIC]

    with pytest.raises(FetchFailed, match="does not answer"):
        Guard(resolve=silent).check("courier.example", 80, 0.05)
    release.set()


@pytest.mark.parametrize("problem", [OSError("no such name"), UnicodeError("label too long")])
def test_a_name_that_is_not_found_fails(problem: Exception) -> None:
    def fail(host: str, port: int) -> Sequence[str]:  # noqa: ARG001
        raise problem

    with pytest.raises(FetchFailed, match="cannot be found"):
        Guard(resolve=fail).check("courier.example", 80, 1)


def test_a_connection_needs_a_request() -> None:
    with pytest.raises(FetchRefused, match="outside a request"):
        Guard(resolve=Resolver([PUBLIC])).connect_tcp("courier.example", 80)


def test_a_budget_ends() -> None:
    with pytest.raises(FetchFailed, match="within 0 s"):
        Budget(0, 10).time()
    budget = Budget(100, 10)
    assert budget.time(3) == 3
    budget.take(10)
    with pytest.raises(TooLarge):
        budget.take(1)
