"""Sections of a release under a heading that names their occasion: "Meeting with ...", "Remarks to the media"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.model import OccasionType, Span, Statement
from onrecord.read.occasions.drafts import FACING_THE_PRESS, Draft
from onrecord.read.occasions.people import is_person, speakers_of
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.told import SAID_THERE

_OPENS = r"(?:the\s+)?(?:(?:bilateral|trilateral|working|introductory|courtesy|joint|closing|opening|short)\s+)?"
_WITH = r"(?:\s*$|:|\s+(?:with|between|to|of|by|at|before|on)\b)"
_NAMES: tuple[tuple[OccasionType, str], ...] = (
    ("joint press conference", r"joint\s+(?:press|news|media)\s+(?:conference|availability|briefing)"),
    ("press conference", r"(?:press|news)\s+conference|press\s+availability"),
    (
        "briefing",
        r"(?:press|media)\s+briefing|briefing|(?:remarks|statements?|comments)\s+to\s+(?:the\s+)?(?:press|media|reporters)",
    ),
    ("phone call", r"(?:tele)?phone\s+(?:call|conversation|talks?)|video\s*(?:call|conference)|call\s+with"),
    ("meeting", r"meeting|talks|consultations|negotiations|working\s+(?:lunch|dinner|breakfast)"),
    ("interview", r"interview"),
    ("speech", r"speech|keynote(?:\s+address)?|address"),
)
_HEADINGS = tuple((kind, re.compile(rf"{_OPENS}(?:{words}){_WITH}", re.IGNORECASE)) for kind, words in _NAMES)


@dataclass(frozen=True, slots=True)
class Section:
    """The sentences from `first` up to `end`, under the heading that names the type."""

    type: OccasionType
    heading: Span
    first: int
    end: int


def read_sections(scene: Scene) -> tuple[Section, ...]:
    """The sections whose heading names an occasion, when a report has two such at least: one is a subtitle."""
    heads = [n for n, s in enumerate(scene.sentences) if s.block == "subhead"]
    ends = [*heads, len(scene.sentences)][1:]
    found: list[Section] = []
    for number, end in zip(heads, ends, strict=True):
        kind = _named(scene, number)
        if kind and end > number + 1:
            found.append(Section(kind, scene.sentences[number].span, number + 1, end))
    return tuple(found) if len(found) > 1 else ()


def _named(scene: Scene, number: int) -> OccasionType | None:
    span = scene.sentences[number].span
    return next((kind for kind, words in _HEADINGS if words.match(scene.report.text, span.start, span.end)), None)


def place_sections(scene: Scene, drafts: list[Draft]) -> Iterator[tuple[str, int]]:
    """The statements of each section with the number of its draft, which is opened unless the section has one."""
    for section in read_sections(scene):
        span = Span(section.heading.start, scene.sentences[section.end - 1].span.end)
        here = [s for s in scene.statements if section.first <= scene.places[s.id] < section.end]
        said = [s for s in here if s.kind in SAID_THERE and _may_speak(section, s)]
        if not said:
            continue
        draft = next((d for d in drafts if _is_its_own(d, section.type, span)), None)
        if draft is None:
            draft = Draft(section.type, [section.heading], main=True)
            drafts.append(draft)
        draft.side = False
        draft.add([name for statement in said for name in speakers_of(statement)])
        number = next(n for n, d in enumerate(drafts) if d is draft)
        yield from ((statement.id, number) for statement in said)


def _is_its_own(draft: Draft, kind: OccasionType, span: Span) -> bool:
    alike = draft.type == kind or {draft.type, kind} <= FACING_THE_PRESS
    return alike and all(span.contains(words) for words in draft.evidence)


def _may_speak(section: Section, statement: Statement) -> bool:
    """Whether persons, or nobody named, said it: a capital or a paper faces no press."""
    names = speakers_of(statement)
    return section.type not in FACING_THE_PRESS or not names or any(map(is_person, names))
