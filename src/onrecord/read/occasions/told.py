"""Which statements were said at an occasion at all, by their kind and, since kinds may be misread, by their words."""

from __future__ import annotations

import re

from onrecord.model import Kind, Statement
from onrecord.read.occasions.scene import Scene, once

# Decrees, plans and documents are told of a speaker; they are not what was said at an occasion.
SAID_THERE: frozenset[Kind] = frozenset({"statement", "belief"})
_DECREED = re.compile(
    r"(?:(?:has|have|had)\s+)?(?:(?:also|already)\s+)?(?:decreed|obliged?s?|ruled(?!\s+out)|resolved|enacted|"
    r"issued\s+(?:\w+\s+)?(?:directives?|orders?|decrees?|instructions?))\b",
    re.IGNORECASE,
)
# "According to a study by the Forum", "its report says": the paper speaks, whoever wrote it.
_PAPER = re.compile(
    r"(?:an?|the|its|their|his|her|this|another|[\w’'-]+['’]s)\s+(?:[\w’'-]+\s+){0,4}?"
    r"(?:report|study|survey|poll|findings|communiqu[eé]|agreement|accord|treaty|decree|law|resolution|bulletin|paper|"
    r"document|protocol|compact|constitution|ruling|declaration|charter|memorandum|press\s+release|statement)\b",
    re.IGNORECASE,
)
_OWN_PAPER = re.compile(
    r"(?:the|this|its|his|her|their)\s+(?:written\s+|same\s+)?(?:statement|letter|message|e-?mail|note|reply|readout|release|advisory|(?-i:post)|notice)$",
    re.IGNORECASE,
)
# "A statement by the Council is out. It welcomes ..."
_PAPER_IS = re.compile(
    r"(?:[\d.:]+\s+)?(?:an?|the|[\w’-]+['’]s)\s+(?:[\w-]+\s+){0,2}(?:statement|letter|message|e-?mail)\s+(?:by|from|of|to)\b",
    re.IGNORECASE,
)
# "A letter signed by forty teachers asks": nobody's, and quoted from all the same.
_A_PAPER = re.compile(
    r"(?:an?|one|another)\s+(?:[\w-]+\s+){0,2}(?:letter|e-?mail|message|note|petition|circular|telegram|post|leaflet)"
    r"(?:\s+(?:sent|signed|from|by|to|written|pushed|dated|left|read|published|circulated|addressed|posted|handed|delivered|deleted)\b|,|$)",
    re.IGNORECASE,
)
# How much of the words about a letter is looked at, in characters.
_PAPER_REACH = 80
_PAPERS = (
    "statement",
    "letter",
    "message",
    "mail",
    "note",
    "reply",
    "readout",
    "release",
    "advisory",
    "post",
    "notice",
)
_ACCORDING = re.compile(r"according\s+to\b", re.IGNORECASE)


def is_said(scene: Scene, statement: Statement, *, whole: bool) -> bool:
    """Whether it may belong to an occasion; in a report that is one as a `whole`, what its people intend does too."""
    if is_own_paper(scene, statement):
        return True
    if statement.kind not in SAID_THERE and not (whole and statement.kind == "intention"):
        return False
    if statement.form == "direct":
        return True
    return not _DECREED.match(scene.cue(statement)) and not _PAPER.match(_source_or_after(scene, statement))


@once
def is_hearsay(scene: Scene, statement: Statement) -> bool:
    """Whether it is only "according to" somebody: said there by those who take part, and by nobody else."""
    return bool(_ACCORDING.match(scene.cue(statement)))


@once
def is_own_paper(scene: Scene, statement: Statement) -> bool:
    """Whether the written statement or letter told of before is itself quoted ("The statement reads: ...")."""
    source = scene.source(statement)
    if source.lower() == "it":
        number = scene.places[statement.id]
        before = scene.sentences[max(0, number - 1)]
        same_line = before.line == scene.sentences[number].line
        return same_line and bool(_PAPER_IS.match(scene.narrative, before.span.start, before.span.end))
    if is_a_paper(scene, statement):
        return True
    return source.lower().endswith(_PAPERS) and bool(_OWN_PAPER.match(source))


@once
def is_a_paper(scene: Scene, statement: Statement) -> bool:
    """Whether a letter of nobody known is quoted ("A letter signed by forty teachers asks")."""
    source = scene.source(statement)
    end = scene.sentence_of(statement).span.end
    words = (
        scene.report.text[statement.source.start : min(end, statement.source.start + _PAPER_REACH)]
        if statement.source
        else source
    )
    return statement.cue is not None and not is_hearsay(scene, statement) and bool(_A_PAPER.match(words))


def _source_or_after(scene: Scene, statement: Statement) -> str:
    """The source, or the words behind "according to": the reader may have taken the author alone."""
    if statement.cue and is_hearsay(scene, statement):
        return scene.report.text[statement.cue.end : scene.sentence_of(statement).span.end].lstrip()
    return scene.source(statement)
