"""The form of a statement: whether the report gives the words themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import Form, Span, intersect, size, subtract
from onrecord.read.quotes import Quotation

# A quoted part below this many words is a scare quote or a name, above it somebody's phrase.
LEAST_QUOTED_WORDS = 2
# Outside the marks a direct quotation leaves at most joining words ("and", "that") of its content.
MOST_LOOSE_WORDS = 1

_WORD = re.compile(r"\w[\w'’-]*")
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|I|[Oo]urs?|us|[Mm]y|me)\b")
_SUBORDINATE = re.compile(r"(?:that|to|whether|if|how|why|for|of|as)\b", re.IGNORECASE)
_NAME = re.compile(
    r"(?:(?:[A-Z][\w'’-]*|[A-Z]{2,}|of|the|and|for|in|on|al|de|a|an|to|with|before|under|over|between|from|by|at|or)"
    r"[\s,-]*)+$"
)
# Two words after an article or a number name a thing, in whosever wording.
_DETERMINED = re.compile(r"\b(?:the|an?|this|that|these|those|its|their|his|her|so-called|two|three)\s+$", re.I)


def form_of(text: str, content: Sequence[Span], quotations: Sequence[Quotation], cue: Span | None) -> Form:
    """Tell direct, indirect and mixed apart by what of the content stands inside quotation marks of its own.

    A quotation that holds the cue too is somebody else's, in which this statement is told.
    """
    own = [mark.span for mark in quotations if not (cue and mark.closed and mark.span.contains(cue))]
    quoted = intersect(content, own)
    if not quoted:
        return "direct" if _unmarked_direct(text, content, cue) else "indirect"
    loose = [word for span in subtract(content, quoted) for word in _WORD.findall(span.of(text))]
    if len(loose) <= MOST_LOOSE_WORDS:
        return "direct"
    if any(_is_words(text, span) for span in quoted):
        return "mixed"
    return "direct" if _unmarked_direct(text, content, cue) else "indirect"


def _is_words(text: str, quoted: Span) -> bool:
    """Whether a quoted part is somebody's wording, not a scare quote ("the ‘wheel tax’") or a quoted name."""
    inner = quoted.of(text).strip(" \"'“”‘’«»„‟‹›`")
    words = len(_WORD.findall(inner))
    if words < LEAST_QUOTED_WORDS or _NAME.match(inner):
        return False
    before = text[max(0, quoted.start - 40) : quoted.start]
    return words > LEAST_QUOTED_WORDS or not _DETERMINED.search(before)


def _unmarked_direct(text: str, content: Sequence[Span], cue: Span | None) -> bool:
    """First-person speech whose marks were lost: "We agreed on the rest, the minister said."

    A subordinate clause ("that we agreed") is indirect, whoever its "we" is.
    """
    first = content[0].of(text)
    if _SUBORDINATE.match(first) or not _FIRST_PERSON.search(" ".join(span.of(text) for span in content)):
        return False
    before_cue = cue is not None and content[0].end <= cue.start
    after_colon = text[max(0, content[0].start - 3) : content[0].start].rstrip().endswith(":")
    follows_cue = cue is not None and 0 <= content[0].start - cue.end <= 2 and first[:1].isupper()
    return (before_cue or after_colon or follows_cue) and size(content) > len("We agree")
