"""Kills a collection at random moments, resumes it each time, and counts the items that were lost or doubled.

`python benchmarks/collect_killed.py` collects 2,000 items from a server on loopback with 50 kills. Half of the items
are on a list, half come from feeds; every tenth is behind a redirect. The pauses between visits are switched off.
"""

from __future__ import annotations

import argparse
import contextlib
import random
import signal
import socketserver
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

FEED_ITEMS = 50
ROTATE = 400_000  # bytes a WARC file here, so that kills meet new files too
SLOWEST_START = 0.5  # seconds in which a child has hardly begun: more, and a quick machine collects all meanwhile


@dataclass(frozen=True, slots=True)
class Figures:
    """What was found in the folder after the last run."""

    items: int
    kills: int
    lost_in_ledger: int
    lost_in_files: int
    doubled: int
    broken: int
    torn_tails: int
    requests: int
    files: int
    seconds: float

    @property
    def sound(self) -> bool:
        """Whether nothing was lost, doubled or broken."""
        return not (self.lost_in_ledger or self.lost_in_files or self.doubled or self.broken)


class Press(socketserver.ThreadingTCPServer):
    """A server of numbered pages and of feeds that list them; counts what it is asked."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 64

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), PressHandler)
        self.requests = 0


class PressHandler(socketserver.StreamRequestHandler):
    """Answers one request."""

    server: Press

    def handle(self) -> None:
        line = self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        self.server.requests += 1
        path = line.split()[1].decode() if len(line.split()) > 1 else "/"
        status, headers, body = page(path, self.server.server_address[1])
        head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n{headers}\r\n"
        with contextlib.suppress(OSError):  # the client was killed
            self.wfile.write(head.encode() + body)


def page(path: str, port: int) -> tuple[str, str, bytes]:
    """Status, headers and body of a path."""
    kind, _, number = path.strip("/").partition("/")
    if kind == "page" and int(number) % 10 == 0:
        return "302 Found", f"Location: /moved/{number}\r\n", b""
    if kind in ("page", "moved"):
        chance = random.Random(int(number))
        words = " ".join(f"{chance.getrandbits(64):x}" for _ in range(chance.randrange(20, 400)))
        return "200 OK", "Content-Type: text/html\r\n", f"<p>Item {number}: {words}</p>".encode()
    if kind == "feed":
        first = int(number)
        items = "".join(
            f"<item><link>http://127.0.0.1:{port}/page/{each}</link><title>Item {each}</title></item>"
            for each in range(first, first + FEED_ITEMS)
        )
        text = f'<rss version="2.0"><channel><title>Feed</title>{items}</channel></rss>'
        return "200 OK", "Content-Type: application/rss+xml\r\n", text.encode()
    return "404 Not Found", "", b""


def collect(folder: Path, port: int, items: int) -> None:
    """What the child does: one run over everything, without pauses."""
    from onrecord.collect.collector import Collector
    from onrecord.collect.guard import Guard
    from onrecord.collect.manners import Identity, Manners
    from onrecord.collect.wanted import Wanted

    base = f"http://127.0.0.1:{port}"
    half = items // 2
    feeds = [Wanted(f"{base}/feed/{first}", "feed") for first in range(half, items, FEED_ITEMS)]
    pages = [Wanted(f"{base}/page/{number}") for number in range(half)]
    manners = Manners(pause=0.0, first_wait=0.0)
    with Collector(
        folder, Identity("desk@archive.example", "0"), Guard([("127.0.0.1", port)]), manners, file_limit=ROTATE
    ) as collector:
        print(f"cut {collector.cut}", flush=True)
        for _ in collector.collect([*feeds, *pages]):
            pass
    print("done", flush=True)


def kill_and_resume(folder: Path, items: int, kills: int, seed: int) -> Figures:
    """Run children until one is done, killing the first `kills` of them, and count what is in the folder then."""
    chance = random.Random(seed)
    began = time.monotonic()
    torn = 0
    with Press() as press:
        serving = threading.Thread(target=press.serve_forever, kwargs={"poll_interval": 0.05})
        serving.start()
        try:
            for number in range(kills + 1):
                output = run_child(folder, press, items, kills - number, chance if number < kills else None)
                torn += any(line.startswith("cut ") and line != "cut 0" for line in output)
                if number < kills and "done" in output:
                    raise RuntimeError(f"all was done after {number} kills: let them come sooner")
            if "done" not in output:
                raise RuntimeError("the last run did not come to its end")
            requests, port = press.requests, press.server_address[1]
        finally:
            press.shutdown()
            serving.join()
    return audit(folder, port, items, kills, torn, requests, time.monotonic() - began)


def run_child(folder: Path, press: Press, items: int, kills_left: int, chance: random.Random | None) -> list[str]:
    """One child; with `chance` it is killed after a random number of requests, or in its first second."""
    command = [sys.executable, __file__, "--child", str(folder), str(press.server_address[1]), str(items)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        if chance is not None:
            if chance.random() < 0.2:
                time.sleep(chance.uniform(0.0, SLOWEST_START))
            else:
                left = max(items - settled(folder), 1)
                await_requests(press, press.requests + chance.randint(1, max(2 * left // (kills_left + 2), 1)), child)
                time.sleep(chance.uniform(0.0, 0.02))
            child.send_signal(signal.SIGKILL)
        output, _ = child.communicate()
    return output.splitlines()


def await_requests(press: Press, number: int, child: subprocess.Popen[str]) -> None:
    """Until the server has been asked so often."""
    while press.requests < number and child.poll() is None:
        time.sleep(0.001)


def settled(folder: Path) -> int:
    """How many items the ledger has done with."""
    try:
        with closing(sqlite3.connect(folder / "collection.sqlite")) as ledger:
            return int(ledger.execute("SELECT count(*) FROM item WHERE state <> 'waiting'").fetchone()[0])
    except sqlite3.Error:
        return 0


def audit(folder: Path, port: int, items: int, kills: int, torn: int, requests: int, seconds: float) -> Figures:
    """Count the items in the ledger, and the records in the files by their URL."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    with closing(sqlite3.connect(folder / "collection.sqlite")) as ledger:
        kept = Counter(url for (url,) in ledger.execute("SELECT url FROM item WHERE kind = 'page' AND state = 'kept'"))
    found: Counter[str] = Counter()
    requested: Counter[str] = Counter()
    broken = 0
    files = sorted(folder.glob("*.warc.gz"))
    for path in files:
        with open(path, "rb") as stream:
            try:
                for record in ArchiveIterator(stream, check_digests="raise"):
                    record.raw_stream.read()
                    url = record.rec_headers.get_header("WARC-Target-URI")
                    if record.rec_type in ("response", "revisit"):
                        found[url] += 1
                    elif record.rec_type == "request":
                        requested[url] += 1
            except ArchiveLoadFailed:
                broken += 1
    base = f"http://127.0.0.1:{port}"
    pages = [f"{base}/page/{number}" for number in range(items)]
    moved = [f"{base}/moved/{number}" for number in range(0, items, 10)]
    feeds = [f"{base}/feed/{first}" for first in range(items // 2, items, FEED_ITEMS)]
    expected = [*pages, *moved, *feeds]
    return Figures(
        items,
        kills,
        sum(kept[page] != 1 for page in pages),
        sum(found[url] == 0 or requested[url] == 0 for url in expected),
        sum(number > 1 for counted in (kept, found, requested) for number in counted.values()),
        broken + len(set(found) - set(expected)),
        torn,
        requests,
        len(files),
        seconds,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--items", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--child", nargs=3, metavar=("FOLDER", "PORT", "ITEMS"), help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.child:
        folder, port, items = arguments.child
        collect(Path(folder), int(port), int(items))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        figures = kill_and_resume(Path(folder), arguments.items, arguments.kills, arguments.seed)
    print(f"{figures.items} items, {figures.kills} kills, seed {arguments.seed}, {figures.seconds:.0f} s")
    print(f"lost in the ledger    {figures.lost_in_ledger}   (must be 0)")
    print(f"lost in the files     {figures.lost_in_files}   (must be 0)")
    print(f"doubled               {figures.doubled}   (must be 0)")
    print(f"broken or odd records {figures.broken}   (must be 0)")
    print(f"torn tails cut off    {figures.torn_tails} in {figures.files} files")
    print(f"requests              {figures.requests}")
    return 0 if figures.sound else 1


if __name__ == "__main__":
    sys.exit(main())
