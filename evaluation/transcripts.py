"""Scores the turns of transcripts on our own samples in six styles: a turn is right with its speaker and all its words.

`evaluation/gold/transcripts/samples.txt` holds the samples; `»NAME|` marks where a turn opens. The line of a page's
end ("END 1:20 P.M.") belongs to no turn.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from pathlib import Path

from onrecord.clean import clean_source, speaker_turns
from onrecord.model import Source

GOLD = Path(__file__).parent / "gold" / "transcripts" / "samples.txt"
_OPENS = re.compile(r"»([^|\n]+)\|")
_END = re.compile(r"^END \d.*$", re.MULTILINE)

Turns = list[tuple[str, str]]


def samples(path: Path = GOLD) -> list[tuple[str, str, Turns]]:
    """Name, text and gold turns of each sample."""
    found = []
    for part in re.split(r"^= ", path.read_text(encoding="utf8"), flags=re.MULTILINE)[1:]:
        name, marked = part.split("\n", 1)
        pieces = _OPENS.split(marked)
        turns = [
            (speaker, _words(_END.sub("", speech))) for speaker, speech in zip(pieces[1::2], pieces[2::2], strict=True)
        ]
        found.append((name, _OPENS.sub(r"\1", marked), turns))
    return found


def found_turns(text: str) -> tuple[str, Turns]:
    """The kind of report found, and its turns."""
    report = clean_source(Source(text.encode(), "text/plain", "transcript.txt"))
    turns = [
        (turn.speaker.of(report.text), _words(" ".join(span.of(report.text) for span in turn.speech)))
        for turn in speaker_turns(report)
    ]
    return report.kind, turns


def _words(speech: str) -> str:
    return " ".join(speech.lstrip(" :").split())


def score() -> tuple[Counter[str], list[str]]:
    """Counts of turns right, missed and invented and of kinds right, with what is wrong."""
    counts: Counter[str] = Counter()
    wrong: list[str] = []
    for name, text, gold in samples():
        kind, found = found_turns(text)
        counts["samples"] += 1
        counts["kinds"] += kind == "transcript"
        counts["turns"] += len(gold)
        right = sum((Counter(gold) & Counter(found)).values())
        counts["right"] += right
        counts["invented"] += len(found) - right
        if kind != "transcript" or gold != found:
            wrong.append(f"{name}: {kind}: missing {set(gold) - set(found)}, found {set(found) - set(gold)}")
    return counts, wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--wrong", action="store_true", help="list every difference")
    arguments = parser.parse_args()
    counts, wrong = score()
    if arguments.wrong:
        print("\n".join(wrong))
    print(f"kinds {counts['kinds']} of {counts['samples']}")
    print(f"turns {counts['right']} of {counts['turns']} right, {counts['invented']} wrong ones found")
    return 0


if __name__ == "__main__":
    sys.exit(main())
