"""Several people at once, texts and bodies by their nouns, and names that stand apart from the source's words."""

from __future__ import annotations

from dataclasses import replace

from people_world import speakers, world

from onrecord.model import Block, Span
from onrecord.read.people import resolve_speakers

BOTH = "The foreign ministers of Velia and Karsa, Ilan Torve and Dara Velm, met on Tuesday.\n"
LEAD = "<s1 Velian Foreign Minister Ilan Torve> said <q1 that the talks went well>.\n"


def test_a_shared_office_is_each_ones() -> None:
    assert speakers(BOTH + "<s1 The Karsan minister> said <q1 that the road is open>.") == ["Dara Velm"]


def test_a_shared_office_with_its_countries_before_it() -> None:
    marked = "Velian and Karsan foreign ministers Ilan Torve and Dara Velm met. <s1 The Velian minister> said <q1 no>."
    assert speakers(marked) == ["Ilan Torve"]


def test_the_ministers_of_two_countries_are_those_two() -> None:
    marked = (
        BOTH + "Prime Minister Obe Rask was there. <s1 The foreign ministers of Velia and Karsa> agreed <q1 to meet>."
    )
    assert speakers(marked) == ["Ilan Torve and Dara Velm"]


def test_both_ministers_leave_the_prime_minister_out() -> None:
    marked = BOTH + "Prime Minister Obe Rask was there. <s1 Both ministers> agreed <q1 to meet>."
    assert speakers(marked) == ["Ilan Torve and Dara Velm"]


def test_an_apposition_belongs_to_the_name_before_it() -> None:
    marked = LEAD + "Dara Velm, <s2 a former teacher>, replied <q2 that the road is long>."
    assert speakers(marked)[1] == "Dara Velm"


def test_who_keeps_bees_is_named_before() -> None:
    assert speakers(LEAD + "Dara Velm, 61, <s2 who keeps bees>, replied <q2 no>.")[1] == "Dara Velm"


def test_the_object_of_a_verb_does_not_speak() -> None:
    assert speakers("<s1 Ilan Torve called Dara Velm> to say <q1 that the road is open>.") == ["Ilan Torve"]


def test_an_adverb_is_no_part_of_the_name() -> None:
    assert speakers("<s1 The Reed Bank just this week> said <q1 that rates will rise>.") == ["Reed Bank"]


def test_a_definite_ministry_keeps_its_noun() -> None:
    assert speakers("The road is long. <s1 The ministry> disputes <q1 the figure>.") == ["ministry"]
    assert speakers(LEAD + "<s2 Its foreign ministry> denied <q2 the report>.")[1] == "foreign ministry"


def test_the_nouns_of_companies_are_no_names() -> None:
    assert speakers("The road is long. <s1 The company> disputes <q1 the figure>.") == [None]


def test_a_city_is_named_behind_its_noun() -> None:
    assert speakers("<s1 The city of Upper Tesh> demanded <q1 an inquiry>.") == ["Upper Tesh"]


def test_a_charity_is_named_behind_its_noun() -> None:
    assert speakers("<s1 the charity Doctors of the Reed> said <q1 that two died>.") == ["Doctors of the Reed"]


def test_a_statement_speaks_for_who_made_it() -> None:
    marked = "<s1 Dara Velm> voiced in a written statement <q1 her hope>.\n<s2 The statement> reads: <q2 “We wait.”>"
    assert speakers(marked)[1] == "Dara Velm"


def test_its_report_is_the_bodys_of_the_sentence_before() -> None:
    marked = LEAD + "The audit office disagrees. <q2 The plan is costly>, says <s2 its report>."
    assert speakers(marked)[1] == "audit office"


def test_a_report_seen_by_a_paper_is_not_the_papers() -> None:
    marked = "<s1 A League observer mission report seen by the Reed Post> put <q1 the number at 212>."
    assert speakers(marked) == ["League observer mission"]


def test_a_law_has_no_speaker() -> None:
    assert speakers("<s1 The Law on Quiet Rivers> obliges <q1 the boats to stop>.") == [None]


def test_a_resolution_is_the_councils() -> None:
    assert speakers("<s1 Resolution 112 of the League Council> obliges <q1 all to stop>.") == ["League Council"]


def test_a_guest_is_found_by_the_country() -> None:
    marked = (
        "Velian Foreign Minister Dara Velm received Foreign Minister Ilan Torve of Karsa.\n"
        "<s1 Velm> said <q1 welcome>. <s2 The Karsan guest> said <q2 thanks>."
    )
    assert speakers(marked)[1] == "Ilan Torve"


