"""Finding statements, reports and speakers; no search text can break anything."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from archive_world import full_reading, report_of, said, simple_reading, source_of
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.archive import Archive
from onrecord.archive.query import MAX_TERMS, fts_expression
from onrecord.archive.snippet import LENGTH, excerpt
from onrecord.errors import NotFound, SearchError
from onrecord.model import Reading, Span


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.create(tmp_path_factory.mktemp("search") / "a.sqlite") as opened:
        opened.add(*full_reading())
        for number in range(5):
            text = f"Opening {number}. Ilan Torve said the cease-fire of day {number} holds."
            opened.add(*simple_reading(text, f"the cease-fire of day {number} holds", location=f"{number}.txt"))
        report = report_of("Zoë Müller thinks oil is dear.", "belief.txt", title=None, outlet="Velm Post")
        opened.add(
            source_of(report.text), Reading(report, (said(report, "oil is dear", "Zoë Müller", "belief"),), (), "run-1")
        )
        yield opened


def found(archive: Archive, query: str, **filters: str | None) -> list[str]:
    return sorted(hit.words for hit in archive.search(query, **filters).items)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("query", "expression"),
    [
        ("talks", '"talks"'),
        ("talks oil", '"talks" AND "oil"'),
        ('"joint press" talk*', '"joint press" AND "talk" *'),
        ("a OR b c", '("a" OR "b") AND "c"'),
        ("a -b -c", '("a") NOT ("b" OR "c")'),
        ('a -"b c"', '("a") NOT ("b c")'),
        ('"unbalanced quote', '"unbalanced quote"'),
        ("OR", None),
        ("OR a OR", '"a"'),
        ("NEAR(a b)", '"NEAR(a" AND "b)"'),
        ("words:x ^y", '"words:x" AND "^y"'),
        ("a\x00b", '"a" AND "b"'),
        ('*** --- "" \' ;', None),
        ("", None),
    ],
)
def test_fts_expression(query: str, expression: str | None) -> None:
    assert fts_expression(query) == expression


@pytest.mark.parametrize("query", ["-oil", " ".join("a" * (MAX_TERMS + 1))])
def test_fts_expression_refuses_with_a_next_step(query: str) -> None:
    with pytest.raises(SearchError) as caught:
        fts_expression(query)
    assert caught.value.next_step


@settings(max_examples=100, deadline=None)
@given(st.text() | st.text("\"*-() ORNEAR:^+{}aé\x00\\'", max_size=30))
def test_search_never_fails_on_any_text(archive: Archive, query: str) -> None:
    archive.speakers(query)
    with suppress(SearchError):  # told as such: only exclusions, or too many words
        archive.search(query)
        archive.search_reports(query)


def test_search_knows_words_phrases_and_accents(archive: Archive) -> None:
    assert len(found(archive, "cease-fire")) == 5
    assert found(archive, '"day 3"') == ["the cease-fire of day 3 holds"]
    assert found(archive, "TORVE talk*") == ['"the talks went well"']
    assert found(archive, "holds OR talks -cease") == ['"the talks went well"']
    assert found(archive, "muller", kinds=None) == ["oil is dear"]
    assert found(archive, "muller") == [], "a belief is no default kind"


def test_search_joins_a_broken_content(archive: Archive) -> None:
    assert found(archive, '"velia would"') == ["Velia … would sign"]


def test_search_filters(archive: Archive) -> None:
    assert len(archive.search("", speaker="torve").items) == 6
    assert len(archive.search("", form="direct").items) == 1
    assert [hit.report.outlet for hit in archive.search("", kinds=["belief"], outlet="Velm Post").items] == [
        "Velm Post"
    ]
    speaker = archive.speakers("ilan torve")[0]
    assert {hit.words for hit in archive.statements_of(speaker.id).items} == {
        hit.words for hit in archive.search("", speaker=speaker.id).items
    }
    assert archive.search("", speaker="nobody").items == ()


@pytest.mark.parametrize("query", ["", "cease-fire"])
@pytest.mark.parametrize("order", ["best", "newest"])
def test_search_pages_hold_everything_once(archive: Archive, query: str, order: str) -> None:
    everything = [hit.statement.id for hit in archive.search(query, order=order).items]  # type: ignore[arg-type]
    seen: list[str] = []
    after: str | None = None
    while True:
        page = archive.search(query, limit=2, after=after, order=order)  # type: ignore[arg-type]
        assert page.total == len(everything)
        seen += [hit.statement.id for hit in page.items]
        after = page.next
        if after is None:
            break
    assert seen == everything


def test_search_refuses_a_foreign_cursor(archive: Archive) -> None:
    with pytest.raises(SearchError, match="no page"):
        archive.search("talks", after="page 2")


def test_search_marks_the_words_that_match(archive: Archive) -> None:
    (hit,) = archive.search("talks").items
    assert [mark.of(hit.snippet.text) for mark in hit.snippet.marks] == ["talks"]
    (report,) = archive.search_reports("tuesday").items
    assert [mark.of(report.snippet.text) for mark in report.snippet.marks] == ["Tuesday"]
    assert report.report.dateline == "Karsa"
    assert report.report.published.known


@given(st.text(max_size=40), st.text(max_size=400), st.text("\ufdd0\ufdd1ab ", max_size=40))
def test_excerpt_marks_lie_in_its_text(before: str, middle: str, after: str) -> None:
    text = before + "word" + middle + after
    snippet = excerpt(text, f"{before}\ufdd0word\ufdd1{middle}{after}")
    assert snippet.text == text[snippet.start : snippet.start + len(snippet.text)]
    assert len(snippet.text) <= LENGTH
    assert all(mark.end <= len(snippet.text) for mark in snippet.marks)
    assert snippet.before == (snippet.start > 0)


def test_reports_come_newest_first_in_pages(archive: Archive) -> None:
    first = archive.reports(limit=4)
    rest = archive.reports(limit=4, after=first.next)
    assert [report.location for report in (*first.items, *rest.items)] == [
        "belief.txt", "4.txt", "3.txt", "2.txt", "1.txt", "0.txt", "karsa.txt",
    ]  # fmt: skip
    assert (first.total, rest.next) == (7, None)


def test_speakers_are_counted_with_offices_and_outlets(archive: Archive) -> None:
    torve = archive.speakers()[0]
    assert (torve.name, torve.statements, torve.reports) == ("Ilan Torve", 6, 6)
    assert torve.offices == ("Minister", "Foreign Minister")
    assert torve.outlets == ("The Norvel Courier",)
    assert archive.speaker(torve.id) == torve
    assert [speaker.name for speaker in archive.speakers("MULLER zoe")] == ["Zoë Müller"]
    assert archive.speakers("Dara Velm") == (), "an addressee has said nothing"
    assert archive.outlets() == ("The Norvel Courier", "Velm Post")


def test_resolve_takes_unambiguous_beginnings(archive: Archive) -> None:
    _, reading = full_reading()
    report, statement = reading.report.id, reading.statements[0].id
    assert archive.resolve(report) == archive.resolve(report[:20]) == archive.resolve(report[7:20]) == report
    assert archive.resolve(statement[:10]) == statement
    with pytest.raises(SearchError, match="more than one"):
        archive.resolve("st-")
    for nothing in ("", "zz", "st-zz", "%", "sha256"):
        with pytest.raises((NotFound, SearchError)):
            archive.resolve(nothing)


@pytest.mark.parametrize("call", ["report", "reading", "statement", "speaker", "source"])
def test_unknown_ids_are_told(archive: Archive, call: str) -> None:
    with pytest.raises(NotFound) as caught:
        getattr(archive, call)("st-nothing")
    assert caught.value.next_step


def test_counts(archive: Archive) -> None:
    counts = archive.counts()
    assert (counts.sources, counts.reports, counts.statements, counts.speakers, counts.occasions) == (7, 7, 8, 3, 2)


def test_span_is_the_words(archive: Archive) -> None:
    hit = archive.search('"day 3"').items[0]
    text = archive.report(hit.report.id).text
    assert [span.of(text) for span in hit.statement.content] == [hit.words]
    assert isinstance(hit.snippet.marks[0], Span)
