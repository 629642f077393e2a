from __future__ import annotations

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_world import World, archive_of, many

from onrecord.web import create_app


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
