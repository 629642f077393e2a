"""Verbs by which the press names an occasion: what somebody does to be heard ("faced reporters", "posted on")."""

from __future__ import annotations

import re

from onrecord.model import OccasionType
from onrecord.read.occasions.listeners import LISTENERS, REPORTERS

_CAPITALISED = r"(?-i:[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})"
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
        rf"\bfac(?:ed|ing)\s+(?:{REPORTERS}|the\s+cameras)\s+(?:together|side\s+by\s+side|jointly)|"
        r"\b(?:the\s+(?:two|pair)|both)\b[^.;\x00]{0,40}\s(?:"
        rf"(?:faced|before|in\s+front\s+of)\s+(?:{REPORTERS}|(?:the\s+)?cameras)|(?:fielded|took)\s+questions)|"
        rf"\b(?:side\s+by\s+side|shoulder\s+to\s+shoulder|together|jointly)\s+(?:before|in\s+front\s+of)\s+"
        rf"(?:{REPORTERS}|(?:the\s+)?(?:TV\s+)?(?:cameras|microphones))|"
        r"\bshar(?:ed|ing)\s+(?:a|the)\s+(?:podium|stage|platform|lectern)\s+with\b|"
        r"\bappear(?:s|ed|ing)\b[^.;\x00]{0,40}\b(?:jointly|together|side\s+by\s+side|alongside)\b",
    ),
    (
        "press conference",
        ("fac", "met", "meet", "address", "cameras", "before", "press room"),
        r"\b(?:told|addressed|spoke\s+(?:to|in|before))\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}press\s+room\b|"
        rf"\b(?:fac(?:e|es|ed|ing)|met|meets?|address(?:ed|ing)?|(?:appear(?:ed|ing)?|spoke|speaking)\s+before)\s+{REPORTERS}|"
        r"\bfac(?:ed|ing)\s+the\s+cameras\b|\b(?:before|in\s+front\s+of)\s+(?:the\s+)?(?:TV\s+)?cameras\b",
    ),
    (
        "press conference",
        ("question",),
        r"\b(?:reporter|journalist|correspondent)s?\b[^.;\x00]{0,60}\b(?:first|second|last|final|next)\s+question\b|"
        r"\b(?:took|taking|takes|field(?:s|ed|ing))\s+(?:(?:a\s+few|two|three|some|no)\s+)?questions\b",
    ),
    (
        "press conference",
        ("reporter", "journalist", "correspondent"),
        r"\b(?:when|after|as)\s+(?:an?|one|another)\s+(?:[\w-]+\s+){0,2}(?:reporter|journalist|correspondent)\s+"
        r"(?:asked|brought\s+up|raised|pressed|wanted\s+to\s+know|put\s+(?:it|the\s+question))",
    ),
    (
        "press conference",
        ("present", "unveil"),
        rf"\b(?:present|unveil)(?:s|ed|ing)\b[^.;\x00]{{0,60}}\bto\s+{REPORTERS}",
    ),
    ("briefing", ("brief",), rf"\bbrief(?:ed|ing|s)\s+(?:[\w-]+\s+)?{REPORTERS}\b"),
    (
        "briefing",
        ("call with",),
        rf"\b(?:on|in|during)\s+an?\s+(?:[\w-]+\s+){{0,2}}call\s+with\s+(?:[\w-]+\s+)?{REPORTERS}\b",
    ),
    (
        "phone call",
        ("call with", "earnings call", "conference call"),
        r"\b(?:on|in|during)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}(?:call\s+with\s+(?:[\w-]+\s+){0,2}(?:analysts|investors|shareholders)|"
        r"earnings\s+(?:conference\s+)?call)\b",
    ),
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
            "in the release",
            "in its release",
            ", on ",
        ),
        r"\b(?:issued|issues|issuing|released|releases|releasing|sent|sends|sending|published|publishes|signed|put\s+out)\s+"
        r"(?:an?|one|the|his|her|their|its)\s+(?:[\w-]+\s+){0,2}(?:statement|letter|e-?mail|press\s+release|communiqu[eé])\b|"
        r"\b(?:on|took\s+to|takes\s+to)\s+(?:social\s+media|Twitter|Facebook|Telegram|(?-i:X)\b)|\b(?:posted(?=\s+(?:on|to|in|that|online|a\s+(?:message|video|statement|picture|photo))\b|\s*:)|tweeted)\b|\bwrote\s+to\s+(?:our|this)\b|"
        r"\b(?:in|by|via)\s+e-?mail\b|\b(?:in|via)\s+(?:an?|one|the|his|her|their)\s+(?:[\w-]+\s+){0,3}"
        r"(?:post(?!\s+(?:of|as|at|office)\b)|message|thread|news\s+release|(?:written|e-?mailed)\s+(?:reply|replies|answers?|response))\b|"
        r"\b(?:on|via)\s+(?:his|her|its|their)\s+(?:[\w-]+\s+)?(?:page|account|channel|website|site|feed)\b|\b(?:in|via)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+)?"
        r"(?:telegram|note\s+verbale|declaration(?!\s+of))\b|\b(?:an?|the|[\w’-]+['’]s)\s+(?:joint\s+|written\s+|short\s+|brief\s+)?(?:statement|letter|open\s+letter|e-?mail)\s+(?:by|from|signed\s+by)\b(?=[^.;\x00]*\s(?:is|was|said|says|read|reads|welcom|call|urg|condemn))|"
        r"\bin\s+(?:the|its)\s+release\b(?!\s+of)|,\s+on\s+(?-i:[A-Z]\w+)\s*:|\bin\s+writing\b|\bto\s+written\s+questions\b",
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
        rf"\b[Ii]n\s+(?:(?!the\b)[\w-]+\s+)?(?:remarks|testimony)\b(?!\s+to\s+{REPORTERS})(?!\s+(?:carried|published|quoted|to))|\btestif(?:ied|ying|ies)\s+(?:before|to)\b",
    ),
    (
        "speech",
        ("debate",),
        r"\b(?:reply|speak|respond|interven)ing\s+(?:to|in|during|at)\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}debate\b",
    ),
    (
        "speech",
        ("told", "tell", "address", "spoke", "speaking", "remind", "assur", "inform", "warn"),
        rf"\b(?:tells?|told|telling|reminded|assured|informed|warned|address(?:ed|ing|es)|(?:spoke|speaking)\s+(?:to|before|at|in))\s+{LISTENERS}\b",
    ),
)
# The type, the words of which one stands in every match, and the pattern.
VERBS: tuple[tuple[OccasionType, tuple[str, ...], re.Pattern[str]], ...] = tuple(
    (kind, hints, re.compile(verb, re.IGNORECASE)) for kind, hints, verb in _VERBS
)
