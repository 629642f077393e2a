"""When two names are one person's."""

from __future__ import annotations

import pytest

from onrecord.read.people.matching import SAME
from onrecord.read.people.names import core, same_person


def alike(one: str, other: str) -> bool:
    return same_person(core(one.split()), core(other.split())) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilan Torve", "Torve"),
        ("Ilan Torve", "I. Torve"),
        ("Ilan Torve", "Ilan Torvé"),
        ("Ade al-Rumani", "Adel al-Rumani"),
        ("Obinna Tresckov", "Treskov"),
        ("Mutasim Al-Qurashan", "al-Qurshan"),
        ("ILAN TORVE", "Ilan Torve"),
        ("Sergel Davin Morat", "Sergey Davin Morat"),
        ("Wen Daolin", "Wen"),
        ("Yusuf bin Karim", "Yusuf Karim"),
        ("Dara Velm-Aster", "Velm"),
    ],
)
def test_spellings_of_one_name_are_one_person(one: str, other: str) -> None:
    assert alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ilan Torve", "Mira Torve"),
        ("Kerry", "Perry"),
        ("Ilan Torve", "Ilan Velm"),
        ("Republicans", "Republican"),
        ("Torve", "Torvald"),
    ],
)
def test_different_names_are_different_people(one: str, other: str) -> None:
    assert not alike(one, other)
