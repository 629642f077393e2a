"""The occasions that a report may tell: those that rules find, and those that the words of a sentence make likely."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from onrecord.model import Statement
from onrecord.read.occasions import wording
from onrecord.read.occasions.agreements import place_agreements
from onrecord.read.occasions.attach import attach
from onrecord.read.occasions.drafting import gather, told_in_passing
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, Candidate, Draft
from onrecord.read.occasions.floor import Turns, open_floor, place_turns
from onrecord.read.occasions.guests import seat_guests
from onrecord.read.occasions.heads import default_draft, own_release, told_by_offices
from onrecord.read.occasions.outlets import told_to_papers, told_to_us
from onrecord.read.occasions.overlooked import Told, add_overlooked, opening_phrases, seat_release, tellings_of
from onrecord.read.occasions.people import speakers_of
from onrecord.read.occasions.phrases import Phrase, find_phrases, in_quotes
from onrecord.read.occasions.questions import QUESTION
from onrecord.read.occasions.readouts import seat_readout
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.seats import find_speaking, seat_beside
from onrecord.read.occasions.sections import place_sections
from onrecord.read.occasions.sentences import sentence_at
from onrecord.read.occasions.tellings import LEAST, TYPES
from onrecord.read.occasions.visits import visited

# No report names occasions so often; a page that does is no report.
MOST_PHRASES = 400
_ASKED = re.compile(r"Asked\b")
_BY_PHONE = re.compile(r"(?:by|over|on|via)\b")
# No more occasions of a report are weighed, the likeliest first.
MOST_CANDIDATES = 40


def candidates_of(scene: Scene) -> tuple[list[Candidate], dict[str, int], dict[str, int]]:
    """The candidates, what the rules would choose for each statement by id, and what is surely theirs."""
    told = tellings_of(scene)
    drafts, default, turns = _drafts(scene, told)
    fixed = place_turns(drafts, turns) | place_agreements(scene, drafts) | dict(place_sections(scene, drafts))
    ruled = attach(scene, drafts, default, fixed)
    # A report that is one occasion as a whole leaves nothing to weigh.
    fixed |= {statement: number for statement, number in ruled.items() if drafts[number].whole or number == default}
    fixed |= _surely(scene, drafts, ruled)
    chances = [_chance(scene, draft, told) for draft in drafts]
    learned = _learned(scene, drafts, told)
    return [*map(Candidate, drafts, chances), *learned], ruled, fixed


def _surely(scene: Scene, drafts: Sequence[Draft], ruled: Mapping[str, int]) -> dict[str, int]:
    """What leaves nothing to weigh: questions and answers at a press conference, and the words of several who meet."""
    return {
        statement.id: number
        for statement in scene.statements
        if (number := ruled.get(statement.id)) is not None
        and (_is_answered(scene, drafts[number], statement) or _is_shared(drafts[number], statement))
    }


def _is_answered(scene: Scene, draft: Draft, statement: Statement) -> bool:
    """ "Asked about this, she replied", "Quizzed by the Lantern, he said"."""
    if draft.type != "interview" and draft.type not in FACING_THE_PRESS:
        return False
    asked = _ASKED.match(scene.narrative, scene.sentence_of(statement).span.start)
    return bool(asked) or QUESTION.search(scene.cue(statement)) is not None


def _is_shared(draft: Draft, statement: Statement) -> bool:
    """Whether the words may be of several who face the press together: "Torve and Velm: ...", "The three say ..."."""
    return draft.type == "joint press conference" and len(speakers_of(statement)) != 1


def _is_told_by(draft: Draft, meeting: Draft) -> bool:
    """Whether it is a meeting told by the same words."""
    return draft.type == meeting.type and any(
        one.overlaps(other) for one in draft.evidence for other in meeting.evidence
    )


def _chance(scene: Scene, draft: Draft, told: Told) -> float:
    """How likely the sentences with the draft's words tell an occasion of its type."""
    kind = TYPES.index(draft.type)
    own = (told[sentence_at(scene.sentences, span.start)] for span in draft.evidence)
    return max((tellings[0].chances[kind] for tellings in own if tellings), default=0.0)


