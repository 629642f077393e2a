"""Who joins a press conference without being named in its own sentence: partners, co-hosts, "the three"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Span
from onrecord.read.occasions.drafts import FACING_THE_PRESS, Draft
from onrecord.read.occasions.people import is_body, is_person, named_in, speakers_of
from onrecord.read.occasions.scene import Scene

_PARTNER = re.compile(
    r"\b(?:counterpart|(?:his|her|their|the)\s+(?:[\w-]+\s+)?colleague|opposite\s+number|co-host|guest|host|"
    r"in\s+(?:his|her)?\s*turn|(?:for|on|from)\s+(?:his|her|their)\s+(?:own\s+)?(?:part|side))\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?:and|with|received|receives|hosted|welcomed|met|beside|alongside|next\s+to|together|between|both|counterpart)\b"
)
_ROOM = {
    3: re.compile(
        r"\b(?:trilateral|tripartite|[\w-]+\s+and\s+[\w-]+\s+(?:counterparts|colleagues)|(?:the|all)\s+three|three\s+(?:[\w-]+\s+){0,2}(?:ministers|leaders|presidents|premiers))\b",
        re.IGNORECASE,
    ),
    2: re.compile(
        r"\b(?:together|jointly|side\s+by\s+side|(?:two|both)\s+(?:[\w-]+\s+){0,2}(?:ministers|leaders|presidents|premiers|women|men))\b",
        re.IGNORECASE,
    ),
}
_BESIDE = re.compile(
    r"\b(?:stood|stands|standing|sat|sits|sitting|seated|appeared|appearing)\s+(?:right\s+)?(?:next\s+to|beside|alongside)\s+(?:him|her|them)\b"
)
# "Standing next to Dara Velm": she stood there as well.
_BESIDE_NAMED = re.compile(
    r"\b(?:stood|stands|standing|sat|sits|sitting|seated)\s+(?:right\s+)?(?:next\s+to|beside|alongside)\s+(?=[A-Z])[^.,;\x00]+"
)
_WRITES = re.compile(r"\b(?:writes?|wrote|e-?mail|letter|tweet)", re.IGNORECASE)
_CITED = re.compile(r"according\s+to\b", re.IGNORECASE)
# The first sentences of the body tell who met whom.
_LEAD = 3
# Who is on the phone, writes or speaks to a hall is not the guest of a press conference.
_APART = FACING_THE_PRESS | {"phone call", "speech", "written statement"}
# How far apart two may be named and still be told together, in characters.
_PAIR_REACH = 120
_AGAINST = re.compile(
    r"\b(?:accus|blam|criticis|criticiz|reject|den(?:y|ied)|contradict|attack|against|warn)\w*", re.IGNORECASE
)
# Where a report does not say how many there were.
_PAIR_OF = 2


def seat_guests(scene: Scene, drafts: list[Draft]) -> None:
    """Let the partners of a joint press conference take part, and make joint what has them."""
    for draft in list(drafts):
        if draft.side or draft not in drafts or not draft.people or draft.type not in FACING_THE_PRESS:
            continue
        if not draft.loose:
            _take_in(drafts, draft, _stood_by(scene))
        if draft.type == "briefing" and not draft.loose:
            continue
        if draft.type != "joint press conference" and any(d.type == "joint press conference" for d in drafts):
            continue
        said_room = _said_room(scene, draft)
        room = said_room or _PAIR_OF
        if draft.type == "joint press conference" and len(draft.people) >= room:
            continue
        guests = [name for name in scene.names if may_join(scene, drafts, name)]
        # "In turn" may answer from another capital: where no press conference is told of, they must have met.
        close = [
            name for name in guests if _paired(scene, draft, name) or (not draft.loose and as_partner(scene, name))
        ]
        left = max(0, room - len(draft.people) - len(draft.beside) - len(close))
        rest = [name for name in guests if name not in close and _free(scene, drafts, name)]
        far = sorted(rest, key=lambda name: -_voice(scene, name))[:left]
        said = said_room or draft.type == "joint press conference"
        draft.add([*close, *(far if said and not draft.loose else ())])
        if sum(not is_body(name) for name in draft.people) > 1:
            draft.type = "joint press conference"


def _voice(scene: Scene, name: str) -> int:
    """How much a speaker says."""
    return sum(name in speakers_of(statement) for statement in scene.statements)


def _said_room(scene: Scene, draft: Draft) -> int:
    """How many the report says were there, 0 when it does not."""
    spans = [scene.around(span) for span in draft.evidence]
    heads = [sentence.span for sentence in scene.sentences if sentence.block == "headline"]
    lead = [sentence.span for sentence in scene.sentences if sentence.block == "body"][:_LEAD]
    for count, words in _ROOM.items():
        if any(words.search(scene.narrative, span.start, span.end) for span in (*spans, *heads, *lead)):
            return count
    return 0


def _free(scene: Scene, drafts: Sequence[Draft], name: str) -> bool:
    """Whether a person who speaks has no other occasion and does not write from afar."""
    return not any(draft.has(name) for draft in drafts) and may_join(scene, drafts, name)


def _take_in(drafts: list[Draft], draft: Draft, stood: Sequence[str]) -> None:
    """Seat those who stood beside, with what they "told reporters" there."""
    for name in stood:
        theirs = [other for other in drafts if other.loose and other is not draft and other.people == [name]]
        for other in theirs:
            draft.evidence += other.evidence
            drafts.remove(other)
        if is_person(name):
            draft.add([name])


def may_join(scene: Scene, drafts: Sequence[Draft], name: str) -> bool:
    """Whether a person who speaks faces the press nowhere else and does not write from afar."""
    if not is_person(name) or any(draft.has(name) for draft in drafts if draft.type in _APART):
        return False
    own = [scene.cue(statement) for statement in scene.statements if name in speakers_of(statement)]
    return not any(_WRITES.search(cue) for cue in own) and not (own and all(map(_CITED.match, own)))


def as_partner(scene: Scene, name: str) -> bool:
    """Whether a sentence up to the cue calls the speaker a counterpart ("For his part", "Her Velian colleague")."""
    for statement in scene.statements:
        if name in speakers_of(statement):
            start = scene.sentence_of(statement).span.start
            end = statement.cue.end if statement.cue else start
            if _PARTNER.search(scene.narrative, start, max(start, end)):
                return True
    return False


def _stood_by(scene: Scene) -> list[str]:
    """Whom a sentence has stand or sit beside another ("Her deputy, Dara Velm, stood next to her")."""
    stood = [
        Span(scene.around(Span(*match.span())).start, match.start()) for match in _BESIDE.finditer(scene.narrative)
    ]
    stood += [
        Span(scene.around(Span(*match.span())).start, match.end()) for match in _BESIDE_NAMED.finditer(scene.narrative)
    ]
    found = {name for span in stood for _, name in named_in(scene.narrative, span, scene.names)}
    return [name for name in scene.names if name in found]


def _paired(scene: Scene, draft: Draft, name: str) -> bool:
    """Whether the sentences up to the press conference name the speaker together with a participant."""
    return any(_PAIR.search(between) for between in _between(scene, draft, name))


def _between(scene: Scene, draft: Draft, name: str) -> Iterator[str]:
    for sentence in scene.sentences:
        if sentence.span.start > draft.evidence[0].start:
            return
        for at, _ in named_in(scene.narrative, sentence.span, [name]):
            for other, _ in named_in(scene.narrative, sentence.span, draft.people):
                between = scene.narrative[min(at, other) : max(at, other)]
                if len(between) <= _PAIR_REACH and not _AGAINST.search(between):
                    yield between
