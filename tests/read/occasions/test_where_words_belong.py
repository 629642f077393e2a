"""Statements near several occasions: what goes on, what was opened just now, what lies on another day."""

from __future__ import annotations

import pytest
from occasions_world import Said, locate, read, report_of, types

from onrecord.model import Dateline, Span
from onrecord.read.occasions import find_occasions
from onrecord.read.occasions.sentences import SAID, narrative_of

TORVE = "Ilan Torve"
VELM = "Dara Velm"
JOINT = "joint press conference"


@pytest.mark.parametrize(
    "happening",
    [
        "The joint press conference of the Minister and her Velian colleague Dara Velm took place on Monday.",
        "The joint news conference of Torve and Dara Velm is under way.",
        "Their joint press briefing followed on Monday, beside Dara Velm.",
    ],
)
def test_a_press_conference_may_be_the_subject(happening: str) -> None:
    report = report_of(f"Torve said it rains. {happening}\nVelm said it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it snows"))
    assert types(found) == [JOINT, JOINT]


def test_a_family_name_that_comes_first_names_its_person() -> None:
    report = report_of("Ku was speaking at a press conference in Karsa.\nThe minister said it rains.")
    (occasion,) = read(report, Said("Ku Hae-jong", "said", "it rains")).occasions
    assert (occasion.type, occasion.place) == ("press conference", "Karsa")


def test_told_reporters_goes_on_with_no_speech() -> None:
    report = report_of("Torve told reporters it rains.\nOn Monday Torve told a rally in Tolm it snows.")
    found = read(report, Said(TORVE, "told", "it rains"), Said(TORVE, "told", "it snows"))
    assert types(found) == ["briefing", "speech"]


def test_the_next_paragraph_makes_no_other_occasion_of_this_one() -> None:
    report = report_of(
        "At a joint press conference with Dara Velm Torve said it rains.\nTorve told reporters it snows.\n"
        "Later, in an interview with the Karsa Post, Torve said it hails."
    )
    said = [Said(TORVE, cue, f"it {what}") for cue, what in (("said", "rains"), ("told", "snows"), ("said", "hails"))]
    assert types(read(report, *said)) == [JOINT, JOINT, "interview"]


def test_who_was_interviewed_as_well_stood_at_the_press_conference_all_the_same() -> None:
    report = report_of(
        "Torve told a press conference it rains. Dara Velm, his counterpart, who stood beside him, said it snows.\n"
        "When I met Velm in her office, she told me it hails."
    )
    found = read(
        report, Said(TORVE, "told", "it rains"), Said(VELM, "said", "it snows"), Said(VELM, "told", "it hails")
    )
    assert types(found) == [JOINT, JOINT, "interview"]


def test_who_stood_beside_told_reporters_there() -> None:
    report = report_of(
        "At a presser in Karsa Torve said it rains.\nDara Velm, sitting next to him, said it snows.\n"
        "Velm told reporters it hails."
    )
    found = read(
        report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it snows"), Said(VELM, "told", "it hails")
    )
    assert types(found) == [JOINT, JOINT, JOINT]


def test_what_opens_a_report_is_its_main_occasion_however_long_ago() -> None:
    report = report_of("One Monday in March Torve told a press conference it rains.\nTorve insisted it snows.")
    found = read(report, Said(TORVE, "told", "it rains"), Said(TORVE, "insisted", "it snows"))
    assert types(found) == ["press conference", "press conference"]


def test_who_is_said_to_have_phoned_just_now_spoke_on_the_phone() -> None:
    report = report_of(
        "At a press conference Torve said it rains.\nIn the evening Torve spoke by telephone with Omar Sahir. "
        "He said it snows."
    )
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "said", "it snows", "He"))
    assert types(found) == ["press conference", "phone call"]


