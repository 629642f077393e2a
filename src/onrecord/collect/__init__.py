"""From files and from the web to sources. Nothing here looks inside a document further than to find the sources in it.

What touches the network needs the extra `onrecord[collect]` and is imported when it is first asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from onrecord.collect.columns import Columns, parse_columns
from onrecord.collect.files import CRAWLS, SIZE_LIMIT, SUFFIXES, TABLES, find_files, load_file
from onrecord.collect.sources import Received, load_sources, unpack

if TYPE_CHECKING:
    from onrecord.collect.collector import Collector
    from onrecord.collect.guard import Guard
    from onrecord.collect.manners import Identity, Manners

__all__ = [
    "CRAWLS", "Collector", "Columns", "Guard", "Identity", "Manners", "Received", "SIZE_LIMIT", "SUFFIXES", "TABLES",
    "find_files", "load_file", "load_sources", "parse_columns", "unpack",
]  # fmt: skip

_MODULES = {"Collector": "collector", "Guard": "guard", "Identity": "manners", "Manners": "manners"}


def __getattr__(name: str) -> Any:
    """Load what needs the extra when it is first asked for."""
    if name in _MODULES:
        return getattr(import_module(f"onrecord.collect.{_MODULES[name]}"), name)
    raise AttributeError(f"module 'onrecord.collect' has no attribute {name!r}")
