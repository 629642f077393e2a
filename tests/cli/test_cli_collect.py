"""`onrecord collect`: what is asked for, how it is told, and its exit codes."""

from __future__ import annotations

import gzip
import importlib.util
import json
from pathlib import Path

import pytest

from onrecord.cli import run
from onrecord.cli.rooms import Rooms
from onrecord.collect import Collector, Guard, Identity, Manners
from onrecord.model import Report, Source
from tests.collect.small_web import Answer, answer, serving

CONTACT = ["--contact", "desk@archive.example"]
RSS = b'<rss version="2.0"><channel><title>C</title><item><link>/a</link></item></channel></rss>'


def rooms(guard: Guard) -> Rooms:
    """The command's world with another way to the network, and no pauses."""

    def no_reader() -> None:
        raise AssertionError("collecting reads nothing")

    def no_clean(source: Source) -> Report:
        raise AssertionError(f"collecting cleans nothing: {source}")

    def open_collection(folder: Path, contact: str) -> Collector:
        return Collector(folder, Identity(contact, "0"), guard, Manners(pause=0.0, first_wait=0.0))

    return Rooms(no_clean, no_reader, open_collection)  # type: ignore[arg-type]


def collect(routes: dict[str, Answer], *arguments: str) -> int:
    with serving(routes) as (_, _, guard):
        return run(["collect", *arguments], rooms(guard))


def test_all_ways_to_name_what_is_wanted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "sources.toml").write_text(
        'contact = "desk@archive.example"\n[[outlet]]\nname = "The Norvel Courier"\nfeeds = ["http://courier.example/rss"]'
    )
    (tmp_path / "list.txt").write_text("http://post.example/b\n")
    routes: dict[str, Answer] = {
        "courier.example/rss": answer(RSS),
        "courier.example/a": answer(b"a"),
        "post.example/b": answer(b"b"),
        "post.example/map": answer(b"<urlset><url><loc>http://post.example/c</loc></url></urlset>"),
        "post.example/c": answer(b"c"),
        "post.example/d": answer(b"d"),
        "post.example/feed": answer(RSS.replace(b"/a", b"http://courier.example/a")),
    }
    code = collect(
        routes, "--sources", str(tmp_path / "sources.toml"), "--urls", str(tmp_path / "list.txt"), "--sitemap",
        "http://post.example/map", "--url", "http://post.example/d", "--feed", "http://post.example/feed", "--into",
        str(tmp_path / "into"), "--json",
    )  # fmt: skip
    told = capsys.readouterr()
    assert code == 0
    assert told.err == ""
    assert json.loads(told.out) == {
        "kept": 7, "unchanged": 0, "gone": 0, "failed": 0, "refused": 0, "disallowed": 0, "reserved": 0,
        "later": 0, "errors": 0, "into": str(tmp_path / "into"),
    }  # fmt: skip
    assert (tmp_path / "into" / "onrecord-00001.warc.gz").exists()


def test_what_goes_wrong_is_told_in_one_line_each_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "list.txt").write_text(
        "http://127.0.0.1/\nno address\nhttp://courier.example/gone\nhttp://courier.example/a\n"
    )
    code = collect(
        {"courier.example/a": answer(b"a")}, "--urls", str(tmp_path / "list.txt"), "--urls", str(tmp_path / "none.txt"),
        "--into", str(tmp_path / "into"), *CONTACT,
    )  # fmt: skip
    told = capsys.readouterr()
    assert code == 2
    assert (
        told.out
        == "1 kept, 0 unchanged, 1 gone, 0 failed, 1 refused, 0 disallowed, 0 reserved, 0 left for later, 4 errors\n"
    )
    lines = told.err.splitlines()
    assert len(lines) == 4
    assert all(line.startswith("error: ") for line in lines)
    codes = sorted(line[line.index("[") + 1 : line.index("]")] for line in lines)
    assert codes == ["fetch-failed", "fetch-refused", "fetch-refused", "input-missing"]


def test_a_run_without_sources_goes_on_with_what_waits(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(tmp_path / "into")
    busy = answer(b"", "503 Busy", Retry_After="100000")
    assert collect({"courier.example/a": busy}, "--url", "http://courier.example/a", "--into", folder, *CONTACT) == 0
    assert "1 left for later" in capsys.readouterr().out
    assert collect({}, "--into", folder, *CONTACT) == 0
    assert "1 left for later" in capsys.readouterr().out


def test_a_contact_is_needed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("ONRECORD_CONTACT", raising=False)
    assert collect({}, "--url", "http://courier.example/a", "--into", str(tmp_path / "into")) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--contact" in told.err
    assert len(told.err.splitlines()) == 1
    assert not (tmp_path / "into").exists()
    monkeypatch.setenv("ONRECORD_CONTACT", "desk@archive.example")
    assert (
        collect(
            {"courier.example/a": answer(b"a")}, "--url", "http://courier.example/a", "--into", str(tmp_path / "into")
        )
        == 0
    )


def test_without_the_extra_the_install_command_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "warcio" else find(name))
    assert run(["collect", "--url", "http://courier.example/a", "--into", str(tmp_path / "into"), *CONTACT]) == 2
    told = capsys.readouterr().err
    assert "collecting needs warcio" in told
    assert 'pip install "onrecord[collect]"' in told
    assert len(told.splitlines()) == 1


def test_the_default_way_out_visits_nothing_private(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with serving({}) as (server, _, _):
        urls = [f"http://127.0.0.1:{server.port}/", "http://127.0.0.1/", "http://[::1]/"]
        arguments = [part for url in urls for part in ("--url", url)]
        assert run(["collect", *arguments, "--into", str(tmp_path / "into"), *CONTACT]) == 2
        assert server.asked == []
    assert capsys.readouterr().err.count("fetch-refused") == 3


def test_an_address_is_of_the_declared_outlet_in_whose_domain_it_lies(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "post.toml").write_text(
        'id = "post"\nnames = ["The Karsa Post"]\ndomains = ["post.example"]\n', encoding="utf-8"
    )
    routes: dict[str, Answer] = {"post.example/a": answer(b"a"), "courier.example/b": answer(b"b")}
    into = tmp_path / "into"
    urls = ["--url", "http://post.example/a", "--url", "http://courier.example/b"]
    code = collect(routes, *urls, "--outlets", str(tmp_path / "mine"), "--into", str(into), *CONTACT)
    raw = gzip.decompress((into / "onrecord-00001.warc.gz").read_bytes())
    assert code == 0
    assert raw.count(b"outlet: ") == raw.count(b"outlet: The Karsa Post\r\n") == 1


def test_a_broken_outlet_is_told_before_anything_is_fetched(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "post.toml").write_text('id = "post"\n', encoding="utf-8")
    assert collect({}, "--outlets", str(tmp_path / "mine"), "--into", str(tmp_path / "into"), *CONTACT) == 2
    assert not (tmp_path / "into").exists()


def test_respect_decides_what_is_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    routes: dict[str, Answer] = {"post.example/a": answer(b"a", X_Robots_Tag="noarchive")}
    asked = ["--url", "http://post.example/a", "--json", *CONTACT, "--into"]
    assert collect(routes, *asked, str(tmp_path / "one")) == 2
    told = capsys.readouterr()
    assert json.loads(told.out)["reserved"] == 1
    assert "x-robots-tag: noarchive [fetch-reserved]" in told.err
    assert collect(routes, *asked, str(tmp_path / "two"), "--respect", "nothing") == 0
    assert json.loads(capsys.readouterr().out)["kept"] == 1
    assert collect(routes, *asked, str(tmp_path / "three"), "--respect", "noarchives") == 2
