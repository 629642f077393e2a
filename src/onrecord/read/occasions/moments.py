"""When an occasion was: by its own words, by the sentences of its statements, or by what the report said before."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.model import UNKNOWN, WEEKDAYS, OccasionType, Span, Statement, When
from onrecord.read.occasions.drafts import Draft
from onrecord.read.occasions.scene import Scene
from onrecord.read.occasions.sentences import SAID

_DAYS = frozenset({"minute", "day", "weekday"})
_SAME_DAY = re.compile(
    r"\b(?:(?:the|that)\s+same\s+(?:day|morning|afternoon|evening|night)|(?:that|this)\s+(?:day|morning|afternoon|evening|night)|"
    r"hours?\s+(?:later|earlier)|minutes\s+(?:later|earlier|before|after))\b",
    re.IGNORECASE,
)
_LOOSELY = re.compile(r"\b(?:earlier|later|afterwards?)\b", re.IGNORECASE)
# Entries of a live report begin with the hour; so many make one.
_ENTRY = re.compile(r"\d{1,2}[:.]\d\d\b")
_ENTRIES = 3
# "A day earlier", "the next morning": a day of its own, which the report need not name.
_ANOTHER_DAY = re.compile(
    r"\b(?:(?:days?|nights?|weeks?|months?|years?)\s+(?:earlier|later|before|after(?:wards)?)|"
    r"the\s+(?:next|following|previous)\s+(?:day|morning|afternoon|evening|night|week|month))\b",
    re.IGNORECASE,
)
_DAY_BEFORE = re.compile(
    r"\b(?:(?:a|one)\s+day\s+(?:earlier|before)|the\s+(?:day|night|evening)\s+before|the\s+previous\s+day)\b", re.I
)
_DAY_AFTER = re.compile(
    r"\b(?:(?:a|one)\s+day\s+(?:later|after)|the\s+(?:day|morning)\s+after|the\s+(?:next|following)\s+(?:day|morning))\b",
    re.I,
)
# One of these stands in every match of the two, in small letters.
_CARRYING = ("day", "morning", "afternoon", "evening", "night", "hour", "minutes", "earlier", "later", "afterward")
# "Here is where things stand this Wednesday": a live report's own day.
_THIS_DAY = re.compile(r"[Tt]his\s+\w+day")
_AHEAD = re.compile(
    r"\b(?:(?:will|would|expected|due|scheduled|plans?|planned)\b[^.,;]{0,40}|(?:until|by|before|till|for|since|after|from|ahead\s+of|following)\s+(?:next\s+)?)$",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"['’]s\b")
# How far behind a possessive day what it is of may begin, in characters.
_NEXT = 4
# The sentences that a report opens with.
_LEAD = 2
_UNDATED: frozenset[OccasionType] = frozenset({"written statement", "interview"})


def find_when(
    scene: Scene, drafts: Sequence[Draft], number: int, members: Sequence[Statement], known: dict[int, When]
) -> When:
    """The day of an occasion; `known` holds the days of those already told."""
    draft = drafts[number]
    own = [scene.around(span) for span in draft.evidence]
    said = [scene.sentence_of(statement).span for statement in members]
    if draft.whole and scene.report.kind != "article" and scene.report.dateline.date.known:
        # A paper bears its date; the days that it tells of are those of what happened.
        return scene.report.dateline.date
    told = [(when, words) for span, words in zip(own, draft.evidence, strict=True) for when in _times(scene, span)]
    told = [(when, words) for when, words in told if not _is_of_another(scene, when, words)]
    if told:
        return min(told, key=lambda item: _looseness(scene, *item))[0]
    days = [(when, span) for span in said for when in _times(scene, span) if when.grain in _DAYS]
    days += [
        (when, span) for span in _set_before(scene, members) for when in _times(scene, span) if when.grain in _DAYS
    ]
    # A headline tells what is to come ("to start Oct. 1") and seldom when it was said.
    for when, _ in sorted(days, key=lambda item: (scene.is_head(item[1]), _is_of_another(scene, *item))):
        return when
    return _carried_over(scene, draft, own, known)


def _set_before(scene: Scene, members: Sequence[Statement]) -> Iterator[Span]:
    """The sentences just before a statement, of its line, in which nobody speaks: "The answer came on Wednesday"."""
    for number in sorted({scene.places[statement.id] for statement in members} - {0}):
        before = scene.sentences[number - 1]
        if before.line == scene.sentences[number].line and not scene.in_sentence(number - 1):
            yield before.span


def _looseness(scene: Scene, when: When, words: Span) -> tuple[bool, bool, bool, int]:
    """How loosely a time hangs on the words of an occasion: days before weeks, "on Monday" before "Monday's vote"."""
    at = when.evidence or words
    between = scene.narrative[min(at.end, words.end) : max(at.start, words.start)]
    apart = "," in between and at.end <= words.start
    distance = max(at.start - words.end, words.start - at.end)
    return when.grain not in _DAYS, _is_of_another(scene, when, words), apart, distance


def _is_of_another(scene: Scene, when: When, words: Span) -> bool:
    """Whether it is the day of another thing ("Friday's vote"), and not of the words ("Friday's briefing")."""
    said = when.evidence
    if said is None or not _POSSESSIVE.match(scene.report.text, said.end):
        return False
    return not (words.start <= said.end + _NEXT and said.start <= words.end)


def _times(scene: Scene, span: Span) -> Iterator[When]:
    """The times of a sentence's narrative that are not ahead of it and say something."""
    inside = not scene.narrative[span.start : span.end].strip(SAID)
    told = scene.report.text if inside else scene.narrative
    for when in scene.times(span, told=inside):
        said = when.evidence or span
        if (when.known or when.grain not in _DAYS) and not _AHEAD.search(told, span.start, said.start):
            yield when


