"""Occasions that no phrase names in words that we know: opened where the words of a sentence make one likely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.model import OCCASION_TYPES, OccasionType
from onrecord.read.occasions.drafting import take
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, Draft
from onrecord.read.occasions.people import is_body, is_person, speakers_of
from onrecord.read.occasions.phrases import Phrase
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.tellings import Setting, Telling, read_telling
from onrecord.read.occasions.told import SAID_THERE

# How likely a telling must be to open an occasion, in the first lines and elsewhere, and to overrule a phrase's type.
LEAST_AT_HEAD = 0.25
LEAST_IN_BODY = 0.6
LEAST_TO_OVERRULE = 0.6
# A phrase whose type is likelier than this is not overruled.
UNLIKELY = 0.1
_HEAD_LINES = 2
_NO_NAMES = frozenset({"the", "daily", "news", "of", "and", "ministry", "foreign", "affairs"})
_WHOLE: frozenset[OccasionType] = FACING_THE_PRESS | EVENTS
_WORD = re.compile(r"\w+")


def setting_of(scene: Scene, number: int) -> Setting:
    """What counts beside the words of a sentence."""
    outlet = frozenset(_WORD.findall((scene.report.outlet or "").lower())) - _NO_NAMES
    return Setting(
        head=scene.sentences[number].block != "body",
        lead=scene.sentences[number].line == _first_line(scene),
        release=scene.report.kind == "press_release",
        outlet=outlet,
    )


def _first_line(scene: Scene) -> int:
    return next((sentence.line for sentence in scene.sentences if sentence.block == "body"), 0)


def correct(scene: Scene, phrases: Sequence[tuple[int, Phrase]]) -> list[tuple[int, Phrase]]:
    """The phrases, the only one of its sentence with another type where its words speak clearly for that."""
    numbers = [number for number, _ in phrases]
    return [
        (number, _corrected(scene, number, phrase) if numbers.count(number) == 1 and not phrase.outlet else phrase)
        for number, phrase in phrases
    ]


def _corrected(scene: Scene, number: int, phrase: Phrase) -> Phrase:
    telling = _telling(scene, number)
    if telling is None or telling.type == phrase.type or {telling.type, phrase.type} <= FACING_THE_PRESS:
        return phrase
    own = telling.chances[OCCASION_TYPES.index(phrase.type)]
    likely = max(telling.chances) > LEAST_TO_OVERRULE and own < UNLIKELY
    return replace(phrase, type=telling.type) if likely else phrase


def _telling(scene: Scene, number: int) -> Telling | None:
    return read_telling(scene.narrative, scene.sentences[number].span, setting_of(scene, number))


def add_overlooked(scene: Scene, drafts: list[Draft], phrases: Sequence[tuple[int, Phrase]]) -> None:
    """Open the occasions of those who take part in none yet, where a sentence without a phrase tells one."""
    named = {number for number, _ in phrases}
    for number in range(len(scene.sentences)):
        if number not in named:
            _open(scene, drafts, number)
    drafts.sort(key=lambda draft: draft.evidence[0])


def _open(scene: Scene, drafts: list[Draft], number: int) -> None:
    here = [s for s in scene.in_sentence(number) if s.speaker and s.kind in SAID_THERE]
    names = [name for statement in here for name in speakers_of(statement)]
    head = scene.sentences[number].line < _first_line(scene) + _HEAD_LINES
    if not (here or head) or _take_part(drafts, names):
        return
    telling = _telling(scene, number)
    if telling is None:
        return
    at_head = head and telling.chance > LEAST_AT_HEAD and bool(here or telling.type in EVENTS)
    if not at_head and not (here and telling.chance > LEAST_IN_BODY):
        return
    before = len(drafts)
    take(scene, drafts, number, Phrase(telling.type, telling.span))
    if len(drafts) > before:
        drafts[-1].side = not at_head
        drafts[-1].main = at_head and telling.type in EVENTS


def _take_part(drafts: Sequence[Draft], names: Sequence[str]) -> bool:
    """Whether the speakers of a sentence have an occasion, or anybody where nobody speaks."""
    open_ones = [draft for draft in drafts if not draft.side]
    return any(draft.has(name) for draft in open_ones for name in names) if names else bool(open_ones)


def seat_release(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Seat the persons of a ministry's release who take part in nothing at the occasion that it opens with."""
    if scene.report.kind != "press_release":
        return
    lines = _first_line(scene) + _HEAD_LINES
    opening = [d for d in drafts if d.type in _WHOLE and not d.side and scene.line_of(d.evidence[0]) < lines]
    if len(opening) == 1:
        opening[0].add(list(_unseated(scene, drafts)))


def _unseated(scene: Scene, drafts: Sequence[Draft]) -> Iterator[str]:
    for name in scene.names:
        if is_person(name) and not is_body(name) and not any(draft.has(name) for draft in drafts):
            yield name