def test_an_adverb_that_opens_a_sentence_is_nobody() -> None:
    assert speakers(LEAD + "Privately, <s2 the minister> doubts <q2 it>.")[1] == "Ilan Torve"


def test_my_country_is_the_speakers() -> None:
    marked = (
        "Velia waits. Velian Foreign Minister Ilan Torve spoke. <s1 Torve> said "
        "<q1 <s2in1 my country> answered <q2in1 no>>."
    )
    assert speakers(marked) == ["Ilan Torve", "Velia"]


def test_whoever_is_spoken_to_is_no_source_in_a_headline() -> None:
    report, statements = world("Torve to <s1 MPs>: <q1 'I sold nothing'>\nPrime Minister Ilan Torve spoke on Tuesday.")
    end = report.text.index("\n")
    blocks = (Block("headline", Span(0, end)), Block("body", Span(end + 1, len(report.text))))
    speaker = resolve_speakers(replace(report, blocks=blocks), statements)[0].speaker
    assert speaker is not None
    assert speaker.name == "Ilan Torve"


def test_the_first_words_of_a_long_name_are_the_same_person() -> None:
    marked = "<s1 Minister Rosa Ortega Ruiz> said <q1 no>. <s2 Rosa Ortega> added <q2 yes>."
    assert speakers(marked) == ["Rosa Ortega Ruiz", "Rosa Ortega Ruiz"]


def test_the_velian_is_whoever_is_from_there() -> None:
    marked = BOTH + "<s1 Torve> said <q1 no>. <s2 Velm> said <q2 yes>. <s3 The Velian> said <q3 that it is late>."
    assert speakers(marked)[2] == "Ilan Torve"


def test_she_in_the_words_tells_whose_they_are() -> None:
    marked = (
        "Envoy Anna Velm and Envoy Peter Torve met. <s1 Torve> spoke <q1 first>.\n"
        "<s2 The veteran envoy> <c2 said> <q2 she had no proof>."
    )
    assert speakers(marked)[1] == "Anna Velm"


def test_it_is_the_ministry_of_the_sentence_before() -> None:
    marked = "The Velian Ministry takes note of the reports. <s1 It> considers <q1 them groundless>."
    assert speakers(marked) == ["Velian Ministry"]


def test_a_list_of_readers_is_not_it() -> None:
    assert speakers("Readers protested. <s1 It> backed <q1 the plan>.") == [None]


def test_an_apposition_may_stand_before_who() -> None:
    marked = "The word came from Dara Velm, the blunt chair of the board, <s1 who> told us <q1 that it is over>."
    assert speakers(marked) == ["Dara Velm"]


def test_a_body_with_an_article_is_no_person() -> None:
    marked = "<s1 The Quiet Archive> counted <q1 two dead>.\n<s2 He> added <q2 that it is late>."
    assert speakers(marked)[1] is None


def test_a_verb_joined_inside_the_words_is_the_outer_speakers() -> None:
    marked = "<s1 Ilan Torve> <c1 said> <q1 two men were held and <c2in1 appealed> <q2in1 for calm>>."
    assert speakers(marked) == ["Ilan Torve", "Ilan Torve"]


def test_only_the_nearest_name_is_the_counterpart() -> None:
    marked = (
        "Karsan Foreign Minister Oran Velm came. Beside his Velian counterpart, Dara Senn, Ilan Torve spoke.\n"
        "<s1 The Velian minister> said <q1 no>."
    )
    assert speakers(marked) == ["Dara Senn"]


def test_we_in_a_ministers_mouth_is_the_country() -> None:
    marked = (
        "Velia waits. Velian Foreign Minister Ilan Torve spoke. <s1 Torve> <c1 said> "
        "<q1 “<s2in1 We> <c2in1 promised> <q2in1 nothing>”>."
    )
    assert speakers(marked) == ["Ilan Torve", "Velia"]


def test_we_who_agreed_are_more_than_the_country() -> None:
    marked = (
        "Velia waits. Velian Foreign Minister Ilan Torve spoke. <s1 Torve> <c1 said> "
        "<q1 “<s2in1 We> <c2in1 agreed> <q2in1 to meet>”>."
    )
    assert speakers(marked) == ["Ilan Torve", None]


def test_we_in_anybody_elses_mouth_is_nobody() -> None:
    marked = (
        "Velia waits. Velian farmer Ilan Torve spoke. <s1 Torve> <c1 said> "
        "<q1 “<s2in1 We> <c2in1 promised> <q2in1 nothing>”>."
    )
    assert speakers(marked) == ["Ilan Torve", None]
