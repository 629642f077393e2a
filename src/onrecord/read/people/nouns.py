"""What the head noun of a source without a name says: an office, a body, a paper, a crowd - or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.read.people.lists import listed
from onrecord.read.people.phrases import is_name_word, is_org_word, read_role, strong_org
from onrecord.read.people.references import NUMBERS, SIDES, Reference
from onrecord.read.people.sharing import PAIRED, places_of
from onrecord.read.people.titles import (
    DOCUMENT_NOUNS,
    FIRM_NOUNS,
    GROUP_NOUNS,
    HONORIFICS,
    ORG_NOUNS,
    RELATIONAL,
    WEAK_ORG_NOUNS,
    head_family,
    names_somebody,
)
from onrecord.read.people.words import Word

_PRIVATE = listed("company firm business group party team family lab school")
# "The city of Upper Tesh" is a body by its whole name.
_SEATS = listed("city town village county state province district municipality port republic kingdom")
# Such a seat speaks for itself in a report that tells no longer name of it.
_SEATED = listed("metro district municipality county borough town city")
# Bodies by two words, and by nouns that no office has.
_SORTS = {
    "body": listed("civic municipal local governing sporting professional industry trade union"),
    "tank": listed("think"),
    "outfit": listed("media tech fashion news"),
}
_BANDS = listed(
    "institution force gang outfit cartel start-up startup cooperative collective label studio choir band orchestra"
)
# "Her Excellency" is she.
_STYLES = listed("excellency majesty highness honour honor eminence holiness grace ladyship lordship")
# What belongs to a body and speaks as it.
_OF_BODIES = listed("team staff side leadership management wing service crew")
# Those around somebody do not speak for him.
_AROUND = listed("circle entourage")
# Bodies in the plural are nobody in particular.
_MANY = listed("ministries organizations organisations press media")
# "Her side" is her country.
_HOMES = listed("country nation side capital state homeland")
_TOGETHER = listed("sides pair duo")


def of_nouns(head: Sequence[Word], made: Reference, *, determined: bool) -> Reference:
    """The reference with the way that its head noun tells."""
    comma = next((at for at, word in enumerate(made.words) if word.text == "," and at >= len(head)), len(made.words))
    if comma < len(made.words) and not made.names and head_family(head[-1].text):
        made = replace(made, words=made.words[:comma])
    bare, last, role = made.words, head[-1], read_role(made.words)
    noun = last.lower
    proper = is_name_word(last) and not (last.first and len(head) == 1 and not determined)
    made = replace(made, role=role)
    if noun in _STYLES and made.possessor in {"his", "her"} and len(bare) == 1:
        return made.by("he" if made.possessor == "his" else "she")
    if bare[0].lower in NUMBERS:
        counted = determined or bare[0].lower == "both"
        alone = noun in {"both", "two"} and len(bare) == 1
        return replace(made, way="both" if noun in PAIRED | SIDES or alone else "group", definite=counted)
    several = determined and made.definite and (len(bare) == 1 or len(places_of(bare)[1]) > 1)
    if several and (noun in PAIRED or (noun in _TOGETHER and len(bare) == 1)):
        return made.by("both")
    if made.possessor in {"his", "her", "my", "our"} and len(bare) == 1 and noun in _HOMES:
        return made.by("side")
    if noun == "side" and role is None and any(word.capital for word in head):
        return made.by("side")
    if noun in _SEATS and len(bare) > len(head) + 1 and bare[len(head)].lower == "of" and bare[-1].capital:
        return made.by("body")
    if determined and made.definite and not made.possessor and last.text.islower() and _is_a_body(head):
        return made.by("body")
    if len(bare) == 1 and noun in HONORIFICS:
        return made.by("nobody")
    if noun in RELATIONAL or any(word.lower == "opposite" for word in head):
        return made.by("relational" if made.definite else "group")
    if role and role.family == "press" and not made.definite and _says_whose(bare, "press") and bare[-1].capital:
        return made.by("voice")
    if role and role.family == "spokesperson" and (not made.definite or _says_whose(bare)):
        return made.by("voice")
    numbered = noun.isdigit() and len(head) > 1 and head[-2].lower in DOCUMENT_NOUNS
    if numbered or (noun in DOCUMENT_NOUNS and (not proper or (len(head) == 1 and noun not in ORG_NOUNS))):
        return made.by("document")
    if noun in GROUP_NOUNS and not (proper and len(head) > 1):
        return made.by("group")
    if made.possessor in {"our", "my", "your"}:
        return made.by("nobody")
    if noun == "executive" and last.capital and len(head) > 1 and head[-2].capital and determined and not head[0].first:
        return made.by("body" if made.definite else "group")
    if role and head_family(noun):
        return made.by("role" if made.definite else "group")
    if noun in FIRM_NOUNS and last.text.islower():
        return made.by("body" if made.definite and not made.possessor else "group")
    owned = [word for word in head[:-1] if word.possessive]
    if owned and last.text.islower() and noun not in ORG_NOUNS | {"campaign"}:
        somebody = names_somebody(noun) or noun in _AROUND or (noun.endswith("s") and noun not in DOCUMENT_NOUNS)
        return made.by("nobody" if somebody else "document")
    if last.text.islower() and noun.endswith("s") and noun not in ORG_NOUNS:
        return made.by("group")
    if (noun in _MANY or any(word.lower == "local" for word in head)) and last.text.islower():
        return made.by("group")
    adverb = noun.endswith("ly")
    if last.text.islower() and not (adverb or strong_org(last) or noun in WEAK_ORG_NOUNS | _OF_BODIES):
        somebody = determined and made.definite and not made.possessor and names_somebody(noun)
        return made.by("person_noun" if somebody else "nobody")
    if is_name_word(last) or strong_org(last) or noun in WEAK_ORG_NOUNS or any(is_org_word(word) for word in head):
        theirs = bool(made.possessor) or (last.text.islower() and any(word.possessive for word in head))
        private = noun in _PRIVATE and theirs
        return made.by("body" if (made.definite or proper) and not private else "group")
    if determined and made.definite and not made.possessor and names_somebody(noun):
        return made.by("person_noun")
    return made.by("nobody")


def _is_a_body(head: Sequence[Word]) -> bool:
    """For "the civic body", "the think tank", "the gang" and "the district", which no list of bodies has."""
    noun, sort = head[-1].lower, head[-2].lower if len(head) > 1 else ""
    return (noun in _SORTS and sort in _SORTS[noun]) or (len(head) == 1 and noun in _BANDS | _SEATED)


def _says_whose(bare: Sequence[Word], family: str = "spokesperson") -> bool:
    noun = next((i for i, word in enumerate(bare) if head_family(word.text) == family), 0)
    after = bare[noun + 1 : noun + 2]
    return bool(after and after[0].lower in {"for", "of"})
