"""A row of a table to a report: its text or page as any other, and what the table states beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from onrecord.clean.dates import as_day, first_date
from onrecord.clean.declared.outlet import Declared
from onrecord.clean.decode import decode
from onrecord.clean.page import report_of_page
from onrecord.clean.stamps import read_stamp
from onrecord.clean.text import report_of_text
from onrecord.errors import Damaged, InputError
from onrecord.model import Report, Row, Source, When, load_row

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_]\w+)*")


def report_of_row(source: Source, known: Declared) -> Report:
    """The report of a row. What the table states of it goes before what its text or markup tells.

    Raises an `InputError` that names the row.
    """
    try:
        row = load_row(source.data)
    except ValueError as error:
        raise Damaged(f"{source.location} is no row", "Add the table that it comes from again.") from error
    stated = _day(row.published)
    try:
        made = _report(row, source, known, stated)
    except InputError as error:
        if source.location in error.message:
            raise
        raise type(error)(f"{source.location}: {error.message}", error.next_step) from error
    return replace(
        made,
        title=_words(row.title) or made.title,
        byline=_words(row.byline) or made.byline,
        dates=replace(made.dates, published=stated) if stated else made.dates,
        language=_language(row.language) or made.language,
    )


def _report(row: Row, source: Source, known: Declared, day: When | None) -> Report:
    url = _words(row.url) or ""
    located = replace(source, location=url) if url.startswith(("http://", "https://")) else source
    stated = _words(row.outlet)
    words = decode((row.html or row.text or "").encode("utf-8", "replace"), located.location)
    return (report_of_page if row.html else report_of_text)(words, located, known, stated, day)


def _day(words: str | None) -> When | None:
    """The day that the column states; a date that can be read two ways states none."""
    stamp = read_stamp(words)
    if stamp:
        return When(stamp.start, stamp.end, "month" if stamp.grain == "month" else "day", "metadata")
    found = first_date(words or "")
    return as_day(found[0], "metadata", None) if found else None


def _words(value: str | None) -> str | None:
    return " ".join(value.split()) or None if value else None


def _language(value: str | None) -> str | None:
    named = (value or "").strip()
    return re.split("[-_]", named)[0].lower() if _LANGUAGE.fullmatch(named) else None
