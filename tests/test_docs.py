"""The docs say what the code does: generated pages are fresh, and the README's example prints what the README shows."""

from __future__ import annotations

import contextlib
import importlib.util
import io
import re
from pathlib import Path
from types import ModuleType

import pytest


def generator(root: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", root / "docs/generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["errors.md", "commands.md", "api.json"])
def test_generated_page_is_fresh(root: Path, name: str) -> None:
    fresh = generator(root).PAGES[name]()
    assert (root / "docs" / name).read_text(encoding="utf8") == fresh, "run `python docs/generate.py`"


def readme_example(root: Path) -> tuple[str, str, int]:
    text = (root / "README.md").read_text(encoding="utf8")
    match = re.search(r"```python\n(.*?)```\n\n```text\n(.*?)```", text, re.DOTALL)
    assert match
    return match[1], match[2], text.count("\n", 0, match.end()) + 1


def test_readme_example_prints_what_the_readme_shows(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    code, shown, _ = readme_example(root)
    monkeypatch.chdir(root)
    with contextlib.redirect_stdout(io.StringIO()) as printed:
        exec(compile(code, "README.md", "exec"), {})
    assert printed.getvalue() == shown


def test_readme_shows_its_example_within_the_first_25_lines(root: Path) -> None:
    code, _, last_line = readme_example(root)
    assert last_line <= 25
    assert code.count("\n") <= 7


def test_docs_link_to_files_that_exist(root: Path) -> None:
    for page in [root / "README.md", *sorted((root / "docs").glob("*.md"))]:
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf8")):
            assert (page.parent / target).exists(), f"{page.name} links to {target}"
