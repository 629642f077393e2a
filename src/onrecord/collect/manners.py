"""How often a site is visited, when it is asked again, and how Onrecord introduces itself."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from onrecord.collect.robots import PRODUCT
from onrecord.errors import OnrecordError

PAUSE: Final = 9.0  # seconds between two requests to a domain: what the large news crawls keep
TRIES: Final = 3  # visits to an address before it is given up for this collection
FIRST_WAIT: Final = 60.0
LONGEST_WAIT: Final = 3600.0
LONGEST_RETRY_AFTER: Final = 7 * 24 * 3600.0
PATIENCE: Final = 300.0  # a run ends when nothing is due within that time; a later run goes on
CONTACT_LIMIT: Final = 200
CONTACT: Final = re.compile(r"(https?://|mailto:)?[!-'*-~]*[.@][!-'*-~]+")


@dataclass(frozen=True, slots=True)
class Manners:
    """The pauses of a collection in seconds; tests hand in short ones, the command line knows no others than these."""

    pause: float = PAUSE
    tries: int = TRIES
    first_wait: float = FIRST_WAIT
    patience: float = PATIENCE
    seed: int = 0

    def wait(self, tries: int, key: str) -> float:
        """How long to wait after that many failures in a row: doubled each time, half of it by chance.

        The chance follows from the seed and the address, so that a run can be repeated.
        """
        longest = min(self.first_wait * 2.0 ** (tries - 1), LONGEST_WAIT)
        return longest * random.Random(f"{self.seed}:{key}:{tries}").uniform(0.5, 1.0)


@dataclass(frozen=True, slots=True)
class Identity:
    """Who collects: the version of Onrecord, and a web page or a mail address that a site can turn to.

    Raises `OnrecordError` for a contact that no one could write to.
    """

    contact: str
    version: str

    def __post_init__(self) -> None:
        if not CONTACT.fullmatch(self.contact) or len(self.contact) > CONTACT_LIMIT:
            raise OnrecordError(
                f"{self.contact!r} is no contact" if self.contact else "sites must be able to reach who collects",
                "Name a web page or a mail address with --contact, ONRECORD_CONTACT or `contact` in the sources file.",
            )

    @property
    def agent(self) -> str:
        """The User-Agent."""
        return f"{PRODUCT}/{self.version} (+{self.contact})"


def retry_after(value: str, now: datetime) -> float | None:
    """The seconds that a Retry-After header asks for, given as such or as a date; None when it says nothing."""
    value = value.strip()
    if re.fullmatch(r"[0-9]{1,10}", value):
        return min(float(value), LONGEST_RETRY_AFTER)
    try:
        until = parsedate_to_datetime(value)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    seconds = (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds()
    return min(max(seconds, 0.0), LONGEST_RETRY_AFTER)
