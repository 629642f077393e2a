"""Statements whose speaker the reader left open still find their occasion; loose groups and nobody's words do not."""

from __future__ import annotations

import pytest
from occasions_world import Said, read, report_of, types

TORVE, VELM = "Ilan Torve", "Dara Velm"
LEAD = "Speaking at a news conference in Karsa on Monday, Ilan Torve said peace comes.\n"
FIRST = Said(TORVE, "said", "peace comes")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("He added that it snows.", Said(None, "added", "that it snows", "He")),
        ("The minister added that it snows.", Said(None, "added", "that it snows", "The minister")),
        (
            "Velia's energy minister added that it snows.",
            Said(None, "added", "that it snows", "Velia's energy minister"),
        ),
        ("The Velian added that it snows.", Said(None, "added", "that it snows", "The Velian")),
        ("It is late, adding that it snows.", Said(None, "adding", "that it snows")),
    ],
)
def test_an_open_speaker_goes_on_with_the_one_before(sentence: str, said: Said) -> None:
    assert types(read(report_of(LEAD + sentence), FIRST, said)) == ["press conference", "press conference"]


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Two aides said that it snows.", Said(None, "said", "that it snows", "Two aides")),
        ("It was claimed that it snows.", Said(None, "was claimed", "that it snows", "It")),
        ("Western diplomats suspect that it snows.", Said(None, "suspect", "that it snows", "Western diplomats")),
    ],
)
def test_loose_groups_and_nobodys_words_have_no_occasion(sentence: str, said: Said) -> None:
    assert types(read(report_of(LEAD + sentence), FIRST, said)) == ["press conference", None]


def test_who_is_the_person_named_before_it() -> None:
    report = report_of(
        "That came from Ilan Torve, the chair of the Harbour Board, who told a news conference on Monday that "
        "it rains.\nTorve said it snows."
    )
    found = read(report, Said(None, "told", "that it rains", "who"), Said(TORVE, "said", "it snows"))
    assert types(found) == ["press conference", "press conference"]


def test_a_pronoun_is_nobody_whom_the_report_names_only_later() -> None:
    report = report_of(LEAD + "She added that it snows.\nEnvoy Dara Velm said it rains.")
    found = read(report, FIRST, Said(VELM, "added", "that it snows", "She"), Said(VELM, "said", "it rains"))
    assert types(found) == ["press conference", "press conference", None]


def test_what_is_presumed_is_no_speaker() -> None:
    from occasions_world import locate

    from onrecord.read.occasions import find_occasions

    report = report_of(LEAD + "He added that it snows.")
    statements = locate(report, FIRST, Said(None, "added", "that it snows", "He"))
    _, linked = find_occasions(report, statements)
    assert [s.speaker for s in linked] == [s.speaker for s in statements]


def test_whoever_is_open_belongs_to_what_its_own_sentence_tells() -> None:
    report = report_of("In an interview with the Beacon, the harbour's strong man said it rains.")
    found = read(report, Said(None, "said", "it rains", "the harbour's strong man"))
    assert types(found) == ["interview"]
    assert [person.role for person in found.occasions[0].participants] == ["interviewer"]


def test_a_headline_names_its_speaker_before_the_colon() -> None:
    report = report_of(LEAD, headline="Torve to the crowd: It snows")
    assert types(read(report, Said(None, ":", "It snows", "the crowd"), FIRST)) == ["press conference"] * 2
