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
    | with\ (?:inputs?|reporting|additional\ reporting|files|material)\ (?:from|by)\ (?P<inputs>.{2,60})
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_EDITED = re.compile(r"\s*[,;(/–-]?\s*\b(?:edited|translated|compiled|written|rewritten)\s+by\b.*", re.IGNORECASE)
_BYLINE = re.compile(
    r"""[\W_]*(?:
    (?:reporting|additional\ reporting|writing|editing|compiled|edited|written|translated|reported|translation
        |produced)
      (?:\ (?:and|,)\ \w+ing)?\ (?:by|from)\s+(?P<workers>\S.{2,160})
    | (?:(?:an?\ )?(?:exclusive|analysis|opinion|report|(?:web\ )?story|words|text|interview|comment|review|photos?|
        pictures)\s*[:|-]?\s*)?
      (?:by|von|par|por|di|door|av|af|autor(?:in)?:?|author:?|автор:?|بقلم:?)\s+(?P<names>\S.{2,80})
    | (?:reporter|editor|writer|translator|correspondent|interview|text|words)s?\s?:\s*(?P<role>\S.{2,60})
    | (?P<desk>(?:(?:local|web|news|foreign|world|staff|managing|city|night|online|diplomatic|political|senior|our
        |special)\ )+
      (?:editors?|desk|writers?|reporters?|correspondents?|report|team))
    | (?P<member>\S.{3,50}?),?\s+(?:(?:\w+\s){0,3}(?:staff|correspondent|reporter|editor|columnist|bureau|writer))
    )[\W_]*""",
    re.IGNORECASE | re.VERBOSE,
)


def agency_credit(text: str) -> tuple[int, int] | None:
    """Where a credit line names its agencies ("Source: A / B" gives A / B), None when it is no credit line."""
    found = _CREDIT.fullmatch(text)
    group = next((name for name in ("named", "bare", "inputs", "house") if found and found[name]), None)
    if found and group:
        start, end = found.span(group)
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
    return start, start + len(text[start:end].rstrip(" .)]"))
