from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from web_world import World, dossier

from onrecord.model import BLOCK_KINDS, Block, Report, Span
from onrecord.web.marks import Passage, passages, text_order


def shown(found: tuple[Passage, ...]) -> str:
    return "".join(piece.text for passage in found for piece in passage.pieces)


@st.composite
def reports(draw: st.DrawFn) -> Report:
    text = draw(st.text(st.sampled_from("ab. \n\r<é🙂"), max_size=80))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    spans = [Span(start, end) for start, end in pairwise(cuts)]
    kept = [span for span in spans if draw(st.booleans())]
    return Report(text, "", "", tuple(Block(draw(st.sampled_from(BLOCK_KINDS)), span) for span in kept))


@settings(deadline=None)  # a busy machine is no bug
@given(reports())
def test_passages_join_back_to_the_exact_text_whatever_the_blocks(report: Report) -> None:
    assert shown(passages(report, [])) == report.text


def test_passages_join_back_with_statements_on_them(world: World) -> None:
    assert shown(passages(world.report, world.statements)) == world.text


def test_passages_name_headline_credit_and_residue(world: World) -> None:
    found = passages(world.report, [])
    assert [(passage.kind, passage.label, passage.residue) for passage in found if passage.label] == [
        ("headline", "Headline", False),
        ("body", "Dateline", False),
        ("credit", "Credit", False),
        ("furniture", "Furniture, not read", True),
        ("teaser", "Teaser, not read", True),
    ]


def test_a_caption_glued_into_a_line_is_marked_where_it_stands() -> None:
    world = World("“We agreed.”lavrov, kerry\nMore.")
    world.block("caption", "lavrov, kerry")
    [first, _] = passages(world.report, [])
    glued = first.pieces[1]
    assert (glued.text, glued.classes, glued.before[0].words) == (
        "lavrov, kerry",
        "inline caption",
        "Caption, not read",
    )


def test_a_nested_statement_is_underlined_on_the_ground_of_the_outer_one() -> None:
    world = dossier()
    pieces = [piece for passage in passages(world.report, world.statements) for piece in passage.pieces]
    by_text = {piece.text: piece.classes for piece in pieces}
    assert by_text["the envoy"] == "mixed source"
    assert by_text["had spoken"] == "mixed cue"
    assert by_text["of progress"] == "mixed inner"


def test_every_statement_is_announced_once_and_closed() -> None:
    world = dossier()
    pieces = [piece for passage in passages(world.report, text_order(world.statements)) for piece in passage.pieces]
    begun = [note.statement for piece in pieces for note in piece.before if note.kind == "begins"]
    assert sorted(begun) == sorted(statement.id for statement in world.statements)
    closed = [note.words for piece in pieces for note in piece.after]
    assert " Statement 3 is interrupted. " in closed
    assert " Statement 3 ends. " in closed


def test_text_order_puts_the_outer_statement_first() -> None:
    world = World("He said that she said no.")
    inner = world.say("no", None)
    outer = world.say("that she said no", None)
    assert [statement.id for statement in text_order(world.statements)] == [outer, inner]
