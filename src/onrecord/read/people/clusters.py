"""Groups the names of one report into people, bodies and places, and gathers what the report says of each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from onrecord.read.people.firstnames import gender_of
from onrecord.read.people.mentions import Mention
from onrecord.read.people.names import PARTICLES, core, same_person
from onrecord.read.people.phrases import Phrase, Role, plain_name
from onrecord.read.people.titles import noun_gender
from onrecord.read.people.words import Word, Words

PAST = frozenset({"former", "ex", "then", "late"})
# The family of whoever is called a counterpart of somebody.
PEER = "peer"
# Two spellings are one person's from here on (0.8 is one typo, 0.7 an initial).
SAME = 0.7
# A surname all in capitals has so many letters at least; what is shorter is an acronym.
SHOUTED = 4
# A full name just before weighs as much as so many mentions, and fades over so many characters.
NEAR_NAME, NEAR_CHARACTERS, HEADLINED, AGREES = 12.0, 800.0, 4.0, 6.0
# What speaks for a gender, and how loudly; the sum is squeezed into -1..1.
SAID, NAMED, PART, NEXT, OWN = 4.0, 2.0, 3.0, 1.2, 0.6


@dataclass(slots=True)
class Entity:
    """Somebody or something that the report names."""

    number: int
    kind: str
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    keys: set[tuple[str, ...]] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    aliases: set[str] = field(default_factory=set)
    office: str = ""
    leaning: float = 0.0
    speaks: bool = False

    @property
    def name(self) -> str:
        """The longest form of the name; of equally long ones the commonest, then the first."""
        plain = [form for form in self.forms if not self._is_decorated(form)]
        if not self.forms:
            return " ".join(word.text for word in self.mentions[0].phrase.name)
        words = max(plain or self.forms, key=lambda form: (_length(form), self.forms[form], len("".join(form))))
        return " ".join(words)

    def _is_decorated(self, form: tuple[str, ...]) -> bool:
        """ "Crooked Hillary Clinton" beside a commoner "Hillary Clinton"."""
        bare = form[1:]
        return len(bare) > 1 and self.forms.get(bare, 0) >= self.forms[form] and abs(gender_of(bare[0])) == 1.0

    @property
    def appears(self) -> int:
        """Offset of the first mention, headlines apart."""
        return min((mention.start for mention in self.mentions if not mention.headline), default=1 << 30)

    @property
    def introduced_bare(self) -> bool:
        """Whether the first full name in the body stands without title and apposition: the office was told before."""
        first = next((m for m in self.mentions if not m.headline and len(m.key) > 1), None)
        present = [role for role in first.roles if role.family and not role.modifiers & PAST] if first else []
        peer = any(role.family == PEER for role in self.roles)
        return first is not None and not present and not first.phrase.title and not peer

    @property
    def gender(self) -> float:
        """Between -1 (surely a woman) and 1 (surely a man)."""
        return max(-1.0, min(1.0, self.leaning / 3))


@dataclass(slots=True)
class Cast:
    """All entities of a report; `of_mention` finds the entity of a mention by the index of its first word."""

    entities: list[Entity] = field(default_factory=list)
    of_mention: dict[int, Entity] = field(default_factory=dict)

    @property
    def people(self) -> list[Entity]:
        """The entities that are people."""
        return [entity for entity in self.entities if entity.kind == "person"]

    def at(self, phrase: Phrase, words: Words) -> Entity | None:
        """The entity whose mention stands just there."""
        first, last = words.at(phrase.name[0].start), words.at(phrase.name[-1].start)
        entity = self.of_mention.get(first)
        exact = entity is not None and any(m.first == first and m.last > last for m in entity.mentions)
        return entity if exact else None


def build_cast(mentions: Sequence[Mention], words: Words) -> Cast:
    """Cluster the mentions, longest names first, so that a surname finds its owner."""
    cast = Cast()
    for mention in sorted(mentions, key=_precedence):
        _place(mention, cast, create=not mention.headline or (mention.phrase.kind == "person" and len(mention.key) > 1))
    for entity in cast.entities:
        entity.mentions.sort(key=lambda mention: mention.start)
        for mention in entity.mentions:
            cast.of_mention[mention.first] = entity
        if entity.kind == "likely" and len({len(mention.key) for mention in entity.mentions}) > 1:
            entity.kind = "person"
    _borrow_roles(cast, mentions, words)
    _weigh_gender(cast, words)
    return cast


def _precedence(mention: Mention) -> tuple[bool, bool, bool, int, bool, bool, int]:
    """Body before titles, people before others, long names before short, those with a title first."""
    phrase = mention.phrase
    sure = phrase.kind in {"person", "likely"}
    first = (not phrase.gender, not phrase.title, mention.start)
    return mention.headline, len(mention.key) == 1, not sure, -len(mention.key), *first


def _place(mention: Mention, cast: Cast, *, create: bool) -> None:
    entity = find_entity(cast, mention.key, mention)
    if entity is None:
        if not create:
            return
        entity = Entity(len(cast.entities), mention.phrase.kind or "unknown")
        cast.entities.append(entity)
    add_mention(entity, mention)


def add_mention(entity: Entity, mention: Mention) -> None:
    """Record a mention with all that it says of the entity."""
    phrase = mention.phrase
    entity.mentions.append(mention)
    if not mention.headline:
        entity.forms[plain_name(phrase.name)] += 1
    entity.keys.add(mention.key)
    entity.roles.extend(mention.roles)
    if mention.alias:
        entity.aliases.add(mention.alias)
    if phrase.title and phrase.role:
        entity.office = max(entity.office, " ".join(word.text for word in phrase.title), key=len)
    if phrase.gender:
        entity.leaning += SAID if phrase.gender == "m" else -SAID
    if phrase.kind == "person" and entity.kind in {"unknown", "likely", "acronym"}:
        entity.kind = "person"


def find_entity(cast: Cast, key: tuple[str, ...], mention: Mention | None = None) -> Entity | None:
    """The entity of a name, or None: the surest match; of several people of one surname the one named last before."""
    kind = mention.phrase.kind if mention else ""
    at = mention.start if mention else 0
    best: Entity | None = None
    rank: tuple[float, float] = (0.0, 0.0)
    for entity in cast.entities:
        score = match(entity, key, kind)
        if score < SAME or (mention and _clashes(entity, mention)):
            continue
        here = (score, _standing(entity, at) + _agreement(entity, mention) if mention else float(len(entity.mentions)))
        if best is None or here > rank:
            best, rank = entity, here
    return best


def _standing(entity: Entity, at: int) -> float:
    """Which of several people of one surname it goes to: the one named often, and the one named in full just before."""
    topic = HEADLINED * any(mention.headline for mention in entity.mentions)
    before = [m for m in entity.mentions if m.start < at and len(m.key) > 1 and not m.headline]
    if not before:
        return len(entity.mentions) + topic
    last = before[-1] if before[-1].start > before[0].start else before[0]
    near = NEAR_NAME * math.exp(-(at - last.start) / NEAR_CHARACTERS)
    return len(entity.mentions) + topic + (near if last.subject or last.phrase.role else near / 3)


def _agreement(entity: Entity, mention: Mention) -> float:
    """How well the gender that the title says fits what is known of the person."""
    wanted = {"m": 1.0, "f": -1.0}.get(mention.phrase.gender, 0.0)
    said = entity.leaning + sum(NAMED * gender_of(form[0]) for form in entity.forms if len(form) > 1)
    return AGREES * wanted * max(-1.0, min(1.0, said))


def _clashes(entity: Entity, mention: Mention) -> bool:
    """ "Mr Obama" is not Michelle Obama."""
    wanted = {"m": 1.0, "f": -1.0}.get(mention.phrase.gender, 0.0)
    if not wanted:
        return False
    said = entity.leaning + sum(NAMED * gender_of(form[0]) for form in entity.forms if len(form) > 1)
    return said * wanted <= -NAMED


def match(entity: Entity, key: tuple[str, ...], kind: str) -> float:
    """How surely the name is the entity's."""
    if len(key) == 1 and (_is_alias(entity, key[0]) or (kind == "acronym" and _initials(entity, key[0]))):
        return 1.0
    if entity.kind in {"person", "likely"}:
        if kind == "acronym":
            return float(len(key[0]) >= SHOUTED and any(key[0] == known[-1] for known in entity.keys))
        if kind == "organisation":
            return 0.0
        known = max((same_person(key, known) for known in entity.keys), default=0.0)
        return known or _nicknamed(entity, key)
    if key in entity.keys:
        return 1.0
    if kind in {"person", "likely"}:
        return 0.0
    return 0.9 if any(len(known) > 1 and len(key) > 1 and set(key) <= set(known) for known in entity.keys) else 0.0


