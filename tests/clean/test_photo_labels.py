"""Short lines in plain text that open with capitals and a colon: photos' captions, or what only looks like one."""

from __future__ import annotations

import pytest

from onrecord.clean import clean_source
from onrecord.model import RESIDUE, Report, Source

HEAD = "Minister loses his penny at the fair\n\n"
LEAD = "Sports Minister Ned Torve lost his penny on Tuesday when he opened the summer fair at Lake Ombe.\n\n"
NEXT = "The coin rolled under a stall and stayed there, said two people who saw it go.\n\n"
LAST = "The fair goes on until Sunday, and the town hopes for thirty thousand guests and a dry week.\n"


def cleaned(text: str) -> Report:
    return clean_source(Source(text.encode(), "text/plain", "report.txt"))


def kind_of(report: Report, words: str) -> str:
    start = report.text.index(words)
    return next(block.kind for block in report.blocks if block.span.start <= start < block.span.end)


@pytest.mark.parametrize(
    "line",
    [
        "TOSS-UP: Ned and Mina at the stall. 'He threw it badly,' said an onlooker",
        "PENNY FOR IT: Ned hunts for his coin. 'It was my nan's,' he said",
        "DOWN AND OUT OF LUCK: The stall where the coin was last seen",
        "HEADS & TAILS: Ned shows the crowd how it is done",
        "PICTURED: Ned with the lucky coin in his hand",
        "PICTURED: Ned holds the lucky coin in his hand.",
        "BROKE: Ned turns out his pockets. 'Not a bean,' he told pals",
        "DON'T DROP IT: Ned rehearses the toss with his aide",
    ],
)
@pytest.mark.parametrize("place", ["between", "last"])
def test_a_line_under_a_label_in_capitals_is_a_caption(line: str, place: str) -> None:
    text = LEAD + NEXT + line + "\n\n" + LAST if place == "between" else LEAD + NEXT + LAST + "\n" + line + "\n"
    report = cleaned(HEAD + text)
    assert kind_of(report, line) == "caption"
    for body in (LEAD, NEXT, LAST):
        assert kind_of(report, body.strip()) == "body"


@pytest.mark.parametrize("line", ["WATCH: Ned tosses his coin", "MORE: Ten fairs to see this summer", "READ MORE: Ned"])
def test_a_line_that_points_elsewhere_is_residue(line: str) -> None:
    assert kind_of(cleaned(HEAD + LEAD + NEXT + line + "\n\n" + LAST), line) in RESIDUE


@pytest.mark.parametrize(
    "line",
    [
        "THE OLD RULES: Every coin that falls at the fair belongs to the town, the minister said.",
        "TRAINS: The night line to the fair opens again on Friday, the minister said.",
        "LAKE OMBE: The mayor said that the stall would stay where it is until the coin was found.",
        "MINISTER TORVE: It was my nan's penny, and I want it back",
        "NED TORVE: I want it back",
        "UPDATE: The coin has been found, police say",
        "JUST IN: The mayor says the stall will be moved tonight",
        "MY OWN COIN: the minister then said:",
        "ON COINS: they go to the town\nON STALLS: they stay where they are\nON FEES: no change",
    ],
)
def test_what_only_opens_like_a_caption_is_none(line: str) -> None:
    report = cleaned(HEAD + LEAD + NEXT + line + "\n\n" + LAST)
    for part in line.split("\n"):
        assert kind_of(report, part) not in RESIDUE


def test_turns_of_a_transcript_are_no_captions() -> None:
    turns = ["MINISTER VELM: We thank our hosts", "MINISTER KORV: We do, too", "MINISTER VELM: Now tea", "AIDE: So"]
    report = cleaned("Transcript of the press availability\n\n" + "\n\n".join(turns) + "\n")
    assert report.kind == "transcript"
    assert {kind_of(report, turn) for turn in turns} == {"body"}


def test_capitals_at_the_head_are_a_kicker_of_the_headline() -> None:
    report = cleaned("CUP OF TEARS: Ned and Mina drop the trophy\n\n" + LEAD + NEXT + LAST)
    assert report.title == "CUP OF TEARS: Ned and Mina drop the trophy"
    assert report.dateline.place is None
    assert kind_of(report, "CUP OF TEARS") == "headline"
    assert kind_of(report, LEAD.strip()) == "body"


def test_a_place_and_a_colon_before_a_sentence_are_a_dateline() -> None:
    report = cleaned(HEAD + "LAKE OMBE: " + LEAD + NEXT + LAST)
    assert report.dateline.place == "Lake Ombe"
