"""What a single line says about its own role, before its place in the report is looked at."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from onrecord.clean.credits import agency_credit, byline_names
from onrecord.clean.dates import DATE, lone_date
from onrecord.clean.furniture import FURNITURE, NOTICE, POINTER, SECTION, is_menu, lowered
from onrecord.clean.names import is_signature

# No notice, caption or credit on 1,000 news pages is longer; paragraphs of that length are read as prose at once.
LONGEST = 60
# The same in characters: a line that long is no sign, and one endless word would cost the patterns its length squared.
LONGEST_CHARACTERS = 1500

# Menus and buttons come again on every page of an outlet, and a third of a page's lines twice on it; none is longer.
RECURRING = 200

Sign = Literal["section", "pointer", "furniture", "caption", "byline", "credit", "date"]

# Of lines in small letters, as in `furniture`.
_CAPTION = re.compile(
    r"""(?:(?:file\ )?(?:photos?|image|picture|pic|caption|foto|bild|archivbild|фото|illustration|infographic
        |video\ grab|
    screen\ ?grab|screenshot)(?:\ (?:by|credits?|courtesy|taken|shows?|file))?\s?[:/©|-]\s?\S
    | ©\ ?(?!\d{4}\b)[a-z] | a?\s?(?:file\ )?(?:photo|image|picture)\ (?:shows?|released|provided|taken|dated)\b
    | (?:pictured|seen\ here)\b).*
    | .*(?:\((?:\w+\ from\ )?(?:left|right|l|r|c|centre|center|pictured|file|file\ photo|archive)\)
    | [(\[]\s?(?:file\ )?(?:photo|image|picture|foto|credit)s?\s?[:/©]?\s?(?:by\s)?[^()\[\]]{0,50}[)\]]
    | [|/–—-]\s?(?:file\ )?(?:photo|image|picture|foto|credit)s?\s?(?:[:/©]|by\s)[^()\[\]]{0,50}
    | \(\w+\ photo/.{0,60}\) | \breuters/[a-z].{2,40} | \bvia\ reuters | [|/-]\s?(?:afp|getty\ images|epa
        |ap\ photo)\b.{0,30}
    | (?<=[.!?…”"’'])\s?(?:(?:image|photo|picture|bild|foto)s?(?:\ by|\ credit)?\s?[:/]|©)\s?\S.{0,40}
    | (?<=[.!?…”"’'])\s[a-z]{2,12}/(?:handout|file|pool|[a-z][\w. ]{2,30})
    | [(\[][^()\[\]]{0,40}getty\ images[^()\[\]]{0,20}[)\]])[.\s]*""",
    re.VERBOSE,
)
_POINTED_OUT = re.compile(
    r"\((?:(?:second|third|fourth|first|\d\w\w) from (?:the )?(?:left|right)|left|right|centre|center|pictured|"
    r"file photo)\)"
)
_DIGIT = re.compile(r"\d")
_DATED = re.compile(
    rf"[\W_]*(?:published|posted|updated|last\ updated|last\ modified|date|issued|released|created|modified|"
    rf"veröffentlicht|publié(?:\ le)?|publicado(?:\ el)?)(?:\s+(?:on|at|am|le|el))?\s*[:|]?\s*{DATE}.{{0,40}}",
    re.IGNORECASE,
)


def sign_of(text: str, words: int) -> Sign | None:
    """The role that the words of a line alone give away, None when only its place can tell."""
    if words > LONGEST or len(text) > LONGEST_CHARACTERS:
        return None
    return _known_sign(text, words) if len(text) <= RECURRING else _sign(text, words)


def _sign(text: str, words: int) -> Sign | None:
    small = lowered(text)
    if words <= 14 and _DIGIT.search(text) and (lone_date(text) or _DATED.fullmatch(text)):
        return "date"
    if words <= 9 and SECTION.fullmatch(small):
        return "section"
    if words <= 30 and POINTER.fullmatch(small):
        return "pointer"
    if words <= 24 and is_menu(text) and not is_signature(text):
        return "furniture"
    if (words <= 18 and FURNITURE.fullmatch(small)) or NOTICE.search(small):
        return "furniture"
    if words <= 20 and agency_credit(text):
        return "credit"
    if words <= 30 and byline_names(text) is not None:
        return "byline"
    if _CAPTION.fullmatch(small) or (words <= 35 and _POINTED_OUT.search(small)):
        return "caption"
    return None


_known_sign = lru_cache(maxsize=16_384)(_sign)
