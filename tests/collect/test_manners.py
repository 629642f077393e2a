"""Pauses, retries and the name that sites see."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.collect.manners import LONGEST_WAIT, Identity, Manners, retry_after
from onrecord.errors import OnrecordError

NOW = datetime(2026, 3, 3, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("9999999999", 604800.0),
        ("Tue, 03 Mar 2026 12:01:00 GMT", 60.0),
        ("Tue, 03 Mar 2026 14:01:00 +0200", 60.0),
        ("Tue, 03 Mar 2026 11:00:00 GMT", 0.0),
        ("Fri, 03 Mar 2028 12:00:00 GMT", 604800.0),
        ("", None),
        ("soon", None),
        ("-5", None),
        ("1.5", None),
        ("Tue, 99 Mar 2026 99:00:00 GMT", None),
    ],
)
def test_retry_after_reads_seconds_and_dates(value: str, seconds: float | None) -> None:
    assert retry_after(value, NOW) == seconds


@given(st.text(max_size=40))
def test_retry_after_never_breaks(value: str) -> None:
    assert retry_after(value, NOW) is None or 0 <= retry_after(value, NOW) <= 604800.0


@given(st.integers(1, 30), st.text(max_size=20))
def test_waits_double_with_chance_in_them_and_end_at_an_hour(tries: int, key: str) -> None:
    manners = Manners()
    wait = manners.wait(tries, key)
    longest = min(60.0 * 2 ** (tries - 1), LONGEST_WAIT)
    assert longest / 2 <= wait <= longest
    assert wait == manners.wait(tries, key), "the same seed waits the same"


def test_waits_differ_between_addresses_and_seeds() -> None:
    waits = {Manners(seed=seed).wait(1, key) for seed in range(3) for key in ("a", "b", "c")}
    assert len(waits) == 9


@pytest.mark.parametrize(
    "contact", ["desk@archive.example", "https://archive.example/about", "mailto:desk@archive.example"]
)
def test_identity_names_us_and_the_contact(contact: str) -> None:
    assert Identity(contact, "1.2.3").agent == f"Onrecord/1.2.3 (+{contact})"


@pytest.mark.parametrize(
    "contact",
    ["", "  ", "me", "a@b\r\nX: y", "desk @archive.example", "dësk@archive.example", "a@b)(c", "x" * 300 + "@a"],
)
def test_identity_needs_a_contact(contact: str) -> None:
    with pytest.raises(OnrecordError, match="contact"):
        Identity(contact, "1.2.3")
