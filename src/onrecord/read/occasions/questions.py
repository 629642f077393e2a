"""Questions: who puts them takes part in nothing, and they were put where the answer was given."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from onrecord.model import Statement
from onrecord.read.occasions.drafts import Draft
from onrecord.read.occasions.scene import Scene

QUESTION = re.compile(
    r"\b(?:asks?|asked|pressed|quizzed|challenged|questions?|questioned|wanted\s+to\s+know|wants\s+to\s+know|wondered|responding|replying)\b",
    re.IGNORECASE,
)
# "The sheriff has asked it not to bring the horses": no question.
_REQUEST = re.compile(
    r"(?!(?:whether|if|how|why|what|who|when|where|about)\b)(?:[\w’'-]+\s+){0,4}?not\s+to\s+\w", re.IGNORECASE
)
_JOURNALIST = re.compile(r"\b(?:journalist|reporter|correspondent)s?\b")
_PUT = re.compile(r"(?:question|q|journalist|reporter|moderator)\b", re.IGNORECASE)


def asks(scene: Scene, drafts: Sequence[Draft], statement: Statement) -> bool:
    """Whether it is a question by somebody who takes part in nothing else: a reporter's."""
    name = statement.speaker.name if statement.speaker else ""
    return is_question(scene, statement) and not any(draft.has(name, asking=False) for draft in drafts)


def is_question(scene: Scene, statement: Statement) -> bool:
    """Whether its cue asks, or a reporter says it ("Answering a journalist who suggested that ...")."""
    start, cue = scene.sentence_of(statement).span.start, statement.cue
    if QUESTION.search(scene.cue(statement)):
        return not _REQUEST.match(statement.content[0].of(scene.report.text))
    if cue and scene.cue(statement) == ":":
        return _PUT.match(scene.narrative, start, cue.start) is not None
    nobody = statement.speaker is None and cue is not None
    return nobody and bool(_JOURNALIST.search(scene.narrative, start, max(start, cue.start if cue else start)))


def place_question(scene: Scene, said: Sequence[Statement], at: int, placed: Mapping[str, int]) -> int | None:
    """The draft of a question: its answer's, else that of its line, of what comes next, of what came before."""
    here = scene.sentence_of(said[at])
    answers = [s for s in said[at + 1 :] if scene.sentence_of(s) == here]
    answers += [s for s in said[at + 1 :] if scene.sentence_of(s).line == here.line and s.speaker]
    if scene.cue(said[at]) == ":":
        answers = list(said[at + 1 : at + 2])
    if answers:
        return placed.get(answers[0].id)
    line = [s for s in said[:at] if scene.sentence_of(s).line == here.line and s.id in placed]
    after = [s for s in said[at + 1 :] if s.id in placed]
    before = [s for s in said[:at] if s.id in placed]
    return next((placed[group[0].id] for group in (line[-1:], after[:1], before[-1:]) if group), None)
