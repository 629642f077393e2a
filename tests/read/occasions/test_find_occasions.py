"""Occasions of one report: frames, their people, place and day, and which statement belongs to which."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from occasions_world import Said, locate, read, report_of, types

from onrecord.model import Dateline, Span, Speaker, Statement, When
from onrecord.read.occasions import find_occasions

TORVE, VELM = "Ilan Torve", "Dara Velm"
JOINT = "joint press conference"


def test_a_joint_press_conference_has_its_people_place_and_day() -> None:
    report = report_of(
        "In a joint press conference with his Sareni counterpart Dara Velm held in Karsa on Tuesday, "
        "Torve said the road opens."
    )
    (occasion,) = read(report, Said(TORVE, "said", "the road opens")).occasions
    assert (occasion.type, occasion.place, occasion.when.weekday) == (JOINT, "Karsa", "Tuesday")
    assert occasion.when.start is None
    assert {(person.name, person.role) for person in occasion.participants} == {(TORVE, "speaker"), (VELM, "beside")}
    assert [span.of(report.text) for span in occasion.evidence] == ["In a joint press conference", "Tuesday"]


def test_what_the_lead_reports_belongs_to_the_occasion_named_below() -> None:
    report = report_of(
        "Minister Ilan Torve stressed that guns must go.\n"
        "Speaking at a news conference in Karsa, Torve said peace comes.",
        headline="Torve: Guns must go",
    )
    found = read(
        report,
        Said(TORVE, ":", "Guns must go"),
        Said(TORVE, "stressed", "that guns must go"),
        Said(TORVE, "said", "peace comes"),
    )
    assert types(found) == ["press conference"] * 3


def test_a_separate_press_conference_takes_what_follows_and_its_partner() -> None:
    report = report_of(
        "In a press conference in Norvel Wednesday, Torve said planes fly.\nHe added that they fly far.\n"
        "In a separate press conference with his Sareni counterpart, Dara Velm, Torve said all agreed.\n"
        "For her part, Velm called it fruitful."
    )
    found = read(
        report,
        Said(TORVE, "said", "planes fly"),
        Said(TORVE, "added", "that they fly far", "He"),
        Said(TORVE, "said", "all agreed"),
        Said(VELM, "called", "it fruitful"),
    )
    assert types(found) == ["press conference", "press conference", JOINT, JOINT]
    assert found.of[0] != found.of[2]
    assert found.of[2] == found.of[3]


def test_another_speaker_meanwhile_has_an_occasion_of_his_own_and_not_the_datelines_place() -> None:
    report = report_of(
        "In a joint press conference with Dara Velm, Torve said it rains.\n"
        "Meanwhile, Deputy Minister Rusan Mereth told reporters on Wednesday that it snows.\n"
        "Mereth added that it is cold.",
        dateline=Dateline("KARSA"),
    )
    found = read(
        report,
        Said(TORVE, "said", "it rains"),
        Said("Rusan Mereth", "told", "that it snows"),
        Said("Rusan Mereth", "added", "that it is cold"),
    )
    assert types(found) == [JOINT, "briefing", "briefing"]
    assert [occasion.place for occasion in found.occasions] == ["Karsa", None]


def test_told_reporters_goes_on_with_the_press_conference() -> None:
    report = report_of("At a press conference in Karsa Torve said it rains.\nIt will stop, he told reporters.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "told", "It will stop"))
    assert types(found) == ["press conference", "press conference"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Torve said in a written statement that it rains", "written statement"),
        ("In an interview with Radio Norvel, Torve said that it rains", "interview"),
        ("In a phone call with Dara Velm, Torve said that it rains", "phone call"),
        ("Torve told parliament that it rains", "speech"),
        ("Torve told a briefing that it rains", "briefing"),
        ("During the talks with Dara Velm, Torve said that it rains", "meeting"),
        ("Standing beside Dara Velm, Torve told reporters that it rains", JOINT),
    ],
)
def test_the_words_name_the_type(sentence: str, kind: str) -> None:
    cue = "told" if " told " in sentence else "said"
    assert types(read(report_of(sentence + "."), Said(TORVE, cue, "that it rains"))) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "After the talks with Dara Velm, Torve said that it rains.",
        "Torve said that it rains. He will hold a joint press conference with Dara Velm on Friday.",
        "Torve met Dara Velm in Tolm in June. Torve said that it rains.",
        "Torve said that it rains.",
    ],
)
def test_meetings_merely_mentioned_are_no_occasion(sentence: str) -> None:
    found = read(
        report_of("It was a grey day.\nThe valley was calm.\n" + sentence), Said(TORVE, "said", "that it rains")
    )
    assert found.occasions == ()
    assert found.of == (None,)


def test_words_of_last_week_were_not_said_at_the_press_conference() -> None:
    report = report_of("At a press conference in Karsa Torve said it rains.\nTorve said last week that it would snow.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "said", "that it would snow"))
    assert types(found) == ["press conference", None]


@pytest.mark.parametrize("kind", ["decree", "intention", "document"])
def test_decrees_plans_and_papers_have_no_occasion(kind: str) -> None:
    report = report_of("At a press conference in Karsa Torve said it rains.\nTorve ordered the gates shut.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "ordered", "the gates shut", kind=kind))  # type: ignore[arg-type]
    assert types(found) == ["press conference", None]


def test_somebody_who_took_no_part_has_no_occasion() -> None:
    report = report_of("At a press conference in Karsa Torve said it rains.\nAn analyst, Karl Venn, said it does not.")
    found = read(report, Said(TORVE, "said", "it rains"), Said("Karl Venn", "said", "it does not"))
    assert types(found) == ["press conference", None]


def test_a_question_belongs_to_its_answer() -> None:
    report = report_of("At a press conference in Karsa Torve said it rains.\nAsked whether it snows, Torve said no.")
    found = read(
        report, Said(TORVE, "said", "it rains"), Said(None, "Asked", "whether it snows"), Said(TORVE, "said", "no")
    )
    assert types(found) == ["press conference"] * 3


def test_a_speech_of_june_keeps_only_its_own_words() -> None:
    report = report_of(
        "At a press conference in Karsa Torve said it rains.\n"
        "In a speech in June Torve promised sun.\nTorve denied the storm."
    )
    found = read(
        report, Said(TORVE, "said", "it rains"), Said(TORVE, "promised", "sun"), Said(TORVE, "denied", "the storm")
    )
    assert types(found) == ["press conference", "speech", "press conference"]


def test_a_weekday_is_dated_from_the_dateline() -> None:
    day = When(date(2031, 3, 5), date(2031, 3, 5), "day", "text")
    report = report_of("At a briefing Torve said on Tuesday that it rains.", dateline=Dateline("Karsa", day))
    (occasion,) = read(report, Said(TORVE, "said", "that it rains")).occasions
    assert (occasion.when.start, occasion.when.basis, occasion.place) == (date(2031, 3, 4), "dateline", "Karsa")


def test_what_the_report_does_not_say_is_unknown() -> None:
    (occasion,) = read(
        report_of("At a briefing Torve said that it rains."), Said(TORVE, "said", "that it rains")
    ).occasions
    assert occasion.place is None
    assert not occasion.when.known


def test_a_month_keeps_its_grain_without_a_year() -> None:
    (occasion,) = read(
        report_of("In a speech in June Torve said that it rains."), Said(TORVE, "said", "that it rains")
    ).occasions
    assert (occasion.when.grain, occasion.when.start, occasion.place) == ("month", None, None)


def test_a_transcript_is_one_occasion_with_the_place_and_day_of_its_head() -> None:
    report = report_of(
        "Ilan Torve: The road opens in May.\n\nDara Velm: It will not close.",
        headline="Answers of Ilan Torve and Dara Velm at their joint press conference, Karsa, 4 March 2031",
        kind="transcript",
    )
    found = read(
        report, Said(TORVE, "Ilan Torve", "The road opens in May"), Said(VELM, "Dara Velm", "It will not close")
    )
    assert types(found) == [JOINT, JOINT]
    assert (found.occasions[0].place, found.occasions[0].when.start) == ("Karsa", date(2031, 3, 4))


def test_nested_words_are_left_to_those_who_quote_them() -> None:
    report = report_of("At a press conference in Karsa Torve said the envoy had promised help.")
    outer, inner = locate(
        report, Said(TORVE, "said", "the envoy had promised help"), Said("Mirel Asko", "promised", "help")
    )
    nested = Statement(inner.id, inner.content, cue=inner.cue, speaker=inner.speaker, nested_in=outer.id)
    _, linked = find_occasions(report, [outer, nested])
    assert linked[0].occasion
    assert linked[1].occasion is None


def test_ids_are_stable_and_order_is_kept() -> None:
    report = report_of("At a press conference in Karsa Torve said it rains.\nHe added that it pours.")
    statements = locate(report, Said(TORVE, "said", "it rains"), Said(TORVE, "added", "that it pours"))
    first, second = find_occasions(report, statements), find_occasions(report, statements[::-1])
    assert first[0] == second[0]
    assert first[0][0].id.startswith("oc-")
    assert [statement.id for statement in second[1]] == [statement.id for statement in statements[::-1]]


WORDS = (
    "Torve|Velm|said|told reporters|in a joint press conference|with|Dara Velm|in Karsa|on Tuesday|,|.|\n|“|”|He|"
    "during the talks|last week|by phone|For his part|in a statement|Asked|the two ministers|\n\n|interview|–|é"
)
PIECES = st.sampled_from(WORDS.split("|"))
NAMES = st.sampled_from(["Ilan Torve", "Dara Velm", "", " ", "Ilan Torve and Dara Velm", "Ministry of War", "X", None])


@settings(deadline=None)
@given(st.lists(PIECES, max_size=40), st.lists(st.tuples(NAMES, st.integers(0, 200), st.integers(1, 40)), max_size=6))
def test_no_report_and_no_statement_raises(pieces: list[str], places: list[tuple[str | None, int, int]]) -> None:
    report = report_of(" ".join(pieces))
    size = max(1, len(report.text))
    statements = [
        Statement(
            id=f"st-{number}",
            content=(Span(start % size, start % size + length),),
            cue=Span(start % size + length, start % size + length + 1) if number % 2 else None,
            speaker=Speaker("ac", name, 1.0) if name is not None else None,
        )
        for number, (name, start, length) in enumerate(places)
    ]
    occasions, linked = find_occasions(report, statements)
    ids = {occasion.id for occasion in occasions}
    assert len(ids) == len(occasions)
    assert {statement.occasion for statement in linked} - {None} == ids
