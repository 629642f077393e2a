"""Whose address a report came from: the registrable domain, and the address that the page calls its own."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit


def registrable_domain(address: str | None) -> str | None:
    """The domain that somebody registered ("news.courier.co.uk" is courier.co.uk), None for files and bare numbers.

    By the public suffix list that the tld package brings along; an ending that it does not know counts as one label.
    """
    host = _host(address)
    if host is None:
        return None
    from tld import get_fld

    found = get_fld(f"https://{host}", fail_silently=True)
    return found or ".".join(host.split(".")[-2:])


def canonical_address(stated: str | None, location: str) -> str | None:
    """The address that the page calls its own, made whole by the one it came from; None when it is no web address."""
    if not stated:
        return None
    try:
        whole = urljoin(location, stated.strip()) if _host(location) else stated.strip()
    except ValueError:
        return None
    return whole if _host(whole) else None


def first_site(canonical: str | None, location: str) -> str | None:
    """The domain of the canonical address where it is another's than the page's own: the page is a reprint."""
    own, other = registrable_domain(location), registrable_domain(canonical)
    return other if own and other and own != other else None


def split_address(address: str) -> SplitResult:
    """The parts of an address; all are empty where its host is no host ("https://[x/")."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _host(address: str | None) -> str | None:
    parts = split_address(address or "")
    host = parts.hostname
    if parts.scheme not in {"http", "https"} or not host or "." not in host.strip("."):
        return None
    try:
        ip_address(host)
    except ValueError:
        return host.strip(".")
    return None
