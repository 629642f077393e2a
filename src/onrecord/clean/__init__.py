"""Sources become reports: one stored text each, with every line of it labelled and none deleted."""

from __future__ import annotations

from onrecord.clean.entry import clean_source, is_plain
from onrecord.clean.transcript import Turn, speaker_turns

__all__ = ["Turn", "clean_source", "is_plain", "speaker_turns"]
