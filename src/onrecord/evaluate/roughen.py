"""Damage that texts suffer on their way, done to gold texts: every edit keeps all offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final, Literal, get_args

import numpy as np

from onrecord.evaluate.bootstrap import RESAMPLES, Drop, draw_articles, interval
from onrecord.evaluate.corpus import Answer, Article, Corpus
from onrecord.evaluate.figures import FIGURES, Figure, compute
from onrecord.evaluate.score import score_table
from onrecord.evaluate.tally import Floats, Table

Damage = Literal[
    "lost paragraph breaks", "straightened quotes", "dropped quotes", "unbalanced quotes", "lower-cased headline"
]

DAMAGES: Final[tuple[Damage, ...]] = get_args(Damage)
COMPARED: Final = frozenset({"statement_f1", "mean_exact"})
UNBALANCED_EVERY: Final = 3  # an odd number, so that opening and closing marks are lost in turn

_STRAIGHT: Final = str.maketrans({**dict.fromkeys("“”„‟«»〝〞", '"'), **dict.fromkeys("‘’‚‛", "'")})
_BREAKS: Final = str.maketrans("\r\n\u2028\u2029", "    ")
_MARK: Final = re.compile('[“”„‟«»〝〞"]')


def damage_text(article: Article, damage: Damage) -> str:
    """The article's text with the damage done, of the same length."""
    if damage == "lost paragraph breaks":
        return article.text.translate(_BREAKS)
    if damage == "straightened quotes":
        return article.text.translate(_STRAIGHT)
    if damage == "dropped quotes":
        return _MARK.sub(" ", article.text)
    if damage == "unbalanced quotes":
        return _without_every_third_mark(article.text)
    return _with_low_headline(article)


def measure_drops(
    corpus: Corpus,
    answers: Sequence[Answer],
    read: Callable[[Sequence[Article]], Sequence[Answer]],
    resamples: int = RESAMPLES,
) -> tuple[Drop, ...]:
    """Read the texts under every damage, and tell what the figures lose against the `answers` to the sound texts."""
    draws = draw_articles(len(corpus.articles), resamples)
    sound = score_table(corpus, answers)
    drops: list[Drop] = []
    for damage in DAMAGES:
        articles = [replace(article, text=damage_text(article, damage)) for article in corpus.articles]
        rough = score_table(corpus, read(articles))
        found = (_drop(damage, figure, sound, rough, draws) for figure in FIGURES if figure.key in COMPARED)
        drops += [drop for drop in found if drop]
    return tuple(drops)


def worst_drop(drops: Sequence[Drop]) -> Drop | None:
    """The greatest loss, None when nothing was damaged."""
    return max(drops, key=lambda drop: drop.lost, default=None)


def _drop(damage: Damage, figure: Figure, sound: Table, rough: Table, draws: Floats) -> Drop | None:
    once = np.ones((1, draws.shape[1]))
    before, after = compute(figure, sound, once), compute(figure, rough, once)
    before_drawn, after_drawn = compute(figure, sound, draws), compute(figure, rough, draws)
    if before is None or after is None or before_drawn is None or after_drawn is None:
        return None
    lost = float(before[0] - after[0])
    low, high = interval(before_drawn - after_drawn, lost)
    return Drop(damage, figure.key, figure.title, float(after[0]), lost, low, high)


def _without_every_third_mark(text: str) -> str:
    marks = [match.start() for match in _MARK.finditer(text)]
    lost = frozenset(marks[UNBALANCED_EVERY - 1 :: UNBALANCED_EVERY])
    return "".join(" " if place in lost else sign for place, sign in enumerate(text))


def _with_low_headline(article: Article) -> str:
    """Letters whose lower case is longer stay as they are."""
    if article.headline is None:
        return article.text
    start, end = article.headline.start, article.headline.end
    low = "".join(sign.lower() if len(sign.lower()) == 1 else sign for sign in article.text[start:end])
    return article.text[:start] + low + article.text[end:]
