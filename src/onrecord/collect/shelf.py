"""The WARC files of a collection, kept in step with its ledger."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.collect.fetch import Exchange
from onrecord.collect.ledger import Ledger
from onrecord.collect.manners import Identity
from onrecord.collect.recording import NAME, Earlier, Recording, payload_digest, settle_file, write_records
from onrecord.collect.robots import PRODUCT
from onrecord.collect.steps import Item, Record, Validators
from onrecord.collect.wanted import Evidence


class Shelf:
    """Appends the records of exchanges, in a new file whenever one is full."""

    def __init__(self, folder: Path, ledger: Ledger, identity: Identity, limit: int) -> None:
        """Bring every file to the length that the ledger knows. Raises `CollectionDamaged` when one is shorter."""
        self._folder, self._ledger, self._limit = folder, ledger, limit
        self._about = (
            ("software", f"{PRODUCT}/{identity.version}"),
            ("format", "WARC File Format 1.1"),
            ("http-header-user-agent", identity.agent),
            ("robots", "obey"),
            ("operator", identity.contact),
        )
        files = ledger.files()
        self.cut = sum(settle_file(folder / NAME.format(number), size) for number, size in files)
        self._number, size = files[-1] if files else (1, 0)
        self._recording = self._open(self._number, size)

    def keep(
        self, item: Item, exchange: Exchange, validators: Validators | None, stated: Sequence[Evidence] = ()
    ) -> tuple[Record, Earlier | None]:
        """Write the records of an exchange, and what they repeat, if anything. The ledger must be told of them next.

        `stated` is what the page says of itself, for the record beside it.
        """
        if self._recording.size >= self._limit:
            self._recording.close()
            self._number += 1
            self._recording = self._open(self._number, 0)
        earlier = None
        if exchange.status == 304 and validators:
            earlier = validators.earlier
        elif exchange.status == 200:
            earlier = self._ledger.same_payload(payload_digest(exchange.body))
        fields = [*self._fields(item), *((each.field, each.value) for each in stated)]
        records = write_records(exchange, earlier, fields if exchange.status == 200 else ())
        start = self._recording.append(records.data)
        record = Record(
            exchange.url, records.kind, exchange.status, records.at, records.digest, self._number, start,
            records.length, self._recording.size, exchange.header("ETag"), exchange.header("Last-Modified"),
        )  # fmt: skip
        return record, earlier

    def close(self) -> None:
        """Let go of the file."""
        self._recording.close()

    def _open(self, number: int, size: int) -> Recording:
        self._ledger.add_file(number)
        return Recording(self._folder, NAME.format(number), size, self._about)

    def _fields(self, item: Item) -> list[tuple[str, str]]:
        """What is known of the item beside the answer, for the metadata record."""
        fields = [("outlet", item.outlet)] if item.outlet else []
        fields += [("via", item.via)] if item.via else []
        found_in = item.via
        for url, evidence in self._ledger.evidence(item.id):
            if url != found_in:
                fields.append(("via", url))
                found_in = url
            fields.append((evidence.field, evidence.value))
        return fields
