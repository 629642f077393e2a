from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from reader import Reader
from starlette.testclient import TestClient
from web_world import World, archive_of, dossier, many

from onrecord.web import create_app


def read(client: TestClient, path: str, status: int = 200) -> Reader:
    answer = client.get(path)
    assert answer.status_code == status, answer.text[:500]
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return Reader(answer.text)


def test_the_start_page_shows_what_there_is(client: TestClient) -> None:
    page = read(client, "/")
    assert "Added last" in page.words
    assert "/people" in page.values("a", "href")


def test_a_search_shows_speaker_sentence_form_occasion_date_and_outlet(client: TestClient) -> None:
    page = read(client, "/?q=crossing")
    for words in (
        "Ilan Torve", "said on Tuesday", "indirect", "Joint press conference, Karsa",
        "said: Tuesday, date unknown, from the report’s words", "Velian Telegraph Agency",
        "report: page rendered on 21 June 2031, not used as a date", "1 statement",
    ):  # fmt: skip
        assert words in page.words


def test_a_search_marks_the_words_searched_for(client: TestClient) -> None:
    assert '<span class="indirect match">crossing</span>' in client.get("/?q=crossing").text


def test_a_match_after_a_gap_is_marked_at_its_place(client: TestClient) -> None:
    assert '<span class="direct match">people</span>' in client.get("/?q=people").text


def test_a_speaker_not_named_comes_with_the_reason(client: TestClient) -> None:
    page = read(client, "/?q=lorries")
    assert "Speaker not named" in page.words
    assert "the report says only “A statement”" in page.words


def test_beliefs_are_left_out_until_they_are_ticked(client: TestClient) -> None:
    assert "Nothing on record matches" in read(client, "/?q=truce").words
    page = read(client, "/?q=truce&kind=belief")
    assert "Karl Venn" in page.words
    assert any("?kinds=all#st-" in href for href in page.values("a", "href"))


def test_every_hit_opens_at_an_anchor_that_the_report_has(client: TestClient) -> None:
    kinds = "&".join(f"kind={kind}" for kind in ("statement", "belief", "document"))
    opened = [href for href in read(client, f"/?{kinds}").values("a", "href") if href.startswith("/reports/")]
    assert len(opened) == 7
    for href in opened:
        assert urlsplit(href).fragment in read(client, href).ids


@pytest.mark.parametrize(
    ("filters", "count"),
    [("form=direct", 2), ("form=mixed", 1), ("kind=document", 1), ("speaker=velm", 2), ("speaker=Ilan+Torve", 2),
     ("outlet=Velian+Telegraph+Agency", 6), ("outlet=Nobody", 0), ("form=direct&speaker=Velm", 1)],
)  # fmt: skip
def test_filters_narrow_the_list(client: TestClient, filters: str, count: int) -> None:
    page = read(client, f"/?{filters}")
    assert len([1 for tag, given in page.tags if tag == "article"]) == count


def test_a_filter_in_use_is_a_link_that_takes_it_away(client: TestClient) -> None:
    page = read(client, "/?q=open&form=direct&speaker=Velm")
    assert "/?q=open&speaker=Velm" in page.values("a", "href")
    assert "/?q=open&form=direct" in page.values("a", "href")


@pytest.mark.parametrize("address", ["/?form=sung", "/?kind=song", "/?q=-only", "/?q=a&after=nonsense"])
def test_a_search_that_cannot_be_understood_says_what_to_do(client: TestClient, address: str) -> None:
    page = read(client, address, 400)
    assert ("p", {"class": "problem", "role": "alert"}) in page.tags


def test_reports_can_be_searched_too(client: TestClient) -> None:
    page = read(client, "/?q=keeper&in=reports")
    assert "1 report" in page.words
    assert "Torve: Hask crossing to open <b>soon</b>" in page.words


def test_the_report_page_holds_the_stored_text_exactly(client: TestClient, world: World) -> None:
    assert read(client, f"/reports/{world.report.id}").stored == world.text
    assert read(client, f"/reports/{world.report.id}?kinds=all").stored == world.text


@pytest.mark.parametrize(
    "text",
    [
        "\n\n  leading lines\r\n\ttab and CR LF\r\rtwo CR\n",
        "<script>alert(1)</script> &amp; </div><!-- x --> \"quoted\" 'single'",
        "שלום עולם \u202eright to left\u202c e\u0301 🙂 \u2028 end",
    ],
)
def test_any_text_is_shown_as_it_is_stored(tmp_path: Path, text: str) -> None:
    world = World(text, title=text)
    with archive_of(tmp_path, world) as archive:
        client = TestClient(create_app(archive), base_url="http://localhost")
        assert read(client, f"/reports/{world.report.id}").stored == text
        assert "<script>alert" not in client.get("/reports").text


