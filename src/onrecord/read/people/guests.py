"""Who is the guest of a meeting: "the visiting minister", "the guest", where two ministers speak."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.read.people.entities import PEER, Entity
from onrecord.read.people.lists import listed
from onrecord.read.people.mentions import Mention
from onrecord.read.people.references import Reference
from onrecord.read.people.verdicts import State, Verdict

# How sure a guest is whom the report tells to be visiting, and the one counterpart of a report that tells of no visit.
VISITING, COUNTERPART = 0.85, 0.6
# Words around a name in which its visit is told.
_AROUND = 10
_GUESTS = listed("visiting guest visitor")
_VISITS = listed("visit visiting arrived")
_RECEIVES = listed("received receives receiving hosted hosts hosting welcomed welcomes welcoming")


def guest(state: State, reference: Reference) -> Verdict | None:
    """Whom "the visiting minister" means: who is told to be on a visit, else the only counterpart."""
    if not any(word.lower in _GUESTS for word in reference.words):
        return None
    people = state.cast.people
    visiting = [person for person in people if _visits(state, person)]
    if len(visiting) == 1:
        return Verdict(visiting[0].name, VISITING, visiting[0])
    peers = [person for person in visiting or people if any(role.family == PEER for role in person.roles)]
    peers = [person for person in peers if not _hosts(state, person)]
    return Verdict(peers[0].name, COUNTERPART, peers[0]) if len(peers) == 1 else None


def _hosts(state: State, person: Entity) -> bool:
    """Whether the name stands behind "the host"."""
    hosts = frozenset({"host", "hostess"})
    return any(_tells(state, range(m.first - 2, m.first), hosts, m.head.sentence) for m in person.mentions if m.key)


def _visits(state: State, person: Entity) -> bool:
    """Whether a visit is told right behind the name, or before it in the title."""
    return any(
        _tells(state, range(mention.last, mention.last + _AROUND), _VISITS, mention.head.sentence)
        or _tells(state, range(mention.first - 4, mention.first), frozenset({"visiting"}), mention.head.sentence)
        or _is_received(state, mention)
        for mention in person.mentions
        if mention.key
    )


def _is_received(state: State, mention: Mention) -> bool:
    """For "received the Prime Minister of Zanbara, Dr. Moussa Sissala": nobody else is named between."""
    items = state.words.items
    for at in range(mention.first - 1, max(-1, mention.first - _AROUND * 2), -1):
        if items[at].sentence != mention.head.sentence:
            return False
        if items[at].lower in _RECEIVES:
            return True
        between = state.cast.of_mention.get(at)
        if between is not None and between.kind == "person":
            return False
    return False


def _tells(state: State, places: Sequence[int], wanted: frozenset[str], sentence: int) -> bool:
    items = state.words.items
    near = [items[at] for at in places if 0 <= at < len(items) and items[at].sentence == sentence]
    return not any(word.lower == "invitation" for word in near) and any(word.lower in wanted for word in near)
