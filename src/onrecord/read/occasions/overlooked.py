"""Occasions that no phrase names in words that we know: opened where the words of a sentence make one likely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import OccasionType
from onrecord.read.occasions.drafting import take
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, Draft
from onrecord.read.occasions.mentions import Setting
from onrecord.read.occasions.people import is_body, is_person, speakers_of
from onrecord.read.occasions.phrases import Phrase, in_quotes
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.tellings import Telling, likeliest, read_tellings
from onrecord.read.occasions.told import SAID_THERE

# How likely a telling must be to open an occasion: in the first lines of a release (.15 to .5 are the same there, above
# .5 meetings go missing) and elsewhere (.35 to .9: within four statements of each other on 2,000).
LEAST_OF_RELEASE = 0.25
LEAST = 0.8
_HEAD_LINES = 2
_NO_NAMES = frozenset({"the", "daily", "news", "of", "and", "ministry", "foreign", "affairs"})
_WHOLE: frozenset[OccasionType] = FACING_THE_PRESS | EVENTS
# One of these stands in every sentence that tells of facing the press, in small letters.
_PRESS_HINTS = ("press", "media", "report", "journalis", "camera", "news", "brief", "correspond", "question", "micro")
_WORD = re.compile(r"\w+")
# What every sentence of a report tells.
Told = Sequence[tuple[Telling, ...]]


def setting_of(scene: Scene, number: int) -> Setting:
    """What counts beside the words of a sentence."""
    sentence = scene.sentences[number]
    head, lead = sentence.block != "body", sentence.line == _first_line(scene)
    return Setting(head, lead, scene.report.kind == "press_release", *_names(scene))


def _names(scene: Scene) -> tuple[frozenset[str], frozenset[str]]:
    """The words of the report's outlet and of its persons."""
    outlet = frozenset(_WORD.findall((scene.report.outlet or "").lower())) - _NO_NAMES
    return outlet, frozenset(word for name in scene.names if is_person(name) for word in name.lower().split())


def tellings_of(scene: Scene) -> Told:
    """What the sentences tell in which somebody speaks or will, or which a report opens with."""
    first = _first_line(scene) + _HEAD_LINES
    numbers = [
        number
        for number, sentence in enumerate(scene.sentences)
        if scene.in_sentence(number) or scene.in_sentence(number + 1) or sentence.line < first or _faces(scene, number)
    ]
    names, release, lead = _names(scene), scene.report.kind == "press_release", _first_line(scene)
    spoken = [scene.sentences[number] for number in numbers]
    settings = [Setting(s.block != "body", s.line == lead, release, *names) for s in spoken]
    made = read_tellings(scene.narrative, [(s.span, own) for s, own in zip(spoken, settings, strict=True)])
    told: list[tuple[Telling, ...]] = [()] * len(scene.sentences)
    for number, tellings in zip(numbers, made, strict=True):
        told[number] = tellings
    return told


def _faces(scene: Scene, number: int) -> bool:
    """Whether a sentence names the press."""
    span = scene.sentences[number].span
    small = scene.narrative[span.start : span.end].lower()
    return any(map(small.__contains__, _PRESS_HINTS))


def _first_line(scene: Scene) -> int:
    return next((sentence.line for sentence in scene.sentences if sentence.block == "body"), 0)


def opening_phrases(scene: Scene, phrases: Sequence[tuple[int, Phrase]], told: Told) -> list[tuple[int, Phrase]]:
    """What the first lines of a ministry's release tell where no phrase names it: what the release is about."""
    if scene.report.kind != "press_release":
        return []
    named = {number for number, _ in phrases}
    found: list[tuple[int, Phrase]] = []
    for number, sentence in enumerate(scene.sentences):
        if sentence.line >= _first_line(scene) + _HEAD_LINES:
            break
        telling = _telling(scene, number, told) if number not in named and not _of_bodies(scene, number) else None
        if telling and telling.type in _WHOLE and telling.chance > LEAST_OF_RELEASE:
            found.append((number, Phrase(telling.type, telling.span)))
    return found


