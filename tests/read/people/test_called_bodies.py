"""Bodies that are told of by what they are called: their kind, a word of their name, a name to come."""

from __future__ import annotations

import pytest
from people_world import speakers


@pytest.mark.parametrize(
    ("first", "again", "name"),
    [
        ("The think tank Reed Watch moved to Karsa", "the think tank", "Reed Watch"),
        ("Reed Watch, a small left-leaning think tank, moved to Karsa", "the think tank", "Reed Watch"),
        ("Police searched a flat of the Tolm Street Boys", "the gang", "Tolm Street Boys"),
        ("The court sat on the Karsa City Corporation on Monday", "the civic body", "Karsa City Corporation"),
    ],
)
def test_a_body_that_is_called_by_its_kind_keeps_its_name(first: str, again: str, name: str) -> None:
    text = f"{first}. Nobody came for days.\n<s1 {again.capitalize()}> <c1 said> <q1 the plan was dead>."
    assert speakers(text) == [name]


def test_two_bodies_of_one_kind_leave_the_kind_alone() -> None:
    text = (
        "The think tank Reed Watch moved to Karsa. The think tank Delta Forum stayed.\n"
        "<s1 The think tank> <c1 said> <q1 the plan was dead>."
    )
    assert speakers(text) == [None]


def test_a_union_that_ends_in_its_members_is_a_body() -> None:
    text = (
        "<s1 The United Rail Workers> <c1 says> <q1 the firm walked out>. Trains stood still.\n"
        "<s2 The union> <c2 said> <q2 it would picket the port>."
    )
    assert speakers(text) == ["United Rail Workers", "United Rail Workers"]


def test_a_people_stays_a_crowd() -> None:
    assert speakers("<s1 The French Conservatives> <c1 said> <q1 the firm walked out>.") == [None]


def test_a_headline_finds_the_only_regulator_of_the_report() -> None:
    text = "<s1 The Seed Safety Authority> <c1 said> <q1 the trial must stop>."
    report = speakers(text + " <s2 Regulator> <c2 said> <q2 so>.", headline="")
    assert report[0] == "Seed Safety Authority"


def test_a_seat_without_a_longer_name_speaks_for_itself() -> None:
    assert speakers("Taps ran dry. <s1 The district> <c1 said> <q1 it was not responsible>.") == ["district"]


def test_a_body_passed_over_for_another_is_not_meant() -> None:
    text = (
        "The charity Reed Hands opened a shelter.\n"
        "The Tolm Foundation closed one. <s1 The charity> <c1 said> <q1 money was short>."
    )
    assert speakers(text) != ["Reed Hands"]


@pytest.mark.parametrize("called", ["The Velian central bank", "Velia's central bank", "The central bank"])
def test_the_central_bank_has_a_name(called: str) -> None:
    text = f"The National Bank of Velia raised rates. Shops shut.\n<s1 {called}> <c1 said> <q1 bread was dear>."
    assert speakers(text) == ["National Bank of Velia"]


def test_two_national_banks_leave_the_central_bank_alone() -> None:
    text = (
        "The National Bank of Velia raised rates and the National Bank of Sarenia did not.\n"
        "<s1 The central bank> <c1 said> <q1 bread was dear>."
    )
    assert speakers(text) != ["National Bank of Velia"]


def test_a_party_that_its_members_own_is_one_body() -> None:
    assert speakers("The Farmers' Party met. <s1 The party> <c1 said> <q1 bread was dear>.") == ["Farmers Party"]


@pytest.mark.parametrize(
    ("name", "again"),
    [
        ("Velian Embassy", "The mission"),
        ("University of Karsa", "The institution"),
        ("Karsa City Council", "The authority"),
        ("Karsa City Council", "The city"),
    ],
)
def test_a_body_is_told_of_by_a_wider_noun(name: str, again: str) -> None:
    assert speakers(f"The {name} closed. Shops shut.\n<s1 {again}> <c1 said> <q1 bread was dear>.") == [name]


@pytest.mark.parametrize("name", ["St Tolm Hospital", "Women Institute", "People Party"])
def test_a_body_with_an_owner_by_name_is_one_body(name: str) -> None:
    owner, noun = name.rsplit(" ", 1)
    assert speakers(f"They met. <s1 The {owner}'s {noun}> <c1 said> <q1 bread was dear>.") == [name]
