"""Readouts: reports of a meeting or call from which everything said in them comes, told by one of its sides."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.read.occasions.agreements import is_mutual
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, Draft
from onrecord.read.occasions.guests import as_partner, may_join
from onrecord.read.occasions.people import is_body, is_person, named_in, speakers_of
from onrecord.read.occasions.scene import Scene

_ROLE = (
    r"minister|president|premier|chancellor|king|queen|emir|sultan|secretary|envoy|ambassador|speaker|chief|head|director|"
    r"chair(?:man|woman)?|commissioner|governor|mayor|leader|representative|coordinator|mediator"
)
# "Met with the Speaker of the Parliament of Velm": an office, whose holder the report names elsewhere.
_OFFICE = re.compile(rf"\b(?:with|received|hosted|welcomed|by)\s[^.;\x00]{{0,60}}?\b(?P<role>{_ROLE})\b", re.IGNORECASE)
_HELD_BY = 40


def seat_readout(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Mark the meeting or call that the report reads out, and seat those who speak at it.

    A report is a readout when it tells of a meeting or call, of nobody facing the press, and of what the two sides did
    together; there the sides need not be named in the sentence that tells of the meeting.
    """
    drafts = [draft for draft in drafts if not draft.side]
    events = [draft for draft in drafts if draft.type in EVENTS]
    if len(events) != 1 or any(draft.type in FACING_THE_PRESS for draft in drafts):
        return
    if scene.report.kind != "press_release" and not any(is_mutual(scene, s) for s in scene.statements):
        return
    event = events[0]
    event.main = True
    first = next((name for s in scene.statements for name in speakers_of(s) if _a_person(name)), None)
    if first and not any(draft.has(first) for draft in drafts):
        event.add([first])
    free = [
        name for name in scene.names if not any(draft.has(name) for draft in drafts) and may_join(scene, drafts, name)
    ]
    event.add([name for name in free if as_partner(scene, name) or _holds_office(scene, event, name)])


def _a_person(name: str) -> bool:
    return is_person(name) and not is_body(name)


def _holds_office(scene: Scene, event: Draft, name: str) -> bool:
    """Whether the office with which they met stands before the name somewhere ("Speaker Dara Velm")."""
    for span in event.evidence:
        around = scene.around(span)
        for match in _OFFICE.finditer(scene.narrative, around.start, around.end):
            for sentence in scene.sentences:
                for at, _ in named_in(scene.report.text, sentence.span, [name]):
                    before = scene.report.text[max(sentence.span.start, at - _HELD_BY) : at]
                    if re.search(rf"\b{match['role']}\b[^.;]*$", before, re.IGNORECASE):
                        return True
    return False
