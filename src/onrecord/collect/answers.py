"""What an answer means: a page, a redirect, "unchanged", another time, or never."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

from onrecord.collect.fetch import Exchange, Header
from onrecord.collect.guard import LATER
from onrecord.collect.manners import retry_after
from onrecord.collect.robots import Robots
from onrecord.collect.steps import Item, State, Validators
from onrecord.errors import FetchDisallowed, FetchFailed, InputError

REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
BUSY: Final = frozenset({408, 425, 429, 500, 502, 503, 504})  # answers that may be another one later


def check_answer(exchange: Exchange, asked: bool, now: float) -> None:
    """Raises `FetchFailed` for an answer that is neither a page, nor a redirect, nor "unchanged" when `asked`."""
    status, url = exchange.status, exchange.url
    if status == 304 and asked:
        return
    if status in REDIRECTS and exchange.header("Location"):
        return
    if status == 200:
        if exchange.body:
            return
        raise FetchFailed(f"{url} gave an empty answer", LATER)
    if status in BUSY:
        wait = retry_after(exchange.header("Retry-After"), datetime.fromtimestamp(now, UTC))
        raise FetchFailed(f"{url} answered {status}", LATER, wait=wait)
    raise FetchFailed(f"{url} answered {status}", "Check the address in a browser, or leave it out.", later=False)


def conditions(validators: Validators | None) -> tuple[Header, ...]:
    """The headers that ask for a page only if it has changed."""
    if validators is None:
        return ()
    pairs = ((b"If-None-Match", validators.etag), (b"If-Modified-Since", validators.last_modified))
    return tuple((name, value.encode("latin-1")) for name, value in pairs if value)


def state_after(error: InputError) -> State:
    """What an address is after an error."""
    if isinstance(error, FetchDisallowed):
        return "disallowed"
    if isinstance(error, FetchFailed):
        return "failed" if error.later else "gone"
    return "refused"


def disallowed(item: Item, robots: Robots) -> FetchDisallowed:
    """The error for an address that robots.txt forbids."""
    why = robots.why or "its robots.txt asks us to stay away"
    return FetchDisallowed(f"{item.next_url} is not visited: {why}", "Ask the site, or leave it out.")