def test_a_meeting_goes_on_until_the_press_conference() -> None:
    report = report_of(
        "During the meeting with Dara Velm Torve said it rains. Velm stressed it snows.\n"
        "At the joint press conference with Velm Torve said it hails."
    )
    found = read(
        report, Said(TORVE, "said", "it rains"), Said(VELM, "stressed", "it snows"), Said(TORVE, "said", "it hails")
    )
    assert types(found) == ["meeting", "meeting", JOINT]


def test_an_answer_is_the_press_conferences_and_no_interview_told_in_passing() -> None:
    report = report_of(
        "At a press conference Velm said it rains.\n"
        "Last week, in an interview with the Karsa Post, Velm had said it snows. "
        "Asked about this, she replied it hails."
    )
    found = read(
        report,
        Said(VELM, "said", "it rains"),
        Said(VELM, "had said", "it snows"),
        Said(VELM, "replied", "it hails", "she"),
    )
    assert types(found) == ["press conference", "interview", "press conference"]


def test_what_somebody_had_said_on_another_day_is_not_said_here() -> None:
    report = report_of("At a press conference Velm said it rains.\nOn Monday Velm had said it snows.")
    found = read(report, Said(VELM, "said", "it rains"), Said(VELM, "had said", "it snows"))
    assert types(found) == ["press conference", None]


def test_an_aide_is_not_the_one_whom_he_serves() -> None:
    report = report_of("At a press conference Torve said it rains.\nAn aide to Torve said it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(None, "said", "it snows", "An aide to Torve"))
    assert types(found) == ["press conference", None]


def test_the_outlet_that_interviewed_may_ask_at_the_press_conference() -> None:
    report = report_of(
        "At a press conference Torve said it rains.\nAsked by the Karsa Post if it thaws, Torve replied it snows.\n"
        "Later, in an interview with the Karsa Post, Torve said it hails."
    )
    found = read(
        report,
        Said(TORVE, "said", "it rains"),
        Said("the Karsa Post", "Asked", "if it thaws"),
        Said(TORVE, "replied", "it snows"),
        Said(TORVE, "said", "it hails"),
    )
    assert types(found) == ["press conference", "press conference", "press conference", "interview"]


def test_what_lies_between_two_pieces_of_a_content_is_told_too() -> None:
    report = report_of("Torve added that Sahir informed him by phone that it rains.")
    (statement,) = locate(report, Said(TORVE, "added", "that Sahir"))
    at = report.text.index("that it rains")
    from dataclasses import replace

    whole = replace(statement, content=(*statement.content, Span(at, at + len("that it rains"))))
    assert narrative_of(report.text, [whole]) == "Torve added " + SAID * (len(report.text) - len("Torve added .")) + "."


def test_where_a_question_was_put_is_not_what_was_asked() -> None:
    content = "about the call at a briefing on Monday"
    report = report_of(f"Asked {content}, Velm said it rains.")
    found = read(report, Said(None, "Asked", content), Said(VELM, "said", "it rains"))
    assert types(found) == ["briefing", "briefing"]


def test_a_headlines_catchword_is_no_dateline() -> None:
    report = report_of("CUP OF WOE: Velm slams trophy\nAt a press conference Velm said it rains.")
    from dataclasses import replace

    headed = replace(report, dateline=Dateline("Cup of Woe", span=Span(0, len("CUP OF WOE:"))))
    (occasion,), _ = find_occasions(headed, locate(headed, Said(VELM, "said", "it rains")))
    assert occasion.place is None


def test_the_leads_day_counts_though_a_content_reaches_over_it() -> None:
    lead = "Ships may sail on Thursday after a deal"
    report = report_of(f"{lead}, ministers said.\nAt a joint press conference with Dara Velm Torve said it rains.")
    found = read(report, Said(None, "said", lead, "ministers"), Said(TORVE, "said", "it rains"))
    occasion = found.of[1]
    assert occasion is not None
    assert occasion.when.weekday == "Thursday"


def test_a_building_in_a_report_filed_from_its_town_has_both_names() -> None:
    report = report_of(
        "At a press conference in the Palace of the Sails Velm said it rains.", dateline=Dateline("KARSA")
    )
    (occasion,) = read(report, Said(VELM, "said", "it rains")).occasions
    assert occasion.place == "Palace of the Sails, Karsa"


def test_a_ministry_is_not_the_country_whose_it_is() -> None:
    report = report_of(
        "Velia said it rains.\nTorve told a press conference it snows.\n"
        "In a statement Velia foreign ministry said it hails."
    )
    ministry = Said("Velia foreign ministry", "said", "it hails")
    found = read(report, Said("Velia", "said", "it rains"), Said(TORVE, "told", "it snows"), ministry)
    assert types(found) == ["press conference", "press conference", "written statement"]


def test_what_two_shared_at_their_meeting_is_the_meetings() -> None:
    report = report_of(
        "At a joint press conference with Dara Velm Torve said it rains.\n"
        "During the talks the two ministers shared the view that it snows."
    )
    said = (Said(TORVE, "said", "it rains"), Said(None, "shared", "the view that it snows", "the two ministers"))
    assert types(read(report, *said)) == [JOINT, "meeting"]


def test_what_is_told_on_arrival_is_apart() -> None:
    report = report_of(
        "At a joint press conference with Dara Velm on Thursday Torve said it rains.\n"
        "Upon his arrival on Wednesday Torve told reporters at Karsa airport it snows."
    )
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "told", "it snows"))
    assert [(o.type, o.place, o.when.weekday) for o in found.occasions] == [
        (JOINT, None, "Thursday"),
        ("briefing", "Karsa airport", "Wednesday"),
    ]


