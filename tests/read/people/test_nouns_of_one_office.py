"""Nouns that different families share: whom a report calls by another word for what he was told to be."""

from __future__ import annotations

import pytest
from people_world import speakers


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ("Shadow housing minister Dara Velm", "The Labour MP"),
        ("Coach Dara Velm", "The manager"),
        ("Author Dara Velm", "The novelist"),
        ("Bishop Dara Velm", "The prelate"),
        ("Attorney General Dara Velm", "The state's top lawyer"),
        ("Hydrologist Dara Velm", "The scientist"),
        ("Dara Velm, a fisherman from Tesh,", "The skipper"),
        ("Dr Dara Velm, a lung specialist,", "The specialist"),
        ("Dara Velm, general secretary of the Tolm union,", "The union boss"),
    ],
)
def test_another_word_for_the_office_finds_its_holder(told: str, again: str) -> None:
    text = f"{told} left the hall. Banker Ilan Torve stayed.\n<s1 {again}> <c1 said> <q1 it was cold>."
    assert speakers(text) == ["Dara Velm"]


def test_an_mp_is_no_minister_in_office() -> None:
    text = "Housing minister Dara Velm left the hall.\n<s1 The Labour MP> <c1 said> <q1 it was cold>."
    assert speakers(text) == [None]
