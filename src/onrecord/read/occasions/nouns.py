"""Nouns by which the press names an occasion, after a preposition ("in a joint press conference") or as a subject."""

from __future__ import annotations

import re

from onrecord.model import OccasionType
from onrecord.read.occasions.listeners import PRESS, REPORTERS

_ADJECTIVES = (
    r"(?:(?!(?:the|no|since|of|to|in|on|at|by|with|that|which|after|before|during|from|until)\b)"
    r"[\w'’“”\"-]+,?\s+){0,5}?"
)
_DETERMINER = r"(?P<det>an?|one|the|his|her|their|its|this|that|what was|[\w-]+['’]s?)"
_PREPOSITION = (
    r"\b(?P<prep>in\s+the\s+course\s+of|in|at|during|over|to|for|from|of|tells?|told|telling|address(?:ed|ing|es)?|gives?|gave|giving|hold|holds?|held|"
    r"holding|had|call(?:s|ed)|beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)|us(?:es|ed|ing)|open(?:s|ed|ing)|clos(?:es|ed|ing)|ended|conclud(?:ed|ing))(?:\s+(?:on\s+)?(?:today|yesterday|\w+day))?"
)
_CAPITALISED = r"(?-i:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
# A chat is an interview when the press holds it: "a chat with The Harbour Bell", "an exclusive chat".
_CHAT = (
    r"exclusive\s+(?:chat|sit-?down)|(?:chat|sit-?down)"
    r"(?=\s+with\s+(?:(?-i:The\s+[A-Z])|[\"“‘](?-i:[A-Z])|this\b|our\b|us\b|me\b))"
)
_NOUNS: dict[OccasionType, str] = {
    "joint press conference": rf"shared\s+(?:{PRESS}\s+(?:conference|availability|briefing)|presser)|"
    rf"joint\s+(?:[\w-]+\s+)?(?:{PRESS}\s+(?:conference|availability|briefing|appearance|point|event|call)|presser|briefing|appearance|(?:remarks|statements?)\s+to\s+(?:the\s+)?(?:{PRESS}|reporters|journalists))",
    "press conference": rf"{PRESS}\s+(?:conference|availability|appearance|point|call|event)|presser|"
    rf"(?:media\s+)?stakeout|remarks\s+to\s+(?:the\s+)?(?:{PRESS}|reporters|journalists)",
    "briefing": rf"statements?\s+to\s+(?:the\s+)?(?:[\w-]+\s+)?{REPORTERS}|"
    r"conference\s+call|briefing|(?:media|press)?\s*(?:scrum|huddle|gaggle)|doorstep",
    "interview": rf"(?:interview|{_CHAT})(?:\s+with\s+(?P<outlet>(?:the\s+)?{_CAPITALISED}))?",
    "phone call": r"(?:tele)?phone\s+(?:call|conversation|talks?|exchange)|(?<![a-rt-z]s\s)call(?!\s+for\b)|"
    r"video\s*(?:call|conference)|(?<=\bthe\s)conversation",
    # A council or a town that meets listens to speakers; a meeting else is one of those who talk to each other.
    "speech": r"(?:council|public|parish|town(?:\s+hall)?|community|village|residents['’]?|shareholders['’]?|"
    r"annual(?:\s+general)?|protest|campaign|election)\s+meeting|(?:campaign\s+)?rally|speech|address|sermon|homily|eulogy|lecture|keynote|toast|testimony|"
    r"(?:opening|closing|concluding)\s+remarks|hustings|"
    r"(?:televised|(?:New\s+Year|Christmas|Easter)(?:['’]s)?(?:\s+\w+)?|opening|closing|inaugural)\s+(?:message|appeal|statement)|"
    r"(?:(?:plenary|parliamentary|council|budget)\s+)?(?:session|sitting)\s+of\s+(?:the\s+)?(?:parliament|assembly|senate|house|congress|council)|"
    r"(?:plenary|parliamentary|council|budget)\s+(?:session|sitting|debate)|question\s+time",
    "meeting": r"meeting|talks|negotiations|consultations|encounter|"
    r"(?:government|cabinet|ministerial|commission|committee|board)\s+session|"
    r"session\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:commission|committee|government|cabinet|board|ministers)|audience(?=\s+with)|reception|working\s+(?:lunch|dinner|breakfast)",
    "written statement": r"statement|(?:press|news|media)\s+release|readout|advisory|"
    r"e-?mailed\s+(?:comment|reply|answer|response)|written\s+(?:reply|answer|response|comment|submission)|"
    r"letter|e-?mail|tweet|communiqu[eé]|"
    r"circular|memo(?:randum)?(?=\s+to\b)|leaflet|pamphlet|flyer|telegram|op-ed|"
    r"(?:diplomatic|protest|handwritten)\s+note|(?:public|press|official)\s+notice|text\s+message",
}
# One of these stands in every sentence with such a noun, in small letters: a cheap look before the dear patterns.
_NOUN_HINTS: dict[OccasionType, tuple[str, ...]] = {
    "joint press conference": ("joint", "shared"),
    "press conference": ("press", "news", "media", "stakeout"),
    "briefing": ("statement", "conference call", "briefing", "scrum", "huddle", "gaggle", "doorstep"),
    "interview": ("interview", "chat", "sit-down", "sitdown"),
    "phone call": ("call", "phone", "video", "conversation"),
    "speech": (
        " meeting",
        "rally",
        "speech",
        "address",
        "sermon",
        "homily",
        "eulogy",
        "lecture",
        "keynote",
        "toast",
        "testimony",
        "remarks",
        "hustings",
        "session",
        "sitting",
        "debate",
        "question time",
        "televised",
        "new year",
        "christmas",
        "easter",
        "opening",
        "closing",
        "inaugural",
    ),
    "meeting": (
        "meeting",
        "talks",
        "negotiations",
        "consultations",
        "encounter",
        "session",
        "audience",
        "reception",
        "working",
    ),
    "written statement": (
        *("statement", "release", "readout", "advisory", "written", "letter", "mail", "tweet", "communiqu", "circular"),
        *("memo", " note", "notice", "text message", "leaflet", "pamphlet", "flyer", "telegram", "op-ed"),
    ),
}
# "The joint press conference of the two took place", "Their news conference is under way": a happening as subject.
_HELD = (
    r"(?:(?:was|were|is|are|has|had|have)\s+(?:\w+\s+)?(?:held|given|hosted|convened|opened|begun|started|ended|under\s*way|over|on)|took\s+place|"
    r"takes\s+place|came|comes|followed|follows|began|begins|starts|started|opened|opens|ended|ends|lasted|lasts|kicked\s+off|kicks\s+off|"
    r"got\s+under\s+way|gets\s+under\s+way|wrapped\s+up|wraps\s+up|went\s+ahead|drew|"
    r"(?:turn|descend|dissolv|erupt)(?:ed|s|es)?\s+into|became|becomes|broke\s+up|breaks\s+up)\b"
)
_SUBJECT_TYPES: tuple[OccasionType, ...] = (
    "joint press conference",
    "press conference",
    "briefing",
    "interview",
    "phone call",
    "meeting",
)
_WORD_END = r"(?!s?['’-]|\w)"
# The type, the words of which one stands in every match, and the pattern.
NOUNS: tuple[tuple[OccasionType, tuple[str, ...], re.Pattern[str]], ...] = (
    *(
        (
            kind,
            _NOUN_HINTS[kind],
            re.compile(rf"{_PREPOSITION}\s+{_DETERMINER}\s+(?P<adj>{_ADJECTIVES})(?:{noun}){_WORD_END}", re.IGNORECASE),
        )
        for kind, noun in _NOUNS.items()
    ),
    *(
        (
            kind,
            _NOUN_HINTS[kind],
            re.compile(
                rf"\b{_DETERMINER}\s+(?P<adj>{_ADJECTIVES})(?:{_NOUNS[kind]}){_WORD_END}(?=[^.;\x00]{{0,100}}?\s{_HELD})",
                re.IGNORECASE,
            ),
        )
        for kind in _SUBJECT_TYPES
    ),
)
# A headline names its occasion without a preposition.
HEAD = re.compile(_NOUNS["joint press conference"], re.IGNORECASE)
HEAD_PRESS = re.compile(
    r"\b(?:speaks?|talks?|spoke)\s+to\s+(?:the\s+)?(?:press|media|reporters|journalists)\b|\bpress\s+(?:conference|availability)\s+(?:of|by|with)\b|"
    r"\bquestions\s+and\s+answers\b|\bQ\s*&\s*A\b",
    re.IGNORECASE,
)
