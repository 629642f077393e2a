"""Who joins a press conference without being named in its own sentence: partners, co-hosts, "the three"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import Statement
from onrecord.read.occasions.drafts import Draft
from onrecord.read.occasions.people import named_in, speakers_of
from onrecord.read.occasions.scene import Scene

_PARTNER = re.compile(
    r"\b(?:counterpart|colleague|opposite\s+number|co-host|guest|host|partner|for\s+(?:his|her|their)\s+part)\b",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?:and|with|received|receives|hosted|welcomed|met|beside|alongside|next\s+to|together|between|both|counterpart)\b"
)
_THREE = re.compile(
    r"\b(?:trilateral|(?:the|all)\s+(?:three|four)|(?:three|four)\s+(?:[\w-]+\s+)?(?:ministers|leaders|presidents|premiers))\b",
    re.IGNORECASE,
)
_TWO = re.compile(
    rf"\b(?:together|jointly|side\s+by\s+side|(?:the\s+two|both)\s+(?:ministers|leaders|women|men))\b|{_THREE.pattern}",
    re.IGNORECASE,
)
_FROM_AFAR = re.compile(r"\b(?:according\s+to|writes?|wrote|email|letter|tweet)\b", re.IGNORECASE)


def seat_guests(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Let the partners of a joint press conference take part, and make joint what has them."""
    for draft in drafts:
        if draft.type not in ("joint press conference", "press conference") or draft.side or not draft.people:
            continue
        if draft.type == "joint press conference" and len(draft.people) > 1 and not _collective(scene, _THREE):
            continue
        for name in list(_partners(scene, drafts, draft)):
            draft.add([name])
        if len(draft.people) > 1:
            draft.type = "joint press conference"


def _partners(scene: Scene, drafts: Sequence[Draft], draft: Draft) -> Iterator[str]:
    """Speakers with no occasion of their own who are paired with a participant by the report's words."""
    together = _collective(scene, _THREE if len(draft.people) > 1 else _TWO)
    for name in scene.names:
        if any(other.has(name) for other in drafts):
            continue
        own = [statement for statement in scene.statements if name in speakers_of(statement)]
        if any(_FROM_AFAR.search(scene.cue(statement)) for statement in own):
            continue
        if together or _paired(scene, draft, name) or any(_as_partner(scene, statement) for statement in own):
            yield name


def _collective(scene: Scene, words: re.Pattern[str]) -> bool:
    return any(words.search(scene.narrative, s.span.start, s.span.end) for s in scene.sentences)


def _as_partner(scene: Scene, statement: Statement) -> bool:
    """Whether the sentence up to the cue calls the speaker a counterpart ("For his part", "Her Velian colleague")."""
    sentence = scene.sentence_of(statement).span
    end = statement.cue.end if statement.cue else sentence.end
    return bool(_PARTNER.search(scene.narrative, sentence.start, max(end, sentence.start)))


def _paired(scene: Scene, draft: Draft, name: str) -> bool:
    """Whether a sentence up to the press conference names the speaker together with a participant."""
    for sentence in scene.sentences:
        span = sentence.span
        if span.start > draft.evidence[0].start:
            return False
        pair = sorted(named_in(scene.narrative, span, [name, *draft.people]))
        if len(pair) > 1 and name in [person for _, person in pair]:
            return bool(_PAIR.search(scene.narrative, pair[0][0], pair[-1][0])) or sentence.block != "body"
    return False
