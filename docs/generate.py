"""Writes the pages of docs/ that the code itself knows: errors, command line, API. `python docs/generate.py`."""

from __future__ import annotations

import inspect
import json
import tempfile
from pathlib import Path

import onrecord.errors
from onrecord.archive import Archive
from onrecord.cli.entry import onrecord as group
from onrecord.web import create_app

DOCS = Path(__file__).parent


def errors_page() -> str:
    """Every error code with its meaning, in the order of the tree."""
    classes = [item for _, item in inspect.getmembers(onrecord.errors, inspect.isclass)]
    named = [item for item in classes if item is not onrecord.errors.OnrecordError]
    codes = sorted({(item.code, inspect.getdoc(item) or "") for item in named})
    rows = [f"| `{code}` | {text.splitlines()[0]} |" for code, text in codes]
    head = [
        "# Error codes", "",
        "Every error is one line: what is wrong, the code in brackets, and what to do next. In a batch the rest goes",
        "on and the exit code is 2.", "", "| code | meaning |", "|---|---|",
    ]  # fmt: skip
    return "\n".join([*head, *rows, ""])


def commands_page() -> str:
    """The help of every command."""
    width = {"terminal_width": 100, "max_content_width": 100, "resilient_parsing": True}
    context = group.make_context("onrecord", [], **width)
    parts = ["# The command line", "", "```text", group.get_help(context), "```", ""]
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if command is None:
            continue
        inner = command.make_context(name, [], parent=context, **width)
        parts += [f"## {name}", "", "```text", command.get_help(inner), "```", ""]
    return "\n".join(parts)


def api_page() -> str:
    """The OpenAPI schema of the pages' JSON API."""
    with tempfile.TemporaryDirectory() as folder, Archive.create(Path(folder) / "empty.sqlite") as archive:
        return json.dumps(create_app(archive).openapi(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


PAGES = {"errors.md": errors_page, "commands.md": commands_page, "api.json": api_page}


def main() -> None:
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf8")


if __name__ == "__main__":
    main()
