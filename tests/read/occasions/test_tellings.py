"""What the words of a sentence tell of an occasion, and which occasions are opened by that."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import OCCASION_TYPES, Span
from onrecord.read.occasions.mentions import Setting, find_mentions
from onrecord.read.occasions.sentences import SAID
from onrecord.read.occasions.tellings import Telling, read_telling, read_tellings
from tests.read.occasions.occasions_world import Said, read, report_of, types

TORVE, VELM = "Ilan Torve", "Dara Velm"
WORDS = st.sampled_from(
    ["told", "the", "reporters", "in", "a", "letter", "Torve", SAID * 5, ",", "said", "with", "envoy", "met", "’", "ß"]
)


def _told(sentence: str, setting: Setting | None = None) -> Telling | None:
    return read_telling(sentence, Span(0, len(sentence)), setting or Setting())


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Torve answered the newspapermen on the quay.", "briefing"),
        ("In a missive to the board Torve denied it.", "written statement"),
        ("Torve spoke from the bandstand.", "speech"),
        ("Torve said on the sofa of the talkshow that it rains.", "interview"),
    ],
)
def test_words_that_no_pattern_knows_tell_their_type(sentence: str, kind: str) -> None:
    telling = _told(sentence)
    assert telling is not None
    assert telling.type == kind


def test_a_sentence_without_our_words_tells_nothing() -> None:
    assert _told("It rained on and on.") is None


def test_what_is_only_ahead_is_less_likely_than_what_was() -> None:
    was, ahead = _told("Torve told a briefing."), _told("Torve will not tell a briefing.")
    assert was is not None
    assert ahead is not None
    assert ahead.chance < was.chance


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=12).map(" ".join))
def test_chances_are_shares_and_the_telling_word_stands_in_the_sentence(sentence: str) -> None:
    telling = _told(sentence)
    if telling is None:
        assert not list(find_mentions(sentence, Span(0, len(sentence)), Setting()))
        return
    assert len(telling.chances) == len(OCCASION_TYPES)
    assert all(0 <= chance <= 1 for chance in telling.chances)
    assert telling.chance == pytest.approx(sum(telling.chances))
    assert telling.chances[OCCASION_TYPES.index(telling.type)] == max(telling.chances)
    assert telling.span.of(sentence).strip(SAID + " ")


@settings(deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), st.lists(WORDS, max_size=8).map(" ".join))
def test_the_words_around_a_sentence_count_for_nothing(sentence: str, other: str) -> None:
    alone = list(find_mentions(sentence, Span(0, len(sentence)), Setting()))
    start = len(other) + 1
    inside = list(find_mentions(f"{other}\n{sentence}\n{other}", Span(start, start + len(sentence)), Setting()))
    assert [mention.signs for mention in inside] == [mention.signs for mention in alone]


@settings(deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=4))
def test_sentences_read_together_tell_what_each_tells_alone(sentences: list[str]) -> None:
    text, spans, at = "\n".join(sentences), [], 0
    for sentence in sentences:
        spans.append((Span(at, at + len(sentence)), Setting()))
        at += len(sentence) + 1
    together = read_tellings(text, spans)
    for own, told in zip(spans, together, strict=True):
        alone = read_tellings(text, [own])[0]
        assert [(t.type, t.span) for t in told] == [(t.type, t.span) for t in alone]
        assert [t.chance for t in told] == pytest.approx([t.chance for t in alone])


def test_a_release_opens_with_the_meeting_that_its_headline_tells() -> None:
    report = report_of(
        "The Minister praised the dam.\nFor her part, Velm praised the road.",
        headline="Minister Torve receives the envoy of Velia",
        kind="press_release",
    )
    found = read(report, Said(TORVE, "praised", "the dam"), Said(VELM, "praised", "the road"))
    assert types(found) == ["meeting", "meeting"]


def test_the_same_headline_of_a_paper_opens_none() -> None:
    report = report_of("Torve praised the dam.", headline="Torve to receive the envoy of Velia")
    assert types(read(report, Said(TORVE, "praised", "the dam"))) == [None]


def test_persons_of_a_release_sit_at_the_press_conference_of_its_headline_and_bodies_do_not() -> None:
    report = report_of(
        "The President praised the reef.\nFund chairman Dara Velm promised buoys.\nThe Reef Council warned of storms.",
        headline="Excerpts from the press conference of President Ilan Torve",
        kind="press_release",
    )
    found = read(
        report,
        Said(TORVE, "praised", "the reef"),
        Said(VELM, "promised", "buoys"),
        Said("Reef Council", "warned", "of storms"),
    )
    assert types(found) == ["press conference", "press conference", None]


def test_a_body_opens_a_writing_and_nothing_else() -> None:
    report = report_of("It rained.\nThe Union scoffed in a handout at the door that it rains.")
    assert types(read(report, Said("Union", "scoffed", "that it rains"))) in (["written statement"], [None])
    spoken = report_of("It rained.\nThe Reef Council spoke from the bandstand to say that it rains.")
    assert types(read(spoken, Said("Reef Council", "say", "that it rains"))) == [None]


def test_those_who_met_share_the_statements_that_follow_their_talks() -> None:
    report = report_of(
        "Torve held talks with Dara Velm in Karsa on Monday.\nThe Minister thanked her for the road.\n"
        "After the talks the two leaders made statements to the media.\n"
        "Torve said the road is long. Velm said it is wet.",
        kind="press_release",
    )
    found = read(
        report,
        Said(TORVE, "thanked", "for the road"),
        Said(TORVE, "said", "the road is long"),
        Said(VELM, "said", "it is wet"),
    )
    assert types(found) == ["meeting", "joint press conference", "joint press conference"]
