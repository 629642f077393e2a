"""Who is presumed to speak where a report's statements do not say it surely: enough to find the occasion, no more.

The reader leaves a speaker open rather than name a wrong one, and sometimes names a wrong one. Which occasion words
belong to can often be told all the same: "she added" goes on with whoever spoke before. What is presumed here is never
shown as a speaker.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.model import Span, Speaker, Statement, actor_id
from onrecord.read.occasions.people import is_body, is_person, named_in, speakers_of, surname

# Nobody's presumption: the name is a way to follow the text, not a finding.
_PRESUMED = 0.0
_ONE = re.compile(r"(?:he|she|who|[sw]he\s+(?:also|then|later))\b", re.IGNORECASE)
_MANY = re.compile(r"(?:have|are|were)\b", re.IGNORECASE)
_WHO = re.compile(r"who\b", re.IGNORECASE)
# "The minister", "his Velian counterpart", "Orzania's energy minister": one person, known by an office or a tie.
_OFFICE_HOLDER = re.compile(
    r"(?:the|this|that|his|her|their|its|our|[\w’'-]+['’]s)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:minister|president|premier|chancellor|king|queen|emir|sultan|secretary|secretary-general|spokesman|spokeswoman|"
    r"spokesperson|envoy|ambassador|chief|head|director|chairman|chairwoman|chair|commissioner|governor|mayor|senator|"
    r"leader|diplomat|official|mediator|negotiator|guest|host|visitor|counterpart|colleague|deputy|candidate|general|"
    r"admiral|colonel|captain|lawmaker|councillor|judge|prosecutor|inspector|man|woman|veteran|politician)\b",
    re.IGNORECASE,
)
# "an aide to Torve", "a man close to Minister Torve".
_OF_THEIRS = re.compile(
    r"\b(?:aides?|advis[eo]rs?|spokes\w+|ally|allies|assistants?|deput(?:y|ies)|lawyers?|close|sources?|secretary)\s+"
    r"(?:to|for|of|with|around|near)\s+(?:[\w.’'-]+\s+){0,3}$"
)
# Headlines leave the article out: "Chancellor affirms", "Foreign minister says".
_BARE = re.compile(
    r"(?!(?:an?|one|another|ex-?\w*|former|two|senior|top|some)\b)(?:[\w’'-]+\s+){0,2}?(?:minister|president|premier|chancellor|king|queen|"
    r"emir|sultan|governor|mayor|envoy|FM|PM)$",
    re.IGNORECASE,
)
# "the Tuskarian said", "the Sareni replied".
_NATIONAL = re.compile(r"[Tt]he\s+[^\W\d_a-z][\w-]*(?:an|ian|ean|ese|i|ish|ch|er|ite)$")
# One person by an article: "a source", "the bishop", "his wife".
_NAMELESS = re.compile(r"(?:an?|one|another|the|his|her|my)\s+(?:[\w’'-]+\s+){0,4}?[\w’'-]*[^s\W]$", re.IGNORECASE)
_BODY_AGAIN = re.compile(
    r"(?:it\b|(?:the|its)\s+(?:[\w-]+\s+)?(?:group|ministry|union|party|movement|organisation|organization|agency|office|"
    r"embassy|committee|council|charity|company|government|commission|board|league|federation|side)\b(?!\s+[a-z]*(?:ee|er|or|man|woman|chief|head|boss)\b))",
    re.IGNORECASE,
)
# "It was claimed", "is understood", "known as": nobody says it.
_PASSIVE = re.compile(
    r"(?:it\s+)?(?:(?:was|is|were|are|(?:has|have|had)\s+(?:\w+\s+)?been)\b(?:\s+(?:also|further|widely))*\s+(?:\w+(?:ed|id|ut|wn|od|ought)|forecast|set|(?:un)?(?:clear|likely|certain))\b|known\b)",
    re.IGNORECASE,
)
# Nor do its speakers name these: "asked", "pressed" are a reporter's.
_NOBODYS = re.compile(
    rf"(?:{_PASSIVE.pattern}|reports?\b|claims?\b|rumours?\b|suggestions?\b|according\b|asked\b|asks?\b|press|quizzed|challenged|question|respond|comment|wanted)",
    re.IGNORECASE,
)
# How far ahead "the minister" may point to a name, in characters: reports name whom they begin with soon. End to end
# (press and dossier): 96.5 % with 0 to 400, 96.2 % from 800 on; given gold, 0 costs one statement.
_AHEAD = 400
# How far behind a name its "who" may stand, in characters: 95.8 % with 30 and 60, 96.5 % with 120 and 240.
_WHO_REACH = 120
# A body is "the group" or "it" for so many statements; 1 to 50 are the same on our gold.
_NEAR = 2
_ANSWERS = re.compile(
    r"(?:repl(?:y|ied|ies)|answer(?:ed|s)?|respond(?:ed|s)?|retort(?:ed|s)?|shot\s+back)\b", re.IGNORECASE
)


def presume(text: str, statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements (in text order), those without a sure speaker with the presumed one where the text leads to it."""
    names = tuple(dict.fromkeys(name for s in statements for name in speakers_of(s)))
    made: list[Statement] = []
    for number, statement in enumerate(statements):
        speaker = statement.speaker
        if speaker and (_is_nobodys(text, statement) or _names_too_early(text, statement, made)):
            speaker = None
        if speaker is None:
            name = _name(text, statement, names, made, [s for s in statements[number + 1 :] if s.speaker])
            speaker = Speaker(actor_id(name), name, _PRESUMED) if name else None
        made.append(statement if speaker is statement.speaker else replace(statement, speaker=speaker))
    return tuple(made)


