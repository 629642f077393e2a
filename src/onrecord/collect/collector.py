"""A collection: addresses fetched politely, one at a time, and everything kept as it came.

Each visit is one step: ask robots.txt, make one request, append its records to the WARC file, then write what became of
the address into the ledger. A redirect is a step of its own, so that every site on the way is asked and paced alike.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from onrecord.collect.answers import REDIRECTS, check_answer, conditions, disallowed, state_after
from onrecord.collect.feeds import FEED_LIMIT, Listing, bad_feed, read_feed
from onrecord.collect.fetch import Exchange, Fetcher
from onrecord.collect.files import SIZE_LIMIT
from onrecord.collect.guard import Guard
from onrecord.collect.ledger import Ledger
from onrecord.collect.manners import Identity, Manners
from onrecord.collect.recording import FILE_LIMIT
from onrecord.collect.reservations import RESPECTED, Reservation, Reservations, read_reservations, reserved
from onrecord.collect.robotsfile import RobotsFile
from onrecord.collect.shelf import Shelf
from onrecord.collect.sitemaps import read_sitemap
from onrecord.collect.steps import Item, State, Step, Validators
from onrecord.collect.urls import domain, join
from onrecord.collect.wanted import Wanted
from onrecord.errors import BadFeed, CollectionError, FetchFailed, InputError

HOPS: Final = 5  # redirects followed for one address


@dataclass(frozen=True, slots=True)
class Visited:
    """What became of an address, and what of it must be told."""

    url: str
    state: State
    troubles: tuple[InputError, ...] = ()


class Collector:
    """An open collection folder.

    with Collector(folder, Identity("desk@archive.example", __version__)) as collector:
        for visited in collector.collect(wanted):
            print(visited.url, visited.state)
    """

    def __init__(
        self,
        folder: Path,
        identity: Identity,
        guard: Guard | None = None,
        manners: Manners | None = None,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], None] = time.sleep,
        file_limit: int = FILE_LIMIT,
    ) -> None:
        """Open the folder, making it when it is not there; what a killed run left beyond the ledger is cut off.

        Raises `CollectionError` and its kinds.
        """
        self._manners, self._clock, self._sleep = manners or Manners(), clock, sleep
        self._respect = RESPECTED
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CollectionError(f"{folder} cannot be made: {error.strerror}", "Name another with --into.") from error
        self._ledger = Ledger(folder)
        try:
            self._shelf = Shelf(folder, self._ledger, identity, file_limit)
        except BaseException:
            self._ledger.close()
            raise
        guard = guard or Guard()
        self._ports = guard.ports
        self._fetcher = Fetcher(guard, identity.agent)
        self._robots = RobotsFile(self._ledger, self._fetcher, self._manners, clock, sleep)

    @property
    def cut(self) -> int:
        """The bytes of unfinished records that were cut off when the folder was opened."""
        return self._shelf.cut

    @property
    def waiting(self) -> int:
        """How many addresses are still to be visited."""
        return self._ledger.waiting()

    def collect(
        self, wanted: Iterable[Wanted], again: bool = False, respect: frozenset[Reservation] = RESPECTED
    ) -> Iterator[Visited]:
        """Fetch what is wanted and what is still waiting, and give each address back once it is settled.

        Feeds and sitemaps are asked anew in every run, pages once, or with `again` as well. Ends when nothing is due
        within the time that `Manners.patience` allows; the rest waits for another run. When the process is killed, the
        next run goes on where it was. Pages that make a reservation of `respect` are not kept.
        """
        self._respect = respect
        self._ledger.begin_round(again)
        self._ledger.want(wanted)
        while (found := self._ledger.next_item()) is not None:
            item, at = found
            wait = at - self._clock()
            if wait > self._manners.patience:
                break
            if wait > 0:
                self._sleep(wait)
            visited = self._visit(item)
            if visited is not None:
                yield visited
        self._ledger.end_round()

    def close(self) -> None:
        """Let go of the folder."""
        self._fetcher.close()
        self._shelf.close()
        self._ledger.close()

    def __enter__(self) -> Collector:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _visit(self, item: Item) -> Visited | None:
        """One step; None when the address has to come again for the next one."""
        pause = self._manners.pause
        try:
            robots = self._robots.rules(item.next_url)
            if robots is None:
                return None
            if not robots.allows(item.next_url):
                raise disallowed(item, robots)
            pause = max(pause, robots.delay)
            validators = self._ledger.validators(item.next_url)
            exchange = self._request(item.next_url, validators, pause)
            check_answer(exchange, validators is not None, self._clock())
            following = self._next_hop(item, exchange)
        except InputError as error:
            return self._settle_trouble(item, error, pause)
        if following:
            self._ledger.settle(self._redirected(item, exchange, following, pause))
            return None
        return self._settle_answer(item, exchange, validators, pause)

    def _request(self, url: str, validators: Validators | None, pause: float) -> Exchange:
        self._ledger.visit(domain(url), self._clock() + pause)
        return self._fetcher.get(url, conditions(validators))

    def _next_hop(self, item: Item, exchange: Exchange) -> str | None:
        """Where a redirect leads to. Raises `FetchRefused`, or `FetchFailed` after too many."""
        if exchange.status not in REDIRECTS:
            return None
        if item.hops >= HOPS:
            raise FetchFailed(f"{item.url} redirects more than {HOPS} times", "Leave it out.", later=False)
        return join(exchange.url, exchange.header("Location"), self._ports)

    def _redirected(self, item: Item, exchange: Exchange, following: str, pause: float) -> Step:
        record, _ = self._shelf.keep(item, exchange, None)
        return Step(
            item, "waiting", self._clock() + pause, status=exchange.status, next_url=following,
            hops=item.hops + 1, tries=item.tries, record=record,
        )  # fmt: skip

    def _settle_answer(self, item: Item, exchange: Exchange, validators: Validators | None, pause: float) -> Visited:
        own = read_reservations(exchange) if item.kind == "page" and exchange.status == 200 else Reservations()
        if own.kinds & self._respect:
            error = reserved(exchange.url, own)
            step = Step(item, "reserved", self._clock() + pause, error.message, exchange.status, stated=own.stated)
            self._ledger.settle(step)
            return Visited(item.url, "reserved", (error,))
        listing = self._read(item, exchange) if exchange.status != 304 else Listing(())
        record, earlier = self._shelf.keep(item, exchange, validators, own.stated)
        same = earlier is not None and (exchange.status == 304 or earlier.url == exchange.url)
        broken = [trouble for trouble in listing.troubles if isinstance(trouble, BadFeed)]
        state: State = "failed" if broken else "unchanged" if same else "kept"
        self._ledger.settle(
            Step(
                item, state, self._clock() + pause, broken[0].message if broken else "", exchange.status,
                record=record, found=listing.wanted, stated=own.stated,
            )
        )  # fmt: skip
        return Visited(item.url, state, listing.troubles)

    def _settle_trouble(self, item: Item, error: InputError, pause: float) -> Visited | None:
        """The address is given up, or waits for another try."""
        now = self._clock()
        state = state_after(error)
        tries = item.tries + 1
        wait = error.wait if isinstance(error, FetchFailed) else None
        ready_at = now + max(pause, wait or 0.0)
        if state == "failed" and tries < self._manners.tries:
            due = now + (self._manners.wait(tries, item.url) if wait is None else wait)
            self._ledger.settle(Step(item, "waiting", ready_at, error.message, hops=item.hops, tries=tries, due=due))
            return None
        self._ledger.settle(Step(item, state, ready_at, error.message))
        return Visited(item.url, state, (error,))

    def _read(self, item: Item, exchange: Exchange) -> Listing:
        """What a feed or a sitemap lists; a page lists nothing."""
        if item.kind == "page":
            return Listing(())
        try:
            if item.kind == "feed":
                return read_feed(exchange.content(FEED_LIMIT), exchange.url, item.outlet, self._ports)
            content = exchange.content(SIZE_LIMIT)
            return read_sitemap(content, exchange.url, item.outlet, item.depth, self._ports)
        except InputError as error:
            return Listing((), (bad_feed(item.url, error.message),))
        except Exception as error:  # a part boundary: no feed may end the collection
            return Listing((), (bad_feed(item.url, f"it breaks the parser ({type(error).__name__})"),))
