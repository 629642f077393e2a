"""Files that declare outlets: what is read from them, and how a broken one is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.clean import declared_outlets
from onrecord.clean.declared.load import load_outlet
from onrecord.errors import DeclarationError

WHOLE = """id = "courier"
names = ["Karsa Courier"]
domains = ["courier.example"]
credits = ["KC"]
dateline = "KC"

[[rules]]
label = "teaser"
line = "Read more. (Really)"
from = 2030-01-01
until = 2031-01-01
"""


def test_a_whole_file_is_read() -> None:
    outlet = load_outlet(WHOLE.encode(), Path("courier.toml"))
    (rule,) = outlet.rules
    assert (outlet.name, outlet.domains, outlet.dateline) == ("Karsa Courier", ("courier.example",), "KC")
    assert rule.pattern.fullmatch("Read more. (Really)")
    assert not rule.pattern.fullmatch("Read more! (Really)")
    assert rule.first
    assert rule.first.isoformat() == "2030-01-01"


@pytest.mark.parametrize(
    ("old", "new", "where"),
    [
        ('id = "courier"', 'id = "The Courier"', "id"),
        ('id = "courier"', "", "id"),
        ('names = ["Karsa Courier"]', "names = []", "names"),
        ('names = ["Karsa Courier"]', 'names = "Karsa Courier"', "names"),
        ('"courier.example"', '"www.courier.example"', "domains"),
        ('"courier.example"', '"courier"', "domains"),
        ('dateline = "KC"', "dateline = 4", "dateline"),
        ('label = "teaser"', 'label = "body"', "rules[1].label"),
        ('label = "teaser"', "", "rules[1].label"),
        ('line = "Read more. (Really)"', "", "rules[1]"),
        ('line = "Read more. (Really)"', 'line = "Read"\npattern = "Read"', "rules[1]"),
        ('line = "Read more. (Really)"', 'pattern = "Read ("', "rules[1].pattern"),
        ('line = "Read more. (Really)"', 'pattern = "(?:Read)?"', "rules[1].pattern"),
        ('line = "Read more. (Really)"', f'pattern = "{"a" * 501}"', "rules[1].pattern"),
        ("from = 2030-01-01", 'from = "2030-01-01"', "rules[1].from"),
        ("until = 2031-01-01", "until = 2029-01-01", "rules[1].until"),
        ("until = 2031-01-01", "untill = 2031-01-01", "rules[1].untill"),
        ("[[rules]]", "[rules]", "rules"),
    ],
)
def test_a_broken_field_is_told_with_file_and_next_step(old: str, new: str, where: str) -> None:
    assert old in WHOLE
    with pytest.raises(DeclarationError) as caught:
        load_outlet(WHOLE.replace(old, new).encode(), Path("courier.toml"))
    assert caught.value.message.startswith(f"courier.toml: {where}: ")
    assert caught.value.next_step.endswith((".", '"courier".'))


@pytest.mark.parametrize("data", [b"id = ", b"\xff\xfe"])
def test_a_file_that_is_no_toml_is_told(data: bytes) -> None:
    with pytest.raises(DeclarationError, match=r"courier\.toml is no TOML"):
        load_outlet(data, Path("courier.toml"))


def test_an_outlet_of_one_s_own_takes_the_place_of_one_with_its_id(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('id = "halpa"\nnames = ["Another"]\n', encoding="utf-8")
    known = declared_outlets(tmp_path)
    assert [outlet.name for outlet in known.outlets if outlet.id == "halpa"] == ["Another"]
    assert len(known.outlets) == len(declared_outlets().outlets)
    assert known.digest != declared_outlets().digest


def test_one_id_twice_in_a_folder_is_told(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.toml").write_text('id = "courier"\nnames = ["Courier"]\n', encoding="utf-8")
    with pytest.raises(DeclarationError, match="declared twice"):
        declared_outlets(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeclarationError, match="No folder of outlets"):
        declared_outlets(tmp_path / "nowhere")
