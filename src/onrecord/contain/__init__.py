"""Work on what strangers wrote, in a process of its own that can be ended: a hostile page takes nothing down with it."""

from __future__ import annotations

from onrecord.contain.limits import Limits
from onrecord.contain.worker import Worker

__all__ = ["Limits", "Worker"]
