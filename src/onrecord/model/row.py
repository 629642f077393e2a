"""A report as a row of a table holds it: the text, and what the table says of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields
from typing import Final

ROW_TYPE: Final = "application/vnd.onrecord.row+json"


@dataclass(frozen=True, slots=True)
class Row:
    """One row with the columns that Onrecord knows; `text` is plain, `html` is a page, and one of the two is there.

    As bytes it is the source of the row's report, so what the table said of the report is stored with its text.
    """

    text: str | None = field(default=None, repr=False)
    html: str | None = field(default=None, repr=False)
    url: str | None = None
    published: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    language: str | None = None


FIELDS: Final = tuple(sorted(item.name for item in fields(Row)))


def dump_row(row: Row) -> bytes:
    """The row as one JSON object in UTF-8 with the columns that have a value; equal rows are equal bytes."""
    values = {name: getattr(row, name) for name in FIELDS}
    stated = {name: value for name, value in values.items() if value is not None}
    return json.dumps(stated, ensure_ascii=False, sort_keys=True).encode("utf-8")


def load_row(data: bytes) -> Row:
    """The row of such bytes. Raises `ValueError` for others."""
    values = json.loads(data)
    if not isinstance(values, dict) or not all(isinstance(value, str) for value in values.values()):
        raise ValueError("not a row")
    return Row(**{name: value for name, value in values.items() if name in FIELDS})
