"""Where an occasion was: the place that its own words name."""

from __future__ import annotations

import re
from collections.abc import Collection

from onrecord.model import WEEKDAYS, Span
from onrecord.read.occasions.listeners import TELL
from onrecord.read.occasions.people import surname

_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_KIND = (
    r"(?:(?:town|city|capital|port|village|island|resort|ministry|palace|airport|headquarters|embassy)\s+(?:city\s+)?"
    r"(?:of\s+)?)"
)
_BUILDING = r"(?:ministry|palace|airport|embassy|hotel|parliament|university)"
_INDOORS = (
    r"(?:\s+(?:airport|town\s+hall|city\s+hall|palace|station|hotel|parliament|harbour|harbor|university|"
    r"embassy|ministry|castle|stadium|museum))?"
)
_NAMED = re.compile(
    rf"\b(?i:in|at|from)\s+(?P<place>(?:the\s+(?:[a-z]+\s+)?{_BUILDING}\s+in\s+)?(?:the\s+)?(?:(?!an?\s)[a-z]+\s+)?{_KIND}?{_CAPITAL}"
    rf"(?:\s+(?:(?:of(?:\s+the)?|al|de|la|el|del|du)\s+)?{_CAPITAL}|\s+\d+)*{_INDOORS})(?![\w’'-])(?!\s+(?:capital|side|government|border|territory|coast|state)\b)"
)
_AT = re.compile(
    rf"\b(?i:on|at|in|inside|outside)\s+(?P<site>the\s+(?:[a-z-]+\s+){{0,2}}(?:station|hall|house|church|school|hospital|library|museum|theatre|"
    rf"offices?|building|chapel|barracks|prison|cathedral|stadium|mosque|temple|synagogue)\s+(?:of|in)\s+{_CAPITAL}(?:\s+(?:(?:de|la|el|del|of|al)\s+)*{_CAPITAL})*)|"
    r"\b(?i:on|at|in)\s+(?P<place>the\s+(?:steps|lobby|gates|grounds|courtyard|gardens?)\s+of\s+(?:the\s+)?(?!the\b|her\b|his\b|their\b|an?\b)[a-z]+"
    r"(?:(?:\s+[a-z]+){1,2}(?=[.,;:\x00]|\s*$|\s+(?:on|in|late|early|yesterday|today|after|before)\b))?)"
)
# "... said in Karsa on Monday", "stood next to her in Karsa.": where the speakers were, at the end of a clause.
_STOOD = re.compile(
    rf"\b(?:in|from)\s+(?P<place>{_CAPITAL}(?:\s+(?:(?:of|al|de|la|el)\s+)?{_CAPITAL})*?)"
    rf"(?=[.,;:\x00]|\s*\Z|\s+(?:{'|'.join(WEEKDAYS)}|on|today|yesterday|late|early|that|after|following|so)\b)"
)
# "At Karsa town hall", "at the Lark House", "at the Velian embassy": a venue with a name.
_VENUE = re.compile(
    rf"\b(?:[Aa]t|[Ii]n|[Ii]nside|[Oo]utside)\s+(?:the\s+)?(?:(?!the\b)[a-z-]+\s+)?(?P<place>(?:{_CAPITAL}\s+){{1,3}}"
    r"(?:House|Hall|Palace|Library|Theatre|Museum|Cathedral|Academy|Gallery|Arena|Stadium|Castle|Villa|Citadel|College|"
    r"(?:town|city|village)\s+hall|palace|ministry|embassy|castle|harbou?r|airport|station|"
    r"museum|stadium|university|cathedral|shipyard|pier|quay|docks|portal|crossing|checkpoint|border\s+post))\b(?!['’-])"
)
# "Welcomed the envoy to the Lark House": the house into which a guest is asked.
_INVITED = re.compile(
    rf"\b(?:welcom|invit|receiv)\w+\s[^.,;\x00]{{1,60}}?\s(?:to|into)\s+(?:the\s+)?(?P<place>(?:{_CAPITAL}\s+){{1,3}}?"
    r"(?:House|Hall|Palace|Castle|Villa|Mansion))\b"
)
# "Her counterpart from Orile", "who arrived from Karsa": where one comes from; only who speaks "from" a place is there.
_ORIGIN = re.compile(
    r"\b(?:speak(?:s|ing)?|spoke|said|told|address\w*|live|broadcast|link|video|phone|telephone|report\w*)\b[^,;.\x00]{0,30}$",
    re.IGNORECASE,
)
_BEFORE = 60
# What may follow a place that closes its clause.
_CLOSES = re.compile(
    rf"\s*(?:$|[.,;:\n\x00]|(?:{'|'.join(WEEKDAYS)}|on|today|yesterday|late|early|earlier|that|after|following|before|where)\b)"
)
# "after their meeting in Doha": a place of something else.
_ELSEWHERE = re.compile(
    r"\b(?:meeting|talks|visit|trip|summit|round|war|conflict|crisis|fighting|troops|forces|envoy|ambassador|analyst|embassy|"
    r"expert|resident)\b[^,;.\x00]{0,40}$"
)
# A transcript's head: "... press conference, Karsa, 4 March 2031".
_HEAD = re.compile(rf",\s+(?P<place>{_CAPITAL}(?:\s+{_CAPITAL})*),\s+(?=\d|{'|'.join(WEEKDAYS)}|[A-Z][a-z]+\s+\d)")
# A report without capital letters: "told a news conference in port amsel."
_LOWER = re.compile(
    r"\s+(?:held\s+)?in\s+(?P<place>(?!the\b|an?\b)[a-z]+(?:\s+(?!on\b|that\b)[a-z]+)?)(?=[.,;]|\s+(?:on|that)\b|\s*$)"
)
# "In an interview in her office above the fish market".
_OWN = re.compile(
    r"\s+(?:with\s+(?:us|this\s+\w+|(?:[Tt]he\s+)?[A-Z]\w+(?:\s+[A-Z]\w+){0,2})\s+)?(?:in|on|at)\s+"
    r"(?P<place>(?:his|her|their)\s+(?:[a-z-]+\s+){0,2}?(?:office|home|house|porch|kitchen|study|garden|residence|flat|"
    r"apartment|farm|farmhouse|shop|workshop|studio|boat|cottage|headquarters|villa|library|yard)\b"
    r"(?:\s+(?:above|near|overlooking|behind|beside)\s+(?:the\s+)?[\w’'-]+(?:\s+[a-z]+(?=[,.]))?)?)"
)
_HERE = re.compile(r"\bhere\b(?!['’-])")
_ANY_CAPITAL = re.compile(r"[^\W\d_a-z]")
_AUDIENCE = re.compile(
    rf"\b(?:{TELL}|address\w*|(?:spoke|speaking)\s+(?:in|to|before))\s+(?:(?:a|an|the)\s+)?(?:[a-z]+\s+)?(?P<place>parliament(?!\s+[A-Z])|(?<!the\s)congress|assembly|senate|chamber|"
    r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*\s+Hall)\b|"
    r"\b(?:(?:speech|address|statement|remarks)\s+(?:to|before|in|on)|[Ii]n|[Bb]efore|[Oo]n)\s+(?:the\s+)?(?P<house>[Pp]arliament(?!\s+[A-Z])|Congress|[Aa]ssembly|[Ss]enate(?:\s+floor)?|House\s+floor)\b(?!['’-]|\s+(?:building|committee|member|speaker))"
)
_PREFIX = re.compile(
    r"the\s+(?=[^\W\d_a-z])|(?:the\s+)?(?:[a-z]+\s+)?(?:town|city|capital|port|village|island|resort)\s+(?:city\s+)?(?:of\s+)?(?=[^\W\d_a-z])"
)
_OTHER_CAPITALS = """
    January February March April May June July August September October November December Parliament He She They It His
    Her Their English French Arabic Russian Spanish German
"""
_NO_PLACES = frozenset(_OTHER_CAPITALS.split()) | frozenset(WEEKDAYS)
# Buildings that every capital has; the dateline says more.
_ANYWHERE = frozenset(
    {"Ministry", "Foreign Ministry", "Embassy", "Palace", "Presidency", "Parliament", "Twitter", "Facebook"}
    | {"Europe", "Asia", "Africa", "America", "Middle East", "North Africa", "West", "East", "North", "South"}
)
# "an analyst at the Centre for Strategic Studies told": where somebody works.
_EMPLOYER = re.compile(
    r"\b(?:Cent(?:er|re)|Institute|Council|Foundation|Commission|Committee|Agency|Department|Endowment)\b"
)
# "Her keynote at Crate Days": a happening, which is held somewhere.
_HAPPENING = re.compile(
    r"(?:(?:Hall|Room|Studio|Pavilion)\s+\d+|Days|Week|Summit|Forum|Congress|Conference|Convention|Festival|Expo|Fair|Show|Games|Cup|Awards|Symposium|Carnival)$"
)
# What stands in a town, and is found by its name.
_IN_TOWN = re.compile(
    r"(?:.*\s)?(?:Palace|House|Hall|Hotel|Cent(?:er|re)|Ministry|Castle|Villa|Mansion|Theat(?:er|re)|Museum|Library|Stadium|Arena|Square|Cathedral|Academy|Gallery|Citadel|College|Annexe|Annex|Chamber|Building|Complex|Club)"
    r"(?:\s+of\s+(?:the\s+)?[\w’'-]+)?$"
)
# A dateline in capitals longer than this is a name, not an acronym ("UN").
_LONGEST_ACRONYM = 3


