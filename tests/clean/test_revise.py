"""What the text model may change, and which line above the body is the headline."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.clean.headlines import headline_of
from onrecord.clean.lines import line_table
from onrecord.clean.revise import (
    FEW_WORDS_MORE,
    PAGE,
    PASTED,
    PASTED_LINES,
    REPORT,
    REPORT_LINES,
    SUBHEAD,
    Bounds,
    bounds_of,
    revise,
)
from onrecord.clean.sheet import Sheet
from onrecord.model import BlockKind

BODY = """The harbour board told passengers on Monday that no ferry would leave.
It said that the strike would end before the weekend.
Nobody from the union was there to hear it.
"""


def sheet(*head: str, body: str = BODY, transcript: bool = False) -> Sheet:
    return Sheet(line_table("\n\n".join([*head, *body.strip().split("\n")])), transcript)


def revised(
    page: Sheet, kinds: list[BlockKind], scores: list[float], heads: dict[int, float] | None = None
) -> list[BlockKind]:
    """The kinds revised; the model of headlines agrees with the rules unless `heads` says otherwise."""
    agreed = [0.0 if kind == "headline" else -9.0 for kind in kinds]
    return revise(page, kinds, np.array(scores), np.array([(heads or {}).get(i, old) for i, old in enumerate(agreed)]))


def padded(count: int, *lines: str) -> Sheet:
    """A text with so many short lines, the given ones and the body of three lines."""
    return sheet(*(f"Item of {'x' * (n + 1)}" for n in range(count)), *lines)


def test_the_longer_a_text_the_more_the_models_decide() -> None:
    assert bounds_of(REPORT_LINES - 1) is REPORT
    assert bounds_of(REPORT_LINES) is PASTED
    assert bounds_of(PASTED_LINES) is PAGE
    assert REPORT.restored > PASTED.restored > PAGE.restored
    assert REPORT.against > PASTED.against - 1


@pytest.mark.parametrize(("lines", "bounds"), [(REPORT_LINES, PASTED), (PASTED_LINES, PAGE)])
def test_the_bounds_tell_body_from_residue_both_ways(lines: int, bounds: Bounds) -> None:
    page = padded(lines)
    kinds: list[BlockKind] = ["headline", *["furniture"] * (lines - 1), "body", "body", "teaser"]
    scores = [-9.0] * lines + [bounds.kept + 0.1, bounds.kept - 0.1, bounds.restored + 0.1]
    scores[1] = bounds.restored - 0.1
    assert revised(page, kinds, scores) == [*kinds[:lines], "body", "furniture", "body"]
    scores[1] = bounds.restored + 0.1
    assert revised(page, kinds, scores)[1] == "body"


def test_a_word_or_two_without_a_stop_need_more_to_be_read_again() -> None:
    page = padded(PASTED_LINES, "Older posts", "Newer posts")
    kinds: list[BlockKind] = ["headline", *["furniture"] * (PASTED_LINES + 1), "body", "body", "body"]
    enough = PAGE.restored + FEW_WORDS_MORE
    scores = [*[-9.0] * PASTED_LINES, enough - 0.1, enough + 0.1, 5.0, 5.0, 5.0]
    assert revised(page, kinds, scores)[PASTED_LINES : PASTED_LINES + 2] == ["furniture", "body"]


def test_in_a_report_only_prose_that_is_surely_body_is_read_again() -> None:
    page = sheet("One", "Two", "Three")
    kinds: list[BlockKind] = ["headline", "furniture", "furniture", "body", "teaser", "teaser"]
    assert revised(page, kinds, [0, 9, -9, 5, REPORT.restored - 0.1, REPORT.restored + 0.1]) == [*kinds[:5], "body"]


def test_less_is_enough_for_a_subhead() -> None:
    page = sheet("One", "Two", "Three")
    kinds: list[BlockKind] = ["headline", "subhead", "subhead", "body", "body", "body"]
    enough = REPORT.kept - SUBHEAD
    assert revised(page, kinds, [0, enough + 0.1, enough - 0.1, 5, 5, 5])[1:3] == ["subhead", "furniture"]


def test_a_place_with_a_date_under_the_headline_is_kept() -> None:
    page = sheet("Headline of it", "Karsa, 4 March 2031", "Two")
    kinds: list[BlockKind] = ["headline", "subhead", "subhead", "body", "body", "body"]
    assert revised(page, kinds, [-9, -9, -9, 5, 5, 5])[1:3] == ["subhead", "furniture"]


def test_a_byline_is_never_overruled_and_a_dateline_only_where_the_model_is_sure() -> None:
    page = sheet("Headline of it", "By Mara Ilves", "Two", body="KARSA, March 4 (TNA) - " + BODY)
    kinds: list[BlockKind] = ["headline", "byline", "subhead", "body", "body", "body"]
    assert revised(page, kinds, [-9, -9, -9, REPORT.kept - 1, -9, -9])[:4] == [
        "headline", "byline", "furniture", "body"
    ]  # fmt: skip
    assert revised(page, kinds, [-9] * 6)[3] == "furniture"


@pytest.mark.parametrize("more", [0, REPORT_LINES])
def test_prose_with_a_sign_is_body_only_in_longer_texts_and_where_the_model_is_sure(more: int) -> None:
    page = padded(more, "One", "Two", "Three", "Follow us on the ferry, the board told passengers.")
    kinds: list[BlockKind] = [*["body"] * more, "headline", "subhead", "subhead", "furniture", "body", "body", "body"]
    assert page.signs[3 + more] == "furniture"
    scores = [5.0] * len(kinds)
    for score, kind in ((PASTED.against - 0.1, "furniture"), (PASTED.against + 0.1, "body" if more else "furniture")):
        scores[3 + more] = score
        assert revised(page, kinds, scores)[3 + more] == kind


def test_another_line_is_the_headline_only_with_a_margin() -> None:
    page = sheet("One", "Two", "Three")
    kinds: list[BlockKind] = ["headline", "furniture", "furniture", "body", "body", "body"]
    scores = [-5.0] * 3 + [5.0] * 3
    assert revised(page, kinds, scores, {1: REPORT.margin - 0.1})[:3] == ["headline", "furniture", "furniture"]
    assert revised(page, kinds, scores, {1: REPORT.margin})[:3] == ["furniture", "headline", "furniture"]


def test_where_the_rules_find_no_headline_the_model_may() -> None:
    page = sheet("One", "Two", "Three")
    kinds: list[BlockKind] = ["furniture", "furniture", "furniture", "body", "body", "body"]
    assert revised(page, kinds, [-5.0] * 3 + [5.0] * 3, {2: 0.1})[2] == "headline"
    assert revised(page, kinds, [-5.0] * 3 + [5.0] * 3, {2: -0.1})[2] == "furniture"


def test_names_far_from_the_ends_of_a_report_sign_nothing() -> None:
    menu = [f"Item {'x' * n}" for n in range(12)]
    page = sheet("Mara Ilves", *menu, "Headline of it", "Tomas Korv")
    kinds: list[BlockKind] = ["byline", *["furniture"] * 12, "headline", "byline", *["body"] * 3]
    assert revised(page, kinds, [-5.0] * 15 + [5.0] * 3)[0] == "furniture"
    assert revised(page, kinds, [-5.0] * 15 + [5.0] * 3)[14] == "byline"


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


def test_leads_behind_the_head_of_a_list_stay_there() -> None:
    page = sheet("One", "Two", "Related News")
    kinds: list[BlockKind] = ["headline", "body", "furniture", "teaser", "teaser", "teaser"]
    assert revised(page, kinds, [0, 5, -5, 9, 9, 9]) == kinds


def test_more_is_asked_of_leads_behind_the_head_of_a_list_in_a_longer_text() -> None:
    page = sheet("Related News", *(f"Item {'x' * n}" for n in range(REPORT_LINES)))
    kinds: list[BlockKind] = ["furniture"] * (REPORT_LINES + 1) + ["teaser", "teaser", "teaser"]
    scores = [-9.0] * (REPORT_LINES + 1) + [PASTED.against - 0.1, PASTED.against + 0.1, -9]
    assert revised(page, kinds, scores)[-3:] == ["teaser", "body", "teaser"]


def test_readers_comments_stay_comments() -> None:
    page = sheet(*BODY.strip().split("\n"), "Comments (14)", body="Old Angler: the board said nothing new, as always.")
    kinds: list[BlockKind] = ["body", "body", "body", "furniture", "teaser"]
    assert page.comments(0) == 3
    assert revise(page, [*kinds, "teaser"][:5], np.array([5.0] * 5), np.zeros(5)) == kinds


def test_names_right_under_the_headline_are_a_byline_whatever_the_model_says() -> None:
    page = sheet("Headline of it", "Tomas Korv", "Two")
    kinds: list[BlockKind] = ["headline", "subhead", "subhead", "body", "body", "body"]
    assert revised(page, kinds, [0, -9, -9, 5, 5, 5])[1:3] == ["byline", "furniture"]
