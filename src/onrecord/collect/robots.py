"""What a site's robots.txt allows (RFC 9309), read by Protego."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from protego import Protego

PRODUCT: Final = "Onrecord"  # the name that robots.txt may call us by
SIZE_READ: Final = 500 * 1024  # RFC 9309, 2.5: at least as much must be read; what comes after is left
HOPS: Final = 5  # redirects followed, RFC 9309, 2.3.1.2
VALID_SECONDS: Final = 24 * 3600.0  # RFC 9309, 2.4: not to be used longer
UNREACHABLE_SECONDS: Final = 600.0  # until a site that gave no answer is asked again; the fault may be our own line
AGENT_LINE: Final = re.compile(r"^[ \t]*user[- ]?agent[ \t]*:?[ \t]*([^\r\n#]*).*$", re.IGNORECASE | re.MULTILINE)
LONGEST_DELAY: Final = 24 * 3600.0  # a delay beyond a day is a mistake, and a day keeps us away for this run anyway


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one origin. `text` is None when the file could not be had, which forbids everything."""

    text: str | None
    why: str = ""
    _rules: Protego | None = field(default=None, repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> Robots:
        """The rules in a file; a broken one has as many rules as can be made out."""
        return cls(text, _rules=Protego.parse(AGENT_LINE.sub(_ours_or_other, text)))

    @classmethod
    def closed(cls, why: str) -> Robots:
        """No rules known: nothing may be fetched."""
        return cls(None, why)

    def allows(self, url: str) -> bool:
        """Whether Onrecord may fetch the URL."""
        return self._rules is not None and bool(self._rules.can_fetch(url, PRODUCT))

    @property
    def delay(self) -> float:
        """Seconds that the site wants between two visits; 0 when it does not say."""
        if self._rules is None:
            return 0.0
        rate = self._rules.request_rate(PRODUCT)
        asked = max(self._rules.crawl_delay(PRODUCT) or 0.0, rate.seconds / rate.requests if rate else 0.0)
        return min(asked, LONGEST_DELAY)


def read_robots(status: int, body: bytes) -> Robots:
    """The rules that an answer to `/robots.txt` means.

    2xx: those in it. 4xx: none, everything is allowed, but for 429, which says "not now". All else forbids everything.
    """
    if 200 <= status < 300:
        return Robots.parse(whole_lines(body).decode("utf-8-sig", "replace").replace("\0", ""))
    if 400 <= status < 500 and status != 429:
        return Robots.parse("")
    return Robots.closed(f"its robots.txt answered {status}")


def _ours_or_other(line: re.Match[str]) -> str:
    """All robots but us become one: a file that names thousands of them would cost the parser their product with the
    rules, which is minutes for 300 KB."""
    token = re.match(r"\*|[a-z_-]*", line[1].strip().lower())
    name = token[0] if token else ""
    return f"User-agent: {name if name in ('*', PRODUCT.lower()) else 'other'}"


def whole_lines(body: bytes) -> bytes:
    """The part of the file that is read; half a line at the cut would be another rule."""
    if len(body) <= SIZE_READ:
        return body
    cut = body[:SIZE_READ]
    return cut[: max(cut.rfind(b"\n"), cut.rfind(b"\r")) + 1]