def _nicknamed(entity: Entity, key: tuple[str, ...]) -> float:
    """ "Ice-cool Satu" for Satu Lampi: somebody by the first name, decorated."""
    if len(key) != 2 or abs(gender_of(key[0])) == 1.0:
        return 0.0
    return SAME * any(len(known) > 1 and known[0] == key[1] and known[-1] != key[0] for known in entity.keys)


def _is_alias(entity: Entity, word: str) -> bool:
    return word.upper() in {alias.upper() for alias in entity.aliases}


def _initials(entity: Entity, acronym: str) -> bool:
    """Whether the letters are the first ones of a body's name ("IRS", the Internal Revenue Service)."""
    letters = acronym.replace(".", "")
    if entity.kind != "organisation" or len(letters) < 3:
        return False
    return any("".join(word[0] for word in form if word[0].isupper()).lower() == letters for form in entity.forms)


def _borrow_roles(cast: Cast, mentions: Sequence[Mention], words: Words) -> None:
    """ "His Saudi counterpart X": X has the office of the person named last before, for the other side."""
    for index, mention in enumerate(mentions):
        entity = cast.of_mention.get(mention.first)
        if entity is None or entity.kind != "person":
            continue
        before = words.items[max(0, mention.first - 5) : mention.first]
        title = [w for w in before if w.lower in {"counterpart", "colleague", "homologue"} or w.lower == "opposite"]
        if not title:
            continue
        places = _capitals_before(before, title[0])
        principal = _last_person(cast, mentions[:index], entity)
        entity.roles.append(Role(PEER, "counterpart", places, places))
        for role in principal.roles[:2] if principal else ():
            entity.roles.append(Role(role.family, role.noun, role.modifiers - role.places | places, places))


