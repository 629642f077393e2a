"""Throws damaged answers and deceitful addresses at the fetcher, and counts crashes, hangs and private connections.

`python benchmarks/collect_hostile.py --answers 100000 --addresses 100000`. Nothing leaves the process: the connections
end in memory, and each is asked of Python's `ipaddress` whether it was a private one.
"""

from __future__ import annotations

import argparse
import gzip
import ipaddress
import random
import sys
import time
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any, Final

from httpcore2 import SOCKET_OPTION, NetworkBackend, NetworkStream

from onrecord.collect.feeds import read_feed
from onrecord.collect.fetch import Fetcher
from onrecord.collect.guard import Guard
from onrecord.collect.robots import read_robots
from onrecord.collect.sitemaps import read_sitemap
from onrecord.collect.urls import check_url, join
from onrecord.errors import OnrecordError

HANG: Final = 10.0  # seconds of CPU time for one input
URL: Final = "http://courier.example/a"
FEED: Final = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>C</title><item><link>/a</link><title>A &amp; B</title>'
    b"<pubDate>Tue, 3 Mar 2026 10:00:00 +0200</pubDate></item></channel></rss>"
)
ATOM: Final = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="/b"/><updated>2026-03-03</updated></entry></feed>'
)
SITEMAP: Final = b"<urlset><url><loc>http://courier.example/a</loc><lastmod>2026-03-03</lastmod></url></urlset>"
ROBOTS: Final = b"User-agent: *\nDisallow: /a*b$\nCrawl-delay: 3\nSitemap: /x\n"
BODIES: Final = (FEED, ATOM, SITEMAP, ROBOTS, b"<p>Hello</p>", b"")
SPLICES: Final = (
    b"\r\n", b"\0", b"\xff", b"<", b"&", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"]]>", b"Content-Length: 5\r\n",
    b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n", b"HTTP/1.1 100 Continue\r\n\r\n", b"99999999999",
    b"Location: http://127.0.0.1/\r\n", b"%", b"\xc3\xa9", b"-1", b"<a>" * 300,
)  # fmt: skip
PRIVATE: Final = (
    "127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "172.16.0.1", "100.100.100.200", "0.0.0.0", "224.0.0.1",
    "::1", "::", "fe80::1", "fc00::1", "fd00:ec2::254", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
    "ff02::1", "::127.0.0.1", "2001:0:4136:e378:8000:63bf:80ff:fffe", "198.18.0.1", "192.0.0.192", "240.0.0.1",
)  # fmt: skip
PUBLIC: Final = ("93.184.216.34", "2606:4700::1111", "1.1.1.1")


