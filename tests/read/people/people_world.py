"""Small invented reports: `<s1 He> said <q1 that it went well>` marks the source and the content of statement 1."""

from __future__ import annotations

import re

from onrecord.model import Block, BlockKind, Report, Span, Statement
from onrecord.read.people import resolve_speakers

_MARK = re.compile(r"<([scq])(\d+)(?:in(\d+))? |>")


def world(
    marked: str, *, headline: str = "", byline: str | None = None, residue: str = ""
) -> tuple[Report, list[Statement]]:
    """The report and its statements without speakers; contents in quotation marks are direct."""
    text = headline + "\n" if headline else ""
    spans: dict[str, dict[str, Span]] = {}
    outer: dict[str, str] = {}
    stack: list[tuple[str, str, int]] = []
    position, start = 0, len(text)
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        position = mark.end()
        if mark.group() == ">":
            role, number, begun = stack.pop()
            spans.setdefault(number, {})[role] = Span(begun, len(text))
        else:
            stack.append((mark[1], mark[2], len(text)))
            if mark[3]:
                outer[mark[2]] = mark[3]
    text += marked[position:]
    blocks = [Block("headline", Span(0, start - 1))] if headline else []
    blocks.append(Block("body", Span(start, len(text))))
    if residue:
        kind: BlockKind = "teaser"
        blocks.append(Block(kind, Span(len(text) + 1, len(text) + 1 + len(residue))))
        text += "\n" + residue
    statements = [
        Statement(
            id=number,
            content=(roles["q"],),
            source=roles.get("s"),
            cue=roles.get("c"),
            form="direct" if roles["q"].of(text)[0] in "“\"'" else "indirect",
            nested_in=outer.get(number),
        )
        for number, roles in spans.items()
    ]
    return Report(text, "", "invented.txt", tuple(blocks), byline=byline), statements


def speakers(marked: str, *, headline: str = "", byline: str | None = None, residue: str = "") -> list[str | None]:
    """The names that the statements get, by their numbers."""
    report, statements = world(marked, headline=headline, byline=byline, residue=residue)
    answered = resolve_speakers(report, statements)
    ordered = sorted(answered, key=lambda statement: int(statement.id))
    return [statement.speaker.name if statement.speaker else None for statement in ordered]
