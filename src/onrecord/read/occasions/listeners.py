"""Who listens to a speaker: the press, which has a press conference or a briefing, and everybody else."""

from __future__ import annotations

import re

PRESS = r"(?:press|news|media)"
# Verbs that take their listener as object.
TELL = r"(?:tells?|told|telling|(?:assur|inform|remind|promis|brief)(?:e?s|ed|ing)|warn(?:s|ed|ing))"
REPORTERS = (
    r"(?:reporters|journalists|newsmen|newspeople|newspersons|pressmen|newspapermen|correspondents|hacks|scribes|columnists|"
    r"(?:press|media)\s+(?:corps|pack|representatives)|(?:camera|television|TV|news)\s+crews|microphones|"
    r"(?:the\s+)?(?:press|media)(?!\s+(?:conf|brief|avail|point|call)))"
)
LISTENERS = (
    r"(?:(?:some|about|around|nearly|almost|over|more\s+than)\s+\d[\d,]*\s+(?!reporters|journalists)[a-z]+s?\b|parliament|(?:the\s+)?(?:MPs|lawmakers|deputies|senators|legislators|councillors|aldermen|peers)|(?:his\s+|her\s+)?fellow\s+members|congress|"
    rf"(?:(?:the|an?)\s+)?(?:(?!{REPORTERS}|outside|over|in|at|that)[\w'’-]+\s+){{0,3}}?(?:assembly|senate|house|chamber|legislature|council|"
    r"rally|congress|forum|summit|plenary|session|Security\s+Council|(?-i:[A-Z][\w’'-]*\s+Hall)|convention|congregation|"
    r"nation|conference|committee|inquiry|shareholders|hustings|(?-i:dinner|lunch|luncheon|breakfast)(?!\s+(?:programme|program|show))|banquet|gala|fundraiser|seminar|symposium|panel|vigil|donors|executives|bankers|business\s+leaders|mourners|worshippers|pilgrims|congregants|activists|members|protesters|demonstrators|marchers|pickets|parishioners|islanders|townspeople|onlookers|comrades|voters|farmers|workers|troops|soldiers|"
    r"cadets|recruits|sailors|fishermen|miners|teachers|pupils|pensioners|residents|investors|conference|strikers|supporters|delegates|opening|inauguration|unveiling|commemoration|villagers|students|veterans|graduates|ceremony))"
)
# "told reporters": at a press conference when there is one, at a briefing else.
_GROUP = (
    r"(?:(?:the|an?)\s+)?(?:(?!and\b|or\b|of\b|state)[\w-]+\s+){0,2}?"
    r"(?:(?:group|scrum|gaggle|huddle|knot|handful|crowd|pack|cluster|throng|bank)\s+of\s+)?"
)
TOLD_REPORTERS = re.compile(
    # Words in quotation marks that somebody puts "to", "at" or "before" the press, by whatever verb.
    rf"(?<=\x00)[^\x00.;]{{0,60}}\s(?:to|at|before)\s+{_GROUP}{REPORTERS}\b|"
    rf"\b(?:{TELL}|(?:said|spoke|speaking|talking|speaks|admitted|confessed|confided|joked|insisted|explained)\s+to)\s+{_GROUP}(?:(?!state)[\w-]+\s+)?{REPORTERS}\b|"
    rf"\b(?:remarks|comments?|conversation|chat)\s+(?:to|with)\s+(?:the\s+)?(?:[\w-]+\s+)?{REPORTERS}\b|"
    rf"\basked\s+by\s+{REPORTERS}\b|\bquestions?\s+(?:from|by|of)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:{REPORTERS}|journalist|reporter)\b|"
    r"\b(?:reporters|journalists)['’]\s+questions\b|\b(?:journalist|reporter)['’]s\s+question\b",
    re.IGNORECASE,
)
TOLD_REPORTERS_HINTS = (
    "reporter",
    "journalist",
    "newsmen",
    "correspondents",
    "hacks",
    "press",
    "media",
    "newspe",
    "newspa",
    "scribes",
    "crews",
    "columnists",
    "microphones",
)
# Listeners that a press conference may have as well as a speech.
TOLD_CROWD = re.compile(
    rf"\b{TELL}\s+(?:the\s+|an?\s+)?(?:[\w'’-]+\s+)?(?:crowd|audience|gathering|hall)\b|"
    r"\b(?:spoke|speaking)\s+(?:to|before|at)\s+(?:the|an?)\s+(?:[\w'’-]+\s+){0,2}(?:crowd|audience|gathering|hall)\b|"
    r"(?:\b(?:said|says|promised|joked|declared|added|vowed|went\s+on)|\x00,?)\s+to\s+(?:[\w-]+\s+){0,2}(?:laughter|applause|cheers|boos|jeers)\b|"
    r"\b(?:amid|drawing|drew|prompting)\s+(?:[\w-]+\s+){0,2}(?:laughter|applause|cheers|boos|jeers)\b",
    re.IGNORECASE,
)
TOLD_CROWD_HINTS = ("crowd", "audience", "gathering", "hall", "laughter", "applause", "cheers", "boos", "jeers")
TOGETHER = re.compile(
    r"\b(?:beside|alongside|next\s+to|flanked\s+by|together\s+with)\s+(?=(?:[\w’'-]+\s+){0,4}(?:[A-Z]|him\b|her\b|them\b|counterpart|colleague))|\b(?:with\b[^.;\x00]{3,80}\bat\s+(?:his|her)\s+side)\b"
)
_ASKER = re.compile(r"(?:reporter|journalist|correspondent)s?\b", re.IGNORECASE)


def is_asker(words: str) -> bool:
    """Whether the words begin with a reporter, who asks at an occasion and is nobody's speaker there."""
    return _ASKER.match(words) is not None
