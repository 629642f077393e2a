"""Border cases of the codebook that words settle by themselves, before any weighing: each rule names its case."""

from __future__ import annotations

import re

from onrecord.model import Act, Kind
from onrecord.read.lexicon import CueLabel

_QUESTION = re.compile(r"^(?:whether|if|why|what|how|who|where|when|which)\b")
_ASKING = re.compile(r"\b(?:ask\w*|want(?:ed|s)? to know|wonder\w*|press(?:ed|es)|inquir\w+|enquir\w+|question)\b")
_ADMITTING = re.compile(r"\b(?:acknowledg|admit|conced|confess)\w*")
_NOT_SO = re.compile(r"\b(?:did|had|was|were|has|have)(?: not| never| no\b|n't)")
_CHARGE = re.compile(
    r"^(?:as \w+ )?(?:the |any |all |these |those |such |this |that |his |her |its |their |a |an |media |press |new |"
    r"earlier |recent |“|\"|')*(?:claims?|charges?|accusations?|allegations?|suggestions?|insinuations?|reports?|"
    r"rumou?rs?|descriptions?|notion|idea that|talk of|speculation|criticisms?|gossip|lies|assertions?|story|stories)\b"
)
_CHARGE_CUE = re.compile(
    r"^(?:the |a |an )?(?:suggestions?|insinuations?|claims?|allegations?|accusations?|charges?|complaints?)$"
)
_LIGHT = re.compile(
    r"\b(?:g[ai]ves?|given|giving|express\w*|voic\w+|convey\w*|extend\w*|lodg\w+|issu\w+|repeat\w*|deliver\w*|"
    r"reiterat\w+|renew\w*|reaffirm\w*|rais(?:e|ed|es|ing)|stress\w*|underlin\w+|underscor\w+|emphasi[sz]\w+|affirm\w*|"
    r"not(?:ed|es|ing)|indicat\w+)\b"
)
# What a light verb's noun does: "gave assurances", "expressed concern", "stressed the need".
_NOUNS: tuple[tuple[str, Act], ...] = (
    ("assurances?|guarantees?|commitment|pledges?|promises?|determination", "commit"),
    ("concerns?|fears?|worry|worries|alarm|warnings?|anxiety", "warn"),
    ("gratitude|thanks|appreciation|satisfaction|happiness|congratulations|admiration|praise|tribute", "praise"),
    ("calls? (?:for|to|on)|appeals?|necessity|need (?:for|to|of)|urgency|importance|hopes?|wish|plea", "appeal"),
    ("directives?|orders?|instructions?|ultimatum|demands?", "demand"),
    ("confidence|optimism|forecast", "predict"),
    ("readiness|willingness|invitations?|proposals?", "offer"),
    ("support|solidarity|endorsement|agreement|consent|approval|backing", "agree"),
    ("rejection|refusal|opposition|objections?|reservations?", "reject"),
    ("protests?|outrage|anger|criticism|condemnation|indignation|dismay|frustration|complaints?", "accuse"),
    ("condolences|regrets?|sympathy|apolog(?:y|ies)", "state"),
)
_NOUN_ACTS = tuple(
    (re.compile(rf"^(?:(?!to\b|that\b|of\b|for\b)[a-z'-]+ ){{0,3}}?(?:{nouns})\b"), act) for nouns, act in _NOUNS
)
_TO_ACT = re.compile(r"^(?:not )?to (?!be\b)[a-z]+")
_WISHING = re.compile(r"\b(?:want|hop(?:e|es|ed|ing)|wish|look(?:s|ed|ing)? forward)\w*\b")
_BINDING = re.compile(r"\b(?:must|shall|is to|are to|has to|have to|no \w+ (?:may|shall)|be [a-z]{3,})\b")
_BARRING = re.compile(
    r"^no\b|\bno \w+ be\b|\bnot (?:be|to)\b|\b(?:may|shall|must) not\b|\bremain (?:closed|shut|banned)\b"
)
_DUTY = re.compile(r"\b(?:must|no \w+ (?:may|shall)|has to|have to)\b")
_LAW = re.compile(
    r"\b(?:communiqu|declaration|protocol|treaty|accord|agreement|convention|constitution|law|act\b|statute|bill|"
    r"memorandum|charter|contract|resolution|decree|headline|text|pact|deal)", re.I,
)  # fmt: skip
_BLOW = re.compile(
    r"\b(?:revenge|retaliat\w+|punish\w*|strike|strip\w*|sack|expel|recall|sanction\w*|boycott|unless|stopped|"
    r"answered (?:with|by)|pay a price|carry a price|consequences|respond(?:ed)? (?:with|in kind|to any)|crush\w*|"
    r"shot|fired upon|legal action|sue)\b"
)
_NEGATED: dict[Act, Act] = {
    "commit": "reject", "agree": "reject", "deny": "agree", "reject": "agree",
}  # fmt: skip
_NOT_RULED_OUT = re.compile(r"\b(?:rul(?:e|ed|es|ing) out|exclud\w+)\b")


def ruled(cue: str, content: str, source: str, kind: Kind, label: CueLabel | None, clause: bool) -> Act | None:
    """The act that a rule of the codebook settles, None where the content has to be weighed.

    `cue` and `content` in lower case with straight apostrophes; the content without its opening "that", which `clause`
    tells of.
    """
    if _QUESTION.match(content) and _ASKING.search(cue) and not cue.endswith(" for"):
        return "state"
    if _ADMITTING.search(cue) and _NOT_SO.search(content):
        return "report"
    if _CHARGE_CUE.match(cue) and not source:
        return "accuse"
    if label is None:
        return _by_kind(content, source, kind, label)
    if label.act == "reject" and not label.negated and _CHARGE.match(content):
        return "deny"
    if label.negated and label.act in ("reject", "warn") and _NOT_RULED_OUT.search(cue):
        return "threaten" if _BLOW.search(content) else "state"
    if label.negated and not label.exact and (act := _NEGATED.get(label.act)):
        return act
    if kind != "statement" and _WISHING.search(cue) and _TO_ACT.match(content):
        return "commit"
    if not clause and _LIGHT.search(cue) and (act := _noun_act(content)):
        return act
    if label.act in ("commit", "warn") and _BLOW.search(content) and not label.negated:
        if label.act == "warn" and not re.search(r"\b(?:would|will)\b", content):
            return None
        return "threaten"
    return _by_kind(content, source, kind, label)


def _noun_act(content: str) -> Act | None:
    return next((act for pattern, act in _NOUN_ACTS if pattern.match(content)), None)


def _by_kind(content: str, source: str, kind: Kind, label: CueLabel | None) -> Act | None:
    """Laws speak their wording; decrees bind or bar."""
    if kind == "document" and _LAW.search(source):
        return "demand" if _DUTY.search(content) else "state" if label is None or not label.strong else None
    if kind == "decree" and _BINDING.search(content):
        return "reject" if _BARRING.search(content) else "demand"
    return None
