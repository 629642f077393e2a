"""Statements without a source, or with one that is not the cue's: the sentence around the cue settles who spoke."""

from __future__ import annotations

from people_world import speakers

TWO = "Velian Foreign Minister Ilan Torve received his Karsan counterpart Oran Velm on Tuesday.\n"


def test_a_participle_goes_on_with_the_main_cue() -> None:
    marked = TWO + "<s1 Torve> <c1 said> <q1 that Velm had agreed>, <c2 adding:> <q2 “We shall see.”>"
    assert speakers(marked) == ["Ilan Torve", "Ilan Torve"]


def test_a_participle_in_an_outer_content_goes_on_with_its_speaker() -> None:
    marked = TWO + "<s1 Torve> <c1 said> <q1 the road is open, <c2in1 urging> <q2in1 all to use it>>."
    assert speakers(marked) == ["Ilan Torve", "Ilan Torve"]


def test_a_joined_verb_has_the_subject_of_the_first() -> None:
    marked = TWO + "<s1 Torve> <c1 voiced> <q1 concern over the road> and <c2 asked> <q2 that it be opened>."
    assert speakers(marked) == ["Ilan Torve", "Ilan Torve"]


def test_a_joined_verb_in_another_sentence_is_not_joined() -> None:
    marked = TWO + "<s1 Torve> <c1 voiced> <q1 concern over the road>. And <c2 came> <q2 a call for calm>."
    assert speakers(marked) == ["Ilan Torve", None]


def test_a_pronoun_behind_the_cue_is_its_subject() -> None:
    marked = TWO + "<s1 Torve> <c1 called> <q1 the talks good>. <q2 “We laughed,”> <c2 quipped> he."
    assert speakers(marked)[1] == "Ilan Torve"


def test_a_name_before_the_cue_is_its_subject() -> None:
    marked = TWO + "Later Velm also <c1 doubted> <q1 that the road was open>."
    assert speakers(marked) == ["Oran Velm"]


def test_whoever_is_asked_answers() -> None:
    marked = TWO + "<s1 Velm> <c1 said> <q1 no>. <c2 Asked> about the road: <q2 “It is long.”>"
    assert speakers(marked)[1] == "Oran Velm"


def test_a_participle_parted_from_its_source_is_the_outer_speakers() -> None:
    marked = (
        TWO
        + "<s1 Torve> <c1 noted> <q1 that <s2in1 Velm> told him of the bridge, <c2in1 wondering> <q2in1 who built it>>."
    )
    assert speakers(marked) == ["Ilan Torve", "Ilan Torve"]


def test_a_participle_beside_its_source_is_that_ones() -> None:
    marked = TWO + "<s1 Torve> <c1 heard> <q1 <s2in1 Velm> <c2in1 wondering> <q2in1 who built the bridge>>."
    assert speakers(marked) == ["Ilan Torve", "Oran Velm"]


def test_it_is_alleged_has_no_speaker() -> None:
    marked = "<s1 The Reed Board> <c1 said> <q1 no>. <s2 It> <c2 has been alleged> <q2 that money was lost>."
    assert speakers(marked) == ["Reed Board", None]


def test_the_blamed_do_not_speak() -> None:
    marked = TWO + "<s1 Torve> <c1 has been sharply criticised> <q1 for closing the road>."
    assert speakers(marked) == [None]


def test_the_convinced_speak() -> None:
    assert speakers(TWO + "<s1 Torve> <c1 is convinced> <q1 that the road is open>.") == ["Ilan Torve"]


def test_a_passive_has_no_subject_that_speaks() -> None:
    marked = TWO + "<s1 Torve> <c1 said> <q1 Velm <c2in1 had been pilloried> <q2in1 for closing the road>>."
    assert speakers(marked) == ["Ilan Torve", None]


def test_a_noun_is_not_joined_to_a_verb() -> None:
    marked = TWO + "<s1 Torve> <c1 voiced> <q1 hope for the road> and <c2 criticism> <q2 that it is closed>."
    assert speakers(marked)[1] is None


def test_a_name_under_a_preposition_is_no_subject() -> None:
    marked = "The idea of talking to Ilan Torve <c1 seems> <q1 to stand in the way>."
    assert speakers(marked) == [None]


def test_a_participle_under_a_preposition_inside_words_stays_open() -> None:
    marked = TWO + "<s1 Torve> <c1 said> <q1 Velm would pay by <c2in1 repeating> <q2in1 the demand>>."
    assert speakers(marked)[1] is None
