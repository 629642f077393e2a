"""The slices that figures are broken down by."""

from __future__ import annotations

import re
from typing import Final

from onrecord.evaluate.corpus import Article, Attribution

_PRONOUNS: Final = frozenset({
    "i", "you", "he", "she", "it", "we", "they", "who", "which", "that", "this", "these", "those", "one", "him", "her",
    "them", "us", "me", "himself", "herself", "themselves", "itself", "both", "everyone", "somebody", "someone",
    "anyone", "nobody",
})  # fmt: skip
_PARTICLES: Final = frozenset({
    "of", "the", "and", "for", "in", "de", "la", "le", "da", "del", "der", "van", "von", "bin", "ben", "al", "el", "'s",
})  # fmt: skip
_WORD: Final = re.compile(r"[\w’'.-]+")


def slices_of(attribution: Attribution, article: Article) -> tuple[str, ...]:
    """Source type, form, breaks of the content, nesting, and the article's group."""
    slices = [f"source: {source_type(attribution, article.text)}"]
    if attribution.form:
        slices.append(f"form: {attribution.form}")
    if len(attribution.content) > 1:
        slices.append("content: broken")
    if attribution.nested:
        slices.append("level: nested")
    if article.group:
        slices.append(f"group: {article.group}")
    return tuple(slices)


def source_type(attribution: Attribution, text: str) -> str:
    """`none`, `pronoun`, `name` (nothing but a name) or `phrase` (any other noun phrase)."""
    words = [word for span in attribution.source for word in _WORD.findall(span.of(text))]
    if not words:
        return "none"
    if all(word.lower() in _PRONOUNS for word in words):
        return "pronoun"
    return "name" if _is_name(words, text) else "phrase"


def _is_name(words: list[str], text: str) -> bool:
    """Upper-case words only; a single one must not also stand in the text in lower case ("Officials said")."""
    if not words[0][0].isupper() or words[0].lower() in _PARTICLES:
        return False
    if not all(word[0].isupper() or word.lower() in _PARTICLES for word in words):
        return False
    return len(words) > 1 or f" {words[0].lower()} " not in text
