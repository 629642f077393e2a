"""Transcripts: who takes the floor where ("MINISTER TORVE: ...", "Question: ...")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.clean.lines import Line
from onrecord.model import Report, ReportKind, Span

# Three turns make a transcript; a news report quotes one or two people with a colon.
MIN_TURNS = 3
MIN_TURN_SHARE = 0.25

_TURN = re.compile(
    r"""(?P<name>(?:[QA]|[^\W\d_](?:[^\W\d_]|[.’'´-])*(?:\ [^\W\d_(](?:[^\W\d_]|[.,’'´-])*){0,7})
    (?:\ ?\([^()]{1,60}\)){0,2})\ ?(?:[:：]|\.\s?[–—])(?=\s|$)
    | (?P<bare>Q)(?=\s+[A-Z“"])""",
    re.VERBOSE,
)
_ASKERS = re.compile(
    r"(?:q|question|journalist|reporter|correspondent|press|media|moderator|interviewer|вопрос|frage|pregunta|domanda|"
    r"pergunta|سؤال)\b",
    re.IGNORECASE,
)
_NO_SPEAKER = re.compile(
    r"(?:source|photo|image|read|watch|related|see|note|update|updated|breaking|tags?|topics?|published|date|place|"
    r"location|time|subject|contact|email|tel|phone|fax|http|https|share|by|also|more|video|editor)\b",
    re.IGNORECASE,
)
_TRANSCRIPT_HEAD = re.compile(
    r"\b(?:transcript|verbatim|press availability|remarks (?:by|to|with|at)|questions? and answers?|q&a|opening "
    r"remarks|answers? to (?:media )?questions|стенограмма|press briefing|stakeout)\b",
    re.IGNORECASE,
)
_RELEASE_HEAD = re.compile(
    r"\b(?:press (?:release|statement|note)|media (?:release|note|statement)|for immediate release|communiqu[eé]|"
    r"readout|joint statement|news release|pressemitteilung|communiqué de presse|comunicado de prensa)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """One turn of a transcript: the speaker as written and the stretches of the lines that are spoken.

    `question` marks the turns of people who ask.
    """

    speaker: Span
    speech: tuple[Span, ...]
    question: bool


def report_kind(lines: Sequence[Line], head: str) -> ReportKind:
    """The kind of report: a transcript by its turns, a press release by what its head calls it."""
    named = [found for line in lines if (found := turn_name(line.text))]
    repeated = Counter(_bare(found) for found in named)
    enough = len(named) >= MIN_TURNS and len(named) >= MIN_TURN_SHARE * len(lines)
    if enough and (max(repeated.values()) >= 2 or _TRANSCRIPT_HEAD.search(head)):
        return "transcript"
    if len(named) >= 2 and _TRANSCRIPT_HEAD.search(head) and len(named) >= MIN_TURN_SHARE * len(lines):
        return "transcript"
    return "press_release" if _RELEASE_HEAD.search(head) else "article"


def _bare(name: str) -> str:
    """A speaker's name as it recurs: without what stands in brackets."""
    return re.sub(r"\(.*\)", "", name).strip().casefold()


def turn_name(line: str) -> str | None:
    """The speaker that a turn's line opens with, None when the line opens no turn."""
    found = _TURN.match(line[:120])
    if found and found["bare"]:
        return found["bare"]
    if not found or _NO_SPEAKER.match(found["name"]) or len(found["name"]) > 80:
        return None
    words = re.sub(r"\(.*\)", "", found["name"]).split()
    capital = sum(word[:1].isupper() for word in words)
    # "Torve continued:" and "He concluded:" tell what follows; a name does not end in a small letter's word.
    named = bool(words) and words[0][:1].isupper() and not words[-1][:1].islower()
    return found["name"] if named and capital >= len(words) / 2 else None


def speaker_turns(report: Report) -> tuple[Turn, ...]:
    """The turns of a transcript in text order; nothing for other kinds of reports."""
    if report.kind != "transcript":
        return ()
    turns: list[tuple[Span, list[Span]]] = []
    for span in report.spans_of("body"):
        line = span.of(report.text)
        name = turn_name(line)
        if name is None:
            if turns:
                turns[-1][1].append(span)
            continue
        turns.append((Span(span.start, span.start + len(name)), []))
        rest = line[len(name) :]
        spoken = rest.lstrip(" :：.–—\u00a0\t\r\n")
        if spoken:
            turns[-1][1].append(Span(span.end - len(spoken), span.end))
    return tuple(
        Turn(name, tuple(speech), bool(_ASKERS.match(name.of(report.text)))) for name, speech in turns if speech
    )
