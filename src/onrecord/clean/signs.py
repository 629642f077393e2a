"""What a single line says about its own role, before its place in the report is looked at."""

from __future__ import annotations

import re
from typing import Literal

from onrecord.clean.credits import agency_credit, byline_names
from onrecord.clean.dates import DATE, lone_date
from onrecord.clean.furniture import FURNITURE, NOTICE, POINTER, SECTION, is_menu
from onrecord.clean.names import is_signature

# No notice, caption or credit on 1,000 news pages is longer; paragraphs of that length are read as prose at once.
LONGEST = 60
# The same in characters: a line that long is no sign, and one endless word would cost the patterns its length squared.
LONGEST_CHARACTERS = 1500

Sign = Literal["section", "pointer", "furniture", "caption", "byline", "credit", "date"]

_CAPTION = re.compile(
    r"""(?:(?:file\ )?(?:photos?|image|picture|pic|caption|foto|bild|archivbild|фото|illustration|infographic
        |video\ grab|
    screen\ ?grab|screenshot)(?:\ (?:by|credits?|courtesy|taken|shows?|file))?\s?[:/©|-]\s?\S
    | ©\ ?(?!\d{4}\b)[A-Z] | a?\s?(?:file\ )?(?:photo|image|picture)\ (?:shows?|released|provided|taken|dated)\b
    | (?:pictured|seen\ here)\b).*
    | .*(?:\((?:\w+\ from\ )?(?:left|right|l|r|c|centre|center|pictured|file|file\ photo|archive)\)
    | [(\[]\s?(?:file\ )?(?:photo|image|picture|foto|credit)s?\s?[:/©]?\s?(?:by\s)?[^()\[\]]{0,50}[)\]]
    | [|/–—-]\s?(?:file\ )?(?:photo|image|picture|foto|credit)s?\s?(?:[:/©]|by\s)[^()\[\]]{0,50}
    | \(\w+\ photo/.{0,60}\) | \bREUTERS/[A-Z].{2,40} | \bvia\ REUTERS | [|/-]\s?(?:AFP|Getty\ Images|EPA
        |AP\ Photo)\b.{0,30}
    | (?<=[.!?…”"’'])\s?(?:(?:image|photo|picture|bild|foto)s?(?:\ by|\ credit)?\s?[:/]|©)\s?\S.{0,40}
    | (?<=[.!?…”"’'])\s[A-Z]{2,12}/(?:handout|file|pool|[A-Z][\w. ]{2,30})
    | [(\[][^()\[\]]{0,40}Getty\ Images[^()\[\]]{0,20}[)\]])[.\s]*""",
    re.IGNORECASE | re.VERBOSE,
)
_POINTED_OUT = re.compile(
    r"\((?:(?:second|third|fourth|first|\d\w\w) from (?:the )?(?:left|right)|left|right|centre|center|pictured|"
    r"file photo)\)",
    re.IGNORECASE,
)
_DATED = re.compile(
    rf"[\W_]*(?:published|posted|updated|last\ updated|last\ modified|date|issued|released|created|modified|"
    rf"veröffentlicht|publié(?:\ le)?|publicado(?:\ el)?)(?:\s+(?:on|at|am|le|el))?\s*[:|]?\s*{DATE}.{{0,40}}",
    re.IGNORECASE,
)


def sign_of(text: str, words: int) -> Sign | None:
    """The role that the words of a line alone give away, None when only its place can tell."""
    if words > LONGEST or len(text) > LONGEST_CHARACTERS:
        return None
    if words <= 14 and (lone_date(text) or _DATED.fullmatch(text)):
        return "date"
    if words <= 9 and SECTION.fullmatch(text):
        return "section"
    if words <= 30 and POINTER.fullmatch(text):
        return "pointer"
    if words <= 24 and is_menu(text) and not is_signature(text):
        return "furniture"
    if (words <= 18 and FURNITURE.fullmatch(text)) or NOTICE.search(text):
        return "furniture"
    if words <= 20 and agency_credit(text):
        return "credit"
    if words <= 30 and byline_names(text) is not None:
        return "byline"
    if _CAPTION.fullmatch(text) or (words <= 35 and _POINTED_OUT.search(text)):
        return "caption"
    return None
