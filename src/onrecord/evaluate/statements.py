"""The statement tracks: found or not, by whom, in which form, of which kind, at which occasion."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.evaluate.corpus import Answer, Article, Aspect, Attribution, nested, outermost
from onrecord.evaluate.match import Matching, match_contents
from onrecord.evaluate.meetings import same_occasion
from onrecord.evaluate.names import same_name, whole_name
from onrecord.evaluate.slices import slices_of
from onrecord.evaluate.tally import Tally, matched, missed, spread, surplus
from onrecord.model import DEFAULT_KINDS, size, subtract

Aspects = frozenset[Aspect]


def statement_tallies(article: Article, answer: Answer, aspects: Aspects) -> Iterator[Tally]:
    """Everything that is counted on statements matched by their contents."""
    found = answer.attributions if "nested" in aspects else outermost(answer.attributions)
    matching = match_contents(found, article.attributions)
    yield from _found_or_not(matching, article, "statement")
    for one, gold in matching.pairs:
        slices = slices_of(gold, article)
        for tally in _labels(one, gold, aspects):
            yield from spread(tally, slices)
    if "speaker" in aspects:
        yield from _joint(matching)
    if "kind" in aspects:
        yield from _default_view(article, found)
    if "nested" in aspects:
        inner = match_contents(nested(found), nested(article.attributions))
        yield from _found_or_not(inner, None, "nested")


def integrity_tallies(article: Article, answer: Answer, aspects: Aspects) -> Iterator[Tally]:
    """Statements whose spans are the text's and whose contents keep out of residue, the reader's own and the gold's."""
    for said in answer.attributions:
        yield matched("integrity", _sound(said, article, answer))
    for _ in range(answer.broken):
        yield matched("integrity", False)
    if "residue" in aspects:
        inside = sum(size(subtract(said.content, article.residue)) < size(said.content) for said in answer.attributions)
        words = sum(any(block.overlaps(token) for block in article.residue) for token in article.tokens)
        yield Tally("residue", inside, inside, words)


def _found_or_not(matching: Matching, article: Article | None, measure: str) -> Iterator[Tally]:
    """A pair counts in the slices of its gold, a surplus statement in its own."""
    for _, gold in matching.pairs:
        yield from spread(matched(measure), slices_of(gold, article) if article else ())
    for gold in matching.missed:
        yield from spread(missed(measure), slices_of(gold, article) if article else ())
    for one in matching.surplus:
        yield from spread(surplus(measure), slices_of(one, article) if article else ())


def _joint(matching: Matching) -> Iterator[Tally]:
    """A statement counts as found when its speaker is right as well."""
    for one, gold in matching.pairs:
        yield matched("joint", speaker_outcome(one, gold) == "right")
    for _ in matching.missed:
        yield missed("joint")
    for _ in matching.surplus:
        yield surplus("joint")


def _default_view(article: Article, found: tuple[Attribution, ...]) -> Iterator[Tally]:
    """What readers are shown: both sides without beliefs and intentions, nested statements against nested only."""
    shown = [said for said in found if said.kind in DEFAULT_KINDS]
    wanted = [said for said in article.attributions if said.kind in DEFAULT_KINDS]
    yield from _found_or_not(match_contents(shown, wanted, same_level=True), None, "default")


def _labels(one: Attribution, gold: Attribution, aspects: Aspects) -> Iterator[Tally]:
    """The labels of a matched pair, as far as the gold gives them."""
    if "speaker" in aspects:
        outcome = speaker_outcome(one, gold)
        for name in ("right", "wrong", "invented", "abstained"):
            yield matched(f"speaker.{name}", outcome == name)
        if gold.speaker:
            yield matched("speaker.whole", whole_name(one.speaker, gold.speaker))
    if gold.form:
        yield matched("form", one.form == gold.form)
    if gold.kind:
        yield matched("kind", one.kind == gold.kind)
        yield Tally(f"kind.{gold.kind}", int(one.kind == gold.kind), 0, 1)
        yield Tally(f"kind.{one.kind}", 0, 1, 0)
    if gold.act:
        yield matched("act", one.act == gold.act)
    if "occasion" in aspects and not gold.nested:
        yield matched("occasion", same_occasion(gold.occasion, one.occasion))


def speaker_outcome(one: Attribution, gold: Attribution) -> str:
    """`right`, `wrong` (another name), `invented` (a name where the gold has none) or `abstained` (none for a name)."""
    if not one.speaker:
        return "abstained" if gold.speaker else "right"
    if not gold.speaker:
        return "invented"
    return "right" if same_name(one.speaker, gold.speaker) else "wrong"


def _sound(said: Attribution, article: Article, answer: Answer) -> bool:
    spans = (*said.source, *said.cue, *said.content)
    inside = bool(said.content) and all(span.end <= len(article.text) for span in spans)
    return inside and not any(block.overlaps(span) for block in answer.residue for span in said.content)
