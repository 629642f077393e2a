"""How much time and memory one piece of work may take, and how the system is made to keep it to that."""

from __future__ import annotations

import math
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MEGABYTE: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one piece of work.

    `seconds` are of processor time: the largest page that is taken, 50,000 lines, takes 10. `patience` is on the clock
    and only meets work that waits; on a machine with much else to do, time on the clock says little. `megabytes` come
    on top of what the process has when it starts: the tree of a page takes ten to twenty times the page.
    """

    seconds: float = 30
    patience: float = 180
    megabytes: int = 1_500


def hold_memory(megabytes: int) -> bool:
    """Limit this process to its present address space and so many megabytes more. False where no system call can."""
    if sys.platform == "win32":
        return False
    import resource

    limit = _address_space() + megabytes * MEGABYTE
    return _hold(resource.RLIMIT_AS, limit)


def hold_time(seconds: float) -> bool:
    """Have the system end this process when it has worked so many seconds more. False where no system call can."""
    if sys.platform == "win32":
        return False
    import resource

    limit = math.ceil(time.process_time() + seconds)
    return _hold(resource.RLIMIT_CPU, limit)


def _hold(kind: int, limit: int) -> bool:
    """Set a soft limit, at most the hard one that stands; False where the system refuses."""
    import resource

    hard = resource.getrlimit(kind)[1]
    if hard != resource.RLIM_INFINITY:
        limit = min(limit, hard)
    try:
        resource.setrlimit(kind, (limit, hard))
    except (ValueError, OSError):
        return False
    return True


def _address_space() -> int:
    """Bytes of address space in use; where the system does not tell, as much as Python and its libraries may have."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError, IndexError):
        return 2_000 * MEGABYTE
    import resource

    return pages * resource.getpagesize()
