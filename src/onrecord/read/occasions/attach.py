"""Which statement was made at which occasion: by its own sentence, by who speaks, and by the order of the text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.model import Span, Statement
from onrecord.read.occasions.drafts import EVENTS, FACING_THE_PRESS, FAR, Draft
from onrecord.read.occasions.people import speakers_of
from onrecord.read.occasions.phrases import find_phrases
from onrecord.read.occasions.scene import Scene, position
from onrecord.read.occasions.sentences import Sentence, sentence_at
from onrecord.read.occasions.times import find_times
from onrecord.read.occasions.told import is_hearsay, is_own_paper, is_said
from onrecord.read.occasions.voices import is_presumed

_PRONOUN = re.compile(r"(?:he|she|they|it|who)\b", re.IGNORECASE)
_QUESTION = re.compile(
    r"\b(?:asks?|asked|pressed|quizzed|challenged|questions?|questioned|wanted\s+to\s+know|wants\s+to\s+know|wondered|responding|replying)\b",
    re.IGNORECASE,
)
# "The sheriff has asked it not to bring the horses": no question.
_REQUEST = re.compile(
    r"(?!(?:whether|if|how|why|what|who|when|where|about)\b)(?:[\w’'-]+\s+){0,4}?not\s+to\s+\w", re.IGNORECASE
)
_JOURNALIST = re.compile(r"\b(?:journalist|reporter|correspondent)s?\b")
# One person, whoever it is: "the city's strong man said in an interview".
_DEFINITE = re.compile(r"(?:the|his|her|its|their|[\w’'-]+['’]s)\s+(?!.*s$)", re.IGNORECASE)
_PUT = re.compile(r"(?:question|q|journalist|reporter|moderator)\b", re.IGNORECASE)
_ONE_OF_THEM = re.compile(r"(?:he|she|they|who)\b", re.IGNORECASE)
_RANK = re.compile(
    r"\b(?:excellency|guest|host|hostess|interlocutor|counterpart|head\s+of\s+state|minister|president|premier|ambassador|speaker|"
    r"diplomat|secretary|envoy|king|prince|visitor|delegation|side)$",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"\bquoted\b|\bcited\b")
_TOGETHER = re.compile(
    r"(?:both|ministers$|leaders$|the\s+hosts|the\s+pair|(?:the\s+)?(?:two|three|four)\s+(?:[\w-]+\s+)?(?:sides|ministers|leaders|parties|countries|men|women))\b",
    re.IGNORECASE,
)
# Words sent or said outside every occasion.
_ELSEWHERE = re.compile(
    r"\b(?i:in|by|via)\s+(?:an?|his|her|their)\s+(?:[\w-]+\s+)?(?:text|memoir|book|blog|article|column)\b|"
    r"\b(?i:at|in|during)\s+(?:an?|the|[\w-]+['’]s)\s+(?:[\w-]+\s+){0,3}(?:debate|hearing)\b|"
    r"\bin\s+the\s+corridor\b|\bafter\s+the\s+(?:phone\s+)?call\b"
)
# They are told of one speaker, often beside what a report is about.
_ASIDE = frozenset({"interview", "written statement"})
# In lines. 1 and 3 to 4 cost 2 statements each on our gold.
_ASIDE_REACH = 2
_PREVIOUSLY = re.compile(r"\b(?:previously|in\s+the\s+past)\b", re.IGNORECASE)
_HAD = re.compile(r"had\b", re.IGNORECASE)
# How far behind a cue its time may stand, in characters.
_BEHIND = 30
# "Velia" is in "Velian": so much of a country's name stands in that of its people.
_STEM = 4
# How far before a name its country stands, in characters.
_BEFORE_NAME = 80
# How far after a headline or subhead its own occasion may be named, in sentences.
_HEAD_REACH = 2
# A meeting that the report is about is told in these first lines of its body.
_LEAD_LINES = 2


@dataclass
class _Walk:
    """The statements already placed, on the way through the text."""

    placed: dict[str, int] = field(default_factory=dict)
    current: dict[str, int] = field(default_factory=dict)


def attach(
    scene: Scene, drafts: Sequence[Draft], default: int | None = None, agreed: Mapping[str, int] | None = None
) -> dict[str, int]:
    """The number of the draft for every statement (by id) that was made at one.

    `default` is the draft of those who take part in no other one, `agreed` holds what is placed beforehand.
    """
    walk = _Walk()
    whole = default is not None
    said = [s for s in scene.statements if is_said(scene, s, whole=whole) or (agreed and s.id in agreed)]
    asked = {statement.id for statement in said if _asks(scene, drafts, statement)}
    for statement in said:
        if agreed and statement.id in agreed:
            walk.placed[statement.id] = agreed[statement.id]
            continue
        if statement.speaker is None or statement.id in asked:
            continue
        number = _choose(scene, drafts, statement, walk)
        if number is None and _elsewhere(scene, statement):
            continue
        if number is None:
            number = _borrowed(scene, drafts, statement, walk)
        if number is None and not is_hearsay(scene, statement):
            number = default
        if number is not None:
            walk.placed[statement.id] = walk.current[statement.speaker.name] = number
    for number_in_text, statement in enumerate(said):
        open_one = statement.speaker is None or is_presumed(statement) or statement.id in asked
        if open_one and statement.id not in walk.placed and not _elsewhere(scene, statement):
            found = _unnamed(scene, drafts, said, number_in_text, walk.placed)
            if found is not None:
                walk.placed[statement.id] = found
    return walk.placed


def _told_there(drafts: Sequence[Draft], statement: Statement) -> int | None:
    """The draft whose words begin at the cue itself ("A source" | "told" | "the Bell that"), whoever speaks."""
    cue = statement.cue
    return next((n for n, draft in enumerate(drafts) if cue and any(map(cue.overlaps, draft.evidence))), None)


def _elsewhere(scene: Scene, statement: Statement) -> bool:
    number = scene.places[statement.id]
    here, before = scene.sentences[number], scene.sentences[max(0, number - 1)]
    if _told_of_another_time(scene, statement):
        return True
    asked = before.line == here.line and any(_QUESTION.search(scene.cue(s)) for s in scene.in_sentence(number - 1))
    return bool(_ELSEWHERE.search(scene.narrative, (before if asked else here).span.start, here.span.end))


def _told_of_another_time(scene: Scene, statement: Statement) -> bool:
    """Whether the sentence tells of another time and no occasion: "said last week that", "On Monday she had said"."""
    if not statement.cue:
        return False
    span = scene.sentence_of(statement).span
    if _PREVIOUSLY.search(scene.cue(statement)) or (_HAD.match(scene.cue(statement)) and scene.times(span)):
        return not find_phrases(scene.narrative, span)
    end = min(span.end, statement.cue.end + _BEHIND)
    far = any(when.grain in FAR for when in find_times(scene.narrative, None, statement.cue.start, end))
    return far and not find_phrases(scene.narrative, span)


def _asks(scene: Scene, drafts: Sequence[Draft], statement: Statement) -> bool:
    """Whether it is a question by somebody who takes part in nothing else: a reporter's."""
    name = statement.speaker.name if statement.speaker else ""
    return _is_question(scene, statement) and not any(draft.has(name, asking=False) for draft in drafts)


