"""Prints how many pages a second `clean_source` labels on one core, beside trafilatura alone on the same pages.

`python benchmarks/cleaning.py FOLDER` reads `*.html.gz` and `*.html` files evenly spread over FOLDER. Both run in one
process, in turns, and the time is processor time. The third figure is what the commands do: the same pages in a process
of their own (`onrecord.contain`), with the time of both processes; what its start and first page take is told apart.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from onrecord.clean import clean_source
from onrecord.cli.ahead import SMALL, in_groups
from onrecord.cli.parser import Parser
from onrecord.model import Source

CHUNK = 20


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=200, help="how many pages to read")
    arguments = parser.parse_args()
    try:
        from trafilatura import extract
    except ImportError:
        print("trafilatura is not installed: pip install trafilatura", file=sys.stderr)
        return 2
    found = sorted([*arguments.folder.rglob("*.html.gz"), *arguments.folder.rglob("*.html")])
    paths = found[:: max(1, len(found) // arguments.pages)][: arguments.pages]
    pages = [gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes() for path in paths]
    if not pages:
        print(f"no pages under {arguments.folder}", file=sys.stderr)
        return 2
    clean_source(Source(pages[0], "text/html", "warm-up"))
    extract(pages[0])
    once = _of_children(lambda: _contained(Parser(), pages[:1]))
    before = _children()
    ours = theirs = contained = 0.0
    parser = Parser()
    for start in range(0, len(pages), CHUNK):
        chunk = pages[start : start + CHUNK]
        begun = time.process_time()
        for page in chunk:
            clean_source(Source(page, "text/html", "page"))
        ours += time.process_time() - begun
        begun = time.process_time()
        for page in chunk:
            extract(page)
        theirs += time.process_time() - begun
        begun = time.process_time()
        _contained(parser, chunk)
        contained += time.process_time() - begun
    del parser  # its process ends, and its time counts from then on
    contained += _children() - before - once
    print(f"onrecord    {len(pages) / ours:6.1f} pages/s to labelled blocks and fields")
    print(f"trafilatura {len(pages) / theirs:6.1f} pages/s to text")
    print(f"contained   {len(pages) / contained:6.1f} pages/s, {contained / ours - 1:+.1%}, after {once:.1f} s once")
    print(f"ratio       {theirs / ours:6.2f}")
    return 0


def _contained(parser: Parser, pages: Sequence[bytes]) -> None:
    for group in in_groups(Source(page, "text/html", f"page {i}") for i, page in enumerate(pages)):
        parser.prepare([source for source in group if source and len(source.data) <= SMALL])
        for source in group:
            if source:
                parser.clean(source)


def _children() -> float:
    """Processor time of the processes that have ended, in seconds."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _of_children(work: Callable[[], None]) -> float:
    before = _children()
    work()
    return _children() - before


if __name__ == "__main__":
    sys.exit(main())
