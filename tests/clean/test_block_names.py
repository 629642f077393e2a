"""The names of the blocks around a line, as buckets."""

from __future__ import annotations

from onrecord.clean.blocknames import name_ids
from onrecord.clean.render import render


def ids(markup: str) -> list[set[int]]:
    page = render(f"<html><body>{markup}</body></html>")
    return [set(row.tolist()) for row in name_ids(page)]


def test_lines_of_one_block_have_the_same_names() -> None:
    first, second = ids('<div class="story"><p>One line</p><p>Another line</p></div>')
    assert first == second


def test_a_name_counts_apart_in_a_lines_own_block_and_further_up() -> None:
    (own,) = ids('<p class="teaser">One line</p>')
    (above,) = ids('<div class="teaser"><p>One line</p></div>')
    (bare,) = ids("<p>One line</p>")
    assert own - bare
    assert above - bare
    assert not (own - bare) & (above - bare)


def test_classes_ids_and_itemprops_are_names_and_digits_are_one() -> None:
    (by_class,) = ids('<p class="post-12">One line</p>')
    (by_id,) = ids('<p id="post-407">One line</p>')
    (by_item,) = ids('<p itemprop="post-0">One line</p>')
    assert by_class == by_id == by_item


def test_text_without_markup_has_rows_too() -> None:
    assert len(name_ids(render("<<<>>> only text"))) == len(render("<<<>>> only text").lines)