def _capitals_before(words: Sequence[Word], title: Word) -> frozenset[str]:
    found: list[str] = []
    for word in reversed([item for item in words if item.start < title.start]):
        if not word.capital:
            break
        found.append(word.lower)
    return frozenset(found)


def _last_person(cast: Cast, mentions: Sequence[Mention], other: Entity) -> Entity | None:
    for mention in reversed(mentions):
        entity = cast.of_mention.get(mention.first)
        if entity is not None and entity is not other and entity.kind == "person" and entity.roles:
            return entity
    return None


_PRONOUNS = {"he": 1.0, "him": 1.0, "his": 1.0, "himself": 1.0, "she": -1.0, "her": -1.0, "herself": -1.0, "hers": -1.0}


def _weigh_gender(cast: Cast, words: Words) -> None:
    """First names, gendered nouns and the pronouns right behind a person who is alone in the sentence."""
    for entity in cast.people:
        first = max(entity.forms, key=_length, default=())
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
    sentences = _sentences(words)
    for number, mentions in by_sentence.items():
        people = {cast.of_mention[mention.first].number for mention in mentions}
        if len(people) == 1 and abs(cast.of_mention[mentions[0].first].leaning) < NAMED:
            _own_pronouns(cast.of_mention[mentions[0].first], mentions[0], sentences[number])
            if number + 1 not in by_sentence and number + 1 in sentences:
                _next_pronoun(cast.of_mention[mentions[0].first], mentions, sentences[number], sentences[number + 1])


def _own_pronouns(entity: Entity, mention: Mention, sentence: Sequence[Word]) -> None:
    for word in sentence:
        if word.start > mention.end and word.lower in _PRONOUNS and not word.quoted and mention.subject:
            entity.leaning += OWN * _PRONOUNS[word.lower]
            return


def _next_pronoun(entity: Entity, mentions: Iterable[Mention], one: Sequence[Word], following: Sequence[Word]) -> None:
    if not any(mention.subject for mention in mentions) or one[0].paragraph != following[0].paragraph:
        return
    word = following[0]
    if word.lower in {"he", "she"}:
        entity.leaning += NEXT * _PRONOUNS[word.lower]


def _parts(entity: Entity, mention: Mention, words: Words) -> None:
    """ "For her part, X" and "X, for his part,"."""
    items, first, last = words.items, mention.first, mention.last
    near = [items[max(0, first - 8) : first], items[last : last + 5]]
    for window in near:
        for one, two, three in zip(window, window[1:], window[2:], strict=False):
            if one.lower in {"for", "on"} and two.lower in _PRONOUNS and three.lower in {"part", "side"}:
                entity.leaning += PART * _PRONOUNS[two.lower]


def _sentences(words: Words) -> dict[int, list[Word]]:
    sentences: dict[int, list[Word]] = {}
    for word in words.items:
        if word.text[0].isalnum():
            sentences.setdefault(word.sentence, []).append(word)
    return sentences


def _length(form: tuple[str, ...]) -> tuple[int, int]:
    return len(core(form)), sum(word.lower() not in PARTICLES for word in form)
