"""Measuring a reader against gold: the figures that Onrecord publishes, and the floors that hold them."""

from onrecord.evaluate.answers import load_answers, read_answers
from onrecord.evaluate.corpus import Answer, Article, Attribution, Corpus
from onrecord.evaluate.floors import check_floors, load_floors, save_floors, update_floors
from onrecord.evaluate.load import load_gold
from onrecord.evaluate.render import evaluation_json, markdown_section, with_section
from onrecord.evaluate.roughen import measure_drops, worst_drop
from onrecord.evaluate.score import Evaluation, evaluate

__all__ = [
    "Answer", "Article", "Attribution", "Corpus", "Evaluation", "check_floors", "evaluate", "evaluation_json",
    "load_answers", "load_floors", "load_gold", "markdown_section", "measure_drops", "read_answers", "save_floors",
    "update_floors", "with_section", "worst_drop",
]  # fmt: skip
