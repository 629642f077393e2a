"""What each track counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gold_world import answer, article, find

from onrecord.evaluate import Answer, Article, Attribution
from onrecord.evaluate.score import score_article
from onrecord.evaluate.tally import Tally
from onrecord.evaluate.triples import span_tallies
from onrecord.model import Occasion, Span, When

TEXT = 'Ilan Torve said, "the road is open", adding that it stays so. Mira Osk hopes the rain will end.'
ROAD = Attribution(
    "1", (find(TEXT, '"the road is open"'),), (find(TEXT, "Ilan Torve"),), (find(TEXT, "said"),), "Ilan Torve",
    "direct", "statement", "state",
)  # fmt: skip
RAIN = Attribution(
    "2", (find(TEXT, "the rain will end"),), (find(TEXT, "Mira Osk"),), (find(TEXT, "hopes"),), "Mira Osk", "indirect",
    "belief", "predict",
)  # fmt: skip
ALL = frozenset({"speaker", "form", "kind", "act", "nested", "occasion", "residue"})


def counts(gold: Article, said: Answer, measure: str, slice_: str = "") -> tuple[int, int, int]:
    return summed(iter(score_article(gold, said, ALL).tallies), measure, slice_)


def summed(tallies: Iterator[Tally], measure: str, slice_: str = "") -> tuple[int, int, int]:
    chosen = [tally for tally in tallies if (tally.measure, tally.slice) == (measure, slice_)]
    return sum(t.hits for t in chosen), sum(t.found for t in chosen), sum(t.gold for t in chosen)


def test_exact_spans_forgive_marks_at_the_edges() -> None:
    bare = replace(ROAD, content=(find(TEXT, "the road is open"),))
    assert counts(article(TEXT, ROAD), answer(bare), "span.content") == (1, 1, 1)
    assert counts(article(TEXT, ROAD), answer(bare), "triple.strict") == (1, 1, 1)


def test_exact_spans_count_every_fragment_of_a_broken_content() -> None:
    gold = replace(ROAD, content=(find(TEXT, "the road is open"), find(TEXT, "that it stays so")))
    assert counts(article(TEXT, gold), answer(ROAD), "span.content") == (1, 1, 2)
    assert counts(article(TEXT, gold), answer(ROAD), "triple.strict") == (0, 1, 1)


def test_a_relaxed_triple_needs_cue_and_half_of_source_and_content() -> None:
    short = replace(ROAD, content=(find(TEXT, "road is open"),), source=(find(TEXT, "Torve"),))
    assert counts(article(TEXT, ROAD), answer(short), "triple.relaxed") == (1, 1, 1)
    assert counts(article(TEXT, ROAD), answer(replace(short, cue=())), "triple.relaxed") == (0, 1, 1)


def test_span_tracks_leave_nested_statements_out() -> None:
    inner = replace(RAIN, nested_in="1")
    assert summed(span_tallies(article(TEXT, ROAD), answer(ROAD, inner)), "triple.strict") == (1, 1, 1)


def test_a_statement_is_found_from_half_of_its_content_on() -> None:
    half = replace(ROAD, content=(Span(ROAD.content[0].start, ROAD.content[0].start + 9),))
    less = replace(ROAD, content=(Span(ROAD.content[0].start, ROAD.content[0].start + 8),))
    assert len(ROAD.content[0]) == 18
    assert counts(article(TEXT, ROAD), answer(half), "statement") == (1, 1, 1)
    assert counts(article(TEXT, ROAD), answer(less), "statement") == (0, 1, 1)


def test_a_statement_is_matched_once() -> None:
    assert counts(article(TEXT, ROAD), answer(ROAD, replace(ROAD, id="twice")), "statement") == (1, 2, 1)


def test_speakers_are_right_wrong_invented_or_left_out() -> None:
    outcomes = ((ROAD, "Torve", "right"), (ROAD, "Mira Osk", "wrong"), (ROAD, None, "abstained"))
    unknown = replace(ROAD, speaker=None)
    for gold, name, outcome in (*outcomes, (unknown, "Torve", "invented"), (unknown, None, "right")):
        said = answer(replace(gold, speaker=name))
        for measure in ("right", "wrong", "invented", "abstained"):
            assert counts(article(TEXT, gold), said, f"speaker.{measure}") == (int(measure == outcome), 1, 1)
        assert counts(article(TEXT, gold), said, "joint") == (int(outcome == "right"), 1, 1)


def test_a_surname_alone_is_right_but_not_the_whole_name() -> None:
    assert counts(article(TEXT, ROAD), answer(replace(ROAD, speaker="Torve")), "speaker.whole") == (0, 1, 1)


def test_the_default_view_leaves_beliefs_out_on_both_sides() -> None:
    assert counts(article(TEXT, ROAD, RAIN), answer(ROAD, RAIN), "default") == (1, 1, 1)
    assert counts(article(TEXT, ROAD, RAIN), answer(ROAD, replace(RAIN, kind="statement")), "default") == (1, 2, 1)


def test_the_default_view_pairs_nested_with_nested_only() -> None:
    inner = replace(ROAD, nested_in="9")
    assert counts(article(TEXT, inner), answer(ROAD), "default") == (0, 1, 1)
    assert counts(article(TEXT, inner), answer(inner), "default") == (1, 1, 1)
    assert counts(article(TEXT, inner), answer(ROAD), "statement") == (1, 1, 1)


def test_nested_statements_are_matched_among_themselves() -> None:
    inner = replace(RAIN, nested_in="1")
    assert counts(article(TEXT, ROAD, inner), answer(ROAD, RAIN), "nested") == (0, 0, 1)
    assert counts(article(TEXT, ROAD, inner), answer(ROAD, inner), "nested") == (1, 1, 1)


def test_labels_are_counted_on_matched_statements_only() -> None:
    off = replace(ROAD, form="mixed", kind="document", act="report")
    for measure in ("form", "kind", "act"):
        assert counts(article(TEXT, ROAD, RAIN), answer(off), measure) == (0, 1, 1)
    assert counts(article(TEXT, ROAD), answer(off), "kind.document") == (0, 1, 0)
    assert counts(article(TEXT, ROAD), answer(off), "kind.statement") == (0, 0, 1)


def test_an_occasion_needs_type_and_what_the_gold_tells_of_place_and_day() -> None:
    call = Occasion("a", "phone call", "Karsa", when=When(grain="weekday", weekday="Tuesday"))
    gold = article(TEXT, replace(ROAD, occasion=call))

    def right(occasion: Occasion | None) -> bool:
        return counts(gold, answer(replace(ROAD, occasion=occasion)), "occasion")[0] == 1

    assert right(replace(call, id="other", place="the city of Karsa"))
    assert not right(replace(call, type="meeting"))
    assert not right(replace(call, place=None))
    assert not right(replace(call, when=When(grain="weekday", weekday="Monday")))
    assert not right(None)
    assert counts(article(TEXT, ROAD), answer(replace(ROAD, occasion=call)), "occasion") == (0, 1, 1)


def test_contents_in_residue_are_counted_per_token_of_it() -> None:
    residue = (find(TEXT, "Mira Osk hopes the rain will end."),)
    gold = article(TEXT, ROAD, residue=residue)
    assert counts(gold, answer(ROAD), "residue") == (0, 0, 8)
    assert counts(gold, answer(ROAD, RAIN), "residue") == (1, 1, 8)


def test_integrity_asks_for_spans_of_the_text_and_contents_outside_residue() -> None:
    beyond = replace(ROAD, content=(Span(0, len(TEXT) + 1),))
    assert counts(article(TEXT, ROAD), answer(ROAD, beyond, broken=2), "integrity") == (1, 4, 4)
    own = Answer("karsa", (ROAD,), residue=(find(TEXT, "road"),))
    assert counts(article(TEXT, ROAD), own, "integrity") == (0, 1, 1)


def test_a_pair_counts_in_the_slice_of_its_gold_and_a_surplus_in_its_own() -> None:
    said = answer(replace(ROAD, form="mixed"), RAIN)
    assert counts(article(TEXT, ROAD), said, "statement", "form: direct") == (1, 1, 1)
    assert counts(article(TEXT, ROAD), said, "statement", "form: indirect") == (0, 1, 0)
    assert counts(article(TEXT, ROAD), said, "statement", "source: name") == (1, 2, 1)
