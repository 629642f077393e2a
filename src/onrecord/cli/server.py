"""Serving an archive's pages from this machine."""

from __future__ import annotations

import errno
import ipaddress
import socket
from contextlib import suppress
from pathlib import Path

from onrecord.cli.output import note
from onrecord.errors import OnrecordError


def serve_archive(path: Path, host: str, port: int) -> int:
    """Serve until interrupted; once the address is printed, requests are taken."""
    from onrecord.archive import Archive

    with Archive.open(path) as archive, listen(host, port) as listener:
        import uvicorn

        from onrecord.web import create_app

        print(f"Onrecord serves {path} at {address(listener)} (Ctrl-C ends it)", flush=True)
        if not is_loopback(host):
            note("warning: this address can be reached from other machines, and nothing asks for a password")
        config = uvicorn.Config(create_app(archive), log_level="warning", access_log=False)
        with suppress(KeyboardInterrupt):  # the way to end it
            uvicorn.Server(config).run(sockets=[listener])
    note("stopped")
    return 0


def listen(host: str, port: int) -> socket.socket:
    """A socket on the port, or on any free one when it is taken."""
    try:
        return _bound(host, port)
    except OSError as error:
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise _refused(host, error) from error
    try:
        return _bound(host, 0)
    except OSError as error:
        raise _refused(host, error) from error


def address(listener: socket.socket) -> str:
    """The address to open in a browser."""
    host, port = listener.getsockname()[:2]
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach the address."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()  # from here on a request waits instead of being refused
    except OSError:
        listener.close()
        raise
    return listener


def _refused(host: str, error: OSError) -> OnrecordError:
    return OnrecordError(
        f"cannot listen on {host}: {error.strerror}", "Name an address of this machine with --host, such as 127.0.0.1."
    )
