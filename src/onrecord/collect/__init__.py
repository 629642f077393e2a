"""From files to sources. Nothing here looks inside a document further than to find the sources in it."""

from onrecord.collect.columns import Columns, parse_columns
from onrecord.collect.files import CRAWLS, SIZE_LIMIT, SUFFIXES, TABLES, find_files, load_file
from onrecord.collect.sources import Received, load_sources, unpack

__all__ = [
    "CRAWLS", "Columns", "Received", "SIZE_LIMIT", "SUFFIXES", "TABLES", "find_files", "load_file", "load_sources",
    "parse_columns", "unpack",
]  # fmt: skip
