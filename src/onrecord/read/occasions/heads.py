"""Reports that are one occasion as a whole: an interview, a statement put on paper, a transcript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import OccasionType, Span
from onrecord.read.occasions.drafts import EVENTS, Draft
from onrecord.read.occasions.people import speakers_of
from onrecord.read.occasions.phrases import Phrase, find_phrases
from onrecord.read.occasions.scene import Scene

_INTERVIEW = re.compile(r"Interview(?:ed)?\s+by\s+(?P<name>[A-Z][\w’'-]*(?:[ ][A-Z][\w’'-]*){0,3})")
_WE_MET = re.compile(r"\b(?:[Ww]e|I)\s+(?:met|meet|spoke|speak|sat|talked)\b")
_OFFICE = re.compile(
    r"\b(?:service|office|ministry|administration|secretariat|cabinet|Kremlin|agency|presidency|readout|spokes\w+)\b",
    re.IGNORECASE,
)
_ON_PAPER = re.compile(
    r"\b(?:Joint\s+)?(?:Press\s+)?(?:Statement|Communiqué|Declaration)\s+(?:by|of|on|from|following|regarding)\b",
    re.IGNORECASE,
)
_TITLES: tuple[tuple[OccasionType, re.Pattern[str]], ...] = (
    ("joint press conference", re.compile(r"\bjoint\s+(?:press|news|media)\s+\w+", re.IGNORECASE)),
    ("press conference", re.compile(r"\b(?:press|news|media)\s+(?:conference|availability)", re.IGNORECASE)),
    ("briefing", re.compile(r"\bbriefing\b", re.IGNORECASE)),
    ("interview", re.compile(r"\binterview\b", re.IGNORECASE)),
    ("speech", re.compile(r"\b(?:speech|address|remarks)\b", re.IGNORECASE)),
)


def default_draft(scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """The occasion of everybody who takes part in no other one, when the report as a whole is one."""
    if scene.report.kind == "transcript":
        return _titled(scene, drafts) or (drafts[0] if len(drafts) == 1 else None)
    found = _interview(scene)
    if found or scene.report.kind != "press_release":
        return found
    return _paper(scene) or (None if drafts else _titled(scene, drafts))


def own_release(scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    """The release itself, where the office that issues it speaks in its own name ("The Ministry wishes to clarify")."""
    outlet = (scene.report.outlet or "").casefold()
    if scene.report.kind != "press_release" or not outlet or any(draft.has(outlet) for draft in drafts):
        return None
    own = [s for s in scene.statements if s.cue and s.speaker and s.speaker.name.casefold() == outlet]
    cue = own[0].cue if own else None
    return Draft("written statement", [cue], [scene.report.outlet or ""], side=True, whole=True) if cue else None


def told_by_offices(scene: Scene) -> list[tuple[int, Phrase]]:
    """Calls and meetings that an office reports ("X held a telephone conversation with Y, the press service said")."""
    offices = [s for s in scene.statements if s.form != "direct" and _OFFICE.search(scene.source(s))]
    return [
        (scene.places[statement.id], replace(phrase, told=True))
        for statement in offices
        for span in statement.content
        for phrase in find_phrases(scene.report.text, span)
        if phrase.type in EVENTS
    ]


def _interview(scene: Scene) -> Draft | None:
    match = _INTERVIEW.search(scene.report.text)
    voices = Counter(name for statement in scene.statements for name in speakers_of(statement))
    if match is None or not voices:
        return None
    main = next((name for name, _ in voices.most_common() if name != match["name"]), match["name"])
    met = _WE_MET.search(scene.narrative, match.end())
    return Draft(
        "interview", [Span(*found.span()) for found in (match, met) if found], [main], interviewer=match["name"]
    )


def _paper(scene: Scene) -> Draft | None:
    for sentence in scene.sentences:
        if sentence.block == "headline":
            match = _ON_PAPER.search(scene.narrative, sentence.span.start, sentence.span.end)
            if match:
                return Draft("written statement", [Span(*match.span())], whole=True)
    return None


def _titled(scene: Scene, drafts: Sequence[Draft]) -> Draft | None:
    for sentence in scene.sentences:
        for kind, pattern in _TITLES:
            match = pattern.search(scene.report.text, sentence.span.start, sentence.span.end)
            if match and sentence.block != "body":
                evidence = Span(*match.span())
                here = [d for d in drafts if d.type == kind and any(evidence.overlaps(span) for span in d.evidence)]
                return here[0] if here else Draft(kind, [evidence])
    return None
