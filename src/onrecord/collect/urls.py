"""Which URLs are visited, how they are spelt, and to whose domain they belong."""

from __future__ import annotations

import ipaddress
import re
from functools import lru_cache
from typing import Final

from httpx2 import URL, InvalidURL
from tld import get_tld

from onrecord.errors import FetchRefused

LENGTH_LIMIT: Final = 2083  # the longest that the sitemap protocol and old browsers know
PORTS: Final = {"http": 80, "https": 443}
BLANKS: Final = re.compile(r"[\s\\\x00-\x20\x7f]")
NAME: Final = re.compile(
    r"(?=.{1,253}\Z)[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*"
)
NUMBER: Final = re.compile(r"(0x[0-9a-f]*|[0-9]+)")
WHOLE: Final = re.compile(r"\s*https?://", re.IGNORECASE)
ASK: Final = "Give the page's own http:// or https:// address, as a browser shows it."


def check_url(text: str, ports: frozenset[int] = frozenset()) -> str:
    """The URL in its normal spelling, without a fragment.

    `ports` are allowed besides 80 and 443. Raises `FetchRefused` for other schemes and ports, for a user name in the
    URL, and for hosts that are neither a name nor an address in its plain form (`http://2130706433/`).
    """
    text = text.strip()
    if not text or len(text) > LENGTH_LIMIT:
        raise refused(text[:80], "it is empty" if not text else f"it is longer than {LENGTH_LIMIT} characters")
    if BLANKS.search(text):
        raise refused(text, "it holds a blank or a backslash")
    try:
        url = URL(text)
        host = url.raw_host.decode("ascii").lower().removesuffix(".")
        port = url.port
        known = PORTS.get(url.scheme)
    except (InvalidURL, UnicodeError, ValueError) as error:
        raise refused(text, "it is no URL") from error
    if known is None:
        raise refused(text, "only http and https are visited")
    if url.userinfo:
        raise refused(text, "it holds a user name")
    if port is not None and port not in PORTS.values() and port not in ports:
        raise refused(text, f"port {port} is not the web's")
    if not _plain(host):
        raise refused(text, "its host is neither a name nor a plain address")
    netloc = (f"[{host}]" if ":" in host else host) + (f":{port}" if port is not None else "")
    return f"{url.scheme}://{netloc}{url.raw_path.decode('ascii') or '/'}"


def join(base: str, reference: str, ports: frozenset[int] = frozenset()) -> str:
    """The URL that a reference means on the page `base`. Raises `FetchRefused`."""
    if WHOLE.match(reference):
        return check_url(reference, ports)
    try:
        joined = str(URL(base).join(reference.strip()))
    except (InvalidURL, UnicodeError, ValueError) as error:
        raise refused(reference, "it is no URL") from error
    return check_url(joined, ports)


def origin(url: str) -> str:
    """Scheme, host and port of a checked URL: whom one robots.txt speaks for."""
    return "/".join(url.split("/", 3)[:3])


def domain(url: str) -> str:
    """The registrable domain of a checked URL, which all requests to a site are counted for.

    An address is its own domain.
    """
    return _registrable(url.split("/", 3)[2])


@lru_cache(maxsize=4096)
def _registrable(netloc: str) -> str:
    host = netloc if netloc.endswith("]") else re.sub(r":[0-9]+\Z", "", netloc)
    if _address(host):
        return host.strip("[]")
    found = get_tld(f"http://{host}", as_object=True, fail_silently=True)
    return str(getattr(found, "fld", "") or ".".join(host.split(".")[-2:]))


def refused(text: str, why: str) -> FetchRefused:
    """The error for a URL that is not visited."""
    return FetchRefused(f"{text!r} is not visited: {why}", ASK)


def _plain(host: str) -> bool:
    """A name, or an address as it is always written: other spellings hide where they lead to."""
    if _address(host):
        return True
    return bool(NAME.fullmatch(host)) and not NUMBER.fullmatch(host.rsplit(".", 1)[-1])


def _address(host: str) -> bool:
    try:
        parsed = ipaddress.ip_address(host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return isinstance(parsed, ipaddress.IPv6Address) or str(parsed) == host