class Wire(NetworkStream):
    """One answer, in pieces."""

    def __init__(self, data: bytes, piece: int) -> None:
        self._data, self._piece = data, piece

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ARG002
        size = min(max_bytes, self._piece)
        given, self._data = self._data[:size], self._data[size:]
        return given

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Nobody reads it."""

    def close(self) -> None:
        """Nothing is open."""

    def start_tls(self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None) -> Wire:  # noqa: ARG002
        return self


class Memory(NetworkBackend):
    """Connects to answers in memory, and keeps the addresses that it was asked for."""

    def __init__(self) -> None:
        self.answer = b""
        self.piece = 1 << 16
        self.dialled: list[str] = []

    def connect_tcp(
        self,
        host: str,
        port: int,  # noqa: ARG002
        timeout: float | None = None,  # noqa: ARG002
        local_address: str | None = None,  # noqa: ARG002
        socket_options: Iterable[SOCKET_OPTION] | None = None,  # noqa: ARG002
    ) -> NetworkStream:
        self.dialled.append(host)
        return Wire(self.answer, self.piece)


class Turning:
    """A resolver that answers differently every time."""

    def __init__(self) -> None:
        self.chance = random.Random(0)

    def __call__(self, host: str, port: int) -> Sequence[str]:  # noqa: ARG002
        if self.chance.random() < 0.3:
            return [self.chance.choice(PUBLIC)]
        return self.chance.sample(PUBLIC + PRIVATE, self.chance.randrange(1, 4))


def damage(data: bytes, chance: random.Random) -> bytes:
    """Some bytes replaced, cut out, doubled or put in."""
    for _ in range(chance.randrange(4)):
        start = chance.randrange(len(data) + 1)
        end = min(len(data), start + chance.choice((0, 0, 1, 1, 2, 10, 100)))
        put = chance.choice((b"", chance.randbytes(chance.randrange(4)), chance.choice(SPLICES), data[start:end] * 2))
        data = data[:start] + put + data[end:]
    return data


def make_answer(chance: random.Random) -> bytes:
    """A damaged answer with a damaged body."""
    body = damage(chance.choice(BODIES), chance)
    headers = [f"Content-Length: {len(body)}", "Content-Type: text/xml", 'ETag: "a"']
    if chance.random() < 0.3:
        body = damage(gzip.compress(body), chance)
        headers = [f"Content-Length: {len(body)}", "Content-Encoding: gzip"]
    if chance.random() < 0.3:
        body = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
        headers[0] = "Transfer-Encoding: chunked"
    status = chance.choice(("200 OK", "200 OK", "302 Found", "304 Same", "503 Busy", "999 Odd"))
    head = f"HTTP/1.1 {status}\r\n" + "\r\n".join(headers) + "\r\n\r\n"
    return damage(head.encode(), chance) + body


def try_answers(number: int, seed: int) -> Counter[str]:
    """Fetch and read so many damaged answers."""
    memory = Memory()
    fetcher = Fetcher(Guard(resolve=lambda host, port: [PUBLIC[0]], dial=memory), "test")  # noqa: ARG005
    found: Counter[str] = Counter()
    for index in range(number):
        chance = random.Random(f"{seed}:{index}")
        memory.answer, memory.piece = make_answer(chance), chance.choice((1, 7, 1000, 1 << 16))
        began = time.process_time()
        try:
            exchange = fetcher.get(URL)
            content = exchange.content()
            read_feed(content, URL, None)
            read_robots(exchange.status, content).allows(URL)
            read_sitemap(content, URL, None)
            found["read"] += 1
        except OnrecordError:
            found["refused or failed"] += 1
        except Exception as error:  # what is counted
            found["crashes"] += 1
            print(f"crash at {seed}:{index}: {type(error).__name__}: {error}", file=sys.stderr)
        if time.process_time() - began > HANG:
            found["hangs"] += 1
            print(f"hang at {seed}:{index}", file=sys.stderr)
    return found


def spell(address: str, chance: random.Random) -> str:
    """One of the ways to write a host."""
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return f"[{chance.choice((str(parsed), parsed.exploded))}]"
    octets = address.split(".")
    number = int(parsed)
    ways = (
        address, str(number), hex(number), oct(number).replace("o", ""), f"{octets[0]}.{number & 0xFFFFFF}",
        ".".join(hex(int(octet)) for octet in octets), ".".join(f"0{int(octet):o}" for octet in octets),
        f"{address}.", f"[::ffff:{address}]", f"[64:ff9b::{address}]", f"[::{address}]", address.replace(".", "。"),
        "".join(f"%{ord(sign):02x}" for sign in address), address.replace("1", "１"), f"user@{address}",
        f"courier.example@{address}", f"courier.example\\@{address}", f"{address}#@courier.example",
    )  # fmt: skip
    return chance.choice(ways)


def try_addresses(number: int, seed: int) -> Counter[str]:
    """Ask for so many deceitful URLs, by name with changing answers and by every spelling of an address."""
    memory = Memory()
    memory.answer = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"
    found: Counter[str] = Counter()
    turning = Turning()
    fetcher = Fetcher(Guard(resolve=turning, dial=memory), "test")
    for index in range(number):
        chance = turning.chance = random.Random(f"{seed}:{index}")
        host = spell(chance.choice(PRIVATE), chance) if chance.random() < 0.5 else "turning.example"
        text = damage(f"{chance.choice(('http', 'https'))}://{host}/a".encode(), chance).decode("utf-8", "replace")
        memory.dialled.clear()
        try:
            url = check_url(text) if chance.random() < 0.5 else join(URL, text)
            fetcher.get(url)
            found["fetched"] += 1
        except OnrecordError:
            found["refused or failed"] += 1
        except Exception as error:  # what is counted
            found["crashes"] += 1
            print(f"crash at {seed}:{index} ({text!r}): {type(error).__name__}: {error}", file=sys.stderr)
        found["private addresses"] += sum(is_private(address) for address in memory.dialled)
    return found


def is_private(address: str) -> bool:
    """By Python's own tables, not by ours."""
    parsed = ipaddress.ip_address(address)
    hidden = isinstance(parsed, ipaddress.IPv6Address) and (parsed.ipv4_mapped or parsed.sixtofour or parsed.teredo)
    return bool(hidden) or not parsed.is_global or parsed.is_multicast or parsed.is_reserved


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--answers", type=int, default=20_000)
    parser.add_argument("--addresses", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    answers = try_answers(arguments.answers, arguments.seed)
    addresses = try_addresses(arguments.addresses, arguments.seed)
    print(f"{arguments.answers} damaged answers, {arguments.addresses} deceitful addresses, seed {arguments.seed}")
    print(f"answers read {answers['read']}, refused or failed {answers['refused or failed']}")
    print(f"addresses fetched {addresses['fetched']}, refused or failed {addresses['refused or failed']}")
    print(f"crashes                   {answers['crashes'] + addresses['crashes']}   (must be 0)")
    print(f"hangs over {HANG:g} s           {answers['hangs']}   (must be 0)")
    print(f"private addresses fetched {addresses['private addresses']}   (must be 0)")
    return 1 if answers["crashes"] or answers["hangs"] or addresses["crashes"] or addresses["private addresses"] else 0


if __name__ == "__main__":
    sys.exit(main())
