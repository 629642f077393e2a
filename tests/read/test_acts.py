"""Acts: the cue names them, a border case settles them, or the signs of the content are weighed."""

from __future__ import annotations

import json

import pytest

from onrecord.model import ACTS, Kind
from onrecord.read.acts import WEIGHTS, act_of, evidence_of, ruling_of, weighing
from onrecord.read.lexicon import label_of


@pytest.mark.parametrize(
    ("cue", "content", "act"),
    [
        ("said", "that the islanders must leave the pier by noon", "demand"),
        ("said", "that his ministry will repair the lighthouse by May", "commit"),
        ("said", "“Please leave the gulls alone.”", "appeal"),
        ("said", "that 14 boats were counted on Tuesday", "report"),
        ("said", "that the harbour master had told him of two wrecks", "report"),
        ("said", "“I never touched that rope.”", "deny"),
        ("added", "that the island is ready to host the regatta", "offer"),
        ("said", "he was grateful for the warm welcome of the islanders", "praise"),
        ("told", "that the harbour master had lied and broken the law", "accuse"),
        ("warned", "that the pier might collapse", "warn"),
        ("hailed", "the keeper of the lighthouse", "praise"),
        ("called", "the tide table a work of art", "evaluate"),
    ],
)
def test_the_content_decides_where_the_cue_does_not(cue: str, content: str, act: str) -> None:
    assert act_of(cue, content, "Marek Oden", "statement") == act


@pytest.mark.parametrize(
    ("cue", "content", "kind", "act"),
    [
        ("asked", "whether the ferry would sail", "statement", "state"),
        ("rejected", "the claim that the ferry had sunk", "statement", "deny"),
        ("rejected", "calls to scrap the ferry", "statement", None),
        ("expressed", "concern over the ferry's engine", "statement", "warn"),
        ("gave", "firm assurances that the ferry would sail", "statement", "commit"),
        ("stressed", "the need for a second ferry", "statement", "appeal"),
        ("stressed", "that the need for a ferry is known", "statement", None),
        ("did not deny", "it", "statement", "agree"),
        ("had no plans", "to sail", "intention", "reject"),
        ("wants", "to sail the ferry home", "intention", "commit"),
        ("vowed", "to strip the owner of the licence", "statement", "threaten"),
        ("acknowledged", "that the ferry did not sail", "statement", "report"),
        ("ordered", "that no ferry be sold", "decree", "reject"),
        ("ordered", "that the ferry be sold", "decree", "demand"),
    ],
)
def test_a_border_case_of_the_codebook_is_settled_by_rule(cue: str, content: str, kind: Kind, act: str | None) -> None:
    assert ruling_of(cue, content, "Marek Oden", kind, label_of(cue)) == act


def test_a_law_speaks_its_wording_and_its_duties() -> None:
    assert act_of("says", "that nets are dried on the south pier", "The harbour law", "document") == "state"
    assert act_of("says", "that nets must be dried on the south pier", "The harbour law", "document") == "demand"


def test_a_charge_that_nobody_is_named_for_is_an_accusation() -> None:
    assert act_of("suggestion", "that the keeper slept", "", "statement") == "accuse"


def test_a_cue_that_names_its_act_weighs_its_signs_apart() -> None:
    named = evidence_of("praised", "the keeper", "", label_of("praised"))
    assert {"named", "lexicon:praise"} <= named
    assert not {"other subject"} & named
    assert "other subject" in evidence_of("said", "the keeper slept", "", label_of("said"))


def test_the_source_is_its_own_subject_by_pronoun_or_name() -> None:
    for content in ("he will sail", "Oden will sail", "“I will sail”"):
        assert "own will" in evidence_of("said", content, "Marek Oden", label_of("said"))
    assert "your will" in evidence_of("said", "“You will sail”", "Marek Oden", label_of("said"))
    assert "other will" in evidence_of("said", "the ferry will sail", "Marek Oden", label_of("said"))


def test_any_words_have_an_act() -> None:
    for cue, content in (("", ""), ("…", "?"), ("Zzz", "“”"), (":", "x" * 5000)):
        assert act_of(cue, content, "", "statement") in ACTS


def test_the_table_of_weights_has_a_number_for_every_act() -> None:
    table = json.loads(WEIGHTS.read_text(encoding="utf8"))
    assert table["acts"] == list(ACTS)
    assert weighing().weights.shape == (len(table["signs"]), len(ACTS))
