"""What a first `onrecord read one.txt` costs: wall time, CPU time and peak memory of fresh processes on one core."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

DOSSIER = Path(__file__).parent.parent / "src/onrecord/demo/dossier"
RUNS = 5


def main() -> None:
    report = next(iter(sorted(DOSSIER.glob("*.txt"))))
    command = [str(Path(sys.executable).parent / "onrecord"), "read", str(report), "--json"]
    walls, cpus = [], []
    with tempfile.TemporaryFile() as out:
        for _ in range(RUNS):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            began = time.perf_counter()
            subprocess.run(command, stdout=out, check=True, preexec_fn=one_core)
            walls.append(time.perf_counter() - began)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(
        f"cold read of {report.name} ({len(report.read_text(encoding='utf8').split())} words), {RUNS} runs on one core"
    )
    print(f"wall  best {min(walls):.2f} s  median {statistics.median(walls):.2f} s   (must < 1.5 s)")
    print(f"cpu   best {min(cpus):.2f} s  median {statistics.median(cpus):.2f} s")
    print(f"peak  {peak:.0f} MB   (must < 500 MB)")


def one_core() -> None:
    """Keep the child on one core, where the system can say so."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    main()
