"""A reader of one sentence pattern, so that the commands can be tested without the model.

Run as a script it is the real command line with these rooms in it: `python fake_rooms.py add FOLDER`.
"""

from __future__ import annotations

import re
import sys

from onrecord.cli.rooms import Rooms
from onrecord.errors import NotText, WeightsError
from onrecord.model import (
    Block,
    Occasion,
    Participant,
    Reading,
    Report,
    Source,
    Span,
    Speaker,
    Statement,
    actor_id,
    statement_id,
)

SAID = re.compile(r"(?P<who>[A-Z]\w+ [A-Z]\w+) (?P<cue>said|warned) (?P<what>[^.]+)\.")


def clean(source: Source) -> Report:
    if b"\x00" in source.data:
        raise NotText(f"{source.location} is no text", "Convert it to text first.")
    if b"CRASH" in source.data:
        raise RuntimeError("the cleaner broke")
    text = source.data.decode("utf-8", "replace").removeprefix("\ufeff")
    head = text.splitlines()[0]
    blocks = (Block("headline", Span(0, len(head))), Block("body", Span(0, len(text))))
    return Report(text, source.sha256, source.location, blocks, title=head, outlet="The Norvel Courier")


class FakeReader:
    def __init__(self, run: str = "fake-1") -> None:
        self.run = run

    def read(self, report: Report) -> Reading:
        occasion = Occasion("oc-1", "briefing", "Karsa", (Participant("Ilan Torve", "speaker"),))
        statements = []
        for match in SAID.finditer(report.text):
            cue, content = Span(*match.span("cue")), (Span(*match.span("what")),)
            name = match["who"]
            statements.append(
                Statement(
                    statement_id(report.id, cue, content),
                    content,
                    Span(*match.span("who")),
                    cue,
                    speaker=Speaker(actor_id(name), name, 0.9, "Minister"),
                    occasion=occasion.id,
                    confidence=0.8,
                )
            )
        return Reading(report, tuple(statements), (occasion,) if statements else (), self.run)


def no_weights() -> FakeReader:
    raise WeightsError("the model file is missing", "Install Onrecord again.")


def rooms(run: str = "fake-1") -> Rooms:
    return Rooms(clean, lambda: FakeReader(run))


if __name__ == "__main__":
    from onrecord.cli import run

    sys.exit(run(sys.argv[1:], rooms()))
