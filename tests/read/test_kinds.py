"""Kinds: a text as source is a document; otherwise the network and the lexicon are heard together."""

from __future__ import annotations

import pytest

from onrecord.model import KINDS, Kind
from onrecord.read.kinds import is_text, kind_of
from onrecord.read.lexicon import label_of, stem


def scores(**sure: float) -> list[float]:
    return [sure.get(kind, 0.0) for kind in KINDS] + [9.0] * 15


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("the preliminary findings of the Tide Office", True),
        ("A report by the harbour", True),
        ("its report", True),
        ("The reporter", False),
        ("the law professor", False),
        ("Marek Oden, author of a study", False),
        ("", False),
    ],
)
def test_a_text_is_known_by_its_head_noun(source: str, expected: bool) -> None:
    assert is_text(source) is expected


def test_a_text_makes_a_document_however_sure_the_network_is() -> None:
    assert kind_of(scores(statement=9), "according to", "the tide is late", "the almanac's tables") == "statement"
    assert kind_of(scores(statement=9), "according to", "the tide is late", "the survey") == "document"


@pytest.mark.parametrize(
    ("cue", "content", "kind"),
    [
        ("has decided", "to sail on Monday", "intention"),
        ("ordered", "the pier closed", "decree"),
        ("fears", "a flood", "belief"),
        ("wants", "to sail on Monday", "intention"),
        ("wants", "the pier closed", "belief"),
        ("considered", "that the pier is safe", "statement"),
        ("considers", "the pier safe", "belief"),
    ],
)
def test_the_lexicon_tips_a_network_that_is_unsure(cue: str, content: str, kind: Kind) -> None:
    assert kind_of(scores(statement=1.5), cue, content, "Marek Oden") == kind


def test_an_unknown_cue_is_left_to_the_network() -> None:
    assert label_of("zzgl") is None
    assert kind_of(scores(belief=0.1), "zzgl", "x", "") == "belief"


def test_a_cue_is_known_without_its_auxiliaries_and_adverbs_and_by_its_verb() -> None:
    plain = label_of("rejects")
    assert plain is not None
    for cue in ("has rejected", "categorically rejects", "also flatly rejected"):
        label = label_of(cue)
        assert label is not None
        assert label.act == "reject"
    negated = label_of("did not reject")
    assert negated is not None
    assert negated.negated


def test_forms_of_a_verb_share_a_stem() -> None:
    assert {stem(word) for word in ("deny", "denies", "denied", "denying")} == {"deny"}
    assert {stem(word) for word in ("slam", "slams", "slammed", "slamming")} == {"slam"}
