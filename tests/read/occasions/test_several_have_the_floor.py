"""Hearings, panels and councils at which several speak in turn, sections of a release, and whom words go on with."""

from __future__ import annotations

import pytest
from occasions_world import Said, locate, read, report_of, types

from onrecord.model import Block, Dateline, Report, ReportKind, Span
from onrecord.read.occasions import find_occasions

TORVE = "Ilan Torve"
VELM = "Dara Velm"


@pytest.mark.parametrize(
    "opening",
    [
        "At last week's council meeting Torve said it rains.",
        "Torve was heard before a parliamentary panel and said it rains.",
        "At the panel discussion in Karsa Torve said it rains.",
        "Torve briefed the Council that it rains, and said it rains.",
    ],
)
def test_what_several_say_in_turn_is_one_meeting(opening: str) -> None:
    report = report_of(f"{opening}\nDara Velm objected that it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(VELM, "objected", "that it snows"))
    assert types(found) == ["meeting", "meeting"]
    assert found.of[0] is found.of[1]


def test_one_voice_makes_no_meeting_of_a_panel() -> None:
    report = report_of("Torve told a panel on Monday it rains.")
    assert types(read(report, Said(TORVE, "told", "it rains"))) == ["speech"]


def test_who_is_not_named_has_the_floor_as_well() -> None:
    report = report_of("At Monday's council meeting Torve said it rains.\nSeveral delegates complained that it snows.")
    found = read(
        report, Said(TORVE, "said", "it rains"), Said(None, "complained", "that it snows", source="Several delegates")
    )
    assert types(found) == ["meeting", "meeting"]


def test_a_council_meeting_that_is_to_come_is_none() -> None:
    report = report_of("Torve said it rains. Velm said it snows. There will be a council meeting on Monday.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it snows"))
    assert types(found) == [None, None]


def _sections(*paragraphs: str, kind: ReportKind = "press_release") -> Report:
    """A release of which every other paragraph from the second on is a subhead."""
    text = "\n".join(paragraphs)
    starts = [text.index(paragraph) for paragraph in paragraphs]
    heads = [Block("subhead", Span(at, at + len(p))) for at, p in zip(starts, paragraphs, strict=True)]
    return Report(text, "", "", tuple(heads[1::2]), kind, dateline=Dateline())


def test_a_heading_names_the_occasion_of_its_section() -> None:
    report = _sections(
        "The Minister had a full day.",
        "Meeting with the Minister of Orile, Dara Velm",
        "Minister Torve said it rains.",
        "Telephone conversation with the Minister of Sund",
        "Minister Torve said it snows.",
    )
    _, linked = find_occasions(report, locate(report, Said(TORVE, "said", "it rains"), Said(TORVE, "said", "it snows")))
    occasions, _ = find_occasions(report, linked)
    by_id = {occasion.id: occasion.type for occasion in occasions}
    assert [by_id.get(statement.occasion or "") for statement in linked] == ["meeting", "phone call"]


def test_one_subhead_is_a_subtitle_and_no_section() -> None:
    report = _sections(
        "The Minister had a day.", "Talks on salt go on", "Minister Torve said it rains.", kind="article"
    )
    _, (statement,) = find_occasions(report, locate(report, Said(TORVE, "said", "it rains")))
    assert statement.occasion is None


def test_a_description_goes_on_with_who_spoke_just_now() -> None:
    report = report_of("In an interview with the Karsa Post Torve said it rains.\nThe former treasurer said it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(None, "said", "it snows", source="The former treasurer"))
    assert types(found) == ["interview", "interview"]


def test_a_body_goes_on_with_nobody() -> None:
    report = report_of("In an interview with the Karsa Post Torve said it rains.\nThe owners' union said it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(None, "said", "it snows", source="The owners' union"))
    assert types(found) == ["interview", None]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("On a call with analysts Torve said it rains.", "phone call"),
        ("Torve said in an advisory it rains.", "written statement"),
        ("In a media release Torve said it rains.", "written statement"),
        ("In a sit-down with “Karsa Morning” Torve said it rains.", "interview"),
        ("Torve revealed to host Perry Lund, and said it rains.", "interview"),
        ("Torve told Dnevni Glas, and said it rains.", "interview"),
        ("Replying to a debate Torve said it rains.", "speech"),
    ],
)
def test_words_that_tell_a_type(sentence: str, kind: str) -> None:
    assert types(read(report_of(sentence), Said(TORVE, "said", "it rains"))) == [kind]


def test_who_is_named_twice_is_no_paper() -> None:
    report = report_of("Torve told Mira Sandel it rains.\nSandel lives in Karsa.")
    assert types(read(report, Said(TORVE, "told", "it rains"))) == [None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("In an interview with the Karsa Post Torve said it rains. It was broadcast from Port Amsel.", "Port Amsel"),
        ("At a briefing in the fire station of Port Amsel Torve said it rains.", "the fire station of Port Amsel"),
        ("In a speech at Salt Days in Tolm Torve said it rains.", "Tolm"),
        ("In a speech in Hall 4 Torve said it rains.", None),
    ],
)
def test_where_it_was(text: str, place: str | None) -> None:
    (occasion,) = read(report_of(text), Said(TORVE, "said", "it rains")).occasions
    assert (occasion.place or "").removeprefix("the ") == (place or "").removeprefix("the ")


def test_the_day_told_just_before_is_that_of_the_answer() -> None:
    report = report_of("The answer came on Wednesday. In a letter Torve said it rains.")
    (occasion,) = read(report, Said(TORVE, "said", "it rains")).occasions
    assert occasion.when.weekday == "Wednesday"


def test_a_time_behind_a_comma_is_of_another_clause() -> None:
    report = report_of("Torve, who left in May, told the Karsa Post by phone last week that it rains.")
    (occasion,) = read(report, Said(TORVE, "told", "that it rains")).occasions
    assert (occasion.type, occasion.when.grain) == ("interview", "week")


def test_two_years_ago_is_a_time_at_the_head_of_a_sentence() -> None:
    report = report_of("Two years ago, in a speech, Torve said it rains.")
    (occasion,) = read(report, Said(TORVE, "said", "it rains")).occasions
    assert occasion.when.grain == "year"


def test_who_asks_in_the_studio_is_of_the_interview_told_of() -> None:
    report = report_of(
        "In an interview with Radio Karsa on Sunday Torve said it rains.\nTorve told host Perry Lund it snows."
    )
    found = read(report, Said(TORVE, "said", "it rains"), Said(TORVE, "told", "it snows"))
    assert types(found) == ["interview", "interview"]
    assert found.of[0] is found.of[1]


def test_a_panel_that_votes_is_a_body() -> None:
    report = report_of("A House panel voted on Monday. Torve said it rains.\nDara Velm said it snows.")
    found = read(report, Said(TORVE, "said", "it rains"), Said(VELM, "said", "it snows"))
    assert types(found) == [None, None]


def test_the_post_is_a_newspaper_and_the_post_in_small_letters_is_written() -> None:
    asked = report_of("Torve told a rally it rains.\nDid he, the Post asked, know that it snows?")
    found = read(asked, Said(TORVE, "told", "it rains"), Said(None, "asked", "know that it snows", source="the Post"))
    assert found.of[1] is None or found.of[1].type != "written statement"
    wrote = report_of("Torve spoke of rain. The post concluded that it snows.")
    assert types(read(wrote, Said(None, "concluded", "that it snows", source="The post"))) == ["written statement"]
