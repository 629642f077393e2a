"""The commands on bad input: one line with a next step on stderr, the rest goes on, exit code 2, no traceback."""

from __future__ import annotations

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from fake_rooms import clean, no_weights, rooms

from onrecord.cli import entry, run
from onrecord.cli.rooms import Rooms
from onrecord.cli.server import address, is_loopback, listen
from onrecord.collect import SIZE_LIMIT
from onrecord.errors import ArchiveFull, OnrecordError
from onrecord.model import Report, Source

GOOD = "Talks\n\nIlan Torve said the talks went well.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    monkeypatch.delenv("ONRECORD_DEBUG", raising=False)
    (tmp_path / "good.txt").write_text(GOOD)
    (tmp_path / "empty.txt").touch()
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)))
    (tmp_path / "crash.txt").write_text("CRASH")
    with open(tmp_path / "huge.txt", "wb") as stream:
        stream.truncate(SIZE_LIMIT + 1)
    return tmp_path


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ("missing.txt", "there is no file missing.txt [input-missing]. Check the path."),
        ("empty.txt", "empty.txt is empty [input-empty]. Check how it was saved"),
        ("binary.txt", "binary.txt is no text [input-not-text]."),
        ("huge.txt", "huge.txt is larger than 50 MB [input-too-large]. Cut it"),
        ("crash.txt", "crash.txt could not be read (RuntimeError: the cleaner broke) [input]. This is a fault of"),
        (os.devnull, "is no regular file [input-unsupported]. Save what it gives to a file"),
    ],
)
def test_bad_input_is_told_and_the_rest_goes_on(
    capsys: pytest.CaptureFixture[str], command: str, bad: str, told: str
) -> None:
    assert run([command, bad, "good.txt"], rooms()) == 2
    output = capsys.readouterr()
    assert output.err.startswith("error: ")
    assert told in output.err
    assert output.err.count("\n") == 1
    assert ("1 added, 0 unchanged, 0 reread, 1 failed" if command == "add" else "the talks went well") in output.out


def test_debug_shows_the_traceback_of_a_crash(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    assert run(["read", "crash.txt"], rooms()) == 2
    assert "Traceback" in capsys.readouterr().err


def test_last_resort_tells_how_to_report(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> object:
        raise ZeroDivisionError("by nought\nand more")

    assert run(["read", "good.txt"], Rooms(clean, broken)) == 2  # type: ignore[arg-type]
    told = capsys.readouterr().err
    assert told == (
        "error: something in Onrecord broke (ZeroDivisionError: by nought). "
        "Run it again with ONRECORD_DEBUG=1 and report what it prints.\n"
    )
    monkeypatch.setenv("ONRECORD_DEBUG", "1")
    assert run(["read", "good.txt"], Rooms(clean, broken)) == 2  # type: ignore[arg-type]
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["read", "add"])
def test_missing_weights_end_the_command(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([command, "good.txt"], Rooms(clean, no_weights)) == 2
    assert capsys.readouterr().err == "error: the model file is missing [weights]. Install Onrecord again.\n"
    assert not Path("onrecord.sqlite").exists()


def test_doctor_tells_of_missing_weights(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"], Rooms(clean, no_weights)) == 1
    assert "FAULT\tmodel\tthe model file is missing\tInstall Onrecord again." in capsys.readouterr().out


READING_COMMANDS = (["search", "talks"], ["show", "st-"], ["who"], ["serve"])


@pytest.mark.parametrize("arguments", READING_COMMANDS)
def test_no_archive(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments, rooms()) == 2
    told = capsys.readouterr().err
    assert told.startswith("error: there is no archive at onrecord.sqlite [archive-missing]. Make one with")


@pytest.mark.parametrize("arguments", [*READING_COMMANDS, ["add", "good.txt"]])
def test_an_archive_that_is_none(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    Path("onrecord.sqlite").write_text("no archive" * 100)
    assert run(arguments, rooms()) == 2
    assert "[archive-corrupt]. Move it away" in capsys.readouterr().err
    assert run(["doctor"], rooms()) == 1


@pytest.mark.parametrize("arguments", [*READING_COMMANDS, ["add", "good.txt"]])
def test_an_archive_of_the_future(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    run(["add", "good.txt"], rooms())
    with closing(sqlite3.connect("onrecord.sqlite")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
        connection.commit()
    assert run(arguments, rooms()) == 2
    assert "[archive-too-new]. Install the newest Onrecord" in capsys.readouterr().err


def test_a_locked_archive(folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    run(["add", "good.txt"], rooms())
    (folder / "new.txt").write_text(GOOD + "More.")
    monkeypatch.setattr("onrecord.archive.Archive.create.__func__.__defaults__", (0.05,))
    with closing(sqlite3.connect("onrecord.sqlite", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        capsys.readouterr()
        assert run(["add", "new.txt"], rooms()) == 2
        assert "[archive-locked]. Wait for it to end" in capsys.readouterr().err
        assert run(["search", "talks"], rooms()) == 0, "reading goes on"
    assert run(["add", "new.txt"], rooms()) == 0


def test_a_full_disk(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise ArchiveFull("no room on the disk for onrecord.sqlite", "Free some space.")

    monkeypatch.setattr("onrecord.archive.Archive.add", full)
    assert run(["add", "good.txt"], rooms()) == 2
    assert (
        capsys.readouterr().err == "error: no room on the disk for onrecord.sqlite [archive-full]. Free some space.\n"
    )


def test_a_search_that_only_excludes(capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", "good.txt"], rooms())
    assert run(["search", "--", "-talks"], rooms()) == 2
    assert "[search]. Add a word" in capsys.readouterr().err
    assert run(["search", 'NEAR("talks'], rooms()) == 1


@pytest.mark.parametrize("arguments", [["frob"], ["read"], ["search", "--limit", "0"], ["search", "--form", "loud"]])
def test_wrong_usage_is_exit_code_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments, rooms()) == 2
    assert "Usage:" in capsys.readouterr().err


def test_doctor_finds_a_fault(capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", "good.txt"], rooms())
    with closing(sqlite3.connect("onrecord.sqlite")) as connection:
        connection.execute("UPDATE statement SET words = 'other words'")
        connection.commit()
    assert run(["doctor"], rooms()) == 1
    assert "out of step" in capsys.readouterr().out


def test_ctrl_c_is_130(capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(_: Source) -> Report:
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("the signal comes first")

    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # a program started in the background ignores it
    try:
        assert run(["add", "good.txt"], Rooms(interrupted, rooms().load_reader)) == entry.INTERRUPTED
    finally:
        signal.signal(signal.SIGINT, before)
    assert "run the same command again" in capsys.readouterr().err


def test_serve_takes_another_port_when_one_is_busy() -> None:
    with listen("127.0.0.1", 0) as first:
        first.listen()
        port = first.getsockname()[1]
        with listen("127.0.0.1", port) as second:
            assert second.getsockname()[1] != port
            assert address(second) == f"http://127.0.0.1:{second.getsockname()[1]}/"


def test_serve_refuses_an_address_of_another_machine() -> None:
    with pytest.raises(OnrecordError, match="cannot listen on 192"):
        listen("192.0.2.1", 0)


@pytest.mark.parametrize(
    ("host", "expected"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False), ("x", False)]
)
def test_is_loopback(host: str, expected: bool) -> None:
    assert is_loopback(host) is expected
