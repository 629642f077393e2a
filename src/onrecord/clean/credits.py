"""Lines that name who made a report: bylines and agency credits, at its head or its foot."""

from __future__ import annotations

import re

from onrecord.clean.agencies import is_agency
from onrecord.clean.names import is_signature, signed_names

_CREDIT = re.compile(
    r"""[\W_]*(?:
    (?:sources?|agenc(?:y|ies)|quellen?|fuentes?|fontes?|fonti|kaynak|bron|źródło|источник|المصدر
        |منبع)\s?[:：]\s*(?P<named>\S.*)
    | (?P<bare>(?:(?:with|from)\ )?(?:news\ |wire\ )?(?:agencies|wires|wire\ services?))
    | (?P<house>(?:[\w.’'-]+\s?/\s?)*(?:[A-Z][\w’'-]+\ ){1,3}(?:news\ agency|press\ agency|newswire|news\ service))
    | (?P<passed>\(?[A-Z][\w .-]{1,30}?\)?\s+via\s+(?-i:[A-Z])[\w.’'-]{1,30}(?:\ [\w.’'-]{2,20}){0,2})
    | with\ (?:inputs?|(?:an?\ )?(?:additional\ )?reports?|reporting|additional\ reporting|files|material)\ (?:from|by)
        \ (?P<inputs>.{2,60})
    | (?-i:[A-ZÀ-Þ][\w’'-]*)(?:\ (?-i:[A-ZÀ-Þ])[\w’'-]*){0,3}\ (?:(?:avec|mit|con|com|with)\ (?:l[’']|la\ )?
        (?P<joined>(?:(?:news\ )?agenc\w+|agences?|agenzie|agentur(?:en)?)\b.{0,30})
        | (?:avec|mit|con|com)\ (?P<beside>(?-i:[A-ZÀ-Þ]{2,6})))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
# "First published in The Courier": where, in a line of its own that says so of this very piece.
FIRST_PUBLISHED = re.compile(
    r"""(?:^|[.!?]\s|[(\[]\s?)\W{0,3}(?:(?:this|the)\s+(?:article|story|piece|report|interview|text|post|commentary)\s+
        (?:was|has\ been|is)?\s?)?(?:also\s)?
    (?:(?:first|originally|initially)\s+(?:published|appeared|printed|posted)|re-?published|reprinted|re-?posted
        |zuerst\ (?:erschienen|veröffentlicht)|erstmals\ (?:erschienen|veröffentlicht)|erstveröffentlicht
        |initialement\ publié|publié\ initialement|publicado\ originalmente|originalmente\ publicado)\s+
    (?:with\s+(?:the\s+)?permission\s+(?:of|from)|in|on|by|at|from|bei|auf|im|dans|sur|par|en|por)\s+
    (?P<place>(?:(?:the|der|die|das|den|la|le|el)\s)?(?-i:[A-Z])[\w.&’'-]*(?:\s(?-i:[A-Z])[\w.&’'-]*){0,4})""",
    re.IGNORECASE | re.VERBOSE,
)
# What may follow the place: a day, a link's words, a full stop.
LONGEST_TAIL = 40
_EDITED = re.compile(r"\s*[,;(/–-]?\s*\b(?:edited|translated|compiled|written|rewritten)\s+by\b.*", re.IGNORECASE)
_BYLINE = re.compile(
    r"""[\W_]*(?:
    (?:reporting|additional\ reporting|writing|editing|compiled|edited|written|translated|reported|translation
        |produced)
      (?:\ (?:and|,)\ \w+ing)?\ (?:by|from)\s?:?\s+(?P<workers>\S.{2,160})
    | (?:(?:an?\ )?(?:exclusive|analysis|opinion|report|(?:web\ )?story|words|text|interview|comment|review|photos?|
        pictures)\s*[:|-]?\s*)?
      (?:by:?|von:?|par|por|di|door|av|af|autor(?:in)?:?|author:?|автор:?|بقلم:?)\s+(?P<names>\S.{2,80})
    | (?:reporter|editor|writer|translator|correspondent|interview|text|words|translation|übersetzung
        |traduction|traducción|traduzione|tradução|перевод)s?\s?:\s*(?P<role>\S.{2,60})
    | (?P<desk>(?:(?:local|web|news|foreign|world|staff|managing|city|night|online|diplomatic|political|senior|our
        |special)\ )+
      (?:editors?|desk|writers?|reporters?|correspondents?|report|team))
    | (?P<member>\S.{3,50}?),?\s+(?:(?:\w+\s){0,3}(?:staff|correspondent|reporter|editor|columnist|bureau|writer))
    )[\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)


def agency_credit(text: str) -> tuple[int, int] | None:
    """Where a credit line names its agencies ("Source: A / B" gives A / B), None when it is no credit line."""
    first = FIRST_PUBLISHED.match(text)
    if first and len(text) - first.end() <= LONGEST_TAIL:
        return first.span("place")
    found = _CREDIT.fullmatch(text)
    group = next(
        (name for name in ("named", "bare", "inputs", "joined", "beside", "house", "passed") if found and found[name]),
        None,
    )
    if found and group:
        start, end = found.span(group)
        start -= text[start - 1 : start] == "(" and ")" in text[start:end]
        edited = _EDITED.search(text, start, end)
        end = edited.start() if edited and edited.start() > start else end
        return start, start + len(text[start:end].rstrip(" .)]|"))
    stripped = text.strip(" ()[]—–-./|")
    if is_agency(stripped):
        start = text.index(stripped)
        return start, start + len(stripped)
    return None


def byline_names(text: str) -> tuple[int, int] | None:
    """Where a byline names its people; None when the line does not announce a byline ("By ...", "Local Editor")."""
    found = _BYLINE.fullmatch(text)
    if not found:
        return None
    named = "names" if found["names"] else "member" if found["member"] else None
    if named:
        start, end = found.span(named)
        return (start, end) if is_signature(signed_names(text[start:end])) else None
    group = next(name for name in ("workers", "role", "desk") if found[name])
    start, end = found.span(group)
    end = start + len(text[start:end].split(";")[0])
    return start, start + len(text[start:end].rstrip(" .)]"))
