"""Which statements belong to an occasion when kinds, sources and nesting may be misread."""

from __future__ import annotations

from dataclasses import replace

import pytest
from occasions_world import Said, locate, read, report_of, types

from onrecord.model import Dateline, Statement, When
from onrecord.read.occasions import find_occasions

TORVE, VELM = "Ilan Torve", "Dara Velm"
JOINT = "joint press conference"
LEAD = "At a news conference in Karsa on Monday, Torve said peace comes.\n"
FIRST = Said(TORVE, "said", "peace comes")


@pytest.mark.parametrize(
    ("sentence", "said"),
    [
        ("Torve ruled that the gate stays shut.", Said(TORVE, "ruled", "that the gate stays shut", "Torve")),
        ("Torve issued orders to shut the gate.", Said(TORVE, "issued orders", "to shut the gate", "Torve")),
        (
            "A study by the Tide Institute says it snows.",
            Said(TORVE, "says", "it snows", "A study by the Tide Institute"),
        ),
        ("According to a report by Torve, it snows.", Said(TORVE, "According to", "it snows", "Torve")),
    ],
)
def test_decrees_and_papers_are_not_said_there_although_read_as_statements(sentence: str, said: Said) -> None:
    assert types(read(report_of(LEAD + sentence), FIRST, said)) == ["press conference", None]


def test_a_written_statement_that_is_quoted_itself_belongs_to_it() -> None:
    report = report_of("Torve said in a written statement that peace comes.\nThe statement reads: Nobody goes hungry.")
    found = read(
        report,
        Said(TORVE, "said", "that peace comes"),
        Said(None, "reads", "Nobody goes hungry", "The statement", "document"),
    )
    assert types(found) == ["written statement", "written statement"]


def test_an_interview_as_a_whole_holds_what_its_guest_intends() -> None:
    report = report_of("Interview by Rusan Mereth\nTorve says it rains. He has decided to leave.", headline="A talk")
    found = read(report, Said(TORVE, "says", "it rains"), Said(TORVE, "has decided", "to leave", "He", "intention"))
    assert types(found) == ["interview", "interview"]


def test_hearsay_is_no_part_of_a_papers_own_statement() -> None:
    report = report_of(
        "The Ministry of Water rejects the claim.\nAccording to the River Police, the fire was lit from the north.",
        headline="Statement by the Ministry of Water",
        kind="press_release",
    )
    found = read(
        report,
        Said("Ministry of Water", "rejects", "the claim"),
        Said("River Police", "According to", "the fire was lit from the north"),
    )
    assert types(found) == ["written statement", None]


def test_a_paper_bears_its_own_date_and_not_that_of_what_it_tells() -> None:
    from datetime import date

    day = When(date(2031, 6, 14), date(2031, 6, 14), "day", "dateline")
    report = report_of(
        "The Ministry of Water condemns what happened last night.",
        headline="Statement by the Ministry of Water",
        kind="press_release",
        dateline=Dateline("KARSA", day),
    )
    (occasion,) = read(report, Said("Ministry of Water", "condemns", "what happened last night")).occasions
    assert occasion.when.start == day.start


def _inner(text: str, outer: Said, inner: Said) -> Statement:
    """The inner statement as it comes out, its words lying in the outer content."""
    report = report_of(text)
    first, second = locate(report, outer, inner)
    _, linked = find_occasions(report, [first, replace(second, nested_in=first.id)])
    return linked[1]


def test_an_inner_participle_goes_on_with_the_outer_statement() -> None:
    text = "At a news conference Torve said the road is shut, urging all to wait."
    outer = Said(TORVE, "said", "the road is shut, urging all to wait")
    assert _inner(text, outer, Said(None, "urging", "all to wait")).occasion is not None


def test_an_inner_earlier_act_is_left_alone() -> None:
    text = "At a news conference Torve said the guard had told him to wait."
    outer = Said(TORVE, "said", "the guard had told him to wait")
    assert _inner(text, outer, Said(None, "had told", "him to wait")).occasion is None


def test_several_who_agreed_did_so_at_their_meeting() -> None:
    report = report_of(
        "Torve and Dara Velm met for six hours. At a joint news conference Torve said it rains.\n"
        "The two ministers agreed that the road opens.",
        dateline=Dateline("KARSA"),
    )
    found = read(
        report,
        Said(TORVE, "said", "it rains"),
        Said(f"{TORVE} and {VELM}", "agreed", "that the road opens", "The two ministers"),
    )
    assert types(found) == [JOINT, "meeting"]
    assert [occasion.place for occasion in found.occasions if occasion.type == "meeting"] == ["Karsa"]


def test_what_was_agreed_on_the_telephone_was_said_there() -> None:
    report = report_of("In a phone call with Dara Velm, Torve said it rains.\nIt was agreed that the road opens.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(None, "was agreed", "that the road opens", "It"))
    assert types(found) == ["phone call", "phone call"]


def test_agreeing_with_somebody_is_no_agreement() -> None:
    report = report_of("At a joint news conference with Dara Velm after talks, Torve agreed with the plan.")
    assert types(read(report, Said(TORVE, "agreed", "with the plan", "Torve"))) == [JOINT]
