"""Outlets that somebody declared: who they are, how they sign, and which lines of their reports are their own."""

from __future__ import annotations

from onrecord.clean.declared.load import declared_outlets
from onrecord.clean.declared.outlet import Declared, Outlet, Rule

__all__ = ["Declared", "Outlet", "Rule", "declared_outlets"]
