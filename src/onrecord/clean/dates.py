"""Explicit dates in words or figures, read without guessing: what is not written stays unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from onrecord.clean.wordlists import any_case
from onrecord.model import Basis, Span, When

_MONTHS = {
    "en": "january february march april may june july august september october november december",
    "short": "jan feb mar apr may jun jul aug sep oct nov dec",
    "de": "januar februar märz april mai juni juli august september oktober november dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "pt": "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "da": "januar februar marts april maj juni juli august september oktober november december",
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "tr": "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
}
MONTHS: dict[str, int] = {
    name: number for names in _MONTHS.values() for number, name in enumerate(names.split(), start=1)
} | {"sept": 9, "jänner": 1}
_BY_NAME = {any_case(name): number for name, number in MONTHS.items()}
_WEEKDAYS = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|"
    "montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|"
    "dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|"
    "domenica|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY_WORD = rf"(?:{_WEEKDAYS})\.?"
# Named groups are numbered because Python allows each name once in a pattern.
DATE = (
    rf"(?:(?:{WEEKDAY_WORD},?\s+)?(?:"
    rf"(?:{_MONTH})\.?\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?(?:\s*,?\s+\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.|er)?\s+(?:de\s+|of\s+)?(?:{_MONTH})\.?(?:\s*,?\s+(?:de\s+)?\d{{4}})?"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./]\d{1,2}[./]\d{4}"
    r"))"
)
_TIME = r"(?:[,|]?\s*(?:at\s+|um\s+|à\s+)?\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?|uhr)?(?:\s*\(?[A-Z]{2,5}\)?)?)?"
_ONLY = re.compile(rf"[\s•|·(-]*(?P<date>{DATE}){_TIME}[\s.|·)-]*", re.IGNORECASE)
_FIND = re.compile(rf"(?<!\w){DATE}(?!\w)", re.IGNORECASE)
_MONTH_FIRST = re.compile(rf"({_MONTH})\.?\s+(\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:\s*,?\s+(\d{{4}}))?", re.IGNORECASE)
_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+|of\s+)?({_MONTH})\.?(?:\s*,?\s+(?:de\s+)?(\d{{4}}))?", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_FIGURES = re.compile(r"(\d{1,2})([./])(\d{1,2})[./](\d{4})")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as written; `year` is None when the words do not say it."""

    day: int
    month: int
    year: int | None

    def on(self, year: int | None = None) -> date | None:
        """The day itself, in the year given when it names none; None when there is no such day."""
        chosen = self.year or year
        if chosen is None:
            return None
        try:
            return date(chosen, self.month, self.day)
        except ValueError:
            return None


def read_date(words: str) -> WrittenDate | None:
    """The first date in the words, None when there is none or it can be read two ways (03/04/2031)."""
    if found := _ISO.search(words):
        return _checked(int(found[3]), int(found[2]), int(found[1]))
    if found := _MONTH_FIRST.search(words):
        return _checked(int(found[2]), _BY_NAME[any_case(found[1])], int(found[3]) if found[3] else None)
    if found := _DAY_FIRST.search(words):
        return _checked(int(found[1]), _BY_NAME[any_case(found[2])], int(found[3]) if found[3] else None)
    if found := _FIGURES.search(words):
        return _of_figures(int(found[1]), int(found[3]), int(found[4]), dotted=found[2] == ".")
    return None


def lone_date(line: str) -> tuple[WrittenDate, int, int] | None:
    """The full date that makes up the whole line, time of day aside, with its place in the line."""
    found = _ONLY.fullmatch(line)
    written = read_date(found["date"]) if found else None
    if not found or written is None or written.year is None:
        return None
    return written, *found.span("date")


def first_date(line: str) -> tuple[WrittenDate, int, int] | None:
    """The first full date (with its year) in the line, with its place in the line."""
    for found in _FIND.finditer(line):
        written = read_date(found[0])
        if written and written.year:
            return written, *found.span()
    return None


def as_day(written: WrittenDate, basis: Basis, evidence: Span | None, year: int | None = None) -> When | None:
    """The written date as a day with its basis and evidence, None when its year is unknown or it does not exist."""
    day = written.on(year)
    return When(start=day, end=day, grain="day", basis=basis, evidence=evidence) if day else None


def _checked(day: int, month: int, year: int | None) -> WrittenDate | None:
    written = WrittenDate(day, month, year)
    return written if written.on(2000) and (year is None or 1500 <= year <= 2200) else None


def _of_figures(first: int, second: int, year: int, *, dotted: bool) -> WrittenDate | None:
    if dotted or first > 12:
        return _checked(first, second, year)
    if second > 12 or first == second:
        return _checked(second, first, year)
    return None
