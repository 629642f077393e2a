"""Labels for the lines of a plain text, by each line's own signs and its place between head, body and tail."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.clean.dateline import Opening, place_and_date
from onrecord.clean.linemodel import text_scores
from onrecord.clean.lines import Line
from onrecord.clean.names import is_signature
from onrecord.clean.plainhead import BY_SIGN, head_kinds
from onrecord.clean.revise import is_advert, revise
from onrecord.clean.sheet import Sheet
from onrecord.clean.signed import correct_signers
from onrecord.clean.transcript import turn_name
from onrecord.model import RESIDUE, BlockKind

# Pasted pages have up to ten lines of menu, date and byline at their head; datelines further down are in the body.
HEAD_LINES = 14
MAX_HEADLINE_WORDS = 35
MAX_SUBHEAD_WORDS = 22
# So many lines behind an advertisement's head the report goes on at the latest.
MAX_ADVERT = 4
# A last line without a stop is a cut-off paragraph from this length on, another story's headline below it.
CUT_OFF_WORDS = 16


@dataclass(frozen=True, slots=True)
class Labels:
    """One kind for each line, and the dateline found with the number of the line that it opens."""

    kinds: tuple[BlockKind, ...]
    opening: Opening | None = None
    opening_line: int = -1


def label_lines(lines: list[Line], *, transcript: bool = False) -> Labels:
    """Label every line; `transcript` says that lines opening with a name and a colon are turns, not datelines."""
    if not lines:
        return Labels(())
    sheet = Sheet(lines, transcript)
    kinds, opening, opening_line = _rules(sheet)
    scores = text_scores(sheet, kinds)
    kinds = correct_signers(sheet, revise(sheet, kinds, scores.body, scores.heads), scores.signers)
    if opening_line >= 0 and opening and opening.end >= len(lines[opening_line].text):
        kinds[opening_line] = "dateline"
    return Labels(tuple(kinds), opening, opening_line)


def rule_kinds(sheet: Sheet) -> list[BlockKind]:
    """What the rules alone say of each line."""
    return _rules(sheet)[0]


def _rules(sheet: Sheet) -> tuple[list[BlockKind], Opening | None, int]:
    """What signs and the order of head, body and tail say of each line; the dateline with the number of its line."""
    start, opening, opening_line = _body_start(sheet)
    end = _body_end(sheet, start)
    return [*head_kinds(sheet, start), *_body(sheet, start, end), *_tail(sheet, end)], opening, opening_line


def _body_start(sheet: Sheet) -> tuple[int, Opening | None, int]:
    """The number of the first body line, and the dateline with its line."""
    reach = min(HEAD_LINES, len(sheet.lines))
    for i in range(reach):
        alone = place_and_date(sheet.lines[i].text) if sheet.signs[i] is None else None
        if alone:
            return i + 1, alone, i
        if sheet.openings[i]:
            return i, sheet.openings[i], i
        if sheet.prose(i) and not _headline_like(sheet, i):
            break
    for i in range(len(sheet.lines)):
        if (sheet.prose(i) and not _headline_like(sheet, i)) or (sheet.transcript and turn_name(sheet.lines[i].text)):
            return i, None, -1
    return (0 if len(sheet.lines) == 1 else _first_unsigned(sheet) + 1), None, -1


def _headline_like(sheet: Sheet, i: int) -> bool:
    """Whether a line that reads as prose can be the headline: the first unsigned line, followed by the opening."""
    if any(sheet.signs[j] is None for j in range(i)) or i + 1 >= len(sheet.lines):
        return False
    line, rest = sheet.lines[i], range(i + 1, min(i + 5, len(sheet.lines)))
    if line.words <= MAX_HEADLINE_WORDS and any(sheet.openings[j] for j in rest):
        return sheet.openings[i] is None
    if line.text[-1:] in "?!”’\"'" and line.words <= 18:
        return any(sheet.prose(j) for j in rest)
    return not line.stops and line.words <= MAX_HEADLINE_WORDS and any(sheet.prose(j) for j in rest)


def _first_unsigned(sheet: Sheet) -> int:
    return next((i for i, sign in enumerate(sheet.signs) if sign is None), len(sheet.lines) - 1)


def _body_end(sheet: Sheet, start: int) -> int:
    """The number of the line from which on nothing is the report's own text any more."""
    cut, comments = sheet.cut_list(start), sheet.comments(start)
    for i in range(start, len(sheet.lines)):
        sign = sheet.signs[i]
        if i == cut:
            return i - 1 if not sheet.prose(i - 1) and sheet.signs[i - 1] is None and i - 1 > start else i
        if sign == "section" and not _resumes(sheet, start, i):
            return i
        if i == comments:
            return i
        closing = sign in {"credit", "byline"} or (sign is None and _signs_off(sheet, i))
        if closing and _closes(sheet, start, i):
            return i
        if i > start and sheet.openings[i] and _opens_another(sheet, i):
            return i - 1 if not sheet.prose(i - 1) and sheet.signs[i - 1] is None else i
    return len(sheet.lines)


