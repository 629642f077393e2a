"""Two people of one office: who goes on, who is the guest, whose counterpart - and none of two about as good."""

from __future__ import annotations

from people_world import speakers

TWO = (
    "<s1 Foreign Minister Oskar Tellen> <c1 said> <q1 the ford was shut>. He met his Quorish counterpart, "
    "Halvar Imre, in Dunmoor. "
)


def test_the_bare_office_goes_on_with_who_speaks() -> None:
    told = (
        "<s2 Imre> <c2 said> <q2 boats would sail>.\nLater, on Radio Dun, <s3 the minister> <c3 admitted> <q3 a leak>."
    )
    assert speakers(TWO + told)[2] == "Halvar Imre"


def test_his_counterpart_is_the_last_speakers() -> None:
    told = "<s2 Imre> <c2 said> <q2 he had told Tellen so>.\n<s3 His counterpart> <c3 agreed> <q3 that he had>."
    assert speakers(TWO + told) == ["Oskar Tellen", "Halvar Imre", "Oskar Tellen"]


def test_a_counterpart_that_nobody_told_of_before_is_none() -> None:
    told = "<s1 Gwil Pask> <c1 said> <q1 no>. <s2 His rival> <c2 said> <q2 yes>.\n<s3 Dolly Trask> <c3 wept>"
    assert speakers(told + " <q3 for all>.")[1] is None


def test_the_visiting_minister_is_the_counterpart() -> None:
    assert speakers(TWO + "<s2 The visiting minister> <c2 thanked> <q2 the guards>.")[1] == "Halvar Imre"


def test_a_visit_tells_the_guest() -> None:
    told = (
        "Trade Minister Oskar Tellen met Trade Minister Halvar Imre, who is on a visit to Dunmoor. "
        "<s1 Tellen> <c1 said> <q1 no>. <s2 Imre> <c2 said> <q2 yes>. <s3 The guest> <c3 left> <q3 early>."
    )
    assert speakers(told)[2] == "Halvar Imre"


def test_a_counterpart_from_a_place_has_the_office_there() -> None:
    told = (
        "<s1 The Minister of Works, Ada Tellen>, <c1 said> <q1 it held>. She met her counterpart from Quor, "
        "Hon. Imke Halvar. <s2 Tellen> <c2 said> <q2 it shook>. <s3 The Quorish Minister> <c3 said> <q3 it fell>."
    )
    assert speakers(told)[2] == "Imke Halvar"


def test_a_counterpart_behind_an_office() -> None:
    told = (
        "<s1 The Minister of Heritage of Selm, Ouida Hachem>, <c1 praised> <q1 the mosaic>. She met her counterpart, "
        "the Minister of Arts of Thal, Mr. Stavro Ionn. <s2 The visiting Minister> <c2 praised> <q2 it too>."
    )
    assert speakers(told)[1] == "Stavro Ionn"


def test_none_of_two_who_are_about_as_good() -> None:
    told = (
        "It rained on Trade Minister Oskar Tellen and Trade Minister Halvar Imre.\n"
        "<s1 The tired minister> <c1 said> <q1 it was late>."
    )
    assert speakers(told) == [None]


def test_who_is_he_and_she_is_neither() -> None:
    told = (
        "<s1 Secretary Quillon Aubade> <c1 said> <q1 it was late>. <s2 She> <c2 said> <q2 it was dark>.\n"
        "<s3 Aubade> <c3 said> <q3 it was cold>. <s4 He> <c4 said> <q4 it was wet>."
    )
    named = speakers(told)
    assert named[0] == named[2] == "Quillon Aubade"
    assert named[1] is None or named[3] is None


def test_an_object_tells_no_gender() -> None:
    told = (
        "Prime Minister Aruzel Okwu met President Tiburel Valk. <s1 President Valk> <c1 thanked> <q1 her for it>. "
        "<s2 He> <c2 said> <q2 it was late>."
    )
    assert speakers(told)[1] == "Tiburel Valk"


def test_an_office_that_was_told_beats_one_of_a_colleague() -> None:
    told = (
        "<s1 Finance Minister Ragnar Eke> <c1 said> <q1 no>. <s2 His Sundish colleague, Ylva Sto>, <c2 said> <q2 yes>."
        "\n<s3 Eke> <c3 said> <q3 no>. Nobody believed it.\n<s4 The finance minister> <c4 said> <q4 no>."
    )
    assert speakers(told)[3] == "Ragnar Eke"


def test_both_leaders_leave_a_minister_out() -> None:
    told = (
        "Chancellor Ilse Brand met Prime Minister Noor Hadd. <s1 Finance Minister Karim Bela> <c1 said> <q1 no>. "
        "<s2 Both leaders> <c2 said> <q2 yes>."
    )
    assert speakers(told)[1] == "Ilse Brand and Noor Hadd"


def test_a_shadow_minister_is_no_minister() -> None:
    told = "<s1 Roads minister Philippa Tutu> <c1 said> <q1 no>. <s2 The shadow roads minister> <c2 said> <q2 yes>."
    assert speakers(told)[1] is None


def test_the_head_of_state_is_the_president() -> None:
    told = (
        "<s1 President Ismo Tara> <c1 met> <q1 them> and Minister Wolf Ems. <s2 The Head of State> <c2 said> <q2 yes>."
    )
    assert speakers(told)[1] == "Ismo Tara"


def test_of_whom_it_is_said_says_nothing() -> None:
    told = "<s1 Ivor Quen> <c1 said> <q1 no>. Quen's deputy, Yann Toll, <c2 is said> <q2 to be plotting a raid>."
    assert speakers(told)[1] is None
