"""Bytes as received: what every report is made from."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as received, immutable and named by their SHA-256 digest.

    `location` is the path or URL they came from, `headers` the response headers where there were any.
    """

    data: bytes = field(repr=False)
    media_type: str
    location: str
    fetched_at: datetime | None = None
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def sha256(self) -> str:
        """Hexadecimal SHA-256 digest of the bytes."""
        return hashlib.sha256(self.data).hexdigest()
