"""The whole measurement: gold and answers in, every figure with its interval out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.evaluate.bootstrap import RESAMPLES, Drop, Value, draw_articles, measure
from onrecord.evaluate.corpus import Answer, Article, Aspect, Corpus
from onrecord.evaluate.figures import FIGURES, SLICED, Figure
from onrecord.evaluate.statements import integrity_tallies, statement_tallies
from onrecord.evaluate.tally import ArticleScore, Floats, Table, tabulate
from onrecord.evaluate.triples import span_tallies


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured on which gold. `missing` articles had no answer and count as wholly missed."""

    corpus: str
    digest: str
    run: str
    articles: int
    missing: tuple[str, ...]
    values: tuple[Value, ...]
    slices: tuple[Value, ...]
    drops: tuple[Drop, ...] = ()

    def value(self, key: str) -> Value | None:
        """A figure on the whole corpus, None when the gold does not give it."""
        return next((value for value in self.values if value.key == key), None)


def evaluate(corpus: Corpus, answers: Sequence[Answer], resamples: int = RESAMPLES) -> Evaluation:
    """Score the answers against the gold, matched by the names of the articles."""
    given = {answer.name for answer in answers}
    table = score_table(corpus, answers)
    draws = draw_articles(len(corpus.articles), resamples)
    sliced = [replace(figure, slice=slice_) for slice_ in table.slices for figure in SLICED]
    return Evaluation(
        corpus=corpus.name,
        digest=corpus.digest,
        run=next((answer.run for answer in answers if answer.run), ""),
        articles=len(corpus.articles),
        missing=tuple(article.name for article in corpus.articles if article.name not in given),
        values=_measured(FIGURES, table, draws),
        slices=_measured(sliced, table, draws),
    )


def score_table(corpus: Corpus, answers: Sequence[Answer]) -> Table:
    """The counts of every article."""
    by_name = {answer.name: answer for answer in answers}
    return tabulate(
        [
            score_article(article, by_name.get(article.name, Answer(article.name)), corpus.aspects)
            for article in corpus.articles
        ]
    )


def score_article(article: Article, answer: Answer, aspects: frozenset[Aspect]) -> ArticleScore:
    """All tracks on one article."""
    return ArticleScore(
        article.name,
        (
            *span_tallies(article, answer),
            *statement_tallies(article, answer, aspects),
            *integrity_tallies(article, answer, aspects),
        ),
    )


def _measured(figures: Sequence[Figure], table: Table, draws: Floats) -> tuple[Value, ...]:
    values = (measure(figure, table, draws) for figure in figures)
    return tuple(value for value in values if value is not None)
