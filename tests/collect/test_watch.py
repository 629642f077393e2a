"""What the user asks to collect."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.collect.wanted import Wanted
from onrecord.collect.watch import read_list, read_sources
from onrecord.errors import BadFeed, EmptyInput, FetchRefused, MissingInput

SOURCES = """
contact = "desk@archive.example"

[[outlet]]
name = "The Norvel Courier"
feeds = ["https://courier.example/rss.xml"]
sitemaps = ["https://courier.example/news.xml"]

[[outlet]]
urls = ["https://post.example/one", "http://127.1/", "https://post.example/one"]
"""


def test_sources_name_outlets_and_a_contact(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SOURCES)
    watched = read_sources(tmp_path / "sources.toml")
    assert watched.contact == "desk@archive.example"
    assert watched.wanted == (
        Wanted("https://courier.example/rss.xml", "feed", "The Norvel Courier"),
        Wanted("https://courier.example/news.xml", "sitemap", "The Norvel Courier"),
        Wanted("https://post.example/one"),
    )
    assert [type(trouble) for trouble in watched.troubles] == [FetchRefused]


@pytest.mark.parametrize(
    "text",
    [
        "not toml", "outlet = 3", "[outlet]\nname='x'", "[[outlet]]\nfeed = ['https://a.example/']",
        "[[outlet]]\nfeeds = 'https://a.example/'", "[[outlet]]\nfeeds = [3]", "[[outlet]]\nname = 3", "contact = 3",
        "outlets = []", "a = " + "[" * 3000, "outlet = [1]",
    ],
)  # fmt: skip
def test_other_files_are_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "sources.toml").write_text(text)
    with pytest.raises(BadFeed, match="is no list of sources") as caught:
        read_sources(tmp_path / "sources.toml")
    assert "\n" not in str(caught.value)


def test_sources_in_another_encoding_are_told(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_bytes("contact = 'dësk'".encode("latin-1"))
    with pytest.raises(BadFeed):
        read_sources(tmp_path / "sources.toml")


def test_lists_pass_over_comments_and_bad_lines(tmp_path: Path) -> None:
    lines = "\ufeff# pages\nhttps://courier.example/a\n\n  https://courier.example/b  \nnot a page\nhttps://courier.example/a\n"
    (tmp_path / "list.txt").write_text(lines)
    watched = read_list(tmp_path / "list.txt")
    assert [wanted.url for wanted in watched.wanted] == ["https://courier.example/a", "https://courier.example/b"]
    assert [type(trouble) for trouble in watched.troubles] == [FetchRefused]


def test_a_missing_or_empty_list_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingInput):
        read_list(tmp_path / "none.txt")
    (tmp_path / "list.txt").write_text("\n")
    with pytest.raises(EmptyInput):
        read_list(tmp_path / "list.txt")