def _learned(scene: Scene, drafts: Sequence[Draft], told: Told) -> list[Candidate]:
    """Occasions beside those of the rules; one of a type and a speaker is one."""
    made: list[Candidate] = []
    for number, phrase, chance in sorted(_phrases(scene, drafts, told), key=lambda item: -item[2])[:MOST_CANDIDATES]:
        people = find_speaking(scene, number, phrase)
        known = [d for d in drafts if not d.side] + [candidate.draft for candidate in made]
        same = next((d for d in known if d.type == phrase.type and any(map(d.has, people))), None)
        if same:
            same.again.append(phrase.span)
            continue
        span, lead = scene.sentences[number].span, scene.is_lead(number) and phrase.type not in EVENTS
        draft = Draft(phrase.type, [phrase.span], people, side=told_in_passing(scene, span, lead=lead), likely=True)
        seat_beside(scene, draft, number, phrase)
        made.append(Candidate(draft, chance))
    return made


def _phrases(scene: Scene, drafts: Sequence[Draft], told: Told) -> Iterator[tuple[int, Phrase, float]]:
    """What the sentences with a statement, or before one, tell beside the drafts, and how likely."""
    for number, sentence in enumerate(scene.sentences):
        read = [(draft, span) for draft in drafts for span in draft.evidence if sentence.span.contains(span)]
        known = {draft.type for draft, _ in read}
        for telling in told[number]:
            if telling.chance < LEAST or telling.type in known:
                continue
            if any(span.overlaps(telling.span) for _, span in read):
                # A rule has read these words.
                continue
            start, at = sentence.span.start, telling.span.start
            ahead = wording.FUTURE if telling.type not in EVENTS else wording.ONLY_MENTIONED
            if not in_quotes(scene.narrative, start, at) and not ahead.search(scene.narrative, start, at):
                yield number, Phrase(telling.type, telling.span), telling.chance


def _drafts(scene: Scene, told: Told) -> tuple[list[Draft], int | None, Turns | None]:
    phrases = [
        (number, phrase)
        for number, sentence in enumerate(scene.sentences)
        for phrase in find_phrases(scene.narrative, sentence.span, head=sentence.block != "body")
    ]
    ours = told_to_us(scene)
    # "Told Meridian Press": no press but ours.
    phrases = [item for item in phrases if not any(item[1].span.overlaps(our.span) for _, our in ours)]
    papers = told_to_papers(scene)
    papers = [item for item in papers if not any(item[1].span.overlaps(p.span) for _, p in [*phrases, *ours])]
    phrases += [*told_by_offices(scene), *ours, *papers]
    phrases = [item for item in phrases if not _by_phone_to_the_press(scene, phrases, *item)]
    phrases = phrases[:MOST_PHRASES]
    phrases = sorted([*phrases, *opening_phrases(scene, phrases, told)], key=lambda item: item[1].span)
    drafts = gather(scene, phrases)
    add_overlooked(scene, drafts, phrases, told)
    seat_guests(scene, drafts)
    seat_readout(scene, drafts)
    turns = open_floor(scene, drafts, phrases)
    if turns:
        drafts = [d for d in drafts if d is turns.meeting or not _is_told_by(d, turns.meeting)]
    seat_release(scene, drafts)
    release = own_release(scene, drafts)
    drafts += [release] if release else []
    whole = default_draft(scene, drafts)
    if whole is None:
        portrait = visited(scene, drafts)
        return [*drafts, portrait] if portrait else drafts, None, turns
    if whole not in drafts:
        drafts.append(whole)
    return drafts, next(number for number, draft in enumerate(drafts) if draft is whole), turns


def _by_phone_to_the_press(scene: Scene, phrases: Sequence[tuple[int, Phrase]], number: int, phrase: Phrase) -> bool:
    """Whether "by phone" only says how an interview was given ("told the Bell by phone last week")."""
    if phrase.type != "phone call" or not _BY_PHONE.match(scene.narrative, phrase.span.start):
        return False
    return any(n == number and other.type == "interview" for n, other in phrases)
