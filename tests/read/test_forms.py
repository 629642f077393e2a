"""Direct, indirect and mixed are told apart by what stands in marks, and by the first person where marks were lost."""

from __future__ import annotations

import pytest

from onrecord.model import Span
from onrecord.read.forms import form_of
from onrecord.read.quotes import find_quotations


def form(text: str, content: str, cue: str = "said") -> str:
    at, cued = text.index(content), text.index(cue)
    span = Span(at, at + len(content))
    return form_of(text, [span], find_quotations(text), Span(cued, cued + len(cue)))


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("“The road is open,” Torve said.", "“The road is open,”", "direct"),
        ("Torve said that “the road is open.”", "that “the road is open.”", "direct"),
        ("Torve said that the road is open.", "that the road is open", "indirect"),
        (
            "Torve said the road was “open at last to all” of them.",
            "the road was “open at last to all” of them",
            "mixed",
        ),
        ("Torve said the “buffer” was closed.", "the “buffer” was closed", "indirect"),
        ("Torve said the “Valley Peace Initiative” failed.", "the “Valley Peace Initiative” failed", "indirect"),
        ("Torve said the “valley tax” was dead.", "the “valley tax” was dead", "indirect"),
        ("Torve said a deal was “within reach”.", "a deal was “within reach”", "mixed"),
        ("Torve said that “Roads before Walls” failed.", "that “Roads before Walls” failed", "indirect"),
        ("“The envoy said the road is open,” Torve added.", "the road is open", "indirect"),
        ("We agreed on the road, Torve said.", "We agreed on the road", "direct"),
        ("Torve said that we agreed on the road.", "that we agreed on the road", "indirect"),
    ],
)
def test_form_of_a_content(text: str, content: str, expected: str) -> None:
    assert form(text, content) == expected
