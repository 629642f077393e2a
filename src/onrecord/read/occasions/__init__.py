"""Occasions and times in one report: what happened when the words were said, and when."""

from onrecord.read.occasions.find import find_occasions

__all__ = ["find_occasions"]
