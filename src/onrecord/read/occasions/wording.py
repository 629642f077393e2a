"""The words by which the press names an occasion, strongest first, and those that say it is only mentioned."""

from __future__ import annotations

import re

from onrecord.model import OccasionType
from onrecord.read.occasions.media import INTERVIEWS
from onrecord.read.occasions.nouns import NOUNS
from onrecord.read.occasions.verbs import VERBS

# The first group of patterns that matches a stretch names its type.
STRONG: tuple[tuple[OccasionType, tuple[str, ...], re.Pattern[str]], ...] = (*NOUNS, *VERBS, *INTERVIEWS)
SEPARATE = re.compile(r"\b(?:separate|another|second|later|earlier|subsequent|next)\b", re.IGNORECASE)
DEFINITE = frozenset({"the", "this", "that"})
FUTURE = re.compile(
    r"\b(?:will|would|shall|plan(?:s|ned)?\s+to|(?:is|are|was|were)\s+(?:to|due|scheduled|expected|set)|ahead\s+of|"
    r"expected\s+to|intends\s+to|before|reports\s+of)\b(?:\s+[\w-]+){0,4}\s*$",
    re.IGNORECASE,
)
# "after the talks", "on the sidelines of the meeting": the meeting itself is only mentioned.
ONLY_MENTIONED = re.compile(
    rf"{FUTURE.pattern}|\b(?:after|following|since|ahead\s+of|end\s+of|half\s+of|part\s+of|day\s+of|round\s+of|sidelines\s+of|margins\s+of|"
    r"closed)\b(?:\s+[\w-]+){0,2}\s*$|\b(?:end|half|part|sidelines|margins|day|round)\s*$",
    re.IGNORECASE,
)
ACCORDING = re.compile(r"according\s+$", re.IGNORECASE)
# "the host of the talks", "the way to the meeting".
ABOUT = frozenset({"of", "for", "from", "to"})
# A chamber holds one debate: who speaks to it later speaks at the same.
CHAMBER = re.compile(
    r"\b(?:(?:the\s+)?(?:councillors|aldermen|peers|MPs|lawmakers|deputies|senators|legislators)|parliament|congress|"
    r"(?:assembly|senate|house|chamber|legislature|council))$|\b(?:session|sitting|debate|question\s+time)$",
    re.IGNORECASE,
)
EVENTS: frozenset[OccasionType] = frozenset({"meeting", "phone call"})
