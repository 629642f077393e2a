"""A small invented world of gold: marked texts, predictions, and a reader that we know the faults of."""

from __future__ import annotations

import json
import re
from pathlib import Path

from onrecord.cli.rooms import Rooms
from onrecord.evaluate import Answer, Article, Attribution
from onrecord.evaluate.tokens import cut_tokens
from onrecord.model import Block, Reading, Report, Source, Span, Speaker, Statement

HEADER = """---
kind: article
outlet: The Norvel Courier
occasions:
  - {id: call, type: phone call, place: Karsa, when: {grain: weekday, weekday: Tuesday, basis: text}, participants: []}
statements:
  1: {speaker: Ilan Torve, form: indirect, kind: statement, act: state, occasion: call}
  2: {speaker: Dara Velm, form: indirect, kind: belief, act: praise, occasion: null, nested_in: 1}
  3: {speaker: Dara Velm, form: direct, kind: decree, act: demand, occasion: null}
---
"""
TEXT = """⟦headline|The Karsa Talks⟧

⟦s1|Ilan Torve⟧ ⟦c1|said⟧ ⟦q1|that ⟦s2|Dara Velm⟧ ⟦c2|likes⟧ ⟦q2|the open border⟧⟧.

⟦q3|“Open the bridge,”⟧ ⟦s3|she⟧ ⟦c3|ordered⟧.

⟦teaser|Rusan Mereth said the mills stand still.⟧
"""


def write_marked(folder: Path, *names: str, text: str = TEXT, header: str = HEADER) -> Path:
    """A folder of `.gold` files, all with the same report."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or ("karsa",):
        (folder / f"{name}.gold").write_text(header + text, encoding="utf-8")
    return folder


def find(text: str, words: str) -> Span:
    """Where the words stand in the text."""
    start = text.index(words)
    return Span(start, start + len(words))


def article(text: str, *attributions: Attribution, name: str = "karsa", residue: tuple[Span, ...] = ()) -> Article:
    """Gold of one text."""
    return Article(name, text, attributions, cut_tokens(text), residue)


def answer(*attributions: Attribution, name: str = "karsa", broken: int = 0) -> Answer:
    """What a reader says of it."""
    return Answer(name, attributions, broken=broken)


def prediction(name: str, *statements: dict[str, object]) -> str:
    """One line of predictions with the keys that the contract asks for."""
    return json.dumps({"report": {"path": f"in/{name}.txt"}, "statements": statements, "occasions": [], "run": "run-1"})


SAID = re.compile(r"(?P<who>[A-Z]\w+ [A-Z]\w+) (?P<cue>said) (?P<what>[^.]+)\.")


class SaidReader:
    """Knows `Name Name said ...` only, and reads residue as well."""

    run = "said-1"

    def read(self, report: Report) -> Reading:
        statements = tuple(
            Statement(
                str(match.start()),
                (Span(*match.span("what")),),
                Span(*match.span("who")),
                Span(*match.span("cue")),
                speaker=Speaker("ac-1", match["who"], 0.9),
            )
            for match in SAID.finditer(report.text)
        )
        return Reading(report, statements, (), self.run)


def clean(source: Source) -> Report:
    """The text as one body block."""
    text = source.data.decode("utf-8")
    return Report(text, source.sha256, source.location, (Block("body", Span(0, len(text))),))


def said_rooms() -> Rooms:
    """The command's rooms with that reader."""
    return Rooms(clean, SaidReader)
