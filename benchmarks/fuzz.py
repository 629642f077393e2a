"""Feeds mutated pages, mails, tables, crawls and documents to the cleaner, and counts what breaks and what hangs.

`python -m benchmarks.fuzz --first 0 --count 1000000`. A crash is any exception that is no `OnrecordError`; a hang is
an input of a few kilobytes that takes more than `LIMIT` seconds of processor time. Each is written to the file of
faults as it happens, with seed, number and traceback; `--first NUMBER --count 1` shows it again. Parts of a large run
can run apart. The file that ends in `.at` holds the number at work: it stays where a run was ended from outside, by a
fault of a native library, or because an input did not come back in `STUCK` seconds, and tells where to go on.
"""

from __future__ import annotations

import argparse
import faulthandler
import heapq
import os
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TextIO

from benchmarks.mutations import make_input
from onrecord.clean import clean_source
from onrecord.collect import load_sources
from onrecord.errors import InputError, OnrecordError
from onrecord.model import Source

LIMIT = 2.0
STUCK = 900  # seconds on the clock after which the run is taken for stuck: it ends with a trace
TOLD = 1_000  # inputs between two lines of progress
SHOWN = 20  # faults in the summary; the file has them all
SLOWEST = 5


@dataclass(slots=True)
class Tally:
    """What became of the inputs. `slowest` holds seconds, number and kind of the `SLOWEST` slowest, in no order."""

    inputs: int = 0
    reports: int = 0
    refused: Counter[str] = field(default_factory=Counter)
    crashes: list[str] = field(default_factory=list)
    hangs: list[str] = field(default_factory=list)
    slowest: list[tuple[float, int, str]] = field(default_factory=list)


def run_one(kind: str, data: bytes, folder: Path, tally: Tally) -> None:
    """Send one input the whole way, and check that what comes out holds together."""
    if kind in {"html", "txt"}:
        sources = [Source(data, "text/html" if kind == "html" else "text/plain", f"fuzz.{kind}")]
    else:
        path = folder / f"fuzz.{kind}"
        path.write_bytes(data)
        sources = []
        for received in load_sources(path):
            if isinstance(received, InputError):
                tally.refused[received.code] += 1
            else:
                sources.append(received)
    for source in sources:
        run_source(source, tally)


def run_source(source: Source, tally: Tally) -> None:
    """Clean one source; a report must hold together."""
    try:
        report = clean_source(source)
    except OnrecordError as error:
        tally.refused[error.code] += 1
        return
    tally.reports += 1
    assert report.id.startswith("sha256:")
    assert report.text.strip()
    assert all(0 <= block.span.start < block.span.end <= len(report.text) for block in report.blocks)


def fuzz(
    seed: int, first: int, count: int, begins: Callable[[int, Tally], None] | None = None, faults: TextIO | None = None
) -> Tally:
    """Run inputs `first` to `first + count` and answer what became of them.

    `begins` is called before each input, with its number; each fault is written to `faults` at once. Ctrl-C ends the
    run with what there is so far.
    """
    tally = Tally()
    with tempfile.TemporaryDirectory() as name:
        for number in range(first, first + count):
            if begins:
                begins(number, tally)
            try:
                _take(seed, number, Path(name), tally, faults)
            except KeyboardInterrupt:
                break
            tally.inputs += 1
    return tally


def _take(seed: int, number: int, folder: Path, tally: Tally, faults: TextIO | None) -> None:
    kind, data = make_input(seed, number)
    begun = time.process_time()
    try:
        run_one(kind, data, folder, tally)
    except OnrecordError as error:
        tally.refused[error.code] += 1
    except BaseException as error:  # also the panics of native libraries, which are no `Exception`
        if isinstance(error, KeyboardInterrupt):
            raise
        tally.crashes.append(f"{number} ({kind}): {type(error).__name__}: {str(error)[:200]}")
        _keep(faults, f"crash: seed {seed}, number {number} ({kind})", "".join(traceback.format_exception(error)))
    took = time.process_time() - begun
    heapq.heappush(tally.slowest, (took, number, kind))
    if len(tally.slowest) > SLOWEST:
        heapq.heappop(tally.slowest)
    if took > LIMIT:
        tally.hangs.append(f"{number} ({kind}): {took:.1f} s")
        _keep(faults, f"hang: seed {seed}, number {number} ({kind})", f"{took:.1f} s of processor time\n")


def _keep(faults: TextIO | None, what: str, trace: str) -> None:
    if faults:
        faults.write(f"{what}\n{trace}\n")
        faults.flush()


class Progress:
    """Prints a line every `TOLD` inputs, and keeps the number at work in a file."""

    def __init__(self, at: Path, faults: TextIO) -> None:
        self._begun = time.process_time()
        self._at = os.open(at, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        self._faults = faults

    def __call__(self, number: int, tally: Tally) -> None:
        os.pwrite(self._at, b"%d\n" % number, 0)
        if tally.inputs % 100 == 0:
            faulthandler.dump_traceback_later(STUCK, exit=True, file=self._faults)
        if tally.inputs and tally.inputs % TOLD == 0:
            print(
                f"{time.strftime('%H:%M:%S')} next {number}: {tally.inputs} inputs, {tally.reports} reports, "
                f"{len(tally.crashes)} crashes, {len(tally.hangs)} hangs, slowest {max(tally.slowest)[0]:.2f} s, "
                f"{self.spent:.0f} s of processor time, {_peak_megabytes():.0f} MB at most",
                flush=True,
            )

    @property
    def spent(self) -> float:
        return time.process_time() - self._begun


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def _summarise(tally: Tally, spent: float) -> None:
    refused = ", ".join(f"{code} {count}" for code, count in sorted(tally.refused.items()))
    slowest = [f"{took:.2f} s: {number} ({kind})" for took, number, kind in sorted(tally.slowest, reverse=True)]
    print(f"inputs    {tally.inputs} ({tally.inputs / spent:.0f}/s/core), reports {tally.reports}")
    print(f"refused   {refused}")
    print(f"crashes   {len(tally.crashes)}", *tally.crashes[:SHOWN], sep="\n  ")
    print(f"hangs     {len(tally.hangs)} over {LIMIT} s", *tally.hangs[:SHOWN], sep="\n  ")
    print("slowest", *slowest, sep="\n  ")
    print(f"memory    {_peak_megabytes():.0f} MB at most")


def _interrupt(_signal: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", "--inputs", type=int, default=10_000, help="how many inputs")
    parser.add_argument("--first", type=int, default=0, help="the number of the first")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--faults", type=Path, help="where faults are kept (build/fuzz/SEED-FIRST.txt)")
    arguments = parser.parse_args()
    path: Path = arguments.faults or Path("build", "fuzz", f"{arguments.seed}-{arguments.first}.txt")
    path.parent.mkdir(parents=True, exist_ok=True)
    at = path.with_suffix(".at")
    signal.signal(signal.SIGTERM, _interrupt)
    with path.open("w", encoding="utf-8", errors="backslashreplace") as faults:
        faulthandler.enable(faults)
        progress = Progress(at, faults)
        tally = fuzz(arguments.seed, arguments.first, arguments.count, progress, faults)
        faulthandler.cancel_dump_traceback_later()
        faulthandler.disable()
    _summarise(tally, progress.spent)
    if tally.inputs < arguments.count:
        left = arguments.count - tally.inputs
        print(f"ended early; go on with --first {arguments.first + tally.inputs} --count {left}")
        return 1
    at.unlink()
    return 1 if tally.crashes or tally.hangs else 0


if __name__ == "__main__":
    sys.exit(main())
