"""Nouns of one family that are different people: a teacher is not "the nurse", and a judge no "counsel"."""

from __future__ import annotations

from onrecord.read.people.lists import listed

# What is short for what, and other words for the same office.
_SHORT = {
    "gov": "governor", "govs": "governor", "sen": "senator", "rep": "representative", "reps": "representative",
    "gen": "general", "col": "colonel", "capt": "captain", "lt": "lieutenant", "sgt": "sergeant", "maj": "major",
    "dr": "doctor", "prof": "professor", "rev": "reverend", "pm": "premier", "cm": "minister", "fm": "minister",
    "cr": "councillor", "clr": "councillor", "cllr": "councillor", "councilor": "councillor",
    "justice": "judge", "magistrate": "judge", "chairwoman": "chair", "chairman": "chair", "chairperson": "chair",
    "chairlady": "chair", "convenor": "convener", "cop": "policeman",
    "mum": "mother", "mom": "mother", "dad": "father", "gran": "grandmother", "granny": "grandmother",
    "grandad": "grandfather", "neighbor": "neighbour", "representative": "lawmaker",
    "author": "writer", "columnist": "writer", "commentator": "writer", "anchor": "presenter",
    "broadcaster": "presenter", "interviewer": "presenter", "reporter": "journalist", "correspondent": "journalist",
    "schoolteacher": "teacher", "headteacher": "principal", "headmaster": "principal", "headmistress": "principal",
    "actress": "actor", "trainer": "coach", "keeper": "ranger", "warden": "ranger", "adviser": "advisor",
    "counsellor": "advisor", "counselor": "advisor", "lawyer": "attorney", "solicitor": "attorney",
    "barrister": "attorney", "counsel": "attorney", "litigator": "attorney", "dr.": "doctor",
    "agent": "broker", "controller": "comptroller", "waitress": "waiter",
}  # fmt: skip
# In these families a noun names its own trade, and another noun is somebody else's.
_APART = frozenset({"lawyer", "worker", "citizen", "press", "trader", "scholar", "officer"})
# Words for anybody of a family.
_ANYBODY = listed(
    """
    expert analyst scientist researcher academic scholar professor doctor dr prof fellow lecturer consultant
    specialist
    officer commander soldier trooper lawyer attorney journalist reporter writer author resident villager native
    player agent man woman businessman businesswoman entrepreneur tycoon magnate billionaire mogul baron industrialist
    investor financier banker
    """
)


# Nouns of different families for one trade.
_ALIKE = tuple(
    map(
        listed,
        (
            "coach manager trainer",
            "author writer novelist poet playwright",
            "fisherman skipper captain boatman",
            "head headteacher headmaster headmistress principal",
            "landlord landlady publican innkeeper",
            "owner shopkeeper baker butcher hotelier",
            "cleric prelate churchman clergyman",
        ),
    )
)


def means_the_same(one: str, other: str) -> bool:
    """Whether two nouns of different families may be said of one person: the coach and "the manager"."""
    return any(one in nouns and other in nouns for nouns in _ALIKE)


def are_apart(family: str, one: str, other: str) -> bool:
    """Whether two nouns of one family name two trades."""
    if family not in _APART or _ANYBODY & {one.strip("."), other.strip(".")}:
        return False
    return not (is_one_trade(one, other) or means_the_same(one, other))


def is_one_trade(one: str, other: str) -> bool:
    """Whether two nouns are one, or one is short for the other: "Gov." and "governor".

    >>> is_one_trade("gov.", "governor"), is_one_trade("judge", "counsel")
    (True, False)
    """
    return _whole(one) == _whole(other)


def _whole(noun: str) -> str:
    plain = noun.strip(".")
    return _SHORT.get(plain, plain)
