"""From files to sources. Nothing here looks inside the bytes further than to tell what kind they are."""

from onrecord.collect.files import SIZE_LIMIT, SUFFIXES, find_files, load_file

__all__ = ["SIZE_LIMIT", "SUFFIXES", "find_files", "load_file"]
