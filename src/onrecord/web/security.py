"""The headers that every answer carries, and which names this server answers to."""

from __future__ import annotations

import ipaddress
from collections.abc import Collection

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOCAL = ("localhost",)
HEADERS = {
    "content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
    "object-src 'none'",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
FOR_EVER = "public, max-age=31536000, immutable"
A_DAY = "public, max-age=86400"


class SecureHeaders:
    """Adds `HEADERS` to every answer; pages are always asked for again, files named by a digest never."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_secured(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update(HEADERS)
                headers["cache-control"] = _caching(scope, message["status"])
            await send(message)

        await self.app(scope, receive, send_secured if scope["type"] == "http" else send)


class KnownHosts:
    """Refuses requests under any other name: a page elsewhere whose name is rebound to this machine reads nothing.

    A bare IP address cannot be rebound and is always answered. `hosts` may hold "*", for a server behind a proxy that
    checks the name itself.
    """

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self.knows(host_name(Headers(scope=scope))):
            await self.app(scope, receive, send)
            return
        known = ", ".join(sorted(self.hosts))
        words = f"This server does not answer to that name [host-refused]. Open it by its IP address or as: {known}.\n"
        await PlainTextResponse(words, status_code=421)(scope, receive, send)

    def knows(self, name: str) -> bool:
        """Whether it answers to the name in a Host header."""
        return "*" in self.hosts or name in self.hosts or is_address(name)


def is_address(name: str) -> bool:
    """Whether it is an IP address, in brackets when it is one of version 6."""
    bare = name[1:-1] if name.startswith("[") and name.endswith("]") else name
    try:
        ipaddress.ip_address(bare)
    except ValueError:
        return False
    return True


def host_name(headers: Headers) -> str:
    """The name in the Host header without the port; IPv6 addresses keep their brackets."""
    host = headers.get("host", "").lower()
    name, colon, port = host.rpartition(":")
    return name if colon and port.isdigit() else host


def _caching(scope: Scope, status: int) -> str:
    if status >= 400 or not str(scope["path"]).startswith("/static/"):
        return "no-cache"
    return FOR_EVER if b"v=" in scope["query_string"] else A_DAY
