from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_world import World, archive_of, many

from onrecord.model import Contributor, CreditLink, DateEvidence, Dates, Report, Span, When
from onrecord.web import create_app
from onrecord.web.schemas import report_shape


def test_search_gives_statements_with_their_exact_words(client: TestClient, world: World) -> None:
    answer = client.get("/api/v1/search", params={"q": "lists", "form": "direct"}).json()
    assert (answer["total"], answer["next"]) == (1, None)
    [hit] = answer["items"]
    statement = hit["statement"]
    assert statement["words"] == ["“The lists are exchanged,”", "“and 140 people go home.”"]
    assert [world.text[span["start"] : span["end"]] for span in statement["content"]] == statement["words"]
    assert statement["speaker"]["name"] == "Dara Velm"
    assert hit["report"]["id"] == world.report.id
    assert hit["report"]["published"]["basis"] == "unknown"


def test_search_leaves_out_beliefs_unless_asked(client: TestClient) -> None:
    assert client.get("/api/v1/search?q=truce").json()["items"] == []
    assert len(client.get("/api/v1/search?q=truce&kind=belief").json()["items"]) == 1


def test_search_pages_by_cursor_to_the_end(tmp_path: Path) -> None:
    world = many(25)
    with archive_of(tmp_path, world) as archive:
        client = TestClient(create_app(archive), base_url="http://localhost")
        seen, after = [], None
        while True:
            params = {"q": "item", "limit": 10, **({"after": after} if after else {})}
            page = client.get("/api/v1/search", params=params).json()
            seen += [hit["statement"]["id"] for hit in page["items"]]
            after = page["next"]
            if after is None:
                break
    assert sorted(seen) == sorted(statement.id for statement in world.statements)


def test_report_gives_text_blocks_statements_and_occasions(client: TestClient, world: World) -> None:
    answer = client.get(f"/api/v1/reports/{world.report.id}").json()
    assert answer["report"]["text"] == world.text
    assert answer["report"]["page_render"]["start"] == "2031-06-21"
    assert [block["kind"] for block in answer["report"]["blocks"]][:2] == ["headline", "dateline"]
    assert len(answer["statements"]) == 7
    assert answer["occasions"][0]["when"]["weekday"] == "Tuesday"
    assert answer["run"] == "run-7"


def test_statement_gives_its_report_and_occasion(client: TestClient, world: World) -> None:
    answer = client.get(f"/api/v1/statements/{world.statements[0].id}").json()
    assert answer["statement"]["words"] == ["that the Hask crossing will open in May"]
    assert answer["occasion"]["participants"][1] == {"name": "Dara Velm", "role": "beside"}
    assert answer["report"]["id"] == world.report.id


def test_people_and_one_person(client: TestClient) -> None:
    [person] = client.get("/api/v1/people?q=velm").json()["items"]
    assert (person["name"], person["statements"], person["offices"]) == ("Dara Velm", 2, ["Foreign Minister"])
    answer = client.get(f"/api/v1/people/{person['id']}").json()
    assert answer["person"] == person
    assert len(answer["statements"]["items"]) == 2


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [
        ("reports/sha256:0", 404, "not-found"),
        ("statements/st-0", 404, "not-found"),
        ("people/ac-0", 404, "not-found"),
        ("nowhere", 404, "http"),
        ("search?q=-only", 400, "search"),
        ("search?after=nonsense", 400, "search"),
        ("search?form=sung", 422, "request"),
        ("search?limit=0", 422, "request"),
        ("people?limit=1000", 422, "request"),
    ],
)
def test_every_failure_has_one_shape(client: TestClient, path: str, status: int, code: str) -> None:
    answer = client.get(f"/api/v1/{path}")
    assert answer.status_code == status
    error = answer.json()["error"]
    assert sorted(error) == ["code", "message", "next_step"]
    assert error["code"] == code
    assert error["message"]
    assert error["next_step"]


def test_the_schema_lists_only_the_api_and_no_documentation_page_exists(client: TestClient) -> None:
    paths = client.get("/api/v1/openapi.json").json()["paths"]
    assert sorted(paths) == [
        "/api/v1/people", "/api/v1/people/{speaker_id}", "/api/v1/reports/{report_id}", "/api/v1/search",
        "/api/v1/statements/{statement_id}",
    ]  # fmt: skip
    assert {method for path in paths.values() for method in path} == {"get"}
    assert [client.get(path).status_code for path in ("/docs", "/redoc", "/openapi.json")] == [404, 404, 404]


def test_a_report_tells_where_it_comes_from_and_what_its_dates_rest_on() -> None:
    day = date(2031, 5, 4)
    when = When(day, day, "day", "metadata")
    evidence = DateEvidence("published", when, "json-ld", "2031-05-04T09:00", conflict=True)
    report = Report(
        text="By Edda Quill", source_sha256="0" * 64, location="https://post.example/a",
        dates=Dates(modified=when, bounds=when, evidence=(evidence,)), domain="post.example",
        canonical="https://post.example/b", contributors=(Contributor("Edda Quill", "editor", Span(3, 13)),),
        chain=(CreditLink("VTA"), CreditLink("Talwacht", "via")),
    )  # fmt: skip
    told = report_shape(report).model_dump(mode="json")
    assert (told["domain"], told["canonical"]) == ("post.example", "https://post.example/b")
    assert told["contributors"] == [{"name": "Edda Quill", "role": "editor", "span": {"start": 3, "end": 13}}]
    assert [(link["name"], link["relation"], link["span"]) for link in told["chain"]] == [
        ("VTA", "source", None), ("Talwacht", "via", None),
    ]  # fmt: skip
    assert told["modified"]["start"] == told["bounds"]["end"] == "2031-05-04"
    [stated] = told["evidence"]
    assert (stated["kind"], stated["origin"], stated["words"], stated["conflict"]) == (
        "published", "json-ld", "2031-05-04T09:00", True,
    )  # fmt: skip
    assert stated["when"]["basis"] == "metadata"


def test_a_stored_report_keeps_its_provenance_in_the_answer(client: TestClient, world: World) -> None:
    told = client.get(f"/api/v1/reports/{world.report.id}").json()["report"]
    assert (told["domain"], told["chain"], told["contributors"], told["evidence"]) == (None, [], [], [])
