"""The opening of a wire report: place, region, date and agency before a dash ("BERLIN, April 4 (Reuters) -").

    DATELINE = [PLACE {"/" PLACE} ["," REGION]] [","|"."] [DATE] ["."|","]
               ["(" AGENCY ")" | "/" AGENCY "/" | "," AGENCY] SEPARATOR

A dateline says where a report was filed. It is kept apart from the sentence that follows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.clean.agencies import NO_AGENCY, NO_PLACE, is_agency
from onrecord.clean.dates import DATE, WrittenDate, read_date
from onrecord.clean.wordlists import words
from onrecord.model import WEEKDAYS, Weekday

# The longest of 250 datelines in 30 styles has 74 characters before its separator.
REACH = 110

_WORD = r"(?:[^\W\d_][\w.’'`]*(?:-[\w’'`]+)*)"
_NAME = rf"{_WORD}(?:[ ]{_WORD}){{0,4}}"
# "KARSA, Tuesday - ": a day without a date.
_WEEKDAY = "|".join(WEEKDAYS)
_PREFIX = re.compile(
    rf"""
    (?:(?P<kicker>[A-Z]{{4,12}}(?:[ ]\d)?)\s*[:|-]\s+)?
    (?P<place>{_NAME}(?:\s?/\s?{_NAME})*)?
    (?:,\s*(?P<region>(?!(?:{_WEEKDAY})\b){_NAME}))?
    (?:(?:[,.]\s*|\s+|^|\()(?P<date>{DATE}|(?P<weekday>{_WEEKDAY}))\)?)?
    \s*[.,]?\s*
    (?:
        [(\[]\s*(?P<paren>[^()\[\]]{{2,40}}?)\s*[)\]]
      | /\s*(?P<slash>[^/()]{{2,30}}?)\s*/
      | (?:,\s*|(?<=[\d,]\s))(?-i:(?P<comma>[A-Z][\w-]{{1,11}}(?:[ ][A-Z][\w-]{{1,11}}){{0,2}}))
    )?
    (?:\s*,?\s*(?P<late>{DATE}))?
    \s*[.,]?
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*(?P<mark>-{1,3}|[‒–—―−]{1,2}|:|_)(?=\s|[“\"«„A-Z(])\s*|(?P<slashed>(?<=/))[.,]?\s+(?=\S)|(?P<stop>\.)\s+(?=[A-Z“\"«„(])"
)
_SMALL = words("al and bin da de del den der des di do du el en la las le les los of on sur the upon y")
_REGION_CAPITALS = words("D.C. DC DRC N.C. N.D. N.H. N.J. N.M. N.Y. NSW S.C. S.D. U.K. U.S. UAE UK US USA")


@dataclass(frozen=True, slots=True)
class Opening:
    """A dateline found at the start of a line: `end` is where the sentence begins, `close` where the prefix stops."""

    place: str | None
    region: str | None
    date: WrittenDate | None
    agency: str | None
    close: int
    end: int
    place_at: tuple[int, int] | None = None
    date_at: tuple[int, int] | None = None
    agency_at: tuple[int, int] | None = None
    weekday: Weekday | None = None


def find_opening(line: str) -> Opening | None:
    """The dateline that the line opens with, None when it opens with a sentence.

    >>> find_opening("KARSA, March 4 (NPW) - The ministers met.").place
    'Karsa'
    """
    for separator in _SEPARATOR.finditer(line, 0, REACH):
        if separator.start() < 2 or separator.end() >= len(line):
            continue
        prefix = line[: separator.start()]
        found = _PREFIX.fullmatch(prefix)
        if found is None:
            continue
        opening = _checked(found, separator)
        if opening:
            return opening
    return None


def place_and_date(line: str) -> Opening | None:
    """A line of its own that holds nothing but a place and a full date ("Karsa, 11 March 2032")."""
    found = _PREFIX.fullmatch(line.strip(" –—-"))
    if not found or not found["place"] or not found["date"] or found["paren"] or found["slash"] or found["comma"]:
        return None
    written = read_date(found["date"])
    if written is None or written.year is None or not _is_name(found["place"]) or len(line) > 70:
        return None
    if found["region"] and not _is_name(found["region"]):
        return None
    return Opening(
        _cased(found["place"]), found["region"], written, None, len(line), len(line),
        found.span("place"), found.span("date"),
    )  # fmt: skip


def _checked(found: re.Match[str], separator: re.Match[str]) -> Opening | None:
    place, region = found["place"], found["region"]
    mark = separator["mark"] or ""
    agency_group = next((name for name in ("paren", "slash", "comma") if found[name]), None)
    if region and not agency_group and _agency_like(region, place or "", glued=not separator[0][:1].isspace()):
        agency_group, region = "region", None
    agency = found[agency_group] if agency_group else None
    date_group = "date" if found["date"] else "late"
    written = read_date(found[date_group]) if found[date_group] else None
    weekday = next((day for day in WEEKDAYS if day == (found["weekday"] or "").capitalize()), None)
    dated = written is not None or weekday is not None
    if found["kicker"] and found["kicker"].split()[0].upper() not in NO_PLACE:
        return None
    if agency is not None and not _sound_agency(agency, agency_group or "", place, mark):
        return None
    if place is None:
        if agency is None or written is None:
            return None
    elif not _sound_place(place, region, agency, mark, dated=dated, spaced=separator[0][:1].isspace()):
        return None
    if separator["stop"] and not _closed_by_stop(place, agency_group, written):
        return None
    if separator["slashed"] is not None and agency_group != "slash":
        return None
    return Opening(
        place=_cased(place) if place else None,
        region=region,
        date=written,
        agency=agency,
        close=separator.start() + len(separator[0].rstrip()),
        end=separator.end(),
        place_at=found.span("place") if place else None,
        date_at=found.span(date_group) if dated else None,
        agency_at=found.span(agency_group) if agency_group else None,
        weekday=weekday,
    )


def _closed_by_stop(place: str | None, agency_group: str | None, written: WrittenDate | None) -> bool:
    """Whether a full stop can end this dateline: after a full date, or an agency behind capitals or a date."""
    if agency_group is None:
        return place is not None and written is not None and written.year is not None
    dated = written is not None
    return agency_group in {"comma", "region", "slash"} and place is not None and (place.isupper() or dated)


def _agency_like(words: str, place: str, *, glued: bool) -> bool:
    """Whether what stands behind the place is an agency rather than a region ("Karsa, VTA", not "LISBON, Portugal")."""
    if is_agency(words):
        return True
    bare = words.replace("-", "").replace(" ", "")
    region = words in _REGION_CAPITALS or words.upper() in NO_AGENCY or "." in words
    return bare.isupper() and 2 <= len(bare) <= 12 and not region and (glued or not place.isupper())


def _sound_agency(agency: str, group: str, place: str | None, mark: str) -> bool:
    """Whether the words in agency position can be an agency's name: known, or an abbreviation where one is due."""
    if is_agency(agency):
        return True
    if agency.upper() in NO_AGENCY or read_date(agency) or any(character.isdigit() for character in agency):
        return False
    words = agency.replace("/", " ").split()
    if not words or len(words) > 4 or not all(word[0].isupper() or word in _SMALL for word in words):
        return False
    if group in {"comma", "region", "slash"}:
        return agency.isupper() and len(agency) <= 12 and mark not in {":", "_"}
    # "The Financial Action Task Force (FATF) - ..." abbreviates the words before it.
    return not (place and not place.isupper() and len(words) == 1 and _abbreviates(agency, place))


def _abbreviates(short: str, words: str) -> bool:
    initials = "".join(word[0] for word in words.split() if word.lower() not in _SMALL).upper()
    return len(initials) > 1 and initials == short.upper().replace(".", "")


def _sound_place(place: str, region: str | None, agency: str | None, mark: str, *, dated: bool, spaced: bool) -> bool:
    words = place.replace("/", " ").split()
    if words[0].upper().strip(".") in NO_PLACE or not _is_name(place) or (region and not _is_name(region)):
        return False
    if words[0] in {"The", "A", "An", "In", "On", "At", "He", "She", "It"} and place.upper() != "THE HAGUE":
        return False
    if agency is not None:
        return mark != "_" or place.isupper()
    capitals = place.upper() == place and sum(character.isalpha() for character in place) > 2
    if dated:
        return mark != ":" or capitals
    if mark == "-" and not spaced:
        return False
    if mark == ":":
        return capitals and region is None and len(words) <= 3 and place not in NO_AGENCY
    return capitals


def _is_name(words: str) -> bool:
    return all(
        word[:1].isupper() or word.lower() in _SMALL or word.lower().startswith(("al-", "el-", "d'", "d’", "l'"))
        for word in words.replace("/", " ").split()
    )


def _cased(place: str) -> str:
    """The place cased as a name: MOSCOW becomes Moscow, St. PETERSBURG and Karsa stay names."""
    if place.endswith(".") and "." not in place[:-1]:
        place = place[:-1]
    return " ".join(_cased_word(word, first=index == 0) for index, word in enumerate(place.split()))


def _cased_word(word: str, *, first: bool) -> str:
    if not word.isupper() or "." in word.rstrip("."):
        return word
    if not first and word.lower() in _SMALL:
        return word.lower()
    return re.sub(r"[^\W\d_]+(?:[’'](?=S\b)[^\W\d_]+)?", lambda part: part[0].capitalize(), word)
