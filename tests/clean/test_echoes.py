"""Titles and sentences that a pasted page shows a second time."""

from __future__ import annotations

from onrecord.clean.echoes import find_echoes
from onrecord.clean.lines import line_table

TITLE = "Council votes to close the fish market"
BODY = (
    "The council voted on Monday to close the fish market after three hundred years.",
    '"The river went for a walk and the border stayed at home," the surveyor Nel Karis told the council.',
)


def echoes(*lines: str) -> set[int]:
    return find_echoes(line_table("\n\n".join(lines)))


def test_a_title_with_the_outlet_behind_it_is_an_echo_of_the_headline() -> None:
    assert echoes(f"{TITLE} - The Harbour Packet", TITLE, *BODY) == {0}
    assert echoes(f"{TITLE} | Packet", "Another headline of the page", *BODY) == set()


def test_what_stands_behind_the_title_is_as_short_as_a_name() -> None:
    assert echoes(f"{TITLE} - and nobody who sells fish there was asked first", TITLE, *BODY) == set()


def test_a_sentence_pulled_out_of_the_body_is_an_echo() -> None:
    assert echoes(*BODY, "“The river went for a walk and the border stayed”") == {2}


def test_a_quotation_that_the_body_has_not_is_no_echo() -> None:
    assert echoes(*BODY, "“Nobody has ever asked the fish what they think”") == set()


def test_a_quotation_above_the_body_is_its_headline() -> None:
    assert echoes("“The river went for a walk and the border stayed”", *BODY) == set()
