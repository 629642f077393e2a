"""Where an occasion was: the place that its own words name."""

from __future__ import annotations

import re

from onrecord.model import WEEKDAYS, Span

_CAPITAL = r"[^\W\d_a-z][\w’'-]*"
_KIND = r"(?:(?:town|city|capital|port|village|island|resort|ministry|palace|airport|headquarters|embassy|steps|lobby)\s+(?:of\s+)?)?"
_PLACE = re.compile(
    rf"\b(?:in|at|from|on\s+the\s+steps\s+of)\s+(?P<place>(?:the\s+)?(?:[a-z]+\s+)?{_KIND}{_CAPITAL}(?:\s+(?:(?:of|al|de|la|el)\s+)?{_CAPITAL}"
    rf"|\s+\d+)*(?:\s+(?:airport|town\s+hall|palace|station|hotel))?)"
)
_HERE = re.compile(
    r"\b(?:on|at|in)\s+(?P<place>(?:the\s+)?(?:steps|lobby|gates|grounds|courtyard)\s+of\s+(?:the\s+)?[a-z]+)"
)
_AUDIENCE = re.compile(
    r"\b(?:told|tells|telling|address\w*)\s+(?:(?:a|an|the)\s+)?(?:[a-z]+\s+)?(?P<place>parliament|[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*\s+Hall|congress|"
    r"assembly|senate)\b"
)
_KINDS = re.compile(rf"^(?:the\s+)?(?:[a-z]+\s+)?{_KIND}(?=[^\W\d_a-z])")
_NO_PLACES = frozenset(
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December", "Parliament", "He", "She", "They", "English", "French"]
) | frozenset(WEEKDAYS)


def find_place(narrative: str, span: Span, phrase: Span) -> str | None:
    """The place said in the sentence, nearest after the phrase first, then before it."""
    audience = _AUDIENCE.search(narrative, phrase.start, span.end)
    if audience:
        return audience["place"]
    for start, end in ((phrase.end, span.end), (span.start, phrase.start)):
        for pattern in (_PLACE, _HERE):
            for match in pattern.finditer(narrative, start, end):
                words = [w for w in match["place"].split() if w not in _NO_PLACES]
                place = " ".join(words)
                if (place and not place.islower()) or pattern is _HERE:
                    return _plain(place)
    return None


def _plain(place: str) -> str:
    """The place without "the town of" before its name."""
    return (
        _KINDS.sub("", place)
        if re.match(r"(?:the\s+)?(?:town|city|capital|port|village|island|resort)\b", place)
        else place
    )


def title_case(place: str) -> str:
    """A dateline's place in ordinary letters ("PORT AMSEL" -> "Port Amsel")."""
    return place.title() if place.isupper() and len(place) > 3 else place
