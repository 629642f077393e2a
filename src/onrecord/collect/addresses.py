"""Which addresses of the internet are public. Everything else is refused before a connection is made."""

from __future__ import annotations

import ipaddress
from typing import Final

# Python's `is_global` differs between its patch releases, so what is refused is written down here (IANA special-purpose
# registries of 2025). `metadata` services of clouds lie in them, but for one that hides behind a public address.
REFUSED_V4: Final = tuple(
    ipaddress.IPv4Network(block)
    for block in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24",
        "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        "168.63.129.16/32",  # the metadata service of one cloud
    )
)  # fmt: skip
UNICAST_V6: Final = ipaddress.IPv6Network("2000::/3")  # all that is handed out as global unicast so far
REFUSED_V6: Final = tuple(
    ipaddress.IPv6Network(block)
    for block in (
        "2001::/23",  # protocol assignments, Teredo and ORCHID in them
        "2001:db8::/32", "3fff::/20",  # documentation
        "2002::/16",  # 6to4: an IPv4 address in disguise, like the mapped and NAT64 forms outside 2000::/3
        "2620:4f:8000::/48",
    )
)  # fmt: skip


def is_public(address: str) -> bool:
    """Whether the address is an ordinary one of the public internet, so that visiting it can harm nobody's own network.

    IPv4 addresses inside IPv6 ones (mapped, compatible, 6to4, Teredo, NAT64) are refused whatever they hold: no site
    publishes them.
    """
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv4Address):
        return not any(parsed in block for block in REFUSED_V4)
    if parsed.scope_id:
        return False
    return parsed in UNICAST_V6 and not any(parsed in block for block in REFUSED_V6)
