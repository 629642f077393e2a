"""Names with the shape of a person's that are a firm's or a place's, and titles that hide a name."""

from __future__ import annotations

import pytest
from people_world import speakers


@pytest.mark.parametrize("name", ["Northvale Minerals", "Brightwater Lifting", "Halvard Shipping"])
def test_a_firm_is_the_company_and_nobody_is_she(name: str) -> None:
    marked = f"<s1 {name}> said <q1 it was late>. <s2 The company> denied <q2 it>.\n<s3 She> said <q3 no>."
    assert speakers(marked) == [name, name, None]


def test_a_firm_by_its_first_word_is_no_person() -> None:
    marked = "Halvar Tork fell by a tenth. <s1 Halvar> said <q1 it was late>. <s2 It> denied <q2 all>."
    assert speakers(marked)[1] == "Halvar Tork"


def test_a_surname_alone_makes_a_person() -> None:
    marked = "Belvik Tarn walked in. <s1 Tarn> said <q1 it was late>. <s2 He> denied <q2 all>."
    assert speakers(marked)[1] == "Belvik Tarn"


def test_who_has_children_is_a_person() -> None:
    marked = (
        "<s1 Hawa Torve> said <q1 the lake rose>.\nIn Kouloum, Zenab Ousk has been living with her five children. "
        "<s2 She> said <q2 the house went>."
    )
    assert speakers(marked)[1] == "Zenab Ousk"


def test_a_programme_in_quotation_marks_is_nobody() -> None:
    marked = "Anna Torve took Monday off. But with “Capitol Mornik” on Sunday <s1 she> argued <q1 that it rained>."
    assert speakers(marked) == ["Anna Torve"]


def test_his_excellency_in_two_letters_is_no_pronoun() -> None:
    marked = "<s1 Minister of State for Cabinet Affairs HE Yusuf bin Khal Al Darv> said <q1 the budget was read>."
    assert speakers(marked) == ["Yusuf bin Khal Al Darv"]


def test_a_governor_may_be_called_sunday() -> None:
    marked = (
        "Governor Sunday Ekpen met the king. <s1 The governor> said <q1 money had dropped>.\n"
        "<s2 The Chief Press Secretary to the Governor, Mr. Felix Okil>, said <q2 so too>. "
        "<s3 The governor> denied <q3 it>."
    )
    assert speakers(marked) == ["Sunday Ekpen", "Felix Okil", "Sunday Ekpen"]


def test_a_bracketed_title_stands_before_the_name() -> None:
    marked = (
        "The Commissioner for Education, Dr. (Mrs.) Ibina Brigg, left. <s1 The commissioner> said <q1 it was paid>."
    )
    assert speakers(marked) == ["Ibina Brigg"]


def test_an_executive_with_capitals_is_a_body() -> None:
    marked = "<s1 Doctor Orla Kins> said <q1 no>. In a statement, <s2 the Health Executive> said <q2 it was safe>."
    assert speakers(marked)[1] == "Health Executive"


def test_the_chief_minister_by_his_letters() -> None:
    marked = "Chief Minister Raghu Thorve left. <s1 The CM> told officials <q1 to wait>."
    assert speakers(marked) == ["Raghu Thorve"]


def test_the_finance_secretary_is_not_the_foreign_one() -> None:
    marked = "<s1 Foreign Secretary Anna Torve> said <q1 no>. <s2 The finance secretary> said <q2 yes>."
    assert speakers(marked)[1] is None


def test_the_head_of_the_ministry_is_its_minister() -> None:
    marked = "Foreign Minister Ilan Torve met his guest. <s1 The head of the Foreign Ministry> noted <q1 the growth>."
    assert speakers(marked) == ["Ilan Torve"]


def test_the_guest_is_who_was_received() -> None:
    marked = (
        "His Highness the Emir Hamad Al Thuw received on Tuesday the Prime Minister of Zanbara, Dr. Moussa Sissal. "
        "<s1 The Emir> underlined <q1 the friendship>.\nFor his part, <s2 the guest> expressed <q2 his thanks>."
    )
    assert speakers(marked)[1] == "Moussa Sissal"


def test_the_lawmaker_for_a_place_is_no_place() -> None:
    marked = "<s1 The lawmaker representing Warig II, Hon. Boma Ogan>, told the House <q1 it was cold>."
    assert speakers(marked) == ["Boma Ogan"]


def test_one_of_a_land_is_who_is_from_there() -> None:
    marked = "The Sarydalan minister Danyar Toks smiled. <s1 The Sarydalan> brushed aside <q1 the claims>."
    assert speakers(marked) == ["Danyar Toks"]


def test_takeover_rules_are_nobodys() -> None:
    marked = "The takeover is on. <s1 Takeover rules> oblige <q1 a bidder to pay>."
    assert speakers(marked) == [None]


def test_he_and_she_of_one_person_are_settled_by_what_outweighs() -> None:
    marked = (
        "Veska Torb walked in. <s1 She> said <q1 it was late>. <s2 She> said <q2 it rained>. "
        "<s3 She> added <q3 more>.\n"
        "Bork Stel walked in. <s4 He> said <q4 no>."
    )
    assert speakers(marked) == ["Veska Torb", "Veska Torb", "Veska Torb", "Bork Stel"]