def is_presumed(statement: Statement) -> bool:
    """Whether its speaker is none that the reader found."""
    return statement.speaker is not None and statement.speaker.confidence == _PRESUMED


def _names_too_early(text: str, statement: Statement, before: Sequence[Statement]) -> bool:
    """Whether "she" or "the diplomat" was read as somebody whom the report names later only, after it named others."""
    source = statement.source.of(text) if statement.source else ""
    follows = _ONE.match(source) or (_last(before, body=False) and _OFFICE_HOLDER.fullmatch(source))
    if statement.source is None or statement.speaker is None or not follows:
        return False
    name = surname(statement.speaker.name)
    first = text.find(name) if name else -1
    return first > statement.source.start + (0 if _ONE.match(source) else _AHEAD)


def _is_nobodys(text: str, statement: Statement) -> bool:
    """Whether a speaker was read into "It was claimed"."""
    source = statement.source.of(text).lower() if statement.source else ""
    return source in ("", "it") and statement.cue is not None and bool(_PASSIVE.match(statement.cue.of(text)))


def _name(
    text: str, statement: Statement, names: Sequence[str], before: Sequence[Statement], after: Sequence[Statement]
) -> str | None:
    source = statement.source.of(text) if statement.source else ""
    cue = statement.cue.of(text) if statement.cue else ""
    named = sorted(named_in(text, statement.source, names)) if statement.source else []
    if statement.source and named and is_person(named[0][1]) and not is_body(named[0][1]):
        return None if _stands_by(text, statement.source, *named[0]) else named[0][1]
    if statement.source and _WHO.match(source):
        return None if _MANY.match(cue) else _antecedent(text, statement.source, names)
    if _BODY_AGAIN.match(source) and not _NOBODYS.match(cue):
        return _last(before[-_NEAR:], body=True) or source
    if cue == ":":
        line = _line(text, statement)
        heads = sorted(item for item in named_in(text, line, names) if not is_body(item[1]))
        return heads[0][1] if heads else None
    if not source and cue and not _NOBODYS.match(cue) and before and _one_sentence(text, before[-1], statement):
        # "The union protested and predicted": a body goes on as well as a person.
        return speakers_of(before[-1])[0] if speakers_of(before[-1]) else None
    if _ONE.fullmatch(source) and before and _of_nobody_known(text, before[-1], statement):
        # "The bishop refused. 'No,' he said": he is whoever was not known before.
        return None
    goes_on = not source and bool(cue) and not _NOBODYS.match(cue)
    if _BARE.match(source) and "\n" not in text[: statement.source.start if statement.source else 0]:
        return _last(after[::-1], body=False)
    if goes_on or _ONE.match(source) or _OFFICE_HOLDER.match(source) or _NATIONAL.match(source) or _ANSWERS.match(cue):
        return _last(before, body=False) or _last(after[::-1], body=False)
    return None


def _of_nobody_known(text: str, before: Statement, statement: Statement) -> bool:
    """Whether the statement just before in the line is of one person whom the report does not name."""
    if (
        before.speaker is not None
        or before.source is None
        or "\n" in text[before.source.end : statement.content[0].start]
    ):
        return False
    return bool(_NAMELESS.match(before.source.of(text)))


def _one_sentence(text: str, one: Statement, other: Statement) -> bool:
    """Whether no full stop and no end of line stands between the cues of two statements."""
    if one.cue is None or other.cue is None:
        return False
    between = text[one.cue.end : other.cue.start]
    return "\n" not in between and not re.search(r"[.!?][\"”’»]?\s+[^\W\d_a-z]", between)


def _stands_by(text: str, source: Span, at: int, name: str) -> bool:
    """Whether the source is somebody of theirs ("an aide to Torve", "Torve's spokesman") and not themselves."""
    end = text.find(surname(name), at)
    behind = text[max(at, end) + len(surname(name)) :][:2] if end >= 0 else ""
    return bool(_OF_THEIRS.search(text, source.start, at)) or (behind in ("'s", "’s") and source.end > at + len(name))


def _line(text: str, statement: Statement) -> Span:
    """The line up to the cue."""
    end = statement.cue.start if statement.cue else statement.content[0].start
    return Span(text.rfind("\n", 0, end) + 1, end)


def _antecedent(text: str, who: Span, names: Sequence[str]) -> str | None:
    """The person named last in the line before "who"."""
    start = max(text.rfind("\n", 0, who.start) + 1, text.rfind(". ", 0, who.start), who.start - _WHO_REACH)
    line = Span(start, who.start)
    found = [item for item in named_in(text, line, names) if not is_body(item[1])]
    return max(found)[1] if found else None


def _last(statements: Sequence[Statement], *, body: bool) -> str | None:
    """The last voice among the statements that is a body, or that is none."""
    for statement in reversed(statements):
        name = statement.speaker.name if statement.speaker else ""
        if name.strip() and is_body(name) == body:
            return name
    return None
