"""From files and from the web to sources. Nothing here looks inside the bytes further than to tell what they are.

What touches the network needs the extra `onrecord[collect]` and is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.collect.files import SIZE_LIMIT, SUFFIXES, find_files, load_file

if TYPE_CHECKING:
    from onrecord.collect.collector import Collector
    from onrecord.collect.guard import Guard
    from onrecord.collect.manners import Identity, Manners

__all__ = ["Collector", "Guard", "Identity", "Manners", "SIZE_LIMIT", "SUFFIXES", "find_files", "load_file"]

_MODULES = {"Collector": "collector", "Guard": "guard", "Identity": "manners", "Manners": "manners"}


def __getattr__(name: str) -> Any:
    """Load what needs the extra when it is first asked for."""
    if name in _MODULES:
        return getattr(import_module(f"onrecord.collect.{_MODULES[name]}"), name)
    raise AttributeError(f"module 'onrecord.collect' has no attribute {name!r}")