def find_place(narrative: str, span: Span, phrase: Span, names: Collection[str] = ()) -> str | None:
    """The place said in the sentence, after the phrase first, then before it; words of `names` are persons."""
    lower = _LOWER.match(narrative, phrase.end) if not _ANY_CAPITAL.search(narrative, span.start, phrase.end) else None
    if lower:
        return lower["place"].title()
    audience = _AUDIENCE.search(narrative, phrase.start, span.end)
    if audience:
        return audience["place"] or audience["house"]
    for start, end in ((phrase.end, span.end), (span.start, phrase.start)):
        found: list[tuple[int, int, str]] = []
        for pattern in (_AT, _HEAD, _NAMED):
            for match in pattern.finditer(narrative, start, end):
                if _is_origin(narrative, span, match):
                    continue
                named = match.groupdict().get("site") or match["place"]
                whole = named in names and " " not in named and match.group()[:2].lower() == "in"
                place = named if whole else _without_persons(named, names)
                place = _PREFIX.sub("", place, count=1)
                if (
                    place
                    and place not in _ANYWHERE
                    and not _EMPLOYER.search(place)
                    and not _HAPPENING.search(place)
                    and (pattern is _AT or not place.islower())
                ):
                    found.append((_looseness(narrative, match), match.start(), place))
        if found:
            return min(found)[2]
    invited = _INVITED.search(narrative, span.start, span.end)
    return invited["place"] if invited else None


