"""What robots.txt allows."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.collect.robots import SIZE_READ, Robots, read_robots

PAGE = "http://courier.example/private/a"


@pytest.mark.parametrize(
    ("status", "allowed"),
    [
        (200, False),
        (204, True),
        (301, False),
        (401, True),
        (403, True),
        (404, True),
        (410, True),
        (429, False),
        (500, False),
        (503, False),
    ],
)
def test_read_robots_by_status(status: int, allowed: bool) -> None:
    body = b"User-agent: *\nDisallow: /private" if status == 200 else b""
    assert read_robots(status, body).allows(PAGE) is allowed


@pytest.mark.parametrize(
    ("text", "allowed"),
    [
        ("", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: *\nDisallow: /", False),
        ("User-agent: *\nDisallow: /\nAllow: /private/", True),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: onrecord\nDisallow: /private\n\nUser-agent: *\nAllow: /", False),
        ("user-AGENT: OnRecord/1.0 # us\nDisallow: /private", False),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Onrecord\nAllow: /", True),
        ("User-agent: other\nUser-agent: onrecord\nDisallow: /private", False),
        ("User-agent: *\nDisallow: /*/a$", False),
        ("User-agent: *\nDisallow: /*.pdf$", True),
        ("\ufeffUser-agent: *\nDisallow: /private", False),
        ("<html><body>Not found</body></html>", True),
    ],
)
def test_rules(text: str, allowed: bool) -> None:
    assert read_robots(200, text.encode()).allows(PAGE) is allowed


@pytest.mark.parametrize(
    ("text", "delay"),
    [
        ("", 0),
        ("User-agent: *\nCrawl-delay: 30", 30),
        ("User-agent: *\nCrawl-delay: 0.5", 0.5),
        ("User-agent: *\nCrawl-delay: never", 0),
        ("User-agent: *\nCrawl-delay: -5", 0),
        ("User-agent: *\nCrawl-delay: 1e300", 86400),
        ("User-agent: *\nRequest-rate: 1/20\nCrawl-delay: 3", 20),
    ],
)
def test_delay(text: str, delay: float) -> None:
    assert Robots.parse(text).delay == delay


def test_no_file_forbids_everything_and_says_why() -> None:
    robots = Robots.closed("it did not answer")
    assert not robots.allows(PAGE)
    assert (robots.delay, robots.why) == (0.0, "it did not answer")


def test_only_whole_lines_of_the_first_500_kib_count() -> None:
    head = b"User-agent: *\nDisallow: /private/b\n"
    filler = b"# filler\n" * ((SIZE_READ - len(head)) // 9)
    body = head + filler + b"Disallow: /private/cut-off-here/and-so-on\n" + b"Disallow: /private/a\n" * 100
    robots = read_robots(200, body)
    assert not robots.allows("http://courier.example/private/b")
    assert robots.allows(PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"User-agent: a{number}\n" for number in range(10_000)) + "Disallow: /x\n" * 5_000,
        "User-agent: *\nDisallow: /" + "*a" * 200_000 + "b",
        "User-agent: *\nUser-agent: b\n" * 5_000 + "Disallow: /x\n" * 5_000,
        " " * 400_000,
    ],
    ids=["agents times rules", "stars", "agents again", "blanks"],
)
def test_files_made_to_be_slow_are_not(text: str) -> None:
    began = time.process_time()
    assert Robots.parse(text).allows("http://courier.example/" + "a" * 1000)
    assert time.process_time() - began < 5


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300) | st.text(max_size=200).map(lambda text: f"User-agent: *\nDisallow: {text}".encode()))
def test_no_file_breaks_the_reader(body: bytes) -> None:
    robots = read_robots(200, body)
    assert robots.allows(PAGE) in (True, False)
    assert 0 <= robots.delay <= 86400
