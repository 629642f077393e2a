"""Reading the files that declare outlets; a broken one is told with its file, its field and what to do."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Final

from onrecord.clean.address import registrable_domain
from onrecord.clean.declared.outlet import RULE_LABELS, Declared, Outlet, Rule, table_of
from onrecord.errors import DeclarationError

FOLDER: Final = Path(__file__).parent / "outlets"
# A pattern for one line of at most 200 characters; what is longer was meant for a whole page.
MAX_PATTERN: Final = 500

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_FIELDS: Final = frozenset({"id", "names", "domains", "credits", "dateline", "rules"})
_RULE_FIELDS: Final = frozenset({"label", "line", "pattern", "from", "until"})


def declared_outlets(folder: Path | None = None) -> Declared:
    """The outlets that Onrecord brings along, and those of a folder of one's own, which win where an id is the same.

    Each folder is read once in a process. Raises `DeclarationError` for a folder that is not there and for a broken
    file.
    """
    return _loaded(folder.resolve() if folder else None)


@lru_cache(maxsize=8)
def _loaded(folder: Path | None) -> Declared:
    found: dict[str, Outlet] = {}
    digest = hashlib.sha256()
    for place in [FOLDER, *([folder] if folder else [])]:
        for outlet, data in _read(place).values():
            found[outlet.id] = outlet
            digest.update(data)
    return table_of(found.values(), digest.hexdigest())


def load_outlet(data: bytes, path: Path) -> Outlet:
    """The outlet that a file declares. Raises `DeclarationError`."""
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8"))
    except ValueError as error:  # no TOML, or no UTF-8
        raise DeclarationError(
            f"{path} is no TOML: {error}", "Mend that line; docs/outlets.md has an example."
        ) from None
    return _File(path).outlet(table)


def _read(folder: Path) -> dict[str, tuple[Outlet, bytes]]:
    if not folder.is_dir():
        raise DeclarationError(f"No folder of outlets at {folder}", "Name a folder that holds one TOML file an outlet.")
    found: dict[str, tuple[Outlet, bytes]] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            data = path.read_bytes()
        except OSError as error:
            raise DeclarationError(
                f"{path} cannot be read: {error.strerror}", "Make it readable, or move it."
            ) from None
        outlet = load_outlet(data, path)
        if outlet.id in found:
            raise DeclarationError(f"{path}: id: {outlet.id} is declared twice", "Give each outlet an id of its own.")
        found[outlet.id] = outlet, data
    return found


class _File:
    """One file, so that each error can name it."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def error(self, where: str, problem: str, next_step: str) -> DeclarationError:
        return DeclarationError(f"{self.path}: {where}: {problem}", next_step)

    def outlet(self, table: Mapping[str, object]) -> Outlet:
        self._known(table, _FIELDS, "")
        name = self._words(table, "id", "id")
        if not name or not _ID.fullmatch(name):
            raise self.error("id", "missing, or more than small letters, digits and hyphens", 'Write id = "courier".')
        names = self._list(table, "names")
        if not names:
            raise self.error("names", "missing", 'Write names = ["The Courier"], the name for reports first.')
        rules = table.get("rules", [])
        if not isinstance(rules, list) or not all(isinstance(rule, dict) for rule in rules):
            raise self.error("rules", "no list of tables", "Open each rule with a line [[rules]].")
        return Outlet(
            name,
            names,
            tuple(map(self._domain, self._list(table, "domains"))),
            self._list(table, "credits"),
            self._words(table, "dateline", "dateline"),
            tuple(self._rule(rule, f"rules[{number}]") for number, rule in enumerate(rules, 1)),
        )

    def _rule(self, table: Mapping[str, object], where: str) -> Rule:
        self._known(table, _RULE_FIELDS, f"{where}.")
        label = self._words(table, "label", f"{where}.label")
        if label not in RULE_LABELS:
            raise self.error(f"{where}.label", f"{label!r} is no label", f"Use one of {', '.join(RULE_LABELS)}.")
        first, last = self._day(table, "from", where), self._day(table, "until", where)
        if first and last and last < first:
            raise self.error(f"{where}.until", f"{last} is before {first}", "Put the earlier day in `from`.")
        return Rule(label, self._pattern(table, where), first, last)

    def _pattern(self, table: Mapping[str, object], where: str) -> re.Pattern[str]:
        line, pattern = self._words(table, "line", f"{where}.line"), self._words(table, "pattern", f"{where}.pattern")
        if (line is None) == (pattern is None):
            raise self.error(
                where, "needs a line or a pattern, and not both", "Write the line as the outlet prints it."
            )
        if line is not None:
            return re.compile(re.escape(" ".join(line.split())).replace(r"\ ", r"\s+"))
        assert pattern is not None
        if len(pattern) > MAX_PATTERN:
            raise self.error(f"{where}.pattern", f"over {MAX_PATTERN} characters", "Split it into several rules.")
        try:
            compiled = re.compile(pattern)
        except (re.error, RecursionError, OverflowError) as error:
            raise self.error(f"{where}.pattern", f"no regular expression: {error}", "Mend it, or use `line`.") from None
        if compiled.fullmatch(""):
            raise self.error(f"{where}.pattern", "matches an empty line", "Put words into it that the outlet prints.")
        return compiled

    def _domain(self, written: str) -> str:
        domain = written.strip().lower()
        if self.path.parent == FOLDER:
            return domain  # a test looks at ours: the list of suffixes takes 70 ms to load, and plain text needs none
        registered = registrable_domain(f"https://{domain}")
        if registered != domain:
            advice = f"Write {registered}." if registered else 'Write it like "courier.example".'
            raise self.error("domains", f"{written} is no registrable domain", advice)
        return domain

    def _day(self, table: Mapping[str, object], field: str, where: str) -> date | None:
        day = table.get(field)
        if day is None or (isinstance(day, date) and not isinstance(day, datetime)):
            return day
        raise self.error(f"{where}.{field}", "no day", f"Write {field} = 2031-03-04, without quotation marks.")

    def _list(self, table: Mapping[str, object], field: str) -> tuple[str, ...]:
        words = table.get(field, [])
        if not isinstance(words, list) or not all(isinstance(word, str) and word.strip() for word in words):
            raise self.error(field, "no list of words", f'Write {field} = ["one", "another"].')
        return tuple(words)

    def _words(self, table: Mapping[str, object], field: str, where: str) -> str | None:
        words = table.get(field)
        if words is not None and (not isinstance(words, str) or not words.strip()):
            raise self.error(where, "no words", f'Write {field} = "..." in quotation marks.')
        return words

    def _known(self, table: Mapping[str, object], fields: frozenset[str], where: str) -> None:
        for field in table:
            if field not in fields:
                known = ", ".join(sorted(fields))
                raise self.error(f"{where}{field}", "no such field", f"Take it out; fields are {known}.")
