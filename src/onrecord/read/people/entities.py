"""Somebody or something that a report names, with all that the report says of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from onrecord.read.people.firstnames import gender_of
from onrecord.read.people.mentions import Mention
from onrecord.read.people.names import PARTICLES, core
from onrecord.read.people.phrases import Phrase, Role, plain_name
from onrecord.read.people.words import Words

PAST = frozenset({"former", "ex", "then", "late"})
# The family of whoever is called a counterpart of somebody.
PEER = "peer"
# Who has such an office says "we" for the country.
GOVERNING = frozenset({"minister", "premier", "president", "royal"})
# How loudly a gendered title or noun speaks for a gender, and a first name (2.0, 2.5 and 3.0 were tried end to end on
# 1,931 matched statements: 3.0 has 6 more right and 3 fewer wrong than 2.0).
SAID, NAMED = 4.0, 3.0
# The sum of what speaks for a gender that counts as sure.
SURE = 3.0


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
    letters: set[str] = field(default_factory=set)
    office: str = ""
    leaning: float = 0.0
    learned: float = 0.0
    speaks: bool = False
    near: tuple[frozenset[str], frozenset[str]] | None = None

    @property
    def name(self) -> str:
        """The longest form of the name; of equally long ones the commonest, then the first."""
        if len(self.forms) == 1:
            return " ".join(next(iter(self.forms)))
        plain = [form for form in self.forms if not self._is_decorated(form)]
        if not self.forms:
            named = next((mention for mention in self.mentions if mention.key), self.mentions[0])
            return " ".join(word.text for word in named.phrase.name)
        words = max(plain or self.forms, key=lambda form: (_length(form), self.forms[form], len("".join(form))))
        return " ".join(words)

    def _is_decorated(self, form: tuple[str, ...]) -> bool:
        """Whether it is "Crooked Hillary Clinton" beside a commoner "Hillary Clinton"."""
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
    def told(self) -> float:
        """What speaks for a gender apart from the pronouns that were understood."""
        return self.leaning - self.learned

    @property
    def gender(self) -> float:
        """Between -1 (surely a woman) and 1 (surely a man)."""
        return max(-1.0, min(1.0, self.leaning / SURE))


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


def add_mention(entity: Entity, mention: Mention) -> None:
    """Record a mention with all that it says of the entity."""
    phrase = mention.phrase
    entity.mentions.append(mention)
    if not mention.headline:
        entity.forms[plain_name(phrase.name)] += 1
    entity.keys.add(mention.key)
    entity.letters.update(word[:1] for word in mention.key)
    entity.roles.extend(mention.roles)
    if mention.alias:
        entity.aliases.add(mention.alias)
    if phrase.title and phrase.role:
        entity.office = max(entity.office, " ".join(word.text for word in phrase.title), key=len)
    if phrase.gender:
        entity.leaning += SAID if phrase.gender == "m" else -SAID
    if phrase.kind == "person" and entity.kind in {"unknown", "likely", "acronym"}:
        entity.kind = "person"


def _length(form: tuple[str, ...]) -> tuple[int, int]:
    return len(core(form)), sum(word.lower() not in PARTICLES for word in form)
