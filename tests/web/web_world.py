"""A small world of invented reports, built by naming words instead of counting characters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from onrecord.archive import Archive
from onrecord.model import (
    Block,
    BlockKind,
    Dateline,
    Dates,
    Occasion,
    Participant,
    Reading,
    Report,
    Source,
    Span,
    Speaker,
    Statement,
    When,
    actor_id,
    statement_id,
)
from onrecord.model.statement import Form, Kind

TEXT = """\
Torve: Hask crossing to open <b>soon</b>

KARSA, (VTA)- Foreign Minister Ilan Torve said on Tuesday that the Hask crossing will open in May, adding \
“we wait for nobody.”

“The lists are exchanged,” Velm said, “and 140 people go home.” She noted that the envoy had spoken of progress.

A statement said that lorries wait. Deputy Karl Venn fears that the truce will not hold.

Source: VTA / Talwacht

Check Also
Keeper: “I never touched the ball”"""


@dataclass
class World:
    """A report in the making: spans are found by their words, from `mark` on."""

    text: str
    outlet: str | None = "Velian Telegraph Agency"
    title: str | None = "Torve: Hask crossing to open <b>soon</b>"
    credit: str | None = "VTA / Talwacht"
    dates: Dates = field(default_factory=Dates)
    dateline: Dateline = field(default_factory=Dateline)
    occasions: tuple[Occasion, ...] = ()
    blocks: list[Block] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)

    def span(self, words: str) -> Span:
        """Where the words stand; they must stand there once."""
        assert self.text.count(words) == 1, words
        start = self.text.index(words)
        return Span(start, start + len(words))

    def block(self, kind: BlockKind, words: str) -> None:
        """Name a run of the text."""
        self.blocks.append(Block(kind, self.span(words)))

    def say(
        self,
        content: str | Iterable[str],
        speaker: str | None,
        form: Form = "indirect",
        source: str | None = None,
        cue: str | None = None,
        kind: Kind = "statement",
        nested_in: str | None = None,
        occasion: str | None = None,
    ) -> str:
        """Add a statement; its id."""
        parts = [content] if isinstance(content, str) else list(content)
        spans = tuple(self.span(part) for part in parts)
        where = self.span(cue) if cue else None
        made = Statement(
            id=statement_id(self.report.id, where, spans),
            content=spans,
            source=self.span(source) if source else None,
            cue=where,
            form=form,
            kind=kind,
            act="report",
            speaker=Speaker(actor_id(speaker), speaker, 0.934, "Foreign Minister") if speaker else None,
            nested_in=nested_in,
            occasion=occasion,
            confidence=0.9,
        )
        self.statements.append(made)
        return made.id

    @property
    def source(self) -> Source:
        """The bytes that the text came as."""
        return Source(self.text.encode("utf-8", "surrogatepass"), "text/plain", f"reports/{self.outlet}.txt")

    @property
    def report(self) -> Report:
        """The report so far."""
        return Report(
            text=self.text,
            source_sha256=self.source.sha256,
            location=self.source.location,
            blocks=tuple(sorted(self.blocks, key=lambda block: block.span)),
            title=self.title,
            outlet=self.outlet,
            credit=self.credit,
            dateline=self.dateline,
            dates=self.dates,
            language="en",
        )

    @property
    def reading(self) -> Reading:
        """What is read in it so far."""
        return Reading(self.report, tuple(self.statements), self.occasions, "run-7")


def dossier() -> World:
    """One report with every form, a nested speaker, residue, nobody named, and a belief."""
    presser = Occasion(
        id="oc-1",
        type="joint press conference",
        place="Karsa",
        participants=(Participant("Ilan Torve", "speaker"), Participant("Dara Velm", "beside")),
        when=When(grain="weekday", basis="text", weekday="Tuesday"),
    )
    rendered = When(date(2031, 6, 21), date(2031, 6, 21), "day", "page_render")
    world = World(TEXT, occasions=(presser,), dates=Dates(page_render=rendered), dateline=Dateline("Karsa"))
    world.block("headline", "Torve: Hask crossing to open <b>soon</b>")
    world.block("dateline", "KARSA, (VTA)-")
    world.block("credit", "Source: VTA / Talwacht")
    world.block("furniture", "Check Also")
    world.block("teaser", "Keeper: “I never touched the ball”")
    world.say(
        "that the Hask crossing will open in May", "Ilan Torve", source="Foreign Minister Ilan Torve",
        cue="said on Tuesday", occasion="oc-1",
    )  # fmt: skip
    world.say("“we wait for nobody.”", "Ilan Torve", "direct", cue="adding", occasion="oc-1")
    world.say(("“The lists are exchanged,”", "“and 140 people go home.”"), "Dara Velm", "direct", "Velm", "said,")
    outer = world.say("that the envoy had spoken of progress", "Dara Velm", "mixed", "She", "noted")
    world.say("of progress", None, source="the envoy", cue="had spoken", nested_in=outer)
    world.say("that lorries wait", None, kind="document", source="A statement")
    world.say("that the truce will not hold", "Karl Venn", kind="belief", source="Deputy Karl Venn", cue="fears")
    return world


def archive_of(folder: Path, *worlds: World) -> Archive:
    """An archive with these reports in it."""
    archive = Archive.create(folder / "onrecord.sqlite")
    for world in worlds:
        archive.add(world.source, world.reading)
    return archive


def many(count: int) -> World:
    """One report with as many numbered statements of one speaker."""
    world = World("\n".join(f"Torve said that item {n:03} holds." for n in range(count)), title="Many", credit=None)
    for n in range(count):
        world.say(f"that item {n:03} holds", "Ilan Torve", kind="statement")
    return world
