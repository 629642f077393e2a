"""The words by which the press names an occasion, as patterns: nouns after a preposition, verbs, listeners."""

from __future__ import annotations

import re

from onrecord.model import OccasionType
from onrecord.read.occasions.media import ON_AIR

_ADJECTIVES = (
    r"(?:(?!(?:the|no|since|of|to|in|on|at|by|with|that|which|after|before|during|from|until)\b)"
    r"[\w'’“”\"-]+,?\s+){0,5}?"
)
_DETERMINER = r"(?P<det>an?|one|the|his|her|their|its|this|that|what was|[\w-]+['’]s?)"
_PREPOSITION = (
    r"\b(?P<prep>in\s+the\s+course\s+of|in|at|during|over|to|for|from|of|tells?|told|telling|address(?:ed|ing|es)?|gives?|gave|giving|hold|holds?|held|"
    r"holding|had|call(?:s|ed)|open(?:ed|ing)|ended|conclud(?:ed|ing))(?:\s+(?:on\s+)?(?:today|yesterday|\w+day))?"
)
_PRESS = r"(?:press|news|media)"
_REPORTERS = (
    r"(?:reporters|journalists|newsmen|correspondents|hacks|"
    r"(?:the\s+)?(?:press|media)(?!\s+(?:conf|brief|avail|point|call)))"
)
_CAPITALISED = r"(?-i:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
# A chat is an interview when the press holds it: "a chat with The Harbour Bell", "an exclusive chat".
_CHAT = r"exclusive\s+(?:chat|sit-?down)|(?:chat|sit-?down)(?=\s+with\s+(?:(?-i:The\s+[A-Z])|this\b|our\b|us\b|me\b))"
_NOUNS: dict[OccasionType, str] = {
    "joint press conference": rf"shared\s+(?:{_PRESS}\s+(?:conference|availability|briefing)|presser)|"
    rf"joint\s+(?:[\w-]+\s+)?(?:{_PRESS}\s+(?:conference|availability|briefing|appearance|point|event|call)|presser|briefing|appearance|(?:remarks|statements?)\s+to\s+(?:the\s+)?(?:{_PRESS}|reporters|journalists))",
    "press conference": rf"{_PRESS}\s+(?:conference|availability|appearance|point|call|event)|presser|"
    rf"(?:media\s+)?stakeout|remarks\s+to\s+(?:the\s+)?(?:{_PRESS}|reporters|journalists)",
    "briefing": rf"statements?\s+to\s+(?:the\s+)?(?:[\w-]+\s+)?{_REPORTERS}|"
    r"conference\s+call|briefing|(?:media|press)?\s*(?:scrum|huddle|gaggle)|doorstep",
    "interview": rf"(?:interview|{_CHAT})(?:\s+with\s+(?P<outlet>(?:the\s+)?{_CAPITALISED}))?",
    "phone call": r"(?:tele)?phone\s+(?:call|conversation|talks?|exchange)|(?<![a-rt-z]s\s)call(?!\s+for\b)|"
    r"video\s*(?:call|conference)|(?<=\bthe\s)conversation",
    "speech": r"(?:campaign\s+)?rally|speech|address|sermon|homily|eulogy|lecture|keynote|toast|testimony|"
    r"(?:opening|closing|concluding)\s+remarks|hustings|"
    r"(?:televised|(?:New\s+Year|Christmas|Easter)(?:['’]s)?(?:\s+\w+)?|opening|closing|inaugural)\s+(?:message|appeal|statement)|"
    r"(?:(?:plenary|parliamentary|council|budget)\s+)?(?:session|sitting)\s+of\s+(?:the\s+)?(?:parliament|assembly|senate|house|congress|council)|"
    r"(?:plenary|parliamentary|council|budget)\s+(?:session|sitting|debate)|question\s+time",
    "meeting": r"meeting|talks|negotiations|consultations|encounter|"
    r"(?:government|cabinet|ministerial|commission|committee|board)\s+session|"
    r"session\s+of\s+(?:the\s+)?(?:[\w-]+\s+){0,3}(?:commission|committee|government|cabinet|board|ministers)|audience(?=\s+with)|reception|working\s+(?:lunch|dinner|breakfast)",
    "written statement": r"statement|(?:press|news)\s+release|letter|e-?mail|tweet|communiqu[eé]|circular|memo(?:randum)?(?=\s+to\b)|"
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
        *("statement", "release", "letter", "mail", "tweet", "communiqu", "circular", "memo", " note"),
        *("notice", "text message"),
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
_LISTENERS = (
    r"(?:parliament|(?:the\s+)?(?:MPs|lawmakers|deputies|senators|legislators|councillors|aldermen|peers)|(?:his\s+|her\s+)?fellow\s+members|congress|"
    rf"(?:(?:the|an?)\s+)?(?:(?!{_REPORTERS}|outside|over|in|at|that)[\w'’-]+\s+){{0,3}}?(?:assembly|senate|house|chamber|legislature|council|"
    r"rally|congress|forum|summit|plenary|session|Security\s+Council|(?-i:[A-Z][\w’'-]*\s+Hall)|convention|congregation|"
    r"nation|conference|committee|inquiry|shareholders|hustings|(?-i:dinner|lunch|luncheon|breakfast)(?!\s+(?:programme|program|show))|banquet|gala|fundraiser|seminar|symposium|panel|vigil|donors|executives|bankers|business\s+leaders|mourners|worshippers|pilgrims|congregants|activists|members|voters|farmers|workers|troops|soldiers|"
    r"cadets|recruits|sailors|fishermen|miners|teachers|pupils|pensioners|residents|investors|conference|strikers|supporters|delegates|opening|inauguration|unveiling|commemoration|villagers|students|veterans|graduates|ceremony))"
)
# Who is received is a person of some rank, no wound and no letter.
_VISITOR = (
    r"\b(?:ministers?|presidents?|counterpart|colleague|envoys?|ambassadors?|delegations?|leaders?|premier|secretary|chief|head|"
    r"representatives?|officials?|director|guests?|king|prince|emir|speaker|chancellor|commissioner|mediator|FM|PM)\b"
)
# The words up to a full stop; that of a title ("H.E.") is none.
_CLAUSE = r"(?:H\.E\.|[^.;])*"
_VERBS: tuple[tuple[OccasionType, tuple[str, ...], str], ...] = (
    (
        "joint press conference",
        (
            "fac",
            "shar",
            "appear",
            "side by side",
            "shoulder to shoulder",
            "together",
            "jointly",
            "the two",
            "the pair",
            "both",
        ),
        rf"\bfac(?:ed|ing)\s+(?:{_REPORTERS}|the\s+cameras)\s+(?:together|side\s+by\s+side|jointly)|"
        r"\b(?:the\s+(?:two|pair)|both)\b[^.;\x00]{0,40}\s(?:"
        rf"(?:faced|before|in\s+front\s+of)\s+(?:{_REPORTERS}|(?:the\s+)?cameras)|(?:fielded|took)\s+questions)|"
        rf"\b(?:side\s+by\s+side|shoulder\s+to\s+shoulder|together|jointly)\s+(?:before|in\s+front\s+of)\s+"
        rf"(?:{_REPORTERS}|(?:the\s+)?(?:TV\s+)?(?:cameras|microphones))|"
        r"\bshar(?:ed|ing)\s+(?:a|the)\s+(?:podium|stage|platform|lectern)\s+with\b|"
        r"\bappear(?:s|ed|ing)\b[^.;\x00]{0,40}\b(?:jointly|together|side\s+by\s+side|alongside)\b",
    ),
    (
        "press conference",
        ("fac", "met", "meet", "address", "cameras", "before", "press room"),
        r"\b(?:told|addressed|spoke\s+(?:to|in|before))\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}press\s+room\b|"
        rf"\b(?:fac(?:e|es|ed|ing)|met|meets?|address(?:ed|ing)?|(?:appear(?:ed|ing)?|spoke|speaking)\s+before)\s+{_REPORTERS}|"
        r"\bfac(?:ed|ing)\s+the\s+cameras\b|\b(?:before|in\s+front\s+of)\s+(?:the\s+)?(?:TV\s+)?cameras\b",
    ),
    (
        "press conference",
        ("question",),
        r"\b(?:reporter|journalist|correspondent)s?\b[^.;\x00]{0,60}\b(?:first|second|last|final|next)\s+question\b|"
        r"\b(?:took|taking|takes|field(?:s|ed|ing))\s+(?:(?:a\s+few|two|three|some|no)\s+)?questions\b",
    ),
    ("briefing", ("brief",), rf"\bbrief(?:ed|ing|s)\s+(?:[\w-]+\s+)?{_REPORTERS}\b"),
    ("briefing", ("call with",), rf"\b(?:on|in|during)\s+an?\s+(?:[\w-]+\s+){{0,2}}call\s+with\s+(?:[\w-]+\s+)?{_REPORTERS}\b"),
    (
        "phone call",
        ("rang", "ring", "called"),
        r"\b(?:rang|rings|called)\s+(?:up\s+)?(?:his|her|their)\s+(?:[\w-]+\s+){0,3}(?:counterpart|colleague|opposite\s+number)\b",
    ),
    (
        "meeting",
        ("cabinet", "board", "ministers"),
        r"\btold\s+(?:the|his|her)\s+(?:[\w-]+\s+)?(?:cabinet|board|ministers)\b(?!\s+(?:office|members?|meeting)\b)(?!['’-])",
    ),
    ("phone call", ("phone",), r"(?<!said\s)\b(?:by|over\s+the|on\s+the|via)\s+(?:tele)?phone\b|\b(?:tele)?phoned\b"),
    (
        "written statement",
        (
            "statement",
            "letter",
            "mail",
            "release",
            "communiqu",
            "social",
            "twitter",
            "facebook",
            "telegram",
            "on x",
            "took to",
            "takes to",
            "posted",
            "tweeted",
            "wrote",
            " post",
            "message",
            "thread",
            "writ",
            "emailed",
            "page",
            "account",
            "channel",
            "site",
            "feed",
            "telegram",
            "verbale",
            "declaration",
        ),
        r"\b(?:issued|issues|issuing|released|releases|releasing|sent|sends|sending|published|publishes|signed|put\s+out)\s+"
        r"(?:an?|one|the|his|her|their|its)\s+(?:[\w-]+\s+){0,2}(?:statement|letter|e-?mail|press\s+release|communiqu[eé])\b|"
        r"\b(?:on|took\s+to|takes\s+to)\s+(?:social\s+media|Twitter|Facebook|Telegram|(?-i:X)\b)|\b(?:posted(?=\s+(?:on|to|in|that|online|a\s+(?:message|video|statement|picture|photo))\b|\s*:)|tweeted)\b|\bwrote\s+to\s+(?:our|this)\b|"
        r"\b(?:in|by|via)\s+e-?mail\b|\b(?:in|via)\s+(?:an?|one|the|his|her|their)\s+(?:[\w-]+\s+){0,3}"
        r"(?:post(?!\s+(?:of|as|at|office)\b)|message|thread|news\s+release|(?:written|e-?mailed)\s+(?:reply|replies|answers?|response))\b|"
        r"\b(?:on|via)\s+(?:his|her|its|their)\s+(?:[\w-]+\s+)?(?:page|account|channel|website|site|feed)\b|\b(?:in|via)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+)?"
        r"(?:telegram|note\s+verbale|declaration(?!\s+of))\b|\b(?:an?|the|[\w’-]+['’]s)\s+(?:joint\s+|written\s+|short\s+|brief\s+)?(?:statement|letter|open\s+letter|e-?mail)\s+(?:by|from|signed\s+by)\b(?=[^.;\x00]*\s(?:is|was|said|says|read|reads|welcom|call|urg|condemn))|"
        r"\b(?:repl(?:y|ied|ies|ying)|answer(?:ed|ing|s)?|respond(?:ed|ing)?)\s+in\s+writing\b|\bto\s+written\s+questions\b",
    ),
    (
        "meeting",
        ("met", "meets", "meeting", "talks"),
        rf"\b(?:met|meets|meeting)\s+(?:(?:today|yesterday|\w+day|here)\s+)?with\b(?=[^.;]*{_VISITOR})|"
        rf"\b(?:met|meets)\s+(?:with\s+)?(?:his|her|their|the)\s+(?:[\w-]+\s+){{0,3}}{_VISITOR}|"
        r"\b(?:held|holds|holding|had|in)\s+(?:[\w-]+\s+)?(?:talks|consultations)\s+(?:\w+day\s+|today\s+|on\s+\w+day\s+|in\s+\w+\s+)?with\b",
    ),
    (
        "meeting",
        ("met", "meet"),
        r"\b(?:met|meets|is\s+meeting)\s+(?:with\s+)?(?-i:(?:(?:[A-Z][\w’'-]*|of)\s+){0,5}[A-Z][\w’'-]+)(?=\s+(?:in|at|on|for|today|yesterday|\w+day|here)\b)",
    ),
    (
        "meeting",
        ("talks", "negotiations", "consultations"),
        r"\b(?:at|during|in|opening|resuming)\s+(?:(?!the\b|an?\b)[\w-]+\s+)?(?:talks|negotiations|consultations)(?=\s+(?:with|in|at|on|between)\b|,)",
    ),
    ("meeting", ("audience",), r"\b(?:received|receives|granted)\b[^.;\x00]{0,40}\bin\s+(?:private\s+)?audience\b"),
    ("meeting", ("conferred",), r"\bconferred\s+with\b"),
    (
        "meeting",
        ("talks", "negotiations", "consultations"),
        r"\b(?:talks|negotiations|consultations)\s+(?:were|was)\s+held\b|\b(?:held|holds|holding|had)\s+(?:[\w-]+\s+)?negotiations\s+with\b",
    ),
    (
        "meeting",
        ("talks", "meeting"),
        r"\bat\s+the\s+(?:close|conclusion|end|outset|start|opening|beginning)\s+of\s+(?:the|their)\s+(?:talks|meeting)\b",
    ),
    (
        "meeting",
        ("talks",),
        r"\b(?:met|meets|welcomed|welcomes|hosted|hosts|received|receives)\b(?=[^.;\x00]{0,100}\bfor\s+(?:[\w-]+\s+)?talks\b)",
    ),
    (
        "meeting",
        ("received",),
        rf"\breceived\s+{_CAPITALISED}\s+(?:at|in)\s+(?:his|her|the)\s+(?:[\w-]+\s+)?(?:office|residence|palace|ministry)\b",
    ),
    (
        "meeting",
        ("received",),
        rf"\breceived\b(?={_CLAUSE}\b(?:by|at|in|today|on)\b)(?={_CLAUSE}{_VISITOR})|\btoday\s+received\b(?={_CLAUSE}{_VISITOR})",
    ),
    (
        "speech",
        ("remarks", "testimony", "testif"),
        rf"\b[Ii]n\s+(?:(?!the\b)[\w-]+\s+)?(?:remarks|testimony)\b(?!\s+to\s+{_REPORTERS})(?!\s+(?:carried|published|quoted|to))|\btestif(?:ied|ying|ies)\s+(?:before|to)\b",
    ),
    (
        "speech",
        ("told", "tell", "address", "spoke", "speaking", "remind", "assur", "inform", "warn"),
        rf"\b(?:tells?|told|telling|reminded|assured|informed|warned|address(?:ed|ing|es)|(?:spoke|speaking)\s+(?:to|before|at|in))\s+{_LISTENERS}\b",
    ),
    (
        "interview",
        (
            "told",
            "tells",
            "to this",
            "to our",
            "to us",
            "to me",
            "interviewed by",
            "conversation with",
            "guest",
            "on ",
            "podcast",
            "show",
            "when ",
            "sat down",
            "phone-in",
            "reached",
            "listeners",
            "viewers",
            "broadcast",
        ),
        r"(?<!be\s)(?<!been\s)\breached\s+(?:(?:at|in)\s+(?:home|(?:his|her|their)\s+\w+)|for\s+comment)\b|\b(?:told|tells)\s+(?:listeners|viewers)\b|"
        r"\bin\s+an?\s+(?:[\w-]+\s+)?(?:radio|television|TV)\s+(?:broadcast|appearance)\b|"
        r"\b(?:told|tells)\s+(?:me|us)\b|(?<!according\s)\bto\s+(?:this|our)\s+(?:news)?(?:paper|magazine|weekly|site|website|reporter|correspondent)\b|"
        r"\b(?:said|says|confirmed|confirms|explained|explains|admitted|admits|added|adds)\s+to\s+(?:me|us)\b|\binterviewed\s+by\b|\b(?:was|is)\s+(?:a|the)\s+guest\b[^.;]*\b(?:programme|program|show|radio|podcast)\b|"
        r"\b(?:appear(?:ed|ing)|speaking|spoke|said)\s+on\s+(?:the\s+)?(?:[\w-]+\s+)?(?:radio|television|TV|programme|show|podcast)\b|"
        r"\bon\s+(?:[\w’'-]+\s+){1,4}(?:breakfast|morning|evening|current\s+affairs)\s+(?:programme|program|show)\b|"
        r"\bon\s+(?:state|local|national|public)\s+(?:radio|television|TV)\b|"
        r"\b(?:in|on)\s+(?:an?|the|his|her|[\w-]+['’]s)\s+(?:[\w-]+\s+){0,2}(?:podcast|breakfast\s+(?:show|programme)|talk\s+show|phone-in)\b|"
        r"\b[Ww]hen\s+(?:we|I)\s+(?:met|meet|spoke|speak|sat)\b|\bsat\s+down\s+with\s+(?:me|us|this)\b|" + ON_AIR,
    ),
)

# The first group of patterns that matches a stretch names its type.
STRONG: tuple[tuple[OccasionType, tuple[str, ...], re.Pattern[str]], ...] = (
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
    *((kind, hints, re.compile(verb, re.IGNORECASE)) for kind, hints, verb in _VERBS),
)
# "told reporters": at a press conference when there is one, at a briefing else.
REPORTERS = re.compile(
    rf"\b(?:tells?|told|telling|assured|informed|(?:said|spoke|speaking|talking|speaks)\s+to)\s+(?:the\s+)?(?:[\w-]+\s+)?{_REPORTERS}\b|"
    rf"\b(?:remarks|comments?|conversation|chat)\s+(?:to|with)\s+(?:the\s+)?(?:[\w-]+\s+)?{_REPORTERS}\b|"
    rf"\basked\s+by\s+{_REPORTERS}\b|\bquestions?\s+(?:from|by|of)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+)?(?:{_REPORTERS}|journalist|reporter)\b|"
    r"\b(?:reporters|journalists)['’]\s+questions\b|\b(?:journalist|reporter)['’]s\s+question\b",
    re.IGNORECASE,
)
REPORTERS_HINTS = ("reporter", "journalist", "newsmen", "correspondents", "hacks", "press", "media")
# Listeners that a press conference may have as well as a speech.
CROWD = re.compile(
    r"\b(?:told|tells|telling)\s+(?:the\s+|an?\s+)?(?:[\w'’-]+\s+)?(?:crowd|audience|gathering|hall)\b|"
    r"\b(?:spoke|speaking)\s+(?:to|before|at)\s+(?:the|an?)\s+(?:[\w'’-]+\s+){0,2}(?:crowd|audience|gathering|hall)\b|"
    r"(?:\b(?:said|says|promised|joked|declared|added|vowed|went\s+on)|\x00,?)\s+to\s+(?:[\w-]+\s+){0,2}(?:laughter|applause|cheers|boos|jeers)\b|"
    r"\b(?:amid|drawing|drew|prompting)\s+(?:[\w-]+\s+){0,2}(?:laughter|applause|cheers|boos|jeers)\b",
    re.IGNORECASE,
)
CROWD_HINTS = ("crowd", "audience", "gathering", "hall", "laughter", "applause", "cheers", "boos", "jeers")
# A headline names its occasion without a preposition.
HEAD = re.compile(_NOUNS["joint press conference"], re.IGNORECASE)
HEAD_PRESS = re.compile(
    rf"\b(?:speaks?|talks?|spoke)\s+to\s+(?:the\s+)?(?:press|media|reporters|journalists)\b|\bpress\s+(?:conference|availability)\s+(?:of|by|with)\b|"
    r"\bquestions\s+and\s+answers\b|\bQ\s*&\s*A\b",
    re.IGNORECASE,
)
TOGETHER = re.compile(
    r"\b(?:beside|alongside|next\s+to|flanked\s+by|together\s+with)\s+(?=(?:[\w’'-]+\s+){0,4}(?:[A-Z]|him\b|her\b|them\b|counterpart|colleague))|\b(?:with\b[^.;\x00]{3,80}\bat\s+(?:his|her)\s+side)\b"
)
_ASKER = re.compile(r"(?:reporter|journalist|correspondent)s?\b", re.IGNORECASE)
SEPARATE = re.compile(r"\b(?:separate|another|second|later|earlier|subsequent|next)\b", re.IGNORECASE)
DEFINITE = frozenset({"the", "this", "that"})
FUTURE = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned)?\s+to|(?:is|are|was|were)\s+(?:to|due|scheduled|expected|set)|ahead\s+of|"
    r"expected\s+to|intends\s+to|before|reports\s+of)\b(?:\s+[\w-]+){0,4}\s*$",
    re.IGNORECASE,
)
# "after the talks", "on the sidelines of the meeting": the meeting itself is only mentioned.
ONLY_MENTIONED = re.compile(
    rf"{FUTURE.pattern}|\b(?:after|following|since|ahead\s+of|end\s+of|half\s+of|part\s+of|day\s+of|round\s+of|sidelines\s+of|margins\s+of|"
    r"closed)\b(?:\s+[\w-]+){0,2}\s*$|\b(?:end|half|part|sidelines|margins|day|round)\s*$",
    re.IGNORECASE,
)
ACCORDING = re.compile(r"according\s+$", re.IGNORECASE)
# "the host of the talks", "the way to the meeting".
ABOUT = frozenset({"of", "for", "from", "to"})
# A chamber holds one debate: who speaks to it later speaks at the same.
CHAMBER = re.compile(
    r"\b(?:(?:the\s+)?(?:councillors|aldermen|peers|MPs|lawmakers|deputies|senators|legislators)|parliament|congress|"
    r"(?:assembly|senate|house|chamber|legislature|council))$|\b(?:session|sitting|debate|question\s+time)$",
    re.IGNORECASE,
)
EVENTS: frozenset[OccasionType] = frozenset({"meeting", "phone call"})


def is_asker(words: str) -> bool:
    """Whether the words begin with a reporter, who asks at an occasion and is nobody's speaker there."""
    return _ASKER.match(words) is not None
