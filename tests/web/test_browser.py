"""Every page in a real browser: nothing fails, it works without JavaScript and by keyboard, axe is content."""

from __future__ import annotations

import shutil
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Literal

import pytest
import uvicorn
from web_world import World, archive_of, dossier

from onrecord.web import create_app

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

pytestmark = pytest.mark.browser

AXE = Path(__file__).parent / "vendor" / "axe.min.js"
NAMES = ("chromium", "chromium-browser", "google-chrome")
OPTIONS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="module")
def world() -> World:
    return dossier()


@pytest.fixture(scope="module")
def site(world: World, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server over the small world, on a free loopback port."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    listening.listen()
    with archive_of(tmp_path_factory.mktemp("archive"), world) as archive:
        server = uvicorn.Server(uvicorn.Config(create_app(archive), log_level="error", ws="none", lifespan="off"))
        thread = Thread(target=server.run, args=([listening],), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium; playwright's own download is never used."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        pytest.skip("no Chromium: install the Debian package `chromium`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=OPTIONS)
        yield running
        running.close()


def addresses(world: World) -> dict[str, str]:
    """One address for each page type."""
    speaker = world.statements[2].speaker
    assert speaker
    return {
        "start": "/",
        "search": "/?q=torve&form=direct",
        "nothing": "/?q=zebra",
        "found reports": "/?q=keeper&in=reports",
        "report": f"/reports/{world.report.id}?kinds=all#{world.statements[2].id}",
        "statement": f"/statements/{world.statements[3].id}",
        "person": f"/people/{speaker.id}",
        "reports": "/reports",
        "people": "/people",
        "help": "/help",
        "missing": "/statements/st-0",
    }


@pytest.fixture
def context(browser: Browser, site: str) -> Iterator[BrowserContext]:
    opened = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    yield opened
    opened.close()


PAGE_TYPES = list(addresses(dossier()))


def problems_of(page: Page, path: str) -> list[str]:
    """What goes wrong while a page is opened, its own 404 apart."""
    problems: list[str] = []

    def watch(answer: Response) -> None:
        if answer.status >= 400 and not answer.request.is_navigation_request():
            problems.append(f"{answer.status}: {answer.url}")

    def listen(message: ConsoleMessage) -> None:
        if "404" not in message.text or "/statements/st-0" not in message.location["url"]:
            problems.append(f"console: {message.text}")

    page.on("response", watch)
    page.on("console", listen)
    page.on("pageerror", lambda error: problems.append(f"error: {error}"))
    page.on("requestfailed", lambda request: problems.append(f"failed: {request.url}"))
    page.goto(path)
    return problems


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
@pytest.mark.parametrize("name", PAGE_TYPES)
def test_a_page_loads_without_a_failure_and_axe_finds_nothing(
    browser: Browser, site: str, world: World, name: str, scheme: Literal["light", "dark"], width: int
) -> None:
    context = browser.new_context(base_url=site, color_scheme=scheme, viewport={"width": width, "height": 800})
    page = context.new_page()
    assert problems_of(page, addresses(world)[name]) == []
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), "scrolls sideways"
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run().then(result => result.violations.map(v => v.id + ': ' + v.nodes[0].html))")
    assert found == []
    context.close()


def test_the_whole_way_works_without_javascript(browser: Browser, site: str, world: World) -> None:
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    page.get_by_label("Words to search for").fill("lists")
    page.get_by_label("Form").select_option("direct")
    page.get_by_role("main").get_by_role("button", name="Search").click()
    page.get_by_role("link", name="Open in the report").first.click()
    assert page.url.endswith(f"/reports/{world.report.id}#{world.statements[2].id}")
    assert page.locator("article.sheet").inner_text().count("The lists are exchanged") == 1
    page.locator(f"#list-{world.statements[2].id}").get_by_role("link", name="Permalink").click()
    assert "Dara Velm" in page.get_by_role("heading", level=1).inner_text()
    page.get_by_role("main").get_by_role("link", name="Dara Velm").first.click()
    assert page.get_by_role("heading", level=1).inner_text() == "Dara Velm"
    context.close()


def test_the_way_to_the_words_works_by_keyboard(context: BrowserContext, world: World) -> None:
    page = context.new_page()
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.type("lists")
    page.keyboard.press("Enter")
    page.wait_for_url("**/?q=lists**")
    opened = page.get_by_role("link", name="Open in the report")
    for _ in range(40):
        page.keyboard.press("Tab")
        if opened.evaluate("link => link === document.activeElement"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(f"**#{world.statements[2].id}")
    assert page.locator(f"#{world.statements[2].id}").is_visible()


def test_an_address_marks_the_whole_statement(context: BrowserContext, world: World) -> None:
    page = context.new_page()
    page.goto(addresses(world)["report"])
    assert page.locator(".text .direct.focus").all_inner_texts() == [
        "“The lists are exchanged,”",
        "“and 140 people go home.”",
    ]
    page.goto(f"{addresses(world)['report'].split('#')[0]}#{world.statements[0].id}")
    assert page.locator(".text .focus.direct").count() == 0


def test_the_selected_text_of_a_report_is_the_stored_text(context: BrowserContext, world: World) -> None:
    page = context.new_page()
    page.goto(addresses(world)["report"])
    shown = page.evaluate(
        """() => [...document.querySelectorAll('.sheet .text')].map(text => {
            const copy = text.cloneNode(true);
            copy.querySelectorAll('.note').forEach(note => note.remove());
            return copy.textContent;
        }).join('')"""
    )
    assert shown == world.text


def test_a_citation_can_be_copied(browser: Browser, site: str, world: World) -> None:
    context = browser.new_context(base_url=site, permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(addresses(world)["statement"])
    page.get_by_role("button", name="Copy").click()
    page.get_by_role("button", name="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("#citation").inner_text()
    context.close()


def test_a_report_is_fit_for_paper(context: BrowserContext, world: World) -> None:
    page = context.new_page()
    page.emulate_media(media="print")
    page.goto(addresses(world)["report"])
    assert not page.get_by_role("navigation").first.is_visible()
    assert page.locator("#provenance").is_visible()
    assert page.locator(".list").evaluate("list => getComputedStyle(list).position") == "static"