def _is_question(scene: Scene, statement: Statement) -> bool:
    """Whether its cue asks, or a reporter says it ("Answering a journalist who suggested that ...")."""
    start, cue = scene.sentence_of(statement).span.start, statement.cue
    if _QUESTION.search(scene.cue(statement)):
        return not _REQUEST.match(statement.content[0].of(scene.report.text))
    if cue and scene.cue(statement) == ":":
        return _PUT.match(scene.narrative, start, cue.start) is not None
    nobody = statement.speaker is None and cue is not None
    return nobody and bool(_JOURNALIST.search(scene.narrative, start, max(start, cue.start if cue else start)))


def _choose(scene: Scene, drafts: Sequence[Draft], statement: Statement, walk: _Walk) -> int | None:
    """The draft of a named speaker: said in the sentence, gone on with, begun last, or still to come."""
    name = statement.speaker.name if statement.speaker else ""
    mine = [n for n, draft in enumerate(drafts) if draft.has(name)]
    mine = [n for n in mine if all(drafts[n].has(person) for person in speakers_of(statement))] or mine
    sentence = scene.sentence_of(statement)
    own = {n: at for n in mine for at in (_distance(drafts[n], sentence.span, statement),) if at}
    if own:
        return min(own, key=lambda n: (drafts[n].type in EVENTS, own[n]))
    if _elsewhere(scene, statement):
        return None
    opened = [n for n in mine if _just_opened(scene, drafts[n], statement)]
    if opened:
        return opened[-1]
    if sentence.block != "body":
        ahead = scene.sentences[min(scene.places[statement.id] + _HEAD_REACH, len(scene.sentences) - 1)].span
        near = [
            n
            for n in mine
            if not drafts[n].side and any(ahead.end > span.start >= sentence.span.end for span in drafts[n].evidence)
        ]
        if near:
            return near[0]
    now = walk.current.get(name)
    if now is not None and now in mine and drafts[now].side and _PRONOUN.match(scene.source(statement)):
        asked = _QUESTION.search(scene.narrative, sentence.span.start, max(sentence.span.start, position(statement)))
        return next((n for n in mine if asked and drafts[n].type in FACING_THE_PRESS), now)
    going = [n for n in mine if _goes_on(scene, drafts[n], sentence)]
    going = [n for n in going if n in walk.placed.values() or _told_from(scene, drafts[n])]
    if going:
        others = any(_has_begun(scene, drafts[n], sentence) for n in mine if drafts[n].type not in EVENTS)
        here = [s.id for s in scene.statements if scene.sentence_of(s).line == sentence.line and s.id in walk.placed]
        if not others or (here and walk.placed[here[-1]] == going[-1]):
            return going[-1]
    main = [n for n in mine if not drafts[n].side] or [
        n for n in mine if drafts[n].begun(sentence.span.start) is not None
    ]
    main = [n for n in main if drafts[n].type not in EVENTS] or [
        n for n in main if n in walk.placed.values() or _told_from(scene, drafts[n])
    ]
    begun = {n: at for n in main for at in (drafts[n].begun(sentence.span.end),) if at is not None}
    if begun:
        return max(begun, key=lambda n: begun[n])
    # What is told long before an interview or a letter was said elsewhere, but for what the headline takes from it.
    if sentence.block == "body":
        main = [
            n
            for n in main
            if drafts[n].type not in _ASIDE or _line(scene, drafts[n].evidence[0]) - sentence.line < _ASIDE_REACH
        ]
    # An attitude told before any occasion is nobody's words at it.
    return main[0] if main and (statement.kind != "belief" or drafts[main[0]].main) else None


