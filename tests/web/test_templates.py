from __future__ import annotations

from dataclasses import fields

import pytest
from jinja2 import meta

from onrecord.web import contexts
from onrecord.web.contexts import Page
from onrecord.web.rendering import PAGES, TEMPLATES, Renderer

IMPORTED = {"parts"}  # the name under which pages import the macros of parts.html


def variables(name: str, renderer: Renderer) -> set[str]:
    """What a template and the ones it extends or imports read from outside."""
    source = (TEMPLATES / name).read_text("utf-8")
    tree = renderer.environment.parse(source)
    found = meta.find_undeclared_variables(tree)
    for other in meta.find_referenced_templates(tree):
        assert other is not None, "template names are literal"
        found |= variables(other, renderer)
    return found


@pytest.mark.parametrize("page", PAGES)
def test_a_template_reads_exactly_what_its_page_declares(page: type[Page]) -> None:
    renderer = Renderer()
    declared = {item.name for item in fields(page)}
    read = variables(PAGES[page], renderer)
    assert read - IMPORTED == declared


def test_every_page_has_a_template_and_every_template_a_page() -> None:
    known = {kind for kind in vars(contexts).values() if isinstance(kind, type) and issubclass(kind, Page)}
    assert set(PAGES) == known - {Page}
    assert {path.name for path in TEMPLATES.iterdir()} == {*PAGES.values(), "base.html", "parts.html"}


def test_everything_is_escaped() -> None:
    assert Renderer().environment.autoescape is True
    assert not [path for path in TEMPLATES.iterdir() if "|safe" in path.read_text("utf-8").replace(" ", "")]
