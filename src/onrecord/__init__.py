"""Onrecord turns press reports and official transcripts into a record of statements."""

__version__ = "0.1.0"
