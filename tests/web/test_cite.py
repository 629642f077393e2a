from __future__ import annotations

from web_world import World

from onrecord.web.cite import citation

LINK = "http://localhost/statements/st-1"


def test_a_direct_citation_quotes_the_words_and_names_every_unknown(world: World) -> None:
    words = citation(world.statements[1], world.report, world.occasions[0], LINK)
    assert words == (
        "Ilan Torve (Foreign Minister), joint press conference, Karsa, Tuesday, date unknown, from the report’s words. "
        "Quoted by Velian Telegraph Agency: “we wait for nobody.” "
        "Velian Telegraph Agency, “Torve: Hask crossing to open <b>soon</b>”, "
        "page rendered on 21 June 2031, not used as a date. "
        f"Characters 148–169 of text {world.report.id}. {LINK}"
    )


def test_indirect_words_are_never_put_between_quotation_marks(world: World) -> None:
    words = citation(world.statements[0], world.report, world.occasions[0], LINK)
    assert "As reported by Velian Telegraph Agency, in its words: that the Hask crossing will open in May." in words


def test_a_citation_says_that_nobody_is_named(world: World) -> None:
    words = citation(world.statements[5], world.report, None, LINK)
    assert words.startswith("Speaker not named, occasion not told. As reported by")
