"""Gatherings at which somebody speaks who is not said to hold a speech: "said at a ceremony", "told from the rostrum".

They count only in a sentence that names nothing else, and only where the words of saying lead to them.
"""

from __future__ import annotations

import re

_ADJECTIVES = r"(?:(?!(?:the|no|of|to|in|on|at|by|with|that|which)\b)[\w'’“”\"-]+,?\s+){0,4}?"
GATHERING = re.compile(
    rf"\b(?:at|during|before|opening)\s+(?:(?:an?|the|his|her|their|this|[\w-]+['’]s)\s+)?{_ADJECTIVES}"
    r"(?:ceremony|congress|convention|conference|forum|symposium|seminar|gathering|(?<=\ba\s)town\s+hall|event|"
    r"commemoration|celebrations?|inauguration|unveiling|parade|vigil|panel|graduation|plenary|assembly|funeral|"
    r"(?:memorial|church|prayer|thanksgiving)\s+service|town\s+hall\s+meeting|fundraiser|banquet|gala|dinner|luncheon|festival|fair)\b|"
    r"\bon\s+the\s+(?:(?:parliament|assembly|senate|chamber|house)(?:['’]s)?\s+floor|floor\s+of\s+the\s+[\w-]+)\b|"
    r"\b(?:in|before)\s+(?:the\s+)?(?:parliament|assembly|senate|chamber|house)\b|"
    r"\bbefore\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}committee\b|"
    r"\bfrom\s+(?:the|his|her)\s+(?:podium|rostrum|pulpit|lectern|dispatch\s+box)\b",
    re.IGNORECASE,
)
# What stands before it: the beginning, a comma, or a verb ("said at a ceremony", not "the fight in parliament").
BEFORE = re.compile(
    # A live report's entry begins with the hour.
    r"(?:^(?:\d{1,2}[:.]\d\d(?:\s*[ap]\.?m\.?)?)?|[,:–—-]|\b(?:said|says|saying|spoke|speaking|told|(?!(?:the|a|an)\b)\w+(?:ed|ing))"
    r"(?:\s+(?:on\s+|late\s+)?(?:\w+day|today|yesterday))?)$"
)
# One of these stands in every match, in small letters.
HINTS = (
    *"ceremony congress convention conference forum symposium seminar gathering event celebration".split(),  # noqa: SIM905
    *"commemoration inauguration unveiling parade vigil panel graduation plenary assembly town".split(),  # noqa: SIM905
    *"parliament senate chamber house committee podium rostrum pulpit lectern dispatch".split(),  # noqa: SIM905
    *"funeral service fundraiser banquet gala dinner luncheon festival fair floor".split(),  # noqa: SIM905
)
