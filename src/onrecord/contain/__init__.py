"""Work on what strangers wrote, in a process of its own that can be ended, so that a hostile page ends nothing else."""

from __future__ import annotations

from onrecord.contain.limits import Limits
from onrecord.contain.worker import Worker

__all__ = ["Limits", "Worker"]
