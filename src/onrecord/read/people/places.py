"""Countries by their names, adjectives and capitals, and a rule of thumb for those that no table has."""

from __future__ import annotations

from functools import lru_cache

from onrecord.read.people.lists import listed

# Only pairs that share no usable stem ("Kestria", "Kestrian" find each other by theirs), and seats of government.
_TABLE = """
russia: russian moscow kremlin ; usa: us u.s america american washington united-states white-house pentagon
uk: britain british london united-kingdom england u.k downing-street ; france: french paris elysee
germany: german berlin ; china: chinese beijing ; iran: iranian tehran ; iraq: iraqi baghdad
syria: syrian damascus ; saudi: riyadh saudi-arabia ksa ; turkey: turkish ankara türkiye turkiye turks
israel: israeli jerusalem tel-aviv ; egypt: egyptian cairo ; ukraine: ukrainian kyiv kiev
poland: polish warsaw ; netherlands: dutch hague ; spain: spanish madrid ; italy: italian rome
greece: greek athens ; sweden: swedish stockholm ; norway: norwegian oslo ; denmark: danish copenhagen
finland: finnish helsinki ; belgium: belgian brussels ; switzerland: swiss bern geneva
austria: austrian vienna ; japan: japanese tokyo ; south-korea: korean seoul ; north-korea: pyongyang dprk
india: indian delhi new-delhi ; pakistan: pakistani islamabad ; afghanistan: afghan kabul ; qatar: qatari doha
uae: emirati abu-dhabi emirates ; jordan: jordanian amman ; lebanon: lebanese beirut ; canada: canadian ottawa
mexico: mexican ; brazil: brazilian brasilia ; venezuela: venezuelan caracas ; cuba: cuban havana
belarus: belarusian minsk ; kazakhstan: kazakh astana ; hungary: hungarian budapest ; czechia: czech prague
serbia: serbian serb belgrade ; bulgaria: bulgarian sofia ; romania: romanian bucharest
portugal: portuguese lisbon ; ireland: irish dublin ; libya: libyan tripoli ; yemen: yemeni sanaa
tunisia: tunisian tunis ; algeria: algerian algiers ; morocco: moroccan rabat ; sudan: sudanese khartoum
ethiopia: ethiopian ; kenya: kenyan nairobi ; nigeria: nigerian abuja ; south-africa: pretoria
australia: australian canberra ; new-zealand: wellington ; philippines: filipino philippine manila
vietnam: vietnamese hanoi ; thailand: thai bangkok ; myanmar: burmese ; indonesia: indonesian jakarta
malaysia: malaysian ; georgia: georgian tbilisi ; armenia: armenian yerevan ; azerbaijan: azerbaijani azeri baku
cyprus: cypriot nicosia ; palestine: palestinian ramallah ; eu: european
""".replace("\n", ";")  # fmt: skip
COUNTRY: dict[str, str] = {}
for _line in _TABLE.split(";"):
    if ":" in _line:
        _name, _words = _line.split(":")
        for _word in [_name.strip(), *_words.split()]:
            COUNTRY[_word] = _name.strip()

US_STATES = listed(
    """
    alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois
    indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri
    montana nebraska nevada hampshire jersey mexico york carolina dakota ohio oklahoma oregon pennsylvania
    tennessee texas utah vermont wisconsin wyoming
    """
)  # fmt: skip
_SHARED = 4  # letters that a name and its adjective share at least


@lru_cache(maxsize=8192)
def canonical(word: str) -> str:
    """The country a word stands for, or the word itself, folded."""
    folded = word.lower().rstrip(".").replace("’", "'").removesuffix("'s").replace(" ", "-")
    return COUNTRY.get(folded, folded)


@lru_cache(maxsize=16384)
def same_place(one: str, other: str) -> bool:
    """Whether two words mean one country: by the table, or as a name and its adjective ("Velia", "Velian")."""
    first, second = canonical(one), canonical(other)
    if first == second:
        return True
    if one.lower() in COUNTRY and other.lower() in COUNTRY:
        return False
    shorter, longer = sorted((first, second), key=len)
    shared = _prefix(shorter, longer)
    return shared >= _SHARED and shared >= len(shorter) - 2 and len(longer) - shared <= 4


def _prefix(one: str, other: str) -> int:
    count = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        count += 1
    return count
