"""A long-lived process for contained work, replaced whenever a piece of work had to be ended."""

from __future__ import annotations

import subprocess
import sys
import weakref
from collections.abc import Callable, Sequence
from typing import IO, Generic, TypeVar

from onrecord.contain.frames import BUFFER, receive, send
from onrecord.contain.limits import Limits
from onrecord.contain.patience import Patience
from onrecord.errors import TooComplex

A = TypeVar("A")
R = TypeVar("R")


class Worker(Generic[A, R]):
    """Runs one function of a module in another process, one argument after the other, from one thread.

    The process starts at the first call. It must be able to import the function's module, and argument, result and
    exceptions travel as pickles.
    """

    def __init__(self, job: Callable[[A], R], limits: Limits = Limits()) -> None:  # noqa: B008 - frozen
        self._job = f"{job.__module__}:{job.__qualname__}"
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._patience: Patience | None = None
        self._ready = False

    def run(self, argument: A, name: str) -> R:
        """What the function makes of the argument; what it raises is raised here.

        Raises `TooComplex` with the `name` of the work when it went over a limit or took its process down.
        """
        answers = self._ask((argument,))
        if not answers:
            limits = self._limits
            raise TooComplex(
                f"{name} takes more than {limits.seconds:g} s or {limits.megabytes} MB to parse",
                "Save the report's own text as .txt, or leave it out; nothing else was held up.",
            )
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]

    def run_together(self, pieces: Sequence[tuple[A, str]]) -> list[R | Exception]:
        """What `run` returns or raises for each argument and its name, for small work: both processes wake up once.

        Each piece has the processor time and the memory of `Limits` to itself, all of them the `patience` of one. When
        one goes over a limit, what is not answered yet is done again, each piece alone: none pays for its neighbour.
        """
        answers: list[R | Exception] = []
        if len(pieces) > 1:
            try:
                answers = self._ask(tuple(argument for argument, _ in pieces))
            except Exception:  # a part boundary: alone, each piece is told what is wrong
                answers = []
        for argument, name in pieces[len(answers) :]:
            try:
                answers.append(self.run(argument, name))
            except Exception as error:  # a part boundary: told in the place of its piece
                answers.append(error)
        return answers

    def _ask(self, arguments: tuple[A, ...]) -> list[R | Exception]:
        """The answers up to the one that took the process down, if any did; it is replaced then."""
        stdin, stdout, patience = self._started()
        answers: list[R | Exception] = []
        try:
            with patience:
                send(stdin, arguments)
                for _ in arguments:
                    answer = receive(stdout)
                    if isinstance(answer, MemoryError | RecursionError):
                        self.close()
                        break
                    answers.append(answer)  # type: ignore[arg-type]  # the other side ran the function that promises R
        except (EOFError, OSError):
            self.close()
        return answers

    def start(self) -> None:
        """Start the process now, so that it gets ready while other things are done."""
        if self._process is None:
            limits = self._limits
            command = [sys.executable, "-m", "onrecord.contain.child", self._job]
            self._process = subprocess.Popen(
                [*command, str(limits.seconds), str(limits.megabytes)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                bufsize=BUFFER,
            )
            self._patience = Patience(self._process, limits.patience)
            weakref.finalize(self, _end, self._process, self._patience)

    def close(self) -> None:
        """End the process; the next call starts another."""
        process, patience = self._process, self._patience
        self._process, self._patience, self._ready = None, None, False
        if process and patience:
            _end(process, patience)

    def __enter__(self) -> Worker[A, R]:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _started(self) -> tuple[IO[bytes], IO[bytes], Patience]:
        if self._patience and self._patience.spent:
            self.close()  # it was ended just when its last answer had come
        self.start()
        assert self._process
        assert self._patience
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        if not self._ready:
            self._await(stdout)
        return stdin, stdout, self._patience

    def _await(self, stdout: IO[bytes]) -> None:
        try:
            receive(stdout)
        except EOFError as error:
            self.close()
            raise RuntimeError("the process for contained work does not start") from error
        self._ready = True


def _end(process: subprocess.Popen[bytes], patience: Patience) -> None:
    patience.close()
    process.kill()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            try:
                pipe.close()
            except OSError:
                continue  # the other side went while something was still to be written to it
    process.wait()
