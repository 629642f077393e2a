"""Kind of a statement: the network's scores of the cue, the lexicon's word on it, and whether the source is a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import KINDS, Kind
from onrecord.read.lexicon import CueLabel, label_of
from onrecord.read.signs import opens_a_clause, plain

# What the lexicon's kind adds to the network's score of that kind, and the share of it where only the verb is listed
# (1-6 tried on half of our press gold: kind right 90.3 at 0, 92.4 at 2, 93.0 from 4 on).
LEXICON_BONUS = 4.0
VERB_SHARE = 0.5

_TEXTS = re.compile(
    r"(?:reports?|stud(?:y|ies)|surveys?|polls?|documents?|laws?|bills?|decrees?|communiqu[eé]s?|agreements?|accords?|"
    r"treat(?:y|ies)|pacts?|protocols?|resolutions?|memos?|memorandum|memoranda|findings|figures|data|statistics|records|"
    r"filings?|flyers?|leaflets?|declarations?|charter|constitution|convention|census|index|transcripts?|minutes|"
    r"affidavit|lawsuit|indictment|contracts?|audits?|estimates|projections|rules|regulations?|statutes?|averages?|"
    r"texts?|provisions?|clauses?|annex(?:es)?)"
)
# The source's head noun stands before these.
_AFTER_HEAD = re.compile(r"[,(]| (?:of|by|from|in|on|at|for|to|handed|led|published|released|issued|signed)\b")
_TO_ACT = re.compile(r"(?:not )?to (?!know\b|see\b|hear\b|be\b)[a-z]+")
_CONSIDERING = re.compile(r"\bconsider(?:s|ed|ing)$")
_WISHING = re.compile(r"\b(?:want(?:s|ed)?|hop(?:es|ed|ing)|wish(?:es|ed)?)$")


def kind_of(scores: Sequence[float], cue: str, content: str, source: str) -> Kind:
    """The likeliest kind; of the network's scores the kinds are first, acts after them."""
    if is_text(source):  # also when it "orders"
        return "document"
    summed = dict(zip(KINDS, scores[: len(KINDS)], strict=True))
    label = label_of(cue)
    if label is not None:
        summed[_meant(label, cue, content)] += LEXICON_BONUS * (1 if label.exact else VERB_SHARE)
    return max(KINDS, key=lambda kind: summed[kind])


def is_text(source: str) -> bool:
    """Whether a source is a thing with text or data in it, by its head noun."""
    words = _AFTER_HEAD.split(source.lower(), maxsplit=1)[0].split()
    return bool(words) and _TEXTS.fullmatch(words[-1]) is not None


def _meant(label: CueLabel, cue: str, content: str) -> Kind:
    """The lexicon's kind; a wish for the source's own next step is an intention, "considered that" is said."""
    if label.kind == "belief" and _CONSIDERING.search(cue.lower()) and opens_a_clause(content):
        return "statement"
    if label.kind == "belief" and _WISHING.search(cue.lower()) and _TO_ACT.match(plain(content)):
        return "intention"
    return label.kind
