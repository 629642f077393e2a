"""People and bodies who are told of anew: epithets, leads without a name, strangers, kinds of bodies."""

from __future__ import annotations

from people_world import speakers


def test_the_age_means_whom_the_report_is_just_about() -> None:
    marked = (
        "Ilan Torve spoke. <s1 Torve> said <q1 it was late>.\n"
        "The tourist Halka Szym was in the cabin. <s2 She> said <q2 it swung>. "
        "<s3 The 34-year-old> wept that <q3 it fell>."
    )
    assert speakers(marked)[2] == "Halka Szym"


def test_the_accused_is_not_the_one_in_whose_words_he_stands() -> None:
    marked = (
        "Cyril Napier went to court. <s1 Napier> denied <q1 the charge>.\n"
        "<s2 Judge Edith Farrow> said <q2 that <s3in2 the accused> knew <q3in2 of it>>."
    )
    assert speakers(marked)[2] == "Cyril Napier"


def test_a_former_office_means_the_one_just_introduced() -> None:
    marked = (
        "<s1 Priya Haldane> said <q1 nothing was missing>.\n"
        "Sipho Rademaker kept the books. <s2 The former treasurer> recalled <q2 how payments were split>."
    )
    assert speakers(marked)[1] == "Sipho Rademaker"


def test_a_judge_in_the_lead_is_the_judge_below() -> None:
    marked = (
        "<s1 A federal judge> said <q1 the suit was empty>, to the joy of former Governor Harlan Whit.\n"
        "<s2 Judge Nora Mixon> wrote <q2 that the dead were quiet>. <s3 Dean Farrow, a lawyer>, said <q3 he was glad>."
    )
    assert speakers(marked)[0] == "Nora Mixon"


def test_a_driver_in_the_lead_is_who_opens_the_next_paragraph() -> None:
    marked = (
        "<s1 A former driver> said <q1 the mayor had known>.\n"
        "Ruben Stahl, 44, took the stand. <s2 Stahl> said <q2 he was afraid>."
    )
    assert speakers(marked)[0] == "Ruben Stahl"


def test_a_judge_far_below_the_lead_stays_unknown() -> None:
    marked = (
        "Ilan Torve lost his case.\n<s1 Torve> said <q1 he was sad>.\n<s2 A judge> said <q2 the case was empty>.\n"
        "<s3 Judge Nora Mixon> said <q3 she was glad>."
    )
    assert speakers(marked)[1] is None


def test_the_lifeguard_who_was_told_of_without_a_name_has_none() -> None:
    marked = (
        "<s1 Ilan Torve> said <q1 the sea was calm>. "
        "A young lifeguard watched.\n<s2 The lifeguard> said <q2 it was cold>."
    )
    assert speakers(marked)[1] is None


def test_a_former_clerk_behind_his_name_is_named() -> None:
    marked = "Ilan Torve, a clerk, was there. <s1 Torve> said <q1 no>.\n<s2 The clerk> said <q2 it was cold>."
    assert speakers(marked)[1] == "Ilan Torve"


def test_the_company_is_the_firm_that_the_statement_is_from() -> None:
    marked = "A statement from Vasttram was read out. Ten drivers are at work, according to <s1 the company>: <q1 ten>."
    assert speakers(marked) == ["Vasttram"]


def test_of_two_firms_neither_is_the_company() -> None:
    marked = "A statement from Vasttram and one from Nordbus were read out, according to <s1 the company>: <q1 ten>."
    assert speakers(marked) == [None]


def test_the_newspaper_is_the_one_that_was_called_so() -> None:
    marked = "Ilan Torve wept in the newspaper Nordposten. <s1 The newspaper> writes <q1 that he fell>."
    assert speakers(marked) == ["Nordposten"]


def test_her_organisation_is_the_one_that_she_is_told_with() -> None:
    marked = (
        "<s1 Silke Frand, the delegate of the World Fever Society>, said "
        "<q1 that <s2in1 her organisation> believes <q2in1 the figures>>."
    )
    assert speakers(marked)[1] == "World Fever Society"


def test_her_party_is_named_behind_it() -> None:
    assert speakers("<s1 Her party, the Lok Kalyan Dal>, sought <q1 the accounts>.") == ["Lok Kalyan Dal"]


def test_of_a_source_over_two_sentences_the_part_by_the_cue_counts() -> None:
    marked = "“Gerald is lovely,” countered <s1 Maureen Tebb. The witness Halka Szym> <c1 said> <q1 it was cold>."
    assert speakers(marked) == ["Halka Szym"]


def test_an_apposition_behind_an_office_does_not_hide_it() -> None:
    marked = (
        "Tomis Geric, the union leader, smiled. <s1 Geric> said <q1 no>.\n"
        "<s2 The union leader, no enemy of the closure>, doubts <q2 that it will come>."
    )
    assert speakers(marked)[1] == "Tomis Geric"
