"""The commands on good input: their output in a pipe, as JSON and on a terminal, and their exit codes."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from fake_rooms import FakeReader, clean, rooms

from onrecord import __version__
from onrecord.archive import Archive
from onrecord.cli import output, run
from onrecord.cli.entry import COMMANDS
from onrecord.collect import load_file
from onrecord.model import load_reading

REPORT = "Talks in Karsa\n\nIlan Torve said the talks went well. Dara Velm warned that\tstorms come.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text("Quiet day\n\nNothing happened.\n", encoding="utf-8")
    return tmp_path


def test_every_command_has_help(capsys: pytest.CaptureFixture[str]) -> None:
    for name in COMMANDS:
        assert run([name, "--help"], rooms()) == 0
        assert f"onrecord {name}" in capsys.readouterr().out
    assert run(["--version"], rooms()) == 0
    assert __version__ in capsys.readouterr().out


def test_read_json_is_the_reading(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "in/a.txt", "--json"], rooms()) == 0
    line = capsys.readouterr().out
    assert load_reading(line) == FakeReader().read(clean(load_file(Path("in/a.txt"))))
    assert json.loads(line)["report"]["path"] == "in/a.txt"


def test_read_of_a_report_without_statements_is_fine(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "in/b.txt"], rooms()) == 0
    assert capsys.readouterr().out == ""
    assert run(["read", "in/b.txt", "--json"], rooms()) == 0
    assert json.loads(capsys.readouterr().out)["statements"] == []


def test_read_in_a_pipe_is_one_line_a_statement(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", "in"], rooms()) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert [line[:5] for line in lines] == [
        ["in/a.txt", "Ilan Torve", "said", "indirect", "the talks went well"],
        ["in/a.txt", "Dara Velm", "warned", "indirect", "that storms come"],
    ]
    assert not Path("onrecord.sqlite").exists()


def test_read_of_an_empty_folder_finds_nothing(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "none").mkdir()
    assert run(["read", "none"], rooms()) == 1
    assert ".txt" in capsys.readouterr().err


def test_add_counts_and_can_be_run_again(capsys: pytest.CaptureFixture[str]) -> None:
    for expected in ("2 added, 0 unchanged, 0 reread, 0 failed", "0 added, 2 unchanged, 0 reread, 0 failed"):
        assert run(["add", "in"], rooms()) == 0
        assert capsys.readouterr().out.strip() == expected
    assert run(["add", "in", "--json"], rooms("another-run")) == 0
    assert json.loads(capsys.readouterr().out) == {
        "added": 0, "unchanged": 0, "reread": 2, "failed": 0, "archive": "onrecord.sqlite",
    }  # fmt: skip


def test_add_tells_a_duplicate(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "in" / "copy.txt").write_text(REPORT, encoding="utf-8")
    assert run(["add", "in"], rooms()) == 0
    assert capsys.readouterr().out.startswith("2 added, 1 unchanged")


def test_archive_option_and_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ONRECORD_ARCHIVE", "mine.sqlite")
    assert run(["add", "in"], rooms()) == 0
    assert Path("mine.sqlite").exists()
    assert run(["add", "in", "--archive", "other.sqlite"], rooms()) == 0
    assert Path("other.sqlite").exists()
    assert not Path("onrecord.sqlite").exists()


@pytest.fixture
def archive(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(["add", "in"], rooms()) == 0
    capsys.readouterr()
    return folder


@pytest.mark.usefixtures("archive")
def test_search_in_a_pipe_as_json_and_by_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "talks"], rooms()) == 0
    line = capsys.readouterr().out.rstrip("\n").split("\t")
    assert line[1:8] == ["Ilan Torve", "indirect", "statement", "state", "the talks went well", "The Norvel Courier",
                         "Talks in Karsa"]  # fmt: skip
    assert run(["search", "talks", "--json"], rooms()) == 0
    hit = json.loads(capsys.readouterr().out)
    assert (hit["words"], hit["speaker"]["name"], hit["report"]["path"]) == (
        "the talks went well",
        "Ilan Torve",
        "in/a.txt",
    )
    assert run(["search", "nothing", "--reports", "--json"], rooms()) == 0
    assert json.loads(capsys.readouterr().out)["title"] == "Quiet day"


@pytest.mark.usefixtures("archive")
def test_search_goes_through_pages(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["search", "--limit", "1", "--newest"], rooms()) == 0
    first = capsys.readouterr()
    cursor = first.err.split("--after ")[1].strip()
    assert run(["search", "--limit", "1", "--newest", "--after", cursor], rooms()) == 0
    assert {first.out.split("\t")[1], capsys.readouterr().out.split("\t")[1]} == {"Ilan Torve", "Dara Velm"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "zebra"],
        ["search", "zebra", "--json"],
        ["search", "talks", "--kind", "belief"],
        ["search", "talks", "--speaker", "velm"],
        ["who", "zebra"],
        ["show", "st-zebra"],
    ],
)
@pytest.mark.usefixtures("archive")
def test_nothing_found_is_exit_code_1(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert run(arguments, rooms()) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1


@pytest.mark.usefixtures("archive")
def test_show_takes_beginnings_of_ids(capsys: pytest.CaptureFixture[str]) -> None:
    run(["search", "talks", "--json"], rooms())
    hit = json.loads(capsys.readouterr().out)
    assert run(["show", hit["id"][:9]], rooms()) == 0
    assert "words\tthe talks went well\n" in capsys.readouterr().out
    assert run(["show", hit["id"], "--json"], rooms()) == 0
    assert json.loads(capsys.readouterr().out)["occasion"]["type"] == "briefing"
    assert run(["show", hit["report"]["id"][7:19]], rooms()) == 0
    assert "Dara Velm" in capsys.readouterr().out
    assert run(["show", hit["report"]["id"], "--json"], rooms()) == 0
    assert load_reading(capsys.readouterr().out).report.text == REPORT
    assert run(["show", hit["speaker"]["id"]], rooms()) == 0
    assert "the talks went well" in capsys.readouterr().out
    assert run(["show", "st-"], rooms()) == 2
    assert "Give more of it" in capsys.readouterr().err


@pytest.mark.usefixtures("archive")
def test_who_lists_speakers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["who"], rooms()) == 0
    assert [line.split("\t")[1] for line in capsys.readouterr().out.splitlines()] == ["Dara Velm", "Ilan Torve"]
    assert run(["who", "TORVE", "--json"], rooms()) == 0
    assert json.loads(capsys.readouterr().out)["offices"] == ["Minister"]


@pytest.mark.usefixtures("archive")
def test_doctor_on_a_sound_archive(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"], rooms()) == 0
    assert "2 reports, 2 statements" in capsys.readouterr().out
    assert run(["doctor", "--json"], rooms()) == 0
    assert all(json.loads(line)["well"] for line in capsys.readouterr().out.splitlines())


def test_doctor_without_an_archive(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor"], rooms()) == 0
    assert "nothing to check" in capsys.readouterr().out


@pytest.mark.parametrize("arguments", [["read", "in"], ["search", "talks"], ["who"], ["doctor"], ["show", "ac-"]])
@pytest.mark.usefixtures("archive")
def test_tables_on_a_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setattr(output, "on_terminal", lambda: True)
    code = run(arguments, rooms())
    told = capsys.readouterr()
    assert code in (0, 2)
    assert ("│" in told.out) is (code == 0)


def test_terminal_is_not_steered_by_a_report(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "evil.txt").write_text("T\n\nIlan Torve said \x1b[31mred\u202e words.", encoding="utf-8")
    assert run(["read", "evil.txt"], rooms()) == 0
    assert "\x1b" not in capsys.readouterr().out


def test_start_up_imports_nothing_heavy() -> None:
    heavy = {"sqlalchemy", "alembic", "fastapi", "uvicorn", "onnxruntime", "numpy", "rich", "trafilatura"}
    code = (
        "import sys; from onrecord.cli import run; run(['read', '--help'])\n"
        f"sys.exit(' '.join(sorted(set(sys.modules) & {heavy!r})) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_broken_pipe_is_quiet() -> None:
    script = Path(__file__).with_name("fake_rooms.py")
    command = [sys.executable, "-W", "error", str(script), "read", *["in/a.txt"] * 50, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_narrow_terminal_encoding_gets_escapes(encoding: str) -> None:
    code = "import sys; sys.argv[:] = ['onrecord', 'show', '“😀']; import onrecord.cli; onrecord.cli.main()"
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "ONRECORD_ARCHIVE": "“.sqlite"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, env=environment, check=False)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: there is no archive at \\u201c.sqlite [archive-missing].")


def test_demo_makes_the_archive_of_the_dossier(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--no-serve", "--archive", "demo.sqlite"], rooms()) == 0
    assert "0 failed" in capsys.readouterr().err
    assert run(["search", "--reports", "--json", "--archive", "demo.sqlite"], rooms()) == 0
    paths = [json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()]
    assert len(paths) >= 12
    assert all(path.startswith("dossier/") for path in paths)


@pytest.mark.usefixtures("archive")
def test_serve_prints_its_address_and_ends_with_ctrl_c() -> None:
    script = Path(__file__).with_name("fake_rooms.py")
    command = [sys.executable, str(script), "serve", "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            line = process.stdout.readline()
            port = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
            assert port, line or process.stderr.read()
            connection = http.client.HTTPConnection("127.0.0.1", int(port[1]), timeout=60)
            connection.request("GET", "/")
            assert connection.getresponse().status == 200
            connection.close()
            process.send_signal(signal.SIGINT)
            assert process.stderr.read() == "stopped\n"
        finally:
            process.kill()
    assert process.returncode in (0, -signal.SIGKILL)


def test_add_marks_what_the_outlet_prints_under_every_story(folder: Path) -> None:
    stories = (
        "The harbour board met on Monday and sent the pilots home until the fog lifts over the outer mole.",
        "Farmers of the upper valley drove their herds through Karsa because the bridge is closed to lorries.",
        "A court in Velgrad took two hours to free the editor whose paper had printed the price of salt.",
        "Snow closed nine schools, and the mayor asked every family to keep one shovel at its own door.",
    )
    for number, story in enumerate(stories):
        text = f"Day {'i' * number}\n\n{story}\n\nShare this with a friend\n"
        (folder / f"story{number}.txt").write_text(text, encoding="utf-8")
        assert run(["add", f"story{number}.txt"], rooms()) == 0
    with Archive.open(folder / "onrecord.sqlite") as archive:
        (newest, *older) = [archive.report(found.id) for found in archive.reports().items]
    marked = [block.span.of(newest.text) for block in newest.blocks if block.kind == "furniture"]
    assert marked == ["Share this with a friend"]
    assert not any(block.kind == "furniture" for report in older for block in report.blocks)
