"""Hearings, council meetings, panels and debates: several have the floor in turn, and it is one meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.model import Span, Statement
from onrecord.read.occasions.drafts import Draft
from onrecord.read.occasions.people import is_body, is_person, speakers_of
from onrecord.read.occasions.phrases import Phrase, in_quotes
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.told import SAID_THERE
from onrecord.read.occasions.wording import FUTURE

_LEAD = r"(?:the|an?|his|her|its|this|that|[\w-]+['’]s?)\s+"
_ADJECTIVES = r"(?:(?!(?:of|to|in|on|at|by|with|that|which|and)\b)[\w’'-]+\s+){0,4}?"
# A session of parliament is a speech to it: there one speaks at length, here several take turns.
_FLOOR = re.compile(
    rf"\b{_LEAD}{_ADJECTIVES}(?:(?:council|committee|board|commission|public|parish|town|community|residents['’]|shareholders['’])"
    r"\s+meeting|(?:committee|panel|public)\s+hearing|(?:(?:morning|afternoon|evening|opening|closing|first|second|final|expert)\s+panel|panel\s+(?:discussion|debate))|round\s*table|"
    r"(?:televised|candidates['’]|leaders['’]|election|campaign|radio|tv)\s+debate|podium\s+discussion)\b(?!['’-])|"
    r"\b(?:in|during|at)\s+(?:that|the|this|their|[\w-]+['’]s)\s+(?:[\w-]+\s+)?debate\b(?!['’-])|"
    r"\b(?:briefed|told|addressed|informed)\s+the\s+(?:Security\s+)?Council\b|\bthe\s+floor\s+was\s+(?:opened|given)\b|"
    rf"\b(?:before|told|tells|addressing|faced|deposing\s+before|from)\s+(?:{_LEAD})?{_ADJECTIVES}(?:committee|panel)\b(?!['’-])",
    re.IGNORECASE,
)
_HINTS = ("meeting", "hearing", "panel", "table", "debate", "discussion", "committee", "council", "floor")
# How many lines without words of anybody may lie between two speakers.
_GAP = 1
# Fewer speakers make no debate.
_SEVERAL = 2
# A speaker whom the report does not name.
_SOMEBODY = ""


@dataclass(frozen=True, slots=True)
class Turns:
    """The meeting at which several had the floor, and what was said there by those whom the report does not name."""

    meeting: Draft
    unnamed: tuple[str, ...]


def open_floor(scene: Scene, drafts: list[Draft], phrases: Sequence[tuple[int, Phrase]]) -> Turns | None:
    """Make one meeting of what several say in turn at a hearing, a council meeting, a panel or a debate."""
    told = list(_told(scene))
    apart = {number for number, phrase in phrases if phrase.type != "speech" and phrase.type != "meeting"}
    for number, _ in told:
        said = _take_turns(scene, number, apart)
        speakers = _voices(said)
        if len(speakers) < _SEVERAL or not any(speakers):
            continue
        evidence = [words for at, words in told if at >= number]
        held = _merge(scene, drafts, [name for name in speakers if name], evidence)
        return Turns(held, tuple(s.id for s in said if s.speaker is None and s.source))
    return None


def place_turns(drafts: Sequence[Draft], turns: Turns | None) -> dict[str, int]:
    """The statements of nobody named that were made in turn with the others, with the number of the meeting."""
    number = next((n for n, draft in enumerate(drafts) if turns and draft is turns.meeting), None)
    return dict.fromkeys(turns.unnamed, number) if turns and number is not None else {}


def _voices(said: Sequence[Statement]) -> list[str]:
    named = [n for s in said for n in speakers_of(s) if is_person(n) and not is_body(n)]
    return list(dict.fromkeys([*named, *(_SOMEBODY for s in said if s.speaker is None and s.source)]))


def _told(scene: Scene) -> Iterator[tuple[int, Span]]:
    """The sentences of the body that tell of such a meeting as held."""
    for number, sentence in enumerate(scene.sentences):
        span = sentence.span
        small = scene.narrative[span.start : span.end].lower()
        if sentence.block != "body" or not any(map(small.__contains__, _HINTS)):
            continue
        for match in _FLOOR.finditer(scene.narrative, span.start, span.end):
            ahead = FUTURE.search(scene.narrative, span.start, match.start())
            if not ahead and not in_quotes(scene.narrative, span.start, match.start()):
                yield number, Span(*match.span())
                break


def _take_turns(scene: Scene, number: int, apart: set[int]) -> list[Statement]:
    """What is said from a sentence on, line by line, until a line tells of something else or nobody speaks."""
    found: list[Statement] = []
    last = scene.sentences[number].line
    for at in range(number, len(scene.sentences)):
        sentence = scene.sentences[at]
        if sentence.line - last > _GAP + 1:
            break
        here = [s for s in scene.in_sentence(at) if s.kind in SAID_THERE]
        if at in apart:
            if sentence.line != scene.sentences[number].line:
                break
            continue
        if here:
            last = sentence.line
        found += here
    return found


def _merge(scene: Scene, drafts: list[Draft], speakers: Sequence[str], evidence: Sequence[Span]) -> Draft:
    """Put the meeting in the place of the speeches that its speakers were read to hold."""
    around = {scene.around(span) for span in evidence}
    lines = [scene.line_of(span) for span in evidence]
    replaced = [
        draft
        for draft in drafts
        if draft.type in ("speech", "meeting")
        and not draft.main
        and (
            any(scene.around(span) in around for span in draft.evidence)
            or (any(map(draft.has, speakers)) and min(scene.line_of(s) for s in draft.evidence) >= lines[0])
        )
    ]
    spans = sorted({*evidence, *(span for draft in replaced for span in draft.evidence)})
    for draft in replaced:
        drafts.remove(draft)
    held = Draft("meeting", spans, list(speakers), main=all(draft.side for draft in drafts))
    for draft in replaced:
        held.add(draft.people)
    drafts.append(held)
    drafts.sort(key=lambda draft: draft.evidence[0])
    return held
