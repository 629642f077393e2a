"""Measuring a reader against gold: the figures that Onrecord publishes, and the floors that hold them."""

from onrecord.evaluate.answers import load_answers, read_answers
from onrecord.evaluate.corpus import Answer, Article, Attribution, Corpus
from onrecord.evaluate.load import load_gold
from onrecord.evaluate.score import Evaluation, evaluate

__all__ = [
    "Answer", "Article", "Attribution", "Corpus", "Evaluation", "evaluate", "load_answers", "load_gold",
    "read_answers",
]  # fmt: skip
