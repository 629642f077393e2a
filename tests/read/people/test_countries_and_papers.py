"""Countries, bodies and papers as speakers: the two sides, his government, Cabinet, an Act, who asked."""

from __future__ import annotations

from people_world import speakers

MET = (
    "<s1 Velia's Foreign Minister Ilan Torve> <c1 said> <q1 it was done>. He met his Sareni counterpart, Daro Velm, "
    "of Sarenia. <s2 Velm> <c2 said> <q2 it was not>. "
)


def test_the_two_sides_are_the_countries_of_those_who_meet() -> None:
    assert speakers(MET + "<s3 The two sides> <c3 agreed> <q3 to go on>.")[2] == "Velia and Sarenia"


def test_two_sides_without_a_meeting_are_nobody() -> None:
    assert speakers("<s1 The two sides> <c1 agreed> <q1 to go on>.") == [None]


def test_two_diplomats_are_nobody() -> None:
    assert speakers(MET + "<s3 Two diplomats> <c3 said> <q3 it was late>.")[2] is None


def test_his_government_is_his_country() -> None:
    told = "<s3 Velm> <c3 denied> <q3 that <s4in3 his government> <c4 intends> <q4 to leave>>."
    assert speakers(MET + told)[3] == "Sarenia"


def test_cabinet_with_a_capital_is_a_body() -> None:
    told = "<s1 Ilan Torve> <c1 said> <q1 that <s2in1 Cabinet> <c2 had approved> <q2 the works>>."
    assert speakers(told)[1] == "Cabinet"


def test_an_act_speaks_for_nobody() -> None:
    assert speakers("<s1 The new Reed Wealth Act> <c1 stipulates> <q1 that reeds be weighed>.") == [None]


def test_who_asked_is_named_behind_by() -> None:
    assert speakers("<c1 Asked> by the Reed Post <q1 whether it would rain>, Ilan Torve laughed.") == ["Reed Post"]


def test_a_chancellor_may_be_a_foreign_minister() -> None:
    told = "<s1 The Minister of Relations, Varo Quin>, <c1 said> <q1 no>. <s2 The Chancellor> <c2 left> <q2 it>."
    assert speakers(told)[1] == "Varo Quin"


def test_a_short_surname_may_stand_first() -> None:
    told = "<s1 Minister Ku Hae-jin> <c1 said> <q1 it was dry>. <s2 Ku> <c2 added> <q2 it was wet>."
    assert speakers(told) == ["Ku Hae-jin", "Ku Hae-jin"]


def test_a_place_behind_of_is_no_person() -> None:
    told = "The President of Dobra, Tibor Valk, met Prime Minister Ada Okwu. <s1 The leaders> <c1 agreed> <q1 to talk>."
    assert speakers(told) == ["Tibor Valk and Ada Okwu"]


def test_a_name_behind_a_comma_and_a_title() -> None:
    assert speakers("<s1 The referee, Ms Tuuli Aho>, <c1 said> <q1 it was a goal>.") == ["Tuuli Aho"]


def test_an_adverb_is_no_part_of_a_body() -> None:
    told = "<s1 The Ministry of Reeds> <c1 said> <q1 no>. <s2 The Ministry categorically> <c2 rejects> <q2 it>."
    assert speakers(told)[1] == "Ministry of Reeds"


def test_two_particles_stand_in_one_name() -> None:
    told = "<s1 Dike master Wout van der Zwal> <c1 said> <q1 no>. <s2 Van der Zwal> <c2 said> <q2 yes>."
    assert speakers(told) == ["Wout van der Zwal", "Wout van der Zwal"]
