"""Contained work: what it may take, and that the process is replaced after it took more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from contained_work import work

from onrecord.contain import Limits, Worker
from onrecord.errors import NotText, TooComplex


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process can import this module and the package that is tested."""
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), *sys.path]))


def test_one_process_does_all_the_work() -> None:
    with Worker(work) as worker:
        first, answer = worker.run("a", "a")
        assert answer == "A"
        assert first != os.getpid()
        assert worker.run("print", "b") == (first, "PRINT")


def test_an_error_of_ours_comes_through_whole() -> None:
    with Worker(work) as worker:
        process, _ = worker.run("a", "a")
        with pytest.raises(NotText, match="x is binary") as caught:
            worker.run("refuse", "x")
        assert caught.value.next_step == "Hand in text."
        with pytest.raises(KeyError, match="a fault of ours"):
            worker.run("break", "x")
        assert worker.run("b", "b") == (process, "B"), "an error is no reason for another process"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@pytest.mark.parametrize(
    ("order", "limits"),
    [
        ("spin", Limits(seconds=0.2)),
        ("sleep", Limits(patience=0.3)),
        ("eat", Limits(megabytes=200)),
        ("deepen", Limits()),
        ("die", Limits()),
    ],
)
def test_work_over_a_limit_is_told_and_the_next_gets_a_new_process(order: str, limits: Limits) -> None:
    with Worker(work, limits) as worker:
        process, _ = worker.run("a", "a")
        with pytest.raises(TooComplex, match=r"bad\.html takes more than") as caught:
            worker.run(order, "bad.html")
        assert "leave it out" in caught.value.next_step
        other, answer = worker.run("b", "b")
        assert answer == "B"
        assert other != process


def test_closing_ends_the_process() -> None:
    worker = Worker(work)
    process, _ = worker.run("a", "a")
    worker.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
    assert worker.run("b", "b")[0] != process
    worker.close()


def test_a_process_whose_parent_has_gone_ends_without_a_word() -> None:
    code = (
        "import os, subprocess, sys\n"
        "command = [sys.executable, '-m', 'onrecord.contain.child', 'contained_work:work', '30', '500']\n"
        "child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)\n"
        "from onrecord.contain.frames import receive, send\n"
        "receive(child.stdout); child.stdout.close(); send(child.stdin, 'a'); child.stdin.close()\n"
        "sys.exit(child.wait())\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