def test_characters_that_html_cannot_carry_are_shown_as_replaced(tmp_path: Path) -> None:
    world = World("a\x00b", title=None, outlet=None)
    with archive_of(tmp_path, world) as archive:
        client = TestClient(create_app(archive), base_url="http://localhost")
        page = read(client, f"/reports/{world.report.id}")
    assert page.stored == "a\ufffdb"
    assert "No headline" in page.words
    assert "Outlet unknown" in page.words


def test_the_report_page_names_what_its_parts_are(client: TestClient, world: World) -> None:
    page = read(client, f"/reports/{world.report.id}")
    for words in (
        "Headline", "Dateline", "Credit", "Teaser, not read", "Furniture, not read", "Talwacht, after VTA",
        world.report.source_sha256, "run-7", "Also show beliefs and intentions (1)", "Karsa, no date",
        "indirect statement by Ilan Torve, begins", "direct quotation by Dara Velm, begins", "Statement 1 ends",
    ):  # fmt: skip
        assert words in page.words


def test_text_and_list_link_to_each_other(client: TestClient, world: World) -> None:
    page = read(client, f"/reports/{world.report.id}?kinds=all")
    assert len(page.ids) == len(set(page.ids))
    for statement in world.statements:
        assert {statement.id, f"list-{statement.id}"} <= set(page.ids)
        assert f"#list-{statement.id}" in page.values("a", "href")


def test_the_statement_page_has_everything_that_is_known(client: TestClient, world: World) -> None:
    page = read(client, f"/statements/{world.statements[3].id}")
    for words in (
        "Dara Velm", "Foreign Minister", "93 % likely", "mixed", "Statements nested in this one", "the envoy",
        "“The lists are exchanged,” Velm said", "A statement said that lorries wait.", "“noted”",
        "The report does not tell at which occasion.", f"http://localhost/statements/{world.statements[3].id}",
    ):  # fmt: skip
        assert words in page.words


def test_a_nested_statement_leads_to_the_one_around_it(client: TestClient, world: World) -> None:
    page = read(client, f"/statements/{world.statements[4].id}")
    assert "Nested in this statement" in page.words
    assert f"/statements/{world.statements[3].id}" in page.values("a", "href")


def test_the_person_page_groups_statements_by_occasion_and_report(client: TestClient, world: World) -> None:
    page = read(client, f"/people/{world.statements[0].speaker.id}")  # type: ignore[union-attr]  # named above
    assert "2 statements in 1 report" in page.words
    assert page.values("section", "aria-label") == ["Joint press conference, Karsa, Velian Telegraph Agency, group 1"]


def test_lists_show_reports_and_people(client: TestClient, world: World) -> None:
    assert f"/reports/{world.report.id}" in read(client, "/reports").values("a", "href")
    assert "Dara Velm" in read(client, "/people").words
    assert "Ilan Torve" not in read(client, "/people?q=velm").words
    assert "No speaker by that name" in read(client, "/people?q=nobody").words


def test_help_explains_forms_kinds_and_dates(client: TestClient) -> None:
    page = read(client, "/help")
    assert "something thought or felt" in page.words
    assert "page render" in page.words


@pytest.mark.parametrize(
    "path", ["/reports/sha256:0", "/statements/st-0", "/people/ac-0", "/nowhere", "/?speaker=ac-0"]
)
def test_what_is_not_there_is_said_on_a_page(client: TestClient, path: str) -> None:
    assert "404" in read(client, path, 404).words


def test_a_failure_inside_is_a_page_without_its_details(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with archive_of(tmp_path, dossier()) as archive:
        client = TestClient(create_app(archive), base_url="http://localhost", raise_server_exceptions=False)
        monkeypatch.setattr("onrecord.web.building.figures", lambda _: 1 / 0)
        answer = client.get("/help")
    assert answer.status_code == 500
    assert "onrecord doctor" in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert "default-src 'self'" in answer.headers["content-security-policy"]


def test_paging_reaches_every_statement_once(tmp_path: Path) -> None:
    world = many(45)
    with archive_of(tmp_path, world) as archive:
        client = TestClient(create_app(archive), base_url="http://localhost")
        for start in ("/?q=item", f"/people/{world.statements[0].speaker.id}"):  # type: ignore[union-attr]  # named
            path, seen = start, []
            while path:
                page = read(client, path)
                seen += [href for href in page.values("a", "href") if href.startswith("/statements/")]
                following = [given["href"] for _, given in page.tags if given.get("rel") == "next"]
                path = following[0] if following else ""
            assert sorted(seen) == sorted(f"/statements/{statement.id}" for statement in world.statements)


def test_an_empty_archive_has_pages_too(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        client = TestClient(create_app(archive), base_url="http://localhost")
        for path in ("/", "/reports", "/people", "/help"):
            read(client, path)
        assert "onrecord add PATH" in read(client, "/reports").words
