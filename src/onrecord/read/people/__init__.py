"""Who is who in one report: names, roles and pronouns, and the speaker of every statement."""

from onrecord.read.people.resolve import LEAST_CONFIDENCE, resolve_speakers

__all__ = ["LEAST_CONFIDENCE", "resolve_speakers"]
