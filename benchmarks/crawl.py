"""Prints how many records of a WARC file a second go through cleaning on one core, and how flat the memory stays.

`python -m benchmarks.crawl --records 10000` writes a WARC file of pages about invented people (seeded, gzipped record
by record, every third body compressed or chunked) and reads it page by page. `--contained` cleans in another process,
as the commands do; its processor time and memory are counted too.
"""

from __future__ import annotations

import argparse
import gzip
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.samples import chunked, warc_record
from onrecord.clean import clean_source
from onrecord.cli.ahead import SMALL, in_groups
from onrecord.cli.parser import Parser
from onrecord.collect import load_sources
from onrecord.errors import OnrecordError
from onrecord.model import Report, Source

NAMES = (
    "Ilan Torve",
    "Mira Olden",
    "Hanna Korv",
    "Tomas Velk",
    "Sela Arden",
    "Boris Namer",
    "Lia Petrane",
    "Oran Dusk",
)
OFFICES = ("Foreign Minister", "the mission's spokeswoman", "President", "Council chair", "the opposition's leader")
PLACES = ("Karsa", "Norvel", "Velm", "the Upper Valley", "Sundbruck", "Port Almery")
VERBS = ("said", "warned", "told reporters", "insisted", "announced", "denied")
CLAIMS = (
    "that the crossing would reopen before the harvest", "that talks would go on without conditions",
    "that the observers had seen no violation of the ceasefire", "that no agreement had been reached on the bridge",
    "“we will stay as long as it takes”", "that the budget for the mission would double next year",
    "“nobody asked us before the road was closed”", "that the report was wrong in every point",
)  # fmt: skip
FILLERS = (
    "Both governments had suspended contacts in the winter.", "The valley has been divided for eleven years.",
    "Traders on both banks have waited for the decision since March.", "Observers arrived in the town on Friday.",
    "The statement came hours after a meeting behind closed doors.", "Prices of grain have risen by a third.",
)  # fmt: skip


def make_page(chance: random.Random, number: int) -> bytes:
    """A news page of 250 to 900 words with menus, a caption, related stories and a footer."""
    who, place = chance.choice(NAMES), chance.choice(PLACES)
    headline = f"{who} speaks on {place} in round {number}"
    day = f"2031-{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
    paragraphs = []
    for _ in range(chance.randrange(6, 20)):
        said = f"{chance.choice(OFFICES)} {chance.choice(NAMES)} {chance.choice(VERBS)} {chance.choice(CLAIMS)}."
        paragraphs.append(f"<p>{said[0].upper()}{said[1:]} {' '.join(chance.sample(FILLERS, 3))}</p>")
    related = "".join(
        f'<li><a href="/{n}">{chance.choice(NAMES)} on {chance.choice(PLACES)}</a></li>' for n in range(12)
    )
    menu = " ".join(f'<a href="/{name}">{name}</a>' for name in ("World", "Region", "Business", "Sport", "Culture"))
    style = "".join(f".c{n}{{margin:{n}px;color:#{n:06x}}}" for n in range(200))
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{headline} | Velm Courier</title>'
        f'<meta property="article:published_time" content="{day}"><meta property="og:site_name" content="Velm Courier">'
        f'<style>{style}</style></head><body><header class="masthead"><nav>{menu}</nav></header><article><h1>{headline}'
        f'</h1><p class="byline">By {chance.choice(NAMES)}</p><figure><img src="a.jpg"><figcaption>{who} in {place}. '
        f'(Photo: VNA)</figcaption></figure>{"".join(paragraphs)}</article><aside class="related"><h3>Related news</h3>'
        f"<ul>{related}</ul></aside><footer>© 2031 Velm Courier. All rights reserved.</footer></body></html>"
    ).encode()


def write_crawl(path: Path, records: int, seed: int) -> None:
    """A gzipped WARC file, one member a record."""
    chance = random.Random(seed)
    with open(path, "wb") as out:
        for number in range(records):
            body, headers = make_page(chance, number), ["Content-Type: text/html; charset=utf-8"]
            if number % 3 == 1:
                body, headers = gzip.compress(body, 6, mtime=0), [*headers, "Content-Encoding: gzip"]
            if number % 3 == 2:
                body, headers = chunked(body, 4096), [*headers, "Transfer-Encoding: chunked"]
            url = f"https://courier.example/2031/{number}"
            out.write(gzip.compress(warc_record(url, body, headers, record=f"<urn:uuid:{number:032x}>"), 6, mtime=0))


def read_crawl(
    path: Path,
    records: int,
    clean: Callable[[Source], Report],
    prepare: Callable[[Sequence[Source]], None] = lambda _: None,
) -> tuple[int, int]:
    """Clean every page, small ones prepared together, and print the peak of the memory at each tenth.

    Answers how many were read and refused.
    """
    read = refused = 0
    pages = (received if isinstance(received, Source) else None for received in load_sources(path))
    for group in in_groups(pages):
        prepare([source for source in group if source and len(source.data) <= SMALL])
        for source in group:
            if source is None:
                refused += 1
                continue
            try:
                clean(source)
            except OnrecordError:
                refused += 1
            read += 1
            if read % max(1, records // 10) == 0:
                print(f"  {read:6} records, peak memory {_peak(resource.RUSAGE_SELF):4.0f} MB", flush=True)
    return read, refused


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--contained", action="store_true", help="clean in another process, as the commands do")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "crawl.warc.gz"
        write_crawl(path, arguments.records, arguments.seed)
        print(f"{arguments.records} records, {path.stat().st_size / 1e6:.1f} MB gzipped")
        begun = time.process_time()
        if arguments.contained:
            parser = Parser()
            read, refused = read_crawl(path, arguments.records, parser.clean, parser.prepare)
            del parser  # its process ends, and its time counts from then on
        else:
            read, refused = read_crawl(path, arguments.records, clean_source)
        spent = time.process_time() - begun
        if arguments.contained:
            children = resource.getrusage(resource.RUSAGE_CHILDREN)
            spent += children.ru_utime + children.ru_stime
            print(f"the other process: peak memory {_peak(resource.RUSAGE_CHILDREN):.0f} MB")
    print(f"{read} pages, {refused} refused, {read / spent:.1f} records/s/core, {spent:.1f} s of processor time")
    return 0 if read == arguments.records and not refused else 1


def _peak(who: int) -> float:
    size = resource.getrusage(who).ru_maxrss
    return size / 1e6 if sys.platform == "darwin" else size / 1e3


if __name__ == "__main__":
    sys.exit(main())
