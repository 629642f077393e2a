"""Firms and papers by what they are called: the brewer, the company, the panel, the same letter."""

from __future__ import annotations

from people_world import speakers

BANK = "<s1 Kessel Bank> said <q1 that it lost money>. Finance chief <s2 Ole Brandt> said <q2 more would come>.\n"


def test_the_lender_is_the_bank_and_not_its_chief() -> None:
    assert speakers(BANK + "<s3 The lender> said <q3 it was sorry>.")[2] == "Kessel Bank"


def test_a_firm_that_is_not_told_is_nobody() -> None:
    marked = "Brewer Halvar Works and retailer Morva Stores met. <s1 The company> said <q1 beer was back>."
    assert speakers(marked) == [None]


def test_the_company_is_the_firm_and_not_the_ministry_that_spoke_last() -> None:
    marked = (
        "Orrin Marine Works dug up the lagoon. <s1 The Ministry of Coasts> said <q1 it was not asked>.\n"
        "<s2 The company> denied <q2 any harm to the fish>."
    )
    assert speakers(marked)[1] == "Orrin Marine Works"


def test_a_firm_with_a_first_name_is_no_person() -> None:
    marked = "Oliver Works dug. <s1 He> said <q1 nothing>."
    assert speakers(marked) == [None]


def test_the_panel_is_the_committee_named_before() -> None:
    marked = "Tembek spoke to the Standing Committee. <s1 The panel> told <q1 the ministry to send photographs>."
    assert speakers(marked) == ["Standing Committee"]


def test_the_same_letter_is_of_who_wrote_it() -> None:
    marked = (
        "<s1 Milo Trst> wrote <q1 to the clubs that they must wait>.\n"
        "According to <s2 the same letter>, <q2 three of them have paid no fee>."
    )
    assert speakers(marked)[1] == "Milo Trst"


def test_a_second_post_is_of_who_posted() -> None:
    marked = (
        "“<q1 Calm is cheap>,” <s1 Dela Oquen> posted.\n<s2 A second post> described <q2 it as a household matter>."
    )
    assert speakers(marked)[1] == "Dela Oquen"


def test_the_reply_is_of_who_wrote_in_a_reply() -> None:
    marked = (
        "In a written reply to the paper, <s1 the Ministry of Roads> said <q1 the contract ends in March>.\n"
        "“<q2 He spoke of the winter only>,” <s2 the reply> says."
    )
    assert speakers(marked)[1] == "Ministry of Roads"