def _carried_over(scene: Scene, draft: Draft, own: Sequence[Span], known: dict[int, When]) -> When:
    """The day already told when the words carry it on ("the same day"), or the paper's own date."""
    if any(_ANOTHER_DAY.search(scene.narrative, span.start, span.end) for span in own):
        return _next_to(scene, draft, own)
    words = (_SAME_DAY,) if draft.type in _UNDATED else (_SAME_DAY, _LOOSELY)
    if any(_carries_on(scene.narrative[span.start : span.end], words) for span in own):
        earlier = [when for when in known.values() if when.known]
        if earlier:
            return earlier[-1]
    whole = [
        when for when in _before(scene, draft) if when.evidence and _THIS_DAY.match(when.evidence.of(scene.report.text))
    ]
    if whole:
        return whole[0]
    live = _live_day(scene)
    if live:
        return live
    dated = scene.report.dateline.date
    if scene.report.kind in ("press_release", "transcript") and dated.known:
        return dated
    if draft.separate or draft.side or draft.type in _UNDATED:
        return UNKNOWN
    before = list(_before(scene, draft)) or list(_of_lead(scene))
    # "KARSA, Tuesday - ": the day on which the report was filed is that of what it tells.
    return before[-1] if before else dated if dated.grain == "weekday" else UNKNOWN


def _next_to(scene: Scene, draft: Draft, own: Sequence[Span]) -> When:
    """The weekday before or after the one told last, unknown for what is further away."""
    for pattern, step in ((_DAY_BEFORE, -1), (_DAY_AFTER, 1)):
        last = next(iter(list(_before(scene, draft))[::-1]), None)
        if last and last.weekday and any(pattern.search(scene.narrative, s.start, s.end) for s in own):
            return When(None, None, "weekday", "text", WEEKDAYS[(WEEKDAYS.index(last.weekday) + step) % len(WEEKDAYS)])
    return UNKNOWN


def _live_day(scene: Scene) -> When | None:
    """The day of a live report, named above its first entry: all that it tells without a day was said then."""
    entries = [s.span.start for s in scene.sentences if _ENTRY.match(scene.report.text, s.span.start)]
    if len(entries) < _ENTRIES:
        return None
    above = [sentence.span for sentence in scene.sentences if sentence.span.end <= entries[0]]
    for span in reversed(above):
        for when in scene.times(span, told=True):
            said = when.evidence or span
            if when.known and when.grain in _DAYS and not _AHEAD.search(scene.report.text, span.start, said.start):
                return when
    return None


def _of_lead(scene: Scene) -> Iterator[When]:
    """The first day that the lead names at all, be it that a content reaches over it ("agreed Thursday to")."""
    for lead in [sentence.span for sentence in scene.sentences if sentence.block == "body"][:_LEAD]:
        for when in scene.times(lead, told=True):
            said = when.evidence or lead
            if when.known and when.grain in _DAYS and not _AHEAD.search(scene.report.text, lead.start, said.start):
                yield when
                return


def _carries_on(sentence: str, words: Sequence[re.Pattern[str]]) -> bool:
    small = sentence.lower()
    return any(map(small.__contains__, _CARRYING)) and any(word.search(sentence) for word in words)


def _before(scene: Scene, draft: Draft) -> Iterator[When]:
    """The days that the report names before the occasion."""
    for sentence in scene.sentences:
        if sentence.span.start < draft.evidence[0].start:
            yield from (when for when in _times(scene, sentence.span) if when.grain in _DAYS)
