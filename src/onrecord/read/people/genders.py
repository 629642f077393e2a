"""What a report says of the gender of its people: titles, first names and the pronouns beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from onrecord.model import Span
from onrecord.read.people.appositions import PREPOSITIONS
from onrecord.read.people.entities import NAMED, SAID, Cast, Entity
from onrecord.read.people.firstnames import gender_of
from onrecord.read.people.lists import listed
from onrecord.read.people.mentions import Mention
from onrecord.read.people.names import core
from onrecord.read.people.titles import noun_gender
from onrecord.read.people.words import Word, Words

# How loudly "for her part" speaks, a pronoun that opens the next sentence, and one in the same sentence.
PART, NEXT, OWN = 3.0, 1.2, 0.6

# Words that stand behind "her" where it is no possessive.
_BEHIND_OBJECT = listed("that and but or when while if because who to a an the his her he she they it it's")
_PRONOUNS = {"he": 1.0, "him": 1.0, "his": 1.0, "himself": 1.0, "she": -1.0, "her": -1.0, "herself": -1.0, "hers": -1.0}


def weigh_genders(cast: Cast, words: Words) -> None:
    """First names, gendered nouns and the pronouns right behind a person who is alone in the sentence."""
    for entity in cast.people:
        first = max(entity.forms, key=lambda form: len(core(form)), default=())
        if len(first) > 1:
            entity.leaning += NAMED * gender_of(first[0])
        for role in entity.roles:
            gender = noun_gender(role.noun)
            entity.leaning += SAID * ((gender == "m") - (gender == "f"))
    by_sentence: dict[int, list[Mention]] = {}
    for entity in cast.people:
        for mention in entity.mentions:
            _parts(entity, mention, words)
            by_sentence.setdefault(mention.head.sentence, []).append(mention)
    for number, mentions in by_sentence.items():
        entity = cast.of_mention[mentions[0].first]
        people = {cast.of_mention[mention.first].number for mention in mentions}
        if len(people) == 1 and abs(entity.leaning) < NAMED:
            sentence, end = _sentence(words.items, mentions[0].first)
            _own_pronouns(entity, mentions[0], sentence)
            following, _ = _sentence(words.items, end)
            if number + 1 not in by_sentence and following and following[0].sentence == number + 1:
                _next_pronoun(entity, mentions, sentence, following)


def _own_pronouns(entity: Entity, mention: Mention, sentence: Sequence[Word]) -> None:
    for word, after in zip(sentence, [*sentence[1:], None], strict=True):
        if word.start > mention.end and word.lower in _PRONOUNS and not word.quoted and mention.subject:
            if _is_object(word, after):
                return
            entity.leaning += OWN * _PRONOUNS[word.lower]
            return


def _is_object(word: Word, after: Word | None) -> bool:
    """For "Torve thanked her for it": somebody else; "her" before a noun may be the subject's own."""
    if word.lower == "him":
        return True
    return word.lower == "her" and (after is None or after.lower in PREPOSITIONS | _BEHIND_OBJECT)


def _next_pronoun(entity: Entity, mentions: Iterable[Mention], one: Sequence[Word], following: Sequence[Word]) -> None:
    if not any(mention.subject for mention in mentions) or one[0].paragraph != following[0].paragraph:
        return
    word = following[0]
    if word.lower in {"he", "she"}:
        entity.leaning += NEXT * _PRONOUNS[word.lower]


def _parts(entity: Entity, mention: Mention, words: Words) -> None:
    """Weighs "for her part, X" and "X, for his part,"."""
    entity.leaning += PART * sum(_of_parts(words.items, mention.first, mention.last))


def gender_of_part(words: Words, source: Span) -> str:
    """`m` or `f` for a source with "for his part" or "for her part" beside it, else an empty string."""
    first, last = words.at(source.start), words.at(source.end - 1) + 1
    said = sum(_of_parts(words.items, first, last))
    return "m" if said > 0 else "f" if said < 0 else ""


def _of_parts(items: Sequence[Word], first: int, last: int) -> Iterator[float]:
    """What each "on his part" right before or behind the words says."""
    for start, end in ((max(0, first - 8), first), (last, min(len(items), last + 5))):
        for at in range(start, end - 2):
            whose = _PRONOUNS.get(items[at + 1].lower)
            if whose and items[at].lower in {"for", "on"} and items[at + 2].lower in {"part", "side"}:
                yield whose


def _sentence(items: Sequence[Word], at: int) -> tuple[list[Word], int]:
    """The words of the sentence around an index, marks apart, and the index behind it."""
    first = end = at
    while end < len(items) and items[end].sentence == items[at].sentence:
        end += 1
    while 0 < first < len(items) and items[first - 1].sentence == items[at].sentence:
        first -= 1
    return [word for word in items[first:end] if word.text[0].isalnum()], end
