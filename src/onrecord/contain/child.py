"""The process that does the work: `python -m onrecord.contain.child MODULE:FUNCTION SECONDS MEGABYTES`.

It reads tuples of arguments from stdin and answers on stdout, an object for each argument, until its parent closes the
pipe. Each argument has the whole time to itself.
"""

from __future__ import annotations

import importlib
import os
import signal
import sys
from collections.abc import Callable
from typing import BinaryIO

from onrecord.contain.frames import BUFFER, receive, send
from onrecord.contain.limits import hold_memory, hold_time
from onrecord.errors import OnrecordError


def main(job: str, seconds: str, megabytes: str) -> None:
    """Answer every argument with the result of the job, or with the exception that it raised."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle; it closes the pipe
    requests = os.fdopen(os.dup(0), "rb", BUFFER)
    answers = os.fdopen(os.dup(1), "wb", BUFFER)
    os.dup2(2, 1)  # whatever a library prints must not get between the answers
    module, _, name = job.partition(":")
    work: Callable[[object], object] = getattr(importlib.import_module(module), name)
    hold_memory(int(megabytes))
    try:
        send(answers, "ready")
        serve(requests, answers, work, float(seconds))
    except BrokenPipeError:
        os._exit(0)  # the parent has gone: nobody is left to be told, and nothing is left to be written


def serve(requests: BinaryIO, answers: BinaryIO, work: Callable[[object], object], seconds: float) -> None:
    """Answer what is asked until nobody asks any more, each argument within its own `seconds` of processor time."""
    while True:
        try:
            arguments = receive(requests)
        except EOFError:
            return
        except MemoryError as error:
            send(answers, error)
            return
        assert isinstance(arguments, tuple)
        for argument in arguments:
            hold_time(seconds)
            outcome = _outcome(work, argument)
            _answer(answers, outcome)
            if isinstance(outcome, MemoryError | RecursionError):
                break  # the parent ends this process, and has the rest done in another
        answers.flush()


def _outcome(work: Callable[[object], object], argument: object) -> object:
    try:
        return work(argument)
    except Exception as error:  # a part boundary: the parent raises it again
        if os.environ.get("ONRECORD_DEBUG") and not isinstance(error, OnrecordError):
            import traceback

            traceback.print_exception(error)
        return error


def _answer(answers: BinaryIO, answer: object) -> None:
    try:
        send(answers, answer, more=True)
    except MemoryError as error:
        send(answers, error, more=True)
    except BrokenPipeError:
        raise
    except Exception:  # what cannot be pickled is told in words
        send(answers, RuntimeError(f"{type(answer).__name__}: {answer}"), more=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
