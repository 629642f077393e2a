from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from onrecord.web.rendering import STATIC

FOLDERS = [STATIC, Path(__file__).parent / "vendor"]
OURS = {"onrecord.css", "onrecord.js", "mark.svg", "vendor.json", "LICENSE-3RD-PARTY.txt"}


@pytest.mark.parametrize("folder", FOLDERS, ids=["static", "tests"])
def test_vendored_files_are_the_ones_that_were_taken_and_carry_their_licence(folder: Path) -> None:
    known = json.loads((folder / "vendor.json").read_text("utf-8"))
    for name, facts in known.items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == facts["sha256"], name
        assert (folder / facts["licence_file"]).stat().st_size
        assert facts["version"]
    licences = {facts["licence_file"] for facts in known.values()}
    assert {path.name for path in folder.iterdir()} - OURS == {*known, *licences}
