""" "It" and "they" for bodies, and people who are told apart by the sentence around them."""

from __future__ import annotations

import pytest
from people_world import speakers

UNION = (
    "<s1 Dara Velm> <c1 told> reporters "
    "<q1 that <s2in1 the Lake Fisheries Union> <c2 had demanded> <q2 a ban on nets>>.\n"
)


def test_it_is_the_body_that_opens_its_sentence() -> None:
    text = (
        "<s1 Ilan Torve> of Norvane Biologics <c1 said> <q1 no>. Norvane Biologics lost much money.\n"
        "The company struck another note in January, when <s2 it> <c2 called> <q2 the record clean>."
    )
    assert speakers(text)[1] == "Norvane Biologics"


def test_they_are_the_body_whose_words_were_just_told() -> None:
    told = UNION + "<q3 “<s4in3 They> <c4 told> us <q4in3 that the stock was gone>>,” <s3 she> <c3 said>."
    assert speakers(told)[3] == "Lake Fisheries Union"


def test_they_far_into_a_quotation_are_nobody() -> None:
    told = UNION + (
        "<q3 “My neighbours fish by day and sleep by night, and <s4in3 they> <c4 say> <q4in3 it is calm>>,” "
        "<s3 she> <c3 said>."
    )
    assert speakers(told)[3] is None


def test_one_of_a_crowd_has_a_name() -> None:
    text = "<s1 One of the applicants, Ganesh Tolm>, <c1 said> <q1 he had caught nothing>."
    assert speakers(text) == ["Ganesh Tolm"]


@pytest.mark.parametrize("source", ["One of the applicants", "One of the towns, Upper Tesh Council"])
def test_one_of_a_crowd_without_a_name_has_none(source: str) -> None:
    assert speakers(f"<s1 {source}> <c1 said> <q1 nets were empty>.") == [None]


def test_a_host_of_a_programme_is_no_counterpart() -> None:
    text = (
        "Interior Minister Goran Torve chose the show where host Lidija Velm poured water.\n"
        "When <s1 she> <c1 asked> <q1 whether he paid>, all laughed."
    )
    assert speakers(text) == ["Lidija Velm"]


def test_a_guest_with_a_host_is_the_visitor() -> None:
    text = (
        "The Governor, Mr. Louis Torve, received the Minister of Water, Mrs. Awa Velm, on her visit.\n"
        "The president of the smokers, Mrs. Fatou Pell, feared brine. <s1 Her guest from the capital> <c1 assured> "
        "<q1 that the pipe would be longer>."
    )
    assert speakers(text) == ["Awa Velm"]


def test_a_pronoun_behind_the_cue_tells_who_the_candidate_is() -> None:
    text = (
        "Opposition leader Marisol Velm accused President Aurelio Torve of theft. <s1 Velm> <c1 claimed> <q1 much>.\n"
        "<q2 “Go home,”> <s2 the candidate> <c2 told> supporters as she ended her rally."
    )
    assert speakers(text) == ["Marisol Velm", "Marisol Velm"]


def test_it_is_the_embassy_and_not_its_country() -> None:
    text = "The Velian embassy was shut on Monday. <s1 It> <c1 said> <q1 staff were ill>."
    assert speakers(text) == ["Velian embassy"]


@pytest.mark.parametrize("again", ["They", "It"])
def test_a_club_that_spoke_is_they_in_the_next_sentence(again: str) -> None:
    text = f"<s1 Karsa United> <c1 said> <q1 the coach would stay>. <s2 {again}> <c2 added> <q2 fans were ill>."
    assert speakers(text) == ["Karsa United", "Karsa United"]


def test_they_behind_somebodys_words_are_nobody() -> None:
    text = "<s1 Ilan Torve> <c1 said> <q1 the coach would stay>. <s2 They> <c2 added> <q2 fans were ill>."
    assert speakers(text)[1] is None