def _resumes(sheet: Sheet, start: int, i: int) -> bool:
    """Whether the body goes on behind a box of other stories: two paragraphs in a row, none the lead of a story.

    An advertisement is one line or two, so that any paragraph soon behind its head is the report's.
    """
    if sheet.lists_stories(i):
        return False
    if is_advert(sheet.lines[i].text):
        behind = range(i + 1, min(i + 1 + MAX_ADVERT, len(sheet.lines)))
        return any(sheet.prose(j) and not sheet.lines[j].trails_off and not sheet.openings[j] for j in behind)
    count = 0
    for j in range(i + 1, len(sheet.lines)):
        if sheet.signs[j] in {"section", "credit", "byline"}:
            return False
        leads = sheet.openings[j] is not None or sheet.lines[j].trails_off or sheet.lines[j].indent > 2
        count = count + 1 if sheet.prose(j) and not leads else 0
        if count == 2 and (sheet.prose_count(start, i) < 2 or j - i <= 6):
            return True
        if count == 3:
            return j - i <= 14 and sheet.shares_names(start, i, j - 2, j + 1)
    return False


def _signs_off(sheet: Sheet, i: int) -> bool:
    line = sheet.lines[i]
    marked = line.bulleted and line.text[0] not in "–—-"
    return line.words <= 12 and not marked and is_signature(line.text)


def _closes(sheet: Sheet, start: int, i: int) -> bool:
    """Whether a signature or credit ends the report: at most one paragraph follows, and fewer than went before."""
    after = 0
    for j in range(i + 1, len(sheet.lines)):
        if sheet.signs[j] == "section":
            break
        after += sheet.prose(j) and sheet.openings[j] is None and not sheet.lines[j].trails_off
    before = sheet.prose_count(start, i)
    return after < 2 and after < before


def _opens_another(sheet: Sheet, i: int) -> bool:
    """Whether a second dateline opens another story's lead: cut off, or the last of the text under a headline."""
    if sheet.lines[i].trails_off:
        return True
    headed = not sheet.prose(i - 1) and sheet.signs[i - 1] is None and not sheet.lines[i - 1].stops
    return headed and sheet.prose_count(i + 1, len(sheet.lines)) == 0 and sheet.openings[i] is not None


def _body(sheet: Sheet, start: int, end: int) -> list[BlockKind]:
    last = max((i for i in range(start, end) if sheet.prose(i)), default=start)
    kinds: list[BlockKind] = []
    in_box = False
    for i in range(start, end):
        sign = sheet.signs[i]
        in_box = sign == "section" or (in_box and not sheet.prose(i))
        if sign is None and i > start and sheet.labelled_photo(i):
            kinds.append("caption")
        elif sign or in_box:
            kinds.append(BY_SIGN[sign] if sign else "teaser")
        elif i > last and kinds and kinds[-1] in RESIDUE and not sheet.transcript:
            kinds.append("teaser" if sheet.lines[i].words >= 5 else "furniture")
        elif sheet.prose(i) or sheet.lines[i].stops or sheet.transcript:
            kinds.append("body")
        elif i < last:
            kinds.append(_between(sheet, i, start, last))
        else:
            kinds.append(_after_last(sheet, i))
    return kinds


def _between(sheet: Sheet, i: int, start: int, last: int) -> BlockKind:
    """A short line without a stop that has body paragraphs around it: a subhead, a list item or a row of buttons."""
    line = sheet.lines[i]
    run = _short_run(sheet, i, start, last)
    if line.text[-1:] in ":;," or line.bulleted:
        return "body"
    if run == 1:
        return "subhead" if line.words <= MAX_SUBHEAD_WORDS else "body"
    if line.words <= 2:
        return "furniture"
    return "subhead" if run == 2 and sheet.prose(i + 1) else "body"


def _short_run(sheet: Sheet, i: int, start: int, last: int) -> int:
    def short(j: int) -> bool:
        return start <= j <= last and not sheet.prose(j) and sheet.signs[j] is None and not sheet.lines[j].stops

    low, high = i, i
    while short(low - 1):
        low -= 1
    while short(high + 1):
        high += 1
    return high - low + 1


def _after_last(sheet: Sheet, i: int) -> BlockKind:
    line = sheet.lines[i]
    if line.words >= CUT_OFF_WORDS or len(sheet.lines) == 1 or line.bulleted:
        return "body"
    if is_signature(line.text):
        return "byline"
    return "teaser" if line.words >= 5 else "furniture"


def _tail(sheet: Sheet, end: int) -> list[BlockKind]:
    """What stands behind the body: signatures and credits keep their names, all else is residue."""
    kinds: list[BlockKind] = []
    listed = False
    for i in range(end, len(sheet.lines)):
        sign, line = sheet.signs[i], sheet.lines[i]
        listed = listed or sign == "section" or sheet.openings[i] is not None
        if sign in {"credit", "furniture", "date", "section"} or (sign == "byline" and not listed):
            kinds.append(BY_SIGN[sign])
        elif not listed and _signs_off(sheet, i) and all(kind in {"byline", "credit"} for kind in kinds):
            kinds.append("byline")
        else:
            kinds.append("teaser" if listed or line.words >= 5 else "furniture")
    return kinds
