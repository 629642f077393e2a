"""Belief: what the network finds is weighed with what else is known of it."""

import json

import pytest

from onrecord.read.belief import LEAST_BELIEF, SIGNS, WEIGHTS, belief_of, weigh
from onrecord.read.decode import Relation, Scored
from onrecord.read.encoder import load_weights


def relation(confidence: float = 0.7, cue: float = 0.9, source: float = -0.1) -> Relation:
    scored = Scored(cue=cue, first=-0.1, last=-0.1, source=source, outside=-0.5)
    return Relation((4, 5), ((2, 4),), ((6, 12),), confidence, scored)


def believed(found: Relation, cue: str = "said", *, sourced: bool = True, quoted: bool = False) -> float:
    return belief_of(weigh(found, cue, sourced, quoted))


def test_belief_is_a_chance_that_grows_with_the_confidence_of_the_network() -> None:
    chances = [believed(relation(confidence)) for confidence in (0.0, 0.4, 0.7, 1.0)]
    assert chances[0] > 0
    assert chances[-1] < 1
    assert chances == sorted(set(chances))


def test_a_whole_quotation_is_believed_more() -> None:
    assert believed(relation(0.45), quoted=True) > believed(relation(0.45))


def test_a_cue_that_the_lexicon_lists_is_believed_more() -> None:
    assert believed(relation(), "said") > believed(relation(), "flumped")


def test_a_sure_statement_is_shown_and_a_doubtful_one_is_not() -> None:
    assert believed(relation(0.95, cue=0.99)) > LEAST_BELIEF > believed(relation(0.4, cue=0.45, source=-1.0), "flumped")


def test_every_sign_has_one_value_and_one_weight() -> None:
    table = json.loads(WEIGHTS.read_text(encoding="utf8"))["weights"]
    assert list(table) == list(SIGNS)
    assert len(weigh(relation(), "said", True, False)) == len(SIGNS)


def test_signs_without_a_weight_are_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        belief_of((1.0, 0.5))


def test_the_table_was_fitted_for_the_weights_that_ship() -> None:
    assert json.loads(WEIGHTS.read_text(encoding="utf8"))["network"] == load_weights().digest
