"""Fetching each origin's robots.txt, as politely as anything else, and remembering it for a day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from onrecord.collect.answers import REDIRECTS
from onrecord.collect.fetch import Exchange, Fetcher
from onrecord.collect.files import MEGABYTE
from onrecord.collect.ledger import Ledger
from onrecord.collect.manners import Manners
from onrecord.collect.robots import HOPS, UNREACHABLE_SECONDS, VALID_SECONDS, Robots, read_robots
from onrecord.collect.urls import domain, join, origin
from onrecord.errors import FetchFailed, FetchRefused, TooLarge

LIMIT: Final = 5 * MEGABYTE  # ten times what is read of it; beyond that the site is taken to have none that can be read


class RobotsFile:
    """The rules of the origins of a collection."""

    def __init__(
        self,
        ledger: Ledger,
        fetcher: Fetcher,
        manners: Manners,
        clock: Callable[[], float],
        sleep: Callable[[float], None],
    ) -> None:
        self._ledger, self._fetcher, self._manners = ledger, fetcher, manners
        self._clock, self._sleep = clock, sleep
        self._known: dict[str, tuple[Robots, float]] = {}

    def rules(self, url: str) -> Robots | None:
        """The rules for a URL; None when they had to be fetched, so that its domain needs a pause before the page.

        Raises `FetchRefused` when the origin itself is not visited.
        """
        key, now = origin(url), self._clock()
        if key in self._known and self._known[key][1] > now:
            return self._known[key][0]
        kept = self._ledger.robots(key, now)
        if kept is not None:
            self._known[key] = kept
            return kept[0]
        robots = self._ask(key)
        until = self._clock() + (UNREACHABLE_SECONDS if robots.text is None else VALID_SECONDS)
        self._ledger.keep_robots(key, robots, until)
        return None

    def _ask(self, key: str) -> Robots:
        try:
            exchange = self._follow(f"{key}/robots.txt")
            return read_robots(exchange.status, exchange.content(LIMIT))
        except (FetchFailed, TooLarge) as error:
            return Robots.closed(f"its robots.txt could not be had: {error.message}")

    def _follow(self, url: str) -> Exchange:
        exchange = self._get(url)
        for _ in range(HOPS):
            location = exchange.header("Location")
            if exchange.status not in REDIRECTS or not location:
                return exchange
            try:
                exchange = self._get(join(exchange.url, location, self._fetcher.guard.ports))
            except FetchRefused as error:
                raise FetchFailed(error.message, error.next_step) from error
        return exchange

    def _get(self, url: str) -> Exchange:
        name = domain(url)
        wait = self._ledger.ready_at(name) - self._clock()
        if wait > self._manners.patience:
            raise FetchFailed(f"{name} asked for a long pause", "Run the same command again later.")
        if wait > 0:
            self._sleep(wait)
        self._ledger.visit(name, self._clock() + self._manners.pause)
        try:
            return self._fetcher.get(url, limit=LIMIT)
        finally:
            self._ledger.visit(name, self._clock() + self._manners.pause)
