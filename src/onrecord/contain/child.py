"""The process that does the work: `python -m onrecord.contain.child MODULE:FUNCTION SECONDS MEGABYTES`.

It reads arguments from stdin and answers on stdout, one at a time, until its parent closes the pipe.
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
        _serve(requests, answers, work, float(seconds))
    except BrokenPipeError:
        os._exit(0)  # the parent has gone: nobody is left to be told, and nothing is left to be written


def _serve(requests: BinaryIO, answers: BinaryIO, work: Callable[[object], object], seconds: float) -> None:
    while True:
        try:
            argument = receive(requests)
        except EOFError:
            return
        except MemoryError as error:
            send(answers, error)
            return
        hold_time(seconds)
        try:
            answer = work(argument)
        except Exception as error:  # a part boundary: the parent raises it again
            if os.environ.get("ONRECORD_DEBUG") and not isinstance(error, OnrecordError):
                import traceback

                traceback.print_exception(error)
            answer = error
        _answer(answers, answer)


def _answer(answers: BinaryIO, answer: object) -> None:
    try:
        send(answers, answer)
    except MemoryError as error:
        send(answers, error)
    except BrokenPipeError:
        raise
    except Exception:  # what cannot be pickled is told in words
        send(answers, RuntimeError(f"{type(answer).__name__}: {answer}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
