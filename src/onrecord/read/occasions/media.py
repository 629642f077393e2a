"""The press itself as listener: stations, agencies, papers and programmes that somebody "told" something."""

from __future__ import annotations

import re

from onrecord.model import OccasionType

_DATED = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Twitter|Facebook|X)\b"
)
# Agencies and stations by name, and what is on the air by how it is called.
_STATION = (
    r"(?:(?:The\s+)?Associated\s+Press|AP|AFP|Reuters|Bloomberg|UPI|DPA|EFE|ANSA|TASS|Interfax|RIA(?:\s+Novosti)?|SANA|Xinhua|Kyodo|"
    r"Yonhap|IRNA|Anadolu|Politico|POLITICO|Axios|BBC|CNN|CNBC|MSNBC|NBC|CBS|ABC|NPR|PBS|ITV|LBC|C-SPAN|RT|Fox|Sky|Al\s+Jazeera|"
    r"Al\s+Arabiya|Euronews|Newsweek|Deutsche\s+Welle|Le\s+Monde|Le\s+Figaro|Der\s+Spiegel|El\s+Pa[ií]s|Haaretz)"
)
_ON_AIR = (
    rf"\bon\s+(?-i:{_STATION}\b(?:['’]s)?)|"
    r"\bon\s+(?-i:(?:[Tt]he\s+|his\s+|her\s+)?(?:[A-Z][\w’'.-]*\s+){1,4}(?:Show|Programme|Program|Hour|Podcast|Radio|Today|Tonight))\b"
)
_PAPER = (
    r"(?:Times|Post|Herald|Courier|Telegraph|Gazette|Tribune|Mail|Guardian|Express|Mirror|Star|Sun|Independent|Observer|Chronicle|"
    r"Journal|Standard|Examiner|Beacon|Trumpet|Lantern|Bugle|Clarion|Sentinel|Echo|Argus|Globe|Dispatch|Inquirer|Daily|Weekly|Magazine|Review|Register|"
    r"Ledger|Record)"
)
# Who listens and is no paper.
_HOUSE = (
    r"(?:Council|Assembly|Senate|House|Chamber|Court|Committee|Commission|Congress|Forum|Union|Hall|Guildhall|Commons|Lords|Parliament|"
    r"Board|Ministry|Minister|President|Government|Cabinet|Conference|Convention|Summit|Party|Bench|Inquiry|Tribunal|Authority|Office|"
    r"Bank|Association|Federation|League|Society|Group|Agency|UN|EU|Pope|King|Queen|Prince|Mayor|Governor|Secretary|Speaker|Ambassador|"
    r"Nations|States|Secretariat|Delegation|Mission|Institute|Academy|Chancellor|Premier)s?\b"
)
_RANK = r"(?:Minister|President|Premier|Ambassador|Secretary|Envoy|King|Queen|Prince|Speaker|General|Judge)s?\b"
RANK = re.compile(rf"\b{_RANK}")
HOUSE = re.compile(rf"\b{_HOUSE}")
# A paper that "wrote" something reported it.
PAPER = re.compile(rf"\b{_PAPER}\b")
# What follows a listener's name ("told the station that", "told the show: ").
_ENDS = (
    r"\s*(?:[.,:;\x00]|$)|"
    r"\s+(?:that|he|she|they|it|there|on|in|at|last|this|earlier|today|yesterday|how|why|about|of)\b"
)
# Listeners of the press and on the air: an interview.
BROADCASTER = re.compile(
    r"\b(?:told|tells|telling|(?:confirmed|related|revealed|recalled|complained|insisted|admitted|confessed)\s+to|[Ss]peaking\s+(?:to|with)|spoke\s+(?:to|with)|[Ii]n\s+(?:an?\s+|his\s+|her\s+)?(?:[\w-]+\s+)?statements?\s+to|[Ii]n\s+(?:remarks|comments)\s+(?:to|(?:published|carried|aired|broadcast|quoted)\s+(?:by|on|in))|"
    r"[Ii]n\s+an?\s+(?:[\w-]+\s+){0,2}(?:Q&A|conversation|sit-?down)\s+with|(?:[Cc]ontacted|[Rr]eached|[Aa]pproached)\s+by|"
    r"(?:[Ii]n\s+a|by|over\s+the)\s+(?:tele)?phone(?:\s+(?:call|conversation))?\s+(?:with|to))\s+(?:the\s+)?"
    r"(?P<outlet>(?:this|our)\s+(?:reporter|correspondent)\b|(?:[\w’'-]+\s+){0,3}(?:(?-i:[A-Z][\w-]*(?:News|TV|FM|Radio|Channel|\d)|(?:Radio|Channel|TV)\s+[A-Z\d]\w*|"
    r"[A-Z][\w-]+\s+(?:TV|FM|Radio|News|Television)|BBC|CNN|Al\s+Jazeera|Sky\s+News|NPR|CBS|NBC|ABC|PBS)\b|"
    r"(?:state|public|national|local|regional|private)\s+(?:television|radio|broadcaster|TV)\b|"
    # A programme's name has small words in it ("told Breakfast at the Harbour").
    rf"(?-i:(?!{_RANK})[A-Z][\w’'-]+\s+(?:on|at|with)\s+(?:the\s+)?(?!{_DATED})[A-Z][\w’'-]+)|"
    rf"(?-i:{_STATION})\b|"
    r"(?:news\s+)?(?:channel|agency|magazine|newspaper|website)\b|state(?:-run)?\s+media\b|(?:daily|weekly|newspaper|tabloid)\s+(?-i:[A-Z][\w-]+)|"
    rf"(?:programme|program|podcast|phone-in|show|broadcast|bulletin|station|weekly|tabloid|portal|(?:news|web)\s?site)(?={_ENDS})|"
    rf"(?:broadcaster|radio|television)\b|(?:[A-Z][\w-]*[\s-])?{_PAPER}\b|"
    # A paper of any name goes with "the" as no person does ("told the Morning Whistle that").
    rf"(?-i:(?<=the\s)(?:[A-Z][\w’-]+\s+){{0,2}}(?!{_HOUSE})[A-Z][\w’-]+(?=\s+(?:that|she|he|they|it|there|on|in|by|over|last|this|yesterday)\b|[.,:;]))|"
    r"(?:this|our)\s+(?:news)?(?:paper|site|website|reporter|correspondent)\b))",
)
# Who asks in the studio: "told host Perry Lund" goes on with the interview that is told of.
HOST = re.compile(r"\b(?:host|co-host|presenter|anchor|interviewer)s?$", re.IGNORECASE)
# One of these stands in every sentence that the pattern matches, in small letters.
BROADCASTER_HINTS = (
    "told",
    "tell",
    "ed to",
    "speaking",
    "spoke",
    "in remarks",
    "statement to",
    "statements to",
    "in comments",
    "phone",
    "q&a",
    "conversation",
    "sit-down",
    "sitdown",
    "contacted by",
    "reached by",
    "approached by",
)
# Words that tell of an interview and name nobody who holds it, in groups by what stands in every match.
_HELD_BY_US = (
    r"\b(?:told|tells)\s+(?:me|us|listeners|viewers|(?:an?|one|the)\s+(?:caller|listener|viewer))\b|"
    r"\b(?:listeners|viewers|callers)['’]\s+(?:questions|calls)\b|"
    r"(?<!according\s)\bto\s+(?:this|our)\s+(?:news)?(?:paper|magazine|weekly|site|website|reporter|correspondent)\b|"
    r"\b(?:said|says|confirmed|confirms|explained|explains|admitted|admits|added|adds)\s+to\s+(?:me|us)\b|"
    r"\binterviewed\s+by\b|\b[Ww]hen\s+(?:we|I)\s+(?:met|meet|spoke|speak|sat)\b|"
    r"\bsat\s+down\s+with\s+(?:me|us|this)\b|"
    r"\b(?:told|tells|telling|assured|(?:revealed|admitted|confessed|said|explained)\s+to)\s+(?:the\s+)?(?:[\w’'-]+\s+)?"
    r"(?:host|co-host|presenter|anchor|interviewer)s?\b(?!\s+(?:country|nation|city|club|government))"
)
_REACHED = r"(?<!be\s)(?<!been\s)\breached\s+(?:(?:at|in)\s+(?:home|(?:his|her|their)\s+\w+)|for\s+comment)\b"
_PROGRAMMES = (
    r"\b(?:was|is)\s+(?:a|the)\s+guest\b[^.;]*\b(?:programme|program|show|radio|podcast)\b|"
    r"\b(?:appear(?:ed|ing)|speaking|spoke|said)\s+on\s+(?:the\s+)?(?:[\w-]+\s+)?"
    r"(?:radio|television|TV|programme|show|podcast)\b|"
    r"\bin\s+an?\s+(?:[\w-]+\s+)?(?:radio|television|TV)\s+(?:broadcast|appearance)\b|"
    r"\bon\s+(?:[\w’'-]+\s+){1,4}(?:breakfast|morning|evening|current\s+affairs)\s+(?:programme|program|show)\b|"
    r"\bon\s+(?:state|local|national|public)\s+(?:radio|television|TV)\b|"
    r"\b(?:in|on)\s+(?:an?|the|his|her|[\w-]+['’]s)\s+(?:[\w-]+\s+){0,2}"
    r"(?:podcast|breakfast\s+(?:show|programme)|talk\s+show|phone-in)\b"
)
_OURS = (
    "told",
    "tells",
    "listeners",
    "viewers",
    "callers",
    "to this",
    "to our",
    "to us",
    "to me",
    "host",
    "presenter",
    "anchor",
    "interviewer",
    "interviewed by",
    "when we",
    "when i",
    "sat down",
)
_AIRED = ("radio", "television", "tv", "programme", "program", "show", "podcast", "phone-in")
# The type, the words of which one stands in every match, and the pattern.
INTERVIEWS: tuple[tuple[OccasionType, tuple[str, ...], re.Pattern[str]], ...] = (
    ("interview", _OURS, re.compile(_HELD_BY_US, re.IGNORECASE)),
    ("interview", ("reached",), re.compile(_REACHED, re.IGNORECASE)),
    ("interview", _AIRED, re.compile(_PROGRAMMES, re.IGNORECASE)),
    ("interview", ("on ",), re.compile(_ON_AIR, re.IGNORECASE)),
)
