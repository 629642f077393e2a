"""The rooms, houses and grounds in which one speaks, by what they are: "on the wharf", "from his daughter's porch"."""

from __future__ import annotations

import re

from onrecord.model import Span

_SITES = """
    airport amphitheatre annexe arena auditorium balcony ballroom barn barracks base basement basilica beach bedside
    boathouse bookshop border boathouse brewery bridge bunker cabin cafe café camp canteen cathedral cellar cemetery
    chamber chancellery chancery chapel checkpoint church citadel classroom clinic club clubhouse college compound
    consulate corridor cottage courthouse courtyard crypt customs dam deck depot distillery dock dockyard docks
    doorstep embassy factory fairground farm farmhouse farmyard ferry field flat forecourt foyer garage garden gardens
    gallery gate gates grounds gym gymnasium hall hangar harbour harbor headquarters hospital hotel house hut institute
    jetty kitchen laboratory lawn library lighthouse lobby lounge mansion market marketplace mill mine ministry
    monastery monument mosque mound museum office offices orchard palace parish park parlour pavilion paddock pier
    pitch platform playground plaza plant pontoon porch port pub quarry quay quayside racecourse ranch refinery
    residence restaurant rink riverbank roof rotunda runway sanctuary schoolhouse school secretariat seminary shed
    shipyard shop shrine slipway square stables stadium stage stairs stairwell station steps studio sugarhouse
    synagogue tavern temple terminal terrace tent theatre theater tower townhouse trench tunnel university vestry
    villa vineyard ward warehouse waterfront wharf winery workshop yard zoo
"""
_ALTERNATIVES = "|".join(sorted({*_SITES.split(), "parking lot", "car park", "town hall", "city hall", "village hall"}))
_DETERMINER = r"(?:the|an?|his|her|their|its|[^\W\d_a-z][\w’'-]*['’]s)"
_CAPITAL = r"[^\W\d_a-z][\w’'&-]*"
# "in the kitchen of her flat", "on the wharf", "from his daughter's porch", "outside the old town hall of Velja".
_SITE = re.compile(
    rf"\b(?i:in|at|on|outside|inside|from|aboard)\s+(?P<place>{_DETERMINER}\s+(?:(?!(?:of|in|on|at|that|which|who)\b)[\w’'-]+\s+){{0,3}}?"
    rf"(?:{_ALTERNATIVES})\b(?!['’-]|\s+(?:of\s+(?:representatives|commons|lords|cards)|party|minister|speaker|leader|member|"
    rf"officials?|manager|director|owner|owners|workers?|staff|chief|head|committee|council|campaign|spokes\w+|"
    rf"authorities|conference|meeting|said|says)\b)"
    rf"(?:\s+(?:of|in|at|near)\s+(?:(?:the|his|her|their)\s+)?(?:{_CAPITAL}(?:\s+(?:(?:de|la|el|del|of|al|&)\s+)*{_CAPITAL})*|[a-z]+(?=[.,;]|\s*$)))?)",
)
# "sent to the office", "closed the school": where something else happened.
_ELSEWHERE = re.compile(
    r"\b(?:sent|went|taken|brought|moved|flown|rushed|returned|close\w*|open\w*|built|born|living|lives|works?|worked|"
    r"explosion|fire|attack|blast|vote|shares|damage|patients|beds|from\s+\w+|away)\b[^,;.\x00]{0,25}$",
    re.IGNORECASE,
)
_BEFORE = 40


def find_site(narrative: str, span: Span, words: Span) -> str | None:
    """The site named in a sentence, behind an occasion's words first, but for those where something else happened."""
    for start, end in ((words.end, span.end), (span.start, words.start)):
        for match in _SITE.finditer(narrative, start, end):
            before = max(span.start, match.start() - _BEFORE)
            if not _ELSEWHERE.search(narrative, before, match.start()):
                return match["place"]
    return None
