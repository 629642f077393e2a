"""Reading: a pure function from a report to its statements, speakers, forms, occasions and times."""

from onrecord.read.reader import Reader

__all__ = ["Reader"]
