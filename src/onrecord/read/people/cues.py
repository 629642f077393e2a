"""What the words of a cue tell of its source: participles chain, passives turn it round, questions are another's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from onrecord.model import Statement
from onrecord.read.people.lists import listed

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FORMS_OF_BE = listed("is are was were be been being")
_LIGHT = listed("has have had also since long often again widely repeatedly harshly sharply now")
# Verbs whose passive has the blamed or the asked as its subject; "is convinced" and "was quoted" speak for theirs.
_DONE_TO = listed(
    """
    accused alleged asked attacked blamed challenged charged chided condemned criticised criticized denounced
    described faulted hailed informed instructed lambasted mocked praised questioned rebuked ridiculed slammed told
    urged warned
    """
)
# Told of "it" they have no source at all: "it is said", "it has been alleged".
_FORESEEN = listed("expected tipped rumoured rumored")
# What is told of somebody on nobody's word: "The men allegedly bought them".
_HEARSAY = listed("allegedly reportedly purportedly supposedly")
_OF_NOBODY = _DONE_TO | listed("said noted claimed reported rumoured rumored understood believed thought hoped feared")
# Participles that tell what their subject thinks or feels.
_FEELING = listed(
    "convinced concerned worried determined committed satisfied pleased prepared opposed interested alarmed inclined"
)
# Pasts of irregular verbs of speaking and thinking, auxiliaries, and presents that are no plural of a noun.
_TIMED = listed(
    """
    said told wrote made gave took spoke swore held felt thought saw knew found left put read set sought chose meant
    says tells writes adds warns thinks believes argues insists notes denies knows feels urges asks suggests quotes
    did does do not will would could should may might must can never still
    """
)
# Cues that may be plural nouns; other words in -s are verbs.
_NOUNS = listed(
    """
    accusations accounts allegations answers appeals arguments assertions assurances attempts beliefs calls charges
    claims comments complaints concerns conclusions demands denials doubts estimates expectations fears findings
    forecasts hints hopes insults offers orders plans pledges predictions promises proposals questions reminders
    remarks reports requests responses rumors rumours statements suggestions suspicions threats views vows warnings
    wishes words
    """
)
_FACES = re.compile(r"^(?:(?:has|have|had)\s+)?(?:came|come|comes|faced|faces|face|drew|draws|drawn)\b")
_BLAME = listed("criticism questions fire attack scrutiny pressure condemnation praise")


def cue_words(text: str, statement: Statement) -> tuple[str, ...]:
    """The words of the statement's cue in small letters."""
    return _words_of(statement.cue.of(text)) if statement.cue else ()


@lru_cache(maxsize=4096)
def _words_of(cue: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(cue.lower()))


def is_verb(words: Sequence[str]) -> bool:
    """Whether the cue begins with a verb that tells its time, not with a noun: "warned" and "is", not "criticism"."""
    if not words:
        return False
    present = words[0].endswith("s") and words[0] not in _NOUNS
    return present or words[0].endswith("ed") or words[0] in _TIMED or words[0] in _LIGHT | _FORMS_OF_BE


def is_participle(words: Sequence[str]) -> bool:
    """Whether the cue hangs on another one: "adding", "while urging"."""
    return bool(words) and words[0].endswith("ing") and len(words[0]) > len("bring")


def is_asked(words: Sequence[str]) -> bool:
    """Whether somebody else's question is told: "Asked whether", "Pressed on"."""
    return bool(words) and (words[0].startswith("ask") or words[0] == "pressed")


def is_passive(words: Sequence[str]) -> bool:
    """Whether the cue is any passive: "is expected", "had been pilloried"; "is convinced" is none."""
    plain = [word for word in words if word not in _LIGHT]
    rest = [word for word in plain[1:] if word not in _FORMS_OF_BE]
    return len(plain) > 1 and plain[0] in _FORMS_OF_BE and rest[:1] != [] and _is_done(rest[0])


def _is_done(word: str) -> bool:
    return word.endswith("ed") and word not in _FEELING


def is_done_to(words: Sequence[str], *, impersonal: bool = False) -> bool:
    """Whether the source is the one spoken of: "has been criticised", "came under fire".

    `impersonal` is for "it", which is told of in "it is said".
    """
    if words and words[-1] in _HEARSAY:
        return True
    plain = [word for word in words if word not in _LIGHT]
    if len(plain) > 1 and plain[0] in _FORMS_OF_BE:
        rest = [word for word in plain[1:] if word not in _FORMS_OF_BE]
        return bool(rest) and rest[0] in (_OF_NOBODY if impersonal else _DONE_TO | _FORESEEN)
    return bool(_FACES.match(" ".join(words))) and any(word in _BLAME for word in words)
