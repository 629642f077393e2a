from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from reader import Reader
from starlette.testclient import TestClient
from web_world import World, archive_of, many

from onrecord.web import create_app
from onrecord.web.rendering import STATIC
from onrecord.web.security import HEADERS

BUDGET = 100_000  # bytes a page may take, compressed, with everything it loads


def addresses(world: World) -> list[str]:
    statement = world.statements[0]
    assert statement.speaker
    pages = ["/", "/?q=torve", f"/reports/{world.report.id}", f"/statements/{statement.id}", "/reports", "/people"]
    return [*pages, f"/people/{statement.speaker.id}", "/help", "/nowhere"]


def test_every_answer_carries_the_security_headers(client: TestClient, world: World) -> None:
    for address in [*addresses(world), "/api/v1/people", "/api/v1/nowhere", "/static/onrecord.css", "/static/none"]:
        answer = client.get(address)
        assert {name: answer.headers[name] for name in HEADERS} == HEADERS, address
    assert "unsafe" not in HEADERS["content-security-policy"]


def test_no_page_has_anything_inline_or_from_elsewhere(client: TestClient, world: World) -> None:
    for address in addresses(world):
        page = Reader(client.get(address).text)
        assert not [tag for tag, _ in page.tags if tag in {"style", "iframe", "object", "embed", "base"}]
        assert not [name for _, given in page.tags for name in given if name == "style" or name.startswith("on")]
        assert all("src" in given for tag, given in page.tags if tag == "script")
        loaded = page.values("script", "src") + page.values("link", "href") + page.values("img", "src")
        for target in [*loaded, *page.values("a", "href"), *page.values("form", "action")]:
            assert not urlsplit(target).scheme
            assert not urlsplit(target).netloc


def test_no_style_or_script_reaches_out(client: TestClient) -> None:
    for name in ("onrecord.css", "onrecord.js"):
        assert "//" not in client.get(f"/static/{name}").text.replace("// ", "")


def test_only_reading_is_allowed(client: TestClient) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        assert client.request(method, "/").status_code == 405
        assert client.request(method, "/api/v1/search").status_code == 405


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example:80", "127.0.0.1.evil.example", ""])
def test_a_rebound_name_is_refused(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert (answer.status_code, "host-refused" in answer.text) == (421, True)


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8000", "127.0.0.1:80", "[::1]", "[::1]:8000", "LOCALHOST:1", "192.168.1.5:80"]
)
def test_local_names_and_addresses_are_answered(client: TestClient, host: str) -> None:
    assert client.get("/help", headers={"host": host}).status_code == 200


def test_other_names_can_be_let_in(tmp_path: Path) -> None:
    with archive_of(tmp_path) as archive:
        assert TestClient(create_app(archive, ["record.example"]), base_url="http://record.example").get("/").is_success
        assert TestClient(create_app(archive, ["*"]), base_url="http://any.example").get("/").is_success


def test_pages_are_asked_for_again_and_named_files_never(client: TestClient) -> None:
    page = Reader(client.get("/").text)
    assert client.get("/").headers["cache-control"] == "no-cache"
    for target in [*page.values("script", "src"), *page.values("link", "href")]:
        assert "immutable" in client.get(target).headers["cache-control"]


def test_a_full_page_stays_within_the_budget(tmp_path: Path) -> None:
    loaded = [path.read_bytes() for path in STATIC.iterdir() if path.suffix in {".css", ".js", ".svg"}]
    fonts = sum(path.stat().st_size for path in STATIC.glob("*.woff2"))
    shared = fonts + sum(len(gzip.compress(data)) for data in loaded)
    with archive_of(tmp_path, many(120)) as archive:
        client = TestClient(create_app(archive), base_url="http://localhost")
        for address in addresses(many(120)):
            answer = client.get(address, headers={"accept-encoding": "gzip"})
            assert len(gzip.compress(answer.content)) + shared < BUDGET, address
        assert answer.headers["content-encoding"] == "gzip"
