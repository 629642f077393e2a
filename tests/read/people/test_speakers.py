"""Who said it: the speaker of every statement in small invented reports."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from people_world import speakers, world

from onrecord.model import Block, Report, Span, Speaker, Statement, actor_id
from onrecord.read.people import resolve_speakers

LEAD = "<s1 Velian Foreign Minister Ilan Torve> said <q1 that the talks went well>.\n"
TWO = (
    "Velian Foreign Minister Ilan Torve received his Karsan counterpart Oran Velm on Tuesday.\n"
    "<s1 Torve> said <q1 that the talks went well>. "
)


def test_a_surname_gets_the_full_name() -> None:
    assert speakers(LEAD + "<s2 Torve> noted <q2 that much remains>.") == ["Ilan Torve", "Ilan Torve"]


def test_office_and_identity_stand_beside_the_name() -> None:
    report, statements = world(LEAD)
    speaker = resolve_speakers(report, statements)[0].speaker
    assert speaker is not None
    assert (speaker.id, speaker.office) == (actor_id("Ilan Torve"), "Velian Foreign Minister")


def test_he_added_goes_on_with_the_last_speaker() -> None:
    assert speakers(TWO + "<s2 He> added <q2 that a date was set>.")[1] == "Ilan Torve"


def test_for_his_part_changes_the_speaker_for_he() -> None:
    marked = (
        TWO + "\nFor his part, <s2 Velm> called <q2 the meeting fruitful>.\n<s3 He> added <q3 that a date was set>."
    )
    assert speakers(marked) == ["Ilan Torve", "Oran Velm", "Oran Velm"]


def test_the_minister_is_the_minister_of_the_lead() -> None:
    assert speakers(LEAD + "<s2 The Minister> noted <q2 that much remains>.")[1] == "Ilan Torve"


def test_the_other_side_is_found_by_its_country() -> None:
    assert speakers(TWO + "<s2 The Karsan minister> noted <q2 that much remains>.")[1] == "Oran Velm"


def test_a_counterpart_is_the_other_minister() -> None:
    assert speakers(TWO + "<s2 His Karsan counterpart> noted <q2 that much remains>.")[1] == "Oran Velm"


def test_a_woman_is_not_he() -> None:
    marked = (
        "Spokeswoman Dara Senn and Mayor Ilan Torve met the press.\n"
        "<s1 Senn> said <q1 the road is open>.\n<s2 She> praised <q2 the crews>. <s3 Torve> agreed <q3 with that>."
    )
    assert speakers(marked)[:2] == ["Dara Senn", "Dara Senn"]


def test_a_typo_does_not_split_a_person() -> None:
    assert speakers(LEAD + "<s2 Ila Torve> noted <q2 that much remains>.")[1] == "Ilan Torve"


def test_capitals_do_not_split_a_person() -> None:
    assert speakers(LEAD + "<s2 TORVE>: <q2 much remains>.")[1] == "Ilan Torve"


def test_unnamed_sources_stay_unknown() -> None:
    marked = (
        LEAD + "<s2 Officials> said <q2 no>. <s3 A source at the ministry> said <q3 yes>. <s4 Analysts> doubt <q4 it>."
    )
    assert speakers(marked)[1:] == [None, None, None]


def test_a_role_that_nobody_holds_stays_unknown() -> None:
    assert speakers(LEAD + "<s2 The chairman of the Reed Bank> said <q2 that rates will rise>.")[1] is None


def test_a_capital_keeps_its_name() -> None:
    assert speakers(LEAD + "On Friday <s2 Port Amare> denied <q2 any deal>.")[1] == "Port Amare"


def test_the_ministry_gets_its_full_name() -> None:
    marked = "<s1 The Velian Defence Ministry> said <q1 no jet was lost>.\n<s2 The ministry> denied <q2 the report>."
    assert speakers(marked) == ["Velian Defence Ministry", "Velian Defence Ministry"]


def test_a_spokesman_without_a_name_speaks_for_his_body() -> None:
    marked = (
        "<s1 The Velian Defence Ministry> was silent <q1 on it>.\n<s2 A spokesman for the ministry> denied <q2 it>."
    )
    assert speakers(marked)[1] == "Velian Defence Ministry"


def test_an_acronym_is_the_body() -> None:
    marked = "The Lakes Monitoring Mission (LMM) met.\n<s1 The LMM> said <q1 that two jets crossed the line>."
    assert speakers(marked) == ["Lakes Monitoring Mission"]


def test_two_ministers_are_named_together() -> None:
    marked = TWO + "<s2 Both ministers> agreed <q2 to meet again>."
    assert speakers(marked)[1] == "Ilan Torve and Oran Velm"


def test_i_inside_a_quotation_is_its_speaker() -> None:
    marked = "<q1 “<s2in1 I> told <q2 my colleague the truth>,”> said <s1 Mayor Ilan Torve>."
    assert speakers(marked) == ["Ilan Torve", "Ilan Torve"]


def test_he_inside_a_quotation_is_not_its_speaker() -> None:
    marked = TWO + "<q2 “<s3in2 He> promised <q3 a bridge>,”> <s2 Torve> said."
    assert speakers(marked)[2] != "Ilan Torve"


def test_i_outside_of_quotations_is_the_author() -> None:
    marked = "Ilan Torve pours tea. <s1 I> ask <q1 whether the plan is dead>."
    assert speakers(marked, byline="Interview by Dara Senn") == ["Dara Senn"]


def test_a_floating_quotation_goes_on() -> None:
    assert speakers(LEAD + "<q2 “It will rain tomorrow.”>")[1] == "Ilan Torve"


def test_an_impersonal_cue_has_no_speaker() -> None:
    assert speakers(LEAD + "<c2 It was also noted> <q2 that rain is likely>.")[1] is None


def test_who_is_the_person_before_it() -> None:
    marked = LEAD + "The guests heard Oran Velm, <s2 who> warned <q2 of delays>."
    assert speakers(marked)[1] == "Oran Velm"


def test_mr_tells_two_people_of_one_surname_apart() -> None:
    marked = "Minister Dara Torve met Mayor Ilan Torve.\n<s1 Mrs Torve> said <q1 yes>. <s2 Mr Torve> said <q2 no>."
    assert speakers(marked) == ["Dara Torve", "Ilan Torve"]


def test_a_headline_role_finds_who_says_it_below() -> None:
    marked = "<s1 Minister Ilan Torve> said <q1 that flooded valleys need boats>."
    report, statements = world(marked, headline="Torve: flooded valleys need boats")
    assert resolve_speakers(report, statements)[0].speaker is not None


def test_nobody_comes_from_residue() -> None:
    marked = "<s1 The Minister> said <q1 that the talks went well>."
    assert speakers(marked, residue="Minister Oran Velm opens a bridge") == [None]


def test_a_report_without_statements_has_no_speakers() -> None:
    report, _ = world("Nothing was said.")
    assert resolve_speakers(report, []) == ()


def test_an_office_in_the_lead_is_the_name_that_follows() -> None:
    marked = (
        "<q1 Talks have reached a delicate hour>, <s1 the regional mediator> said.\n"
        "Oran Velm met reporters alone. <q2 “Please print no numbers,”> <s2 he> said.\n<s3 Velm> denied <q3 a deal>."
    )
    assert speakers(marked) == ["Oran Velm", "Oran Velm", "Oran Velm"]


def test_a_name_behind_the_words_settles_the_pronoun() -> None:
    marked = TWO + "For his part, Velm listened. <s2 He> <c2 added> <q2 “we took some steps”>, Torve noted."
    assert speakers(marked)[1] == "Ilan Torve"


def test_the_side_of_a_country_is_the_country() -> None:
    marked = TWO + "Karsa sent maps. <s2 The Karsan side> agreed <q2 to a truce>."
    assert speakers(marked)[1] == "Karsa"


def test_a_report_speaks_for_the_body_that_made_it() -> None:
    marked = "<s1 A report by the Lakes Monitoring Mission> says <q1 that two jets crossed the line>."
    assert speakers(marked) == ["Lakes Monitoring Mission"]


def test_a_first_name_with_an_honorific_is_the_person() -> None:
    marked = "Mayor Azmin Terulak spoke.\n<s1 Datuk Azmin> said <q1 yes>."
    assert speakers(marked) == ["Azmin Terulak"]


def test_a_name_in_brackets_belongs_to_the_surname() -> None:
    marked = "President (Ilan) Torve spoke.\n<s1 Torve> said <q1 yes>."
    assert speakers(marked) == ["Ilan Torve"]


def test_a_cue_without_source_shares_the_one_before_it() -> None:
    marked = "<s1 Ilan Torve> <c1 said> <q1 that it rains>, <c2 adding> <q2 that it pours>."
    assert speakers(marked) == ["Ilan Torve", "Ilan Torve"]


def test_a_speaker_known_beforehand_is_kept() -> None:
    report, statements = world(LEAD)
    known = resolve_speakers(report, statements)[0]
    other = Speaker("ac-1", "Oran Velm", 1.0)
    assert resolve_speakers(report, [replace(known, speaker=other)])[0].speaker == other


@given(st.text(alphabet="AaBe. ,\n“”'’-()é", min_size=3, max_size=60), st.data())
def test_any_text_and_any_spans_are_read(text: str, data: st.DataObject) -> None:
    starts = st.integers(0, len(text) - 2)
    spans = [
        Span(a, data.draw(st.integers(a + 1, len(text)))) for a in data.draw(st.lists(starts, min_size=3, max_size=9))
    ]
    statements = [Statement(str(i), (span,), source=spans[i - 1], cue=spans[i - 2]) for i, span in enumerate(spans)]
    report = Report(text, "", "any.txt", (Block("body", Span(0, len(text))),))
    assert len(resolve_speakers(report, statements)) == len(statements)