def find_own_place(narrative: str, phrase: Span) -> str | None:
    """The room or house of the one interviewed, which stands behind the phrase ("in an interview on his porch")."""
    match = _OWN.match(narrative, phrase.end)
    return match["place"] if match else None


def says_here(narrative: str, span: Span) -> bool:
    """Whether a sentence says "here", where the report was filed."""
    return _HERE.search(narrative, span.start, span.end) is not None


def _is_origin(narrative: str, span: Span, match: re.Match[str]) -> bool:
    """Whether it is where somebody comes from."""
    before = max(span.start, match.start() - _BEFORE)
    comes_from = match.group().lower().startswith("from")
    return comes_from and _ORIGIN.search(narrative, before, match.start()) is None


def _looseness(narrative: str, match: re.Match[str]) -> int:
    """How loosely a place hangs on the occasion: "held in Karsa", "in Karsa on Monday", last "the Bank in Tolm"."""
    if narrative.endswith(("held ", "held\n"), 0, match.start()):
        return 0
    return 1 if _CLOSES.match(narrative, match.end()) or match.re is not _NAMED else 2


def find_standing(narrative: str, span: Span, names: Collection[str] = ()) -> str | None:
    """The place in which a sentence has its speaker stand or say something."""
    for match in (*_STOOD.finditer(narrative, span.start, span.end), *_VENUE.finditer(narrative, span.start, span.end)):
        place = _without_persons(match["place"], names)
        elsewhere = _ELSEWHERE.search(narrative, span.start, match.start())
        if place == match["place"] and place not in _ANYWHERE and not elsewhere:
            return place
    return None


def _without_persons(place: str, names: Collection[str]) -> str:
    """The words up to a person's name or a month that follows without a comma ("in June Dara Velm said")."""
    for name in names:
        for form in (name, surname(name)):
            # A body's last word is a word like any other ("the lobby of the ministry").
            place = place.removesuffix(form) if form[:1].isupper() else place
    words = place.split()
    while words and words[-1] in _NO_PLACES:
        words.pop()
    return " ".join(words)


def is_building(place: str) -> bool:
    """Whether a place is a building or a square, which stands in some town."""
    return _IN_TOWN.match(place) is not None


def title_case(place: str) -> str:
    """A dateline's place in ordinary letters ("PORT AMSEL" -> "Port Amsel")."""
    return place.title() if place.isupper() and len(place) > _LONGEST_ACRONYM else place
