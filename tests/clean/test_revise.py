"""What the text model may change, and which line above the body is the headline."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.clean.headlines import headline_of
from onrecord.clean.lines import line_table
from onrecord.clean.revise import PAGE_LINES, revise
from onrecord.clean.sheet import Sheet
from onrecord.model import BlockKind

BODY = """The harbour board told passengers on Monday that no ferry would leave.
It said that the strike would end before the weekend.
Nobody from the union was there to hear it.
"""


def sheet(*head: str, body: str = BODY, transcript: bool = False) -> Sheet:
    return Sheet(line_table("\n\n".join([*head, *body.strip().split("\n")])), transcript)


def revised(page: Sheet, kinds: list[BlockKind], scores: list[float]) -> list[BlockKind]:
    return revise(page, kinds, np.array(scores))


def test_a_line_that_is_surely_no_body_is_furniture_and_one_that_may_be_is_kept() -> None:
    page = sheet("One", "Two", "Three")
    kinds: list[BlockKind] = ["headline", "subhead", "subhead", "body", "body", "body"]
    assert revised(page, kinds, [-9, -9, -1, 5, -9, 5]) == [
        "headline", "furniture", "subhead", "body", "furniture", "body"
    ]  # fmt: skip


def test_prose_that_is_surely_body_is_read_again() -> None:
    page = sheet("One", "Two", "Three")
    kinds: list[BlockKind] = ["headline", "subhead", "subhead", "body", "teaser", "teaser"]
    assert revised(page, kinds, [0, 0, 0, 5, 5, 0])[4:] == ["body", "teaser"]


def test_a_sign_or_a_dateline_is_never_overruled() -> None:
    page = sheet("Headline of it", "By Mara Ilves", "Two", body="KARSA, March 4 (TNA) - " + BODY)
    kinds: list[BlockKind] = ["headline", "byline", "subhead", "body", "body", "body"]
    assert revised(page, kinds, [-9] * 6)[:4] == ["headline", "byline", "furniture", "body"]


@pytest.mark.parametrize("transcript", [True, False])
def test_transcripts_and_snippets_are_left_alone(transcript: bool) -> None:
    page = sheet(*(["One", "Two", "Three"] if transcript else []), transcript=transcript)
    kinds: list[BlockKind] = ["body"] * len(page.lines)
    assert revised(page, kinds, [-9.0] * len(kinds)) == kinds


@pytest.mark.parametrize(
    "above",
    [
        ("Programmes Podcasts Frequencies Contact", "Ferries stop as harbour board talks fail"),
        ("The Tide", "Ferries stop as harbour board talks fail"),
        ("SALX 4,120.33 +0.4%", "Ferries stop as harbour board talks fail"),
        ("Zum Inhalt springen", "Ferries stop as harbour board talks fail"),
    ],
)
def test_the_headline_is_the_first_line_that_shares_words_with_the_body(above: tuple[str, str]) -> None:
    assert headline_of(sheet(*above), [0, 1]) == 1


def test_where_no_line_shares_words_the_first_is_the_headline() -> None:
    assert headline_of(sheet("One Coin, Two Pockets", "Nothing of this is below"), [0, 1]) == 0
    assert headline_of(sheet("Alone"), [0]) == 0
    assert headline_of(sheet(), []) == -1


def test_in_the_text_of_a_whole_page_the_model_decides() -> None:
    page = sheet(*(f"Menu item {'x' * n}" for n in range(PAGE_LINES)))
    kinds: list[BlockKind] = ["furniture"] * PAGE_LINES + ["body"] * 3
    scores = [1.0] + [-1.0] * PAGE_LINES + [1.0, 1.0]
    assert revised(page, kinds, scores) == ["body", *kinds[1:PAGE_LINES], "furniture", "body", "body"]


def test_a_line_right_under_the_headline_is_kept() -> None:
    page = sheet("One", "Fisheries queens clash over a slippery deal", "Nothing of what this line says is told")
    kinds: list[BlockKind] = ["headline", "subhead", "subhead", "body", "body", "body"]
    assert revised(page, kinds, [0, -9, -9, 5, 5, 5])[1:3] == ["subhead", "furniture"]


def test_leads_behind_the_head_of_a_list_stay_there() -> None:
    page = sheet("One", "Two", "Related News")
    kinds: list[BlockKind] = ["headline", "body", "furniture", "teaser", "teaser", "teaser"]
    assert revised(page, kinds, [0, 5, -5, 9, 9, 9]) == kinds
