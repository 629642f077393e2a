"""What is computed in a faster way is what the plain way computes."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.features import count_signs
from onrecord.clean.furniture import lowered
from onrecord.clean.signs import RECURRING, sign_of
from onrecord.clean.writtendates import names_year

TEXTS = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aZ09é’Я٣२²Ⅷ\n ")), max_size=60)


@given(TEXTS)
def test_digits_and_capitals_are_counted_as_letter_by_letter(text: str) -> None:
    assert count_signs(text) == (sum(map(str.isdigit, text)), sum(map(str.isupper, text)))


@given(st.text(alphabet="0129 x.\n٢۲२é", max_size=12))
def test_a_year_is_four_digits_alone(text: str) -> None:
    plain = re.search(r"(?<!\d)[12٠-٩۰-۹०-९]\d{3}(?!\d)", text) is not None
    skipped = text.isascii() and "20" not in text and "19" not in text
    assert names_year(text) == (plain and not skipped)


@pytest.mark.parametrize("line", ["İLGİLİ HABERLER", "ilgili haberler", "İlgili Haberler"])
def test_a_turkish_head_of_a_list_is_known_in_any_case(line: str) -> None:
    assert lowered(line) == "ilgili haberler"
    assert sign_of(line, 2) == "section"


@pytest.mark.parametrize("line", ["CHECK ALSO", "Check Also", "© Harbour Pictures", "(FILE PHOTO)", "VIA REUTERS"])
def test_the_case_of_a_line_does_not_matter(line: str) -> None:
    assert sign_of(line, len(line.split())) == sign_of(line.lower(), len(line.split())) is not None


def test_a_long_line_has_the_sign_of_a_short_one() -> None:
    notice = "Accepting cookies helps us. " + "The harbour council met again. " * 7
    assert len(notice) > RECURRING
    assert sign_of(notice, 39) == sign_of(notice[:60], 9) == "furniture"
