"""The numbers that reach over a whole plain text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.lines import line_table
from onrecord.clean.plain import rule_kinds
from onrecord.clean.sheet import Sheet
from onrecord.clean.textcontext import NAMES, context_features

MENU = ["Region", "World", "Harvest", "Weather"]
REPORT = [
    "The harbour board told passengers on Monday that no ferry would leave before the weekend.",
    "It said that the harbour would stay closed while passengers were taken to the other shore.",
    "Passengers were told by the board to ask at the harbour office before they left on Monday.",
]
LEADS = ["Swans return to the castle pond", "Mayor opens a bridge to nowhere"]


def features(lines: list[str], gap: str = "\n") -> dict[str, list[float]]:
    sheet = Sheet(line_table(gap.join(lines)), transcript=False)
    assert len(sheet.lines) == len(lines)
    rows = context_features(sheet, rule_kinds(sheet), np.zeros(len(lines)))
    return {name: rows[:, i].tolist() for i, name in enumerate(NAMES)}


def test_names_are_unique() -> None:
    assert len(set(NAMES)) == len(NAMES)


def test_the_heaviest_run_of_prose_is_the_report() -> None:
    found = features([*MENU, *REPORT, *LEADS])
    assert found["run_inside"] == [0] * 4 + [1] * 3 + [0] * 2
    assert found["run_start"][4] == found["run_end"][6] == 0


def test_words_of_the_report_are_told_from_those_of_other_stories() -> None:
    found = features([*MENU, *REPORT, "Harbour board closes ferry to passengers", *LEADS])
    assert found["overlap"][7] > 0.7
    assert found["overlap"][8] == 0


def test_a_paragraph_does_not_overlap_with_itself() -> None:
    assert features(["Entirely peculiar vocabulary appears throughout.", *MENU])["overlap"][0] == 0


def test_blank_lines_are_counted_on_both_sides() -> None:
    found = features(REPORT, gap="\n\n")
    assert found["blank_before"] == [0, 1, 1]
    assert found["blank_after"] == [1, 1, 1]


def test_items_of_a_menu_are_alike() -> None:
    found = features([*MENU, *REPORT])
    assert found["alike_1"][1] == 2
    assert found["alike_10"][0] == 3


def test_a_headline_repeated_with_the_name_of_the_site_has_a_twin() -> None:
    headline = "No ferry before the weekend"
    assert features([f"{headline} - The Tide", *MENU, headline, *REPORT])["twins"][5] == 2


@pytest.mark.parametrize("text", ["?", "Alone on the page.", "漁港は月曜日に閉鎖された。"])
def test_one_line_is_enough(text: str) -> None:
    assert np.isfinite([value for values in features([text]).values() for value in values]).all()


@given(st.lists(st.sampled_from([*MENU, *REPORT, *LEADS, "12:30", "a@b.example", "…"]), min_size=1, max_size=12))
def test_every_number_is_finite_and_rows_are_as_many_as_lines(lines: list[str]) -> None:
    found = features(lines, gap="\n\n")
    assert all(len(values) == len(lines) for values in found.values())
    assert np.isfinite(list(found.values())).all()
