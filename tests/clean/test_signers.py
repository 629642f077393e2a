"""Lines beside a byline, and what the model of signatures may change."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.clean.lines import line_table
from onrecord.clean.namefeatures import NAMES, name_features
from onrecord.clean.sheet import Sheet
from onrecord.clean.signed import FOUND, MIN_LINES, REFUSED, correct_signers
from onrecord.clean.signers import find_signers
from onrecord.clean.textfeatures import NAMES as TEXT_NAMES
from onrecord.model import BlockKind

BODY = "The harbour board told passengers on Monday that no ferry would leave."


def signers(*lines: str) -> set[int]:
    table = line_table("\n\n".join(lines))
    return find_signers(table, [None] * len(table))


@pytest.mark.parametrize("line", ["Mara Ilves, fact-checker", "Tomas Korv (Correspondant)", "Nel Karis | Staff Writer"])
def test_a_name_with_a_trade_signs(line: str) -> None:
    assert signers("A headline about the ferry", line, BODY) == {1}


@pytest.mark.parametrize("line", ["Columnist", "National Correspondent", "@maro_i", "mara@harbour.example"])
def test_a_trade_or_an_address_signs_beside_a_name_only(line: str) -> None:
    assert signers("Mara Ilves", line, BODY) == {1}
    assert signers("The ferry will not sail", line, BODY) == set()


def test_by_alone_announces_the_name_below_it() -> None:
    assert signers("The ferry stays", "By", "Mara Ilves", BODY) == {1, 2}
    assert signers("The ferry stays", "By", "The board met on Monday.", BODY) == set()


def test_a_sentence_about_a_reporter_is_no_signature() -> None:
    assert signers("Mara Ilves", "The court heard the reporter.", BODY) == set()


def test_lines_beside_a_byline_are_bylines_of_a_text() -> None:
    sheet = Sheet(
        line_table("\n\n".join(["The ferry stays in port", "By Mara Ilves", "Columnist", BODY])), transcript=False
    )
    assert sheet.signs == [None, "byline", "byline", None]


def long_sheet(*lines: str) -> Sheet:
    return Sheet(line_table("\n\n".join([*lines, *(f"Item {'x' * i}" for i in range(MIN_LINES))])), transcript=False)


def test_the_model_refuses_and_finds_signatures_in_long_texts() -> None:
    page = long_sheet("Meru Basin", "Rosa Tellen", "Northern Agency with agencies", BODY)
    kinds: list[BlockKind] = ["byline", "furniture", "furniture", "body", *["furniture"] * MIN_LINES]
    scores = np.array([REFUSED - 0.1, FOUND + 0.1, FOUND - 0.1, 5.0, *[-5.0] * MIN_LINES])
    assert correct_signers(page, kinds, scores)[:4] == ["furniture", "byline", "furniture", "body"]


def test_in_a_short_text_the_rules_keep_the_word() -> None:
    page = Sheet(line_table(f"Rosa Tellen\n\n{BODY}"), transcript=False)
    assert correct_signers(page, ["byline", "body"], np.array([-9.0, 9.0])) == ["byline", "body"]


def test_name_numbers_are_as_many_as_their_names() -> None:
    page = long_sheet("By Mara Ilves", BODY)
    assert name_features(page, np.zeros((len(page.lines), len(TEXT_NAMES)))).shape == (len(page.lines), len(NAMES))
