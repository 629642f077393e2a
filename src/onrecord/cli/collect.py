"""`onrecord collect`: pages, feeds and sitemaps from the web into a folder of WARC files."""

from __future__ import annotations

import importlib.util
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import click

from onrecord.cli.options import json_option, outlets_option
from onrecord.cli.output import complain, note, show_json
from onrecord.cli.rooms import Rooms
from onrecord.errors import ExtraMissing, InputError

if TYPE_CHECKING:
    from onrecord.collect.reservations import Reservation
    from onrecord.collect.watch import Watched

PARTS: Final = ("feedparser", "httpcore2", "httpx2", "protego", "tld", "warcio")
STATES: Final = ("kept", "unchanged", "gone", "failed", "refused", "disallowed", "reserved")
FINE: Final = ("kept", "unchanged")

Advance = Callable[[str, int], None]
FILE: Final = click.Path(path_type=Path, dir_okay=False)
RESPECTED: Final = ("noarchive", "tdm")  # as `onrecord.collect.reservations` has it, which needs the extra


def _reservations(context: click.Context, parameter: click.Parameter, words: str) -> frozenset[Reservation]:  # noqa: ARG001
    named = frozenset(word.strip() for word in words.split(",")) - {"", "nothing"}
    if unknown := sorted(named - {"noarchive", "noindex", "tdm"}):
        raise click.BadParameter(f"{unknown[0]!r} is none of noarchive, noindex, tdm and nothing")
    return cast("frozenset[Reservation]", named)  # each word was looked at


@click.command("collect")
@click.option("--sources", type=FILE, multiple=True, help="A TOML file of outlets: feeds, sitemaps, urls.")
@click.option("--urls", type=FILE, multiple=True, help="A list of pages, one address a line.")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="An Atom or RSS feed.")
@click.option("--sitemap", "sitemaps", multiple=True, metavar="URL", help="A sitemap, or an index of them.")
@click.option("--url", "pages", multiple=True, metavar="URL", help="A page.")
@click.option("--into", "folder", type=click.Path(path_type=Path, file_okay=False), required=True, help="The folder.")
@click.option("--contact", envvar="ONRECORD_CONTACT", show_envvar=True, help="Your web page or mail address.")
@click.option("--again", is_flag=True, help="Ask for pages that were fetched before, too.")
@click.option(
    "--respect",
    default=",".join(RESPECTED),
    show_default=True,
    metavar="WORDS",
    callback=_reservations,
    help="Keep no page that says so, of noarchive, noindex and tdm (text and data mining reserved), or nothing.",
)
@outlets_option
@json_option
@click.pass_obj
def command(
    rooms: Rooms,
    sources: tuple[Path, ...],
    urls: tuple[Path, ...],
    feeds: tuple[str, ...],
    sitemaps: tuple[str, ...],
    pages: tuple[str, ...],
    folder: Path,
    contact: str | None,
    again: bool,
    respect: frozenset[Reservation],
    outlets: Path | None,
    as_json: bool,
) -> int:
    """Fetch pages politely into a folder of WARC files, each as it came; run again, it goes on where it was.

    Every site's robots.txt is obeyed and no site asked more often than every 9 seconds, by the name Onrecord and with
    your --contact. Only the public web is visited. With no source named, what still waits in the folder is fetched.

    An address that no outlet is named for is one of the --outlets when it lies in that outlet's domain.

    A file of --sources looks like this:

    \b
    contact = "https://archive.example/about"
    [[outlet]]
    name = "The Norvel Courier"
    feeds = ["https://courier.example/rss.xml"]
    sitemaps = ["https://courier.example/news.xml"]
    urls = ["https://courier.example/talks.html"]
    """
    require_parts()
    name_of = rooms.outlet_names(outlets)
    asked, failed = ask(sources, urls, feeds, sitemaps, pages)
    contact = contact or next((watched.contact for watched in asked if watched.contact), None)
    with rooms.open_collection(folder, contact or "") as collector:
        if collector.cut:
            note(f"the last run was cut short: {collector.cut} bytes of an unfinished record were taken away")
        wanted = [
            replace(each, outlet=each.outlet or name_of(each.url)) for watched in asked for each in watched.wanted
        ]
        counts: Counter[str] = Counter()
        with _progress() as advance:
            for visited in collector.collect(wanted, again, respect):
                counts[visited.state] += 1
                _tell(visited.troubles)
                advance(visited.url, collector.waiting)
        later = collector.waiting
    failed += sum(counts[state] for state in STATES if state not in FINE)
    show(counts, later, failed, folder, as_json)
    return 2 if failed else 0


def require_parts() -> None:
    """Raises `ExtraMissing` when what collecting needs is not installed."""
    missing = [name for name in PARTS if importlib.util.find_spec(name) is None]
    if missing:
        raise ExtraMissing(
            f"collecting needs {', '.join(missing)}", 'Install them with `pip install "onrecord[collect]"`.'
        )


def ask(
    sources: Sequence[Path], urls: Sequence[Path], feeds: Sequence[str], sitemaps: Sequence[str], pages: Sequence[str]
) -> tuple[list[Watched], int]:
    """All that was asked for, and how much of it was no good; that is told here."""
    from onrecord.collect.watch import read_addresses, read_list, read_sources

    asked, failed = [], 0
    for path, read in [*((path, read_sources) for path in sources), *((path, read_list) for path in urls)]:
        try:
            asked.append(read(path))
        except InputError as error:
            complain(error)
            failed += 1
    asked += [read_addresses(feeds, "feed"), read_addresses(sitemaps, "sitemap"), read_addresses(pages, "page")]
    for watched in asked:
        _tell(watched.troubles)
        failed += len(watched.troubles)
    return asked, failed


def show(counts: Counter[str], later: int, failed: int, folder: Path, as_json: bool) -> None:
    """The summary: how many addresses came to what, and how many wait for another run."""
    if as_json:
        show_json({**{state: counts[state] for state in STATES}, "later": later, "errors": failed, "into": str(folder)})
        return
    print(", ".join(f"{counts[state]} {state}" for state in STATES) + f", {later} left for later, {failed} errors")


def _tell(troubles: Sequence[InputError]) -> None:
    for trouble in troubles:
        complain(trouble)


@contextmanager
def _progress() -> Iterator[Advance]:
    """A line that says how far it is, on a terminal only."""
    if not sys.stderr.isatty():
        yield lambda _url, _waiting: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.completed} done, {task.fields[waiting]} waiting"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("collect", total=None, waiting="some")
        yield lambda _url, waiting: progress.update(task, advance=1, waiting=waiting)
