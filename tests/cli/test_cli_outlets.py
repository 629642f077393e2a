"""Outlets of one's own on the command line: `--outlets`, the environment, and what `doctor` says of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fake_rooms import FakeReader

from onrecord.archive import Archive
from onrecord.cli import run
from onrecord.cli.evaluate import Answered
from onrecord.cli.parser import Parser
from onrecord.cli.rooms import Rooms, default_rooms
from onrecord.contain import Limits
from onrecord.errors import TooComplex
from onrecord.evaluate import Article
from onrecord.model import Reading, Report, Source

SAID = "Ilan Torve said the talks went well."
BOX = "Edda Quill said the valley thanks all of its readers."
OUTLET = f"""id = "courier"
names = ["Karsa Courier"]
credits = ["(KCR)"]
[[rules]]
label = "furniture"
line = "{BOX}"
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("ONRECORD_ARCHIVE", "ONRECORD_OUTLETS"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "courier.toml").write_text(OUTLET, encoding="utf-8")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "courier.toml").write_text('id = "courier"\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text(f"Talks in Karsa\n\n{SAID}\n\n{BOX}\n\n{SAID}\n\n(KCR)\n", encoding="utf-8")
    return tmp_path


class KeepingReader(FakeReader):
    """Keeps the reports that it is handed."""

    def __init__(self) -> None:
        super().__init__()
        self.reports: list[Report] = []

    def read(self, report: Report) -> Reading:
        self.reports.append(report)
        return super().read(report)


def real_rooms() -> Rooms:
    return Rooms(default_rooms().clean, FakeReader)


def test_read_goes_by_the_declared_outlets(monkeypatch: pytest.MonkeyPatch) -> None:
    reader = KeepingReader()
    rooms = Rooms(default_rooms().clean, lambda: reader)
    assert run(["read", "a.txt"], rooms) == 0
    assert run(["read", "--outlets", "mine", "a.txt"], rooms) == 0
    monkeypatch.setenv("ONRECORD_OUTLETS", "mine")
    assert run(["read", "a.txt"], rooms) == 0
    assert [report.outlet for report in reader.reports] == [None, "Karsa Courier", "Karsa Courier"]
    boxes = [[BOX in span.of(report.text) for span in report.spans_of("furniture")] for report in reader.reports]
    assert [any(box) for box in boxes] == [False, True, True]


def test_add_reads_again_when_the_declared_outlets_are_others(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments, outcome in (([], "added"), (["--outlets", "mine"], "reread"), (["--outlets", "mine"], "unchanged")):
        assert run(["add", "a.txt", "--json", *arguments], real_rooms()) == 0
        assert json.loads(capsys.readouterr().out)[outcome] == 1
    with Archive.open("onrecord.sqlite") as archive:
        (summary,) = archive.reports().items
        assert archive.report(summary.id).outlet == "Karsa Courier"


@pytest.mark.parametrize("command", ["read", "add"])
def test_a_broken_declaration_is_told_once_before_anything_is_read(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "a.txt", "--outlets", "broken"], real_rooms()) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("courier.toml: names: missing") == 1
    assert "Traceback" not in told.err


def test_doctor_checks_the_declared_outlets(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["doctor", "--outlets", "mine"], real_rooms()) == 0
    assert "5 declared" in capsys.readouterr().out
    assert run(["doctor", "--outlets", "broken"], real_rooms()) == 1
    assert "courier.toml: names: missing" in capsys.readouterr().out


@pytest.mark.slow
def test_a_pattern_that_never_ends_costs_its_report_only(folder: Path) -> None:
    (folder / "mine" / "courier.toml").write_text(
        'id = "courier"\nnames = ["Karsa Courier"]\ncredits = ["(KCR)"]\n'
        '[[rules]]\nlabel = "furniture"\npattern = "(?:a+)+b"\n',
        encoding="utf-8",
    )
    parser = Parser(Limits(seconds=1), folder / "mine")
    endless = f"Talks in Karsa\n\n{SAID}\n\n{'a' * 150}\n\n(KCR)\n"
    with pytest.raises(TooComplex):
        parser.clean(Source(endless.encode(), "text/plain", "endless.txt"))
    assert parser.clean(Source(f"Talks in Karsa\n\n{SAID}\n\n(KCR)\n".encode(), "text/plain", "b.txt")).outlet


def test_demo_goes_by_the_declared_outlets(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path | None] = []
    monkeypatch.setattr(Rooms, "cleaner", lambda self, outlets: asked.append(outlets) or self.clean)
    assert run(["demo", "--no-serve", "--archive", "demo.sqlite", "--outlets", "mine"], real_rooms()) == 0
    assert asked == [Path("mine")]


def test_evaluate_goes_by_the_declared_outlets() -> None:
    reader = KeepingReader()
    rooms = Rooms(default_rooms().clean, lambda: reader)
    article = Article("a", Path("a.txt").read_text(encoding="utf-8"), (), ())
    for outlets in (None, Path("mine")):
        Answered(rooms, None, outlets).answers((article,))
    assert [report.outlet for report in reader.reports] == [None, "Karsa Courier"]
