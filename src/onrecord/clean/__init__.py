"""Sources become reports: one stored text each, with every line of it labelled and none deleted."""

from __future__ import annotations

from onrecord.clean.declared import Declared, declared_outlets
from onrecord.clean.declared.match import outlet_of_address
from onrecord.clean.entry import clean_source, is_plain
from onrecord.clean.transcript import Turn, speaker_turns

__all__ = ["Declared", "Turn", "clean_source", "declared_outlets", "is_plain", "outlet_of_address", "speaker_turns"]