def _has_begun(scene: Scene, draft: Draft, sentence: Sentence) -> bool:
    """Whether an occasion was spoken of up to the sentence; in the body of a release, whose title names all of them."""
    told = [span for span in draft.evidence if span.start < sentence.span.end]
    return any(scene.report.kind != "press_release" or not scene.is_head(span) for span in told)


def _goes_on(scene: Scene, draft: Draft, sentence: Sentence) -> bool:
    """Whether it is a meeting or call spoken of in this line or the one before."""
    if draft.type not in EVENTS or draft.begun(sentence.span.start) is None:
        return False
    return any(0 <= sentence.line - _line(scene, span) <= 1 for span in draft.evidence)


def _just_opened(scene: Scene, draft: Draft, statement: Statement) -> bool:
    """Whether its words stand just before in the line, and nobody was quoted since: "They spoke by phone. He added"."""
    here, at = scene.sentence_of(statement), position(statement)
    near = [span for span in draft.evidence if span.start < here.span.start and _line(scene, span) == here.line]
    if not near:
        return False
    within = {other.id for other in scene.statements for c in other.content if any(map(c.contains, near))}
    since = max((position(s) for s in scene.statements if position(s) < at and s.id not in within), default=-1)
    return any(span.start > since for span in near)


def _line(scene: Scene, span: Span) -> int:
    return scene.sentences[sentence_at(scene.sentences, span.start)].line


