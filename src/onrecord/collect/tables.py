"""Tables of reports, CSV and JSON lines: every row is a source of its own, read one at a time."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, Final

from charset_normalizer import from_bytes

from onrecord.collect.columns import Columns
from onrecord.collect.files import MEGABYTE, SIZE_LIMIT, open_file
from onrecord.errors import Damaged, EmptyInput, InputError, MissingColumn, TooLarge
from onrecord.model import ROW_FIELDS, ROW_TYPE, Row, Source, dump_row

SAMPLE: Final = 256 * 1024  # bytes looked at for the encoding; detection slows down with more and gains nothing
FIELD_LIMIT: Final = 20 * MEGABYTE  # characters in one cell; a mark that is never closed swallows the rest of the file
DELIMITERS: Final = ",;\t|"
_STRAY: Final = re.compile("[\udc80-\udcff]")
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))

JsonValue = dict[str, "JsonValue"] | list["JsonValue"] | str | int | float | bool | None


def read_csv(path: Path, columns: Columns = Columns()) -> Iterator[Source | InputError]:  # noqa: B008 - frozen
    """The rows of a CSV file as sources; a row that is none comes as its error.

    Rows are numbered as a spreadsheet shows them, the heading being row 1. Raises `MissingColumn` when no column holds
    texts, `EmptyInput`, `MissingInput` or `UnsupportedFormat` for what is no such file.
    """
    with open_file(path) as stream:
        encoding = _encoding(stream.read(SAMPLE))
    csv.field_size_limit(FIELD_LIMIT)
    # What cannot be decoded survives as an escape where a byte is a character, and is shown as a gap elsewhere.
    errors = "replace" if encoding.replace("_", "-").startswith(("utf-16", "utf-32")) else "surrogateescape"
    with open(path, encoding=encoding, errors=errors, newline="") as stream_of_text:
        first = stream_of_text.readline(FIELD_LIMIT)
        delimiter = _separator_line(first)
        if delimiter is None:
            stream_of_text.seek(0)
        rows = csv.reader(stream_of_text, delimiter=delimiter or _delimiter(first))
        seen = False
        try:
            header = next(rows, [])
            chosen = _chosen(path, columns, header)
            for number, cells in enumerate(rows, 2 if delimiter is None else 3):
                if any(cell.strip() for cell in cells):
                    seen = True
                    yield _row(path, number, chosen, dict(zip(header, cells, strict=False)))
        except csv.Error as error:
            yield Damaged(
                f"{path} cannot be read further after line {rows.line_num} ({error})",
                "Look for a quotation mark that is never closed there; what stands before it was read.",
            )
            return
    if not seen:
        raise EmptyInput(f"{path} has no rows", "Check how it was saved, or leave it out.")


def read_jsonl(path: Path, columns: Columns = Columns()) -> Iterator[Source | InputError]:  # noqa: B008 - frozen
    """The objects of a file of JSON lines as sources; a line that is none comes as its error.

    A column may name a value inside another (`meta.url`). Raises as `read_csv` does.
    """
    chosen: dict[str, str] | None = None
    seen = False
    with open_file(path) as stream:
        for number, line in enumerate(_lines(stream), 1):
            if not line.strip(b" \t\r\n\xef\xbb\xbf"):
                continue
            seen = True
            found = _object(path, number, line)
            if isinstance(found, InputError):
                yield found
                continue
            if chosen is None:
                chosen = _chosen(path, columns, list(found))
            yield _row(path, number, chosen, found)
    if not seen:
        raise EmptyInput(f"{path} is empty", "Check how it was saved, or leave it out.")


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """The lines, of which none takes more memory than a report may; of a longer one only the beginning comes."""
    while line := stream.readline(SIZE_LIMIT + 1):
        yield line
        while len(line) > SIZE_LIMIT and not line.endswith(b"\n"):
            line = stream.readline(SIZE_LIMIT + 1)


def _object(path: Path, number: int, line: bytes) -> dict[str, str] | InputError:
    if len(line) > SIZE_LIMIT:
        return TooLarge(f"{path} row {number} is larger than {SIZE_LIMIT // MEGABYTE} MB", "Split its text.")
    try:
        value: JsonValue = json.loads(line.decode("utf-8-sig", "surrogateescape"), strict=False)
    except (ValueError, RecursionError) as error:
        return Damaged(f"{path} row {number} is no JSON ({error})", "Write one JSON object a line.")
    if not isinstance(value, dict):
        return Damaged(f"{path} row {number} is no JSON object", "Write one JSON object a line.")
    return dict(_flat(value))


def _flat(value: Mapping[str, JsonValue], inside: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    for name, item in value.items():
        if isinstance(item, dict) and depth < 3:
            yield from _flat(item, f"{inside}{name}.", depth + 1)
        elif isinstance(item, list):
            yield inside + name, ", ".join(part for part in item if isinstance(part, str))
        elif item is not None and not isinstance(item, dict):
            yield inside + name, str(item)


def _chosen(path: Path, columns: Columns, header: list[str]) -> dict[str, str]:
    if not any(name.strip() for name in header):
        raise EmptyInput(f"{path} has no heading row", "Give every column a name in the first row.")
    chosen = columns.of(header)
    names = ", ".join(repr(name) for name in header[:12])
    for field, column in columns.named:
        if chosen[field] not in header:
            raise MissingColumn(f"{path} has no column {column!r} but {names}", f"Name one of them: --column {field}=…")
    if "text" not in chosen and "html" not in chosen:
        raise MissingColumn(
            f"no column of {path} is known to hold texts; it has {names}", "Name it: --column text=COLUMN"
        )
    return chosen


def _row(path: Path, number: int, chosen: Mapping[str, str], cells: Mapping[str, str]) -> Source | InputError:
    values = {name: _sound(cells.get(chosen[name], "")) for name in ROW_FIELDS if name in chosen}
    row = Row(**{name: value for name, value in values.items() if value.strip()})
    if not row.text and not row.html:
        return EmptyInput(f"{path} row {number} has no text", "Fill it in, or leave the row out.")
    return Source(data=dump_row(row), media_type=ROW_TYPE, location=f"{path}#row={number}")


def _sound(value: str) -> str:
    """The characters of a cell; stray bytes are read as Windows-1252, halves of characters are marked as such."""
    if value.isascii():
        return value
    value = _STRAY.sub(lambda match: bytes([ord(match[0]) - 0xDC00]).decode("cp1252", "replace"), value)
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _encoding(sample: bytes) -> str:
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    cut = sample[: sample.rfind(b"\n") + 1] or sample
    try:
        cut.decode("utf-8")
    except UnicodeDecodeError:
        guess = from_bytes(cut).best()
        return guess.encoding if guess else "cp1252"
    return "utf-8"


def _separator_line(line: str) -> str | None:
    """The delimiter that a first line `sep=;` names, as Excel writes it."""
    named = line.strip().lower()
    return named[4:] if named.startswith("sep=") and len(named) == 5 else None


def _delimiter(heading: str) -> str:
    counts = {sign: heading.count(sign) for sign in DELIMITERS}
    return max(DELIMITERS, key=lambda sign: counts[sign])