def test_next_to_whom_one_stands_stands_there_too() -> None:
    report = report_of(
        "The press conference has begun. Dara Velm, standing next to Ilan Torve, says it rains.\nTorve adds it snows."
    )
    found = read(report, Said(VELM, "says", "it rains"), Said(TORVE, "adds", "it snows"))
    assert types(found) == [JOINT, JOINT]


def test_both_speak_at_the_meeting_that_the_paragraph_tells_of() -> None:
    report = report_of(
        "At a joint press conference with Dara Velm Torve said it rains.\n"
        "Earlier Velm received Torve at her office. During the meeting Velm said it snows. Torve assured her it hails."
    )
    found = read(
        report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it snows"), Said(TORVE, "assured", "it hails")
    )
    assert types(found) == [JOINT, "meeting", "meeting"]


def test_he_who_phoned_as_his_office_tells_spoke_on_the_phone() -> None:
    call = "Torve phoned Velm this morning"
    report = report_of(f"At a press conference Torve said it rains.\n{call}, his office says. He told her it snows.")
    found = read(
        report,
        Said(TORVE, "said", "it rains"),
        Said(None, "says", call, "his office"),
        Said(TORVE, "told", "it snows", "He"),
    )
    assert types(found)[2] == "phone call"


def test_a_meeting_of_the_headline_is_the_one_that_the_report_opens_with() -> None:
    report = report_of(
        "Today Minister Torve met with the Ambassador of Velia, Omar Sahir.\nThe Minister said it rains. "
        "They agreed it snows.\nAfter the meeting Torve told journalists it hails.",
        headline="At a meeting with the Ambassador of Velia",
    )
    found = read(
        report,
        Said(TORVE, "said", "it rains", "The Minister"),
        Said(None, "agreed", "it snows", "They"),
        Said(TORVE, "told", "it hails"),
    )
    assert types(found) == ["meeting", "meeting", "briefing"]
    assert len(found.occasions) == 2


def test_what_somebody_has_said_previously_belongs_nowhere() -> None:
    report = report_of("At a press conference Velm said it rains.\nVelm has previously said it snows.")
    found = read(report, Said(VELM, "said", "it rains"), Said(VELM, "has previously said", "it snows"))
    assert types(found) == ["press conference", None]
