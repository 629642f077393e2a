"""The lines of a plain text with what each says alone, and what its words say beside those of the other lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import islice

from onrecord.clean.agencies import is_agency
from onrecord.clean.dateline import Opening, find_opening
from onrecord.clean.echoes import find_echoes
from onrecord.clean.lines import Line
from onrecord.clean.plainsigns import plain_sign
from onrecord.clean.signers import find_signers
from onrecord.clean.signs import Sign
from onrecord.clean.transcript import turn_name

_PHOTO_LABEL = re.compile(r"([A-Z]{3,14}):\s")
_PHOTO_AGENCY = re.compile(r"[^“”\"«»]*[.!?…]\s[(\[][A-Z]{2,10}[)\]]")
# No sentence ends so, and no headline: a photo's agency stands behind what it shows.
_AGENCY_AT_END = re.compile(r"[^.!?…”\"]\s[(\[](\w{2,12})[)\]]$")
MAX_CAPTION_WORDS = 40
# Up to five words in capitals label a photo, too, where the line is short, has no stop and stands alone.
_LABEL_WORD = r"[A-Z0-9][A-Z0-9'’.&-]*"
_CAPITALS = re.compile(rf"(?=[^:]*[A-Z]{{3}})(?P<label>{_LABEL_WORD}(?: (?:&|{_LABEL_WORD})){{0,4}}):\s+\S")
MAX_LABELLED_WORDS = 30
MAX_SHORT_WORD = 3
# These say that a photo stands there, so that what follows may be a sentence with its stop.
_PHOTO_WORD = re.compile(r"(?:PICTURED|PICTURE|ABOVE|BELOW|INSET|LEFT|RIGHT|CAPTION):")
# Labels of news in a live blog or of a kind of text; what follows them is the report's own.
_NEWS_LABEL = re.compile(
    r"(?:BREAKING|UPDATED?|LIVE|LATEST|JUST IN|RECAP|CORRECTION|EXCLUSIVE|ANALYSIS|NEW|NOTE|FACT ?CHECK|[QA])\b"
)
_AUTHOR_NOTE = re.compile(
    r"""(?:About\ the\ author:?\s)?(?P<name>[A-Z][\w.’'-]+(?:\ [A-Z][\w.’'-]+){1,3})\ (?:
    (?:is|was)\ (?:an?|the)\ [^.]{0,70}\b(?:journalist|reporter|correspondent|columnist|writer|editor|author|lecturer
        |researcher|professor|fellow|analyst|historian|producer|photographer|bureau\ chief)\b
    | (?:covers|writes\ (?:about|on|for)|reports\ (?:on|for|from)|has\ (?:covered|reported|written))\b).*""",
    re.VERBOSE,
)
_COMMENTS = re.compile(
    r"[\W_]*(?:(?:\d+ )?(?:reader(?:s[’'])? )?comments?(?: ?\(?\d+\)?)?|have your say|\d+ replies"
    r"|(?:\d+ )?(?:kommentare?|commentaires?|comentarios?|commenti|yorum(?:lar)?|комментарии)(?: ?\(\d+\))?)[\W_]*",
    re.IGNORECASE,
)
_COMMENTER = re.compile(r"[\w .,’'-]{2,30}:\s")
# Heads that point to one story in the midst of a report, with paragraphs of the report behind them.
_BOX = re.compile(
    r"[\W_]*(?:(?:also )?(?:read|see|watch|look|view)\b|sponsored|up next|in case|don|continue|keep|à lire|lire|à voir|"
    r"lesen|auch|mehr|lees|l[ée]e|lea|ver|vea|leia|veja|saiba|leggi|vedi|czytaj|zobacz|läs|les|læs|lue|(?:про)?чита|смотр)",
    re.IGNORECASE,
)
# With no headline before them, so many paragraphs behind the head of a list are leads.
MAX_LEADS = 3
NEAR = 40
# A word with a capital inside a sentence.
_NAME = re.compile(r"(?<=[\w,] )[A-ZÀ-ÞА-Я][^\W\d_]{3,}")
# So many leads or headlines cut with an ellipsis at the very end are a list of other stories.
MIN_CUT_LINES = 2


@dataclass
class Sheet:
    """The lines being labelled, with what each says alone."""

    lines: list[Line]
    transcript: bool
    signs: list[Sign | None] = field(init=False)
    openings: list[Opening | None] = field(init=False)

    def __post_init__(self) -> None:
        shown = " ".join(line.text for line in self.lines)
        self.signs = [self._sign(line, shown) for line in self.lines]
        if not self.transcript:
            self._sign_copies_and_signers()
        self.openings = [None if self.signs[i] else self._opening(i) for i in range(len(self.lines))]
        opened = False
        for i in range(len(self.lines)):
            opening = self.openings[i]
            if opening and self._kicker(i, opening):
                self.openings[i] = opening = None
            if opened and opening and self.lines[i].text[opening.close - 1] == ":":
                self.openings[i] = None
            opened = opened or self.prose(i)
        agencies = {opening.agency for opening in self.openings if opening and opening.agency}
        for i, line in enumerate(self.lines):
            if self.signs[i] is None and line.text.strip("()[]–—- ") in agencies:
                self.signs[i] = "credit"
            credited = _AGENCY_AT_END.search(line.text)
            if self.signs[i] is None and i and credited and (credited[1] in agencies or is_agency(credited[1])):
                self.signs[i] = "caption"
        if not self.transcript:
            self._sign_photos()
            self._sign_authors()

    def _sign_copies_and_signers(self) -> None:
        for i in find_signers(self.lines, self.signs):
            self.signs[i] = "byline"
        for i in find_echoes(self.lines):
            self.signs[i] = self.signs[i] or "furniture"

    def _sign_photos(self) -> None:
        """Sentences that end in an agency's letters in brackets are captions, unless the report may end there."""
        before, after = 0, self.prose_count(0, len(self.lines))
        for i, line in enumerate(self.lines):
            after -= self.prose(i)
            cited = self.signs[i] is None and self.openings[i] is None and _PHOTO_AGENCY.fullmatch(line.text)
            if cited and line.words <= MAX_CAPTION_WORDS and 0 < after >= before:
                self.signs[i] = "caption"
            before += self.prose(i)

    def _sign_authors(self) -> None:
        """Notes behind the last paragraph that tell who the author is, who is nobody that the report names."""
        for i in range(len(self.lines) - 1, 0, -1):
            found = _AUTHOR_NOTE.fullmatch(self.lines[i].text)
            named = found["name"].split()[-1] if found else None
            if named and not any(named in self.lines[j].text for j in range(i) if self.prose(j)):
                self.signs[i] = "furniture"
            elif self.prose(i) and not self.lines[i].trails_off:
                return

    def _sign(self, line: Line, shown: str) -> Sign | None:
        if self.transcript and turn_name(line.text):
            return None
        return "caption" if line.glued or _tags_people(line, shown) else plain_sign(line.text, line.words)

    def _opening(self, i: int) -> Opening | None:
        opening = find_opening(self.lines[i].text)
        named_turn = opening and self.lines[i].text[opening.close - 1 : opening.close] == ":"
        return None if self.transcript and named_turn else opening

    def _kicker(self, i: int, opening: Opening) -> bool:
        """Whether capitals and a colon open a short line without a stop above a paragraph: a headline's kicker."""
        line = self.lines[i]
        bare = line.text[opening.close - 1] == ":" and opening.date is None and opening.agency is None
        return bare and not line.stops and not line.prose and any(other.prose for other in self.lines[i + 1 : i + 5])

    def prose(self, i: int) -> bool:
        return self.signs[i] is None and (self.lines[i].prose or self.openings[i] is not None)

    def prose_count(self, start: int, end: int) -> int:
        return sum(self.prose(i) for i in range(start, end))

    def cut_list(self, start: int) -> int:
        """The number of the line that opens a list of cut leads or headlines at the end; past the end if there is none.

        The list's lines all end in an ellipsis, or are headings between such lines.
        """
        first, count = len(self.lines), 0
        for i in range(len(self.lines) - 1, start, -1):
            if self.lines[i].trails_off and self.signs[i] is None:
                first, count = i, count + 1
            elif self.prose(i):
                break
        return first if count >= MIN_CUT_LINES and not self.transcript else len(self.lines)

    def lists_stories(self, i: int) -> bool:
        """Whether leads stand at once behind the head of a list, and few enough of them to the end of the text."""
        if i + 1 >= len(self.lines) or not self.prose(i + 1) or _BOX.match(self.lines[i].text):
            return False
        leads = (j for j in range(i + 1, len(self.lines)) if self.prose(j))
        return len(list(islice(leads, MAX_LEADS + 1))) <= MAX_LEADS

    def shares_names(self, start: int, end: int, first: int, last: int) -> bool:
        """Whether every paragraph of the second range has a name that the paragraphs of the first have, too."""
        known = {
            name
            for i in range(max(start, end - NEAR), end)
            if self.prose(i)
            for name in _NAME.findall(self.lines[i].text)
        }
        return all(known & set(_NAME.findall(self.lines[i].text)) for i in range(first, last))

    def comments(self, start: int) -> int:
        """The number of the line that heads readers' comments; past the end if there is none.

        No two paragraphs in a row follow it but such as open with a name, and more stand before it than behind it.
        """
        end, first = len(self.lines), len(self.lines)
        for i in range(end - 1, start, -1):
            if _COMMENTS.fullmatch(self.lines[i].text):
                first = i
            if self._told(i) and i + 1 < end and self._told(i + 1):
                break
        if self.transcript or self.prose_count(start, first) <= self.prose_count(first, end):
            return end
        return first

    def _told(self, j: int) -> bool:
        return self.prose(j) and not _COMMENTER.match(self.lines[j].text)

    def labelled_photo(self, i: int) -> bool:
        """Whether a line opens as tabloids label photos ("SPLASHED: ..."): one word in capitals that names nobody."""
        text = self.lines[i].text
        found = _PHOTO_LABEL.match(text)
        if self.transcript or self.lines[i].words > MAX_CAPTION_WORDS or _NEWS_LABEL.match(text):
            return False
        if text.rstrip("\"'”’»›)]*").endswith(".") and not _PHOTO_WORD.match(text):
            return False
        if not found:
            return self._labelled_alone(i)
        return not any(re.search(rf"\b{found[1].capitalize()}\b", line.text) for line in self.lines[:i])

    def _labelled_alone(self, i: int) -> bool:
        """Whether a short line without a stop opens with words in capitals, none of them the text's name for someone.

        Such lines in a row are a list or an exchange of words.
        """
        line, found = self.lines[i], _CAPITALS.match(self.lines[i].text)
        if not found or line.stops or line.text[-1:] in ":;," or line.words > MAX_LABELLED_WORDS:
            return False
        beside = [self.lines[j].text for j in (i - 1, i + 1) if 0 <= j < len(self.lines)]
        if any(_CAPITALS.match(text) for text in beside):
            return False
        last = found["label"].split()[-1]
        # Short words open sentences ("It is ...") more often than they name somebody.
        name = (r"\b" if len(last) > MAX_SHORT_WORD else r"(?<=\w )") + re.escape(last.capitalize()) + r"\b"
        return not any(re.search(name, other.text) for other in self.lines)


def _tags_people(line: Line, shown: str) -> bool:
    """Whether a line is a photo's tags: names in small letters that the text elsewhere writes as names."""
    words = line.text.replace(",", " ").split()
    if not 2 <= len(words) <= 6 or "," not in line.text or not line.text.islower():
        return False
    return all(word.capitalize() in shown for word in words)
