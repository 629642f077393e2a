"""Lines that an outlet prints under its stories: which count, and that counting is the same in any order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.outlets import outlet_key
from onrecord.clean.quoted import MAX_CHARACTERS
from onrecord.clean.templates import Trace, line_keys, mark_templates, masked_line, trace_of
from onrecord.clean.templatetable import KEPT, MIN_STORIES, TemplateTable, is_template, table_of
from onrecord.model import Block, Report, Span

traces = st.lists(
    st.builds(
        Trace,
        outlet=st.sampled_from(["korva.example", "selm.example"]),
        story=st.integers(0, 200),
        lines=st.frozensets(st.integers(0, 12)),
    ),
    max_size=60,
)


def report(*lines: str, location: str = "https://www.korva.example/a", outlet: str | None = None) -> Report:
    text = "\n".join(lines)
    blocks, start = [], 0
    for line in lines:
        blocks.append(Block("body", Span(start, start + len(line))))
        start += len(line) + 1
    return Report(text, "0" * 64, location, tuple(blocks), outlet=outlet)


def counted(text: str) -> list[str]:
    return [span.of(text) for span, _ in line_keys(text, "korva.example")]


@given(traces, traces, traces)
def test_merging_is_associative_and_commutative(first: list[Trace], second: list[Trace], third: list[Trace]) -> None:
    one, two, three = table_of(first), table_of(second), table_of(third)
    assert one.merge(two).merge(three) == one.merge(two.merge(three))
    assert one.merge(two) == two.merge(one)


@given(traces, traces)
def test_merging_equals_counting_at_once_and_counts_nothing_twice(first: list[Trace], second: list[Trace]) -> None:
    merged = table_of(first).merge(table_of(second))
    assert merged == table_of([*first, *second])
    assert merged.merge(table_of(second)) == merged


def test_an_empty_table_changes_nothing() -> None:
    table = table_of([Trace("korva.example", 7, frozenset({1, 2}))])
    assert TemplateTable().merge(table) == table


@pytest.mark.parametrize(
    "line",
    [
        "“We count every litre,” he said.",
        'She said "no" twice.',
        "word " * (MAX_CHARACTERS // 5 + 1),
        "12.03.2033 - 14:05",
        " \t ",
    ],
)
def test_some_lines_never_count(line: str) -> None:
    assert counted(line) == []


def test_lines_inside_a_quotation_do_not_count() -> None:
    text = "He said: “We count.\nEvery litre.\n“And we publish.”\nShare this story"
    assert counted(text) == ["Share this story"]


def test_a_german_quotation_ends_with_the_mark_that_opens_an_english_one() -> None:
    assert counted("Er sagte: „Wir zählen.“\nArtikel teilen") == ["Artikel teilen"]


def test_a_mark_lost_in_a_menu_hides_no_page() -> None:
    text = "\n".join(['Size 5" | Home', *(f"Line {'a' * n}" for n in range(1, 30))])
    assert len(counted(text)) > 10


def test_dates_and_counters_are_masked() -> None:
    assert masked_line("Updated: Mon, 4 March 2031 | 1,204 views") == masked_line(
        "Updated: Tuesday 12 May 2033 | 3.2k views"
    )


def test_lines_of_two_outlets_are_apart() -> None:
    (_, here), (_, there) = *line_keys("Share", "korva.example"), *line_keys("Share", "selm.example")
    assert here != there


def test_two_versions_of_a_story_are_one_story() -> None:
    first, second = trace_of(report("The board said no ferry would leave.")), trace_of(
        report("The board said no ferry would leave.", location="https://korva.example/b")
    )  # fmt: skip
    assert first is not None
    assert second is not None
    assert first.story == second.story
    assert table_of([first, second]).stories["korva.example"] == {first.story}


@pytest.mark.parametrize(
    ("location", "outlet", "key"),
    [
        ("https://news.korva.example/a?b=1", "Korva Live", "korva.example"),
        ("https://www.korva.co.uk/a", None, "korva.co.uk"),
        ("a.html", " Korva  Live ", "korva live"),
        ("a.txt", None, None),
    ],
)
def test_an_outlet_is_its_domain_or_its_name(location: str, outlet: str | None, key: str | None) -> None:
    assert outlet_key(report("A line.", location=location, outlet=outlet)) == key


def test_a_report_of_no_known_outlet_leaves_no_trace() -> None:
    assert trace_of(report("A line.", location="a.txt")) is None


def test_frequent_lines_become_furniture_and_nothing_else_changes() -> None:
    story = report(
        "The board said no ferry would leave.", "Help keep friends informed by sharing", "Peter Strand left."
    )
    keys = {span.of(story.text): key for span, key in line_keys(story.text, "korva.example")}
    marked = mark_templates(story, {keys["Help keep friends informed by sharing"]})
    assert [block.kind for block in marked.blocks] == ["body", "furniture", "body"]
    assert [block.span for block in marked.blocks] == [block.span for block in story.blocks]
    assert mark_templates(story, frozenset()) is story


def test_a_block_of_several_lines_is_cut_around_a_frequent_one() -> None:
    text = "First line.\nShare this\nLast line."
    whole = Report(text, "0" * 64, "https://korva.example/a", (Block("body", Span(0, len(text))),))
    keys = {span.of(text): key for span, key in line_keys(text, "korva.example")}
    marked = mark_templates(whole, {keys["Share this"]})
    assert [(block.kind, block.span.of(text)) for block in marked.blocks] == [
        ("body", "First line."), ("furniture", "Share this"), ("body", "Last line.")
    ]  # fmt: skip


def test_a_line_of_few_stories_or_of_a_small_share_is_no_template() -> None:
    stories = frozenset(range(1000))
    assert not is_template(frozenset(range(MIN_STORIES - 1)), stories)
    assert not is_template(frozenset(range(MIN_STORIES)), stories)
    assert is_template(frozenset(range(MIN_STORIES)), frozenset(range(10)))


def test_a_full_sample_tells_the_share() -> None:
    stories = frozenset(range(1000))
    every_second = frozenset(range(0, 2 * KEPT, 2))
    assert is_template(every_second, stories)
    rare = frozenset(range(0, 30 * KEPT, 30))
    assert not is_template(rare, frozenset(range(30 * KEPT)))