def _told_from(scene: Scene, draft: Draft) -> bool:
    """Whether a meeting or call is what the report is about: in its lead, read out, or come back to ("In the call")."""
    lead = next((sentence.line for sentence in scene.sentences if sentence.block == "body"), 0) + _LEAD_LINES
    heads = [s.span for s in scene.sentences if s.line < lead]
    return (
        draft.main
        or len(draft.evidence) > 1
        or any(not draft.side and span.start <= draft.evidence[0].start < span.end for span in heads)
    )


def _distance(draft: Draft, within: Span, statement: Statement) -> int | None:
    """How far the draft's words stand from the cue in the sentence, None when they stand in another one."""
    return min((1 + abs(s.start - position(statement)) for s in draft.evidence if within.contains(s)), default=None)


def _borrowed(scene: Scene, drafts: Sequence[Draft], statement: Statement, walk: _Walk) -> int | None:
    """The draft of somebody else: of the one just quoted ("was quoted as saying"), or a capital for its spokesman."""
    name = statement.speaker.name if statement.speaker else ""
    before = [n for s in scene.statements if position(s) < position(statement) for n in (walk.placed.get(s.id),)]
    if _QUOTED.search(scene.cue(statement)) and before and before[-1] is not None:
        return before[-1]
    lead = scene.sentence_of(statement).line <= 1 + next((s.line for s in scene.sentences if s.block == "body"), 0)
    if " " in name or not lead:
        return None
    main = [n for n, draft in enumerate(drafts) if not draft.side]
    return main[0] if main and _speaks_for(scene, drafts[main[0]], name) else None


def _speaks_for(scene: Scene, draft: Draft, country: str) -> bool:
    """Whether not all who take part are introduced as other countries' ("Velian Minister Dara Torm")."""
    text, countries = scene.report.text, [name for name in scene.names if " " not in name]
    for name in draft.people:
        at = text.find(name)
        words = text[max(text.rfind("\n", 0, at) + 1, at - _BEFORE_NAME) : at] if at >= 0 else ""
        theirs = {other for other in countries if other[: max(_STEM, len(other) - 2)] in words}
        if not theirs or country in theirs:
            return True
    return not draft.people


def _of_question(scene: Scene, said: Sequence[Statement], at: int, placed: Mapping[str, int]) -> int | None:
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


def _unnamed(
    scene: Scene, drafts: Sequence[Draft], said: Sequence[Statement], at: int, placed: dict[str, int]
) -> int | None:
    """The draft of a question or of "both ministers": that of the answer, of the line, or of what comes next."""
    statement = said[at]
    told = _told_there(drafts, statement)
    if told is not None:
        return told
    if is_own_paper(scene, statement):
        written = [n for n, draft in enumerate(drafts) if draft.type == "written statement"]
        written = [n for n in written if drafts[n].begun(statement.content[0].start) is not None]
        return written[-1] if written else None
    if _is_question(scene, statement):
        return _of_question(scene, said, at, placed)
    source = scene.source(statement)
    main = next((n for n, draft in enumerate(drafts) if draft.main), None)
    if main is not None and (_ONE_OF_THEM.match(source) or (_DEFINITE.match(source) and _RANK.search(source))):
        # Whoever of the two it is, both are there.
        return main
    last = said[at - 1] if at else statement
    same_line = scene.sentence_of(last).line == scene.sentence_of(statement).line
    if same_line and _DEFINITE.match(source) and last.speaker is None and last.id in placed:
        # "A source told the Bell that ... 'Nobody slept,' the source said."
        return placed[last.id]
    if _DEFINITE.match(source) or _TOGETHER.match(source):
        within = scene.sentence_of(statement).span
        own = [n for n, draft in enumerate(drafts) if _distance(draft, within, statement) is not None]
        if own:
            return own[0]
    if len(drafts) == 1 and scene.report.kind == "press_release":
        return 0
    if _TOGETHER.match(scene.source(statement)):
        return next((n for n, draft in enumerate(drafts) if draft.type == "joint press conference"), None)
    return None
