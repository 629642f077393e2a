"""Sources that the sentence around a cue tells, and reports whose letters tell no names."""

from __future__ import annotations

from people_world import speakers

MET = "Harbour chief Ada Pell met Mayor Ilan Torve on the quay.\n"


def test_the_subject_before_the_cue_is_the_source() -> None:
    assert speakers(MET + "Pell, 58, <c1 hit back> <q1 that the quay was sound>.") == ["Ada Pell"]


def test_the_subject_behind_the_cue_is_the_source() -> None:
    assert speakers(MET + "<q1 The quay is sound>, <c1 vowed> a weary Pell.") == ["Ada Pell"]


def test_a_body_behind_the_cue_is_the_source() -> None:
    assert speakers("<q1 The quay may sink>, <c1 estimates> Reed Bank.") == ["Reed Bank"]


def test_who_stands_somewhere_before_a_colon_is_the_source() -> None:
    assert speakers(MET + "Pell on the steps of the harbour house<c1 :> <q1 “Never.”>") == ["Ada Pell"]


def test_a_present_joined_by_and_has_the_subject_before() -> None:
    told = "<s1 Pell> <c1 praised> <q1 the quay> and <c2 suspects> <q2 the mayor of sloth>."
    assert speakers(MET + told)[1] == "Ada Pell"


def test_names_without_capitals_are_names() -> None:
    told = (
        "<s1 foreign minister ilan torve> <c1 said> <q1 that the ford was shut>. <s2 torve> <c2 denied> <q2 that>. "
        "<s3 mission chief ada pell> <c3 wept>. <q3 it was late>. <s4 she> <c4 added> <q4 it was dark>."
    )
    assert [name and name.lower() for name in speakers(told)] == ["ilan torve", "ilan torve", "ada pell", "ada pell"]


def test_plurals_without_capitals_are_no_names() -> None:
    assert speakers("<s1 regional capitals> <c1 expressed> <q1 alarm>. the villagers slept.") == [None]


def test_one_capital_word_in_few_keeps_the_letters_as_they_are() -> None:
    assert speakers("<s1 torve> <c1 said> <q1 that Velia slept>.") == [None]


def test_a_line_glued_to_a_caption_is_cut() -> None:
    told = "Photo: HeraldThe Guild met. <s1 The Canners' Guild> <c1 said> <q1 no>."
    assert "Herald" not in (speakers(told)[0] or "")


def test_the_hour_before_a_source_is_none_of_its_name() -> None:
    assert speakers("Ada Pell slept.\n<s1 20:41 Pell><c1 :> <q1 all is calm>.") == ["Ada Pell"]


def test_a_name_with_an_article_in_small_letters_is_whole() -> None:
    told = (
        "<s1 Foreign Minister Rashid al-Qasim> <c1 hailed> <q1 the ties>. <s2 Al-Qasim> <c2 asked> <q2 for patience>."
    )
    assert speakers(told) == ["Rashid al-Qasim", "Rashid al-Qasim"]


def test_a_participle_of_a_source_with_a_cue_of_its_own_is_the_sources() -> None:
    told = (
        "<s1 Ilan Torve> <c1 said> <q1 that <s2in1 Ada Pell> <c2 had asked> <q2 for peace>, "
        "<c3in1 calling> <q3in1 it late>>."
    )
    assert speakers(told)[1] == "Ada Pell"


def test_he_is_the_stranger_who_has_just_spoken() -> None:
    told = (
        "<s1 Ilan Torve> <c1 said> <q1 no>. <s2 A rebel commander> <c2 said> <q2 yes>. <s3 He> <c3 added> <q3 maybe>."
    )
    assert speakers(told)[1:] == [None, None]


def test_he_is_not_the_reporter_who_asked() -> None:
    told = "<s1 Ilan Torve> <c1 said> <q1 no>. <s2 A reporter> <c2 asked> <q2 why>. <s3 He> <c3 said> <q3 because>."
    assert speakers(told)[2] == "Ilan Torve"