def _telling(scene: Scene, number: int, told: Told) -> Telling | None:
    span, telling = scene.sentences[number].span, likeliest(told[number])
    return telling if telling and not in_quotes(scene.narrative, span.start, telling.span.start) else None


def _of_bodies(scene: Scene, number: int) -> bool:
    """Whether somebody speaks in the sentence, and nobody who is a person."""
    names = [name for statement in scene.in_sentence(number) for name in speakers_of(statement)]
    return bool(names) and not any(is_person(name) and not is_body(name) for name in names)


def add_overlooked(scene: Scene, drafts: list[Draft], phrases: Sequence[tuple[int, Phrase]], told: Told) -> None:
    """Open the occasions of those who take part in none yet, where a sentence without a phrase tells one."""
    named = {number for number, _ in phrases}
    for number in range(len(scene.sentences)):
        if number not in named:
            _open(scene, drafts, number, told)
    drafts.sort(key=lambda draft: draft.evidence[0])


def _open(scene: Scene, drafts: list[Draft], number: int, told: Told) -> None:
    sentence = scene.sentences[number]
    here = [s for s in scene.in_sentence(number) if s.speaker and s.kind in SAID_THERE]
    names = [name for statement in here for name in speakers_of(statement)]
    head = sentence.line < _first_line(scene) + _HEAD_LINES
    if _take_part(drafts, names) if here else not _may_set_the_scene(scene, drafts, number):
        return
    telling = _telling(scene, number, told)
    if telling is None or (telling.type != "written statement" and _of_bodies(scene, number)):
        return
    if not here and not _is_scene_setting(drafts, telling, head=sentence.block != "body"):
        return
    if telling.chance < LEAST:
        return
    before = len(drafts)
    take(scene, drafts, number, Phrase(telling.type, telling.span))
    if len(drafts) == before:
        return
    draft = drafts[-1]
    draft.side = bool(here) and not head
    draft.main = head and telling.type in EVENTS
    if telling.type == "joint press conference":
        draft.add([name for met in drafts if met.type in EVENTS and not met.side for name in met.people])


def _take_part(drafts: Sequence[Draft], names: Sequence[str]) -> bool:
    """Whether a speaker of a sentence has an occasion."""
    return any(draft.has(name) for draft in drafts if not draft.side for name in names)


def _may_set_the_scene(scene: Scene, drafts: Sequence[Draft], number: int) -> bool:
    """A cheap look at a sentence in which nobody speaks: it is a headline, or names the press that nobody faces yet."""
    if any(draft.type in FACING_THE_PRESS and not draft.side for draft in drafts):
        return False
    return scene.sentences[number].block != "body" or _faces(scene, number)


def _is_scene_setting(drafts: Sequence[Draft], telling: Telling, *, head: bool) -> bool:
    """Whether a sentence in which nobody speaks may open an occasion: "The two leaders then met the press"."""
    open_ones = {draft.type for draft in drafts if not draft.side}
    return not open_ones & FACING_THE_PRESS if telling.type in FACING_THE_PRESS else head and not open_ones


def seat_release(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Seat the persons of a ministry's release who take part in nothing at the occasion that it opens with."""
    if scene.report.kind != "press_release":
        return
    lines = _first_line(scene) + _HEAD_LINES
    opening = [d for d in drafts if d.type in _WHOLE and not d.side and scene.line_of(d.evidence[0]) < lines]
    if len(opening) == 1:
        opening[0].add(list(_unseated(scene, drafts)))
        opening[0].main = opening[0].main or opening[0].type in EVENTS


def _unseated(scene: Scene, drafts: Sequence[Draft]) -> Iterator[str]:
    for name in scene.names:
        if is_person(name) and not is_body(name) and not any(draft.has(name) for draft in drafts):
            yield name
