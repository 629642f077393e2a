"""Contained work: what it may take, and that the process is replaced after it took more."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest
from contained_work import work

from onrecord.contain import Limits, Worker
from onrecord.contain.child import serve
from onrecord.contain.frames import receive, send
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


OVER_A_LIMIT = pytest.mark.parametrize(
    ("order", "limits"),
    [
        ("spin", Limits(seconds=0.2)),
        ("sleep", Limits(patience=0.3)),
        ("eat", Limits(megabytes=200)),
        ("deepen", Limits()),
        ("die", Limits()),
    ],
)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@OVER_A_LIMIT
def test_work_over_a_limit_is_told_and_the_next_gets_a_new_process(order: str, limits: Limits) -> None:
    with Worker(work, limits) as worker:
        process, _ = worker.run("a", "a")
        with pytest.raises(TooComplex, match=r"bad\.html takes more than") as caught:
            worker.run(order, "bad.html")
        assert "leave it out" in caught.value.next_step
        other, answer = worker.run("b", "b")
        assert answer == "B"
        assert other != process


def test_small_work_is_done_together_and_each_piece_gets_its_own_answer() -> None:
    with Worker(work) as worker:
        process, _ = worker.run("a", "a")
        answers = worker.run_together([(order, order) for order in ("a", "refuse", "b", "break", "c")])
        assert answers[0::2] == [(process, "A"), (process, "B"), (process, "C")]
        assert isinstance(answers[1], NotText)
        assert isinstance(answers[3], KeyError)
        assert worker.run_together([]) == []
        assert worker.run_together([("d", "d")]) == [(process, "D")]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits")
@OVER_A_LIMIT
def test_a_piece_over_a_limit_costs_its_neighbours_nothing(order: str, limits: Limits) -> None:
    with Worker(work, limits) as worker:
        answers = worker.run_together([("a", "a"), (order, "bad.html"), ("b", "b"), ("c", "c")])
        told = [answer if isinstance(answer, Exception) else answer[1] for answer in answers]
        assert told[0::2] == ["A", "B"]
        assert told[3] == "C"
        assert isinstance(told[1], TooComplex)
        assert "bad.html takes more than" in told[1].message


def test_what_cannot_be_sent_is_told_in_its_place() -> None:
    with Worker(work) as worker:
        unsendable: str = (letter for letter in "a")  # type: ignore[assignment]
        answers = worker.run_together([("a", "a"), (unsendable, "x"), ("b", "b")])
    assert [type(answer) for answer in answers] == [tuple, TypeError, tuple]


def test_each_piece_of_work_done_together_has_the_whole_time(monkeypatch: pytest.MonkeyPatch) -> None:
    held: list[float] = []
    monkeypatch.setattr("onrecord.contain.child.hold_time", held.append)
    requests, answers = io.BytesIO(), io.BytesIO()
    send(requests, ("a", "b", "c"))
    requests.seek(0)
    serve(requests, answers, work, 7.0)  # type: ignore[arg-type]  # any job will do
    answers.seek(0)
    assert [receive(answers) for _ in held] == [(os.getpid(), "A"), (os.getpid(), "B"), (os.getpid(), "C")]
    assert held == [7.0, 7.0, 7.0]


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
        "receive(child.stdout); child.stdout.close(); send(child.stdin, ('a',)); child.stdin.close()\n"
        "sys.exit(child.wait())\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
