"""Small sources are cleaned together, and every one of them comes out as it does alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fake_rooms import FakeReader, clean, rooms
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli import run
from onrecord.cli.ahead import SMALL, TOGETHER, in_groups
from onrecord.cli.parser import Parser, Workers
from onrecord.cli.rooms import Rooms
from onrecord.errors import InputError
from onrecord.model import Source

SAID = "Ilan Torve said the talks went well."


def page(name: str, markup: str) -> Source:
    return Source(markup.encode(), "text/html", name)


def sized(size: int | None) -> Source | None:
    return None if size is None else Source(b"x" * size, "text/plain", "a")


@given(st.lists(st.one_of(st.none(), st.sampled_from([1, SMALL, SMALL + 1])).map(sized), max_size=40))
def test_groups_keep_the_order_and_a_large_source_ends_its_group(sources: list[Source | None]) -> None:
    groups = list(in_groups(sources))
    assert [source for group in groups for source in group] == sources
    for group in groups:
        known = [source for source in group if source]
        assert len(known) <= TOGETHER
        assert all(len(source.data) <= SMALL for source in known[:-1])


def test_prepared_sources_come_out_as_they_do_alone() -> None:
    good, other = page("a.html", f"<h1>Talks</h1><p>{SAID}</p>"), page("c.html", f"<h1>Storms</h1><p>{SAID}</p>")
    empty = page("b.html", "<script>1</script>")
    prepared, alone = Parser(), Parser()
    prepared.prepare([good, empty, Source(SAID.encode(), "text/plain", "d.txt"), other])
    assert [prepared.clean(source) for source in (other, good)] == [alone.clean(source) for source in (other, good)]
    with pytest.raises(InputError) as caught:
        prepared.clean(empty)
    with pytest.raises(type(caught.value), match="shows no text"):
        alone.clean(empty)


def test_what_was_prepared_and_not_asked_for_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Workers, "clean_together", lambda _, sources: [clean(source) for source in sources])
    parser = Parser()
    first, second = page("a.html", SAID), page("b.html", SAID)
    parser.prepare([first, second])
    assert set(parser._prepared) == {first, second}
    parser.prepare([first])
    assert not parser._prepared


def test_only_small_sources_that_the_archive_does_not_know_are_prepared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    told: list[list[str]] = []

    def prepare(sources: Sequence[Source]) -> None:
        told.append([source.location for source in sources])

    given = replace(rooms(), prepare=prepare)
    Path("a.txt").write_text(f"Talks\n\n{SAID}\n")
    assert run(["add", "a.txt"], given) == 0
    Path("b.txt").write_text(f"Storms\n\n{SAID}\n")
    Path("c.txt").write_text("Long talks\n\n" + "x" * SMALL)
    capsys.readouterr()
    assert run(["add", "--json", "a.txt", "b.txt", "c.txt"], given) == 0
    assert told == [["a.txt"], ["b.txt"]]
    assert json.loads(capsys.readouterr().out)["added"] == 2


def test_reading_prepares_too_and_own_outlets_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    told: list[int] = []
    given = Rooms(clean, FakeReader, declared_clean=lambda _: clean, prepare=lambda sources: told.append(len(sources)))
    for name in "abc":
        Path(f"{name}.txt").write_text(f"Talks {name}\n\n{SAID}\n")
    Path("mine").mkdir()
    assert run(["read", "a.txt", "b.txt", "c.txt"], given) == 0
    assert told == [3]
    assert run(["read", "--outlets", "mine", "a.txt", "b.txt"], given) == 0
    assert told == [3]
    assert capsys.readouterr().out.count("the talks went well") == 5
